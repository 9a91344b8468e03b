"""Previews as small as a contact sheet shows them."""

from __future__ import annotations

import io

from PIL import Image

SIDE = 512
"""Pixels of the longer side: half of a large preview, which a JPEG decoder gives for little."""
QUALITY = 78


def smaller(encoded: bytes) -> bytes:
    """A JPEG as one of at most ``SIDE`` pixels a side."""
    with Image.open(io.BytesIO(encoded), formats=["JPEG"]) as preview:
        width, height = preview.size
        preview.draft("RGB", (SIDE, 1) if width >= height else (1, SIDE))
        picture = preview.convert("RGB")
    picture.thumbnail((SIDE, SIDE), Image.Resampling.BICUBIC)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
