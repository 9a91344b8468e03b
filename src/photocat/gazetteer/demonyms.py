"""What people of a country are called: weak evidence of where something happened."""

from __future__ import annotations

import re
from functools import cache

from photocat.gazetteer.keys import key
from photocat.gazetteer.tables import rows_of


@cache
def demonyms() -> dict[str, str]:
    """Country codes by the key of the adjective or noun: ``syrian`` and ``syrians`` are ``SY``."""
    found: dict[str, str] = {}
    rows = list(rows_of("countries.tsv"))
    countries = {key(row["name"]) for row in rows}
    for row in rows:
        for written in filter(None, row["demonyms"].split("|")):
            found[key(written)] = row["code"]
            if (plural := key(written) + "s") not in countries:
                found.setdefault(plural, row["code"])
    return found


_ENDINGS = ("", "e", "en", "er", "es", "em")
_PART = re.compile(r"(?:nord|sud|ost|west){1,2}|zentral|mittel|ober|nieder")


@cache
def adjectives() -> dict[str, str]:
    """Country codes by German, French and Spanish adjectives, as ``spanischen``, ``syrienne``."""
    found: dict[str, str] = {}
    for row in rows_of("adjectives.tsv"):
        for stem in filter(None, row["de"].split("|")):
            found |= dict.fromkeys((key(stem) + ending for ending in _ENDINGS), row["code"])
        for written in filter(None, f"{row['fr']}|{row['es']}".split("|")):
            found[key(written)] = found[key(written) + "s"] = row["code"]
    return found


def country_meant(word: str) -> str | None:
    """The country of an adjective by its key, in parts of it as well: ``sudfranzosischen``."""
    known = adjectives()
    if code := known.get(word):
        return code
    part = _PART.match(word)
    return known.get(word[part.end() :]) if part else None
