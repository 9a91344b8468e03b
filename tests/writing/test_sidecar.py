"""A sidecar says what was written, keeps what others wrote, and tells the two apart."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photocat.dates import Edtf
from photocat.fields import FIELD, FIELDS, Kind
from photocat.places import Point
from photocat.preferred import preferred
from photocat.readers import read_sidecar, state
from photocat.readers.ours import by_property, ours, theirs
from photocat.records import Evidence, PlaceName, Statement, Tag
from photocat.words import fold
from photocat.writing.packet import BrokenPacket, new_packet, packet_bytes, parse_packet, put
from photocat.writing.properties import PROPERTIES, tag_of
from photocat.writing.sidecar import edited
from photocat.writing.values import text_element, wanted

CATALOG = "c0ffee"

FOREIGN = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Somebody 1.0">
 <!-- a word of theirs -->
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
    xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/" photoshop:Headline="Theirs"
    crs:Exposure2012="+0.35" photoshop:Urgency="3">
   <crs:ToneCurve><rdf:Seq><rdf:li>0, 0</rdf:li><rdf:li>255, 255</rdf:li></rdf:Seq></crs:ToneCurve>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:odd="http://example.org/odd?a=1&amp;b=2#">
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">Old words</rdf:li>
    <rdf:li xml:lang="fr">Vieux mots</rdf:li></rdf:Alt></dc:description>
   <odd:thing odd:kind="&quot;x&quot; &lt;"> kept  as it is </odd:thing>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>""".encode()


def tags_of(data: bytes) -> tuple[Tag, ...]:
    tags, notes = read_sidecar(data, "a.jpg.xmp", "a.jpg")
    assert notes == ()
    return tags


def values(data: bytes) -> dict[str, list[tuple[str, str]]]:
    return {
        name: [(tag.origin, tag.value) for tag in tags]
        for name, tags in by_property(tags_of(data)).items()
    }


def headline(text: str) -> dict[str, Element | None]:
    return {"photoshop:Headline": text_element("photoshop:Headline", text)}


def write(existing: bytes | None, properties: dict[str, Element | None]) -> bytes:
    return edited(existing, properties, catalog=CATALOG).data


# --- what others wrote ----------------------------------------------------------------------------


def test_what_is_not_written_stays_as_it_was() -> None:
    data = write(FOREIGN, headline("Ours"))
    before, after = values(FOREIGN), values(data)

    assert after["photoshop:Headline"] == [("XMP photoshop:Headline", "Ours")]
    changed = {"photoshop:Headline", "photocat:Catalog", "photocat:Wrote"}
    assert {k: v for k, v in after.items() if k not in changed} == {
        k: v for k, v in before.items() if k not in changed
    }
    assert b"<!-- a word of theirs -->" in data
    assert b'x:xmptk="Somebody 1.0"' in data
    assert b"xmlns:crs=" in data
    assert b" kept  as it is " in data


def test_a_packet_that_is_not_changed_is_the_same_tree() -> None:
    packet = parse_packet(FOREIGN)
    again = parse_packet(packet_bytes(packet))

    def shape(element: Element) -> object:
        return (
            str(element.tag),
            element.text,
            element.tail,
            list(element.items()),
            [shape(child) for child in element],
        )

    assert shape(again.root) == shape(packet.root)


def test_translations_stay_when_the_words_change(said: Callable[..., Statement]) -> None:
    data = write(FOREIGN, wanted({"caption": (said("caption", "New words"),)}))

    assert values(data)["dc:description"] == [
        ("XMP dc:description", "New words"),
        ("XMP dc:description[fr]", "Vieux mots"),
    ]


def test_what_says_the_same_already_stays_its_writers_word(
    said: Callable[..., Statement],
) -> None:
    same = wanted({"headline": (said("headline", "Theirs"),), "source": (said("source", "AP"),)})
    new = edited(FOREIGN, same, catalog=CATALOG)

    assert new.changed == ("photoshop:Source",)
    assert ours(tags_of(new.data), CATALOG) == {"photoshop:Source"}
    assert edited(FOREIGN, headline("Theirs"), catalog=CATALOG).changed == ()


@pytest.mark.parametrize(
    "data",
    [b"", b"nothing", b"<x:xmpmeta", b"<a/>", FOREIGN[:-60], b"<!DOCTYPE a><a/>"],
)
def test_a_damaged_sidecar_is_never_replaced(data: bytes) -> None:
    with pytest.raises(BrokenPacket):
        edited(data, headline("Ours"), catalog=CATALOG)


def test_a_sidecar_in_utf_16_is_edited_as_well() -> None:
    text = FOREIGN.decode().replace("\ufeff", "")
    data = write(text.encode("utf-16"), headline("Ours"))

    assert values(data)["photoshop:Headline"] == [("XMP photoshop:Headline", "Ours")]
    assert values(data)["crs:ToneCurve"] == values(FOREIGN)["crs:ToneCurve"]


def test_two_writers_who_took_one_prefix_do_not_meet() -> None:
    clash = FOREIGN.replace(b"xmlns:crs=", b"xmlns:dc2=").replace(b"crs:", b"dc2:")
    clash = clash.replace(b"odd", b"dc2")
    data = write(clash, headline("Ours"))

    def plain(packet: bytes) -> list[tuple[str, str]]:
        tree = parse_packet(packet).root
        return [(str(e.tag), (e.text or "").strip()) for e in tree.iter()]

    assert set(plain(clash)) - set(plain(data)) == set()


