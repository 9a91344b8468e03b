"""IPTC-IIM and Photoshop resources whose lengths, names and character sets are not so."""

from __future__ import annotations

import struct

from crafted.case import Case, Make, built
from crafted.pictures import dataset, resource, saved, segment, tiff_of, with_iim, with_segments

_DAMAGED = "metadata-damaged"
_MAN = dataset(2, 120, b"A man.")
_SAYS = {"caption": "A man."}


def _iim(datasets: bytes) -> Make:
    return built(lambda seed: with_iim(seed, datasets))


def _app13(body: bytes) -> Make:
    return built(lambda seed: with_segments(seed, segment(0xED, body)))


def _extended(width: int, length: bytes, value: bytes) -> bytes:
    """A dataset whose length takes so many bytes."""
    return b"\x1c\x02\x78" + struct.pack(">H", 0x8000 | width) + length + value


def _psd(resources: bytes, length: int | None = None) -> bytes:
    """A PSD of 8 x 8 with these resources."""
    head = struct.pack(">4sH6xHIIHH", b"8BPS", 1, 3, 8, 8, 8, 3) + bytes(4)
    size = len(resources) if length is None else length
    return head + struct.pack(">I", size) + resources + bytes(4) + bytes(2) + bytes(200)


def _photoshop(body: bytes) -> Make:
    return _app13(b"Photoshop 3.0\0" + body)


IIM: tuple[Case, ...] = (
    Case(
        "length beyond.jpg",
        _iim(_MAN + b"\x1c\x02\x05\x7f\xff" + b"x" * 40),
        "stored",
        _DAMAGED,
        _SAYS,
    ),
    Case(
        "extended beyond.jpg",
        _iim(_MAN + _extended(4, b"\xff" * 4, b"x" * 9)),
        "stored",
        _DAMAGED,
        _SAYS,
    ),
    Case(
        "extended by 2^64.jpg",
        _iim(_MAN + _extended(8, b"\xff" * 8, b"x" * 9)),
        "stored",
        _DAMAGED,
        _SAYS,
    ),
    Case(
        "extended in 9 bytes.jpg",
        _iim(_MAN + _extended(9, bytes(8) + b"\1", b"x")),
        "stored",
        _DAMAGED,
        _SAYS,
    ),
    Case(
        "extended in 32767 bytes.jpg",
        _iim(_MAN + _extended(0x7FFF, b"", b"x" * 40_000)),
        "stored",
        _DAMAGED,
        _SAYS,
    ),
    Case("extended in no bytes.jpg", _iim(_MAN + _extended(0, b"", b"")), "stored", None, _SAYS),
    Case("extended in 1 byte.jpg", _iim(_extended(1, b"\6", b"A man.")), "stored", None, _SAYS),
    Case(
        "extended in 8 bytes.jpg",
        _iim(_extended(8, bytes(7) + b"\6", b"A man.")),
        "stored",
        None,
        _SAYS,
    ),
    Case("no marks.jpg", _iim(_MAN + b"dirt" * 99), "stored", _DAMAGED, _SAYS),
    Case("marks alone.jpg", _iim(b"\x1c" * 30_000), "stored", _DAMAGED),
    Case("mark at the end.jpg", _iim(_MAN + b"\x1c\x02"), "stored", None, _SAYS),
    Case("zeros behind.jpg", _iim(_MAN + bytes(9_000)), "stored", None, _SAYS),
    Case(
        "empty datasets.jpg", _iim(_MAN + b"\x1c\x02\x19\0\0" * 12_000), "stored", _DAMAGED, _SAYS
    ),
    Case(
        "keywords, 9000.jpg",
        _iim(_MAN + b"".join(dataset(2, 25, b"k%d" % n) for n in range(6_000))),
        "stored",
        None,
        _SAYS,
    ),
    Case(
        "captions, 1000.jpg",
        _iim(b"".join(dataset(2, 120, b"No %d" % n) for n in range(1_000))),
        "stored",
    ),
    Case(
        "records of strangers.jpg",
        _iim(_MAN + b"".join(dataset(n, 120, b"x") for n in range(10, 256))),
        "stored",
        None,
        _SAYS,
    ),
    Case(
        "preview of 60000.jpg",
        _iim(_MAN + dataset(2, 202, b"\xff" * 60_000)),
        "stored",
        None,
        _SAYS,
    ),
    Case(
        "utf-8 that is none.jpg",
        _iim(dataset(1, 90, b"\x1b%G") + dataset(2, 120, b"Caf\xe9 noir")),
        "stored",
        None,
        {"caption": "Café noir"},
    ),
    Case(
        "a set of characters nobody knows.jpg",
        _iim(dataset(1, 90, b"\x1b$)Z\x1b-~") + _MAN),
        "stored",
        None,
        _SAYS,
    ),
    Case(
        "escapes without end.jpg",
        _iim(dataset(1, 90, b"\x1b" * 9_000) + _MAN),
        "stored",
        None,
        _SAYS,
    ),
    Case("no letters.jpg", _iim(dataset(2, 120, bytes(range(128, 256)) * 99)), "stored"),
    Case(
        "resource beyond.jpg",
        _photoshop(b"8BIM\4\4\0\0\xff\xff\xff\xff" + _MAN),
        "stored",
        None,
        _SAYS,
    ),
    Case(
        "resource of nothing.jpg",
        _photoshop(resource(0x0404, b"") + resource(0x0404, _MAN)),
        "stored",
        None,
        _SAYS,
    ),
    Case("resource name beyond.jpg", _photoshop(b"8BIM\4\4\xff" + b"n" * 40), "stored", _DAMAGED),
    Case(
        "resources, 9000.jpg",
        _photoshop(resource(1, b"") * 5_000 + resource(0x0404, _MAN)),
        "stored",
        None,
        _SAYS,
    ),
    Case(
        "resource in a resource.jpg",
        _photoshop(resource(0x0404, b"8BIM" + resource(0x0404, _MAN))),
        "stored",
        _DAMAGED,
    ),
    Case(
        "exif in a resource.jpg",
        _photoshop(resource(0x0422, tiff_of([(0x010E, 2, b"A man.\0")]))),
        "stored",
        None,
        _SAYS,
    ),
    Case("bare datasets.jpg", _app13(_MAN), "stored", None, _SAYS),
    Case("dirt in thirteen.jpg", _photoshop(b"dirt" * 999), "stored", _DAMAGED),
    *(
        Case(f"{name}.psd", built(lambda _, d=data: d), outcome, code)
        for name, data, outcome, code in (
            ("resources beyond", _psd(resource(0x0404, _MAN), 2**31), "stored|failed", None),
            (
                "resources of 4 GB",
                _psd(b"8BIM\4\4\0\0\xff\xff\xff\xff" + _MAN),
                "stored|failed",
                None,
            ),
            ("resources of nothing", _psd(b""), "stored", "no-fingerprint"),
            ("resources of dirt", _psd(b"dirt" * 99), "stored|failed", None),
            ("resources of a caption", _psd(resource(0x0404, _MAN)), "stored", "no-fingerprint"),
            ("head alone", _psd(b"")[:26], "failed", "undecodable"),
        )
    ),
    Case("datasets turned.tif", built(lambda n: saved(n, "TIFF") + b"\x78\x02\x1c" * 99), "stored"),
)
