"""Features filed by word, as ``FeatureIndex`` opens them: in memory, or mapped from a file.

keys     u32 [n]        the first 32 bits of each code, in order: a word is the first of these
entries  u64 [n]        the next 32 bits of the code, then the photo's id
starts   u32 [2^b + 1]  where the features of each word of b bits begin
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photocat.errors import UsageError

Keys = NDArray[np.uint32]
Entries = NDArray[np.uint64]
Places = NDArray[np.int64]

FILED = 100
"""Features of a photo that are filed, the first of those it has; all of them are asked for."""
LEAST_WORD, LONGEST_WORD = 8, 26
_CROWD = 4
"""Features to a word that the length of words aims at."""
_MERGED_AT_ONCE = 1 << 17

HALF = np.uint64(32)


def word_bits(features: int) -> int:
    """How long the words are among so many features."""
    return int(np.clip(np.log2(max(1, features / _CROWD)), LEAST_WORD, LONGEST_WORD))


@dataclass(frozen=True, slots=True)
class Filed:
    """The features of some photos."""

    keys: Keys
    entries: Entries
    starts: Keys
    let_go: Callable[[], None] = lambda: None
    """Give back the memory that looking at them took."""

    def __len__(self) -> int:
        return len(self.keys)

    def of_words(self, words: Keys, bits: int) -> tuple[Places, Places]:
        """Where the features of each word of ``bits`` bits begin, and how many they are."""
        own = (len(self.starts) - 1).bit_length() - 1
        if bits <= own:
            first = words.astype(np.int64) << (own - bits)
            begins, ends = self._starts(first), self._starts(first + (1 << (own - bits)))
        else:
            wide = words >> np.uint32(bits - own)
            begins, ends = self._starts(wide), self._starts(wide + np.uint32(1))
            lowest = words << np.uint32(32 - bits)
            highest = lowest | np.uint32((1 << (32 - bits)) - 1)
            begins = _first_above(self.keys, begins, ends, lowest, inclusive=True)
            ends = _first_above(self.keys, begins, ends, highest)
        return begins, np.maximum(ends - begins, 0)

    def _starts(self, words: NDArray[Any]) -> Places:
        # Damage to a file must not lead out of it.
        starts: Places = np.minimum(self.starts[words].astype(np.int64), len(self))
        return starts


def file_features(ids: Sequence[int], firsts: Sequence[NDArray[np.uint64]]) -> Filed:
    """Photos by id, and the first words of the codes of each, at most ``FILED`` of them."""
    if ids and max(ids) >> 32:
        raise UsageError(f"photo {max(ids)}: ids of more than 32 bits cannot be filed")
    counts = [min(len(codes), FILED) for codes in firsts]
    codes = np.concatenate([np.empty(0, np.uint64), *(codes[:FILED] for codes in firsts)])
    keys = (codes >> HALF).astype(np.uint32)
    order = np.argsort(keys, kind="stable")
    photos = np.repeat(np.asarray(ids, np.uint64), counts)
    keys, entries = keys[order], ((codes << HALF) | photos)[order]
    starts = np.concatenate(list(starts_of([keys], len(keys))))
    return Filed(keys, entries, starts)


def merged(parts: Sequence[Filed]) -> Iterator[tuple[Keys, Entries]]:
    """The features of all parts in order, some at a time: of one key, those of earlier parts first.

    Holds a hundred thousand of them, and as many as have one key.
    """
    done = [0] * len(parts)
    share = max(1, _MERGED_AT_ONCE // max(1, len(parts)))
    while any(at < len(part) for at, part in zip(done, parts, strict=True)):
        last = min(
            part.keys[min(at + share, len(part)) - 1]
            for at, part in zip(done, parts, strict=True)
            if at < len(part)
        )
        upto = [
            at + _upto(part.keys[at:], share, last) for at, part in zip(done, parts, strict=True)
        ]
        pieces = [slice(*both) for both in zip(done, upto, strict=True)]
        keys = np.concatenate([p.keys[piece] for p, piece in zip(parts, pieces, strict=True)])
        entries = np.concatenate([p.entries[piece] for p, piece in zip(parts, pieces, strict=True)])
        order = np.argsort(keys, kind="stable")
        yield keys[order], entries[order]
        for part in parts:
            part.let_go()
        done = upto


def _upto(keys: Keys, most: int, last: np.uint32) -> int:
    """How many keys are ``last`` or less, looking only at the first ``most`` where these suffice:
    what is looked at of a file costs memory."""
    found = int(np.searchsorted(keys[:most], last, side="right"))
    if found == most and len(keys) > most and keys[most] <= last:
        found = int(np.searchsorted(keys, last, side="right"))
    return found


def starts_of(pieces: Iterator[Keys] | Sequence[Keys], total: int) -> Iterator[Keys]:
    """``starts`` for keys that come in order, some at a time; ``total`` is how many come."""
    bits = word_bits(total)
    shift = np.uint32(32 - bits)
    done, known = 0, 0
    for keys in pieces:
        if not len(keys):
            continue
        words = keys >> shift
        upto = int(words[-1]) + 1
        yield (done + np.searchsorted(words, np.arange(known, upto))).astype(np.uint32)
        done, known = done + len(keys), upto
    yield np.full((1 << bits) + 1 - known, total, np.uint32)


def _first_above(
    keys: Keys, lows: Places, highs: Places, wanted: Keys, *, inclusive: bool = False
) -> Places:
    """Within ``[low, high)`` the first place of a key above each ``wanted``, or at it."""
    lows, highs = lows.copy(), highs.copy()
    open_ = np.flatnonzero(lows < highs)
    while len(open_):
        middle = (lows[open_] + highs[open_]) >> 1
        key = keys[middle]
        above = key >= wanted[open_] if inclusive else key > wanted[open_]
        highs[open_[above]] = middle[above]
        lows[open_[~above]] = middle[~above] + 1
        open_ = open_[lows[open_] < highs[open_]]
    return lows
