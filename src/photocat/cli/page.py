"""Answers as one HTML page: dates, map, facets and pictures; no scripts, nothing fetched.

All text is escaped, and a content security policy (W3C CSP Level 3) allows nothing but pictures
within the page and this one style sheet.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from photocat.cli.histogram import histogram
from photocat.cli.map import world_map
from photocat.cli.output import safe, says, suppliers, when, where
from photocat.query import Query, Sort

if TYPE_CHECKING:
    from photocat.catalog import Catalog

Shape = dict[str, Any]

FACETS = ("supplier", "year", "country", "place", "creator", "camera", "format", "relation")
MOST_VALUES = 8


def page(catalog: Catalog, query: Query, sort: Sort, limit: int | None) -> Iterator[str]:
    """The page, in pieces: everything that answers counted, and the first photos shown."""
    style = files("photocat.cli").joinpath("page.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'"
    title = query.text or "Everything"
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{_text(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )
    explained = catalog.explain(query)
    yield f"<header>\n<h1>{_text(title)}</h1>\n{_understood(explained)}</header>\n<main>\n"
    yield from _dates(catalog.histogram(query))
    yield from _places(catalog, query)
    yield from _facets(catalog.facets(query, FACETS, most=MOST_VALUES))
    yield from _pictures(catalog, query, sort, limit, explained["photos"])
    yield f"</main>\n<footer>{_text(catalog.address)}</footer>\n</body>\n</html>\n"


def _understood(explained: Shape) -> str:
    terms = "".join(
        f"<li><code>{_text(term['text'])}</code> {_text(term['means'])}"
        + "".join(f" <i>{_text(place['name'])}</i>" for place in term["places"])
        + f"<b>{term['photos']:,}</b></li>"
        for term in explained["terms"]
    )
    listed = f'<ul class="terms">{terms}</ul>\n' if terms else ""
    return f'<p class="sum"><b>{explained["photos"]:,}</b> photos</p>\n{listed}'


def _dates(told: Shape) -> Iterator[str]:
    drawn = histogram(told)
    if not drawn:
        return
    notes = []
    if told["vague"]:
        notes.append(f"pale: {sum(told['vague'].values()):,} that are dated less precisely")
    if told["undated"]:
        notes.append(f"{told['undated']:,} without a date")
    yield _section("When", ", ".join(notes), drawn)


def _places(catalog: Catalog, query: Query) -> Iterator[str]:
    points, nowhere = catalog.points(query)
    drawn = world_map(points, catalog.inhabited, catalog.place_at)
    if drawn:
        note = f"{len(points):,} with coordinates, {nowhere:,} without"
        yield _section("Where", note, f'<div class="mapped">{drawn}</div>')


def _facets(counted: dict[str, dict[str, int]]) -> Iterator[str]:
    lists = []
    for facet, values in counted.items():
        most = max(values.values(), default=0)
        if len(values) > 1 or facet == "supplier":
            rows = "".join(
                f'<tr><th>{_text(value)}</th><td class="bar"><svg viewBox="0 0 100 8"'
                f' preserveAspectRatio="none"><rect width="{100 * count / most:.1f}" height="8"/>'
                f"</svg></td><td>{count:,}</td></tr>"
                for value, count in values.items()
            )
            lists.append(f"<div><h3>{facet}</h3><table>{rows}</table></div>" if rows else "")
    if any(lists):
        yield _section("What", "", f'<div class="facets">{"".join(lists)}</div>')


def _pictures(
    catalog: Catalog, query: Query, sort: Sort, limit: int | None, total: int
) -> Iterator[str]:
    found = catalog.search(query, sort=sort, limit=limit)
    note = f"the first {len(found):,} of {total:,}" if len(found) < total else ""
    yield f'<section><h2>Photos <small>{note}</small></h2>\n<div class="photos">\n'
    for match in found:
        yield _picture(catalog.picture(match.id), dict(match.record))
    yield "</div></section>\n"


def _picture(encoded: bytes | None, shape: Shape) -> str:
    if encoded is None:
        image = '<div class="none">no preview</div>'
    else:
        data = base64.b64encode(encoded).decode()
        image = f'<img src="data:image/jpeg;base64,{data}" alt="photo {shape["id"]}">'
    possible = ' <span class="tag">possible</span>' if shape["match"] == "possible" else ""
    facts = [when(shape), where(shape), suppliers(shape)]
    return (
        f"<figure>{image}<figcaption><b>{shape['id']}</b>{possible}"
        f'<p dir="auto">{_text(says(shape))}</p>'
        f"<small>{_text(' · '.join(fact for fact in facts if fact))}</small>"
        "</figcaption></figure>\n"
    )


def _section(title: str, note: str, content: str) -> str:
    return f"<section><h2>{title} <small>{_text(note)}</small></h2>\n{content}</section>\n"


def _text(text: str) -> str:
    return escape(safe(text), quote=True)
