"""What the statements of one photo contradict each other about: when it was made, or where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from photocat.preferred import DOUBTFUL, PERSON
from photocat.records import Statement

Subject = Literal["date", "place"]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)

DAY = 86_400 * 1_000_000
"""Microseconds: less may be a time zone that nobody stated."""


def contradicted(statements: Iterable[Statement]) -> frozenset[Subject]:
    """The subjects on which what stands of a photo (``preferred.standing``) cannot all be so.

    Dates more than a day apart, or places of creation in different countries; what is doubtful does
    not count, and where a person has spoken the matter is settled.
    """
    told = list(statements)
    settled = {s.field for s in told if s.rank <= PERSON}
    sure = [s for s in told if s.field not in settled and s.evidence.confidence >= DOUBTFUL]
    dates = [s.date for s in sure if s.field == "date_created" and s.date]
    found: set[Subject] = set()
    if dates and max(d.earliest for d in dates) - min(d.latest for d in dates) > DAY:
        found.add("date")
    places = [s.place for s in sure if s.field == "location_created" and s.place]
    if len({p.country_code for p in places} - {None}) > 1:
        found.add("place")
    return frozenset(found)
