"""Raw files: the JPEG that the camera put inside, or else a half-size development by LibRaw."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image

from photocat.errors import FileProblem
from photocat.fingerprints.formats import load_decoder, open_picture

if TYPE_CHECKING:
    import rawpy

_ORIENTATION = {0: 1, 3: 3, 5: 8, 6: 6}
"""From LibRaw's flip to EXIF Orientation."""


@dataclass(frozen=True, slots=True)
class Raw:
    """What a raw file shows."""

    seen: bytes | Image.Image
    """The largest JPEG inside, not turned; or a half-size development, turned."""
    size: tuple[int, int]
    """Of the whole picture, not turned."""
    orientation: int


def read_raw(data: bytes, least: int) -> Raw:
    """The raw file's own preview if its long side is ``least`` or more, else a development.

    Raises FileProblem ``needs-extra``, ``unsupported`` or ``undecodable``.
    """
    load_decoder("rawpy", "raw")
    import rawpy

    try:
        with rawpy.imread(io.BytesIO(data)) as file:
            size = _size(file.sizes)
            orientation = _ORIENTATION.get(file.sizes.flip, 1)
            preview = _preview(file)
            if preview and max(open_picture(preview, "JPEG").size) >= min(least, max(size)):
                return Raw(preview, size, orientation)
            try:
                developed = file.postprocess(half_size=True, use_camera_wb=True)
            except rawpy.LibRawError:
                if preview is None:
                    raise
                return Raw(preview, size, orientation)
            return Raw(Image.fromarray(developed), size, orientation)
    except rawpy.LibRawFileUnsupportedError as unsupported:
        raise FileProblem("unsupported", "a raw file that LibRaw does not know") from unsupported
    except rawpy.LibRawError as damaged:
        raise FileProblem("undecodable", f"LibRaw: {damaged}") from damaged


def _size(sizes: rawpy.ImageSizes) -> tuple[int, int]:
    """Width and height with the longer side of oblong pixels stretched out."""
    aspect = sizes.pixel_aspect or 1
    return round(sizes.width * max(aspect, 1)), round(sizes.height / min(aspect, 1))


def _preview(file: rawpy.RawPy) -> bytes | None:
    import rawpy

    try:
        preview = file.extract_thumb()
    except rawpy.LibRawError:
        return None
    return bytes(preview.data) if preview.format == rawpy.ThumbFormat.JPEG else None
