"""Where copies of one picture tell different stories: the alarm for recycled pictures.

``RULES`` says which differences between deliveries matter, and how much; ``voices`` measures them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal, get_args

from photocat.dates import format_moment
from photocat.dedup.voices import (
    Difference,
    Voice,
    countries,
    days_apart,
    elsewhere,
    far,
    made_after,
    others,
)
from photocat.words import fold

Shape = dict[str, Any]

Gravity = Literal["grave", "serious", "slight"]
GRAVITIES: tuple[Gravity, ...] = get_args(Gravity)


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of ``RULES``."""

    name: str
    field: str
    gravity: Gravity
    meaning: str
    difference: Difference


RULES: tuple[Rule, ...] = (
    Rule(
        "made-after-it-came",
        "date_created",
        "grave",
        "said to have been made after a copy of it was already here",
        made_after,
    ),
    Rule("years-apart", "date_created", "grave", "a year or more lies between", days_apart(365)),
    Rule(
        "countries",
        "location_created",
        "grave",
        "made in two countries",
        countries("location_created"),
    ),
    Rule(
        "countries-shown",
        "location_shown",
        "grave",
        "shows two countries",
        countries("location_shown"),
    ),
    Rule(
        "months-apart", "date_created", "serious", "four weeks or more lie between", days_apart(28)
    ),
    Rule(
        "far-apart",
        "location_created",
        "serious",
        "made more than 50 km apart",
        far("location_created"),
    ),
    Rule(
        "far-apart-shown",
        "location_shown",
        "serious",
        "shows places more than 50 km apart",
        far("location_shown"),
    ),
    Rule("people", "person_shown", "serious", "names other people", others("person_shown")),
    # Less than a day may be two time zones telling one moment.
    Rule(
        "days-apart", "date_created", "serious", "a whole day or more lies between", days_apart(1)
    ),
    Rule(
        "places",
        "location_created",
        "slight",
        "made at two places, neither in the other",
        elsewhere("location_created"),
    ),
    Rule(
        "places-shown",
        "location_shown",
        "slight",
        "shows two places, neither in the other",
        elsewhere("location_shown"),
    ),
    Rule("creators", "creator", "slight", "made by different people", others("creator")),
    Rule("credits", "credit_line", "slight", "credited differently", others("credit_line")),
)
"""What copies of one picture must agree on, gravest first; of a field, the first that applies."""


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
