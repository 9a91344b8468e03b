"""Whether what photos are found by is what the catalog says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from photocat.dedup import copies
from photocat.dedup.neighbours import (
    FOLDER,
    READ_AT_ONCE,
    forget,
    kept_segments,
    neighbours,
    read_part,
)
from photocat.dedup.segments import Segment
from photocat.nearest import HammingIndex, brute_force

if TYPE_CHECKING:
    from photocat.store import Store

Finding = dict[str, Any]

SAMPLE = 200
"""Fingerprints whose neighbours are looked for twice, and photos of a segment that are compared."""


def check_index(store: Store, *, full: bool = False) -> list[Finding]:
    """Findings as ``{check, ok, detail}`` on the neighbours kept beside the catalog.

    Every byte is held against its sum, and some photos, or with ``full`` all, against the catalog.
    A segment that is at fault is deleted: it is made anew when it is next needed.
    """
    segments = kept_segments(store, store.cache_folder / FOLDER)
    wrong = [segment for segment in segments if not _agrees(store, segment, full=full)]
    forget(wrong)
    photos = sum(len(segment.ids) for segment in segments)
    detail = f"{photos:,} fingerprints in {len(segments)} segments"
    if wrong:
        spans = ", ".join(f"{segment.after + 1}-{segment.upto}" for segment in wrong)
        detail = f"not what the catalog says of photos {spans}: deleted, made anew when needed"
    return [
        {"check": "neighbours agree with the catalog", "ok": not wrong, "detail": detail},
        _agrees_with_brute_force(store),
    ]


def _agrees_with_brute_force(store: Store) -> Finding:
    with neighbours(store) as others:
        ids, codes = others.ids, others.codes[:, None]
    index = HammingIndex(ids, codes, patience=0)
    chosen = np.linspace(0, len(ids) - 1, min(SAMPLE, len(ids))).astype(int)
    wrong = [
        int(ids[at])
        for at in chosen
        if {found for found, _ in index.within(codes[at], copies.NEAR)}
        != set(ids[brute_force.within(codes, codes[at], copies.NEAR)[0]].tolist())
    ]
    detail = f"{len(chosen)} of {len(ids)} fingerprints" if not wrong else f"photos {wrong}"
    return {"check": "index agrees with brute force", "ok": not wrong, "detail": detail}


def _agrees(store: Store, segment: Segment, *, full: bool) -> bool:
    if segment.columns is None or not segment.columns.is_sound():
        return False
    comparable = features = 0
    for part in _parts(store, segment, full=full):
        if not _holds(segment, part):
            return False
        comparable, features = comparable + len(part.ids), features + len(part.filed)
    return not full or (comparable, features) == (len(segment.ids), len(segment.filed))


def _parts(store: Store, segment: Segment, *, full: bool) -> Iterator[Segment]:
    """What the catalog says of the photos of a segment: of all, or of a few runs of them."""
    some = READ_AT_ONCE if full else SAMPLE // 4
    after = segment.after
    while ids := [id for id in store.read_ids(after=after, most=some) if id <= segment.upto]:
        yield read_part(store, ids, after)
        after = ids[-1] if full else max(ids[-1], after + segment.span // 4)


def _holds(segment: Segment, part: Segment) -> bool:
    """Whether a segment says the same as a part, of the photos of that part."""
    at = np.searchsorted(segment.ids, part.ids)
    if not len(at):
        there = True
    elif at[-1] >= len(segment.ids) or (segment.ids[at] != part.ids).any():
        return False
    else:
        there = bool(
            (segment.codes[at] == part.codes).all() and (segment.second[at] == part.second).all()
        )
    return there and _has_features(segment, part)


def _has_features(segment: Segment, part: Segment) -> bool:
    words = part.filed.keys >> np.uint32(6)
    begins, sizes = segment.filed.of_words(words, 26)
    stops = np.cumsum(sizes)
    at = np.repeat(begins - (stops - sizes), sizes) + np.arange(int(sizes.sum()))
    asker = np.repeat(np.arange(len(words)), sizes)
    same = segment.filed.entries[at] == part.filed.entries[asker]
    same &= segment.filed.keys[at] == part.filed.keys[asker]
    return len(np.unique(asker[same])) == len(words)
