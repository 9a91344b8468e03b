"""Words that would act where they are printed, exported or searched, in each carrier."""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import escape

from crafted.case import Case, built
from crafted.pictures import (
    caption_xmp,
    chunk,
    dataset,
    segment,
    tiff_of,
    with_chunks,
    with_exif,
    with_iim,
    with_segments,
    with_xmp,
)

_MEGABYTE = 1_048_576

PAYLOADS: tuple[tuple[str, str], ...] = (
    ("clipboard", "A man.\x1b]52;c;cm0gLXJm\x07"),
    ("title", "A man.\x1b]0;owned\x07"),
    ("link", "\x1b]8;;http://127.0.0.1:9/\x1b\\here\x1b]8;;\x1b\\"),
    ("clear", "\x1b[2J\x1b[H A man."),
    ("colours", "\x1b[31;5mA man.\x1b[0m"),
    ("control sequence of one", "\x9b2J A man."),
    ("string of one", "\x9d0;owned\x9c A man."),
    ("bell and backspace", "A man\x07\x08\x08\x08\x08\x08rm -rf"),
    ("return", "A man.\rrm -rf"),
    ("feeds", "A man.\x0b\x0c\x0e\x0f"),
    ("delete", "A man.\x7f\x7f\x7f"),
    ("turned", "photo\u202egpj.exe"),
    ("turned and isolated", "\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d A man."),
    ("of no width", "A\u200b \u200cm\u200da\u2060n\ufeff."),
    ("of tags", "A man.\U000e0041\U000e0042\U000e007f"),
    ("annotated", "A \ufff9man\ufffa.\ufffb"),
    ("of lines", "A man.\u2028A\u2029woman.\x85Nobody."),
    ("towering", "A m" + "\u0300" * 900 + "an."),
    ("of no character", "A man.\ufffe\uffff\U0001ffff"),
    ("private", "A man.\ue000\U0010fffd"),
    ("markup", "<script>alert(1)</script>"),
    ("picture", '<img src=x onerror="alert(1)">'),
    ("closing", "</script></style></title>--><b>"),
    ("link of script", "[a](javascript:alert(1))"),
    ("template", "{{7*7}} ${7*7} #{7*7} <%= 7*7 %>"),
    ("formats", "%s%s%n %(x)s {0} {x.__class__}"),
    ("rich", "[bold red]A man[/] [link=http://127.0.0.1:9/]x[/link] [/]"),
    ("formula", '=HYPERLINK("http://127.0.0.1:9/","x")'),
    ("formula of plus", "+1+cmd|' /C calc'!A0"),
    ("formula of minus", "-1+cmd|' /C calc'!A0"),
    ("formula of at", "@SUM(1+1)*cmd|' /C calc'!A0"),
    ("formula behind a tab", "\t=1+1"),
    ("formula of wide letters", "＝1+1"),
    ("sql", "'; DROP TABLE photos; --"),
    ("sql of two", '" OR 1=1; --'),
    ("sql comment", "/* A man. */ -- x"),
    ("match", 'caption: NEAR(a b, 3) * ^ OR "'),
    ("match of columns", "{words filters}: a AND NOT b"),
    ("like", "100% _ \\ [a-z]"),
    ("json", '{"caption": "A man."}'),
    ("shell", "$(rm -rf ~) `rm -rf ~` ; rm -rf ~ | & > x"),
    ("path", "../../../etc/passwd"),
    ("lines", "A man.\r\nContent-Type: text/html\r\n\r\n<b>"),
    ("log", "A man.\n2016-03-12 INFO all is well"),
    ("spaceless", "三月十二日" * 3_000),
    ("spaces", "A" + " " * 30_000 + "man."),
    ("brackets", "(" * 20_000),
    ("quotes", '"' * 20_000),
    ("accents", "é" * 20_000),
    ("digits", "1" * 20_000),
    ("dates", "12 March 2016, " * 3_000),
    ("places", "Latakia, Syria, " * 3_000),
    ("credits", "(AP Photo/John Doe) " * 2_000),
    ("capitals", "MOSCOW, RUSSIA - " * 2_000),
    ("nothing", "   \t \n "),
)


