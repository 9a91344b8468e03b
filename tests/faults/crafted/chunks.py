"""Chunks and blocks of PNG, WebP and GIF that are shorter, longer or more than they say."""

from __future__ import annotations

import struct
import zlib

from crafted.case import Case, built
from crafted.pictures import (
    PNG_SIGNATURE,
    caption_xmp,
    chunk,
    header,
    riff,
    saved,
    with_chunks,
)

_DAMAGED = "metadata-damaged"
_BROKEN = "undecodable"
_MAN = caption_xmp("A man.").encode()
_TEXT = b"XML:com.adobe.xmp\0\0\0\0\0" + _MAN
_SAYS = {"caption": "A man."}


def _png(*chunks: bytes) -> bytes:
    return PNG_SIGNATURE + b"".join(chunks)


_PIXELS = chunk(b"IDAT", zlib.compress(bytes(41 * 40)))
_SMALL = header(40, 40, 8, 0)
_END = chunk(b"IEND", b"")

PNGS: tuple[Case, ...] = (
    Case("signature alone.png", built(lambda _: PNG_SIGNATURE), "failed", _BROKEN),
    Case("end alone.png", built(lambda _: _png(_END)), "failed", _BROKEN),
    Case("no pixels at all.png", built(lambda _: _png(_SMALL, _END)), "stored|failed"),
    Case("no end.png", built(lambda _: _png(_SMALL, _PIXELS)), "stored"),
    Case("pixels first.png", built(lambda _: _png(_PIXELS, _SMALL, _END)), "stored", "no-picture"),
    Case(
        "two headers.png",
        built(lambda _: _png(_SMALL, header(9, 9, 8, 0), _PIXELS, _END)),
        "stored|failed",
    ),
    Case(
        "header of 4 GB.png",
        built(lambda _: _png(chunk(b"IHDR", bytes(13), 2**32 - 1))),
        "failed",
        _BROKEN,
    ),
    Case(
        "sum wrong.png",
        built(lambda n: with_chunks(n)[:29] + b"\0\0\0\0" + with_chunks(n)[33:]),
        "stored|failed",
    ),
    *(
        Case(
            f"{name.decode()} of {length}.png",
            built(lambda n, k=name, s=length: with_chunks(n, chunk(k, b"x\0y", s))),
            "stored|failed",
        )
        for name in (b"tEXt", b"iTXt", b"eXIf", b"IDAT", b"PLTE", b"iCCP", b"gAMA", b"xxXx")
        for length in (0, 2, 2**31 - 1, 2**32 - 1)
    ),
    Case(
        "empty chunks, 120000.png",
        built(lambda n: with_chunks(n, chunk(b"xxXx", b"") * 120_000)),
        "stored",
        _DAMAGED,
    ),
    Case(
        "empty pixels.png",
        built(lambda n: with_chunks(n, chunk(b"IDAT", b"") * 9_000)),
        "stored|failed",
    ),
    Case(
        "pixels that unfold.png",
        built(lambda _: _png(_SMALL, chunk(b"IDAT", zlib.compress(bytes(90_000_000), 9)), _END)),
        "stored",
    ),
    Case(
        "texts, 2000.png",
        built(
            lambda n: with_chunks(n, *(chunk(b"tEXt", b"key %d\0value" % i) for i in range(2_000)))
        ),
        "stored",
        _DAMAGED,
    ),
    Case(
        "no keyword.png",
        built(lambda n: with_chunks(n, chunk(b"tEXt", b"\0value"), chunk(b"iTXt", b""))),
        "stored",
    ),
    Case(
        "keyword of 9000.png",
        built(lambda n: with_chunks(n, chunk(b"tEXt", b"k" * 9_000 + b"\0v"))),
        "stored",
    ),
    Case(
        "packed by nobody.png",
        built(lambda n: with_chunks(n, chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\x07\0\0dirt"))),
        "stored",
        _DAMAGED,
    ),
    Case(
        "profile of hexadecimals.png",
        built(
            lambda n: with_chunks(
                n, chunk(b"tEXt", b"Raw profile type iptc\0\niptc\n 9\n" + b"1c " * 9_000)
            )
        ),
        "stored",
    ),
    Case(
        "profile of dirt.png",
        built(
            lambda n: with_chunks(n, chunk(b"tEXt", b"Raw profile type exif\0" + b"\n" * 60_000))
        ),
        "stored",
        _DAMAGED,
    ),
    Case(
        "text behind the pixels.png",
        built(lambda n: with_chunks(n)[:-12] + chunk(b"iTXt", _TEXT) + _END),
        "stored",
        None,
        _SAYS,
    ),
    Case(
        "text behind the end.png",
        built(lambda n: with_chunks(n) + chunk(b"iTXt", _TEXT)),
        "stored",
        None,
        {"caption": None},
    ),
    Case(
        "palette of nothing.png",
        built(lambda _: _png(header(40, 40, 8, 3), chunk(b"PLTE", b""), _PIXELS, _END)),
        "stored|failed",
    ),
    Case(
        "palette absent.png",
        built(lambda _: _png(header(40, 40, 8, 3), _PIXELS, _END)),
        "stored|failed",
    ),
    Case(
        "palette of 9000.png",
        built(lambda n: with_chunks(n, chunk(b"PLTE", bytes(9_000)))),
        "stored",
    ),
    Case(
        "see-through by 9000.png",
        built(lambda n: with_chunks(n, chunk(b"tRNS", bytes(9_000)))),
        "stored|failed",
    ),
    *(
        Case(
            f"depth {depth} colour {colour}.png",
            built(lambda _, d=depth, c=colour: _png(header(40, 40, d, c), _PIXELS, _END)),
            "failed",
            _BROKEN,
        )
        for depth, colour in ((3, 0), (16, 3), (1, 2), (8, 5), (255, 255), (0, 0))
    ),
)


def _webp(seed: int, *more: tuple[bytes, bytes]) -> bytes:
    whole = saved(seed, "WEBP")
    size = int.from_bytes(whole[16:20], "little")
    flags = struct.pack("<I", 0x0C) + struct.pack("<I", 159)[:3] + struct.pack("<I", 119)[:3]
    return riff((b"VP8X", flags), (whole[12:16], whole[20 : 20 + size]), *more)


WEBPS: tuple[Case, ...] = (
    *(
        Case(
            f"riff of {size}.webp",
            built(
                lambda n, s=size: saved(n, "WEBP")[:4] + struct.pack("<I", s) + saved(n, "WEBP")[8:]
            ),
            "stored|failed",
        )
        for size in (0, 3, 4, 13, 2**31, 2**32 - 1)
    ),
    Case("riff alone.webp", built(lambda _: b"RIFF\4\0\0\0WEBP"), "failed", _BROKEN),
    *(
        Case(
            f"{name.decode().strip()} chunk of {size}.webp",
            built(lambda n, k=name, s=size: _webp(n) + k + struct.pack("<I", s) + _MAN),
            "stored",
        )
        for name in (b"EXIF", b"XMP ")
        for size in (0, 1, 2**31, 2**32 - 1)
    ),
    Case("xmp chunk.webp", built(lambda n: _webp(n, (b"XMP ", _MAN))), "stored", None, _SAYS),
    Case("chunks, 90000.webp", built(lambda n: _webp(n, *[(b"JUNK", b"")] * 90_000)), "stored"),
    Case("its own riff.webp", built(lambda n: _webp(n, (b"XMP ", _webp(n)))), "stored", _DAMAGED),
    Case(
        "frames without pictures.webp",
        built(lambda n: _webp(n, (b"ANIM", bytes(6)), *[(b"ANMF", bytes(16))] * 99)),
        "stored|failed",
    ),
)


def _gif(seed: int, extension: bytes) -> bytes:
    whole = saved(seed, "GIF")
    at = 13 + (3 << ((whole[10] & 7) + 1) if whole[10] & 0x80 else 0)
    return whole[:at] + extension + whole[at:]


GIFS: tuple[Case, ...] = (
    Case("no frames.gif", built(lambda _: b"GIF89a\x09\0\x09\0\0\0\0;"), "failed"),
    Case("head alone.gif", built(lambda _: b"GIF89a"), "failed", _BROKEN),
    Case(
        "comment without end.gif",
        built(lambda n: _gif(n, b"!\xfe" + b"\xff" * 200)),
        "stored|failed",
    ),
    Case(
        "comment of a megabyte.gif",
        built(lambda n: _gif(n, b"!\xfe" + (b"\xff" + b"a " * 127 + b"a") * 4_000 + b"\0")),
        "stored",
    ),
    Case(
        "comments, 120000.gif", built(lambda n: _gif(n, b"!\xfe\0" * 120_000)), "stored", _DAMAGED
    ),
    Case(
        "xmp without end.gif",
        built(lambda n: _gif(n, b"!\xff\x0bXMP DataXMP" + _MAN)),
        "stored|failed",
    ),
    Case(
        "xmp.gif",
        built(
            lambda n: _gif(
                n, b"!\xff\x0bXMP DataXMP" + _MAN + b"\1" + bytes(range(255, -1, -1)) + b"\0"
            )
        ),
        "stored",
        None,
        _SAYS,
    ),
    Case("application of nothing.gif", built(lambda n: _gif(n, b"!\xff\0")), "failed", _BROKEN),
    Case("dirt between.gif", built(lambda n: _gif(n, b"dirt" * 99)), "stored|failed"),
    Case(
        "codes of 255 bits.gif",
        built(lambda _: b"GIF89a\x28\0\x28\0\0\0\0,\0\0\0\0\x28\0\x28\0\0\xff\x02\x4c\x01\0;"),
        "stored|failed",
    ),
)
