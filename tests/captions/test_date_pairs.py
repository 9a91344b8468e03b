"""Two dates that state one, and a date that is open to one side."""

from __future__ import annotations

import pytest

from photocat.captions import read_caption

PAIRS = (
    ("May 23 or May 30, 1942", "[1942-05-23,1942-05-30]"),
    ("23 May or 30 May 1942", "[1942-05-23,1942-05-30]"),
    ("between March 1940 and 5 May 1941", "1940-03/1941-05-05"),
    ("July 1940 - 5 August 1940", "1940-07/1940-08-05"),
    ("Dec. 1940/Jan. 1941", "1940-12/1941-01"),
    ("May 1942 or 1943", "[1942-05,1943]"),
    ("March 3, 1941 or 1942", "[1941-03-03,1942]"),
    ("1940 or earlier", "[..1940]"),
    ("June 1940 or later", "[1940-06..]"),
    ("1940 Aug. 3 or 4", "[1940-08-03,1940-08-04]"),
    ("1940 July-August", "1940-07/1940-08"),
    ("between May 30 and June 2, 1942", "1942-05-30/1942-06-02"),
)


@pytest.mark.parametrize(("stated", "edtf"), PAIRS)
def test_of_two_dates_none_is_taken_for_the_whole(stated: str, edtf: str) -> None:
    created = read_caption(f"A barn near Elko, Nevada, {stated}").date_created
    assert created is not None
    assert (created.edtf.text, created.quote) == (edtf, stated)


def test_two_days_that_are_told_of_apart_stay_two() -> None:
    read = read_caption(
        "A bell tolls in Bremen on May 9, 2015. It was cast on May 3, 1901 and broke June 2, 1944."
    )
    assert [date.edtf.text for date in read.mentioned_dates] == ["1901-05-03", "1944-06-02"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Salinas, CA, October 3, 2007. A crew digs a trench.", "2007-10-03"),
        ("Salinas, CA March 2016. A crew digs a trench.", "2016-03"),
        ("A FARM IN KANSAS, CA. 1920", "1920~"),
    ],
)
def test_california_is_not_about(text: str, edtf: str) -> None:
    created = read_caption(text).date_created
    assert created is not None
    assert created.edtf.text == edtf


@pytest.mark.parametrize(
    ("text", "mentioned"),
    [
        ("A nun at the March for Peace in Oslo on May 3, 2015.", []),
        ("A nun in Oslo on May 3, 1968. She was at the 1965 March for Peace.", ["1965"]),
        ("A nun in Oslo on May 3, 2015. She came in March for Peter.", ["2015-03"]),
    ],
)
def test_people_who_march_are_no_month(text: str, mentioned: list[str]) -> None:
    assert [date.edtf.text for date in read_caption(text).mentioned_dates] == mentioned
