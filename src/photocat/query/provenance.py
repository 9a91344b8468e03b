"""What the believed value of a field rests on: the kind of its carrier, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from photocat.fields import FIELDS
from photocat.preferred import PERSON
from photocat.query.nodes import Provable
from photocat.records import Statement

PROVABLE: Final[dict[str, Provable]] = {
    "date": "date_created",
    "place": "location_created",
    "shown": "location_shown",
    "person": "person_shown",
    "creator": "creator",
    "credit": "credit_line",
}
"""What queries call the fields whose provenance may be asked for."""

BY_PERSON = "person"
"""The carrier of what a person said here."""

_KINDS = {carrier.split()[0].lower() for field in FIELDS for carrier in field.carriers}
CARRIERS: Final = (*sorted(_KINDS), BY_PERSON)
"""Kinds of carriers: ``exif``, ``iim``, ``caption`` …"""


def carrier_kind(statement: Statement) -> str:
    """The first word of the origin of a statement, as in ``CARRIERS``."""
    if statement.rank <= PERSON:
        return BY_PERSON
    return statement.evidence.origin.partition("[")[0].partition(" ")[0].lower()


def percent(statement: Statement) -> int:
    """How sure a statement is, in whole percent."""
    return round(statement.evidence.confidence * 100)


def proofs(
    believed: Mapping[str, Iterable[Statement]],
) -> dict[Provable, tuple[frozenset[str], frozenset[int]]]:
    """The kinds of carriers, and the percents, of the believed values (``preferred``) of fields."""
    told = {field: tuple(believed[field]) for field in PROVABLE.values() if field in believed}
    return {
        field: (frozenset(map(carrier_kind, values)), frozenset(map(percent, values)))
        for field, values in told.items()
    }
