"""JPEG files whose markers, tables and scans are not what they say."""

from __future__ import annotations

import struct

from crafted.case import Case, built
from crafted.pictures import jpeg, segment, with_segments

SOI, EOI = b"\xff\xd8", b"\xff\xd9"
DHT, DQT, SOF, SOS = b"\xff\xc4", b"\xff\xdb", b"\xff\xc0", b"\xff\xda"

BROKEN = "undecodable"
UNSEEN = "no-picture"
"""It says how large it is, and nothing of it can be shown."""


def _cut_before(mark: bytes, seed: int) -> bytes:
    whole = jpeg(seed)
    return whole[: whole.index(mark)]


def _without(mark: bytes, seed: int) -> bytes:
    """Without the segments of one kind."""
    whole = jpeg(seed)
    while mark in whole[: whole.index(SOS)]:
        at = whole.index(mark)
        size = int.from_bytes(whole[at + 2 : at + 4], "big")
        whole = whole[:at] + whole[at + 2 + size :]
    return whole


def _patched(mark: bytes, at: int, value: bytes, seed: int) -> bytes:
    """With other bytes at a place within the first segment of one kind."""
    whole = bytearray(jpeg(seed))
    start = whole.index(mark) + at
    whole[start : start + len(value)] = value
    return bytes(whole)


def _scans(count: int, seed: int) -> bytes:
    """A progressive JPEG whose first scan comes so often."""
    whole = jpeg(seed, progressive=True)
    scan = whole.index(SOS)
    end = whole.index(b"\xff", scan + 12)
    return whole[:scan] + whole[scan:end] * count + whole[end:]


