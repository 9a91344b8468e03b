"""JSON-LD, read by rdflib, in the words that schema.org has; nothing is fetched."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
import rdflib
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.plugins.shared.jsonld.context import Context

from photocat.exporting.about import About
from photocat.exporting.jsonld import EDTF, image_object, written
from photocat.records import Tag
from photocat.store.stream import Described

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # by rdflib itself

ADDRESSES = ("license", "acquireLicensePage", "contentUrl", "digitalSourceType")
CONTEXT = {
    "@context": {
        "@vocab": str(rdflib.SDO),
        **{name: {"@id": str(rdflib.SDO) + name, "@type": "@id"} for name in ADDRESSES},
    }
}
"""What https://schema.org gives, as far as these photos need it: its words, and which are links."""

NEWER = {URIRef(f"{rdflib.SDO}digitalSourceType")}
"""Words of schema.org that rdflib does not know yet."""


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def known(_self: Context, source: str, _base: object, _met: object) -> Any:
        assert source == "https://schema.org"
        return CONTEXT

    monkeypatch.setattr(Context, "_fetch_context", known)


def graph(photos: list[Described], query: str = "") -> Graph:
    document = b"".join(written(photos, About(query=query, photos=len(photos))))
    return Graph().parse(data=document, format="json-ld")


def one(read: Graph, subject: Any, name: str) -> Any:
    (value,) = read.objects(subject, rdflib.SDO[name])
    return value


def photo_of(read: Graph, position: int) -> Any:
    (element,) = read.subjects(rdflib.SDO.position, Literal(position))
    return one(read, element, "item")


def test_every_word_is_one_of_schema_org(photos: list[Described]) -> None:
    read = graph(photos)
    words = {p for p in read.predicates() if p != RDF.type} | set(read.objects(None, RDF.type))

    assert len(words) > 30
    assert {word for word in words if URIRef(word) not in rdflib.SDO} <= NEWER


def test_a_photo_is_an_image_object_with_its_rights(photos: list[Described]) -> None:
    read = graph(photos)
    jets = photo_of(read, 1)

    assert one(read, jets, "creditText") == Literal("AP")
    assert one(read, jets, "copyrightNotice") == Literal("© 2016 AP")
    assert one(read, jets, "license") == URIRef("https://ap.example/rights")
    assert one(read, jets, "acquireLicensePage") == URIRef("https://ap.example/license?a=1")
    assert one(read, one(read, jets, "creator"), "name") == Literal("Ann Ex")
    assert str(one(read, jets, "contentUrl")) == "file:///drop/1.jpg"
    assert set(read.objects(jets, rdflib.SDO.keywords)) == {
        Literal("priest"),
        Literal("jets; bombers"),
    }
    assert jets == URIRef("ni:///sha-256;a4ayc_80_OGda4BO_1o_V0etpOqiLx1JwB5S3beHW0s")


def test_where_it_was_made_and_what_it_shows_are_two_things(photos: list[Described]) -> None:
    read = graph(photos)
    jets = photo_of(read, 1)
    made_at = one(read, jets, "locationCreated")
    circle = one(read, made_at, "geo")

    assert one(read, made_at, "name") == Literal("Hmeimim air base")
    assert one(read, one(read, made_at, "containedInPlace"), "name") == Literal("Latakia")
    assert one(read, circle, "geoRadius").value == 3000
    assert one(read, one(read, circle, "geoMidpoint"), "latitude").value == 35.401
    assert one(read, one(read, jets, "contentLocation"), "name") == Literal("Latakia")


def test_a_date_is_as_precise_as_it_was_stated(photos: list[Described]) -> None:
    read = graph(photos)
    dates = [one(read, photo_of(read, position), "dateCreated") for position in range(1, 5)]

    assert dates[0] == Literal("2016-03")
    assert dates[1] == Literal("198X", datatype=URIRef(EDTF))
    assert dates[2] == Literal("2016-03-20T10:15:00+02:00")
    assert dates[3] == Literal("2015/..", datatype=URIRef(EDTF))


def test_the_list_is_in_order_and_marks_what_is_only_possible(photos: list[Described]) -> None:
    read = graph(photos, "in:Syria")
    (whole,) = read.subjects(RDF.type, rdflib.SDO.ItemList)
    marks = {
        one(read, element, "position").value: str(one(read, element, "description"))
        for element in read.objects(whole, rdflib.SDO.itemListElement)
    }

    assert one(read, whole, "numberOfItems").value == 4
    assert one(read, whole, "name") == Literal("in:Syria")
    assert marks == {1: "certain", 2: "certain", 3: "certain", 4: "possible"}


def test_whatever_the_words_are_they_come_back(
    harm: str, hostile: Callable[..., Described]
) -> None:
    read = graph([hostile(harm)], harm)

    assert one(read, photo_of(read, 1), "caption") == Literal(harm)
    assert not list(read.objects(None, rdflib.SDO.license))


@pytest.mark.parametrize(
    ("address", "taken"),
    [
        ("https://ap.example/a-b_c?x=%20&y=1#top", True),
        ("javascript:alert(1)", False),
        ("https://ap.example/ onload=alert(1)", False),
        ("https://ap.example/\u202e", False),
        ("ap.example", False),
    ],
)
def test_only_an_address_is_a_licence_page(
    address: str, taken: bool, photo: Callable[..., Described]
) -> None:
    one = photo(1, tags=(Tag("XMP plus:Licensor[1]/plus:LicensorURL", address),))

    assert ("acquireLicensePage" in image_object(one)) is taken


def test_a_page_that_holds_it_cannot_be_ended_by_a_caption(
    hostile: Callable[..., Described],
) -> None:
    text = "</script><script>alert(1)</script>"
    document = b"".join(written([hostile(text)], About())).decode()

    assert "</script" not in document
    assert json.loads(document)["itemListElement"][0]["item"]["caption"] == text
