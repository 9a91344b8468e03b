"""What each term means for a photo: certainly, possibly or not."""

from __future__ import annotations

import datetime

import pytest

from photocat.dates import Edtf
from photocat.places import Point
from photocat.query import All, Any, InPlace, matches, parse
from photocat.query.explain import means
from photocat.query.meaning import Facts, Lies
from photocat.records import Evidence, PlaceName, Statement

TODAY = datetime.date(2026, 11, 23)


def said(
    field: str,
    text: str,
    rank: int = 0,
    *,
    place: PlaceName | None = None,
    point: Point | None = None,
    confidence: float = 1.0,
) -> Statement:
    date = Edtf.parse(text) if field == "date_created" else None
    evidence = Evidence("XMP dc:description", text, "text", confidence=confidence)
    return Statement(field, text, evidence, rank, date=date, place=place, point=point)


def facts(*statements: Statement, suppliers: tuple[str, ...] = (), **more: object) -> Facts:
    shape = {"format": "JPEG", "width": 4000, "height": 3000, "states": ("present",)} | more
    return Facts(statements=statements, suppliers=suppliers, **shape)  # type: ignore[arg-type]


SYRIA = PlaceName("Hmeimim air base", ("Latakia", "Syria"), "SY")
BASE = facts(
    said("headline", "Russian jets return"),
    said("caption", "Su-24s take off from Hmeimim air base; Málaga is far away."),
    said("keywords", "air force"),
    said("keywords", "Syria"),
    said("creator", "Ada Reyes"),
    said("credit_line", "Ada Reyes/Meridian"),
    said("date_created", "2016-03"),
    said("location_created", "Hmeimim air base", place=SYRIA),
    said("location_created", "35.401,35.9487", 1, point=Point(35.401, 35.9487, 50.0)),
    said("location_shown", "Moscow", place=PlaceName("Moscow", ("Russia",))),
    said("camera", "NIKON D5"),
    said("rating", "4.5"),
    suppliers=("Getty Images", "AP"),
    byte_size=2_500_000,
    id=7,
    work=3,
    relations=(("crop", "accepted"), ("copy", "proposed"), ("mirror", "rejected")),
    happened={
        "ingested": (Edtf.parse("2026-11-20T10:00").earliest,),
        "changed": (Edtf.parse("2026-11-21").earliest, Edtf.parse("2026-11-22").earliest),
    },
)

WORDS = [
    # every word, in order where quoted, in one value, whatever case and accents
    ("take off", "certain"),
    ('"take off"', "certain"),
    ('"off take"', None),
    ("MALAGA hmeimim", "certain"),
    ("su-24s", "certain"),
    ("su", "certain"),
    ("hmei", None),
    ("hmei*", "certain"),
    ('"air ba*"', "certain"),
    ('"force syria"', None),
    # bare words are looked for in prose alone
    ("nikon", None),
    ("camera:nikon", "certain"),
    ("headline:jets", "certain"),
    ("caption:jets", None),
    ("keyword:syria", "certain"),
    ('by:"ada reyes"', "certain"),
    ("by:meridian", None),
    ("credit:meridian", "certain"),
    ("format:jpeg", "certain"),
    # a supplier is named in full
    ("supplier:ap", "certain"),
    ("supplier:Getty", None),
    ('supplier:"getty images"', "certain"),
    ("supplier:getty*", "certain"),
    ("supplier:images*", None),
]

PLACES = [
    ("in:latakia", "certain"),
    ("in:SY", "certain"),
    ("in:moscow", "certain"),
    ("shot:moscow", None),
    ("shown:moscow", "certain"),
    ('in:"latakia syria"', None),
    ("in:35", None),
    # 50 m are known of the point, and it lies 157 m from the one that is asked for
    ("near:35.4,35.95~1km", "certain"),
    ("near:35.4,35.95~0.18km", "possible"),
    ("near:35.4,35.95~0.1km", None),
    ("bbox:35,35,36,36", "certain"),
    ("bbox:36,35,35,36", None),
    ("bbox:36,35,-10,36", None),
]

