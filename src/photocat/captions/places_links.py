"""What the words between two names say: that one lies in the other, near it, or nothing."""

from __future__ import annotations

import re

from photocat.captions.places_words import DIRECTIONS, FACILITIES, PLACE_NOUNS

_ADJECTIVES = (
    "|".join(sorted(DIRECTIONS, key=len, reverse=True))
    + r"|central|downtown|greater|upper|lower|mainland|rural|metro|metropolitan|suburban|nearby"
    r"|southernmost|northernmost|far|remote"
)
_OF = rf"(?:(?:(?!off |near |outside |from )[a-z-]+ ){{0,3}}(?:{PLACE_NOUNS}) of )?"
_NOUNS = rf"(?: (?:{PLACE_NOUNS}))*"
_CALLED = r"(?:(?:capital|city|town|village|port)(?: city| town)?,? )?"
"""``south of the capital Tunis``."""

_HOUSES = (
    rf"(?:{FACILITIES}|{FACILITIES.lower()}|courtroom|newsroom|project|farms|headquarters|office|offices|home"
    rf"|Forest|Wilderness|Desert|Mountains|Valley|Canyon|Peninsula"
    r"|Court House|crater|caldera|summit|slopes|rim|waterfront|skyline"
    rf"|residence|apartment|penitentiary|campus|facility|plant|reactor|{PLACE_NOUNS})"
)
HOUSE = re.compile(
    rf"^(?:'s?(?: (?!(?:and|in|at|as|after|during|to|of)\b)[\w.'-]{{1,30}}){{0,4}}"
    rf"|(?: [a-z-]{{1,20}}){{0,1}}) {_HOUSES}\b"
)
"""``Istanbul's old court``, ``Cairo airport``: what stands there stands in the place."""
HOUSED = re.compile(rf"^(?:'s?)?(?: [\w.'-]{{1,30}}){{0,3}} {_HOUSES}(?: \([A-Z]{{2,6}}\))? ?, ?$")
"""``Harare Magistrates Court, Zimbabwe``: the first name says where a building is."""

COMMA = re.compile(
    rf"^{_NOUNS}\.? ?,\s?(?:in |en |au |aux |the )*(?:(?:{_ADJECTIVES}) )*{_OF}(?:the )?$"
)
IN = re.compile(
    rf"^{_NOUNS},? (?:in|en|of|on|inside|within|at|в|во|у)\b(?: the)?(?: (?:{_ADJECTIVES}))*"
    rf" ?(?: ?{_OF})?(?:the )?$"
)
_LIES_IN = re.compile(
    rf"^,? (?:an? (?:[a-z'-]+ ){{0,3}}(?:{PLACE_NOUNS}),? )?(?:located|situated) (?:in|on|within)"
    rf"(?: the)?(?: (?:{_ADJECTIVES}))* ?{_OF}(?:the )?$"
    rf"|^, an? (?:[a-z'-]+ ){{0,3}}(?:{PLACE_NOUNS}) (?:in|on|within)"
    rf"(?: the)?(?: (?:{_ADJECTIVES}))* ?{_OF}(?:the )?$"
)
"""``Breezy Point, a neighborhood located in Queens``."""
SPACE = re.compile(r"^ ?$|^ \($")
OWNER = re.compile(
    r"^'s? (?:(?!(?:in|at|on|to|from|for|with|by|and|during|as|after|before) )[a-z-]+ ){0,4}$"
    r"|^'s? (?:[a-z-]+ ){0,3}(?:" + PLACE_NOUNS + r") of (?:the )?$"
)
CAPITAL = re.compile(r"^(?:'s)? capital,? (?:city,? )?(?:of )?$")
_CAPITAL_ABROAD = re.compile(
    r"^,? (?:la |a |die |der |de |il )?(?:capitale|capital|hauptstadt|hoofdstad) (?:[a-zà-ÿ]+ )?"
    r"(?:du|de|del|des|van|von|der|do|da|dos|das|della|dell|di|d)(?: la| los| las| het)?(?: |['’])?"
    r"(?:l['’])?$"
)
"""``Ouagadougou, la capitale du Burkina Faso``."""
COMPASS = re.compile(rf"\b(?:{'|'.join(DIRECTIONS)}) of (?:the )?$")
NEAR = re.compile(
    rf"^{_NOUNS}(?:, (?:an?|the)(?: [a-z-]+){{1,4}}|,?(?: [a-z]+)?)"
    r" (?:near|outside|just outside|close to|next to|beside|off|bordering"
    rf"|(?:{'|'.join(DIRECTIONS)}) (?:of|from)|on the outskirts of|overlooking|facing|towards?)"
    rf"(?: the)?(?: (?:{_ADJECTIVES}))* ?(?: ?{_OF})?(?:the )?{_CALLED}$"
    rf"|^{_NOUNS},? (?:on|at|along|near) (?:the|its) (?:[a-z]+ )?"
    rf"(?:border|frontier) with (?:the )?$"
)
_FAR_FROM = re.compile(
    rf"^,? (?:an? (?:[a-z-]+ )?(?:{PLACE_NOUNS}),? )?"
    r"(?:(?:about|around|some|roughly|nearly|just) )?\d{1,4}(?:[.,]\d+)?[ -]?"
    rf"(?:kms?|kilomet\w+|miles?)\b\.?(?: \([^()]{{1,30}}\))?"
    rf" (?:to the )?(?:(?:{'|'.join(DIRECTIONS)}) (?:of|from)|from|outside|off)"
    rf"(?:(?: the)?(?: [a-z'-]+){{0,3}} (?:capital|city|town|port|village)(?: of)?,?)? $"
)
"""``Tanta, 120 kilometers north of Cairo``: which tells a known name from its namesakes."""
DEMONYM = re.compile(
    rf"^ (?:[a-z-]+ ){{0,3}}(?:{PLACE_NOUNS})(?: (?:city|town|village))?(?: of)?,? $|^ $"
)

