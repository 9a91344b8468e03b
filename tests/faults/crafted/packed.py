"""A few kilobytes of PNG that unfold into megabytes of XMP, texts and profiles."""

from __future__ import annotations

import zlib

from crafted.case import Case, built
from crafted.pictures import chunk, described, with_chunks

_DAMAGED = "metadata-damaged"
_LONG_ITEM = f"<rdf:li>{'w ' * 400}</rdf:li>"

PACKED: tuple[Case, ...] = (
    # packed, in PNG
    *(
        Case(f"packed {name}.png", built(lambda n, c=made: with_chunks(n, c)), "stored")
        for name, made in (
            (
                "xmp of 50 MB",
                chunk(
                    b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(bytes(50_000_000), 9)
                ),
            ),
            ("text of 50 MB", chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(50_000_000), 9))),
            ("profile of 50 MB", chunk(b"iCCP", b"p\0\0" + zlib.compress(bytes(50_000_000), 9))),
            (
                "exif of 50 MB",
                chunk(
                    b"zTXt",
                    b"Raw profile type exif\0\0"
                    + zlib.compress(b"\nexif\n99999999\n" + b"00" * 25_000_000, 9),
                ),
            ),
        )
    ),
    *(
        Case(
            f"packed words, {name}.png",
            built(
                lambda n, w=words: with_chunks(
                    n, chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(w.encode(), 9))
                )
            ),
            "stored",
            _DAMAGED,
        )
        for name, words in (
            (
                "keywords",
                described(f"<dc:subject><rdf:Bag>{_LONG_ITEM * 15_000}</rdf:Bag></dc:subject>"),
            ),
            (
                "names",
                described(f"<dc:creator><rdf:Seq>{_LONG_ITEM * 15_000}</rdf:Seq></dc:creator>"),
            ),
            (
                "names of elements",
                described(
                    f"<dc:{'n' * 9_000}>" * 50
                    + "<dc:b>1</dc:b>" * 20_000
                    + f"</dc:{'n' * 9_000}>" * 50
                ),
            ),
            (
                "captions",
                described(
                    f"<dc:description><rdf:Alt>{_LONG_ITEM * 15_000}</rdf:Alt></dc:description>"
                ),
            ),
        )
    ),
    Case(
        "80 packed texts of 1 MB.png",
        built(
            lambda n: with_chunks(
                n,
                *(
                    chunk(b"zTXt", b"k%d\0\0" % i + zlib.compress(bytes(2**20), 9))
                    for i in range(80)
                ),
            )
        ),
        "stored",
        _DAMAGED,
    ),
)
