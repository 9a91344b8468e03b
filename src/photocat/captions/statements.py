"""From a read caption to the catalog's statements, each with the words that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photocat.captions.found import Caption, FoundDate, FoundText
from photocat.contradicted import CONTRADICTED
from photocat.fields import FIELD, rank_of
from photocat.records import Evidence, Scope, Statement

if TYPE_CHECKING:
    from photocat.captions.places import FoundPlace

DATES_A_PHOTO = 0.6
"""Confidence from which a date of a caption is a statement about the photo."""

SURE = 0.75
"""Confidence from which a date of a caption stands where ``FIELDS`` puts captions."""


def statements_of(
    caption: Caption, origin: str = "caption", *, scope: Scope = "photo"
) -> tuple[Statement, ...]:
    """What a caption says of its photo: date, places, people shown, photographers, credit, event.

    ``origin`` names the text; the span follows it: ``caption[58:71]``. A statement ranks where its
    origin stands among the carriers of its field; a date that is not sure, or only a bound, ranks
    behind every carrier. What is only mentioned, or could be several places, makes no statement.
    """
    made: list[Statement] = []
    date = caption.date_created
    if date is not None and date.confidence >= DATES_A_PHOTO:
        made.append(_date(date, origin, scope))
    for field, found in (
        *(("creator", name) for name in caption.creator),
        *(("person_shown", person) for person in caption.person_shown),
        ("credit_line", caption.credit_line),
        ("event", caption.event),
    ):
        if found is not None:
            rank = rank_of(field, origin)
            evidence = _evidence(found, origin)
            made.append(Statement(field, found.value, evidence, rank=rank, scope=scope))
    for field, place in (
        ("location_created", caption.location_created),
        ("location_shown", caption.location_shown),
    ):
        if place is not None and not place.candidates:
            # A country that is only told of is believed where nothing says more.
            last = len(FIELD[field].carriers) + 1
            made.append(
                Statement(
                    field,
                    place.name.name,
                    _evidence(place, origin),
                    rank=rank_of(field, origin) if place.point else last,
                    scope=scope,
                    place=place.name,
                    point=place.point,
                )
            )
    return tuple(made)


def _date(date: FoundDate, origin: str, scope: Scope) -> Statement:
    sure = date.confidence >= SURE and date.role != "released"
    return Statement(
        "date_created",
        date.edtf.text,
        _evidence(date, origin),
        rank=rank_of("date_created", origin) if sure else _LAST,
        scope=scope,
        date=date.edtf,
    )


_LAST = len(FIELD["date_created"].carriers) + 1


def _evidence(found: FoundDate | FoundText | FoundPlace, origin: str) -> Evidence:
    rule = found.rule
    if isinstance(found, FoundDate) and found.inferred_from:
        rule = f"{rule}; inferred from {found.inferred_from}"
    if isinstance(found, FoundDate) and found.contradicted_by:
        rule = f"{rule}{CONTRADICTED}{found.contradicted_by}"
    return Evidence(
        origin=f"{origin}[{found.start}:{found.end}]",
        quote=found.quote,
        rule=rule,
        span=(found.start, found.end),
        confidence=found.confidence,
    )
