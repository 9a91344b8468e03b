"""What is believed of a photo without doubt: all that goes where its evidence cannot go along.

What is doubtful stays behind, as in sidecars: in another's hands it would look like a fact.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from photocat.dates import Edtf
from photocat.places import Point
from photocat.preferred import DOUBTFUL, preferred
from photocat.records import PlaceName, Statement


class Spot(NamedTuple):
    """A place, by name, by coordinates, or both."""

    name: PlaceName | None
    point: Point | None


class Believed:
    """The believed values of a photo, field by field."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._sure = {
            field: [s for s in told if s.evidence.confidence >= DOUBTFUL]
            for field, told in preferred(statements).items()
        }

    def texts(self, field: str) -> list[str]:
        """Every value of a field of words."""
        return [statement.text for statement in self._sure.get(field, ())]

    def text(self, field: str) -> str | None:
        """The first value of a field of words."""
        return next(iter(self.texts(field)), None)

    def date(self) -> Edtf | None:
        """When it was made."""
        return next((s.date for s in self._sure.get("date_created", ())), None)

    def made_at(self) -> Spot | None:
        """Where it was made: the best name and the best point, which may not come together."""
        told = self._sure.get("location_created", ())
        name = next((s.place for s in told if s.place), None)
        point = next((s.point for s in told if s.point), None)
        return Spot(name, point) if name or point else None

    def shows(self) -> list[Spot]:
        """The places that it shows, each once."""
        told = self._sure.get("location_shown", ())
        return list(dict.fromkeys(Spot(s.place, s.point) for s in told if s.place or s.point))
