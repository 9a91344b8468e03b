"""Words around a name by which the clues of ``places_clues`` tell what it is to the photo."""

from __future__ import annotations

import re

from photocat.captions.places_words import EVENTS, FACILITIES, ROADS
from photocat.captions.text import MASKED

AT_ONE = frozenset(("at", "outside", "inside", "leaves", "leaving", "enters", "entering", "visits"))
"""Words that lead to a building in which one is."""
EVENT_AHEAD = re.compile(
    rf"^ (?:[A-Z]\w+ ){{0,2}}(?:{'|'.join(sorted(EVENTS))})\b"
    r"|^ (?:[A-Z]\w+ ){0,2}(?:[a-z-]+ )?(?:tournament|marathon|film festival|carnival|biennale"
    r"|motor show|auto show|regatta|grand prix|fashion week)\b"
)
OWNING = re.compile(r"^['’]s?(?: (?:annual|famous|traditional|first|\d+\w\w))?(?= )")
"""``Lille's Fantastic Festival``."""
RACE = re.compile(r"\bTour (?:of|de) (?:the )?$")
"""``the Tour of Spain``: it leads through all of it."""
SCENERY = re.compile(r"^ (?:during|after|before|in|under|at|with|from the air|by night)\b")
FACILITY = re.compile(
    rf"^(?:(?:'s)? (?:[A-Z][\w.'-]{{0,30}} ){{0,3}}(?:{FACILITIES})\b"
    r"| (?:[A-Z][\w.'-]{0,30} ){1,3}(?:circuit|stadium|airport|arena|racecourse|racetrack|speedway"
    r"|velodrome|zoo|prison|hospital|university|museum)\b)"
)
SUPERLATIVE = re.compile(
    r"\b(?:largest|biggest|oldest|tallest|busiest|longest|highest|deepest|poorest|richest|only)"
    r" (?:[\w-]+ ){1,4}in (?:the )?$"
)
"""``the largest hospital in the United States``: it may lie anywhere."""
HOUSE_WORD = re.compile(rf"(?:{FACILITIES}|{ROADS}|Mills?)\Z", re.IGNORECASE)
HOUSE_THEN = re.compile(rf"{FACILITY.pattern},? (?:in |at |near )?[A-Z]")
"""``Abuja House, London``: it is named after a place that it does not stand in."""
TITLE_AHEAD = re.compile(r"^(?:'s)? [A-Z][\w.'-]*")
NAMED_BEFORE = re.compile(
    rf"(?:[A-Z][\w'-]+ [A-Z][\w'-]+|{MASKED}), (?:\d\d, )?(?:from|of) $"
    r"|\b(?:Pvt|Pfc|Cpl|Sgt|Lt|Capt|Maj|Col|Gen|Spc|Mr|Mrs|Miss|Ms|Dr)\.? (?:[A-Z][\w.'-]* ){1,3}"
    r"of $"
)
"""``Jane Doe, from`` a place and a comma: that is where she is at home."""
RESIDENTS = re.compile(
    r" (?:residents?|villagers|townspeople|shopkeepers|commuters|motorists|voters"
    r"|(?:police|firefighters|officers|police officers) (?!\w+ed\b)[a-z]+)\b"
)
SMALL_AHEAD = re.compile(r" [a-z]")
SEEN_FROM = re.compile(
    r"\b(?:takes? off|took off|taking off|departs?|departed|departing|departure|take-?off"
    r"|launch(?:es|ed)?|lifts? off|rises?"
    r"|rising|billows?|seen|taken|viewed"
    r"|withdraws?|withdrew|withdrawing|retreats?|retreating|photographed|reports?|broadcasts?"
    r"|fired|escapes?) (?:\w+ )?from "
    r"(?:the )?$"
)
WITHIN = re.compile(
    rf"\b(?:front|outside|inside|top|middle|edge|rim|shores?|side|end|corner|steps|grounds|lawn|roof|{FACILITIES}"
    r"|Room|Lawn|Office|slopes?|flanks?|foothills|foot|base|summit|peak|crater|mouth|temples?|ruins"
    r"|pagodas|entrance|gates?|walls|rooftops|skies|waters|hills|dunes|vineyards|approaches"
    r"|mills?|mines?|factories|floor|balcony|podium|lobby|chamber|corridors?|dome"
    r"|(?i:views?|images?|imagery|photos?|photographs?|pictures?|panorama|skyline|footage)) of "
    r"(?:the |an? )?(?:[A-Z]\w+'s )?$"
    r"|\b(?:[Ll]ocation|[Pp]lace|Ort|Lieu|Lugar): $"
    r"|\blocation (?:given|posted|described|identified|said to be) (?:as |in )?(?:the )?$"
)
RESIDENTS_OF = re.compile(
    r"(?:^|[.!?\"] |\ufffc - |— )"
    r"(?:Residents|Citizens|Villagers|Inhabitants|People|Children|Farmers|Women|Men) (?:of|from) "
    r"(?:the )?$"
)
BRIDGED = re.compile(r"\b[Bb]ridge\b[^.;]{0,40} between $")
"""``the bridge between Doetown and Roe City over the river``: at both of them."""
OPENED = re.compile(
    r"\b(?:(?:re)?opening|inauguration|dedication|unveiling|construction|demolition|completion)"
    r"(?: (?:day|ceremony|night))? of (?:the )?(?:new )?$"
)
"""``at the opening of Doe Field``: it is there that it is opened."""
HOUSE_OF = re.compile(
    rf"\b(?:{FACILITIES}|Activities|Landgericht|Amtsgericht|Flughafen|Bahnhof|Hauptbahnhof|Rathaus"
    r"|Universität|Universitätsklinikum|Klinikum|Gedenkstätte|Messe|Université|Universidad"
    r"|Aeropuerto|Aéroport|Estadio|Hôpital) $"
)
"""``Naval Medical Center San Diego``, ``Landgericht Meiningen``: it stands in the town."""
AREA = re.compile(r"^,? (?:area|vicinity|district)\b")
PICTURED = re.compile(
    r"^,? (?:(?:is|are) )?(?:as )?(?:seen|pictured|photographed|viewed|captured|recorded"
    r"|(?:an? |the )?satellite (?:saw|recorded|took|captured))\b"
)
TOPIC = re.compile(
    r"\b(?:meetings?|debates?|conferences?|reports?|statements?|resolutions?|briefings?|vot(?:es?|ing)"
    r"|consultations?|discussions?|talks|news|speech|sanctions) (?:on|about|against) (?:the )?$"
)
"""``a meeting on Syria``: what is spoken of; but ``a hearing on Capitol Hill``."""
SET_OUT = re.compile(
    r"\b(?:depart|leav)(?:s|es|ing|ed)\b[^.;]{2,70}\b(?:to|for) [a-z][^.;]{0,40}"
    r"\b(?:in|at|to) (?:the )?$"
    r"|\b(?:depart|leav)(?:s|es|ing|ed)\b[^.;]{2,70}\b(?:for|en route to) (?:the )?$"
    r"|\b(?:fle(?:d|es|eing)|escap(?:ed|es|ing)|displaced (?:by|from)) "
    r"(?:(?! near | outside | at )[^.;,]){0,50}"
    r"\b(?:in|from|of) (?:the )?(?:[\w-]+ ){0,3}(?:of )?$"
)
"""``leaves the White House to spend the weekend in Florida``, ``departs Cairo for Rome``,
``fleeing the violence in the town of Sinjar``."""
VISIT = re.compile(
    r"\b(?:[Dd]uring|[Oo]n|[Ff]or|[Aa]s part of) (?:an?|his|her|their|its)(?: [\w\ufffc-]+){0,3} "
    r"(?:visit|trip|tour|return|pilgrimage) (?:to|of|in) (?:the )?(?:[\w.]+-[a-z]+ )?$"
)
"""``during a visit to Jakarta``: there."""
DATED_LAST = re.compile(r",? ?\ufffc+\W*(?:$|\.)")
"""``..., Afghanistan July 8, 2021.``: a date, and the sentence ends."""
SPEECH = re.compile(r"\b(?:said|says|told|according|announced|added)\b")


def is_facility(after: str) -> re.Match[str] | None:
    """The name of a building that begins with a place: ``Istanbul's Fatih Mosque``."""
    return FACILITY.match(after)


def is_event(after: str) -> bool:
    """Whether a name is the beginning of an event's: ``Berlin Marathon``."""
    return EVENT_AHEAD.match(after) is not None


def is_house(word: str) -> bool:
    """Whether a word is the last of a building's or a street's name."""
    return HOUSE_WORD.match(word) is not None
