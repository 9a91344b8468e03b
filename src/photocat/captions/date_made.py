"""What the reader of dates makes: dates with their words, and those that no form states."""

from __future__ import annotations

import re
from collections.abc import Sequence

from photocat.captions.days import days_before
from photocat.captions.found import FoundDate
from photocat.captions.text import Span, Text
from photocat.dates import Edtf

_NUMBERS = "two three four five six seven eight nine ten eleven twelve"
_FEW = tuple(_NUMBERS.split())
_DAYS_AGO = re.compile(rf"\b(\d{{1,3}}|{'|'.join(_FEW)}) days (?:ago|earlier)\b", re.IGNORECASE)
_NINE_ELEVEN = re.compile(r"(?<![\d/])9/11(?![\d/])")


def made_date(
    text: Text,
    span: Span,
    edtf: str,
    role: str,
    rule: str,
    confidence: float,
    source: str | None = None,
) -> FoundDate:
    """A date as it leaves the reader; ``source`` is what lent a part of it."""
    given = text.given_span(span)
    return FoundDate(
        given.start,
        given.end,
        text.quote(span),
        Edtf.parse(edtf),
        role,  # type: ignore[arg-type]
        rule,
        confidence,
        "inferred" if source else "stated",
        source,
    )


def no_later(released: FoundDate) -> FoundDate:
    """A release is an upper bound: the photo was taken on that day or before."""
    stated = re.split(r"[/,]|\.\.", released.edtf.text.strip("[]{}"))
    latest = next(filter(None, reversed(stated)))
    text = released.edtf.text if released.edtf.text.startswith("XXXX") else f"[..{latest}]"
    return FoundDate(
        released.start, released.end, released.quote, Edtf.parse(text), "released", released.rule,
        min(released.confidence, 0.8), released.basis, released.inferred_from,
    )  # fmt: skip


def from_id(text: Text, ids: Sequence[tuple[Span, str, str]]) -> FoundDate | None:
    """The day that the first image id carries."""
    for span, day, rule in ids:
        given = text.given_span(span)
        return FoundDate(
            given.start, given.end, text.quote(span), Edtf.parse(day), "photo", rule, 0.8, "id"
        )
    return None


def taken_lately(text: Text, published: Edtf | None) -> FoundDate | None:
    """``The photo was taken yesterday``, where the day of its publication is known."""
    day = published.text[:10] if published else ""
    match = _LATELY.search(text.work) if len(day) == 10 else None
    taken = days_before(day, match[1] == "yesterday") if match else None
    if match is None or taken is None:
        return None
    span, source = Span(*match.span(1)), f"published {day}"
    return made_date(text, span, taken, "photo", "taken-lately", 0.85, source)


_LATELY = re.compile(
    r"\b(?:[Tt]h(?:e|is|ese)|[Tt]he above) (?:photo|photograph|picture|image|shot)s?"
    r"(?: was| were)? (?:taken|shot|captured)(?: [^.;]{2,40})? (yesterday|today)\b"
)


def nine_elevens(text: Text) -> list[FoundDate]:
    """``9/11``, which everyone calls so."""
    return [
        made_date(text, Span(*match.span()), "2001-09-11", "mentioned", "nine-eleven", 0.9)
        for match in list(_NINE_ELEVEN.finditer(text.work))[:1]
    ]


def days_ago(text: Text, photo: str | None) -> list[FoundDate]:
    """``12 days ago``, counted from the day of the photo."""
    made: list[FoundDate] = []
    for match in list(_DAYS_AGO.finditer(text.work))[:9]:
        days = int(match[1]) if match[1].isdigit() else _FEW.index(match[1].lower()) + 2
        day = days_before(photo, days) if photo else None
        if day is not None:
            span = Span(*match.span())
            made.append(made_date(text, span, day, "mentioned", "days-ago", 0.75, f"photo {photo}"))
    return made
