"""Works and pairs as the catalog tells them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from photocat.dedup.best import DEFAULT, Criterion, best_first, copies_of, criteria_of, reason
from photocat.dedup.conflicts import conflicts, delivery_shape, gravest
from photocat.dedup.voices import voices_of
from photocat.records import Picture, Relation
from photocat.shapes import relation_shape

if TYPE_CHECKING:
    from photocat.store import Store
    from photocat.store.deliveries import Delivery

Shape = dict[str, Any]

AT_ONCE = 500
"""Photos whose works are read together."""
ASKED_TOGETHER = 2_000
"""Photos whose works are looked for together."""


def works(
    store: Store,
    *,
    photos: Collection[int] | None = None,
    relations: Collection[str] = (),
    cross_supplier: bool = False,
    best: Sequence[str] = (),
) -> list[Shape]:
    """The works of several photos, or of one photo in several files, by work id.

    Photos stand the best first, deliveries in the order in which they came.

    ``photos``: only works that one of them belongs to. ``relations``: only works in which one of
    these stands. ``cross_supplier``: only works that more than one supplier delivered. ``best``:
    names of ``CRITERIA`` other than all. Raises ``UsageError`` for others.
    """
    criteria = criteria_of(best or DEFAULT)
    found = [
        work
        for work in _works(store, photos, criteria)
        if (not relations or any(r["relation"] in relations for r in work["relations"]))
        and (not cross_supplier or _suppliers(work) > 1)
    ]
    return sorted(found, key=itemgetter("work"))


def disagreements(store: Store, *, photos: Collection[int] | None = None) -> list[Shape]:
    """Works whose deliveries tell different stories, the gravest first.

    ``{work, gravity, conflicts, first, deliveries}``: ``deliveries`` in the order in which they
    came, ``first`` the first of them, each with its supplier, moment, credit, caption, date and
    place.
    """
    found = []
    for work, delivered in chain.from_iterable(b.items() for b in _batches(store, photos)):
        voices = voices_of(delivered)
        differing = conflicts(voices)
        if differing:
            told = [delivery_shape(voice) for voice in voices]
            shape = {"work": work, "gravity": differing[0]["gravity"], "conflicts": differing}
            found.append(shape | {"first": told[0], "deliveries": told})
    return sorted(found, key=lambda shape: (gravest(shape["conflicts"]), shape["work"]))


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


def _members(store: Store, photos: Collection[int] | None) -> Iterator[dict[int, list[int]]]:
    """The photos of each work of several photos or files, by work id; of some photos, a few works
    at a time."""
    if photos is None:
        yield _several(store.read_works(), store.photos_in_several_files())
        return
    met: set[int] = set()
    ordered = sorted(photos)
    for begin in range(0, len(ordered), ASKED_TOGETHER):
        asked = store.read_works(ordered[begin : begin + ASKED_TOGETHER])
        work_of = store.read_members(set(asked.values()) - met)
        members = _several(work_of, store.photos_in_several_files(work_of))
        met |= members.keys()
        yield members


def _several(work_of: Mapping[int, int], copied: Collection[int]) -> dict[int, list[int]]:
    members: dict[int, list[int]] = {}
    for photo, work in work_of.items():
        members.setdefault(work, []).append(photo)
    return {w: ids for w, ids in sorted(members.items()) if len(ids) > 1 or ids[0] in copied}


def _batches(store: Store, photos: Collection[int] | None) -> Iterator[dict[int, list[Delivery]]]:
    """The deliveries of each work, a few works at a time."""
    from photocat.store.deliveries import read_deliveries

    for members in _members(store, photos):
        for works in _packed(members):
            batch: dict[int, list[Delivery]] = {work: [] for work in works}
            work_of = {photo: work for work in batch for photo in members[work]}
            with store.reading() as connection:
                delivered = read_deliveries(connection, work_of)
            for delivery in delivered:
                batch[work_of[delivery.photo]].append(delivery)
            yield batch


def _packed(members: Mapping[int, Collection[int]]) -> Iterator[list[int]]:
    """Works of some ``AT_ONCE`` photos together: one work may hold many."""
    packed: list[int] = []
    photos = 0
    for work, ids in members.items():
        packed.append(work)
        photos += len(ids)
        if photos >= AT_ONCE:
            yield packed
            packed, photos = [], 0
    if packed:
        yield packed


def _works(
    store: Store, photos: Collection[int] | None, criteria: Sequence[Criterion]
) -> Iterator[Shape]:
    for batch in _batches(store, photos):
        ids = list(dict.fromkeys(d.photo for delivered in batch.values() for d in delivered))
        pictures = {picture.id: picture for picture in store.read_pictures(ids)}
        shapes = {shape["id"]: shape for shape in store.read_shapes(ids)}
        related = store.read_relations(ids)
        for work, delivered in batch.items():
            members = {d.photo: pictures[d.photo] for d in delivered}
            within = [r for r in related if r.first in members and r.second in members]
            yield _work(work, members, shapes, within, delivered, criteria)


def _work(
    work: int,
    members: Mapping[int, Picture],
    shapes: Mapping[int, Shape],
    within: Sequence[Relation],
    delivered: Sequence[Delivery],
    criteria: Sequence[Criterion],
) -> Shape:
    joining = [r for r in within if r.status == "accepted" and r.relation != "sibling"]
    copies = best_first(copies_of(list(members.values()), shapes, joining), criteria)
    ordered = [copy.picture for copy in copies]
    voices = voices_of(delivered)
    return {
        "work": work,
        "best": ordered[0].id,
        "best_reason": reason(copies, criteria),
        "photos": [
            {"id": picture.id}
            | file
            | {name: getattr(picture, name) for name in ("width", "height", "byte_size")}
            for picture in ordered
            for file in shapes[picture.id]["files"]
        ],
        "relations": [
            *(relation_shape(relation) for relation in within),
            *(_same_bytes(p.id) for p in ordered if len(shapes[p.id]["files"]) > 1),
        ],
        "conflicts": conflicts(voices),
        "deliveries": [delivery_shape(voice) for voice in voices],
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
