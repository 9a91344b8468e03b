"""Figures that look like a year or a day: what they count, number or name, by the words beside."""

from __future__ import annotations

import re

_NOUN = re.compile(
    r"[\s-]*(?:%|°|(?:people|men|women|percent|per|km|kilomet|met[er]|m\b|feet|ft|miles?|hours?"
    r"|dollars|euros?|pounds|tons?|tonnes|barrels|degrees|calories|yards?|lbs?|kg|mph|troops|yen"
    r"|yuan|rubles|Menschen|Euro|Meter|Personen|Soldaten|personnes|personas|человек|осіб|euros"
    r"|block)|"
    r"(?!was|is|as|his|has|its|us|this|does|across|plus|series|previous|famous|various|serious"
    r"|religious|press|shows|crisis|class|campus|virus|process|progress|success|colorless|thus"
    r"|always|besides|afterwards|towards|news)"
    r"[a-z]+(?<=[^s])s\b)"
)
_NUMBERED = re.compile(r"(?i)\b(?:no|nos|nr|number|num|flight|room|line|hull|lot|unit)\.? $")
"""What a number follows: ``No. 1983``."""
_CALLED = re.compile(
    r"\b(?:N[or]|[Nn]umber|[Nn]um|Flight|Room|Line|Hull|Lot|Unit|Yard|Camp|Highway|Route|Plant|Pier"
    r"|Pad|Building|Block|Dock|Hall|Gate|Mill|Mine|Shaft|Hangar|Stage|Part|Page|Plate|Fig|Figure"
    r"|Area|Zone|Sector|Station|Terminal|Reactor|Tower|Row|School|Ward|District|War|Phase|Engine"
    r"|Bay|Shop|Field|Way|Ship|Tank|Car|Hole|Round|Game|Platform|Studio|Furnace)\.? $"
)
"""What is called by a number that may end its sentence: ``Yard 1. September 1943``."""
_SIGNED = re.compile(r"(?:^|[\s,])[B-HJ-Z] $|[$€£#№/-]$")
"""A capital before figures, what an archive calls a picture: ``N 1603``; or a sign of money."""
_THING = re.compile(
    r"\s*(?:street|st\b|avenue|ave\b|road|square|bridge|stadium|neighbou?rhood|brigade"
    r"|(?:\w+ )?movement|division|university|airport|park|boulevard|hospital|district|battalion"
    r"|regiment|infantry|coalition|group\b)"
    r"|(?-i: (?:[A-Z][a-z]+ ){0,2}(?:Farm|Factory|Plant|Mill|School|House|Hall|Club|Palace|Works"
    r"|Institute|Library|Museum|Theatre|Theater|Square|Shop|Hotel|Stadium|Brigade)\b)",
    re.IGNORECASE,
)

_THING_OF = re.compile(
    r"\b(?:Movimiento|Movement|Mouvement|Avenida|Calle|Plaza|Parque|Barrio|Estadio|Hospital"
    r"|Puente|Brigada|Colonia|Rue|Place|Pont|Piazza|Via) (?:del? |du )?$"
)


def counts(before: str, after: str) -> bool:
    """Whether figures count something, or number it: ``2000 people``, ``No. 1983``."""
    return (
        _NOUN.match(after) is not None
        or _NUMBERED.search(before) is not None
        or _SIGNED.search(before) is not None
    )


def ends_a_name(before: str) -> bool:
    """Whether a figure is the end of what something is called: ``at Yard 1``."""
    return _CALLED.search(before) is not None


def names_a_thing(before: str, after: str) -> bool:
    """Whether a thing is called by a day: ``17 November Street``, ``Movimiento 23 de Marzo``."""
    return _THING.match(after) is not None or _THING_OF.search(before) is not None


def counts_what_it_has(classes: str, before: str, after: str) -> bool:
    """``1942 June. 1 transparency``: how many a library has of it, and no day."""
    may_count = _DAY_LAST.match(classes) or _BEHIND_A_MONTH.search(before)
    return may_count is not None and _HOLDINGS.match(after) is not None


_DAY_LAST = re.compile(r"[^dqMm]*Y[^dqMm]*[Mm][.,]?[og]*d$")
_BEHIND_A_MONTH = re.compile(r"\d{4},? [A-Z][a-z]{2,8}\.?(?:-| or | and )$")
_HOLDINGS = re.compile(
    r" (?:(?:[a-z]+|b&w) ){0,2}(?:transparenc|negative|photograph|photos|print|slide|postcard"
    r"|stereograph|drawing|lantern)"
)


def is_first_of_two(after: str) -> bool:
    """``1942 Nov.-Dec. 1 negative``: no month alone, whatever is made of the other."""
    return _TO_A_MONTH.match(after) is not None


_TO_A_MONTH = re.compile(
    r"\.?(?:-| or | and )(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\b"
)
