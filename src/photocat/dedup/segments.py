"""What finding neighbours needs of some photos, in a file: fingerprints, and features by word.

    ids, codes, second   u32 [n], u64 [n], u64 [n, 4]: photos with comparable fingerprints, by id
    keys, entries, starts                              their local features (``filed``)

A segment is of the photos after one id up to another. It is written once; several are merged into
a new one, and go when that is there.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photocat.dedup import copies
from photocat.dedup.filed import FILED, Filed, merged, starts_of, word_bits
from photocat.fingerprints.features import KIND as FEATURES
from photocat.nearest.columns import Columns, Unsound, new_columns

SUFFIX = ".neighbours"
ANCHORS = 16
"""Photos by which a segment is known to be of a catalog."""
MADE_OF = [2, copies.KIND, copies.SECOND_KIND, FEATURES, FILED]
"""A version, the kinds of fingerprints, the features filed: what was made otherwise is no use."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The photos of ids above ``after``, up to ``upto``."""

    after: int
    upto: int
    txn: int
    """The last transaction of the catalog before it was read."""
    anchors: Mapping[int, str]
    ids: NDArray[np.uint32]
    codes: NDArray[np.uint64]
    second: NDArray[np.uint64]
    filed: Filed
    path: Path | None = None
    columns: Columns | None = None

    @property
    def span(self) -> int:
        """How many ids it covers."""
        return self.upto - self.after


def read_segment(path: Path) -> Segment:
    """A segment as it was written, mapped. Raises ``Unsound`` or ``OSError``."""
    columns = Columns(path)
    about = columns.about
    if about.get("made_of") != MADE_OF:
        raise Unsound(f"{path}: made of {about.get('made_of')}")
    keys, entries, starts = (columns[name] for name in ("keys", "entries", "starts"))
    return Segment(
        about["after"],
        about["upto"],
        about["txn"],
        {int(id): anchor for id, anchor in about["anchors"].items()},
        columns["ids"],
        columns["codes"],
        columns["second"],
        Filed(keys, entries, starts, columns.let_go),
        path,
        columns,
    )


def write_segment(folder: Path, parts: Sequence[Segment]) -> Segment:
    """One segment of neighbouring ones, in a new file; what it returns is mapped from there."""
    after, upto = parts[0].after, parts[-1].upto
    count, features = sum(len(part.ids) for part in parts), sum(len(part.filed) for part in parts)
    shapes: dict[str, tuple[str, tuple[int, ...]]] = {
        "ids": ("<u4", (count,)),
        "codes": ("<u8", (count,)),
        "second": ("<u8", (count, 4)),
        "keys": ("<u4", (features,)),
        "entries": ("<u8", (features,)),
        "starts": ("<u4", ((1 << word_bits(features)) + 1,)),
    }
    about: dict[str, Any] = {"made_of": MADE_OF, "after": after, "upto": upto}
    about |= {"txn": min(part.txn for part in parts), "anchors": _anchors(parts)}
    path = folder / f"{after:010}-{upto:010}-{secrets.token_hex(4)}{SUFFIX}"
    with new_columns(path, shapes, about) as out:
        for part in parts:
            out.add("ids", part.ids)
            out.add("codes", part.codes)
            out.add("second", part.second)

        def keys() -> Iterator[NDArray[np.uint32]]:
            for some, entries in merged([part.filed for part in parts]):
                out.add("keys", some)
                out.add("entries", entries)
                yield some

        for starts in starts_of(keys(), features):
            out.add("starts", starts)
    return read_segment(path)


def _anchors(parts: Sequence[Segment]) -> dict[int, str]:
    """A few of those of the parts, the first and the last among them."""
    anchors = {id: anchor for part in parts for id, anchor in part.anchors.items()}
    ids = sorted(anchors)
    return {id: anchors[id] for id in spread(ids)}


def spread(ids: Sequence[int]) -> list[int]:
    """Some of these ids, the first and the last among them."""
    places = np.linspace(0, len(ids) - 1, min(ANCHORS, len(ids))).astype(int)
    return [ids[at] for at in places.tolist()]
