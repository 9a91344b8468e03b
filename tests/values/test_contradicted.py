"""What the statements of one photo contradict each other about."""

from __future__ import annotations

import pytest

from photocat.contradicted import CONTRADICTED, contradicted
from photocat.dates import Edtf
from photocat.records import Evidence, PlaceName, Statement


def dated(text: str, confidence: float = 1.0, rank: int = 1) -> Statement:
    evidence = Evidence("XMP", text, "text", confidence=confidence)
    return Statement("date_created", text, evidence, rank, date=Edtf.parse(text))


def placed(code: str | None, confidence: float = 1.0, field: str = "location_created") -> Statement:
    place = PlaceName("Tripoli", (), code)
    evidence = Evidence("XMP", "Tripoli", "text", confidence=confidence)
    return Statement(field, "Tripoli", evidence, 1, place=place)


@pytest.mark.parametrize(
    ("dates", "conflict"),
    [
        (["2016-03", "2016-03-12"], False),
        (["2016-03", "2016-04"], False),  # neighbours: a time zone may part them
        (["2016-03-12", "2016-03-13T10:00"], False),
        (["2016-03-12", "2016-03-14T10:00"], True),
        (["2016-03", "2015-12"], True),
        (["../2016-03-19", "2016-03-01"], False),
        (["../2016-03-19", "2017"], True),
        (["XXXX-12-13", "2016-05-01"], False),  # of a year that nobody knows
        (["2016"], False),
        ([], False),
    ],
)
def test_dates_contradict_where_more_than_a_day_parts_them(
    dates: list[str], conflict: bool
) -> None:
    assert contradicted(map(dated, dates)) == ({"date"} if conflict else set())


def test_places_contradict_where_they_were_made_in_two_countries() -> None:
    assert contradicted([placed("LY"), placed("LB")]) == {"place"}
    assert contradicted([placed("LY"), placed(None)]) == set()
    assert contradicted([placed("LY"), placed("LB", field="location_shown")]) == set()


def test_what_is_doubtful_contradicts_nothing() -> None:
    assert contradicted([dated("2016"), dated("2011", confidence=0.5)]) == set()
    assert contradicted([placed("LY"), placed("LB", confidence=0.5)]) == set()


def test_a_person_settles_what_machines_dispute() -> None:
    assert contradicted([dated("2016"), dated("2011"), dated("2013", rank=-1)]) == set()


def test_a_date_that_its_own_text_contradicts_is_a_contradiction_by_itself() -> None:
    date = Edtf.parse("2016-12-12")
    rule = f"month-day-year/first-sentence{CONTRADICTED}weekday Tuesday"
    evidence = Evidence("caption[3:20]", "Tuesday, Dec. 12", rule, confidence=0.7)
    assert contradicted([Statement("date_created", date.text, evidence, 1, date=date)]) == {"date"}


def test_the_name_of_a_file_contradicts_nothing() -> None:
    evidence = Evidence("file name[4:19]", "20190501_101500", "name-camera", confidence=0.6)
    text = "2019-05-01T10:15:00"
    named = Statement("date_created", text, evidence, 17, "file", date=Edtf.parse(text))

    assert contradicted([dated("2016-03-12"), named]) == frozenset()
