"""EXIF: what the camera wrote (CIPA DC-008, Exif 3.0), as tags with the standard's names."""

from __future__ import annotations

from exifread.tags.exif import EXIF_TAGS, GPS_TAGS, INTEROP_TAGS

from photocat.readers.apple import read_apple
from photocat.readers.blocks import Data, Tags
from photocat.readers.charsets import binary_tag, decode, text_tag
from photocat.readers.directories import TEXTS, Entry, read_directories
from photocat.records import Note, Tag

CHARSET_ORIGIN = "EXIF charset"
"""Origin of the tag that says how a text that is no UTF-8 was read. It stands in no file."""

MAX_NUMBERS = 64
"""Numbers of one value that are kept: longer ones are tables of the picture, not metadata."""

MAX_TABLE = 8192
"""Bytes of numbers above which they are not even counted out, but shown as bytes."""

_NAMES: dict[int, str] = {number: entry[0] for number, entry in EXIF_TAGS.items()} | {
    0x4749: "RatingPercent",
    0x9C9C: "XPComment",
    0xA436: "ImageTitle",
    0xA437: "Photographer",
    0xA438: "ImageEditor",
    0xC614: "UniqueCameraModel",
}
_GPS_NAMES: dict[int, str] = {number: entry[0] for number, entry in GPS_TAGS.items()} | {
    0x1D: "GPSDateStamp",
    0x1F: "GPSHPositioningError",
}
_INTEROP_NAMES = {number: entry[0] for number, entry in INTEROP_TAGS.items()}

_UNDEFINED = 7
_TEXTS_ONLY = {0xA430, 0xA431, 0xA433, 0xA434, 0xA435, 0xA436, 0xA437, 0xA438}
"""Numbers that some cameras used for numbers of their own before Exif gave them to texts."""
_COPYRIGHT = 0x8298
_USER_COMMENT = 0x9286
_WINDOWS_TEXTS = range(0x9C9B, 0x9CA0)
_GPS_TEXTS = (0x1B, 0x1C)
_MAKER_NOTE = 0x927C
_BLOCKS = {700, 33723, 34377, 34675, _MAKER_NOTE}
"""Whole blocks within a directory: XMP, IIM, Photoshop resources, ICC profile, maker's note."""


def read_exif(data: Data, directory: str = "") -> Tags:
    """One tag for each entry: ``EXIF DateTimeOriginal``, ``EXIF IFD1/Compression``."""
    for item in read_directories(data, directory or "IFD0"):
        if isinstance(item, Note):
            yield item
        else:
            yield from _entry_tags(item)


def _entry_tags(entry: Entry) -> Tags:
    origin = f"EXIF {_name(entry)}"
    if entry.number in _BLOCKS and entry.directory != "GPS":
        yield binary_tag(origin, entry.raw)
        if entry.number == _MAKER_NOTE:
            yield from read_apple(entry.raw)
        return
    if entry.type in TEXTS:
        yield from _ascii_tags(origin, entry)
    elif entry.number in _WINDOWS_TEXTS and entry.directory != "GPS":
        yield text_tag(origin, _utf16_text(entry.raw))
    elif _is_coded_text(entry):
        yield text_tag(origin, _coded_text(entry.raw, entry.order))
    elif entry.type == _UNDEFINED:
        yield _undefined_tag(origin, entry.raw)
    elif len(entry.raw) > MAX_TABLE:
        yield binary_tag(origin, entry.raw)
    else:
        yield _numbers_tag(origin, entry)


def _name(entry: Entry) -> str:
    names = {"GPS": _GPS_NAMES, "Interop": _INTEROP_NAMES}.get(entry.directory, _NAMES)
    foreign = entry.number in _TEXTS_ONLY and entry.type not in TEXTS
    name = f"0x{entry.number:04X}" if foreign else names.get(entry.number, f"0x{entry.number:04X}")
    further = entry.directory.startswith(("IFD", "SubIFD")) and entry.directory != "IFD0"
    return f"{entry.directory}/{name}" if further else name


def _ascii_tags(origin: str, entry: Entry) -> Tags:
    """Text up to the first NUL; in Copyright, NUL stands between photographer and editor."""
    parts = entry.raw.split(b"\0")
    if entry.number == _COPYRIGHT and len(parts) > 1:
        raw = b"\n".join(part for part in parts[:2] if part.strip())
    else:
        raw = parts[0]
    decoded = decode(raw.rstrip())
    if decoded.guessed:
        yield text_tag(CHARSET_ORIGIN, f"{origin}: guessed {decoded.guessed}")
    yield text_tag(origin, decoded.text)


def _is_coded_text(entry: Entry) -> bool:
    if entry.directory == "GPS":
        return entry.number in _GPS_TEXTS and entry.type == _UNDEFINED
    return entry.number == _USER_COMMENT


def _coded_text(raw: bytes, order: str) -> str:
    """Text behind eight bytes that name its character code (Exif 3.0, UserComment)."""
    code, text = raw[:8].rstrip(b"\0 ").upper(), raw[8:]
    if code == b"UNICODE":
        return _utf16_text(text, order)
    if code == b"JIS":
        return decode(text.rstrip(b"\0 "), "iso2022_jp").text
    if code in (b"ASCII", b""):
        return decode(text.rstrip(b"\0 ")).text
    return decode(raw.rstrip(b"\0 ")).text


def _utf16_text(raw: bytes, order: str = "<") -> str:
    """UTF-16 in the byte order of its mark, else of its zero bytes, else as told."""
    raw = raw[: len(raw) // 2 * 2]
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace").rstrip("\0 ")
    high_first, low_first = raw[0::2].count(0), raw[1::2].count(0)
    if high_first != low_first:
        order = ">" if high_first > low_first else "<"
    text = raw.decode("utf-16-be" if order == ">" else "utf-16-le", "replace")
    return text.split("\0", 1)[0].rstrip(" ")


def _undefined_tag(origin: str, raw: bytes) -> Tag:
    text = raw.rstrip(b"\0")
    if text and text.isascii() and text.decode().isprintable():
        return text_tag(origin, text.decode())
    return binary_tag(origin, raw)


def _numbers_tag(origin: str, entry: Entry) -> Tag:
    """Numbers as they stand, rationals unreduced: ``0/0`` stays ``0/0``."""
    values = [f"{over}/{under}" for over, under in entry.rationals()]
    values = values or [str(number) for number in entry.numbers()]
    text = " ".join(values[:MAX_NUMBERS])
    return Tag(origin, text, len(" ".join(values)) if len(values) > MAX_NUMBERS else None)
