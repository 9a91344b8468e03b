"""Tables that speak for many photos."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.fields import FIELDS, Kind
from photocat.readers import state
from photocat.readers.manifest import COLUMNS, read_manifest, row_tags
from photocat.records import Statement, Tag

CSV = """File Name,Headline,Caption/Abstract,By-line,Date Created,Keywords,City,Country,Desk
a.jpg,At sea,"A priest, blessing jets",Ann Ex,2016-03,priest; jets,Hmeimim,Syria,foreign
b.jpg,At home,,Bo Why,2016-03-20,,,,
"""


def said(data: bytes, name: str, path: str) -> dict[str, list[str]]:
    """The values of each field."""
    told: dict[str, list[str]] = {}
    for statement in statements_of(data, name, path):
        assert statement.scope == "file"
        told.setdefault(statement.field, []).append(statement.text)
    return told


def statements_of(data: bytes, name: str, path: str) -> tuple[Statement, ...]:
    tags, _ = row_tags(read_manifest(data, name), path, name)
    return state(tags)[0]


def test_each_row_speaks_for_its_photo() -> None:
    assert said(CSV.encode(), "manifest.csv", "/drop/a.jpg") == {
        "headline": ["At sea"],
        "caption": ["A priest, blessing jets"],
        "creator": ["Ann Ex"],
        "date_created": ["2016-03"],
        "keywords": ["priest", "jets"],
        "location_created": ["Hmeimim"],
    }
    assert said(CSV.encode(), "manifest.csv", "/drop/B.JPG") == {
        "headline": ["At home"],
        "creator": ["Bo Why"],
        "date_created": ["2016-03-20"],
    }
    assert said(CSV.encode(), "manifest.csv", "/drop/c.jpg") == {}


def test_evidence_names_the_column_as_it_is_written() -> None:
    (caption,) = [s for s in statements_of(CSV.encode(), "m.csv", "a.jpg") if s.field == "caption"]

    assert caption.evidence.origin == "Manifest caption[Caption/Abstract]"
    assert caption.evidence.quote == "A priest, blessing jets"


def test_an_unknown_column_is_kept_as_a_tag() -> None:
    tags, _ = row_tags(read_manifest(CSV.encode(), "m.csv"), "a.jpg")

    assert Tag("Manifest Desk", "foreign", scope="file") in tags
    assert Tag("Manifest file[File Name]", "a.jpg", scope="file") in tags


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"filename;headline\na.jpg;At sea\n", "captions.csv"),
        (b"\xef\xbb\xbffilename,headline\r\na.jpg,At sea\r\n", "captions.csv"),
        (b"filename\theadline\na.jpg\tAt sea\n", "captions.tsv"),
        ("filename,headline\na.jpg,At sea\n".encode("utf-16"), "captions.csv"),
        (b'{"file": "a.jpg", "headline": "At sea"}\n', "captions.jsonl"),
        (b'{"file": "a.jpg", "headline": ["At sea"]}\nnonsense\n[1]\n', "captions.ndjson"),
        (b'SourceFile,Headline\n"./x/a.jpg",At sea\n', "exiftool.csv"),
    ],
)
def test_every_way_to_write_a_table_is_read(data: bytes, name: str) -> None:
    assert said(data, name, "/x/a.jpg")["headline"] == ["At sea"]


def test_words_in_an_undeclared_encoding_are_read_all_the_same() -> None:
    data = "filename,caption\na.jpg,Zürich\n".encode("cp1252")

    assert said(data, "captions.csv", "a.jpg")["caption"] == ["Zürich"]


@pytest.mark.parametrize(
    ("path", "headline"),
    [
        ("/drop/one/a.jpg", "one"),
        ("/drop/two/a.jpg", "two"),
        ("/drop/three/a.jpg", "any"),
        ("/drop/one/a.png", "stem"),
        ("/drop/AP16.jpg", "by number"),
    ],
)
def test_the_row_that_agrees_with_most_of_the_path_is_heard(path: str, headline: str) -> None:
    rows = "path,headline\none/a.jpg,one\ntwo\\a.jpg,two\na.jpg,any\na,stem\nAP16,by number\n"

    assert said(rows.encode(), "m.csv", path)["headline"] == [headline]


def test_rows_that_contradict_each_other_are_both_heard() -> None:
    table = read_manifest(b"file,source\na.jpg,AP\na.jpg,AFP\n", "m.csv")
    tags, notes = row_tags(table, "a.jpg", "m.csv")

    assert [tag.value for tag in tags if "source" in tag.origin] == ["AP", "AFP"]
    assert [note.detail for note in notes] == ["m.csv: 2 rows for a.jpg"]


@pytest.mark.parametrize(
    ("columns", "edtf"),
    [
        ({"date": "2016-03"}, "2016-03"),
        ({"date": "1936~"}, "1936~"),
        ({"date": "20160320"}, "2016-03-20"),
        ({"date": "20160300"}, "2016-03"),
        ({"date": "2016-03-20T10:15:00+02:00"}, "2016-03-20T10:15:00+02:00"),
        ({"date": "2016-03-20", "time": "10:15"}, "2016-03-20T10:15"),
        ({"date": "2016-03", "time": "10:15"}, "2016-03"),
        ({"date": "03/04/2016"}, None),
    ],
)
def test_a_date_is_as_precise_as_it_is_stated(columns: dict[str, str], edtf: str | None) -> None:
    rows = f"file,{','.join(columns)}\na.jpg,{','.join(columns.values())}\n"

    assert said(rows.encode(), "m.csv", "a.jpg").get("date_created", [None]) == [edtf]


def test_a_place_has_a_name_what_it_lies_in_and_a_point() -> None:
    header = b"file,location,city,country,country code,lat,lon\n"
    row = b"a.jpg,Air base,Hmeimim,Syria,SYR,35.40,35.95\n"
    named, measured = statements_of(header + row, "m.csv", "a.jpg")

    assert named.place is not None
    assert (named.place.name, named.place.hierarchy, named.place.country_code) == (
        "Air base",
        ("Hmeimim", "Syria"),
        "SY",
    )
    assert measured.point is not None
    assert (measured.point.lat, measured.point.lon) == (35.4, 35.95)


def test_every_field_that_words_can_fill_has_a_column() -> None:
    wanted = {f.name for f in FIELDS if f.kind is not Kind.PLACE} - {"camera", "lens"}

    assert wanted <= set(COLUMNS.values())
    assert all(
        f"Manifest {name}" in field.carriers
        for field in FIELDS
        for name in wanted
        if field.name == name
    )


@given(st.binary(max_size=300), st.sampled_from(["m.csv", "m.tsv", "m.jsonl"]))
def test_no_table_however_broken_raises(data: bytes, name: str) -> None:
    row_tags(read_manifest(data, name), "/drop/a.jpg", name)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
def test_a_cell_comes_back_as_it_was(text: str) -> None:
    import csv
    import io

    out = io.StringIO()
    csv.writer(out).writerows([["file", "caption"], ["a.jpg", text]])
    tags, _ = row_tags(read_manifest(out.getvalue().encode(), "m.csv"), "a.jpg")

    assert [tag.value for tag in tags if "caption" in tag.origin] == (
        [text] if text.strip() else []
    )
