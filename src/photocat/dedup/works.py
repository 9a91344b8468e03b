"""Works and pairs as the catalog tells them."""

from __future__ import annotations

from collections.abc import Collection
from itertools import permutations
from typing import TYPE_CHECKING, Any

from photocat.dates import format_moment, parse_moment
from photocat.dedup.copies import goodness
from photocat.records import Picture, Relation
from photocat.shapes import relation_shape

if TYPE_CHECKING:
    from photocat.store import Store

Shape = dict[str, Any]

DAY = 86_400_000_000
"""Microseconds."""


def works(
    store: Store,
    *,
    photos: Collection[int] | None = None,
    relations: Collection[str] = (),
    cross_supplier: bool = False,
) -> list[Shape]:
    """The works of several photos, or of one photo in several files, by work id.

    ``photos``: only works that one of them belongs to. ``relations``: only works in which one of
    these stands. ``cross_supplier``: only works that more than one supplier delivered.
    """
    members: dict[int, list[int]] = {}
    for photo, work in store.read_works().items():
        members.setdefault(work, []).append(photo)
    copied = store.photos_in_several_files()
    wanted = {
        work: ids
        for work, ids in sorted(members.items())
        if (len(ids) > 1 or ids[0] in copied)
        and (photos is None or not set(photos).isdisjoint(ids))
    }
    pictures = {picture.id: picture for picture in store.read_pictures()}
    found = [_work(store, work, [pictures[id] for id in ids]) for work, ids in wanted.items()]
    return [
        work
        for work in found
        if (not relations or any(r["relation"] in relations for r in work["relations"]))
        and (not cross_supplier or _suppliers(work) > 1)
    ]


def pairs(
    store: Store,
    *,
    photos: Collection[int] | None = None,
    relations: Collection[str] = (),
    cross_supplier: bool = False,
) -> list[Shape]:
    """Every relation, proposed ones too, by photo; narrowed as in ``works``."""
    found = store.read_relations(photos)
    shapes = [relation_shape(relation) for relation in found] + [
        _same_bytes(id) for id in sorted(store.photos_in_several_files()) if _among(id, photos)
    ]
    wanted = [shape for shape in shapes if not relations or shape["relation"] in relations]
    if not cross_supplier:
        return wanted
    ids = sorted({shape[side] for shape in wanted for side in ("first", "second")})
    suppliers = {
        shape["id"]: {file["supplier"] for file in shape["files"] if file["supplier"]}
        for shape in store.read_shapes(ids)
    }
    return [s for s in wanted if len(suppliers[s["first"]] | suppliers[s["second"]]) > 1]


def conflicts(shapes: Collection[Shape]) -> list[Shape]:
    """Fields of which photos of one work say what cannot all be true.

    Dates are apart when a whole day lies between them: less may be two zones telling one moment.
    """
    dated = {s["id"]: s["date_created"] for s in shapes if s["date_created"]}
    apart = {
        id
        for one, other in permutations(dated, 2)
        if _day_after(dated[one]["latest"]) < (dated[other]["earliest"] or "")
        for id in (one, other)
    }
    countries = {
        s["id"]: s["location_created"]["country_code"]
        for s in shapes
        if s["location_created"] and s["location_created"]["country_code"]
    }
    found = [
        _conflict("date_created", {id: date["edtf"] for id, date in dated.items() if id in apart}),
        _conflict("location_created", countries if len(set(countries.values())) > 1 else {}),
    ]
    return [conflict for conflict in found if conflict["photos"]]


def _day_after(moment: str | None) -> str:
    if moment is None:  # no end is known: nothing lies after it
        return "~"
    return format_moment(parse_moment(moment) + DAY) or "~"


def _conflict(field: str, values: dict[int, str]) -> Shape:
    return {"field": field, "values": list(values.values()), "photos": list(values)}


def _work(store: Store, work: int, members: list[Picture]) -> Shape:
    ids = [picture.id for picture in sorted(members, key=goodness, reverse=True)]
    shapes = store.read_shapes(ids)
    within = [r for r in store.read_relations(ids) if {r.first, r.second} <= set(ids)]
    listed = [
        {"id": shape["id"], "path": file["path"], "supplier": file["supplier"]}
        for shape in shapes
        for file in shape["files"]
    ]
    return {
        "work": work,
        "best": ids[0],
        "photos": listed,
        "relations": [
            *(relation_shape(relation) for relation in within),
            *(_same_bytes(shape["id"]) for shape in shapes if len(shape["files"]) > 1),
        ],
        "conflicts": conflicts(shapes),
    }


def _same_bytes(photo: int) -> Shape:
    """One photo in several files: related to itself, for it is the same bytes."""
    return relation_shape(
        Relation(photo, photo, "same-bytes", None, "SHA-256", confidence=1.0, status="accepted")
    )


def _among(photo: int, photos: Collection[int] | None) -> bool:
    return photos is None or photo in photos


def _suppliers(work: Shape) -> int:
    return len({photo["supplier"] for photo in work["photos"] if photo["supplier"]})
