"""Files built from bytes, so that a test shows what it is about."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from typing import Any

import pytest

POINTERS = {"Exif": 0x8769, "GPS": 0x8825, "SubIFD": 0x014A}
SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8, 12: 8, 129: 1}


class Make:
    """Builders of metadata blocks and of the smallest files that hold them."""

    def tiff(
        self,
        ifd0: dict[int, tuple[int, Any]] | None = None,
        exif: dict[int, tuple[int, Any]] | None = None,
        gps: dict[int, tuple[int, Any]] | None = None,
        order: str = "<",
        *,
        picture: dict[int, tuple[int, Any]] | None = None,
        big: bool = False,
    ) -> bytes:
        """A TIFF stream. Values are (type, value): bytes, numbers, or pairs for rationals.

        ``picture`` is a further picture that IFD0 points to; ``big`` makes it BigTIFF.
        """
        version, wide = (43, "Q") if big else (42, "I")
        head = struct.pack(order + "H", version) + (struct.pack(order + "HH", 8, 0) if big else b"")
        out = bytearray((b"II" if order == "<" else b"MM") + head)
        out += struct.pack(order + wide, len(out) + struct.calcsize(wide))
        below = {"Exif": exif, "GPS": gps, "SubIFD": picture}
        entries = dict(ifd0 or {})
        entries |= {POINTERS[name]: (4, [0]) for name, tags in below.items() if tags}
        pointers = self._directory(out, entries, order, wide)
        for name, tags in below.items():
            if tags:
                struct.pack_into(order + "I", out, pointers[POINTERS[name]], len(out))
                self._directory(out, tags, order, wide)
        return bytes(out)

    def _directory(
        self, out: bytearray, tags: dict[int, tuple[int, Any]], order: str, wide: str
    ) -> dict[int, int]:
        width = struct.calcsize(wide)
        head, row = (8, 20) if width == 8 else (2, 12)
        start = len(out)
        out += struct.pack(order + ("Q" if width == 8 else "H"), len(tags))
        out += bytes(row * len(tags) + width)
        places = {}
        for position, (number, (kind, value)) in enumerate(sorted(tags.items())):
            raw = self._raw(kind, value, order)
            entry = start + head + row * position
            places[number] = held = entry + row - width
            count = len(raw) // SIZES[kind]
            struct.pack_into(order + "HH" + wide, out, entry, number, kind, count)
            if len(raw) <= width:
                out[held : held + len(raw)] = raw
            else:
                struct.pack_into(order + wide, out, held, len(out))
                out += raw
        return places

    def _raw(self, kind: int, value: Any, order: str) -> bytes:
        if isinstance(value, bytes):
            return value
        if isinstance(value, str):
            return value.encode() + b"\0"
        code = {1: "B", 3: "H", 4: "I", 5: "I", 9: "i", 10: "i", 12: "d"}[kind]
        flat = [n for pair in value for n in pair] if kind in (5, 10) else list(value)
        return struct.pack(f"{order}{len(flat)}{code}", *flat)

    def iim(self, *datasets: tuple[int, int, bytes]) -> bytes:
        """IIM datasets with standard lengths."""
        return b"".join(
            bytes([0x1C, record, number]) + struct.pack(">H", len(value)) + value
            for record, number, value in datasets
        )

    def resources(self, *items: tuple[int, bytes]) -> bytes:
        """Photoshop image resources."""
        return b"".join(
            b"8BIM" + struct.pack(">HxxI", number, len(content)) + content + bytes(len(content) % 2)
            for number, content in items
        )

    def xmp(self, inside: str, attributes: str = "") -> bytes:
        """A packet of one description; the usual prefixes are declared."""
        names = {
            "dc": "http://purl.org/dc/elements/1.1/",
            "exif": "http://ns.adobe.com/exif/1.0/",
            "photoshop": "http://ns.adobe.com/photoshop/1.0/",
            "xmp": "http://ns.adobe.com/xap/1.0/",
            "tiff": "http://ns.adobe.com/tiff/1.0/",
            "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
            "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
            "mwg-rs": "http://www.metadataworkinggroup.com/schemas/regions/",
        }
        declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in names.items())
        return (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
            f'<rdf:Description rdf:about="" {declared} {attributes}>{inside}</rdf:Description>'
            "</rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
        ).encode()

    def jpeg(self, *segments: tuple[int, bytes]) -> bytes:
        """Markers and contents between SOI and a scan that holds nothing."""
        parts = [
            bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content
            for marker, content in segments
        ]
        return b"\xff\xd8" + b"".join(parts) + b"\xff\xda\0\2\xff\xd9"

    def jpeg_of(self, exif: bytes = b"", iim: bytes = b"", xmp: bytes = b"") -> bytes:
        """A JPEG with these blocks in their usual segments."""
        segments = []
        if exif:
            segments.append((0xE1, b"Exif\0\0" + exif))
        if xmp:
            segments.append((0xE1, b"http://ns.adobe.com/xap/1.0/\0" + xmp))
        if iim:
            segments.append((0xED, b"Photoshop 3.0\0" + self.resources((0x0404, iim))))
        return self.jpeg(*segments)

    def png(self, *chunks: tuple[bytes, bytes]) -> bytes:
        """A PNG of a header and these chunks, without picture data."""
        header = (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(content))
            + kind
            + content
            + struct.pack(">I", zlib.crc32(kind + content))
            for kind, content in (header, *chunks, (b"IEND", b""))
        )

    def webp(self, *chunks: tuple[bytes, bytes]) -> bytes:
        """A WebP of these chunks."""
        body = b"WEBP" + b"".join(
            kind + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)
            for kind, content in chunks
        )
        return b"RIFF" + struct.pack("<I", len(body)) + body

    def gif(self, xmp: bytes) -> bytes:
        """A GIF with an XMP application extension and its trailer."""
        trailer = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
        return b"GIF89a\1\0\1\0\0\0\0!\xff\x0bXMP DataXMP" + xmp + trailer + b";"

    def psd(self, *items: tuple[int, bytes]) -> bytes:
        """A PSD of these image resources."""
        resources = self.resources(*items)
        head = b"8BPS\0\1" + bytes(6) + struct.pack(">HIIHH", 3, 1, 1, 8, 3)
        return head + bytes(4) + struct.pack(">I", len(resources)) + resources + bytes(4)

    def box(self, kind: bytes, content: bytes) -> bytes:
        """One box."""
        return struct.pack(">I", len(content) + 8) + kind + content

    def heif(self, brand: bytes, items: Sequence[tuple[bytes, bytes]]) -> bytes:
        """A HEIF file whose items are (item type with content type, content) in its ``idat``."""
        infos, places, idat = b"", b"", b""
        for number, (kind, content) in enumerate(items, 1):
            infos += self.box(b"infe", b"\2\0\0\0" + struct.pack(">HH", number, 0) + kind)
            places += struct.pack(">HHHHII", number, 1, 0, 1, len(idat), len(content))
            idat += content
        iinf = self.box(b"iinf", bytes(4) + struct.pack(">H", len(items)) + infos)
        iloc = self.box(b"iloc", b"\1\0\0\0\x44\0" + struct.pack(">H", len(items)) + places)
        meta = self.box(b"meta", bytes(4) + iinf + iloc + self.box(b"idat", idat))
        return self.box(b"ftyp", brand + bytes(4) + b"mif1" + brand) + meta

    def mini(self, exif: bytes, xmp: bytes, *, alpha: bool = False, hdr: bool = False) -> bytes:
        """An AVIF of one ``mini`` box, whose picture is four bytes of nothing."""
        bits = "00" + "".join(str(int(b)) for b in (0, 0, 1, alpha, 1, hdr, 0, bool(exif), True))
        bits += "01" + "000" + "1" + f"{4000 - 1:015b}{3000 - 1:015b}" + "10" + "1001"
        bits += "1" * alpha + f"{1:08b}{13:08b}{6:08b}"
        bits += "101" + f"{4:03b}{4 - 1:028b}" + (f"{2:028b}{4:03b}" if alpha else "") + "0"
        bits += "".join(f"{len(block) - 1:020b}" for block in (exif, xmp) if block)
        bits += "0" * (-len(bits) % 8)
        head = int(bits, 2).to_bytes(len(bits) // 8, "big")
        content = head + bytes(4) * (1 + alpha) + bytes(2 * alpha) + bytes(4) + exif + xmp
        return self.box(b"ftyp", b"mif3avif") + self.box(b"mini", content)

    def jxl(self, *boxes: tuple[bytes, bytes]) -> bytes:
        """A JPEG XL container of these boxes."""
        signature = bytes.fromhex("0000000c4a584c200d0a870a")
        return signature + b"".join(self.box(kind, content) for kind, content in boxes)


@pytest.fixture(scope="session")
def make() -> Make:
    """Builders of blocks and files."""
    return Make()
