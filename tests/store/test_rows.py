"""What is stored of a value is the value."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from photocat.dates import Edtf
from photocat.places import Point
from photocat.records import Evidence, ImageFile, PlaceName, Relation, Statement, Tag
from photocat.store.rows import (
    clean,
    relation_of,
    relation_row,
    sidecars_of,
    sidecars_text,
    statement_of,
    statement_row,
    tags_data,
    tags_of,
)

# Any text that a reader may give: NUL and lone surrogates have been found in real captions.
WILD = st.text(st.characters(codec=None))
TEXT = WILD.map(clean)
DATES = st.sampled_from(
    ["2016-03", "2016-03-20T10:15:00+03:00", "198X", "2016?", "../1999", "[1667,1760-12]", "XXXX"]
)
SPAN = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    date = draw(st.none() | DATES.map(Edtf.parse))
    text = date.text if date else draw(TEXT)
    place = st.builds(PlaceName, TEXT | st.just(text), st.lists(TEXT).map(tuple), st.none() | TEXT)
    point = st.builds(
        Point, st.floats(-90, 90), st.floats(-180, 180), st.floats(0, allow_infinity=False)
    )
    return Statement(
        draw(st.sampled_from(["caption", "date_created", "location_shown"])),
        text,
        Evidence(
            draw(TEXT),
            draw(TEXT | st.just(text)),
            draw(TEXT),
            draw(st.none() | SPAN),
            draw(st.floats(0, 1)),
        ),
        draw(st.integers(-1, 20)),
        draw(st.sampled_from(["photo", "file"])),
        date,
        draw(st.none() | place),
        draw(st.none() | point),
    )


@given(statements())
def test_a_statement_comes_back_with_all_of_its_evidence(statement: Statement) -> None:
    assert statement_of(statement_row(statement), statement.scope) == statement


@given(st.lists(st.builds(Tag, TEXT, TEXT, st.none() | st.integers(0, 10**9))))
def test_tags_come_back_in_their_order(tags: list[Tag]) -> None:
    assert tags_of(tags_data(tags), "photo") == tags


@given(st.lists(st.builds(ImageFile, WILD, st.integers(0), st.integers())))
def test_sidecars_come_back_whatever_their_names(sidecars: list[ImageFile]) -> None:
    stored = sidecars_text(sidecars)
    assert clean(stored) == stored
    assert sorted(sidecars_of(stored), key=repr) == sorted(sidecars, key=repr)


@given(
    st.sampled_from(["copy", "crop"]),
    st.none() | st.integers(0, 64),
    st.fixed_dictionaries(
        {}, optional={"box": st.lists(st.floats(0, 1)), "mirrored": st.booleans()}
    ),
)
def test_a_relation_comes_back(
    name: str, distance: int | None, geometry: dict[str, object]
) -> None:
    relation = Relation(7, 9, name, distance, "phash", 0.9, "proposed", geometry)  # type: ignore[arg-type]
    assert relation_of(relation_row(relation)) == relation


@given(WILD)
def test_clean_text_can_be_stored_and_ordinary_text_is_left_alone(text: str) -> None:
    stored = clean(text)
    assert "\0" not in stored
    assert stored.encode().decode() == stored
    if "\0" not in text and not any("\ud800" <= c <= "\udfff" for c in text):
        assert stored == text
