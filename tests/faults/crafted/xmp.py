"""XMP that unfolds, nests, repeats and points to itself, in one packet, several, and extensions."""

from __future__ import annotations

from crafted.case import Case, Make, built
from crafted.pictures import (
    XMP_HEAD,
    caption_xmp,
    described,
    extension,
    rdf,
    segment,
    with_segments,
    with_xmp,
)

_DAMAGED = "metadata-damaged"
_NOTE = 'xmlns:xmpNote="http://ns.adobe.com/xmp/note/" xmpNote:HasExtendedXMP'
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))


def _packet(text: str) -> Make:
    return built(lambda seed: with_xmp(seed, text.encode("utf-8", "surrogatepass")))


def _of_entity(declared: str, used: str) -> Make:
    return _packet(f"<!DOCTYPE x [{declared}]>" + caption_xmp(used))


def _nested(depth: int, closed: bool = True) -> str:
    return described("<dc:a>" * depth + ("</dc:a>" * depth if closed else ""))


def _announced(*extensions: bytes, guid: bytes = b"A" * 32) -> Make:
    """A packet that announces an extension, and what is said to be it."""
    main = rdf(f'<rdf:Description rdf:about="" {_NOTE}="{guid.decode()}"/>').encode()
    return built(lambda seed: with_segments(seed, segment(0xE1, XMP_HEAD + main), *extensions))


def _part(packet: bytes, whole: int, at: int, guid: bytes = b"A" * 32) -> bytes:
    head = b"http://ns.adobe.com/xmp/extension/\0" + guid
    return segment(0xE1, head + whole.to_bytes(4, "big") + at.to_bytes(4, "big") + packet)


_LONG = caption_xmp("Words. " * 20_000).encode()
_MANY_ITEMS = "".join(f"<rdf:li>word {n}</rdf:li>" for n in range(30_000))
_LANGUAGES = "".join(f'<rdf:li xml:lang="x-{n}">words</rdf:li>' for n in range(9_000))
_ATTRIBUTES = " ".join(f'dc:a{n}="{n}"' for n in range(3_000))
_SPACES = " ".join(f'xmlns:n{n}="http://n/{n}"' for n in range(2_000))

