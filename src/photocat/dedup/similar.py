"""Have we seen this picture? What looks like one photo, surest first; nothing is stored."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

import numpy as np

from photocat.dedup import copies
from photocat.dedup.compare import Comparer
from photocat.dedup.looks import Looks
from photocat.dedup.neighbours import neighbours
from photocat.dedup.relate import MOST_SHARING
from photocat.fingerprints.features import KIND as FEATURES
from photocat.records import Photo, Picture, Relation

if TYPE_CHECKING:
    from photocat.fingerprints import PreviewCache
    from photocat.store import Store

Shape = dict[str, Any]


def similar(store: Store, photo: int | Photo, *caches: PreviewCache, radius: int) -> list[Shape]:
    """Catalogued photos like a photo, each with what it is to it.

    Those within ``radius`` bits, and those that share local features with it in one geometry. The
    photo is one of the catalog, by id, or one that was just read; ``caches`` hold the previews.
    The surest come first, beginning with the same bytes and pixels; ``relation`` is None where the
    pictures only look alike; ``confidence`` says how sure it is; ``distance`` is None where it is
    not measured.
    """
    asked, bits = _asked(store, photo)
    own = _features(photo) if isinstance(photo, Photo) else b""
    comparer = Comparer(store, *caches, own=own)
    comparer.prepare([asked.id])
    near: list[tuple[int, int]] = []
    with neighbours(store) as others:
        sharing = others.features.candidates(comparer.features(asked.id), MOST_SHARING + 1)
        if bits is not None:
            near = others.whole.within(np.frombuffer(bits, ">u8").astype(np.uint64), radius)
    pictures = _pictures(store, asked, [*sharing, *(id for id, _ in near)])
    distances = {id: distance for id, distance in near if id in pictures}
    distances |= {id: 0 for id, picture in pictures.items() if _equal(picture, asked)}
    sharing = [id for id in sharing if id in pictures][:MOST_SHARING]
    comparer.prepare([asked.id, *sharing])
    told = {
        id: relation
        for id in sharing
        if not _equal(pictures[id], asked)
        if (relation := comparer.relation(asked, pictures[id], distances.get(id)))
    }
    looks = Looks(*caches)
    relations = {
        id: _relation(asked, pictures[id], distances.get(id), told.get(id), looks)
        for id in distances.keys() | told.keys()
    }
    found = sorted(relations, key=lambda id: (*_doubt(relations[id]), id))
    return [
        relations[id] | shape for id, shape in zip(found, store.read_shapes(found), strict=True)
    ]


def _doubt(shape: Shape) -> tuple[int, float, int]:
    """What answers are ordered by: one file, one picture, one scene, what only looks alike."""
    kind = _KINDS.get(shape["relation"], 2)
    distance = shape["distance"]
    return kind, -shape["confidence"], 65 if distance is None else distance


_KINDS = {"same-bytes": 0, "same-pixels": 1, "sibling": 3, None: 4}
"""Of relations, in their order; every other is a version of the picture."""


def _asked(store: Store, photo: int | Photo) -> tuple[Picture, bytes | None]:
    """What is looked for, and its bits of ``copies.KIND`` where it has any to compare."""
    if isinstance(photo, Photo):
        size = photo.file.size
        asked = Picture(0, photo.sha256, photo.pixel_digest, photo.width, photo.height, size)
        found = [f.bits for f in photo.fingerprints if f.kind == copies.KIND and f.quality > 0]
        return asked, found[0] if found else None
    (asked,) = store.read_pictures([photo])
    return asked, store.read_some_fingerprints(copies.KIND, [photo]).get(photo)


def _pictures(store: Store, asked: Picture, found: Collection[int]) -> dict[int, Picture]:
    """The photos that were found, and those of equal bytes or pixels, by id."""
    pixels = [asked.pixel_digest] if asked.pixel_digest else []
    equal = store.read_equal(bytes_=[asked.sha256], pixels=pixels)
    return {p.id: p for p in (*store.read_pictures(found), *equal) if p.id != asked.id}


def _features(photo: Photo) -> bytes:
    return next((f.bits for f in photo.fingerprints if f.kind == FEATURES and f.quality > 0), b"")


def _relation(
    asked: Picture, other: Picture, distance: int | None, told: Relation | None, looks: Looks
) -> Shape:
    if asked.sha256 == other.sha256:
        return {"distance": 0, "relation": "same-bytes", "confidence": 1.0}
    if _equal(asked, other):
        return {"distance": 0, "relation": "same-pixels", "confidence": 1.0}
    if told is not None:
        return {
            "distance": distance,
            "relation": told.relation,
            "confidence": told.confidence,
            "box": told.geometry.get("box"),
            "mirrored": told.geometry.get("mirrored", False),
            "rotation": told.geometry.get("rotation", 0),
            "derived": told.first == asked.id,
        }
    difference = looks.difference(asked.sha256, other.sha256)
    sure = 0.0 if difference is None else copies.confidence_of(difference)
    is_copy = difference is not None and difference <= copies.DOUBT
    return {"distance": distance, "relation": "copy" if is_copy else None, "confidence": sure}


def _equal(one: Picture, other: Picture) -> bool:
    same_pixels = one.pixel_digest is not None and one.pixel_digest == other.pixel_digest
    return one.sha256 == other.sha256 or same_pixels
