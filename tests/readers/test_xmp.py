"""XMP: every way the RDF may be written, and broken."""

from __future__ import annotations

from typing import Any

import pytest

from photocat.readers.xmp import read_xmp
from photocat.records import Note, Tag


def tags_of(packet: bytes) -> list[tuple[str, str]]:
    return [(t.origin, t.value) for t in read_xmp(packet) if isinstance(t, Tag)]


def notes_of(packet: bytes) -> list[Note]:
    return [n for n in read_xmp(packet) if isinstance(n, Note)]


EXT = "Iptc4xmpExt"
FORMS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "attribute": ("", [("XMP dc:format", "image/jpeg")]),
    "element": ("<dc:source>AP</dc:source>", [("XMP dc:source", "AP")]),
    "resource": (
        "<dc:relation rdf:resource='https://example.org/1'/>",
        [("XMP dc:relation", "https://example.org/1")],
    ),
    "bag": (
        "<dc:subject><rdf:Bag><rdf:li>bird</rdf:li><rdf:li>sea</rdf:li></rdf:Bag></dc:subject>",
        [("XMP dc:subject", "bird"), ("XMP dc:subject", "sea")],
    ),
    "sequence": (
        "<dc:creator><rdf:Seq><rdf:li>Anna Ek</rdf:li></rdf:Seq></dc:creator>",
        [("XMP dc:creator", "Anna Ek")],
    ),
    "languages, the default first": (
        """<dc:title><rdf:Alt><rdf:li xml:lang='fr'>Pont</rdf:li>
        <rdf:li xml:lang='x-default'>Bridge</rdf:li></rdf:Alt></dc:title>""",
        [("XMP dc:title", "Bridge"), ("XMP dc:title[fr]", "Pont")],
    ),
    "structure as a resource": (
        """<Iptc4xmpExt:LocationCreated rdf:parseType='Resource'>
        <Iptc4xmpExt:City>Aleppo</Iptc4xmpExt:City></Iptc4xmpExt:LocationCreated>""",
        [(f"XMP {EXT}:LocationCreated/{EXT}:City", "Aleppo")],
    ),
    "structure as a description": (
        """<Iptc4xmpExt:LocationCreated><rdf:Description Iptc4xmpExt:City='Aleppo'/>
        </Iptc4xmpExt:LocationCreated>""",
        [(f"XMP {EXT}:LocationCreated/{EXT}:City", "Aleppo")],
    ),
    "structures in a bag": (
        """<Iptc4xmpExt:LocationShown><rdf:Bag>
        <rdf:li rdf:parseType='Resource'><Iptc4xmpExt:City>Aleppo</Iptc4xmpExt:City></rdf:li>
        <rdf:li Iptc4xmpExt:City='Homs'/>
        <rdf:li><rdf:Description><Iptc4xmpExt:City>Hama</Iptc4xmpExt:City></rdf:Description>
        </rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>""",
        [
            (f"XMP {EXT}:LocationShown[1]/{EXT}:City", "Aleppo"),
            (f"XMP {EXT}:LocationShown[2]/{EXT}:City", "Homs"),
            (f"XMP {EXT}:LocationShown[3]/{EXT}:City", "Hama"),
        ],
    ),
    "value with a qualifier": (
        """<dc:source rdf:parseType='Resource'><rdf:value>AP</rdf:value>
        <dc:type>wire</dc:type></dc:source>""",
        [("XMP dc:source", "AP"), ("XMP dc:source/dc:type", "wire")],
    ),
    "nothing in it": ("<dc:source> </dc:source><dc:subject><rdf:Bag/></dc:subject>", []),
}


@pytest.mark.parametrize("name", FORMS)
def test_every_form_of_a_property_is_read(make: Any, name: str) -> None:
    inside, expected = FORMS[name]
    attributes = "dc:format='image/jpeg'" if name == "attribute" else ""

    assert tags_of(make.xmp(inside, attributes)) == expected


def test_prefixes_are_the_standard_s_whatever_a_packet_calls_them() -> None:
    packet = (
        b'<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<r:Description xmlns:a="http://purl.org/dc/elements/1.1/" a:source="AP"'
        b' xmlns:own="https://example.org/own/" own:desk="Middle East"/></r:RDF>'
    )

    assert tags_of(packet) == [("XMP dc:source", "AP"), ("XMP own:desk", "Middle East")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16"])
def test_a_packet_is_read_in_every_unicode_encoding(make: Any, encoding: str) -> None:
    packet = make.xmp("<dc:source>Алеппо</dc:source>").decode().encode(encoding)

    assert tags_of(packet) == [("XMP dc:source", "Алеппо")]
    assert not notes_of(packet)


DAMAGES = {
    "padding": lambda packet: packet + b" " * 2_000 + b"\0" * 9,
    "leading blanks": lambda packet: b"\n\n " + packet,
    "garbage around it": lambda packet: b"\x89junk" + packet + b"\xff\xd9<more",
    "a bare ampersand": lambda packet: packet.replace(b"AP", b"AP & AFP"),
    "a forbidden character": lambda packet: packet.replace(b"AP", b"A\x01P"),
    "its end missing": lambda packet: packet[: packet.index(b"</rdf:Description>")],
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_broken_packet_still_says_what_it_can(make: Any, damage: str) -> None:
    packet = DAMAGES[damage](make.xmp("<dc:source>AP</dc:source>"))
    expected = "AP & AFP" if "ampersand" in damage else "AP"

    assert tags_of(packet) == [("XMP dc:source", expected)]
    assert bool(notes_of(packet)) == (damage not in ("padding", "leading blanks"))


def test_a_value_cut_short_is_not_believed(make: Any) -> None:
    """Half of 2016-03-20 is another date."""
    packet = make.xmp("<dc:source>AP</dc:source><xmp:CreateDate>2016-03-20</xmp:CreateDate>")

    assert tags_of(packet[: packet.index(b"-20</xmp")]) == [("XMP dc:source", "AP")]


@pytest.mark.parametrize(
    "prologue",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
    ],
)
def test_a_document_type_is_refused(make: Any, prologue: str) -> None:
    packet = prologue.encode() + make.xmp("<dc:source>&a;</dc:source>")

    assert not any("aaaa" in value for _, value in tags_of(packet))
    assert notes_of(packet)


def test_nesting_without_end_is_refused(make: Any) -> None:
    packet = make.xmp("<dc:source>" * 50_000)

    assert tags_of(packet) == []
    assert notes_of(packet)
