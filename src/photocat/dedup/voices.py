"""How far two deliveries of one picture are apart in what they say: by a measure for each matter.

Every delivery speaks for itself: what its bytes say, what was found beside that file, and what
people said. A date is a stretch of time, so two dates disagree only by what lies between them:
``2016-03`` and ``2016-03-14`` never do. A date in a file name disagrees only with one in another
name: copying and sending rename files.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from photocat.dates import Edtf
from photocat.preferred import is_name, point_of, preferred
from photocat.records import PlaceName, Statement
from photocat.words import words

if TYPE_CHECKING:
    from photocat.store.deliveries import Delivery

Believed = dict[str, tuple[Statement, ...]]

DAY = 86_400_000_000
"""Microseconds."""
FAR_M = 50_000.0
"""Metres between two points, beyond what both leave open, from which they are far apart."""
NEAR_M = 5_000.0
"""The same, below which two names may be of one place."""

Difference = Callable[["Voice", "Voice"], float]
"""How far two voices are apart; 0 where they agree, or one says nothing."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What one delivery says."""

    delivery: Delivery
    believed: Believed
    here_since: int
    """When the first copy came."""
    made: Edtf | None
    """When the picture was made: by what is said of it, or by the name of the file alone."""
    by_name: bool
    """Whether only the name of the file tells when."""

    def texts(self, field: str) -> tuple[str, ...]:
        """The believed values of a field, as text."""
        return tuple(s.text for s in self.believed.get(field, ()))


def voices_of(deliveries: Sequence[Delivery]) -> list[Voice]:
    """What each delivery of one work says, those that came first first."""
    here_since = min((d.at for d in deliveries), default=0)
    return [_voice(delivery, here_since) for delivery in deliveries]


def _voice(delivery: Delivery, here_since: int) -> Voice:
    believed = preferred(delivery.statements)
    dates = believed.get("date_created", ())
    by_name = False
    if dates and is_name(dates[0]):  # it may only tell the day of a month that is stated
        dated = [s for s in delivery.statements if s.field == "date_created" and not is_name(s)]
        stated = preferred(dated).get("date_created", ())
        dates, by_name = stated or dates, not stated
    return Voice(delivery, believed, here_since, dates[0].date if dates else None, by_name)


def _days_between(one: Voice, other: Voice) -> float:
    a, b = one.made, other.made
    if a is None or b is None or one.by_name != other.by_name:
        return 0
    return max(a.earliest - b.latest, b.earliest - a.latest, 0) / DAY


def days_apart(days: float) -> Difference:
    """How many days lie between the two dates, from so many on."""

    def difference(one: Voice, other: Voice) -> float:
        between = _days_between(one, other)
        return between if between >= days else 0

    return difference


def made_after(one: Voice, other: Voice) -> float:
    """How many days after a copy was here another is said to have been made."""
    dates = [v.made.earliest for v in (one, other) if v.made is not None and not v.by_name]
    late = max((made - one.here_since for made in dates), default=0) / DAY
    return late if late >= 1 else 0


def countries(field: str) -> Difference:
    """1 where both name countries, and none in common."""

    def difference(one: Voice, other: Voice) -> float:
        codes = [
            {s.place.country_code for s in v.believed.get(field, ()) if s.place} - {None}
            for v in (one, other)
        ]
        return float(all(codes) and codes[0].isdisjoint(codes[1]))

    return difference


def _metres_between(one: Voice, other: Voice, field: str) -> float | None:
    """Beyond what both points leave open; ``None`` where one of them is not known."""
    a, b = (point_of(voice.believed, field) for voice in (one, other))
    if a is None or b is None or a.point is None or b.point is None:
        return None
    return a.point.distance_m(b.point) - a.point.radius_m - b.point.radius_m


def far(field: str) -> Difference:
    """How many metres lie between, from ``FAR_M`` on."""

    def difference(one: Voice, other: Voice) -> float:
        metres = _metres_between(one, other, field)
        return metres if metres is not None and metres > FAR_M else 0

    return difference


def elsewhere(field: str) -> Difference:
    """How many metres apart two named places are of which neither lies in the other.

    Where the gazetteer does not know where one of them is, only names tell, and it is 1.
    """

    def difference(one: Voice, other: Voice) -> float:
        named = [[s.place for s in v.believed.get(field, ()) if s.place] for v in (one, other)]
        if not all(named) or any(_related(a, b) for a in named[0] for b in named[1]):
            return 0
        metres = _metres_between(one, other, field)
        if metres is None:
            return 1
        return metres if metres > NEAR_M else 0

    return difference


def _related(one: PlaceName, other: PlaceName) -> bool:
    """Whether two names may be of one place, or one lies in the other."""
    a, b = ([set(words(name)) for name in (p.name, *p.hierarchy)] for p in (one, other))
    return any(a[0] <= name for name in b) or any(b[0] <= name for name in a)


def others(field: str) -> Difference:
    """1 where two voices name nobody in common; a name within a longer one is the same."""

    def difference(one: Voice, other: Voice) -> float:
        named = [[set(words(text)) for text in voice.texts(field)] for voice in (one, other)]
        common = any(a <= b or b <= a for a in named[0] for b in named[1])
        return float(bool(named[0] and named[1]) and not common)

    return difference
