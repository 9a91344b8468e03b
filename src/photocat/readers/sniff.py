"""What format bytes are, by their content and never by the name of the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from photocat.readers.directories import Entry, read_directories

SNIFF_BYTES = 65_536
"""How much of the beginning of a file ``sniff`` should be given."""


@dataclass(frozen=True, slots=True)
class Format:
    """One line of ``FORMATS``."""

    name: str
    recognised: Callable[[bytes], bool]
    pillow: tuple[str, ...] = ()
    """Formats that Pillow may take it for; with none it is not decoded by Pillow."""
    extra: str | None = None
    """The optional extra that decodes it: ``heif``, ``jxl``, ``raw``."""
    is_photo: bool = True
    """False for what stands beside a photo."""


def starts(*magic: bytes, at: int = 0) -> Callable[[bytes], bool]:
    """Whether one of these byte strings stands at a position."""
    return lambda head: any(head[at : at + len(m)] == m for m in magic)


def _riff(kind: bytes) -> Callable[[bytes], bool]:
    return lambda head: head[:4] == b"RIFF" and head[8:12] == kind


def _brands(*wanted: bytes, never: tuple[bytes, ...] = ()) -> Callable[[bytes], bool]:
    """Whether the ``ftyp`` box names one of these brands (ISO/IEC 14496-12, 4.3)."""

    def recognised(head: bytes) -> bool:
        if head[4:8] != b"ftyp":
            return False
        size = int.from_bytes(head[:4], "big")
        start = 12 if head[8:12] == b"mif3" else 16  # mif3 names its codec in the minor version
        names = head[8:12] + head[start : min(size, 256)]
        brands = {names[i : i + 4] for i in range(0, len(names), 4)}
        return bool(brands & set(wanted)) and head[8:12] not in never

    return recognised


def _raw_tiff(*makes: str, numbers: tuple[int, ...] = ()) -> Callable[[bytes], bool]:
    """Whether a TIFF is a camera's raw file: its maker, and a picture that no plain TIFF has."""

    def recognised(head: bytes) -> bool:
        if head[:4] not in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"):
            return False
        first = {e.number: e for e in _first_directory(head)}
        if numbers:
            return any(number in first for number in numbers)
        texts = (first[n].raw.decode("latin-1") for n in (_MAKE, _MODEL) if n in first)
        is_raw = any(n in first and first[n].numbers()[:1] in values for n, values in _RAW_SIGNS)
        return is_raw and any(text.upper().startswith(makes) for text in texts)

    return recognised


@lru_cache(maxsize=1)
def _first_directory(head: bytes) -> list[Entry]:
    return [e for e in read_directories(head) if isinstance(e, Entry) and e.directory == "IFD0"]


def _text_start(pattern: bytes) -> Callable[[bytes], bool]:
    """Whether text begins so, in any of the Unicode encodings."""
    compiled = re.compile(pattern)
    return lambda head: compiled.match(head[:512].replace(b"\0", b"").lstrip(_BLANK)) is not None


_MAKE, _MODEL, _DNG_VERSION = 0x010F, 0x0110, 0xC612
_RAW_SIGNS: tuple[tuple[int, tuple[tuple[int], ...]], ...] = (
    (0x00FE, ((1,),)),  # SubfileType: the first picture is but a preview
    (0x0103, ((6,), (32767,), (34713,), (65535,))),  # Compression: a maker's own, or a preview's
    (0x0106, ((32803,),)),  # PhotometricInterpretation: the mosaic of the sensor
)
"""Tags of IFD0, and what they hold in raw files."""

_BMP_HEADERS = {bytes([size]) for size in (12, 16, 40, 52, 56, 64, 108, 124)}
_BLANK = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_HEIF = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_VIDEO = (b"qt  ", b"isom", b"mp41", b"mp42", b"M4V ", b"3gp4", b"3gp5")

FORMATS: tuple[Format, ...] = (
    Format("JPEG", starts(b"\xff\xd8\xff"), ("JPEG", "MPO")),
    Format("PNG", starts(b"\x89PNG\r\n\x1a\n"), ("PNG",)),
    Format("GIF", starts(b"GIF87a", b"GIF89a"), ("GIF",)),
    Format("WebP", _riff(b"WEBP"), ("WEBP",)),
    Format("PSD", starts(b"8BPS"), ("PSD",)),
    Format("BMP", lambda h: h[:2] == b"BM" and h[14:15] in _BMP_HEADERS, ("BMP",)),
    Format("AVIF", _brands(b"avif", b"avis", never=_VIDEO), ("AVIF",)),
    Format("HEIC", _brands(*_HEIF, never=_VIDEO), ("HEIF",), extra="heif"),
    Format("JXL", starts(b"\xff\x0a", b"\0\0\0\x0cJXL \r\n\x87\n"), ("JXL",), extra="jxl"),
    Format("JP2", starts(b"\0\0\0\x0cjP  \r\n\x87\n", b"\xff\x4f\xff\x51"), ("JPEG2000",)),
    Format("RAW/CR3", _brands(b"crx "), extra="raw"),
    Format("RAW/CR2", lambda h: h[:2] in (b"II", b"MM") and h[8:10] == b"CR", extra="raw"),
    Format("RAW/CRW", starts(b"HEAPCCDR", at=6), extra="raw"),
    Format("RAW/RAF", starts(b"FUJIFILMCCD-RAW"), extra="raw"),
    Format("RAW/X3F", starts(b"FOVb"), extra="raw"),
    Format("RAW/MRW", starts(b"\0MRM"), extra="raw"),
    Format("RAW/RW2", starts(b"IIU\0"), extra="raw"),
    Format("RAW/ORF", starts(b"IIRO", b"IIRS", b"MMOR"), extra="raw"),
    Format("RAW/DNG", _raw_tiff(numbers=(_DNG_VERSION,)), extra="raw"),
    Format("RAW/NEF", _raw_tiff("NIKON"), extra="raw"),
    Format("RAW/ARW", _raw_tiff("SONY"), extra="raw"),
    Format("RAW/PEF", _raw_tiff("PENTAX", "RICOH"), extra="raw"),
    Format("RAW/SRW", _raw_tiff("SAMSUNG"), extra="raw"),
    Format("RAW/KDC", _raw_tiff("EASTMAN KODAK", "KODAK"), extra="raw"),
    Format("RAW/3FR", _raw_tiff("HASSELBLAD"), extra="raw"),
    Format("TIFF", starts(b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"), ("TIFF",)),
    Format(
        "XMP",
        _text_start(
            rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:\?xpacket|\w+:(?:xmpmeta|xapmeta|RDF)\b)"
        ),
        is_photo=False,
    ),
    Format("JSON", _text_start(rb"[\[{]\s*(?:[\"{\]}]|$)"), is_photo=False),
)
"""Every format photocat knows; the first that recognises the bytes is taken."""

FORMAT = {format.name: format for format in FORMATS}
"""The same by name."""


def sniff(head: bytes) -> str | None:
    """The format of a file by its first ``SNIFF_BYTES`` bytes; None for what is no photo.

    ``XMP`` and ``JSON`` are sidecars, not photos: see ``Format.is_photo``.
    """
    for format in FORMATS:
        if format.recognised(head):
            return format.name
    return None


__all__ = ["FORMAT", "FORMATS", "SNIFF_BYTES", "Format", "sniff"]