def _exif(seed: int, words: str) -> bytes:
    return with_exif(seed, tiff_of([(0x010E, 2, words.encode() + b"\0")]))


def _iim(seed: int, words: str) -> bytes:
    return with_iim(seed, dataset(1, 90, b"\x1b%G") + dataset(2, 120, words.encode()))


def _xmp(seed: int, words: str) -> bytes:
    return with_xmp(seed, caption_xmp(escape(words)).encode())


def _png(seed: int, words: str) -> bytes:
    return with_chunks(seed, chunk(b"iTXt", b"Description\0\0\0\0\0" + words.encode()))


CARRIERS: dict[str, Callable[[int, str], bytes]] = {
    "exif": _exif,
    "iim": _iim,
    "xmp": _xmp,
    "png": _png,
}

LONG: tuple[tuple[str, str], ...] = (
    ("words", "A man walks in Latakia. "),
    ("days", "on 12 March 2016 "),
    ("months", "March "),
    ("numbers", "2016 "),
    ("figures", "1234567890"),
    ("capitals", "MOSCOW "),
    ("names", "John Smith "),
    ("commas", ", "),
    ("dots", "."),
    ("dashes", "- "),
    ("brackets", "("),
    ("pairs", "()"),
    ("slashes", "/"),
    ("quotes", "\u201ca\u201d "),
    ("letters", "a"),
    ("spaces", " "),
    ("lines", "\n"),
    ("accents", "a\u0315\u0300\u05ae"),
    ("ligatures", "\ufdfa"),
    ("signs", "\u20ac\u2122"),
    ("Han", "\u5e74"),
    ("hyphens", "a-"),
    ("serials", "A1-"),
    ("numbered", "Photo #: 99-A-1 "),
    ("initials", "A. B. "),
    ("parts", "Saint-Ab, "),
    ("apostrophes", "O'"),
    ("credits", "(AP Photo/"),
    ("left to right", "left to right, "),
)

WORDS: tuple[Case, ...] = (
    *(
        Case(
            f"says {name}, {carrier}.{'png' if carrier == 'png' else 'jpg'}",
            built(lambda seed, m=make, w=words: m(seed, w)),
            "stored",
        )
        for carrier, make in CARRIERS.items()
        for name, words in PAYLOADS
        if carrier != "exif" or len(words.encode()) < 60_000
    ),
    *(
        Case(
            f"a megabyte of {name}.jpg",
            built(lambda seed, w=words: _xmp(seed, (w * _MEGABYTE)[:_MEGABYTE])),
            "stored",
        )
        for name, words in LONG
    ),
    Case(
        "a megabyte, iim.jpg",
        built(lambda seed: with_segments(seed, *_spread("A man. " * 150_000))),
        "stored",
    ),
    Case("a megabyte, png.png", built(lambda seed: _png(seed, "A man. " * 150_000)), "stored"),
    Case(
        "half letters.jpg",
        built(
            lambda seed: with_xmp(
                seed, caption_xmp("A \ud83d man \udc00.").encode("utf-8", "surrogatepass")
            )
        ),
        "stored",
    ),
    Case(
        "nulls, exif.jpg",
        built(lambda seed: with_exif(seed, tiff_of([(0x010E, 2, b"A man.\0\0and more\0")]))),
        "stored",
        None,
        {"caption": "A man."},
    ),
    Case(
        "nulls, iim.jpg",
        built(lambda seed: with_iim(seed, dataset(2, 120, b"A \0man\0."))),
        "stored",
        None,
        {"caption": "A man."},
    ),
    Case(
        "nulls, comment.jpg",
        built(lambda seed: with_segments(seed, segment(0xFE, b"A \0man\0."))),
        "stored",
    ),
)


def _spread(words: str) -> list[bytes]:
    """One dataset in as many segments as it takes."""
    datasets = dataset(2, 120, words.encode())
    whole = b"8BIM\4\4\0\0" + len(datasets).to_bytes(4, "big") + datasets + b"\0"
    head = b"Photoshop 3.0\0"
    return [segment(0xED, head + whole[at : at + 60_000]) for at in range(0, len(whole), 60_000)]
