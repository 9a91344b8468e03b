"""A contact sheet of works as one HTML page: no scripts, nothing fetched, safe whatever it shows.

Copies stand side by side, the best first; on it the box that each crop shows. Under every other
copy stands what differs from the best, in red, and so do statements that disagree. All text is
escaped, and a content security policy (W3C CSP Level 3) allows nothing but pictures within the
page and this one style sheet.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from photocat.cli.output import safe
from photocat.dedup.conflicts import RULES

if TYPE_CHECKING:
    from photocat.catalog import Catalog

Shape = dict[str, Any]

NOTHING = 0.0005
"""Share of differing pixels below which a difference is not worth a look."""

SIDE_BY_SIDE = 2
"""Copies that fit into half of a wide page."""

MEANING = {rule.name: rule.meaning for rule in RULES}

LINES = (
    ("date_created", "made"),
    ("location_created", "at"),
    ("location_shown", "shows"),
    ("person_shown", "people"),
    ("creator", "by"),
    ("credit_line", "credit"),
)
"""What is told of each copy, and under which word."""


def sheet(catalog: Catalog, works: Sequence[Shape]) -> Iterator[str]:
    """The page, in pieces: works as ``Catalog.duplicates`` gives them, the gravest first."""
    style = files("photocat.cli").joinpath("sheet.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'"
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>Works in {_text(catalog.address)}</title>\n"
        f"<style>{style}</style>\n</head>\n<body>\n"
    )
    yield f"<header>\n<h1>The same picture</h1>\n{_summary(works)}</header>\n<main>\n"
    for work in sorted(works, key=lambda work: (_gravity(work), work["work"])):
        yield from _work(catalog, work)
    yield f"</main>\n<footer>{_text(catalog.address)}</footer>\n</body>\n</html>\n"


def _summary(works: Sequence[Shape]) -> str:
    photos = sum(len({photo["id"] for photo in work["photos"]}) for work in works)
    files_ = sum(len(work["photos"]) for work in works)
    grave = sum(any(c["gravity"] == "grave" for c in work["conflicts"]) for work in works)
    alarm = f' · <b class="grave">{grave} with a grave conflict</b>' if grave else ""
    return (
        f'<p class="sum"><b>{len(works):,}</b> works · <b>{photos:,}</b> photos in'
        f" <b>{files_:,}</b> files{alarm}</p>\n"
    )


def _work(catalog: Catalog, work: Shape) -> Iterator[str]:
    weighty = [c for c in work["conflicts"] if c["gravity"] != "slight"]
    photos = dict.fromkeys(photo["id"] for photo in work["photos"])
    kinds = ["grave"] if any(c["gravity"] == "grave" for c in weighty) else []
    kinds += ["wide"] if len(photos) > SIDE_BY_SIDE else []
    suppliers = dict.fromkeys(p["supplier"] for p in work["photos"] if p["supplier"])
    by = f"<small>{_text(', '.join(suppliers))}</small>"
    yield f'<section class="{" ".join(kinds)}">\n<h2>Work {work["work"]}{by}</h2>\n'
    if weighty:
        lines = "".join(
            f"<li><b>{_text(c['gravity'])}</b>{_text(c['field'].replace('_', ' '))}: "
            + " against ".join(f"<strong>{_text(v)}</strong>" for v in dict.fromkeys(c["values"]))
            + f" <i>({_text(MEANING[c['rule']])})</i></li>"
            for c in weighty
        )
        yield f'<ul class="alarm">{lines}</ul>\n'
    yield '<div class="copies">\n'
    for photo in photos:
        yield _copy(catalog, work, photo)
    yield "</div>\n"
    if work["best_reason"]:
        yield (
            f'<p class="why"><b>Best: photo {work["best"]}</b>, {_text(work["best_reason"])}</p>\n'
        )
    yield "</section>\n"


def _copy(catalog: Catalog, work: Shape, photo: int) -> str:
    """One photo: its picture, who delivered it, what each of them says, and what differs."""
    lying = [p for p in work["photos"] if p["id"] == photo]
    told = [d for d in work["deliveries"] if d["photo"] == photo]
    boxes = _boxes(work, photo)
    relation = _to_the_best(work, photo)
    names = dict.fromkeys(p["supplier"] or "no supplier" for p in lying)
    parts = ["<figure>", _picture(catalog.picture(photo), boxes, f"photo {photo}")]
    parts.append(f'<figcaption><div class="who"><b>{_text(", ".join(names))}</b>')
    parts.append(_tag(work, photo, relation) + "</div>")
    size = f"{lying[0]['width']} × {lying[0]['height']}, {_bytes(lying[0]['byte_size'])}"
    since = f", here since {told[0]['delivered'][:10]}" if told else ""
    parts.append(f'<div class="facts">photo {photo}: {size}{since}</div>')
    parts += [f'<div class="path">{_text(p["path"])}</div>' for p in lying]
    parts.append(_statements(work, photo, told))
    captions = dict.fromkeys(d["caption"] for d in told if d["caption"])
    parts += [f'<p class="says" dir="auto">{_text(caption)}</p>' for caption in captions]
    parts.append("</figcaption>")
    if relation is not None:
        parts.append(_difference(catalog, relation))
    return "".join([*parts, "</figure>\n"])


def _boxes(work: Shape, photo: int) -> list[Sequence[float]]:
    """What crops show of a photo; of a crop of several copies, only on the best of them."""
    cut = [r for r in work["relations"] if r["box"] and r["status"] == "accepted"]
    from_the_best = {r["first"] for r in cut if r["second"] == work["best"]}
    return [
        r["box"]
        for r in cut
        if r["second"] == photo and (photo == work["best"] or r["first"] not in from_the_best)
    ]


def _statements(work: Shape, photo: int, told: Sequence[Shape]) -> str:
    gravity_of = {c["field"]: c["gravity"] for c in work["conflicts"] if photo in c["photos"]}
    rows = []
    for field, word in LINES:
        values = dict.fromkeys(d[field] for d in told if d[field])
        differs = {"slight": "differs slightly"}.get(gravity_of.get(field, ""), "differs")
        mark = f' class="{differs}"' if field in gravity_of else ""
        rows += [f"<dt>{word}</dt><dd{mark} dir=auto>{_text(value)}</dd>" for value in values]
    return f"<dl>{''.join(rows)}</dl>" if rows else ""


def _difference(catalog: Catalog, relation: Shape) -> str:
    first, second = relation["first"], relation["second"]
    if relation["relation"] in ("same-bytes", "same-pixels"):
        return '<div class="diff"><p>no pixel differs</p></div>'
    found = catalog.difference(first, second, relation)
    told = f"in red: what photo {first} shows otherwise than photo {second}"
    if found is not None and found.share < NOTHING:
        told = f"photos {first} and {second} differ by no more than compression"
    picture = _picture(found and found.picture, [], told)
    return f'<div class="diff">{picture}<p>{told}</p></div>'


def _picture(encoded: bytes | None, boxes: Sequence[Sequence[float]], named: str) -> str:
    if encoded is None:
        return '<div class="mat"><span class="none">no preview any more</span></div>'
    data = base64.b64encode(encoded).decode()
    drawn = "".join(
        f'<rect class="{kind}" x="{x:.4f}" y="{y:.4f}" width="{width:.4f}" height="{height:.4f}"/>'
        for x, y, width, height in boxes
        for kind in ("under", "box")
    )
    overlay = f'<svg viewBox="0 0 1 1" preserveAspectRatio="none">{drawn}</svg>' if drawn else ""
    image = f'<img src="data:image/jpeg;base64,{data}" alt="{_text(named)}">'
    return f'<div class="mat"><div class="frame">{image}{overlay}</div></div>'


def _tag(work: Shape, photo: int, relation: Shape | None) -> str:
    if photo == work["best"]:
        return '<span class="tag best">best</span>'
    if relation is None:
        return ""
    turned = ["mirrored"] if relation["mirrored"] and relation["relation"] != "mirror" else []
    turned += [f"turned {relation['rotation']:g}°"] if relation["rotation"] else []
    sure = "decided" if relation["decided_by"] else f"{relation['confidence']:.0%} sure"
    told = f"{relation['relation']} of {relation['second']}"
    if relation["first"] != photo:
        told = f"of it {relation['first']} is a {relation['relation']}"
    return f'<span class="tag">{_text(", ".join([told, *turned, sure]))}</span>'


def _to_the_best(work: Shape, photo: int) -> Shape | None:
    pair = {photo, work["best"]}
    return next(
        (
            relation
            for relation in work["relations"]
            if len(pair) == 2
            and {relation["first"], relation["second"]} == pair
            and relation["status"] == "accepted"
        ),
        None,
    )


def _gravity(work: Shape) -> int:
    order = ("grave", "serious", "slight")
    return min((order.index(c["gravity"]) for c in work["conflicts"]), default=len(order))


def _bytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{size / 1000:.0f} kB"


def _text(text: str) -> str:
    return escape(safe(text), quote=True)
