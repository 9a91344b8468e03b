"""Copies of one picture that tell different stories, and how grave that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from photocat import Catalog, IngestOptions
from photocat.dates import Edtf, parse_moment
from photocat.dedup.conflicts import GRAVITIES, RULES, conflicts, gravest
from photocat.dedup.voices import voices_of
from photocat.fields import FIELD
from photocat.places import Point
from photocat.records import Evidence, PlaceName, Statement
from photocat.sample import Delivered
from photocat.store.deliveries import Delivery

HERE = parse_moment("2026-01-01T12:00:00")


def said(field: str, text: str, point: Point | None = None) -> Statement:
    date = Edtf.parse(text) if field == "date_created" else None
    place = None
    if field.startswith("location"):
        *names, country = text.split(", ")
        place = PlaceName(names[0], tuple(names[1:]), country or None)
    return Statement(field, text, Evidence("test", text, "test"), 0, "photo", date, place, point)


def deliveries(*stories: tuple[Statement, ...]) -> list[Delivery]:
    return [
        Delivery(at, f"/{at}.jpg", f"agency {at}", "present", HERE + at, story)
        for at, story in enumerate(stories, 1)
    ]


def found(*stories: tuple[Statement, ...]) -> list[tuple[str, str]]:
    told = conflicts(voices_of(deliveries(*stories)))
    return [(conflict["rule"], conflict["gravity"]) for conflict in told]


@pytest.mark.parametrize(
    ("field", "one", "other", "rule"),
    [
        ("date_created", "2016-03", "2016-03-14", None),
        ("date_created", "2016", "2016-12-31", None),
        ("date_created", "2016-03-14", "2016-03-15", None),  # two zones may tell one moment
        ("date_created", "2016-03-14", "2016-03-16", "days-apart"),
        ("date_created", "2016-03", "2016-04", None),
        ("date_created", "2016-03", "2016-05", "months-apart"),
        ("date_created", "2016-03", "2017-02", "months-apart"),
        ("date_created", "2018-08", "2019-09", "years-apart"),
        ("date_created", "1995", "2016-03-14", "years-apart"),
        ("date_created", "../2010", "2016", "years-apart"),
        ("date_created", "2016~", "2016-07", None),
        ("date_created", "2016", "2026-02-03", "made-after-it-came"),
        ("location_created", "Kyiv, UA", "Latakia, SY", "countries"),
        ("location_created", "Kyiv, UA", "Lviv, UA", "places"),
        ("location_created", "Kyiv, UA", "Latakia, ", "places"),
        ("location_created", "Kyiv, UA", "Kyiv, Ukraine, UA", None),
        ("location_created", "Ukraine, UA", "Kyiv, Ukraine, UA", None),
        ("location_shown", "Latakia, SY", "Hmeimim air base, Latakia, Syria, SY", None),
        ("location_shown", "Tartus, SY", "Latakia, SY", "places-shown"),
        ("location_shown", "Kyiv, UA", "Latakia, SY", "countries-shown"),
        ("person_shown", "Roman Filipov", "Filipov", None),
        ("person_shown", "Roman Filipov", "Ada Reyes", "people"),
        ("creator", "Maren Oddvald", "MAREN ODDVALD", None),
        ("creator", "Maren Oddvald", "Ada Reyes", "creators"),
        ("credit_line", "AP", "Harbour Wire/AP", None),
        ("credit_line", "AP", "AFP", "credits"),
        ("caption", "One thing.", "Another thing.", None),
    ],
)
def test_what_counts_as_a_conflict(field: str, one: str, other: str, rule: str | None) -> None:
    for pair in ((one, other), (other, one)):
        assert [name for name, _ in found(*((said(field, text),) for text in pair))] == (
            [rule] if rule else []
        )


def test_points_are_apart_only_beyond_what_both_leave_open() -> None:
    kyiv, lviv = Point(50.45, 30.52), Point(49.84, 24.03)
    somewhere_in_ukraine = Point(49, 32, radius_m=700_000)

    def told(one: Point, other: Point) -> list[tuple[str, str]]:
        return found(*((said("location_created", "there, ", point),) for point in (one, other)))

    assert told(kyiv, lviv) == [("far-apart", "serious")]
    assert told(kyiv, somewhere_in_ukraine) == []


def test_names_of_one_spot_are_one_place_however_they_are_spelt() -> None:
    def told(one: str, other: str, east: float) -> list[tuple[str, str]]:
        points = Point(35.40, 35.95), Point(35.40, 35.95 + east)
        return found(
            *(
                (said("location_created", f"{name}, SY", point),)
                for name, point in zip((one, other), points, strict=True)
            )
        )

    assert told("Hmeimim", "Khmeimim", 0) == []
    assert told("Hmeimim", "Jableh", 0.2) == [("places", "slight")]
    assert told("Hmeimim", "Hmeimim air base", 0.2) == []


def test_of_a_field_only_the_gravest_rule_is_told_and_conflicts_come_gravest_first() -> None:
    one = (said("credit_line", "AP"), said("date_created", "2013"), said("creator", "Ada"))
    other = (said("credit_line", "AFP"), said("date_created", "2016"), said("creator", "Bea"))

    assert found(one, other) == [
        ("years-apart", "grave"),
        ("creators", "slight"),
        ("credits", "slight"),
    ]


def test_only_those_who_disagree_are_named() -> None:
    told = conflicts(
        voices_of(
            deliveries(
                (said("date_created", "2016-03"),),
                (),
                (said("date_created", "2016"),),
                (said("date_created", "2013-08-21"),),
                (said("date_created", "2016-03"),),
            )
        )
    )

    assert [told[0][key] for key in ("field", "values", "photos")] == [
        "date_created",
        ["2016-03", "2016", "2013-08-21", "2016-03"],
        [1, 3, 4, 5],
    ]


def test_works_are_ordered_by_rule_and_then_by_how_far_apart_they_are() -> None:
    def weight(one: str, other: str) -> tuple[int, float]:
        stories = [(said("date_created", date),) for date in (one, other)]
        return gravest(conflicts(voices_of(deliveries(*stories))))

    assert weight("1995", "2016") < weight("2013", "2016") < weight("2016-01", "2016-05")


def named(text: str) -> Statement:
    evidence = Evidence("file name[0:10]", text, "name-day", confidence=0.6)
    return Statement("date_created", text, evidence, 17, "file", Edtf.parse(text))


def test_a_file_name_disagrees_only_with_another_where_nothing_else_is_said() -> None:
    march, may = said("date_created", "2016-03"), said("date_created", "2016-05")

    assert found((named("2013-08-21"),), (march,)) == []
    assert found((named("2027-01-01"),), (march,)) == []
    assert found((named("2013-08-21"),), (named("2016-03-14"),)) == [("years-apart", "grave")]
    assert found((march, named("2016-03-02")), (march, named("2016-03-30"))) == []
    assert found((march, named("2016-03-02")), (may,)) == [("months-apart", "serious")]


def test_rules_stand_in_the_order_of_their_gravity() -> None:
    assert [GRAVITIES.index(rule.gravity) for rule in RULES] == sorted(
        GRAVITIES.index(rule.gravity) for rule in RULES
    )
    assert all(rule.field in FIELD for rule in RULES)


# --- in a catalog ---------------------------------------------------------------------------------


@pytest.fixture
def catalog(catalog_url: str) -> Iterator[Catalog]:
    with Catalog.init(catalog_url, who="ada") as catalog:
        yield catalog


@pytest.fixture
def add(catalog: Catalog, gallery: list[Delivered]) -> Callable[[str, str], int]:
    """``add(file name, relation)``: catalogue a file of the gallery; its photo."""

    def add(scene: str, relation: str) -> int:
        delivered = next(d for d in gallery if (d.scene.name, d.relation) == (scene, relation))
        (added,) = catalog.add(
            [delivered.path], supplier=delivered.supplier, options=IngestOptions(jobs=0)
        )
        assert added.id is not None
        return added.id

    return add


def test_a_recycled_picture_raises_an_alarm_as_it_comes_in(
    catalog: Catalog, add: Callable[[str, str], int]
) -> None:
    first = add("corvette", "original")
    assert catalog.alarms == []
    second = add("corvette", "copy")

    (alarm,) = catalog.alarms
    assert alarm["gravity"] == "grave"
    assert (alarm["conflicts"][0]["rule"], alarm["conflicts"][0]["values"]) == (
        "years-apart",
        ["2019-09", "2018-08"],
    )
    assert [d["photo"] for d in alarm["deliveries"]] == [first, second]
    assert alarm["first"]["supplier"] == "Harbour Wire"
    assert alarm["first"]["credit_line"] == "Harbour Wire"
    assert "corvette" in alarm["first"]["caption"]
    assert catalog.conflicts() == [alarm]

    add("jet", "original")  # another picture: no alarm
    assert catalog.alarms == []


def test_a_person_who_settles_the_date_settles_the_conflict(
    catalog: Catalog, add: Callable[[str, str], int]
) -> None:
    add("corvette", "original")
    second = add("corvette", "copy")
    catalog.edit([second], ["date=2019-09"])

    assert "date_created" not in [
        conflict["field"] for work in catalog.conflicts() for conflict in work["conflicts"]
    ]


def test_two_deliveries_of_the_same_bytes_with_other_words_beside_them_disagree(
    catalog: Catalog, gallery: list[Delivered], tmp_path: Path
) -> None:
    ballot = next(d.path for d in gallery if d.path.name == "CLM_243390.jpg")
    words = ballot.with_suffix(".xmp").read_text("utf-8")
    assert "2024-03" in words
    for agency, date in (("one", "2024-03"), ("two", "2012-03")):
        home = tmp_path / agency
        home.mkdir()
        (home / ballot.name).write_bytes(ballot.read_bytes())
        (home / ballot.name).with_suffix(".xmp").write_text(words.replace("2024-03", date), "utf-8")
        list(catalog.add([home], supplier=agency, options=IngestOptions(jobs=0)))

    (alarm,) = catalog.alarms
    (conflict,) = [c for c in alarm["conflicts"] if c["field"] == "date_created"]
    assert conflict["values"] == ["2024-03", "2012-03"]
    assert len(set(conflict["photos"])) == 1
    assert [d["supplier"] for d in alarm["deliveries"]] == ["one", "two"]
    (work,) = catalog.duplicates()
    assert work["conflicts"] == alarm["conflicts"]
