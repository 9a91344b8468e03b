"""Where each format keeps its metadata blocks: one bounded walk per container, one table.

None of the walks decodes a picture, so metadata is read from files whose pixels are damaged, too.
"""

from __future__ import annotations

from photocat.readers.blocks import Blocks, Data, FindBlocks
from photocat.readers.containers.boxes import find_box_blocks
from photocat.readers.containers.gif import find_gif_blocks
from photocat.readers.containers.jpeg import find_jpeg_blocks
from photocat.readers.containers.photoshop import find_psd_blocks
from photocat.readers.containers.png import find_png_blocks
from photocat.readers.containers.raw import (
    find_crw_blocks,
    find_mrw_blocks,
    find_raf_blocks,
    find_x3f_blocks,
)
from photocat.readers.containers.tiff import find_tiff_blocks
from photocat.readers.containers.webp import find_webp_blocks

CONTAINERS: tuple[tuple[str, FindBlocks], ...] = (
    ("JPEG", find_jpeg_blocks),
    ("PNG", find_png_blocks),
    ("TIFF", find_tiff_blocks),
    ("WebP", find_webp_blocks),
    ("GIF", find_gif_blocks),
    ("PSD", find_psd_blocks),
    ("AVIF", find_box_blocks),
    ("HEIC", find_box_blocks),
    ("JXL", find_box_blocks),
    ("JP2", find_box_blocks),
    ("RAW/CR3", find_box_blocks),
    ("RAW/CRW", find_crw_blocks),
    ("RAW/MRW", find_mrw_blocks),
    ("RAW/RAF", find_raf_blocks),
    ("RAW/X3F", find_x3f_blocks),
    ("RAW/", find_tiff_blocks),
)
"""Format, or its beginning, and the walk that finds its blocks; the first that fits is taken."""


def find_blocks(data: Data, format: str) -> Blocks:
    """The metadata blocks of a file of this format, in the order of the file."""
    for beginning, find in CONTAINERS:
        if format == beginning or (beginning.endswith("/") and format.startswith(beginning)):
            return find(data)
    return iter(())


__all__ = ["CONTAINERS", "find_blocks"]
