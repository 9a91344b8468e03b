"""Digests that prove equal pixels, whatever the metadata and, but for JPEG, whatever the format.

    scan:…      a JPEG: SHA-256 over all that decides its pixels (``jpeg.scan_digest``). A file
                whose tags were changed keeps it; a re-encoded or losslessly optimised one does not.
    pixels:…    any other: SHA-256 over the decoded pixels as shown, so that a PNG, a TIFF, a BMP
                and a lossless WebP of one picture agree, and one stored turned with its twin.

Pixels are compared as they are decoded: grey, palette and colour alike as RGBA with 8 bits a
channel, colour under full transparency as nothing; 16-bit grey, whole and real numbers, CMYK and
Lab by their own values. Of an animation or a file of several pages only the first is decoded, so
its digest takes in the whole file: it equals that of another only where the bytes do. A raw file
has none.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from photocat.fingerprints.jpeg import scan_digest

if TYPE_CHECKING:
    from photocat.fingerprints.decode import Decoded

_AS_RGBA = frozenset(("1", "L", "LA", "La", "P", "PA", "RGB", "RGBX", "RGBA", "RGBa"))


def pixel_digest(data: bytes, format: str, decoded: Decoded) -> str | None:
    """``scan:`` or ``pixels:`` and 64 hexadecimal digits; None where nothing can be proved."""
    if format == "JPEG":
        return f"scan:{scan_digest(data, decoded.orientation)}"
    return f"pixels:{decoded.pixels}" if decoded.pixels else None


class PixelDigest:
    """SHA-256 of a picture as shown, taken strip by strip from the top."""

    def __init__(self, mode: str, size: tuple[int, int]) -> None:
        self._kind = "RGBA" if mode in _AS_RGBA else "I;16" if mode.startswith("I;16") else mode
        self._sha256 = hashlib.sha256(f"{self._kind} {size[0]}x{size[1]}\n".encode())

    def add(self, strip: Image.Image, plain: Image.Image) -> None:
        """``strip`` as decoded, and ``plain``, the same as L, RGB or RGBA."""
        if self._kind == "RGBA":
            self._sha256.update(_rgba(plain))
        elif self._kind == "I;16":
            self._sha256.update(np.asarray(strip).astype(">u2").tobytes())
        else:
            self._sha256.update(strip.tobytes())

    def add_file(self, data: bytes) -> None:
        """All bytes of a file that shows more than was decoded."""
        self._sha256.update(hashlib.sha256(data).digest())

    def hexdigest(self) -> str:
        """64 hexadecimal digits."""
        return self._sha256.hexdigest()


def _rgba(plain: Image.Image) -> bytes:
    if plain.mode != "RGBA":
        return plain.convert("RGBA").tobytes()
    values = np.array(plain)
    values[values[..., 3] == 0] = 0
    return values.tobytes()
