"""A contact sheet as one HTML page: pictures, captions, and the words that each fact rests on.

Nothing is fetched and nothing runs: previews are within the page, all text is escaped, and a
content security policy (W3C CSP Level 3) allows nothing but them and the one style sheet.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, Any

from photocat.exporting.facts import says, suppliers
from photocat.exporting.marked import marked
from photocat.exporting.names import path_of
from photocat.exporting.text import safe
from photocat.preferred import DOUBTFUL

if TYPE_CHECKING:
    from photocat.exporting.about import About
    from photocat.store.stream import Described

Shape = dict[str, Any]

PLAIN = (
    ("person_shown", "people"),
    ("organisation_shown", "org."),
    ("event", "event"),
    ("creator", "by"),
    ("credit_line", "credit"),
    ("copyright_notice", "rights"),
    ("usage_terms", "terms"),
    ("instructions", "note"),
    ("keywords", "keywords"),
)
"""Fields that are told without."""


def written(photos: Iterable[Described], about: About) -> Iterator[bytes]:
    """The page, a photo at a time."""
    style = files("photocat.exporting").joinpath("html.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'"
    title = _text(about.query or "Everything")
    number = "1 photo" if about.photos == 1 else f"{about.photos:,} photos"
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<header>\n<h1 dir="auto">{title}</h1>\n<p><b>{number}</b> · marked in the captions: '
        '<mark class="when">when</mark>, <mark class="where">where</mark> and '
        '<mark class="who">who</mark>, as the words say</p>\n</header>\n<main>\n'
    ).encode()
    for certainty, some in groupby(photos, key=lambda photo: photo.shape["match"]):
        if certainty == "possible":
            yield b"<h2>Only possibly</h2>\n"
        yield b'<div class="photos">\n'
        for photo in some:
            yield _figure(photo, about.picture(photo.shape["sha256"])).encode()
        yield b"</div>\n"
    yield f"</main>\n<footer>{_text(about.catalog)}</footer>\n</body>\n</html>\n".encode()


def _figure(photo: Described, picture: bytes | None) -> str:
    shape = photo.shape
    size = f"{shape['width']} × {shape['height']}" if shape["width"] else "no picture"
    possible = '<span class="tag">possible</span>' if shape["match"] == "possible" else ""
    headline = f'<h3 dir="auto">{_text(shape["headline"])}</h3>' if shape["headline"] else ""
    caption = "".join(
        f'<mark class="{kind}">{_text(words)}</mark>' if kind else _text(words)
        for words, kind in marked(shape["caption"] or "", photo.statements)
    )
    who = _text(suppliers(shape) or "no supplier")
    return (
        f"<figure>{_picture(picture, shape['alt_text'] or says(shape))}<figcaption>"
        f'<div class="top"><b>{shape["id"]}</b><span>{who}</span>{possible}</div>{headline}'
        f'<p class="says" dir="auto">{caption}</p><dl>{"".join(_facts(shape))}</dl>'
        f'<p class="file">{shape["format"]}, {size}{"".join(_files(shape))}</p>'
        "</figcaption></figure>\n"
    )


def _picture(picture: bytes | None, named: str) -> str:
    if picture is None:
        return '<div class="mat none">no preview any more</div>'
    data = base64.b64encode(picture).decode()
    return f'<div class="mat"><img src="data:image/jpeg;base64,{data}" alt="{_text(named)}"></div>'


def _facts(shape: Shape) -> Iterator[str]:
    """What is known, each with the words that it rests on."""
    date = shape["date_created"]
    if date:
        yield _fact("made", date["edtf"].replace("T", " "), date)
    for field, word in (("location_created", "at"), ("location_shown", "shows")):
        place = shape[field]
        if place:
            yield _fact(word, _place(place), place)
    for field, word in PLAIN:
        value = shape[field]
        if value:
            told = "; ".join(value) if isinstance(value, list) else value
            yield f'<dt>{word}</dt><dd dir="auto">{_text(told)}</dd>'


def _fact(word: str, value: str, evidence: Shape) -> str:
    doubtful = ' <span class="tag">doubtful</span>' if evidence["confidence"] < DOUBTFUL else ""
    quote = f"“{_text(evidence['quote'])}”, " if evidence["quote"] else ""
    return (
        f'<dt>{word}</dt><dd dir="auto"><b>{_text(value)}</b>{doubtful}'
        f'<small dir="auto">{quote}{_text(evidence["origin"])}</small></dd>'
    )


def _place(place: Shape) -> str:
    """Its names, else its coordinates and how far off they may be."""
    names = ", ".join(name for name in [place["name"], *place["hierarchy"]] if name)
    if names or place["lat"] is None:
        return names
    radius = f" ± {place['radius_km']:g} km" if place["radius_km"] else ""
    return f"{place['lat']:.4f}, {place['lon']:.4f}{radius}"


def _files(shape: Shape) -> Iterator[str]:
    for file in shape["files"]:
        state = "" if file["state"] == "present" else f" ({file['state']})"
        yield f"<br>{escape(safe(path_of(file)))}{state}"


def _text(text: str) -> str:
    """Text that is only text; its lines stay lines."""
    return "\n".join(escape(safe(line), quote=True) for line in text.splitlines())