# --- whose words they are -------------------------------------------------------------------------


def test_what_a_catalog_wrote_is_no_evidence_to_it_and_some_to_another() -> None:
    data = write(FOREIGN, headline("Ours"))
    told = {tag.origin for tag in theirs(tags_of(data), CATALOG)}

    assert "XMP photoshop:Headline" not in told
    assert "XMP dc:description" in told
    assert theirs(tags_of(data), "another") == tags_of(data)
    assert theirs(tags_of(data), "") == tags_of(data)


def test_what_was_changed_since_is_somebodys_word_again() -> None:
    data = write(None, headline("Ours")).replace(b">Ours<", b">Mine<")

    assert "XMP photoshop:Headline" in {t.origin for t in theirs(tags_of(data), CATALOG)}


def test_what_is_not_believed_any_more_is_taken_out_if_we_wrote_it(
    said: Callable[..., Statement],
) -> None:
    both = wanted({"headline": (said("headline", "Ours"),), "source": (said("source", "AP"),)})
    first = write(FOREIGN, both)
    second = edited(first, headline("Ours"), catalog=CATALOG)

    assert second.changed == ("photoshop:Source",)
    assert "photoshop:Source" not in values(second.data)
    assert edited(FOREIGN, {}, catalog=CATALOG).changed == ()


def test_to_write_twice_is_to_write_once(said: Callable[..., Statement]) -> None:
    properties = wanted({"headline": (said("headline", "Ours"),)})
    once = write(FOREIGN, properties)

    assert edited(once, properties, catalog=CATALOG).changed == ()


# --- what was written is what is read -------------------------------------------------------------

TEXT = (
    st.text(
        st.characters(
            exclude_categories=["Cs", "Cc", "Cn", "Co"], exclude_characters="\ufffe\uffff"
        ),
        min_size=1,
        max_size=40,
    )
    .map(lambda text: "".join(c for c in text if not "\u2400" <= c <= "\u2421").strip())
    .filter(bool)
)
EDTF = st.sampled_from(
    (
        *("2016", "2016-03", "2016-03-20", "2016-03-20T10:15:30+02:00", "2016-03-20T10:15:30.25Z"),
        *("1936~", "1936?", "198X", "XXXX-12-13", "2015/2016", "[2015,2016-03]", "2016-21"),
    )
)
RADIUS = st.sampled_from([0.0, 0.25, 65.0, 926.5, 25_000.0])
POINT = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180), RADIUS).filter(
    lambda p: abs(p.lat) > 1e-3 or abs(p.lon) > 1e-3
)
PLACE = st.builds(
    lambda names, code: PlaceName(names[0], tuple(names[1:]), code),
    st.lists(TEXT, min_size=1, max_size=5),
    st.none() | st.sampled_from(["SY", "DE", "US"]),
)


def statements_of(field: str) -> st.SearchStrategy[list[Statement]]:
    line = FIELD[field]
    most = 4 if line.repeatable and field != "location_created" else 1

    def made(text: str, place: PlaceName | None = None, point: Point | None = None) -> Statement:
        date = Edtf.parse(text) if line.kind is Kind.DATE else None
        return Statement(
            field, text, Evidence("edit", text, "person"), -1, "photo", date, place, point
        )

    if line.kind is Kind.PLACE:
        one = st.tuples(PLACE, st.none() | POINT).map(lambda p: made(p[0].name, p[0], p[1]))
    elif line.kind is Kind.DATE:
        one = EDTF.map(made)
    elif line.kind is Kind.NUMBER:
        one = st.sampled_from(["-1", "1", "2.5", "5"]).map(made)
    else:
        one = TEXT.map(made)
    return st.lists(one, min_size=1, max_size=most, unique_by=lambda s: fold(s.text))


WRITTEN = sorted({line.field for line in PROPERTIES})


def told(statement: Statement) -> tuple[object, ...]:
    point = statement.point
    rounded = point and (round(point.lat, 8), round(point.lon, 8), point.radius_m)
    return statement.field, statement.text, statement.date, statement.place, rounded


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from([None, FOREIGN]))
def test_what_is_written_is_what_is_read(data: st.DataObject, existing: bytes | None) -> None:
    given = [s for field in WRITTEN for s in data.draw(statements_of(field))]
    believed = preferred(given)
    packet = edited(existing, wanted(believed), catalog=CATALOG).data
    read = preferred(state(tags_of(packet))[0])

    for field in WRITTEN:
        assert [told(s) for s in read[field]] == [told(s) for s in believed[field]]


def test_every_field_is_written_but_what_the_camera_says() -> None:
    assert {field.name for field in FIELDS} - set(WRITTEN) == {"camera", "lens"}


def test_a_property_of_nothing_is_taken_out_wherever_it_stands() -> None:
    data = packet_bytes(put(parse_packet(FOREIGN), {"photoshop:Headline": None}))

    assert "photoshop:Headline" not in values(data)
    assert (
        packet_bytes(put(new_packet(), {"dc:title": None})).count(tag_of("dc:title").encode()) == 0
    )
