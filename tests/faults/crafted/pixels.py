"""Files of a few bytes that say they are pictures of many, frames without end, and no picture."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import numpy as np
from crafted.case import Case, built, holding, seed_of
from crafted.pictures import (
    PNG_SIGNATURE,
    chunk,
    header,
    jpeg,
    picture,
    riff,
    saved,
    tiff,
    with_chunks,
)
from PIL import Image

MANY = "too-many-pixels"
LARGE = 2**31 - 1


def _png(width: int, height: int, depth: int, colour: int, interlaced: int = 0) -> bytes:
    few = chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    return PNG_SIGNATURE + header(width, height, depth, colour, interlaced) + few


def _gif(width: int, height: int, frame: tuple[int, int, int, int] | None = None) -> bytes:
    at = frame or (0, 0, width, height)
    shown = struct.pack("<BHHHHB", 0x2C, *at, 0) + b"\x02\x02\x4c\x01\0;"
    palette = b"\0\0\0\xff\xff\xff"
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + palette + shown


def _tiff(width: int, height: int, *more: tuple[int, int, int, int], bits: int = 8) -> bytes:
    rows = {
        256: (4, 1, width),
        257: (4, 1, height),
        258: (3, 1, bits),
        259: (3, 1, 1),
        262: (3, 1, 1),
        273: (4, 1, 8),
        277: (3, 1, 1),
        278: (4, 1, height),
        279: (4, 1, 100),
    }
    rows |= {tag: rest for tag, *rest in more}  # type: ignore[misc]
    return tiff(*((tag, *rest) for tag, rest in sorted(rows.items()))) + bytes(2_000)


def _bmp(width: int, height: int, bits: int = 24, packed: int = 0, size: int = 40) -> bytes:
    head = struct.pack("<IiiHHIIiiII", size, width, height, 1, bits, packed, 0, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54 + 1000, 0, 0, 54) + head + bytes(1000)


def _core_bmp(width: int, height: int) -> bytes:
    head = struct.pack("<IHHHH", 12, width, height, 1, 24)
    return b"BM" + struct.pack("<IHHI", 26 + 999, 0, 0, 26) + head + bytes(999)


def _psd(width: int, height: int, channels: int, depth: int, mode: int, version: int = 1) -> bytes:
    head = struct.pack(">4sH6xHIIHH", b"8BPS", version, channels, height, width, depth, mode)
    return head + bytes(12) + b"\0\1" + bytes(2_000)


def _jp2(width: int, height: int, tile: int, components: int = 3) -> bytes:
    sized = struct.pack(">HIIIIIIIIH", 0, width, height, 0, 0, tile, tile, 0, 0, components)
    sized += b"\x07\x01\x01" * components
    return b"\xff\x4f\xff\x51" + struct.pack(">H", len(sized) + 2) + sized + b"\xff\xd9"


def _webp(width: int, height: int) -> bytes:
    flags = struct.pack("<I", 0x10) + struct.pack("<I", width - 1)[:3]
    return riff((b"VP8X", flags + struct.pack("<I", height - 1)[:3]), (b"VP8 ", bytes(40)))


def _lossless(width: int, height: int) -> bytes:
    return riff((b"VP8L", b"\x2f" + struct.pack("<I", width - 1 | height - 1 << 14) + bytes(9)))


def _sof(width: int, height: int, components: int = 3) -> bytes:
    """A JPEG whose frame says that it is so large."""
    whole = jpeg(7)
    at = whole.index(b"\xff\xc0")
    changed = struct.pack(">HHB", height, width, components)
    return whole[: at + 5] + changed + whole[at + 10 :]


def _resized(form: str, width: int, height: int) -> bytes:
    """A sound HEIC or AVIF whose ``ispe`` property says that it is so large."""
    whole = bytearray(saved(11, form))
    at = whole.index(b"ispe")
    struct.pack_into(">II", whole, at + 8, width, height)
    return bytes(whole)


def _frames(form: str, count: int) -> bytes:
    held = io.BytesIO()
    frames = [picture(seed, "L", (8, 8)) for seed in range(3)] * (count // 3)
    frames[0].save(held, form, save_all=True, append_images=frames[1:])
    return held.getvalue()


def _pages(count: int, *, circle: bool = False) -> bytes:
    """A TIFF of many pages, each of 8 x 8, or of one that is followed by itself."""
    out = bytearray(_tiff(8, 8)[: 8 + 2 + 12 * 9 + 4])
    size = len(out) - 8
    for _ in range(1, count):
        struct.pack_into("<I", out, len(out) - 4, len(out))
        out += out[8 : 8 + size]
    struct.pack_into("<I", out, len(out) - 4, 8 if circle else 0)
    return bytes(out) + bytes(100)


def _just_within(path: Path) -> None:
    """As many pixels as are allowed, in 31 KB."""
    side = 15_800
    rows = zlib.compress(bytes(side * (side // 8 + 1)), 9)
    body = chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    path.write_bytes(PNG_SIGNATURE + header(side, side, 1, 0) + body)


def _grey_16(path: Path) -> None:
    grey = np.asarray(picture(seed_of(path), "L")).astype(np.uint16) * 257
    Image.fromarray(grey).save(path, "PNG")


def _floats(path: Path) -> None:
    """Pixels that are no numbers among such that are."""
    grey = np.asarray(picture(seed_of(path), "L")).astype(np.float32)
    grey[:40] = np.nan
    grey[40:50] = np.inf
    Image.fromarray(grey).save(path, "TIFF")


def _palette_beyond(seed: int) -> bytes:
    """A palette of two colours, and pixels that ask for the two hundredth."""
    rows = b"".join(b"\0" + bytes(range(160)) for _ in range(120))
    parts = chunk(b"PLTE", b"\0\0\0" + seed.to_bytes(4, "big")[1:])
    parts += chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return PNG_SIGNATURE + header(160, 120, 8, 3) + parts


def _flat(mode: str, colour: object, size: tuple[int, int] = (300, 300), form: str = "PNG") -> Case:
    name = f"flat {mode} {colour} {size[0]}x{size[1]}.{form.lower()}"
    drawn = Image.new(mode, size, colour)  # type: ignore[arg-type]
    return Case(name, lambda path: drawn.save(path, form), "stored", "no-fingerprint")


PIXELS: tuple[Case, ...] = (
    # more pixels than anybody takes
    *(
        Case(f"{width}x{height} {depth} bits colour {colour}.png", holding(data), "failed", MANY)
        for width, height, depth, colour in (
            (60_000, 60_000, 1, 0),
            (30_000, 30_000, 16, 6),
            (65_535, 65_535, 8, 3),
            (40_000, 40_000, 8, 2),
            (LARGE, LARGE, 1, 0),
            (1, LARGE, 8, 0),
            (LARGE, 1, 8, 0),
        )
        if (data := _png(width, height, depth, colour))
    ),
    Case("interlaced.png", holding(_png(60_000, 60_000, 8, 2, 1)), "failed", MANY),
    Case("no pixels.png", holding(_png(0, 0, 8, 2)), "failed", "undecodable"),
    Case("no rows.png", holding(_png(100, 0, 8, 2)), "failed", "undecodable"),
    Case("as many as allowed.png", _just_within, "stored", "no-fingerprint"),
    Case("65535x65535.gif", holding(_gif(65_535, 65_535)), "failed", MANY),
    Case("frame beyond.gif", holding(_gif(4, 4, (60_000, 60_000, 5_535, 5_535))), "failed", MANY),
    Case("frame outside.gif", holding(_gif(40, 40, (30, 30, 40, 40))), "stored"),
    Case("no pixels.gif", holding(_gif(0, 0)), "failed", "undecodable"),
    Case("60000x60000.tif", holding(_tiff(60_000, 60_000)), "failed", MANY),
    Case("1x4294967295.tif", holding(_tiff(1, 2**32 - 1)), "failed", MANY),
    Case("4294967295x1.tif", holding(_tiff(2**32 - 1, 1)), "failed", MANY),
    Case("no pixels.tif", holding(_tiff(0, 0)), "failed"),
    Case("bits 64.tif", holding(_tiff(64, 64, bits=64)), "stored", "no-picture"),
    Case("65535 samples.tif", holding(_tiff(64, 64, (277, 3, 1, 65_535))), "stored", "no-picture"),
    Case("offsets beyond.tif", holding(_tiff(64, 64, (273, 4, 2**31, 8))), "stored", "no-picture"),
    Case("strip beyond.tif", holding(_tiff(64, 64, (273, 4, 1, 2**31))), "stored", "no-picture"),
    Case("strip of 4 GB.tif", holding(_tiff(64, 64, (279, 4, 1, 2**32 - 1))), "stored|failed"),
    Case(
        "tiles of nothing.tif",
        holding(_tiff(64, 64, (322, 4, 1, 0), (323, 4, 1, 0))),
        "stored|failed",
    ),
    Case(
        "two thousand million rows a strip.tif",
        holding(_tiff(64, 64, (278, 4, 1, LARGE))),
        "stored",
    ),
    Case(
        "unknown packing.tif", holding(_tiff(64, 64, (259, 3, 1, 65_000))), "stored", "no-picture"
    ),
    Case("16384x16384.webp", holding(_webp(16_384, 16_384)), "failed"),
    Case("16777216x16777216.webp", holding(_webp(1 << 24, 1 << 24)), "failed"),
    Case("lossless 16384x16384.webp", holding(_lossless(16_384, 16_384)), "failed"),
    Case("2147483647x2147483647.bmp", holding(_bmp(LARGE, LARGE)), "failed", MANY),
    Case("upside down.bmp", holding(_bmp(LARGE, -LARGE)), "failed", MANY),
    Case("lowest height.bmp", holding(_bmp(9, -(2**31))), "failed"),
    Case("negative width.bmp", holding(_bmp(-100, 100)), "failed"),
    Case("packed 30000x30000.bmp", holding(_bmp(30_000, 30_000, 8, 1)), "failed", MANY),
    Case("bits 3.bmp", holding(_bmp(20, 20, 3)), "stored|failed"),
    Case("core 65535x65535.bmp", holding(_core_bmp(65_535, 65_535)), "failed", MANY),
    Case("30000x30000 56 channels.psd", holding(_psd(30_000, 30_000, 56, 8, 3)), "failed"),
    Case("300000x300000.psb", holding(_psd(300_000, 300_000, 3, 8, 3, 2)), "failed"),
    Case("depth 99.psd", holding(_psd(64, 64, 3, 99, 3)), "stored|failed"),
    Case("mode 77.psd", holding(_psd(64, 64, 3, 8, 77)), "stored|failed"),
    Case("no channels.psd", holding(_psd(64, 64, 0, 8, 3)), "stored|failed"),
    Case("60000x60000.jp2", holding(_jp2(60_000, 60_000, 60_000)), "failed", MANY),
    Case("tiles of one pixel.jp2", holding(_jp2(15_000, 15_000, 1)), "stored|failed"),
    Case("16384 components.jp2", holding(_jp2(99, 99, 99, 16_384)), "stored|failed"),
    Case("no tiles.jp2", holding(_jp2(99, 99, 0)), "stored|failed"),
    Case("4294967295x4294967295.avif", holding(_resized("AVIF", 2**32 - 1, 2**32 - 1)), "failed"),
    Case("30000x30000.avif", holding(_resized("AVIF", 30_000, 30_000)), "stored|failed"),
    Case("30000x30000.heic", holding(_resized("HEIF", 30_000, 30_000)), "stored|failed"),
    Case("4294967295x1.heic", holding(_resized("HEIF", 2**32 - 1, 1)), "stored|failed"),
    Case("65535x65535.jpg", holding(_sof(65_535, 65_535)), "failed", MANY),
    Case("no width.jpg", holding(_sof(0, 100)), "failed", "undecodable"),
    Case("height told later.jpg", holding(_sof(100, 0)), "failed", "undecodable"),
    Case("1x65535.jpg", holding(_sof(1, 65_535)), "stored|failed"),
    Case("65535x1.jpg", holding(_sof(65_535, 1)), "stored|failed"),
    # frames, pages, layers without end
    Case(
        "frames, 3000.gif",
        lambda path: path.write_bytes(_frames("GIF", 3_000)),
        "stored",
        "no-fingerprint",
    ),
    Case(
        "600 frames.webp",
        lambda path: path.write_bytes(_frames("WEBP", 600)),
        "stored",
        "no-fingerprint",
    ),
    Case(
        "300 frames.png",
        lambda path: path.write_bytes(_frames("PNG", 300)),
        "stored",
        "no-fingerprint",
    ),
    Case("20000 pages.tif", lambda path: path.write_bytes(_pages(20_000)), "stored"),
    Case("pages in a circle.tif", holding(_pages(3, circle=True)), "stored"),
    Case("a page after itself.tif", holding(_pages(1, circle=True)), "stored"),
    Case(
        "4294967295 frames.png",
        built(lambda seed: with_chunks(seed, chunk(b"acTL", b"\xff" * 4 + bytes(4)))),
        "stored",
    ),
    # what collapses to one fingerprint, or to none
    Case("grey of 16 bits.png", _grey_16, "stored"),
    Case("another grey of 16 bits.png", _grey_16, "stored"),
    Case("no numbers.tif", _floats, "stored"),
    Case("palette beyond its end.png", built(_palette_beyond), "stored"),
    _flat("RGB", "white"),
    _flat("RGB", "black"),
    _flat("L", 128),
    _flat("1", 1),
    _flat("CMYK", (1, 2, 3, 4), form="TIFF"),
    _flat("LAB", (99, 0, 0), form="TIFF"),
    _flat("RGBA", (9, 9, 9, 0)),
    _flat("RGBA", (255, 0, 0, 1)),
    _flat("LA", (200, 10)),
    _flat("I;16", 40_000),
    _flat("RGB", "red", (1, 1)),
    _flat("RGB", "blue", (1, 65_000)),
    _flat("RGB", "blue", (65_000, 1)),
    _flat("RGB", "white", (2, 2), "JPEG"),
    _flat("P", 3, (40, 40), "GIF"),
)
