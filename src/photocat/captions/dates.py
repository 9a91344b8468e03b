"""Finding dates: from the classes of a text to the dates that stand in it, without their roles."""

from __future__ import annotations

from dataclasses import dataclass

from photocat.captions.date_forms import DATE, FORMS
from photocat.captions.date_order import orders
from photocat.captions.date_parts import Parts
from photocat.captions.found import NOTHING_MORE, Context
from photocat.captions.text import Span, Text
from photocat.captions.tokens import Tokens, read_tokens
from photocat.dates import Edtf
from photocat.errors import BadDate

MOST = 400
"""Dates of one caption that are looked at."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as it stands in the text; offsets of ``Text.work``."""

    span: Span
    form: str
    edtf: str
    """EDTF, ``XXXX`` where the year is unstated; ``weekday 3`` for a weekday alone."""
    weekday: int | None = None
    """0 is Monday, where one is written with it."""
    core: int = 0
    """Where the date itself begins, after ``on`` or ``in``."""
    lead: int = 0
    """Where the words begin that belong to it: ``on``, ``in``, ``On Wednesday,``."""

    @property
    def whole(self) -> Span:
        """The date with the words that lead to it."""
        return Span(self.lead, self.span.end)

    @property
    def yearless(self) -> bool:
        """Whether its year is for the context to tell."""
        return self.edtf.startswith("XXXX") or self.edtf.startswith("weekday")


def stated_dates(text: Text, context: Context = NOTHING_MORE) -> tuple[list[Stated], list[Stated]]:
    """The dates of a text in order, and those that cannot be (``February 30``)."""
    tokens = read_tokens(text.work)
    day_first = orders(text, tokens, context)
    found: list[Stated] = []
    impossible: list[Stated] = []
    for match in DATE.finditer(tokens.classes):
        if len(found) >= MOST:
            break
        group = match.lastgroup or "d0"
        first, last = match.span(group)
        form = FORMS[int(group[1:])]
        begin = match.start()
        while tokens.classes[begin] == "o" and _word(text, tokens, begin).lower() not in _LEADING:
            begin += 1
        start, end = tokens.starts[begin], tokens.ends[last - 1]
        if text.work.find("\n", start, end) >= 0:
            continue
        parts = Parts(
            classes=tokens.classes[begin:last],
            values=tuple(tokens.values[begin:last]),
            words=tuple(_word(text, tokens, i) for i in range(begin, last)),
            before=text.work[max(0, start - 14) : start],
            after=text.work[end : end + 40],
            day_first=day_first,
        )
        edtf = form.build(parts)
        if edtf is None:
            continue
        weekdays = parts.of("W")
        begins = first if edtf.startswith("XXXX") else begin
        core = begin
        while tokens.classes[core] in "niobg" and core < last - 1:
            core += 1
        stated = Stated(
            Span(tokens.starts[begins], _with_year_word(tokens, last)),
            form.name,
            edtf,
            weekdays[0] if weekdays else None,
            tokens.starts[core],
            start,
        )
        (found if _exists(edtf) else impossible).append(stated)
    return found, impossible


def _word(text: Text, tokens: Tokens, number: int) -> str:
    return text.work[tokens.starts[number] : tokens.ends[number]]


def _with_year_word(tokens: Tokens, last: int) -> int:
    """The end, with the word year that belongs to it: ``2016 года``."""
    if last < len(tokens.classes) and tokens.classes[last] == "g":
        return tokens.ends[last]
    return tokens.ends[last - 1]


def _exists(edtf: str) -> bool:
    if edtf.startswith("weekday"):
        return True
    try:
        Edtf.parse(edtf)
    except BadDate:
        return False
    return True


_LEADING = frozenset(("the", "del", "du"))
"""Words for ``of`` that belong to the date they lead to."""
