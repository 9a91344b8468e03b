"""What people of a country are called: weak evidence of where something happened."""

from __future__ import annotations

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
