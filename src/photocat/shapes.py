"""The JSON shapes of photos: stable, plain values only; they grow, nothing is renamed."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from photocat.dates import format_moment
from photocat.fields import FIELDS, Kind
from photocat.preferred import point_of, preferred
from photocat.records import Fingerprint, Photo, Relation, Statement, Tag

Shape = dict[str, Any]


def photo_shape(
    *,
    sha256: str,
    format: str,
    width: int,
    height: int,
    files: Sequence[Shape],
    statements: Iterable[Statement],
    id: int | None = None,
    work: int | None = None,
    match: str | None = None,
) -> Shape:
    """One photo of an answer: what it is, where it lies, and the believed value of every field.

    Width and height are null where the picture cannot be decoded and its file does not say.
    """
    ids: Shape = {} if id is None else {"id": id}
    found: Shape = {} if match is None else {"match": match}
    works: Shape = {} if id is None else {"work": work}
    header = {"sha256": sha256, "format": format, "width": width or None, "height": height or None}
    return ids | header | works | {"files": list(files)} | found | _field_values(statements)


def unstored_shape(photo: Photo) -> Shape:
    """A photo that no catalog holds, as ``read`` prints it: the same without ids."""
    return photo_shape(
        sha256=photo.sha256,
        format=photo.format,
        width=photo.width,
        height=photo.height,
        files=[file_shape(photo.file.path, photo.file.supplier, "present")],
        statements=photo.statements,
    ) | {
        "orientation": photo.orientation,
        "pixel_digest": photo.pixel_digest,
        "statements": [statement_shape(s) for s in photo.statements],
        "fingerprints": [fingerprint_shape(f) for f in photo.fingerprints],
        "tags": [tag_shape(t) for t in photo.tags],
        "notes": [{"code": n.code, "detail": n.detail} for n in photo.notes],
    }


def file_shape(path: str, supplier: str | None, state: str) -> Shape:
    """Where bytes were seen; ``path_base64`` is there only when the name is not valid UTF-8."""
    try:
        path.encode()
        return {"path": path, "supplier": supplier, "state": state}
    except UnicodeEncodeError:
        raw = os.fsencode(path)
        return {
            "path": raw.decode("utf-8", "backslashreplace"),
            "path_base64": base64.b64encode(raw).decode(),
            "supplier": supplier,
            "state": state,
        }


def statement_shape(statement: Statement) -> Shape:
    """A statement with all of its evidence; ``denied`` is there only when a person denies it."""
    evidence = statement.evidence
    denied: Shape = {"denied": True} if statement.denied else {}
    return {
        "field": statement.field,
        "text": statement.text,
        **_date_bounds(statement),
        **(_place_parts(statement) if statement.place or statement.point else {}),
        **_evidence(statement),
        "span": list(evidence.span) if evidence.span else None,
        "rank": statement.rank,
        "scope": statement.scope,
    } | denied


def tag_shape(tag: Tag) -> Shape:
    """A raw tag; ``length`` is there only when the value was cut."""
    cut: Shape = {} if tag.length is None else {"length": tag.length}
    return {"origin": tag.origin, "value": tag.value, "scope": tag.scope} | cut


def fingerprint_shape(fingerprint: Fingerprint) -> Shape:
    """A fingerprint, its bits in hexadecimal; of local features, which are long, their SHA-256."""
    short = len(fingerprint.bits) <= 64
    shape = {
        "kind": fingerprint.kind,
        "bits": fingerprint.hex if short else None,
        "quality": fingerprint.quality,
    }
    return shape if short else shape | {"sha256": hashlib.sha256(fingerprint.bits).hexdigest()}


def relation_shape(relation: Relation) -> Shape:
    """What two photos are to each other; ``box`` is there where it shows a part of ``second``."""
    geometry = relation.geometry
    return {
        "first": relation.first,
        "second": relation.second,
        "relation": relation.relation,
        "status": relation.status,
        "confidence": relation.confidence,
        "distance": relation.distance,
        "box": list(geometry["box"]) if "box" in geometry else None,
        "mirrored": bool(geometry.get("mirrored", False)),
        "rotation": geometry.get("rotation", 0),
        "method": relation.method,
        "decided_by": relation.decided_by,
    }


def _field_values(statements: Iterable[Statement]) -> Shape:
    believed = preferred(statements)
    values: Shape = {}
    for field in FIELDS:
        stated = believed.get(field.name, ())
        if field.kind is Kind.DATE:
            values[field.name] = _date(stated[0]) if stated else None
        elif field.kind is Kind.PLACE:
            values[field.name] = _place(believed, field.name) if stated else None
        elif field.repeatable:
            values[field.name] = [s.text for s in stated]
        elif field.kind is Kind.NUMBER:
            values[field.name] = float(stated[0].text) if stated else None
        else:
            values[field.name] = stated[0].text if stated else None
    return values


def _date(statement: Statement) -> Shape:
    return _date_bounds(statement) | _evidence(statement)


def _date_bounds(statement: Statement) -> Shape:
    date = statement.date
    if date is None:
        return {}
    return {
        "edtf": date.text,
        "earliest": format_moment(date.earliest),
        "latest": format_moment(date.latest),
        "utc_offset": format_offset(date.utc_offset),
    }


def format_offset(minutes: int | None) -> str | None:
    """Minutes east of UTC as ``+02:00``."""
    if minutes is None:
        return None
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def _place(believed: Mapping[str, tuple[Statement, ...]], field: str) -> Shape:
    best = believed[field][0]
    shape = _place_parts(best) | _evidence(best)
    located = point_of(believed, field)
    if best.point is None and located is not None and located.point is not None:
        shape |= _point(located) | {"point_origin": located.evidence.origin}
    named = next((s for s in believed[field] if s.place is not None), None)
    if best.place is None and named is not None:
        names = {key: _place_parts(named)[key] for key in ("name", "country_code", "hierarchy")}
        shape |= names | {"name_origin": named.evidence.origin}
    return shape


def _place_parts(statement: Statement) -> Shape:
    place = statement.place
    return {
        "name": place.name if place else None,
        "country_code": place.country_code if place else None,
        "hierarchy": list(place.hierarchy) if place else [],
    } | _point(statement)


def _point(statement: Statement) -> Shape:
    point = statement.point
    return {
        "lat": point.lat if point else None,
        "lon": point.lon if point else None,
        "radius_km": round(point.radius_m / 1000, 3) if point else None,
    }


def _evidence(statement: Statement) -> Shape:
    evidence = statement.evidence
    return {
        "origin": evidence.origin,
        "quote": evidence.quote,
        "rule": evidence.rule,
        "confidence": evidence.confidence,
    }