STATES = [
    ("has:gps", "certain"),
    ("has:headline", "certain"),
    ("has:title", None),
    ("-has:title", "certain"),
    ("is:present", "certain"),
    ("is:missing", None),
    ("is:landscape", "certain"),
    ("is:portrait", None),
    ("is:square", None),
    ("is:duplicate", None),
]

NUMBERS = [
    ("width:4000", "certain"),
    ("width>=4000", "certain"),
    ("width>4000", None),
    ("width:3000..5000", "certain"),
    ("width:..3999", None),
    ("height<3001", "certain"),
    ("pixels>=12MP", "certain"),
    ("pixels>12MP", None),
    ("size>2MB", "certain"),
    ("size>3MB", None),
    ("rating>=4", "certain"),
    ("rating:4.5", "certain"),
    ("rating<=4", None),
    ("-rating<=4", "certain"),
]

PROVENANCE = [
    ("date-from:xmp", "certain"),
    ("date-from:exif", None),
    ("creator-from:person", None),
    ("conf:date>=0.9", "certain"),
    ("conf:date<0.9", None),
    ("conf:person>=0", None),
]

CIRCUMSTANCES = [
    ("id:7", "certain"),
    ("id:6,8", None),
    ("work:3", "certain"),
    ("work:4", None),
    ("relation:crop", "certain"),
    ("relation:copy", "possible"),
    ("-relation:copy", "possible"),
    ("relation:mirror", None),
    ("relation:edit", None),
    ("relation:any", "certain"),
    ("ingested:2026-11-20", "certain"),
    ("ingested>2026-11-20", None),
    ("changed:2026-11", "certain"),
    ("changed<2026-11-21", None),
]

COMBINATIONS = [
    ("hmeimim date:2016-03-12", "possible"),
    ("paris date:2016", None),
    ("paris OR hmeimim", "certain"),
    ("paris OR date:2016-03-12", "possible"),
    ("hmeimim OR date:2016-03-12", "certain"),
    ("-(paris OR date:2016-03-12)", "possible"),
    ("-(hmeimim OR date:2016-03-12)", None),
    ("date:2016-03-12 near:35.4,35.95~0.18km", "possible"),
    ("date:2016-03-12 near:35.4,35.95~0.1km", None),
]


ALL = WORDS + PLACES + STATES + NUMBERS + PROVENANCE + CIRCUMSTANCES + COMBINATIONS


@pytest.mark.parametrize(("query", "answer"), ALL)
def test_of_one_photo_it_says(query: str, answer: str | None) -> None:
    assert matches(parse(query, TODAY), BASE) == answer


@pytest.mark.parametrize(
    ("stated", "query", "answer"),
    [
        ("2016-03", "date:2016", "certain"),
        ("2016-03", "date:2016-03", "certain"),
        ("2016-03", "date:2016-03-12", "possible"),
        ("2016-03", "date:2016-04", None),
        ("2016-03", "during:2016-03-12", None),
        ("2016-03", "during:2016", "certain"),
        ("2016-03", "-date:2016-03-12", "possible"),
        ("2016-03", "-during:2016-03-12", "certain"),
        ("2016-03", "-date:2016", None),
        ("2016-03", "date:2015-12..2016-03", "certain"),
        ("2016-03", "date:..2016-03-15", "possible"),
        ("2016-03", "date:12-13", None),
        ("2016-12", "date:12-13", "possible"),
        ("2016-12-13", "date:12-13", "certain"),
        ("2016-12-13T10:30", "date:12-13", "certain"),
        ("201X", "date:2016", "possible"),
        ("2016~", "date:2016", "certain"),
        ("XXXX-12-13", "date:2016-12", "possible"),
        ("XXXX-12-13", "date:2016-11", None),
        ("[2014,2016]", "date:2015", None),
        ("2016-11-23", "date:-10y..", "certain"),
        ("2016-11-22", "date:-10y..", None),
    ],
)
def test_a_date_is_certain_inside_and_possible_where_it_overlaps(
    stated: str, query: str, answer: str | None
) -> None:
    assert matches(parse(query, TODAY), facts(said("date_created", stated))) == answer


