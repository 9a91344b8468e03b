"""Which statement is believed: one rule for every field.

A person's word comes first, as it was given, and what a person denied is not believed. Then what is
not doubtful before what is, what was delivered beside a file before what is inside it (a sidecar is
written after the bytes it describes), and the carriers in the order of ``FIELDS``. For dates,
authority picks the interval and precision picks the value inside it: a month from the best carrier
gives way to a day of that month from a lesser one, never to a day outside, and never at the price
of an offset from UTC; a second stands as it was stated, but that of a sidecar, which is copied from
the bytes, gives way to the same second with a fraction or an offset there. Nothing is dropped: the
other statements stay, behind the preferred one.

The name of a file is no delivery: though it belongs to the file, a date in it stands where
``FIELDS`` puts it, behind what every tag states without doubt.

Of the dates inside a file the camera's goes first, as the MWG guidance has it, unless IPTC or XMP
tell an earlier one: a picture is not made after it was photographed, so the camera dates a scan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from photocat.fields import FIELD, Field, Kind
from photocat.records import Statement
from photocat.words import fold

DOUBTFUL = 0.6
"""A statement with less confidence than this never goes before one with more."""

SECOND = 1_000_000
"""Microseconds. A date that is known to the second is precise enough to stand as it was stated."""

DAY = 86_400 * SECOND

CAMERA = frozenset(("EXIF DateTimeOriginal", "CIFF DateTimeOriginal", "XMP exif:DateTimeOriginal"))
WRITTEN = frozenset(("IIM 2:055", "XMP photoshop:DateCreated"))
"""Where people write when the picture was made, which need not be when this file was."""

BELIEVED = "XMP photocat:DateCreated"
"""What a catalog believed, written by it into a file: as final as it was there."""

NAME = "file name"
"""The carrier of what the name of a file says, before its span: ``file name[4:19]``."""

PERSON = -1
"""Rank of what a person said."""


def standing(statements: Iterable[Statement]) -> list[Statement]:
    """What is left of statements when each that a person denied is gone, and the denials too.

    A denial names a value as it was written, case and accents aside; one of no value denies all
    that machines say of the field. A person's own words are never denied, only taken back.
    """
    told = list(statements)
    denied = {(s.field, fold(s.text)) for s in told if s.denied}
    if not denied:
        return told
    return [
        s
        for s in told
        if not s.denied
        and (s.rank <= PERSON or denied.isdisjoint([(s.field, ""), (s.field, fold(s.text))]))
    ]


def preferred(statements: Iterable[Statement]) -> dict[str, tuple[Statement, ...]]:
    """The believed statements of each field that has any; all values of a repeatable one."""
    by_field: dict[str, list[Statement]] = {}
    for statement in standing(statements):
        by_field.setdefault(statement.field, []).append(statement)
    return {
        field.name: _believed(field, sorted(by_field[field.name], key=_authority))
        for field in FIELD.values()
        if field.name in by_field
    }


def point_of(believed: Mapping[str, tuple[Statement, ...]], field: str) -> Statement | None:
    """The first statement of a place field that knows coordinates."""
    return next((s for s in believed.get(field, ()) if s.point is not None), None)


def is_name(statement: Statement) -> bool:
    """Whether a statement rests on the name of a file."""
    return statement.evidence.origin.startswith(NAME)


def _authority(statement: Statement) -> tuple[object, ...]:
    evidence = statement.evidence
    return (
        statement.rank > PERSON,
        evidence.confidence < DOUBTFUL,
        statement.scope != "file" or is_name(statement),
        statement.rank,
        -evidence.confidence,
        evidence.span or (0, 0),
    )


def _believed(field: Field, ordered: list[Statement]) -> tuple[Statement, ...]:
    if field.kind is Kind.DATE:
        return (_most_precise_inside(_scans_later(ordered)),)
    if field.kind is Kind.PLACE:
        return tuple(ordered)
    if not field.repeatable:
        return (ordered[0],)
    voices = ordered if field.union else [s for s in ordered if _same_voice(s, ordered[0])]
    return tuple({fold(s.text): s for s in reversed(voices)}.values())[::-1]


def _same_voice(statement: Statement, first: Statement) -> bool:
    if first.rank <= PERSON:
        return statement.rank <= PERSON
    return (statement.rank, statement.scope, statement.evidence.origin) == (
        first.rank,
        first.scope,
        first.evidence.origin,
    )


def _scans_later(ordered: list[Statement]) -> list[Statement]:
    """A written date before the camera's, where it lies more than a day before it."""
    first = ordered[0]
    if first.evidence.origin not in CAMERA or first.date is None:
        return ordered
    for other in ordered[1:]:
        sure = other.evidence.confidence >= DOUBTFUL and other.scope == first.scope
        written = sure and other.evidence.origin in WRITTEN
        if written and other.date and first.date.earliest - other.date.latest > DAY:
            return [other, *(s for s in ordered if s is not other)]
    return ordered


def _most_precise_inside(ordered: list[Statement]) -> Statement:
    first = ordered[0]
    best = first
    is_final = first.rank <= PERSON or first.evidence.origin == BELIEVED
    for other in () if is_final else ordered[1:]:
        if first.date is None or other.date is None or other.evidence.confidence < DOUBTFUL:
            continue
        keeps_offset = first.date.utc_offset in (None, other.date.utc_offset)
        is_copied = first.scope == "file" and other.scope == "photo"
        if not keeps_offset or (_span(best) <= SECOND and not is_copied):
            continue
        if other.date.within(first.date) and _is_finer(other, best):
            best = other
    return best


def _is_finer(one: Statement, other: Statement) -> bool:
    """Whether a date is shorter, or as short and tells its offset where the other does not."""
    if _span(one) != _span(other) or one.date is None or other.date is None:
        return _span(one) < _span(other)
    return one.date.utc_offset is not None and other.date.utc_offset is None


def _span(statement: Statement) -> int:
    return statement.date.latest - statement.date.earliest if statement.date else 0