XMP: tuple[Case, ...] = (
    # entities and declarations
    Case(
        "ten thousand million laughs.jpg",
        _of_entity(_LAUGHS, "&l9;"),
        "stored",
        _DAMAGED,
        {"caption": "&l9;"},
    ),
    Case(
        "one long entity.jpg",
        _of_entity(f'<!ENTITY a "{"a" * 30_000}">', "&a;" * 9_000),
        "stored",
        _DAMAGED,
    ),
    Case("entity of itself.jpg", _of_entity('<!ENTITY a "&a;">', "&a;"), "stored", _DAMAGED),
    Case(
        "entity of a file.jpg",
        _of_entity('<!ENTITY f SYSTEM "file:///etc/passwd">', "&f;"),
        "stored",
        _DAMAGED,
        {"caption": None},
    ),
    Case(
        "entity of a page.jpg",
        _of_entity('<!ENTITY f SYSTEM "http://127.0.0.1:9/">', "&f;"),
        "stored",
        _DAMAGED,
        {"caption": None},
    ),
    Case(
        "parameter entity.jpg",
        _of_entity('<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;', "a"),
        "stored",
        _DAMAGED,
    ),
    Case(
        "declared elsewhere.jpg",
        _packet('<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">' + caption_xmp("a")),
        "stored",
        _DAMAGED,
    ),
    Case("unknown entity.jpg", _packet(caption_xmp("&nobody;")), "stored"),
    Case("no characters.jpg", _packet(caption_xmp("&#0;&#xD800;&#x110000;")), "stored"),
    Case(
        "instructions.jpg",
        _packet("<?xml-stylesheet href='http://127.0.0.1:9/'?>" + caption_xmp("A man.")),
        "stored",
        None,
        {"caption": "A man."},
    ),
    Case(
        "included.jpg",
        _packet(
            described(
                '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
            )
        ),
        "stored",
        None,
        {"caption": None},
    ),
    # depth and breadth
    *(
        Case(f"nested {depth} times.jpg", _packet(_nested(depth)), "stored", code)
        for depth, code in ((50, None), (99, _DAMAGED), (4_000, _DAMAGED), (150_000, _DAMAGED))
    ),
    Case("never closed.jpg", _packet(_nested(4_000, closed=False)), "stored", _DAMAGED),
    Case(
        "items, 30000.jpg",
        _packet(described(f"<dc:subject><rdf:Bag>{_MANY_ITEMS}</rdf:Bag></dc:subject>")),
        "stored",
        _DAMAGED,
    ),
    Case(
        "languages, 9000.jpg",
        _packet(described(f"<dc:description><rdf:Alt>{_LANGUAGES}</rdf:Alt></dc:description>")),
        "stored",
        None,
        {"caption": "words"},
    ),
    Case(
        "attributes, 3000.jpg",
        _packet(rdf(f'<rdf:Description rdf:about="" {_ATTRIBUTES}/>')),
        "stored",
    ),
    Case(
        "namespaces, 2000.jpg", _packet(rdf(f'<rdf:Description rdf:about="" {_SPACES}/>')), "stored"
    ),
    Case(
        "a name of 60000 letters.jpg",
        _packet(described(f"<dc:{'a' * 30_000}>1</dc:{'a' * 30_000}>")),
        "stored",
    ),
    Case(
        "bags in bags.jpg",
        _packet(
            described(
                "<dc:subject>"
                + "<rdf:Bag><rdf:li>" * 25
                + "x"
                + "</rdf:li></rdf:Bag>" * 25
                + "</dc:subject>"
            )
        ),
        "stored",
    ),
    Case(
        "the same attribute twice.jpg",
        _packet(rdf('<rdf:Description dc:a="1" dc:a="2"/>')),
        "stored",
        _DAMAGED,
    ),
    Case(
        "padded with a megabyte.jpg",
        _packet(caption_xmp("A man.") + " " * 2**20),
        "stored",
        None,
        {"caption": "A man."},
    ),
    Case("comments without end.jpg", _packet("<!-- " + "-" * 60_000), "stored", _DAMAGED),
    Case(
        "characters as they are.jpg", _packet(caption_xmp(f"<![CDATA[{'<b>' * 9_000}]]>")), "stored"
    ),
    Case("ampersands.jpg", _packet(caption_xmp("& " * 25_000)), "stored", _DAMAGED),
    Case("angles.jpg", _packet("<" * 60_000), "stored", _DAMAGED),
    Case("ends without beginnings.jpg", _packet("</x:xmpmeta>" * 5_000), "stored", _DAMAGED),
    Case("beginnings without ends.jpg", _packet("<x:xmpmeta " * 5_000), "stored", _DAMAGED),
    # encodings
    Case(
        "wide.jpg",
        built(lambda n: with_xmp(n, caption_xmp("A man.").encode("utf-16"))),
        "stored",
        None,
        {"caption": "A man."},
    ),
    Case(
        "wider.jpg",
        built(lambda n: with_xmp(n, caption_xmp("A man.").encode("utf-32"))),
        "stored",
        None,
        {"caption": "A man."},
    ),
    Case(
        "half wide.jpg",
        built(lambda n: with_xmp(n, caption_xmp("A man.").encode("utf-16-be")[:-99])),
        "stored",
        _DAMAGED,
    ),
    Case(
        "another encoding.jpg",
        _packet('<?xml version="1.0" encoding="utf-7"?>' + caption_xmp("A man.")),
        "stored",
        None,
        {"caption": "A man."},
    ),
    Case(
        "no encoding.jpg", built(lambda n: with_xmp(n, bytes(range(256)) * 99)), "stored", _DAMAGED
    ),
    Case("packet of zeros.jpg", built(lambda n: with_xmp(n, bytes(60_000))), "stored"),
    # several packets, and extensions
    Case(
        "40 packets.jpg",
        built(
            lambda n: with_segments(
                n, *(segment(0xE1, XMP_HEAD + caption_xmp(f"No {i}.").encode()) for i in range(40))
            )
        ),
        "stored",
        _DAMAGED,
        {"caption": "No 0."},
    ),
    Case("announced and absent.jpg", _announced(), "stored"),
    Case("extended.jpg", _announced(*extension(b"A" * 32, _LONG)), "stored"),
    Case(
        "not announced.jpg",
        built(lambda n: with_segments(n, *extension(b"A" * 32, _LONG))),
        "stored",
        _DAMAGED,
    ),
    Case(
        "extended by 4 GB.jpg", _announced(_part(b"<a>", 2**32 - 1, 2**32 - 1)), "stored", _DAMAGED
    ),
    Case(
        "extended with holes.jpg",
        _announced(_part(_LONG[:9_000], 10**6, 0), _part(_LONG[9_000:], 10**6, 500_000)),
        "stored",
    ),
    Case(
        "extended over itself.jpg",
        _announced(*(_part(_LONG[:9_000], 9_000, at) for at in range(60))),
        "stored",
        _DAMAGED,
    ),
    Case(
        "extended by itself.jpg",
        _announced(*extension(b"A" * 32, rdf(f'<rdf:Description {_NOTE}="{"A" * 32}"/>').encode())),
        "stored",
    ),
    Case(
        "200 extensions.jpg",
        _announced(*(e for n in range(200) for e in extension(b"%032d" % n, _LONG[:999]))),
        "stored",
        _DAMAGED,
    ),
)
