"""What a caption says of its dates and cannot be so: noted, and the photo's date trusted less."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from photocat.captions.cue_words import UNDATED
from photocat.captions.date_roles import Judged
from photocat.captions.dates import Stated
from photocat.captions.days import weekday_of
from photocat.captions.found import CaptionNote, Context, FoundDate, NoteCode
from photocat.captions.text import Span, Text
from photocat.dates import Edtf

DOUBTED = 0.7
"""What a date is worth at most that the caption itself contradicts."""

_DAY = 86_400 * 1_000_000
"""Microseconds: less may be a time zone that nobody stated."""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def doubted(
    text: Text,
    judged: Sequence[Judged],
    impossible: Sequence[Stated],
    created: FoundDate | None,
    ids: Sequence[tuple[Span, str, str]],
    context: Context,
) -> tuple[FoundDate | None, tuple[CaptionNote, ...]]:
    """What a person should look at, and the date with what contradicts it."""
    notes = [_note(text, s.span, "no-such-day", f"there is no {s.edtf}") for s in impossible]
    doubts: list[str] = []
    for item in judged:
        stated = item.stated
        real = weekday_of(stated.edtf)
        if stated.weekday is not None and real is not None and stated.weekday != real:
            was = f"{stated.edtf} was a {_DAYS[real]}"
            notes.append(_note(text, stated.span, "weekday-contradicts", was))
            if item.role in ("photo", "event"):
                doubts.append(f"weekday {_DAYS[stated.weekday]}")
    if created is None:
        if match := UNDATED.search(text.work):
            span = Span(*match.span())
            notes.append(_note(text, span, "undated", "it says that it has no date"))
        return None, tuple(notes)
    if created.basis != "id":
        for span, day, _ in ids:
            if not Edtf.parse(day).overlaps(created.edtf):
                notes.append(_note(text, span, "id-contradicts", f"the id says {day}"))
                doubts.append(f"image id {day}")
    published = context.published
    if published and created.edtf.earliest - published.latest > _DAY:
        detail = f"it was published {published.text}, before {created.edtf.text}"
        notes.append(
            CaptionNote(created.start, created.end, created.quote, "after-publication", detail)
        )
        doubts.append(f"publication {published.text}")
    if not doubts:
        return created, tuple(notes)
    sure = min(created.confidence, DOUBTED)
    return replace(created, contradicted_by=", ".join(doubts), confidence=sure), tuple(notes)


def _note(text: Text, span: Span, code: NoteCode, detail: str) -> CaptionNote:
    given = text.given_span(span)
    return CaptionNote(given.start, given.end, text.quote(span), code, detail)
