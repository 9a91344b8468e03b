"""Who took a picture, for whom: credits, as agencies, forces and archives write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from photocat.agencies import AGENCIES, agency_named
from photocat.captions.credit_form import CreditForm
from photocat.captions.credit_forms import CREDITS
from photocat.captions.credit_hints import may_hold
from photocat.captions.credit_joined import joined
from photocat.captions.credit_meaning import COLLECTION, Meaning, meaning_of
from photocat.captions.credit_parts import lead_says
from photocat.captions.credit_states import of_its_state
from photocat.captions.found import FoundText
from photocat.captions.text import MASKED, Span, Text, masked


@dataclass(frozen=True, slots=True)
class Credits:
    """The credits of one caption, and the stretches of ``Text.work`` that they claim."""

    creator: tuple[FoundText, ...] = ()
    agency: FoundText | None = None
    credit_line: FoundText | None = None
    claimed: tuple[Span, ...] = ()


def read_credits(text: Text, dates: Iterable[Span] = ()) -> Credits:
    """The photographers, the agency and the credit line of a caption, its ``dates`` left out."""
    work = masked(text.work, dates)
    work = _WARFARE.sub(lambda match: " " * len(match[0]), work, count=_SAILORS)
    best: tuple[tuple[int, ...], CreditForm, Span, Meaning] | None = None
    claimed: list[Span] = []
    for form, span in _found(work):
        words = work[span.start : span.end]
        meaning = meaning_of(words, form)
        if meaning is None or (
            form.name == "in-parentheses" and not _credible(work, span, meaning)
        ):
            continue
        claimed.append(span)
        standing = (
            bool(meaning.agency) + bool(meaning.creators),
            bool(meaning.creators) and form.name != "courtesy",
            span.start,
        )
        if best is None or standing > best[0]:
            best = (standing, form, span, meaning)
    if best is None:
        return Credits()
    _, form, span, meaning = best
    if meaning.agency is None or not meaning.creators:
        meaning = _completed(meaning, work, [other for other in claimed if other != span])
    agency = of_its_state(_firm(meaning.agency, work, span), work, span) if meaning.agency else None
    return Credits(
        creator=tuple(
            _text(text, span, _as_written(name, text, span), "photographer", form)
            for name in meaning.creators
        ),
        agency=_text(text, span, agency, "agency", form) if agency else None,
        credit_line=_text(text, span, _line(text.work, work, span), "credit", form),
        claimed=tuple(claimed),
    )


_WARFARE = re.compile(
    r"\((?:SW|AW|EXW|SS|IDW|SCW|FMF|NAC|PJ|IW|SG)(?:/(?:SW|AW|EXW|SS|IDW|SCW|FMF|NAC|PJ|IW|SG))*\)"
)
"""What sailors are qualified for, between rank and name: ``(SW/AW)``."""
_SAILORS = 8
"""Of whom so much is left out at most: long runs of blanks take patterns long."""


def _found(work: str) -> Iterator[tuple[CreditForm, Span]]:
    taken: list[Span] = []
    lowered = " ".join(work.lower().split())
    for form in CREDITS:
        if not may_hold(form.name, lowered):
            continue
        for number, match in enumerate(form.pattern.finditer(work)):
            if number >= 12:
                break
            start, end = match.span("credit")
            end = _cut(work, start, end, form)
            span = Span(start, end)
            if form.name == "agency-photo" and _WITHIN.search(work, max(0, start - 24), start):
                continue
            if end > start and not any(span.overlaps(other) for other in taken):
                meaning = (
                    form.name not in _UNSURE
                    or (form.name == "in-parentheses" and "/" in match[0])
                    or meaning_of(match["credit"], form)
                )
                if meaning:
                    taken.append(span)
                    yield form, span


_WITHIN = re.compile(r"/\s?[A-Z][\w.]* $")
"""The name of an agency is but the end of another's: ``Jane Doe/Ritzau Scanpix``."""
_UNSURE = frozenset(
    ("in-parentheses", "name-beside", "name-paper", "name-alone", "dash-source", "source-line")
)
"""Forms that claim their words only where these turn out to be a credit."""
_WHOLE = frozenset(
    (
        *("in-parentheses", "bracketed", "name-bracket", "name-agency", "agency-bar", "chinese"),
        *("archive-signature", "caps-photo", "photographer-named", "photo-name"),
        *("agency-photographer", "agency-first", "dash-credit", "acronym-slash"),
        *("name-beside", "name-paper", "name-pool", "name-alone", "dash-source", "source-line"),
        *("copyright-name", "image-source", "publisher", "studio-town"),
        *("force-alone", "force-named", "signed-for", "negative-of", "archive-alone"),
    )
)
"""Forms that say themselves where the credit ends."""
_STOP = re.compile(
    r"[.;](?:\s+(?!Sgt\b)(?=[A-Z\"'(\[©]|\d{2,3}-[A-Z]{1,3}-\d)(?<!\b[A-Z]\.\s)|\s*$)|\s\|\s|\s-{1,2}\s|\s\+{2,}|\s#|,?\s+(?:FILE"
    r"|File)\b|\bORG XMIT|\bless\b"
    r"|\s(?:EDITORIAL USE|NO (?:RE)?SALES|NO ARCHIV\w+|MANDATORY CREDIT)\b"
    r"|\s(?:AUSTRALIA AND NEW ZEALAND|UK AND IRELAND|[A-Z]{3,}(?: [A-Z]{3,})?) OUT\b"
    r"|\s(?=Photograph:)|\s(?:Date|Location|VIRIN|Unit|Source|License|Licence|Size)(?: \w+)?:"
    r"|\sTPX\b|\sSEARCH \"|\sATTENTION\b|\s(?:via )?Wikipedia|\bhttps?:|\s//"
    r"|\s(?=[A-Z]{2,5}-?\d{4}-?\w?-?\d{2,})|\s(?=[A-Z]{3}-\d{2}[a-zA-Z]{2}-?\d{3,})"
    rf"|\s(?=DATE {MASKED})|\s(?={MASKED}+ [A-Z][\w,]+ )|\s+and (?:his|her|their)\b"
    r"|(?:(?<=Publishing Company)|(?<= News Agency)|(?<= Newspapers)) (?=[A-Z][\w'-]+ [a-z])"
)


