"""Dates that no calendar has and places that no map has, in each carrier that may state them."""

from __future__ import annotations

from collections.abc import Callable

from crafted.case import Case, built
from crafted.pictures import (
    dataset,
    described,
    rationals,
    tiff,
    tiff_of,
    with_exif,
    with_iim,
    with_xmp,
)

_REFUSED = "date-refused"
_NOWHERE = "place-refused"


def _exif_date(seed: int, text: bytes) -> bytes:
    """A JPEG whose Exif directory states when it was taken."""
    exif = tiff_of([(0x9003, 2, text + b"\0")])
    main = tiff((0x8769, 4, 1, 26))
    return with_exif(seed, main + _moved(exif[8:], 18))


def _moved(directory: bytes, by: int) -> bytes:
    """A directory of one entry that stands so many bytes further on."""
    kind, count, at = directory[4:6], directory[6:10], int.from_bytes(directory[10:14], "little")
    at = at + by if int.from_bytes(count, "little") > 4 else at
    return directory[:4] + kind + count + at.to_bytes(4, "little") + directory[14:]


def _iim_date(seed: int, text: bytes) -> bytes:
    return with_iim(seed, dataset(2, 55, text))


def _xmp_date(seed: int, text: bytes) -> bytes:
    stated = described("<photoshop:DateCreated>%s</photoshop:DateCreated>").encode()
    return with_xmp(seed, stated.replace(b"%s", text))


CARRIERS: dict[str, Callable[[int, bytes], bytes]] = {
    "exif": _exif_date,
    "iim": _iim_date,
    "xmp": _xmp_date,
}

DATES: tuple[tuple[str, str, bytes, str | None, str | None], ...] = (
    ("exif", "zeros", b"0000:00:00 00:00:00", _REFUSED, None),
    ("exif", "blanks", b"    :  :     :  :  ", None, None),
    ("exif", "nothing", b"", None, None),
    ("exif", "year 9999", b"9999:12:31 23:59:59", _REFUSED, None),
    ("exif", "year 0", b"0000:03:12 10:00:00", _REFUSED, None),
    ("exif", "month 13", b"2016:13:01 10:00:00", _REFUSED, None),
    ("exif", "30 February", b"2016:02:30 10:00:00", _REFUSED, None),
    ("exif", "day 32", b"2016:03:32 10:00:00", _REFUSED, None),
    ("exif", "hour 24", b"2016:02:20 24:61:00", None, "2016-02-20"),
    ("exif", "hour 99", b"2016:02:20 99:99:99", None, "2016-02-20"),
    ("exif", "day 0", b"2016:03:00 00:00:00", None, "2016-03"),
    ("exif", "month 0", b"2016:00:00 00:00:00", None, "2016"),
    ("exif", "zero of Unix", b"1970:01:01 00:00:00", _REFUSED, None),
    ("exif", "zero of QuickTime", b"1904:01:01 00:00:00", _REFUSED, None),
    ("exif", "to come", b"2099:01:01 10:00:00", _REFUSED, None),
    ("exif", "negative", b"-2016:03:12 10:00:00", _REFUSED, None),
    ("exif", "words", b"last Tuesday", _REFUSED, None),
    ("exif", "no letters", b"\xff\xfe\x80\x81" * 9, _REFUSED, None),
    ("exif", "long", b"2" * 9_000, _REFUSED, None),
    ("exif", "two of them", b"2016:03:12 10:00:00 2017:03:12", _REFUSED, None),
    ("exif", "other digits", "٢٠١٦:٠٣:١٢ 10:00:00".encode(), _REFUSED, None),
    ("exif", "escape", b"2016:03:12\x1b[2J 10:00:00", None, "2016-03-12"),
    ("exif", "formula", b"=2016:03:12", _REFUSED, None),
    ("iim", "zeros", b"00000000", _REFUSED, None),
    ("iim", "month alone", b"20160300", None, "2016-03"),
    ("iim", "year alone", b"20160000", None, "2016"),
    ("iim", "day alone", b"00001213", None, "XXXX-12-13"),
    ("iim", "month 13", b"20161301", _REFUSED, None),
    ("iim", "30 February", b"20160230", _REFUSED, None),
    ("iim", "29 February", b"20150229", _REFUSED, None),
    ("iim", "year 9999", b"99990312", _REFUSED, None),
    ("iim", "words", b"CCYYMMDD", _REFUSED, None),
    ("iim", "long", b"2016031" * 4_000, _REFUSED, None),
    ("iim", "nulls", b"2016\x000312", None, "2016-03-12"),
    ("xmp", "month 13", b"2016-13", _REFUSED, None),
    ("xmp", "30 February", b"2016-02-30T10:00:00Z", _REFUSED, None),
    ("xmp", "year 0", b"0000-03-12", _REFUSED, None),
    ("xmp", "year 9999", b"9999-12-31T23:59:59Z", _REFUSED, None),
    ("xmp", "year of 170000002", b"Y170000002", _REFUSED, None),
    ("xmp", "year of 9 digits negative", b"Y-170000002", None, "Y-170000002"),
    ("xmp", "zone 99", b"2016-03-12T10:00:00+99:99", None, "2016-03-12T10:00:00"),
    (
        "xmp",
        "second of 99 digits",
        b"2016-03-12T10:00:00." + b"9" * 40,
        None,
        "2016-03-12T10:00:00.999999999999",
    ),
    ("xmp", "sets within sets", b"[[[2016..2017]..]]", _REFUSED, None),
    (
        "xmp",
        "every year",
        b"[" + b",".join(b"%d" % y for y in range(1000, 2000)) + b"]",
        _REFUSED,
        None,
    ),
    ("xmp", "not a number", b"NaN", _REFUSED, None),
    ("xmp", "long", b"2016-03-12T" + b"1" * 50_000, _REFUSED, None),
)


