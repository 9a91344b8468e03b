"""Which statement is believed, by the one rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.dates import Edtf
from photocat.fields import FIELD
from photocat.places import Point
from photocat.preferred import PERSON, point_of, preferred
from photocat.records import Evidence, PlaceName, Scope, Statement


def said(
    field: str,
    text: str,
    rank: int = 0,
    *,
    scope: Scope = "photo",
    confidence: float = 1.0,
    place: PlaceName | None = None,
    point: Point | None = None,
) -> Statement:
    origin = FIELD[field].carriers[max(rank, 0)]
    date = Edtf.parse(text) if field == "date_created" else None
    evidence = Evidence(origin, text, "test", confidence=confidence)
    return Statement(field, text, evidence, rank, scope, date, place, point)


def believed(field: str, *statements: Statement) -> list[str]:
    return [statement.text for statement in preferred(statements).get(field, ())]


def test_nothing_said_is_nothing_believed() -> None:
    assert preferred([]) == {}


def test_the_first_carrier_of_the_table_is_believed() -> None:
    assert believed("caption", said("caption", "XMP", 1), said("caption", "IIM", 0)) == ["IIM"]


def test_a_person_outranks_every_machine() -> None:
    edited = said("caption", "edited", PERSON)

    assert believed("caption", said("caption", "sidecar", scope="file"), edited) == ["edited"]


def test_a_sidecar_outranks_the_bytes_it_describes() -> None:
    beside = said("caption", "sidecar", 1, scope="file")

    assert believed("caption", said("caption", "embedded", 0), beside) == ["sidecar"]


def test_a_doubtful_sidecar_does_not() -> None:
    beside = said("date_created", "2020", 0, scope="file", confidence=0.5)

    assert believed("date_created", beside, said("date_created", "2016", 1)) == ["2016"]


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        # precision picks the value inside the interval that authority picked
        ("2016-03", "2016-03-14", "2016-03-14"),
        ("2016", "2016-03-14T10:11:12", "2016-03-14T10:11:12"),
        # never one outside
        ("2016-03", "2016-04-01", "2016-03"),
        ("2016-03-14", "2016-03", "2016-03-14"),
        # a second stands as it was stated, and so does an offset
        ("2016-03-14T10:11:12", "2016-03-14T10:11:12.5", "2016-03-14T10:11:12"),
        ("2016-03-14T10:11+02:00", "2016-03-14T10:11:30", "2016-03-14T10:11+02:00"),
    ],
)
def test_authority_picks_the_interval_and_precision_the_value(
    first: str, second: str, answer: str
) -> None:
    statements = said("date_created", first, 5), said("date_created", second, 6)

    assert believed("date_created", *statements) == [answer]


def test_what_a_catalog_believed_is_not_made_more_precise() -> None:
    """A person said that only the month is known; the camera's clock still says a day."""
    carriers = FIELD["date_created"].carriers
    written, camera = map(carriers.index, ("XMP photocat:DateCreated", "EXIF DateTimeOriginal"))
    statements = (
        said("date_created", "2016-03", written),
        said("date_created", "2016-03-14", camera),
    )

    assert believed("date_created", *statements) == ["2016-03"]


@pytest.mark.parametrize(
    ("beside", "inside", "answer"),
    [
        ("2016-03-14T10:11:12", "2016-03-14T10:11:12.5", "2016-03-14T10:11:12.5"),
        ("2016-03-14T10:11:12", "2016-03-14T10:11:12+02:00", "2016-03-14T10:11:12+02:00"),
        ("2016-03-14T10:11:12", "2016-03-14T10:11:13.5", "2016-03-14T10:11:12"),
        ("2016-03-14T10:11:12Z", "2016-03-14T10:11:12.5", "2016-03-14T10:11:12Z"),
        ("2016-03-14T10:11:12.5", "2016-03-14T10:11:12", "2016-03-14T10:11:12.5"),
    ],
)
def test_what_a_sidecar_lost_in_copying_is_taken_from_the_bytes(
    beside: str, inside: str, answer: str
) -> None:
    statements = said("date_created", beside, 2, scope="file"), said("date_created", inside, 0)

    assert believed("date_created", *statements) == [answer]


def test_all_values_of_the_believed_carrier_are_taken_and_no_others() -> None:
    statements = [said("creator", "Ada"), said("creator", "Béla"), said("creator", "Cleo", 1)]

    assert believed("creator", *statements) == ["Ada", "Béla"]


def test_keywords_of_all_carriers_are_taken_together_once_each() -> None:
    statements = [said("keywords", "Navy"), said("keywords", "navy", 1), said("keywords", "sea", 1)]

    assert believed("keywords", *statements) == ["Navy", "sea"]


