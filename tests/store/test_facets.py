"""Answers counted by facet, by date and on the map are those that are found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from photocat.errors import UsageError
from photocat.places import Point
from photocat.query import All, parse
from photocat.records import Photo, PlaceName, Statement
from photocat.store import Store
from photocat.store.facet_values import BLOCK, FACETS, read_values

MakePhoto = Callable[..., Photo]
Said = Callable[..., Statement]

EVERYTHING = All(())
SYRIA = PlaceName("Tartous", ("Syrian Arab Republic",))


@pytest.fixture
def desk(store: Store, photo: MakePhoto, said: Said) -> Store:
    dates = ["2016-03-12T10:31", "2016-03", "2016", "201X", "1999-12-31", "XXXX-12-13", None]
    made = [
        photo(
            f"/{number}.jpg",
            *([said("date_created", date, date=date)] if date else []),
            said("creator", "Ada Reyes"),
            *([said("creator", "Ines Vale")] if number % 2 else []),
            said("location_created", SYRIA.name, place=SYRIA, point=Point(34.9, 35.9)),
            supplier=("AP", "TASS", None)[number % 3],
            format="JPEG" if number else "TIFF",
        )
        for number, date in enumerate(dates)
    ]
    run = store.begin_run("ingest")
    store.add_photos(run, made)
    store.add_photos(run, [photo("/again.jpg", bytes_="/0.jpg", supplier="TASS")])
    return store


def test_a_photo_counts_for_each_of_its_values(desk: Store) -> None:
    assert desk.facets(EVERYTHING, FACETS, None) == {
        "supplier": {"AP": 3, "TASS": 3},
        "year": {"2016": 3, "1999": 1, "201X": 1},
        "country": {"Syria": 7},
        "place": {"Tartous, Syria": 7},
        "creator": {"Ada Reyes": 7, "Ines Vale": 3},
        "camera": {},
        "format": {"JPEG": 6, "TIFF": 1},
    }
    assert desk.facets(parse("supplier:TASS date:2016"), ["year"], None) == {"year": {"2016": 2}}
    assert desk.facets(parse("supplier:nobody"), ["year"], None) == {"year": {}}
    assert desk.facets(EVERYTHING, ["format"], 1) == {"format": {"JPEG": 6}}
    with pytest.raises(UsageError, match="'colour' is no facet; there are supplier,"):
        desk.facets(EVERYTHING, ["colour"], None)


def test_values_follow_what_is_believed(desk: Store) -> None:
    from photocat.history import edit

    edit(desk, [1, 2], ["creator=Nobody", "date=2001"])

    counted = desk.facets(EVERYTHING, ["creator", "year"], None)
    assert counted["creator"] == {"Ada Reyes": 5, "Ines Vale": 2, "Nobody": 2}
    assert counted["year"]["2001"] == 2
    assert all(finding["ok"] for finding in desk.check(full=True))
    desk.rebuild_derived()
    assert desk.facets(EVERYTHING, ["creator", "year"], None) == counted


def test_the_most_frequent_values_are_the_first_of_all_of_them(
    store: Store, photo: MakePhoto, said: Said
) -> None:
    shared = [["A"], ["A", "B"], ["B", "C"], ["C", "B"], ["D"], ["D"], ["E"], ["C"], ["F", "E"], []]
    made = [
        photo(f"/{number}.jpg", *(said("creator", name) for name in names))
        for number, names in enumerate(shared)
    ]
    store.add_photos(store.begin_run("ingest"), made)
    expected = Counter(name for names in shared for name in names)
    ordered = sorted(expected.items(), key=lambda item: (-item[1], item[0]))

    for most in (None, 0, 1, 2, 3, 4, 5, 6, 7):
        assert (
            list(store.facets(EVERYTHING, ["creator"], most)["creator"].items()) == ordered[:most]
        )


def test_photos_of_many_blocks_are_counted(store: Store, photo: MakePhoto, said: Said) -> None:
    run = store.begin_run("ingest")
    names = [f"N{number % 7}" for number in range(2 * BLOCK + 5)]
    for first in range(0, len(names), 900):
        made = [
            photo(f"/{number}.jpg", said("creator", names[number]))
            for number in range(first, min(first + 900, len(names)))
        ]
        store.add_photos(run, made)

    assert store.facets(EVERYTHING, ["creator"], None)["creator"] == dict(
        sorted(Counter(names).items(), key=lambda item: (-item[1], item[0]))
    )
    with store.reading() as connection:
        told = read_values(connection, [1, BLOCK, BLOCK + 1, len(names), len(names) + 1])
    creators = [values[FACETS.index("creator")] for values in told.values()]
    assert creators == ['["N0"]', '["N1"]', '["N2"]', f'["{names[-1]}"]', "[]"]


def test_the_calendar_counts_each_answer_as_vaguely_as_it_is_dated(desk: Store) -> None:
    assert desk.calendar(EVERYTHING) == {
        "unit": "year",
        "counts": {"1999": 1, "2016": 3},
        "vague": {"..": 1, "201X": 1},
        "undated": 1,
    }
    assert desk.calendar(parse("during:2016-03")) == {
        "unit": "day",
        "counts": {"2016-03-12": 1},
        "vague": {"2016-03": 1},
        "undated": 0,
    }
    assert desk.calendar(parse("-has:date"))["undated"] == 1


def test_points_are_those_of_the_answers(desk: Store, photo: MakePhoto) -> None:
    desk.add_photos(desk.begin_run("ingest"), [photo("/nowhere.jpg")])

    points, nowhere = desk.points(parse("date:2016 supplier:TASS"))
    assert points == [(34.9, 35.9, 1), (34.9, 35.9, 2)]
    assert nowhere == 0
    assert desk.points(EVERYTHING)[1] == 1


def test_relevance_puts_what_says_more_of_it_first(
    store: Store, photo: MakePhoto, said: Said
) -> None:
    long = "jets " + "and many other words " * 30
    made = [
        photo("/long.jpg", said("caption", long)),
        photo("/other.jpg", said("caption", "a chapel")),
        photo("/short.jpg", said("headline", "Jets, jets"), said("caption", "jets over jets")),
        photo("/once.jpg", said("caption", "jets over a chapel")),
        *(photo(f"/{n}.jpg", said("caption", "a chapel on a hill")) for n in range(9)),
    ]
    store.add_photos(store.begin_run("ingest"), made)

    found = store.search(parse("jets"), sort="relevance")
    assert found[0].id == 3
    assert {match.id for match in found} == {1, 3, 4}
    if store.address.endswith(".db"):  # BM25 knows how long a text is
        assert [match.id for match in found] == [3, 4, 1]
    with pytest.raises(UsageError, match="say by which words"):
        store.search(parse("has:caption"), sort="relevance")
    with pytest.raises(UsageError, match="say from where"):
        store.search(parse("jets"), sort="distance")
