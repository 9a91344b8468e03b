"""Where copies of one picture tell different stories: the alarm for recycled pictures.

Every delivery speaks for itself: what its bytes say, what was found beside that file, and what
people said. ``RULES`` says which differences matter, and how much. A date is a stretch of time, so
two dates disagree only by what lies between them: ``2016-03`` and ``2016-03-14`` never do. A date
in a file name disagrees only with one in another name: copying and sending rename files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, Literal, get_args

from photocat.dates import Edtf, format_moment
from photocat.preferred import is_name, point_of, preferred
from photocat.records import PlaceName, Statement
from photocat.words import fold, words

if TYPE_CHECKING:
    from photocat.store.deliveries import Delivery

Shape = dict[str, Any]
Believed = dict[str, tuple[Statement, ...]]

Gravity = Literal["grave", "serious", "slight"]
GRAVITIES: tuple[Gravity, ...] = get_args(Gravity)

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


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of ``RULES``."""

    name: str
    field: str
    gravity: Gravity
    meaning: str
    difference: Difference


def _days_apart(one: Voice, other: Voice) -> float:
    a, b = one.made, other.made
    if a is None or b is None or one.by_name != other.by_name:
        return 0
    return max(a.earliest - b.latest, b.earliest - a.latest, 0) / DAY


def _apart(days: float) -> Difference:
    def difference(one: Voice, other: Voice) -> float:
        between = _days_apart(one, other)
        return between if between >= days else 0

    return difference


def _made_after(one: Voice, other: Voice) -> float:
    """How many days after a copy was here another is said to have been made."""
    dates = [v.made.earliest for v in (one, other) if v.made is not None and not v.by_name]
    late = max((made - one.here_since for made in dates), default=0) / DAY
    return late if late >= 1 else 0


def _country(field: str) -> Difference:
    def difference(one: Voice, other: Voice) -> float:
        codes = [
            {s.place.country_code for s in v.believed.get(field, ()) if s.place} - {None}
            for v in (one, other)
        ]
        return float(all(codes) and codes[0].isdisjoint(codes[1]))

    return difference


def _far(field: str) -> Difference:
    def difference(one: Voice, other: Voice) -> float:
        a, b = (point_of(voice.believed, field) for voice in (one, other))
        if a is None or b is None or a.point is None or b.point is None:
            return 0
        metres = a.point.distance_m(b.point) - a.point.radius_m - b.point.radius_m
        return metres if metres > FAR_M else 0

    return difference


def _elsewhere(field: str) -> Difference:
    """How many metres apart two named places are of which neither lies in the other.

    Where the gazetteer does not know where one of them is, only names tell, and it is 1.
    """

    def difference(one: Voice, other: Voice) -> float:
        named = [[s.place for s in v.believed.get(field, ()) if s.place] for v in (one, other)]
        if not all(named) or any(_related(a, b) for a in named[0] for b in named[1]):
            return 0
        a, b = (point_of(voice.believed, field) for voice in (one, other))
        if a is None or b is None or a.point is None or b.point is None:
            return 1
        metres = a.point.distance_m(b.point) - a.point.radius_m - b.point.radius_m
        return metres if metres > NEAR_M else 0

    return difference


def _related(one: PlaceName, other: PlaceName) -> bool:
    """Whether two names may be of one place, or one lies in the other."""
    a, b = ([set(words(name)) for name in (p.name, *p.hierarchy)] for p in (one, other))
    return any(a[0] <= name for name in b) or any(b[0] <= name for name in a)


def _others(field: str) -> Difference:
    """Whether two voices name nobody in common; a name within a longer one is the same."""

    def difference(one: Voice, other: Voice) -> float:
        named = [[set(words(text)) for text in voice.texts(field)] for voice in (one, other)]
        common = any(a <= b or b <= a for a in named[0] for b in named[1])
        return float(bool(named[0] and named[1]) and not common)

    return difference