def _gps(seed: int, **changed: tuple[int, bytes]) -> bytes:
    """A JPEG whose GPS directory says ``35 24 0 N, 35 57 0 E``, but for what is changed."""
    values = {
        1: (2, b"N\0"),
        2: (5, rationals((35, 1), (24, 1), (0, 1))),
        3: (2, b"E\0"),
        4: (5, rationals((35, 1), (57, 1), (0, 1))),
    }
    values |= {int(name[1:]): value for name, value in changed.items()}
    rows = [(tag, kind, value) for tag, (kind, value) in sorted(values.items()) if value]
    sizes = {2: 1, 5: 8, 10: 8}
    start, heap, entries = 26 + 2 + 12 * len(rows) + 4, b"", []
    for tag, kind, value in rows:
        inside = int.from_bytes(value.ljust(4, b"\0")[:4], "little")
        at = inside if len(value) <= 4 else start + len(heap)
        heap += value if len(value) > 4 else b""
        entries.append((tag, kind, len(value) // sizes[kind], at))
    return with_exif(seed, tiff((0x8825, 4, 1, 26)) + tiff(*entries)[8:] + heap)


def _degrees(*pairs: tuple[int, int]) -> tuple[int, bytes]:
    return 5, rationals(*pairs)


_HERE = "35.4000,35.9500"
_ALL = 2**32 - 1

POINTS: tuple[tuple[str, dict[str, tuple[int, bytes]], str | None, str | None], ...] = (
    ("as it should be", {}, None, _HERE),
    ("latitude 999", {"t2": _degrees((999, 1), (0, 1), (0, 1))}, _NOWHERE, None),
    ("latitude 90 and a bit", {"t2": _degrees((90, 1), (0, 1), (1, 1))}, _NOWHERE, None),
    ("longitude 181", {"t4": _degrees((181, 1), (0, 1), (0, 1))}, _NOWHERE, None),
    ("minutes 99", {"t2": _degrees((35, 1), (99, 1), (0, 1))}, _NOWHERE, None),
    ("0 over 0", {"t2": _degrees((0, 0), (0, 0), (0, 0))}, _NOWHERE, None),
    ("1 over 0", {"t2": _degrees((1, 0), (24, 1), (0, 1))}, _NOWHERE, None),
    ("seconds 0 over 0", {"t2": _degrees((35, 1), (24, 1), (0, 0))}, None, _HERE),
    ("greatest", {"t2": _degrees((_ALL, 1), (_ALL, 1), (_ALL, 1))}, _NOWHERE, None),
    (
        "least",
        {"t2": _degrees((1, _ALL), (1, _ALL), (1, _ALL)), "t4": _degrees((1, _ALL))},
        _NOWHERE,
        None,
    ),
    ("null island", {"t2": _degrees((0, 1)), "t4": _degrees((0, 1))}, _NOWHERE, None),
    ("no reference", {"t1": (2, b""), "t3": (2, b"")}, _NOWHERE, None),
    ("blank reference", {"t1": (2, b" \0")}, _NOWHERE, None),
    ("small reference", {"t1": (2, b"n\0"), "t3": (2, b"e\0")}, None, _HERE),
    ("reference Q", {"t1": (2, b"Q\0")}, _NOWHERE, None),
    ("references turned", {"t1": (2, b"E\0"), "t3": (2, b"N\0")}, _NOWHERE, None),
    ("reference of 9000", {"t1": (2, b"N" * 9_000)}, None, _HERE),
    ("half a pair", {"t4": (5, b"")}, None, None),
    ("four parts", {"t2": _degrees(*[(1, 1)] * 4)}, _NOWHERE, None),
    ("parts, 5000", {"t2": _degrees(*[(1, 1)] * 5_000)}, _NOWHERE, None),
    ("negative", {"t2": (10, rationals((2**32 - 35, 1), (24, 1), (0, 1)))}, _NOWHERE, None),
    ("text", {"t2": (2, b"thirty-five\0")}, _NOWHERE, None),
    ("text of 5000 digits", {"t2": (2, b"9" * 5_000 + b"/1\0")}, _NOWHERE, None),
    ("text of 400 digits", {"t2": (2, b"9" * 400 + b"/1\0")}, _NOWHERE, None),
    ("error of 5000 digits", {"t31": (2, b"9" * 5_000 + b"/1\0")}, None, _HERE),
    ("error of 1 over 0", {"t31": _degrees((1, 0))}, None, _HERE),
    ("error of everything", {"t31": _degrees((_ALL, 1))}, None, _HERE),
    ("height of everything", {"t6": _degrees((_ALL, 0))}, None, _HERE),
    (
        "day of GPS of 5000 digits",
        {"t7": (2, b"9" * 5_000 + b"/1 1/1 1/1\0"), "t29": (2, b"2016:03:12\0")},
        None,
        _HERE,
    ),
)

XMP_POINTS: tuple[tuple[str, str, str, str | None], ...] = (
    ("as it should be", "35,24.0N", "35,57.0E", _HERE),
    ("not a number", "NaN", "35,57.0E", None),
    ("not a number, N", "NaN,0.0N", "35,57.0E", None),
    ("infinite", "inf", "35,57.0E", None),
    ("1e999", "1e999N", "35,57.0E", None),
    ("91", "91,0.0N", "35,57.0E", None),
    ("minutes 61", "35,61.0N", "35,57.0E", None),
    ("without hemisphere", "35,24.0", "35,57.0", None),
    ("turned", "35,24.0E", "35,57.0N", None),
    ("other digits", "٣٥,٢٤N", "٣٥,٥٧E", _HERE),
    ("of 60000 digits", "3" * 30_000 + "N", "5" * 30_000 + "E", None),
    ("blanks", "35" + " " * 60_000 + "N", "35,57.0E", None),
    ("script", "&lt;script&gt;", "1,2E", None),
)

SAID: tuple[Case, ...] = (
    *(
        Case(
            f"date, {carrier}, {name}.jpg",
            built(lambda seed, c=carrier, t=text: CARRIERS[c](seed, t)),
            "stored",
            code,
            {"date_created": edtf},
        )
        for carrier, name, text, code, edtf in DATES
    ),
    *(
        Case(
            f"place, exif, {name}.jpg",
            built(lambda seed, c=changed: _gps(seed, **c)),
            "stored",
            code,
            {"location_created": point},
        )
        for name, changed, code, point in POINTS
    ),
    *(
        Case(
            f"place, xmp, {name}.jpg",
            built(
                lambda seed, a=lat, o=lon: with_xmp(
                    seed,
                    described(
                        f"<exif:GPSLatitude>{a}</exif:GPSLatitude><exif:GPSLongitude>{o}</exif:GPSLongitude>"
                    ).encode(),
                )
            ),
            "stored",
            None if point else _NOWHERE,
            {"location_created": point},
        )
        for name, lat, lon, point in XMP_POINTS
    ),
)
