"""The picture formats that photocat decodes, one line each, and who can open them.

Only the decoders named here ever see a file: Pillow is always told which one to use, so bytes that
call themselves a photo never reach a decoder that runs other programs.
"""

from __future__ import annotations

import importlib
import io
from dataclasses import dataclass
from typing import Literal

from PIL import Image, UnidentifiedImageError

from photocat.errors import FileProblem

Turned = Literal["by us", "by the decoder", "as the decoder says"]


@dataclass(frozen=True, slots=True)
class Format:
    """One line of ``FORMATS``."""

    name: str
    """As in ``records.Photo.format``."""
    plugin: str
    """The name under which Pillow knows the decoder."""
    module: str
    """The module whose import registers it."""
    extra: str | None = None
    """The optional dependency that brings it, where it is not in the core."""
    turned: Turned = "by us"
    """Who applies the orientation. HEIF and JPEG XL say in the container how the picture is turned,
    and Exif must not turn it again (ISO/IEC 23008-12, 6.5.10; ISO/IEC 18181-1, D.3.2)."""


FORMATS: tuple[Format, ...] = (
    Format("JPEG", "JPEG", "PIL.JpegImagePlugin"),
    Format("PNG", "PNG", "PIL.PngImagePlugin"),
    Format("TIFF", "TIFF", "PIL.TiffImagePlugin", turned="by the decoder"),
    Format("WebP", "WEBP", "PIL.WebPImagePlugin"),
    Format("GIF", "GIF", "PIL.GifImagePlugin"),
    Format("BMP", "BMP", "PIL.BmpImagePlugin"),
    Format("PSD", "PSD", "PIL.PsdImagePlugin"),
    Format("JP2", "JPEG2000", "PIL.Jpeg2KImagePlugin"),
    Format("AVIF", "AVIF", "PIL.AvifImagePlugin", turned="as the decoder says"),
    Format("HEIC", "HEIF", "pillow_heif.HeifImagePlugin", "heif", turned="by the decoder"),
    Format("JXL", "JXL", "pillow_jxl", "jxl", turned="by the decoder"),
)
"""``RAW/…`` is not here: ``photocat.fingerprints.raw`` finds the JPEG inside."""

FORMAT = {line.name: line for line in FORMATS}


def load_decoder(module: str, extra: str | None) -> None:
    """Import a decoder on its first use.

    Raises FileProblem ``needs-extra`` where the optional dependency is not installed.
    """
    try:
        importlib.import_module(module)
    except ImportError as absent:
        if extra is None:
            raise
        raise FileProblem("needs-extra", f'pip install "photocat[{extra}]"') from absent


def open_picture(data: bytes, name: str) -> Image.Image:
    """The picture in ``data`` as format ``name``, its header read and its pixels not yet.

    Raises FileProblem ``unsupported`` or ``needs-extra``, and whatever the decoder raises.
    """
    line = FORMAT.get(name)
    if line is None:
        raise FileProblem("unsupported", name)
    load_decoder(line.module, line.extra)
    try:
        return Image.open(io.BytesIO(data), formats=[line.plugin])
    except UnidentifiedImageError as unidentified:
        raise FileProblem("undecodable", f"its {name} header cannot be read") from unidentified
