"""What the statements of one photo contradict each other about: when it was made, or where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from photocat.preferred import DOUBTFUL, PERSON, is_name
from photocat.records import Statement

Subject = Literal["date", "place"]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)

CONTRADICTED = "; contradicted by "
"""In the rule of a statement, before what its own text says against it."""

DAY = 86_400 * 1_000_000
"""Microseconds: less may be a time zone that nobody stated."""


def contradicted(statements: Iterable[Statement]) -> frozenset[Subject]:
    """The subjects on which what stands of a photo (``preferred.standing``) cannot all be so.

    Dates more than a day apart, a date that its own text contradicts (a weekday, an image id, the
    day on which it was sent out), or places of creation in different countries; what is doubtful
    does not count, nor the name of a file, which says as often when it was copied or sent; where a
    person has spoken the matter is settled.
    """
    told = [statement for statement in statements if not is_name(statement)]
    settled = {s.field for s in told if s.rank <= PERSON}
    sure = [s for s in told if s.field not in settled and s.evidence.confidence >= DOUBTFUL]
    dated = [(s.date, s.evidence.rule) for s in sure if s.field == "date_created" and s.date]
    found: set[Subject] = set()
    if dated:
        apart = max(d.earliest for d, _ in dated) - min(d.latest for d, _ in dated)
        if apart > DAY or any(CONTRADICTED in rule for _, rule in dated):
            found.add("date")
    places = [s.place for s in sure if s.field == "location_created" and s.place]
    if len({p.country_code for p in places} - {None}) > 1:
        found.add("place")
    return frozenset(found)
