"""A PNG without what its decoder may choke on (ISO/IEC 15948, 5.3)."""

from __future__ import annotations

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_DROPPED = frozenset((b"tEXt", b"zTXt", b"iTXt", b"iCCP", b"eXIf", b"caBX"))


def without_texts(data: bytes) -> bytes:
    """The same picture without text, profile and Exif chunks, which may be compressed bombs."""
    if not data.startswith(_SIGNATURE):
        return data
    kept, at = [_SIGNATURE], len(_SIGNATURE)
    while at + 8 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] not in _DROPPED:
            kept.append(data[at:end])
        at = end
    return b"".join(kept)
