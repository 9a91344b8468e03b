"""Fingerprints as arrays of bits: one row a code, one or more 64-bit words a row."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from photocat.errors import UsageError

Codes = NDArray[np.uint64]
"""``[n]`` codes of 64 bits, or ``[n, w]`` codes of ``64 * w`` bits."""
Positions = NDArray[np.int32]
"""Which codes, counted from 0: at most 2**31 - 1 of them."""
Distances = NDArray[np.uint16]
"""How many bits differ."""

WORD_BITS = 64


def codes_from_bytes(fingerprints: Sequence[bytes], bits: int = 64) -> Codes:
    """The codes ``[n, w]`` of big-endian fingerprints of ``bits`` bits each.

    Short of whole words, each is filled up with zero bits, which changes no distance.
    """
    for fingerprint in fingerprints:
        if len(fingerprint) * 8 != bits:
            found = len(fingerprint) * 8
            raise UsageError(f"fingerprints of {found} and {bits} bits cannot be compared")
    words = -(-bits // WORD_BITS)
    joined = b"".join(fingerprint.ljust(words * 8, b"\0") for fingerprint in fingerprints)
    return np.frombuffer(joined, ">u8").astype(np.uint64).reshape(-1, words)


def as_rows(codes: Codes, words: int | None = None) -> Codes:
    """The codes as ``[n, w]``, contiguous; ``words`` is the width they must have."""
    array = np.asarray(codes)
    if array.dtype != np.uint64 or array.ndim not in (1, 2):
        raise TypeError(f"codes are uint64 [n] or [n, w], not {array.dtype} {array.shape}")
    rows = np.ascontiguousarray(array.reshape(len(array), -1) if array.size else _no_rows(array))
    if words is not None and rows.shape[1] != words:
        found, wanted = rows.shape[1] * WORD_BITS, words * WORD_BITS
        raise UsageError(f"fingerprints of {found} and {wanted} bits cannot be compared")
    return rows


def as_row(code: ArrayLike, words: int) -> Codes:
    """One code, an integer or its words, as ``[1, w]``."""
    return as_rows(np.asarray(code, dtype=np.uint64).reshape(1, -1), words)


def _no_rows(array: Codes) -> Codes:
    return array if array.ndim == 2 else array.reshape(0, 1)


def refuse_negative(radius: int) -> None:
    """A distance in bits is 0 or more; wider than a code is long, it takes in everything."""
    if radius < 0:
        raise UsageError(f"a distance is not negative: {radius}")