def _cut(work: str, start: int, end: int, form: CreditForm) -> int:
    """Where a credit ends: at a full stop that ends no initial and no rank, or at a bar."""
    if form.name in _WHOLE:
        return end
    for match in _STOP.finditer(work, start + 3, end):
        before = work[max(start, match.start() - 8) : match.start()]
        word = before[max(map(before.rfind, " /(")) + 1 :]
        if match[0][0] == "." and (
            len(word) == 1 or word[-1:] == "." or word.lower() in _RANK_WORDS
        ):
            continue
        return match.start()
    return end


_RANK_WORDS_TEXT = (
    "sgt tsgt ssgt msgt smsgt cmsgt spc lt j.g lcpl capt cpl pfc maj col cmdr comdr gen pvt ens jr"
    " sr st dr mr ms mrs tech u.s s u d c dept inc spec 1st 2nd ph.d"
)
_RANK_WORDS = frozenset(_RANK_WORDS_TEXT.split())


def _credible(work: str, span: Span, meaning: Meaning) -> bool:
    """Whether brackets hold a credit: they name who is known, or close the caption."""
    words = work[span.start : span.end]
    if lead_says(words):
        return True
    if span.start <= 1 and " | " in words and meaning.agency and meaning.creators:
        return True
    rest = work[span.end :].lstrip(")] .\"'\n")
    closes = len(rest) < 60 or rest.startswith("(")
    if (" - " in words or " | " in words) and meaning.agency and meaning.creators:
        return closes
    if "/" in words or " via " in words.lower():
        return closes or meaning.agency in _KNOWN
    ends = not rest.strip(" .*") or rest[0] == "(" or agency_named(rest) is not None
    ends = ends or _NUMBER.fullmatch(rest) is not None
    return closes and ends and (meaning.agency in _KNOWN or "/" in joined(words))


_NUMBER = re.compile(r"[A-Z]{1,4}[-_]?\d[\w-]{3,20}")
"""Under which an agency keeps a picture: ``(AP Photo) PA-1234567``."""
_KNOWN = frozenset(agency.name for agency in AGENCIES)