def test_a_photo_without_a_date_answers_no_date_and_every_denial_of_one() -> None:
    undated = facts(said("caption", "12 March 2016"))
    assert matches(parse("date:2016"), undated) is None
    assert matches(parse("date:0001.."), undated) is None
    assert matches(parse("-date:2016"), undated) == "certain"


def test_only_the_believed_date_counts() -> None:
    two = facts(said("date_created", "2016-03-12"), said("date_created", "2013-08-21", 1))
    assert matches(parse("date:2016"), two) == "certain"
    assert matches(parse("date:2013"), two) is None


def test_every_word_and_point_that_was_stated_counts() -> None:
    two = facts(
        said("caption", "Jets at Hmeimim"),
        said("caption", "Jets at Latakia", 1),
        said("location_created", "", point=Point(0.0, 179.99)),
        said("location_shown", "", point=Point(35.4, 35.95)),
    )
    assert matches(parse("hmeimim latakia"), two) == "certain"
    assert matches(parse("near:35.4,35.95~1km"), two) == "certain"
    assert matches(parse("bbox:179,-1,-179,1"), two) == "certain"


def test_a_photo_in_two_places_is_present_and_missing() -> None:
    photo = facts(states=("missing", "present"), copies=2)
    assert matches(parse("is:present is:missing is:duplicate"), photo) == "certain"


def test_of_no_terms_all_hold_and_none_does() -> None:
    assert matches(All(()), facts()) == "certain"
    assert matches(Any(()), facts()) is None


def test_words_in_scripts_without_spaces_are_found_inside() -> None:
    photo = facts(said("caption", "俄羅斯空軍基地"))
    assert matches(parse("空軍"), photo) == "certain"
    assert matches(parse("軍空"), photo) is None


IN_SYRIA = InPlace(("location_created", "location_shown"), (1, 2), ("latakia",))


@pytest.mark.parametrize(
    ("lies", "answer"),
    [
        ({"location_created": Lies(frozenset({2, 9}))}, "certain"),
        ({"location_shown": Lies(frozenset({1}))}, "certain"),
        ({"location_created": Lies(perhaps=frozenset({1}))}, "possible"),
        # a name that no gazetteer knows may be meant by its words
        ({"location_created": Lies(unknown=("Port of Latakia",))}, "possible"),
        ({"location_created": Lies(frozenset({9}), unknown=("Hangar 9",))}, None),
        ({}, None),
    ],
)
def test_a_place_is_certain_by_the_gazetteer_and_possible_by_its_words(
    lies: dict[str, Lies], answer: str | None
) -> None:
    assert matches(IN_SYRIA, facts(lies=lies)) == answer


def test_of_no_size_nothing_is_known() -> None:
    undecoded = facts(width=0, height=0)
    for query in ("width<10", "height:0", "pixels<1MP"):
        assert matches(parse(query), undecoded) is None


@pytest.mark.parametrize("query", [query for query, _ in ALL])
def test_what_a_query_means_can_be_told(query: str) -> None:
    assert means(parse(query, TODAY))


@pytest.mark.parametrize(
    ("query", "meaning"),
    [
        ("", "every photo"),
        ("base", "its words: has “base”"),
        ('-"air base*"', "not: its words: has side by side “air base” or what begins so"),
        ("during:2016 OR date:2017", "certainly made in 2016 or perhaps made in 2017"),
        ("near:35.4,35.95~5km", "within 5 km of 35.4° N, 35.95° E"),
        ("width>=4000", "width: at least 4,000 pixels"),
        ("rating:..3", "rating: at most 3 stars"),
        ("size>2MB", "size: more than 2,000,000 bytes"),
        ("width>=100 width<200", "width: at least 100 pixels and width: less than 200 pixels"),
        ("relation:any", "in a relation to another photo; perhaps, where it is proposed"),
        ("date-from:exif", "its date created was found in exif"),
        ("conf:place>=0.8", "its location created is 80 to 100 % sure"),
        ("ingested>=2026", "ingested from 2026-01-01T00:00:00 UTC"),
        ("(a OR b) c", "(its words: has “a” or its words: has “b”) and its words: has “c”"),
    ],
)
def test_a_query_means_in_words(query: str, meaning: str) -> None:
    assert means(parse(query, TODAY)) == meaning
