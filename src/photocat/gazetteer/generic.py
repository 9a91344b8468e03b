"""Generic words of place names: what kind of place they announce, and names without them.

``Donetsk Oblast`` is the province Donetsk, ``Kandahar Air Field`` an airfield at Kandahar: the
generic word says which of several namesakes is meant, and is not always written.
"""

from __future__ import annotations

import re

GENERIC: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "admin1",
        (
            "province",
            "provinces",
            "region",
            "oblast",
            "state",
            "governorate",
            "krai",
            "republic",
            "autonomous region",
            "autonomous republic",
            "prefecture",
            "canton",
            "voivodeship",
            "autonomous community",
            "federal district",
            "emirate",
            "division",
            "wilaya",
            "departement",
            "bundesland",
            "provinz",
            "gebiet",
            "provincia",
            "estado",
            "область",
            "края",
            "край",
            "области",
            "областi",
            "области",
            "محافظه",
            "省",
            "州",
        ),
    ),
    (
        "admin2",
        (
            "county",
            "district",
            "parish",
            "raion",
            "rayon",
            "department",
            "municipality",
            "landkreis",
            "borough",
            "subdistrict",
            "township",
            "regency",
            "woreda",
            "upazila",
            "tehsil",
            "район",
            "района",
            "县",
            "縣",
        ),
    ),
    (
        "city",
        (
            "city",
            "town",
            "village",
            "hamlet",
            "settlement",
            "capital",
            "stadt",
            "市",
            "город",
            "місто",
            "ville",
            "ciudad",
        ),
    ),
    (
        "airfield",
        (
            "airport",
            "international airport",
            "regional airport",
            "municipal airport",
            "airfield",
            "air field",
            "airbase",
            "air base",
            "air force base",
            "air station",
            "naval air station",
            "joint base",
            "afb",
            "air national guard base",
            "air reserve base",
            "air reserve station",
            "air guard station",
            "air force station",
            "army airfield",
            "aerodrome",
            "airstrip",
            "flughafen",
            "aeropuerto",
            "aeroport",
            "аэропорт",
            "авиабаза",
        ),
    ),
    (
        "base",
        (
            "base",
            "military base",
            "naval base",
            "naval station",
            "naval facility",
            "barracks",
            "army base",
            "garrison",
            "training area",
            "proving ground",
            "army post",
            "forward operating base",
            "combat outpost",
            "naval shipyard",
            "submarine base",
            "depot",
            "marine corps base",
            "arsenal",
            "army depot",
            "training center",
            "training centre",
        ),
    ),
    ("camp", ("camp", "refugee camp", "displaced persons camp", "idp camp", "camps")),
    ("port", ("port", "harbor", "harbour", "seaport", "shipyard")),
    ("island", ("island", "islands", "isle", "atoll", "archipelago", "insel")),
    ("bay", ("bay", "gulf", "sound", "fjord", "lagoon")),
    ("sea", ("sea", "ocean")),
    ("strait", ("strait", "straits", "channel", "canal")),
    ("lake", ("lake", "reservoir")),
    ("river", ("river", "creek", "delta")),
    ("valley", ("valley", "gorge", "canyon")),
    ("mountain", ("mountain", "mountains", "mount", "peak", "hills", "volcano")),
)
"""Kinds of place, and the words (folded) that announce each, before or after the name."""

KIND_OF = {word: kind for kind, words in GENERIC for word in words}
"""The kind that a generic word announces."""

_SORTED = sorted(KIND_OF, key=len, reverse=True)
_TAIL = re.compile(
    r"^(?P<core>.*\S)[ -](?P<word>" + "|".join(re.escape(w) for w in _SORTED) + r")$", re.DOTALL
)
_HEAD = re.compile(
    r"^(?P<word>"
    + "|".join(re.escape(w) for w in _SORTED)
    + r") (?:of (?:the )?|de |von )?(?P<core>\S.*)$",
    re.DOTALL,
)


def core(folded: str) -> str:
    """A folded name without its generic words: ``kherson oblast`` is ``kherson``."""
    if (tail := _TAIL.match(folded)) and len(tail["core"]) > 2:
        return tail["core"]
    if (head := _HEAD.match(folded)) and len(head["core"]) > 2:
        return head["core"]
    return folded


def kind_announced(folded: str) -> str | None:
    """The kind of place that a name's generic word announces: ``admin1`` of ``omsk region``."""
    match = _TAIL.match(folded) or _HEAD.match(folded)
    if not match or len(match["core"]) < 3:
        return None
    kind = KIND_OF[match["word"]]
    return "town" if kind == "city" else kind