RULES: tuple[Rule, ...] = (
    Rule(
        "made-after-it-came",
        "date_created",
        "grave",
        "said to have been made after a copy of it was already here",
        _made_after,
    ),
    Rule("years-apart", "date_created", "grave", "a year or more lies between", _apart(365)),
    Rule(
        "countries",
        "location_created",
        "grave",
        "made in two countries",
        _country("location_created"),
    ),
    Rule(
        "countries-shown",
        "location_shown",
        "grave",
        "shows two countries",
        _country("location_shown"),
    ),
    Rule("months-apart", "date_created", "serious", "four weeks or more lie between", _apart(28)),
    Rule(
        "far-apart",
        "location_created",
        "serious",
        "made more than 50 km apart",
        _far("location_created"),
    ),
    Rule(
        "far-apart-shown",
        "location_shown",
        "serious",
        "shows places more than 50 km apart",
        _far("location_shown"),
    ),
    Rule("people", "person_shown", "serious", "names other people", _others("person_shown")),
    # Less than a day may be two time zones telling one moment.
    Rule("days-apart", "date_created", "serious", "a whole day or more lies between", _apart(1)),
    Rule(
        "places",
        "location_created",
        "slight",
        "made at two places, neither in the other",
        _elsewhere("location_created"),
    ),
    Rule(
        "places-shown",
        "location_shown",
        "slight",
        "shows two places, neither in the other",
        _elsewhere("location_shown"),
    ),
    Rule("creators", "creator", "slight", "made by different people", _others("creator")),
    Rule("credits", "credit_line", "slight", "credited differently", _others("credit_line")),
)
"""What copies of one picture must agree on, gravest first; of a field, the first that applies."""


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


def conflicts(voices: Sequence[Voice]) -> list[Shape]:
    """Fields of which deliveries of one work say what cannot all be true, gravest first.

    ``{field, values, photos, rule, gravity, apart}``: ``values[i]`` is what ``photos[i]`` says;
    ``apart`` is the largest difference, in days, metres, or 1.
    """
    found: dict[str, Shape] = {}
    for rule in RULES:
        if rule.field in found or not any(voice.texts(rule.field) for voice in voices):
            continue
        speaking = _speaking(voices, rule.field)
        apart = {
            pair: difference
            for pair in combinations(range(len(speaking)), 2)
            if (difference := rule.difference(speaking[pair[0]], speaking[pair[1]]))
        }
        if apart:
            said = dict.fromkeys(
                (speaking[at].delivery.photo, _text(speaking[at], rule.field))
                for at in sorted({at for pair in apart for at in pair})
            )
            found[rule.field] = {
                "field": rule.field,
                "values": [text for _, text in said],
                "photos": [photo for photo, _ in said],
                "rule": rule.name,
                "gravity": rule.gravity,
                "apart": round(max(apart.values()), 3),
            }
    return list(found.values())


def _speaking(voices: Sequence[Voice], field: str) -> list[Voice]:
    """Voices that say anything of a field; of those of one photo that say the same, the first."""
    said = {
        (v.delivery.photo, *((s.text, s.place, s.point) for s in v.believed[field])): v
        for v in reversed(voices)
        if field in v.believed
    }
    return list(said.values())[::-1]


def gravest(shapes: Iterable[Shape]) -> tuple[int, float]:
    """By what works in conflict are ordered: the gravest rule, then how far apart it is."""
    order = {rule.name: at for at, rule in enumerate(RULES)}
    return min(((order[s["rule"]], -s["apart"]) for s in shapes), default=(len(RULES), 0.0))


def delivery_shape(voice: Voice) -> Shape:
    """Who delivered one file, when, and with which story."""
    delivery = voice.delivery
    return {
        "photo": delivery.photo,
        "path": delivery.path,
        "supplier": delivery.supplier,
        "delivered": f"{format_moment(delivery.at)}Z",
        **{field: _text(voice, field) or None for field in TOLD},
    }


TOLD = (
    *("date_created", "location_created", "location_shown", "person_shown"),
    *("creator", "credit_line", "headline", "caption"),
)
"""What a delivery is shown to say."""


def _text(voice: Voice, field: str) -> str:
    """What a voice says; a place that is said twice, with more around it or less, once."""
    told = list(voice.believed.get(field, ()))
    said: dict[str, str] = {}
    for statement in [s for s in told if s.place or not s.point] or told[:1]:
        place = statement.place
        text = ", ".join([place.name, *place.hierarchy]) if place else statement.text
        said.setdefault(fold(place.name) if place else text, text)
    return "; ".join(said.values())
