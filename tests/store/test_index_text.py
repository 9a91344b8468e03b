"""The words a photo is found by stand in the index as they were folded, and no phrase crosses."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text

from photocat.places import Point
from photocat.records import Photo, PlaceName, Statement
from photocat.store import Store
from photocat.store.index_text import (
    BREAK,
    LONGEST_WORD,
    MOST_WORDS,
    index_text,
    quoted,
    tsvector,
)
from photocat.store.positions import PHOTO
from photocat.words import words

MakePhoto = Callable[..., Photo]
Said = Callable[..., Statement]


def test_each_value_stands_between_breaks(said: Said) -> None:
    statements = [
        said("caption", "Ski resort, Ischgl"),
        said("caption", "Ski resort, Ischgl!", rank=1),
        said("headline", "Snow"),
        said("keywords", "Snow"),
        said("keywords", "Winter sports"),
        said(
            "location_created",
            "Ischgl",
            place=PlaceName("Ischgl", ("Tyrol", "Austria"), "AT"),
        ),
    ]
    caption, prose, stated = index_text(statements, ["AP", "AFP"], "JPEG", ["is=square", "day=12"])
    assert caption == "¶ ski resort ischgl ¶ ski resort ischgl ¶"
    assert prose == "¶ snow ¶ snow ¶ winter sports ¶"
    assert stated == (
        "¶ is=square day=12"
        " ¶ supplier==afp ¶ supplier==ap ¶ supplier=afp ¶ supplier=ap ¶ format=jpeg ¶ headline=snow"
        " ¶ keywords=snow ¶ keywords=winter keywords=sports"
        " ¶ location_created=ischgl ¶ location_created=tyrol"
        " ¶ location_created=austria ¶ location_created=at ¶"
    )


def test_dates_and_coordinates_are_no_words(said: Said) -> None:
    statements = [
        said("date_created", "2016-03", date="2016-03"),
        said("location_created", "35.4,35.95", point=Point(35.4, 35.95)),
    ]
    assert index_text(statements, [], "JPEG") == ("", "", "¶ format=jpeg ¶")


def test_the_order_of_statements_does_not_matter(said: Said) -> None:
    statements = [said("keywords", word, rank=rank) for rank in (1, 0) for word in "bca"]
    assert index_text(statements, [], "JPEG") == index_text(statements[::-1], [], "JPEG")


def test_a_photo_of_which_nothing_is_said_is_still_found_by_its_format() -> None:
    assert index_text([], [], "JPEG") == ("", "", "¶ format=jpeg ¶")


def test_the_index_of_one_photo_is_bounded(said: Said) -> None:
    caption, _, _ = index_text([said("caption", "y" * 9999 + " word" * 50_000)], [], "JPEG")
    indexed = caption.split()
    assert len(indexed) <= MOST_WORDS + 1
    assert max(map(len, indexed)) == LONGEST_WORD


def test_a_vector_counts_positions_from_the_first_break() -> None:
    assert tsvector("¶ a b ¶ a ¶") == "'¶':1,4,6 'a':2,5 'b':3"
    assert quoted("o'neil\\") == "'o''neil\\\\'"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said_of=st.text(st.characters(codec="utf-8"), max_size=60))
def test_both_databases_cut_words_exactly_where_we_do(
    store: Store, photo: MakePhoto, said: Said, said_of: str
) -> None:
    """Every word of a caption is found as it is folded, whatever Unicode knows of its letters."""
    path = f"/{said_of.encode().hex()}.jpg"
    (added,) = store.add_photos(store.begin_run("ingest"), [photo(path, said("caption", said_of))])
    with store.reading() as connection:
        for word in words(said_of):
            if connection.dialect.name == "sqlite":
                query, key = f'caption : "{word}"', "rowid"
                match = "words_index MATCH :q"
            else:
                query, key = quoted(word), "position"
                match = "caption @@ CAST(:q AS tsquery)"
            found = connection.scalars(
                text(f"SELECT {key} FROM words_index WHERE {match}"), {"q": query}
            )
            assert added.id in {position & PHOTO for position in found}


PHRASES = [
    (["ski", "resort"], True),
    (["resort", "snow"], False),
    (["winter", "sports"], True),
    (["sports", "ischgl"], False),
    ([BREAK, "snow", BREAK], True),
    ([BREAK, "winter", BREAK], False),
]


def test_a_phrase_lies_within_one_value(store: Store, photo: MakePhoto, said: Said) -> None:
    keywords = [said("keywords", k) for k in ("ski resort", "snow", "winter sports", "Ischgl")]
    store.add_photos(store.begin_run("ingest"), [photo("/1.jpg", *keywords)])
    with store.reading() as connection:
        assert [found_in_prose(connection, phrase) for phrase, _ in PHRASES] == [
            found for _, found in PHRASES
        ]


def found_in_prose(connection: Connection, phrase: list[str]) -> bool:
    if connection.dialect.name == "sqlite":
        query = f'prose : "{" ".join(phrase)}"'
        sql = "SELECT count(*) FROM words_index WHERE words_index MATCH :q"
    else:
        query = " <-> ".join(map(quoted, phrase))
        sql = "SELECT count(*) FROM words_index WHERE prose @@ CAST(:q AS tsquery)"
    return connection.scalar(text(sql), {"q": query}) == 1
