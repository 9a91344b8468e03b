"""Everything that photos are found by, kept beside the catalog in segments, and never believed.

    catalog ─ new photos ─▶ segment, segment, … ─ a few of much the same size ─▶ one larger segment

Every time new photos are related they become one more segment, and small segments are merged into
larger ones, so that there are few, and each photo is written few times. What is kept can be deleted
at any time. A segment whose file is damaged, that was made otherwise, or that is not of this
catalog as it is now (``photocat.store.anchors``) is passed over, and what it would have held is
read from the catalog again. Files never change and get their names when they are complete, so any
number of processes may do all this at once: the worst that happens is that two do the same work.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from photocat.dedup import copies
from photocat.dedup.feature_index import FeatureIndex
from photocat.dedup.filed import file_features
from photocat.dedup.segments import SUFFIX, Segment, read_segment, spread, write_segment
from photocat.errors import CatalogError
from photocat.fingerprints.features import KIND as FEATURES
from photocat.fingerprints.features import read_features
from photocat.nearest import HammingIndex
from photocat.nearest.columns import Unsound

if TYPE_CHECKING:
    from photocat.store import Store
    from photocat.store.anchors import Anchors

FOLDER = "neighbours"
"""In the folder of what can be made again."""
READ_AT_ONCE = 1_024
"""Photos that become a segment together."""
RATIO = 3
"""A segment is merged with those after it unless it is this many times larger than all of them."""
MOST_OPEN = 256
"""Segments that may stand side by side while many are made."""
ABANDONED = 24 * 3600
"""Seconds after which an unfinished file is one that somebody left."""

Ids = NDArray[np.int64]
Codes = NDArray[np.uint64]


class Neighbours:
    """All photos of a catalog by their fingerprints, and by their local features."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = tuple(segments)
        self.upto = segments[-1].upto if segments else 0
        self.features = FeatureIndex(segment.filed for segment in segments)

    @cached_property
    def whole(self) -> HammingIndex:
        """Photos by their ``copies.KIND``."""
        return HammingIndex(self.ids, self.codes)

    @cached_property
    def ids(self) -> Ids:
        """The photos that have comparable fingerprints, in order."""
        none = np.empty(0, np.uint32)
        return np.concatenate([none, *(s.ids for s in self.segments)]).astype(np.int64)

    @cached_property
    def codes(self) -> Codes:
        """The ``copies.KIND`` of each of ``ids``."""
        return np.concatenate([np.empty(0, np.uint64), *(s.codes for s in self.segments)])

    def of(self, photo_ids: Sequence[int]) -> tuple[Ids, Codes]:
        """Those of some photos that have comparable fingerprints, and the codes of these."""
        at = np.flatnonzero(np.isin(self.ids, photo_ids))
        return self.ids[at], self.codes[at]

    def second(self, ids: Ids) -> Codes:
        """The ``copies.SECOND_KIND`` of photos that are among ``ids``: ``[n, 4]``."""
        found = np.empty((len(ids), 4), np.uint64)
        for segment in self.segments:
            own = np.flatnonzero((ids > segment.after) & (ids <= segment.upto))
            found[own] = segment.second[np.searchsorted(segment.ids, ids[own])]
        return found


@contextmanager
def neighbours(store: Store) -> Iterator[Neighbours]:
    """The neighbours of a catalog, up to its last photo; they hold until the ``with`` ends.

    Where nothing can be written beside the catalog, what is missing is made in a temporary folder.
    Raises ``CatalogError`` where that cannot be written to either.
    """
    folder = store.cache_folder / FOLDER
    with ExitStack() as stack:
        try:
            segments = _up_to_date(store, kept_segments(store, folder), folder)
            _tidy(folder, segments)
        except OSError:
            try:
                own = TemporaryDirectory(prefix="photocat-", ignore_cleanup_errors=True)
                elsewhere = Path(stack.enter_context(own))
                segments = _up_to_date(store, kept_segments(store, folder), elsewhere)
            except OSError as problem:
                reason = problem.strerror or str(problem)
                raise CatalogError(
                    f"{folder} cannot be written, nor a temporary folder ({reason}); make room,"
                    " and ingest again to compare what is not compared yet"
                ) from problem
        yield Neighbours(segments)


