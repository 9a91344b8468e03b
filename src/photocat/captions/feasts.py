"""``FEASTS``: days that are called by a name, which with its year states the day.

``New Year's Eve 2019`` is the 31st of December 2019 wherever that is said. Of a feast that moves,
or that countries and churches keep on different days, only the year is stated: no caption says by
whose calendar it counts Easter, or which country's Labour Day it is of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feast:
    """One line of ``FEASTS``: its names, in lower case, with bars between."""

    names: str
    day: str = ""
    """``12-25``; empty where it has no day that is the same everywhere."""
    first: int = 1000
    last: int = 2099
    """The years between which that is its day."""


FEASTS: tuple[Feast, ...] = (
    Feast("new year's day|new years day|neujahr|neujahrstag|jour de l'an|capodanno", "01-01"),
    Feast("valentine's day|valentines day|valentinstag|saint-valentin", "02-14"),
    Feast("international women's day|women's day|weltfrauentag", "03-08", 1922),
    Feast("st. patrick's day|st patrick's day|saint patrick's day", "03-17"),
    Feast("anzac day", "04-25", 1916),
    Feast("may day|international workers' day|tag der arbeit", "05-01", 1890),
    Feast("cinco de mayo", "05-05"),
    Feast("v-e day|ve day", "05-08", 1945),
    Feast("d-day", "06-06", 1944, 1944),
    Feast("juneteenth", "06-19"),
    Feast("canada day", "07-01", 1983),
    Feast("fourth of july|july fourth", "07-04"),
    Feast("bastille day", "07-14", 1880),
    Feast("ferragosto", "08-15"),
    Feast("tag der deutschen einheit", "10-03", 1990),
    Feast("halloween", "10-31"),
    Feast("all saints' day|all saints day|allerheiligen|toussaint", "11-01"),
    Feast("guy fawkes night|bonfire night", "11-05"),
    Feast("armistice day", "11-11", 1918),
    Feast("remembrance day", "11-11", 1931),
    Feast("veterans day|veterans' day|veteran's day", "11-11", 1978),
    Feast("world aids day", "12-01", 1988),
    Feast("christmas eve|heiligabend|heilig abend|heiliger abend|nochebuena", "12-24"),
    Feast("christmas day|día de navidad|jour de noël", "12-25"),
    Feast("boxing day|st. stephen's day|st stephen's day", "12-26"),
    Feast("new year's eve|new years eve|silvester|sylvester|saint-sylvestre|nochevieja", "12-31"),
    Feast("new year|new year's|chinese new year|lunar new year|tet|nowruz|norouz|newroz|novruz"),
    Feast("carnival|rosenmontag|mardi gras|shrove tuesday|ash wednesday|aschermittwoch"),
    Feast("palm sunday|palmsonntag|holy week|semana santa|maundy thursday|gründonnerstag"),
    Feast("holy thursday|good friday|karfreitag|viernes santo|vendredi saint|holy saturday"),
    Feast("easter|easter sunday|easter monday|easter eve|ostern|ostersonntag|ostermontag|pâques"),
    Feast("ascension day|christi himmelfahrt|pentecost|whit sunday|whit monday|pfingsten"),
    Feast("christmas|xmas|weihnachten|weihnacht|noël|navidad|natale|рождество|різдво"),
    Feast("ramadan|eid|eid al-fitr|eid al-adha|eid ul-fitr|eid ul-adha|ashura|arbaeen"),
    Feast("passover|purim|yom kippur|rosh hashanah|sukkot|hanukkah|chanukah"),
    Feast("diwali|holi|vesak|songkran|пасха|великдень"),
    Feast("labor day|labour day|memorial day|thanksgiving|thanksgiving day|columbus day"),
    Feast("martin luther king day|martin luther king jr. day|mlk day|presidents day"),
    Feast("presidents' day|mother's day|father's day|earth day|flag day|australia day"),
    Feast("independence day|republic day|victory day|liberation day|unity day|national day"),
    Feast("army day|navy day|v-j day|vj day|remembrance sunday|election day|inauguration day"),
    Feast("super tuesday|black friday|cyber monday|super bowl sunday|новый год|новий рік"),
)
"""Every feast; of two names at one place the longer counts."""

_AROUND = "eve weekend week season holidays holiday celebrations festivities parade rally mass"
_OF_NAME = {name: number for number, feast in enumerate(FEASTS) for name in feast.names.split("|")}
_NAMES = "|".join(sorted(map(re.escape, _OF_NAME), key=len, reverse=True))
_FEAST = re.compile(rf"({_NAMES})(?![\w'-])(?: ({_AROUND.replace(' ', '|')})\b)?", re.IGNORECASE)
_FIRST_WORDS = frozenset(re.split(r"[^\w']", name)[0] for name in _OF_NAME)
_OTHERS = re.compile(
    r"\b(?:orthodox|coptic|copts?|julian|(?:lunar|chinese|tibetan|vietnamese|khmer|thai|persian"
    r"|iranian|jewish|islamic|hindu|russian|serbian|ukrainian|ethiopian|old) (?:new|christmas))\b",
    re.IGNORECASE,
)
"""Those who keep a feast on a day of their own."""
_NEAR = 200
"""Characters on either side in which they are looked for."""


def feast_at(work: str, start: int, word: str) -> tuple[str, int, int] | None:
    """A feast that begins with this word, in lower case: its class, its number, its end.

    The class is ``F`` where the feast has a day, ``f`` where its year is all that is stated: also
    of the weekend, the season or the parade around a day.
    """
    if word not in _FIRST_WORDS or (match := _FEAST.match(work, start)) is None:
        return None
    number = _OF_NAME[match[1].lower()]
    near = max(0, start - _NEAR), match.end() + _NEAR
    dated = FEASTS[number].day and not match[2] and not _OTHERS.search(work, *near)
    return "F" if dated else "f", number, match.end()
