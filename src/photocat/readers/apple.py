"""What an iPhone's maker note says of a Live Photo: the still's moving part lies in another file.

Numbers as ExifTool's ``Apple`` table has them; the note is a big-endian directory of its own, whose
offsets count from its beginning.
"""

from __future__ import annotations

import struct

from photocat.readers.blocks import Tags
from photocat.readers.charsets import decode, text_tag

START = b"Apple iOS\0"
_DIRECTORY = 14
_MOST_ENTRIES = 200
_NAMES = {0x0011: "ContentIdentifier", 0x0017: "LivePhotoVideoIndex"}
"""The identifier that still and moving part share, and where in its seconds the still was taken."""

_SIZES = {2: 1, 3: 2, 4: 4, 9: 4, 16: 8}
_WHOLE = {3: ">H", 4: ">I", 9: ">i", 16: ">Q"}


def read_apple(note: bytes) -> Tags:
    """``Apple ContentIdentifier`` and ``Apple LivePhotoVideoIndex``, where the note has them."""
    if not note.startswith(START) or len(note) < _DIRECTORY + 2:
        return
    (count,) = struct.unpack_from(">H", note, _DIRECTORY)
    for position in range(min(count, _MOST_ENTRIES)):
        entry = note[_DIRECTORY + 2 + 12 * position :][:12]
        if len(entry) < 12:
            return
        number, kind, length = struct.unpack_from(">HHI", entry)
        size = _SIZES.get(kind, 0) * length
        if number not in _NAMES or not 0 < size <= 256:
            continue
        start = struct.unpack_from(">I", entry, 8)[0]
        value = entry[8 : 8 + size] if size <= 4 else note[start : start + size]
        if kind == 2:
            yield text_tag(f"Apple {_NAMES[number]}", decode(value.partition(b"\0")[0]).text)
        elif length == 1 and len(value) == size:
            yield text_tag(f"Apple {_NAMES[number]}", str(struct.unpack(_WHOLE[kind], value)[0]))