def test_a_place_without_coordinates_leaves_them_to_the_next_voice() -> None:
    named = said("location_created", "Tartus", 0, place=PlaceName("Tartus"))
    located = said("location_created", "34.9,35.9", 3, point=Point(34.9, 35.9))
    answer = preferred([located, named])

    assert answer["location_created"][0] == named
    assert point_of(answer, "location_created") == located


@given(st.permutations(range(5)))
def test_the_order_in_which_things_are_said_does_not_matter(order: list[int]) -> None:
    statements = [
        said("caption", "one", 0),
        said("caption", "two", 1, scope="file"),
        said("date_created", "2016", 0),
        said("date_created", "2016-03", 1),
        said("keywords", "navy", 1),
    ]

    assert preferred(statements[at] for at in order) == preferred(statements)


CAPTION, EXIF, IPTC, XMP = (
    "caption",
    "EXIF DateTimeOriginal",
    "IIM 2:055",
    "XMP photoshop:DateCreated",
)
LAST = "PNG Creation Time"

AUTHORITY: tuple[tuple[str, tuple[tuple[str, str, float], ...], str], ...] = (
    ("a sure caption before the camera", ((EXIF, "2019-05-02", 1), (CAPTION, "1936", 0.9)), "1936"),
    ("the camera's day in a caption's month", ((EXIF, "2016-03-14T10:00:00", 1),
        (CAPTION, "2016-03", 0.9)), "2016-03-14T10:00:00"),
    ("a written day in a caption's month", ((IPTC, "2016-03-14", 1), (CAPTION, "2016-03", 0.9)),
        "2016-03-14"),
    ("no day outside a caption's month", ((EXIF, "2016-04-14", 1), (CAPTION, "2016-03", 0.9)),
        "2016-03"),
    ("a doubtful caption behind", ((EXIF, "2016-04-14", 1), (CAPTION, "2016-03", 0.5)),
        "2016-04-14"),
    ("the camera before a later writing", ((IPTC, "2015-02-17", 1), (EXIF, "2011-10-28", 1)),
        "2011-10-28"),
    ("an earlier writing before the camera: a scan", ((EXIF, "2011-10-28", 1), (IPTC, "1936", 1)),
        "1936"),
    ("the same of XMP", ((EXIF, "2011-10-28", 1), (XMP, "1936-05", 1)), "1936-05"),
    ("a written month gives way to the camera's day", ((EXIF, "2011-10-28", 1),
        (XMP, "2011-10", 1)), "2011-10-28"),
    ("a time zone makes no scan", ((EXIF, "2011-10-28", 1), (IPTC, "2011-10-27", 1)), "2011-10-28"),
    ("a doubtful writing makes no scan", ((EXIF, "2011-10-28", 1), (IPTC, "1904", 0.5)),
        "2011-10-28"),
    ("what is written last of all", ((LAST, "2020", 1), (IPTC, "2011", 1)), "2011"),
)  # fmt: skip


@pytest.mark.parametrize(("_", "dates", "wanted"), AUTHORITY, ids=[row[0] for row in AUTHORITY])
def test_authority_picks_the_interval_and_precision_the_value_inside(
    _: str, dates: tuple[tuple[str, str, float], ...], wanted: str
) -> None:
    carriers = FIELD["date_created"].carriers
    told = [
        said("date_created", text, carriers.index(origin), confidence=confidence)
        for origin, text, confidence in dates
    ]
    assert believed("date_created", *told) == [wanted]
    assert believed("date_created", *reversed(told)) == [wanted]


# --- names of files -------------------------------------------------------------------------------

NAME_RANK = FIELD["date_created"].carriers.index("file name")
CAPTION_RANK = FIELD["date_created"].carriers.index("caption")


def named(text: str) -> Statement:
    return said("date_created", text, NAME_RANK, scope="file", confidence=0.6)


@pytest.mark.parametrize(
    "carrier", ["caption", "EXIF DateTimeOriginal", "IIM 2:055", "XMP photoshop:DateCreated"]
)
def test_a_file_name_is_believed_after_every_tag(carrier: str) -> None:
    rank = FIELD["date_created"].carriers.index(carrier)

    assert believed("date_created", named("2019-05-01"), said("date_created", "2016", rank)) == [
        "2016"
    ]


def test_a_file_name_is_believed_before_a_bound_and_what_is_unsure() -> None:
    released = Evidence("caption[0:9]", "May 5", "released", confidence=0.8)
    bound = Statement(
        "date_created", "[..2016-05-05]", released, NAME_RANK + 2, date=Edtf.parse("[..2016-05-05]")
    )

    assert believed("date_created", bound, named("2016-03-12")) == ["2016-03-12"]


def test_a_file_name_tells_the_day_of_a_month_that_is_stated_and_never_another() -> None:
    month = said("date_created", "2016-03", CAPTION_RANK)

    assert believed("date_created", month, named("2016-03-12")) == ["2016-03-12"]
    assert believed("date_created", month, named("2016-04-12")) == ["2016-03"]
