"""The language of edits: ``field=value``, ``field+=value``, ``field-=value``, ``field!``.

    =    this and nothing else; written several times, these
    +=   this too            (fields that hold several values)
    -=   not this            (the same)
    !    nothing at all

Dates are EDTF. A place is ``name[, what it lies in …][@latitude,longitude]``; a last part of two
capital letters is its country code (ISO 3166-1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from photocat.dates import Edtf
from photocat.errors import BadPlace, UsageError
from photocat.fields import FIELD, Field, Kind
from photocat.places import Point, read_point
from photocat.preferred import PERSON
from photocat.query.table import HAS
from photocat.records import Edit, Evidence, PlaceName, Statement

RULE = "edit"

ALIASES = {name: field for name, field in HAS.items() if field in FIELD} | {"by": "creator"}
"""The names under which fields may be edited: those of queries."""

MACHINE_READ = ("camera", "lens")
"""Facts of the file that nobody edits."""

RATINGS = range(-1, 6)
"""XMP Specification Part 2, xmp:Rating: -1 is rejected, 0 unrated."""

_EDIT = re.compile(r"([A-Za-z](?:[A-Za-z_]|-(?!=))*)(\+=|-=|=|!$)(.*)", re.DOTALL)
_COUNTRY = re.compile(r"[A-Z]{2}")


def is_edit(argument: str) -> bool:
    """Whether an argument has the form of an edit, whatever its field is called."""
    return _EDIT.fullmatch(argument) is not None


def read_edits(texts: Iterable[str], who: str) -> list[Edit]:
    """What ``who`` wants to say, one edit for each field and sign, in the order written.

    Raises ``UsageError`` for a field there is not, with the nearest there is, and for a value that
    is none of its field.
    """
    values: dict[tuple[Field, str], list[str]] = {}
    for text in texts:
        match = _EDIT.fullmatch(text)
        if match is None:
            raise UsageError(f"not an edit: {text!r}; write field=value, +=, -= or field!")
        name, sign, value = match[1], match[2], match[3].strip()
        field = field_of(name)
        if sign != "!" and not value:
            raise UsageError(f"{name}{sign} lacks a value; {name}! says that there is none")
        if sign in ("+=", "-=") and not field.repeatable:
            raise UsageError(f"{field.name} holds one value: write {field.name}={value}")
        values.setdefault((field, sign), []).append(value)
    return [_edit(field, sign, said, who) for (field, sign), said in values.items()]


def field_of(name: str) -> Field:
    """The field of a name or alias. Raises ``UsageError`` with the nearest right spelling."""
    wanted = name.lower().replace("-", "_")
    known = [n for n in dict.fromkeys([*FIELD, *ALIASES]) if n not in MACHINE_READ]
    field = FIELD.get(ALIASES.get(wanted, wanted))
    if field is None or field.name in MACHINE_READ:
        close = get_close_matches(wanted, known, n=1)
        hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(known)}"
        raise UsageError(f"no field {name!r} can be edited; {hint}")
    return field


def _edit(field: Field, sign: str, values: list[str], who: str) -> Edit:
    if sign == "=" and len(values) > 1 and not field.repeatable:
        raise UsageError(f"{field.name} holds one value, not {len(values)}")
    origin = f"person {who}"
    if sign == "-=":
        return Edit(field.name, tuple(denial(field.name, v, origin) for v in values), False)
    said = [] if sign == "!" else [read_statement(field, value, origin) for value in values]
    nothing_else = [] if sign == "+=" else [denial(field.name, "", origin)]
    return Edit(field.name, (*nothing_else, *said), sign != "+=")


def denial(field: str, text: str, origin: str, rule: str = RULE) -> Statement:
    """That a value is not so; without a text: that nothing machines say is."""
    return Statement(field, text, Evidence(origin, text, rule), PERSON, denied=True)


def read_statement(field: Field, text: str, origin: str) -> Statement:
    """What a person says of a field. Raises ``BadDate``, ``BadPlace`` or ``UsageError``."""
    evidence = Evidence(origin, text, RULE)
    if field.kind is Kind.DATE:
        date = Edtf.parse(text)
        return Statement(field.name, date.text, evidence, PERSON, date=date)
    if field.kind is Kind.PLACE:
        place, point = read_place(text)
        name = place.name if place else text.removeprefix("@")
        return Statement(field.name, name, evidence, PERSON, place=place, point=point)
    if field.kind is Kind.NUMBER and text not in map(str, RATINGS):
        raise UsageError(f"a rating is {RATINGS[0]} to {RATINGS[-1]}, not {text!r}")
    return Statement(field.name, text, evidence, PERSON)


def read_place(text: str) -> tuple[PlaceName | None, Point | None]:
    """``"Tartus, Syria, SY@34.889,35.887"``; either side of the ``@`` may be missing."""
    names, at, coordinates = text.rpartition("@")
    if not at:
        names, coordinates = text, ""
    point = read_point(coordinates) if at else None
    parts = [part.strip() for part in names.split(",")]
    if names.strip() and not all(parts):
        raise BadPlace(text, "write name, what it lies in@latitude,longitude")
    country = parts.pop() if len(parts) > 1 and _COUNTRY.fullmatch(parts[-1]) else None
    if not names.strip():
        return None, point
    return PlaceName(parts[0], tuple(parts[1:]), country), point
