"""The JSON shape of a read caption: stable, plain values only; it grows, nothing is renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from photocat.captions.found import Caption, CaptionNote, FoundDate, FoundText
from photocat.dates import format_moment

if TYPE_CHECKING:
    from photocat.captions.places import FoundPlace
    from photocat.gazetteer import Place

Shape = dict[str, Any]


def caption_shape(caption: Caption) -> Shape:
    """A caption as ``photocat caption`` prints it."""
    shape: Shape = {
        "date_created": _date(caption.date_created),
        "mentioned_dates": [_date(date) for date in caption.mentioned_dates],
        "released": _date(caption.released),
        "location_created": _place(caption.location_created),
        "location_shown": _place(caption.location_shown),
        "mentioned_places": [_place(place) for place in caption.mentioned_places],
        "ambiguous_places": [_place(place) for place in caption.ambiguous_places],
        "person_shown": [_text(person) for person in caption.person_shown],
        "mentioned_people": [_text(person) for person in caption.mentioned_people],
        "creator": [_text(creator) for creator in caption.creator],
        "agency": _text(caption.agency),
        "credit_line": _text(caption.credit_line),
        "event": _text(caption.event),
        "notes": [_note(note) for note in caption.notes],
    }
    return shape


def _date(date: FoundDate | None) -> Shape | None:
    if date is None:
        return None
    return {
        "edtf": date.edtf.text,
        "earliest": format_moment(date.edtf.earliest),
        "latest": format_moment(date.edtf.latest),
        "role": date.role,
        "basis": date.basis,
        "inferred_from": date.inferred_from,
        "contradicted_by": date.contradicted_by,
        **_words(date),
    }


def _text(text: FoundText | None) -> Shape | None:
    if text is None:
        return None
    return {"name": text.value, "role": text.role, **_words(text)}


def _place(place: FoundPlace | None) -> Shape | None:
    if place is None:
        return None
    point = place.point
    return {
        "name": place.name.name,
        "country_code": place.name.country_code,
        "hierarchy": list(place.name.hierarchy),
        "lat": point.lat if point else None,
        "lon": point.lon if point else None,
        "radius_km": round(point.radius_m / 1000, 3) if point else None,
        "place_id": place.place_id,
        "role": place.role,
        "relation": place.relation,
        "candidates": [_candidate(candidate) for candidate in place.candidates],
        **_words(place),
    }


def _candidate(place: Place) -> Shape:
    return {
        "place_id": place.id,
        "name": place.name,
        "country_code": place.country,
        "lat": place.point.lat,
        "lon": place.point.lon,
    }


def _note(note: CaptionNote) -> Shape:
    return {
        "code": note.code,
        "detail": note.detail,
        "start": note.start,
        "end": note.end,
        "quote": note.quote,
    }


def _words(found: FoundDate | FoundText | FoundPlace) -> Shape:
    return {
        "start": found.start,
        "end": found.end,
        "quote": found.quote,
        "rule": found.rule,
        "confidence": found.confidence,
    }