def _completed(meaning: Meaning, work: str, claimed: list[Span]) -> Meaning:
    """A credit in two places: the photographer here, the agency or the archive there."""
    agency, creators = meaning.agency, meaning.creators
    for span in claimed:
        words = work[span.start : span.end]
        if agency in _ARCHIVES and words[:8].lower() == "courtesy":
            continue  # who gave it to the archive
        for form in CREDITS:
            other = meaning_of(words, form) if form.name in _MAY_COMPLETE else None
            if other is not None:
                both = _together(Meaning(agency, creators), other)
                agency, creators = both.agency, both.creators
                break
    return Meaning(agency, creators)


_MAY_COMPLETE = frozenset(
    (
        *("photo-by", "in-parentheses", "archive-signature", "last-words"),
        *("photographer-after", "photographer-inverted", "photographer-named"),
        *("photographer-dated", "photographer-last", "photographer-catalogued"),
        *(
            "photographer-before",
            "photographer-cited",
            "photographer-negative",
            "photographer-museum",
        ),
        *(
            "photographer-known-placed",
            "photographer-serving",
            "photographer-signed",
            "publisher",
            "studio-town",
        ),
        *("photographer-print", "force-alone", "numbered", "agency-alone"),
        *("photographer-known-first", "photographer-known-last", "photographer-placed"),
        *("photographer-ranked", "photographer-took", "photographer-told"),
        *("photographer-titled", "photographer-titled-dated", "archive-collection", "credit-line"),
        *("archive-number", "archive-alone", "photo-name", "dash-source", "source-line"),
    )
)
"""Forms of which one may name the photographer and another the agency."""
_ARCHIVES = frozenset(agency.name for agency in AGENCIES if agency.kind == "archive")


def _together(one: Meaning, other: Meaning) -> Meaning:
    """Two credits as one; of an archive and a firm the firm took the picture."""
    firms = [
        m.agency for m in (one, other) if m.agency and m.agency not in _KNOWN and not m.creators
    ]
    archives = [m.agency for m in (one, other) if m.agency in _ARCHIVES]
    if firms and archives:
        kept = COLLECTION.search(firms[0]) or _GAVE.search(firms[0])
        return Meaning(archives[0], () if kept else (firms[0],))
    return Meaning(one.agency or other.agency, one.creators or other.creators)


_GAVE = re.compile(r"\b(?:Foundation|Museum|Society|Library)\b")
"""By whose courtesy an archive has a picture: ``Courtesy of the Naval Historical Foundation``."""


def _line(words: str, work: str, span: Span) -> str:
    """A credit as it stands, less the date that may end it (``work`` has dates masked)."""
    end = len(work[: span.end].rstrip(f" .,;|({MASKED}"))
    return re.sub(r"\s+", " ", words[span.start : end] if end > span.start else "").strip(" .,;|")


def _as_written(name: str, text: Text, span: Span) -> str:
    """A name with the apostrophe of the text, ``O’Doe``, and the point of a last initial."""
    words = text.quote(span)
    if name.endswith((" Jr.", " Sr.")):
        name = _junior(name, text.quote(Span(span.start, min(span.end + 1, len(text.work)))))
    if name[-2:-1] == " " and f"{name}.".casefold() in words.casefold():
        name += "."
    return name.replace("'", "’") if "’" in words else name


def _junior(name: str, words: str) -> str:
    """``Jane Doe Jr.`` as the words have it: behind a comma, or without its point."""
    match = re.search(rf"(,?) {name[-3:-1]}\b(\.?)", words, re.IGNORECASE)
    return f"{name[:-4]}{match[1]} {name[-3:-1]}{match[2]}" if match else name


def _firm(name: str, work: str, span: Span) -> str:
    """``Example Publishing Co.`` with the point of its last word."""
    dotted = (
        name.endswith((" Co", " Bros")) and work.find(f"{name}.", span.start, span.end + 1) >= 0
    )
    return f"{name}." if dotted else name


def _text(text: Text, span: Span, value: str, role: str, form: CreditForm) -> FoundText:
    given = text.given_span(span)
    return FoundText(
        given.start,
        given.end,
        text.quote(span),
        value,
        role,
        f"credit/{form.name}",
        form.confidence,
    )
