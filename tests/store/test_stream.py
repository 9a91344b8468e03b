"""A whole answer, read a few photos at a time, is what ``search`` finds at once."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from photocat.query import parse
from photocat.records import Photo, Statement, Tag
from photocat.store import Store, stream

DATES = (
    *("2016-03-20T10:15:00", "2016-03-20T10:15:30", "2016-03-20T10:15:30.5", "2016-03-20"),
    *("2016-03", "2016", "201X", "2016?", "2016-03-19/2016-03-21", "2015", "XXXX-03-20", None),
)
QUERIES = (
    *("", "jets", "date:2016-03", "during:2016", "date:2016-03-20 jets", "priest OR jets"),
    *("-jets", "width>=2000", "date:2016-03 width:1000..9000", "nothing"),
)


@pytest.fixture
def filled(store: Store, photo: Callable[..., Photo], said: Callable[..., Statement]) -> Store:
    chance = random.Random(5)
    photos = []
    for number in range(60):
        date = chance.choice(DATES)
        words = " ".join(chance.sample(["jets", "priest", "harbour"], 2))
        statements = [said("caption", words)]
        if date:
            statements.append(said("date_created", date, date=date))
        width = chance.choice([500, 1500, 4000])
        photos.append(photo(f"/drop/{number:02}.jpg", *statements, width=width))
    store.add_photos(store.begin_run("ingest"), photos)
    return store


@pytest.mark.parametrize("at_a_time", [1, 7])
def test_however_little_is_read_at_a_time_nothing_is_missed_or_met_twice(
    filled: Store, at_a_time: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = filled
    monkeypatch.setattr(stream, "IDS_AT_A_TIME", at_a_time)
    monkeypatch.setattr(stream, "PHOTOS_AT_A_TIME", max(1, at_a_time // 2))
    for query in QUERIES:
        node = parse(query)
        at_once = [dict(match.record) for match in store.search(node)]

        with store.stream(node) as (number, described):
            assert [one.shape for one in described] == at_once, query
            assert number == len(at_once)
        with store.stream(node, 5) as (number, described):
            assert [one.shape for one in described] == at_once[:5], query
            assert number == len(at_once[:5])
        ids = [found.id for some, _ in store.stream_files(node) for found in some]
        assert ids == [shape["id"] for shape in at_once], query


def test_what_is_said_comes_along_and_raw_tags_where_they_are_asked_for(
    store: Store, photo: Callable[..., Photo], said: Callable[..., Statement]
) -> None:
    statement = said("caption", "A priest")
    tag = Tag("EXIF Model", "X100")
    store.add_photos(store.begin_run("ingest"), [photo("/a.jpg", statement, tags=(tag,))])

    with store.stream(parse("")) as (_, described):
        (bare,) = described
    with store.stream(parse(""), tags=True) as (_, described):
        (full,) = described

    assert list(bare.statements) == [statement]
    assert (list(bare.tags), list(full.tags)) == ([], [tag])


@pytest.mark.parametrize(
    ("paths", "folder"),
    [
        ([], "/"),
        (["/drop/ap/a.jpg"], "/drop/ap"),
        (["/drop/ap/a.jpg", "/drop/ap/b/c.jpg"], "/drop/ap"),
        (["/drop/ap/a.jpg", "/drop/apart/a.jpg"], "/drop"),
        (["/a/1.jpg", "/b/2.jpg"], "/"),
        (["/caf\udce9/ap/1.jpg", "/caf\udce9/tass/2.jpg"], "/caf\udce9"),
    ],
)
def test_the_common_folder_is_the_deepest_that_holds_every_file(
    store: Store, photo: Callable[..., Photo], paths: list[str], folder: str
) -> None:
    store.add_photos(store.begin_run("ingest"), [photo(path) for path in paths])

    assert store.common_folder() == folder
