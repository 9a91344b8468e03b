"""What people of a country are called: weak evidence of where something happened."""

from __future__ import annotations

from functools import cache

from photocat.gazetteer.keys import key
from photocat.gazetteer.sources import rows_of


@cache
def demonyms() -> dict[str, str]:
    """Country codes by the key of the adjective or noun: ``syrian`` and ``syrians`` are ``SY``."""
    found: dict[str, str] = {}
    for row in rows_of("countries.tsv"):
        for written in filter(None, row["demonyms"].split("|")):
            found[key(written)] = row["code"]
            found.setdefault(key(written) + "s", row["code"])
    return found