SUBURB = re.compile(r"^(?:'s)? (?:[a-z]+ )?(?:suburb|neighbou?rhood|quarter) of $")
_HAN_OWNER = frozenset(
    [
        "首都",
        "的",
        "北部",
        "南部",
        "东部",
        "西部",
        "中部",
        "省",
        "市",
        "省会",
        "首府",
        "东北部",
        "西北部",
        "东南部",
        "西南部",
    ]
)

_TITLED = re.compile(
    r"^'s? .*\b(?!City|Region|Province|District|State|Capital|North|South|East|West|Central)[A-Z]"
)
"""``Iran's President``: what follows is a person."""

_VICINITY = frozenset((" (vicinity), ", " vicinity, ", " (near), "))

Link = str
_LONG, _LONGEST = 60, 90
"""Characters between two names of which one tells the other, and where a distance is among them."""


def link(gap: str, possessive: bool) -> Link | None:
    """``in`` (the first lies in the second), ``owner`` (the second in the first), ``near``; and
    ``far``, where a distance and a direction stand between them."""
    if len(gap) > _LONGEST or "\n" in gap:
        return None
    if len(gap) > _LONG:
        return "far" if _FAR_FROM.match(gap.lower()) else None
    if HOUSED.match(gap) or gap in _VICINITY:
        return "comma"
    titled = _TITLED.search(gap) is not None
    gap = gap.lower()
    if gap in _HAN_OWNER or SUBURB.match(gap):
        return "owner"
    if possessive:
        return "owner" if not titled and (OWNER.match(gap) or CAPITAL.match(gap)) else None
    if COMMA.match(gap) or _CAPITAL_ABROAD.match(gap):
        return "comma"
    if IN.match(gap) or _LIES_IN.match(gap):
        return "in"
    if SPACE.match(gap):
        return "space"
    if CAPITAL.match(gap):
        return "owner"
    if NEAR.match(gap):
        return "near"
    if _FAR_FROM.match(gap):
        return "far"
    return None


_DISTANCE = (
    r"(?:(?:about|around|some|roughly|approximately|nearly|just|more than|less than) )?"
    r"(?P<{0}>\d{{1,4}}(?:[.,]\d+)?|one|two|three|four|five|ten|dozen|half a)[ -]"
    r"?(?P<{1}>km|kms|kilomet(?:er|re)s?|miles?|mi|m|meters?|metres?|nautical miles?|nm)\b\.?"
    r"(?: ?\([^)]{{1,30}}\))?"
)
_SIDE = r"(?P<{0}>" + "|".join(sorted(DIRECTIONS, key=len, reverse=True)) + ")"

BEFORE = re.compile(
    r"(?:^|\s|,|\()(?:"
    + _DISTANCE.format("n1", "u1")
    + r" (?:(?:to the )?"
    + _SIDE.format("d1")
    + r" (?:of|from)|from|off|outside|away from|inland from)"
    + r"|(?P<side>"
    + "|".join(sorted(DIRECTIONS, key=len, reverse=True))
    + r") of"
    + r"|(?P<near>near|nearby|close to|outside|just outside|on the outskirts of|the outskirts of"
    + r"|(?:in )?the vicinity of|off|off the coast of|offshore (?:from|of)"
    + r"|next to|a suburb of|bei|nahe|in der Nähe von|unweit von"
    + r"|cerca de|près de|около|под|біля)"
    + r")(?: the)?(?: (?:"
    + _ADJECTIVES
    + r"))*(?: (?:[a-z-]+ )?(?:"
    + PLACE_NOUNS
    + r") of)?(?: the| its)?"
    + r"(?: (?:[A-Z][a-z]+ )?"
    + r"(?:capital|city|town|village|border town|port city|kibbutz|moshav),?)? $",
    re.IGNORECASE,
)
"""Words before a name that say how far from it and where."""

AFTER = re.compile(
    r"^,? "
    + _DISTANCE.format("n2", "u2")
    + r" (?:to the )?"
    + _SIDE.format("d2")
    + r"(?![\w-]| (?:of|from)\b)"
)
BEHIND = re.compile(r"^,? " + _DISTANCE.format("n3", "u3"))
NUMBERS = {"one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "ten": 10.0,
           "dozen": 12.0, "half a": 0.5}  # fmt: skip


_THOUSANDS = re.compile(r"[.,](?=\d{3}$)")
"""``1,900 km`` is no two kilometres."""


def distance_m(number: str, unit: str) -> float:
    """A distance as it is written, in metres."""
    number = _THOUSANDS.sub("", number)
    count = NUMBERS.get(number.lower()) or float(number.replace(",", "."))
    unit = unit.lower()
    if unit.startswith(("nautical", "nm")):
        return count * 1852.0
    if unit.startswith("mi"):
        return count * 1609.344
    return count * (1000.0 if unit.startswith("k") else 1.0)
