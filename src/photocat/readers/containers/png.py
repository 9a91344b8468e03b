"""PNG: eXIf, XMP in iTXt, and text chunks (PNG Specification, third edition, 11.3).

ImageMagick's ``Raw profile type`` chunks carry EXIF, IIM and XMP as hexadecimal text.
"""

from __future__ import annotations

import re
import zlib

from photocat.readers.blocks import MAX_BLOCK, MAX_STEPS, Block, Blocks, Data, damaged
from photocat.readers.containers.photoshop import find_resource_blocks

MAX_TEXT = 1024 * 1024
"""A text chunk larger than this is kept only as a note (XMP and profiles may be larger)."""

_XMP_KEYWORD = "XML:com.adobe.xmp"
_PROFILE = re.compile(r"Raw profile type (\w+)")
_EXIF_HEAD = b"Exif\0\0"
_XMP_HEAD = b"http://ns.adobe.com/xap/1.0/\0"


def find_png_blocks(data: Data) -> Blocks:
    """The blocks in all chunks, those after the picture data included.

    All of them together unpack to ``MAX_BLOCK`` bytes at most.
    """
    position, left = 8, MAX_BLOCK
    for _ in range(MAX_STEPS):
        head = bytes(data[position : position + 8])
        if len(head) < 8 or head[4:] == b"IEND":
            return
        length, kind = int.from_bytes(head[:4], "big"), head[4:]
        if kind in (b"eXIf", b"iTXt", b"tEXt", b"zTXt"):
            if length > MAX_BLOCK:
                yield damaged(f"PNG {kind.decode()}: chunk of {length} bytes")
            elif position + 8 + length > len(data):
                yield damaged(f"PNG {kind.decode()}: cut short, not read")
            else:
                content = bytes(data[position + 8 : position + 8 + length])
                for item in _chunk_blocks(kind, content, left):
                    left -= len(item.data) if isinstance(item, Block) else 0
                    yield item
        position += length + 12
    yield damaged("PNG: too many chunks")


def _chunk_blocks(kind: bytes, content: bytes, most: int) -> Blocks:
    if kind == b"eXIf":
        yield Block("exif", content.removeprefix(_EXIF_HEAD))
        return
    key, _, rest = content.partition(b"\0")
    keyword = key.decode("latin-1")
    try:
        text = _text(kind, rest, most)
    except (zlib.error, ValueError) as problem:
        yield damaged(f"PNG {keyword}: {problem}")
        return
    profile = _PROFILE.fullmatch(keyword)
    if keyword == _XMP_KEYWORD:
        yield Block("xmp", text)
    elif profile:
        yield from _profile_blocks(profile[1].lower(), text)
    elif len(text) > MAX_TEXT:
        yield damaged(f"PNG {keyword}: text of more than {MAX_TEXT} bytes")
    else:
        yield Block("text", text, f"PNG {keyword}")


def _text(kind: bytes, rest: bytes, most: int) -> bytes:
    """The text as bytes, unpacked where it is packed."""
    if kind == b"tEXt":
        return rest
    if kind == b"zTXt":
        return _inflate(rest[1:], most)
    compressed, text = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
    return _inflate(text, most) if compressed else text


def _inflate(packed: bytes, most: int) -> bytes:
    """At most ``most`` bytes; a bomb is refused, not unpacked."""
    inflater = zlib.decompressobj()
    text = inflater.decompress(packed, max(most, 1))
    if inflater.unconsumed_tail:
        raise ValueError(f"unpacks to more than {most} bytes")
    return text


def _profile_blocks(profile: str, text: bytes) -> Blocks:
    """ImageMagick's form: a name and a length on lines of their own, then hexadecimal digits."""
    _, _, rest = text.replace(b"\r", b"\n").lstrip().partition(b"\n")
    length, _, digits = rest.lstrip().partition(b"\n")
    digits = b"".join(digits.rstrip(b"\0").split())
    try:
        content = bytes.fromhex(digits[: len(digits) // 2 * 2].decode())
    except ValueError:
        content = b""
    if not (length.strip().isdigit() and content):
        yield damaged(f"PNG raw profile {profile}: it is no hexadecimal text")
        return
    if content.startswith(_EXIF_HEAD):
        yield Block("exif", content.removeprefix(_EXIF_HEAD))
    elif content.startswith(_XMP_HEAD):
        yield Block("xmp", content.removeprefix(_XMP_HEAD))
    elif profile in ("exif", "app1"):
        yield Block("exif", content)
    elif profile in ("iptc", "8bim"):
        yield from find_resource_blocks(content)
    elif profile == "xmp":
        yield Block("xmp", content)