def kept_segments(store: Store, folder: Path) -> list[Segment]:
    """The segments that follow one on the other from the first photo, the widest of each."""
    found = [segment for path in _paths(folder) if (segment := _sound(path)) is not None]
    anchors = store.read_anchors(
        {id for segment in found for id in segment.anchors},
        since=min((segment.txn for segment in found), default=0),
    )
    chain: list[Segment] = []
    while True:
        after = chain[-1].upto if chain else 0
        fitting = [
            segment for segment in found if segment.after == after and _is_of(segment, anchors)
        ]
        if not fitting:
            return chain
        chain.append(max(fitting, key=lambda segment: segment.upto))


def forget(segments: Sequence[Segment]) -> None:
    """Delete the files of segments."""
    for segment in segments:
        if segment.path is not None:
            with suppress(OSError):
                segment.path.unlink()


def read_part(store: Store, ids: Sequence[int], after: int) -> Segment:
    """What the catalog says of photos that follow ``after``, in memory."""
    upto = ids[-1]
    anchors = store.read_anchors(spread(ids))
    first = dict(store.read_long_fingerprints(copies.KIND, after=after, upto=upto))
    second = dict(store.read_long_fingerprints(copies.SECOND_KIND, after=after, upto=upto))
    comparable = [id for id in first if id in second]
    local = store.read_long_fingerprints(FEATURES, after=after, upto=upto)
    filed = file_features(
        [id for id, _ in local], [read_features(stored).codes[:, 0] for _, stored in local]
    )
    return Segment(
        after,
        upto,
        anchors.txn,
        anchors.photos,
        np.array(comparable, np.uint32),
        _codes(first[id] for id in comparable),
        _codes(second[id] for id in comparable).reshape(-1, 4),
        filed,
    )


def _up_to_date(store: Store, chain: list[Segment], folder: Path) -> list[Segment]:
    """The segments with what the catalog has beyond them, merged where they are too many."""
    count = len(chain)
    after = chain[-1].upto if chain else 0
    begin = count
    while ids := store.read_ids(after=after, most=READ_AT_ONCE):
        for needed in (folder.parent, folder):
            needed.mkdir(mode=0o700, parents=True, exist_ok=True)
        chain.append(write_segment(folder, [read_part(store, ids, after)]))
        after = ids[-1]
        if len(chain) - begin == MOST_OPEN:
            chain = _merged(chain, begin, folder)
            begin += 1
    if len(chain) == count:
        return chain
    after = chain[-1].upto
    begin = next(
        number
        for number, segment in enumerate(chain)
        if segment.span < RATIO * (after - segment.upto) or segment is chain[-1]
    )
    return _merged(chain, begin, folder)


def _merged(chain: list[Segment], begin: int, folder: Path) -> list[Segment]:
    if begin == len(chain) - 1:
        return chain
    whole = write_segment(folder, chain[begin:])
    forget([segment for segment in chain[begin:] if _lies_in(segment, folder)])
    return [*chain[:begin], whole]


def _tidy(folder: Path, chain: Sequence[Segment]) -> None:
    """Delete what nobody will ask for again: what others cover, and what was never finished."""
    used = {segment.path for segment in chain}
    last = chain[-1].upto if chain else 0
    for path in _paths(folder):
        segment = None if path in used else _sound(path)
        if path not in used and (segment is None or segment.upto <= last):
            with suppress(OSError):
                path.unlink()
    for path in folder.glob(f".*{SUFFIX}.*"):
        with suppress(OSError):
            if path.stat().st_mtime < time.time() - ABANDONED:
                path.unlink()


def _paths(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"[!.]*{SUFFIX}"))


def _sound(path: Path) -> Segment | None:
    try:
        return read_segment(path)
    except (Unsound, OSError):
        return None


def _lies_in(segment: Segment, folder: Path) -> bool:
    return segment.path is not None and segment.path.parent == folder


def _is_of(segment: Segment, catalog: Anchors) -> bool:
    """Whether a segment is of a catalog, and lacks nothing; it may have what was taken out."""
    there = segment.anchors.keys() & catalog.photos.keys()
    return (
        segment.upto <= catalog.last
        and bool(there)
        and all(catalog.photos[id] == segment.anchors[id] for id in there)
        and not any(
            segment.after < photo <= segment.upto and txn > segment.txn
            for photo, txn in catalog.put_back
        )
    )


def _codes(stored: Iterable[bytes]) -> Codes:
    return np.frombuffer(b"".join(stored), ">u8").astype(np.uint64)
