"""Digests that prove equal pixels, whatever the metadata and, but for JPEG, whatever the format.

    scan:…      a JPEG: SHA-256 over all that decides its pixels (``jpeg.scan_digest``). A file
                whose tags were changed keeps it; a re-encoded or losslessly optimised one does not.
    pixels:…    any other: SHA-256 over the decoded pixels as shown, so that a PNG, a TIFF, a BMP
                and a lossless WebP of one picture agree, and one stored turned with its twin.

Pixels are compared as they are decoded: grey, palette and colour alike with 8 bits a channel,
colour under full transparency as nothing; 16-bit grey, whole and real numbers, CMYK and Lab by
their own values. A colour profile takes no part. Of an animation or a file of several pages only
the first is decoded, so its digest takes in the whole file: it equals that of another only where
the bytes do. A raw file has none.
"""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photocat.fingerprints.decoded import Decoded
from photocat.fingerprints.jpeg import scan_digest

_COLOUR = frozenset(("1", "L", "LA", "La", "P", "PA", "RGB", "RGBX", "RGBA", "RGBa"))


def pixel_digest(data: bytes, format: str, decoded: Decoded) -> str | None:
    """``scan:`` or ``pixels:`` and 64 hexadecimal digits; None where nothing can be proved."""
    if format == "JPEG":
        return f"scan:{scan_digest(data, decoded.orientation)}"
    return f"pixels:{decoded.pixels}" if decoded.pixels else None


class PixelDigest:
    """SHA-256 of a picture as shown, taken strip by strip from the top."""

    def __init__(self, mode: str, size: tuple[int, int]) -> None:
        self._kind = "colour" if mode in _COLOUR else mode[:4]
        self._whole = hashlib.sha256(f"{self._kind} {size[0]}x{size[1]}\n".encode())
        self._alpha = hashlib.sha256()
        self._opaque = True

    def add(self, strip: Image.Image, plain: Image.Image) -> None:
        """``strip`` as decoded, and ``plain``, the same as L, RGB or RGBA."""
        if self._kind == "I;16":
            self._whole.update(np.asarray(strip).astype(">u2").tobytes())
        elif self._kind != "colour":
            self._whole.update(strip.tobytes())
        elif plain.mode == "RGBA":
            self._add_translucent(np.array(plain))
        else:
            self._whole.update(plain.convert("RGB").tobytes())

    def add_file(self, data: bytes) -> None:
        """All bytes of a file that shows more than was decoded."""
        self._whole.update(hashlib.sha256(data).digest())

    def hexdigest(self) -> str:
        """64 hexadecimal digits."""
        whole = self._whole.copy()
        if not self._opaque:
            whole.update(self._alpha.digest())
        return whole.hexdigest()

    def _add_translucent(self, values: NDArray[np.uint8]) -> None:
        alpha = values[..., 3]
        values[alpha == 0] = 0
        self._opaque = self._opaque and bool((alpha == 255).all())
        self._whole.update(values[..., :3].tobytes())
        self._alpha.update(alpha.tobytes())