def _scans_of(width: int, height: int, count: int, seed: int) -> bytes:
    """The same, and a frame that says it is so large."""
    whole = bytearray(_scans(count, seed))
    at = whole.index(b"\xff\xc2") + 5
    whole[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(whole)


def _in_place_of(mark: bytes, other: bytes, seed: int) -> bytes:
    """With another kind of frame than it has: lossless, arithmetic, hierarchical."""
    return jpeg(seed).replace(mark, other, 1)


def _adobe(transform: int, mode: str, seed: int) -> bytes:
    """With what Adobe's segment says of the colours, true or not."""
    whole = jpeg(seed, mode)
    whole = _dropped(whole, 0xEE)
    told = segment(0xEE, b"Adobe" + struct.pack(">HHHB", 100, 0, 0, transform))
    return whole[:2] + told + whole[2:]


def _dropped(whole: bytes, marker: int) -> bytes:
    mark = bytes((0xFF, marker))
    at = whole.find(mark, 0, whole.index(SOS))
    return (
        whole if at < 0 else whole[:at] + whole[at + 2 + int.from_bytes(whole[at + 2 : at + 4]) :]
    )


def _preview_lies(seed: int) -> bytes:
    """JFIF says that a preview of 255 x 255 follows; there is none."""
    whole = bytearray(jpeg(seed))
    whole[18:20] = b"\xff\xff"
    return bytes(whole)


def _several(seed: int) -> bytes:
    """Multi-picture format that says it holds four thousand million pictures."""
    entries = struct.pack(">HHII", 0xB000, 7, 4, 0x30313030)
    entries += struct.pack(">HHII", 0xB001, 4, 1, 2**32 - 1)
    entries += struct.pack(">HHII", 0xB002, 7, 2**32 - 1, 50)
    body = b"MPF\0MM\0*\0\0\0\x08" + struct.pack(">H", 3) + entries + bytes(4)
    return with_segments(seed, segment(0xE2, body))


def _icc(seed: int, part: int, of: int, body: bytes) -> bytes:
    return with_segments(seed, segment(0xE2, b"ICC_PROFILE\0" + bytes((part, of)) + body))


JPEGS: tuple[Case, ...] = (
    # markers
    Case("start only.jpg", built(lambda _: b"\xff\xd8\xff\xe0"), "failed", BROKEN),
    Case("starts without end.jpg", built(lambda _: SOI * 40_000), "failed", BROKEN),
    Case("starts before it.jpg", built(lambda n: SOI * 9 + jpeg(n)), "stored|failed"),
    Case("ends before it.jpg", built(lambda n: jpeg(n)[:2] + EOI + jpeg(n)[2:]), "stored|failed"),
    Case("filled with much.jpg", built(lambda n: with_segments(n, b"\xff" * 2**18)), "stored"),
    Case(
        "restarts before it.jpg",
        built(lambda n: with_segments(n, b"\xff\xd0" * 9_999)),
        "stored|failed",
    ),
    Case(
        "dirt between.jpg",
        built(lambda n: with_segments(n, segment(0xE5, b""), b"dirt" * 99)),
        "stored",
        "metadata-damaged",
    ),
    Case("length 0.jpg", built(lambda n: with_segments(n, b"\xff\xe5\0\0")), "stored|failed"),
    Case("length 1.jpg", built(lambda n: with_segments(n, b"\xff\xe5\0\1")), "stored|failed"),
    Case(
        "segment over the rest.jpg",
        built(lambda n: with_segments(n, b"\xff\xe5\xff\xff")),
        "failed",
        BROKEN,
    ),
    Case(
        "100000 empty segments.jpg",
        built(lambda n: with_segments(n, b"\xff\xe9\0\x02" * 100_000)),
        "stored",
    ),
    Case(
        "comments, 1000.jpg",
        built(lambda n: with_segments(n, *(segment(0xFE, b"no %d" % i) for i in range(1_000)))),
        "stored",
        "metadata-damaged",
    ),
    Case(
        "comment of a megabyte.jpg",
        built(lambda n: with_segments(n, segment(0xFE, b"a b " * 2**18))),
        "stored",
    ),
    Case("two pictures.jpg", built(lambda n: jpeg(n) + jpeg(n + 1)), "stored"),
    Case("archive behind.jpg", built(lambda n: jpeg(n) + b"PK\x03\x04" * 999), "stored"),
    Case("megabytes behind.jpg", built(lambda n: jpeg(n) + b"\xff\xda" * 2**20), "stored"),
    # tables
    Case("without frame.jpg", built(lambda n: _without(SOF, n)), "failed", BROKEN),
    Case("without codes.jpg", built(lambda n: _without(DHT, n)), "stored|failed"),
    Case("without quantities.jpg", built(lambda n: _without(DQT, n)), "stored", UNSEEN),
    Case("without scan.jpg", built(lambda n: _cut_before(SOS, n)), "stored", UNSEEN),
    Case(
        "codes of 255 each.jpg",
        built(lambda n: _patched(DHT, 5, b"\xff" * 16, n)),
        "stored",
        UNSEEN,
    ),
    Case("codes for table 15.jpg", built(lambda n: _patched(DHT, 4, b"\xff", n)), "stored", UNSEEN),
    Case("quantities for table 15.jpg", built(lambda n: _patched(DQT, 4, b"\xff", n)), "failed"),
    Case(
        "quantities of zero.jpg", built(lambda n: _patched(DQT, 5, bytes(64), n)), "stored|failed"
    ),
    Case("no components.jpg", built(lambda n: _patched(SOF, 9, b"\0", n)), "failed"),
    Case("255 components.jpg", built(lambda n: _patched(SOF, 9, b"\xff", n)), "failed"),
    Case("sampled 0x0.jpg", built(lambda n: _patched(SOF, 11, b"\0", n)), "stored", UNSEEN),
    Case("sampled 15x15.jpg", built(lambda n: _patched(SOF, 11, b"\xff", n)), "stored", UNSEEN),
    Case("16 bits deep.jpg", built(lambda n: _patched(SOF, 4, b"\x10", n)), "failed"),
    Case("12 bits deep.jpg", built(lambda n: _patched(SOF, 4, b"\x0c", n)), "stored|failed"),
    Case("lossless.jpg", built(lambda n: _in_place_of(SOF, b"\xff\xc3", n)), "stored|failed"),
    Case("hierarchical.jpg", built(lambda n: _in_place_of(SOF, b"\xff\xc5", n)), "stored|failed"),
    Case("arithmetic.jpg", built(lambda n: _in_place_of(SOF, b"\xff\xc9", n)), "stored|failed"),
    Case(
        "two frames.jpg",
        built(lambda n: _in_place_of(DHT, SOF + b"\0\x0b\x08\0\x09\0\x09\1\1\x11\0" + DHT, n)),
        "stored|failed",
    ),
    Case(
        "restart after each.jpg",
        built(lambda n: _in_place_of(SOS, b"\xff\xdd\0\4\0\1" + SOS, n)),
        "stored|failed",
    ),
    # scans
    *(
        Case(f"scans, {count}.jpg", built(lambda n, count=count: _scans(count, n)), outcome, code)
        for count, outcome, code in (
            (200, "stored", None),
            (300, "failed", "too-many-scans"),
            (2_000, "failed", "too-many-scans"),
            (65_535, "failed", "too-many-scans"),
        )
    ),
    Case(
        "scans of many pixels.jpg",
        built(lambda n: _scans_of(15_000, 15_000, 90, n)),
        "failed",
        "too-many-scans",
    ),
    Case(
        "scans of too many pixels.jpg",
        built(lambda n: _scans_of(65_000, 65_000, 9, n)),
        "failed",
        "too-many-pixels",
    ),
    # colours
    *(
        Case(
            f"adobe {transform} {mode}.jpg",
            built(lambda n, t=transform, m=mode: _adobe(t, m, n)),
            "stored",
        )
        for mode in ("RGB", "CMYK", "L")
        for transform in (0, 1, 2, 255)
    ),
    Case("preview that is not there.jpg", built(_preview_lies), "stored|failed"),
    Case("pictures that are not there.jpg", built(_several), "stored"),
    Case("profile of no size.jpg", built(lambda n: _icc(n, 1, 1, bytes(4))), "stored"),
    Case("profile in 255 parts.jpg", built(lambda n: _icc(n, 1, 255, b"x" * 999)), "stored"),
    Case("profile part 0.jpg", built(lambda n: _icc(n, 0, 0, b"x" * 999)), "stored"),
    Case(
        "profile that lies.jpg",
        built(lambda n: _icc(n, 1, 1, b"\xff" * 128 + b"\xff\xff\xff\xff" * 99)),
        "stored",
    ),
)
