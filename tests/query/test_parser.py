"""What query text means, and what is said of text that means nothing."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.dates import Edtf
from photocat.errors import BadQuery
from photocat.places import Box, Circle, Point
from photocat.query import (
    SEARCH_FIELD,
    SEARCH_FIELDS,
    All,
    Any,
    Conflicting,
    DateIs,
    HasWords,
    Is,
    IsNear,
    Not,
    Present,
    WithinBox,
    parse,
)
from photocat.query.table import PROSE

TODAY = datetime.date(2026, 11, 23)
BASE = HasWords(PROSE, ("base",))
JET = HasWords(PROSE, ("jet",))
HOMS = HasWords(("location_created", "location_shown"), ("homs",))


@pytest.mark.parametrize(
    ("text", "node"),
    [
        # nothing asks for everything
        ("", All(())),
        ("   ", All(())),
        # words
        ("base", BASE),
        ("Base jet", All((BASE, JET))),
        ("base AND jet", All((BASE, JET))),
        ('"air base"', HasWords(PROSE, ("air", "base"))),
        ("su-25", HasWords(PROSE, ("su", "25"))),
        ("hmei*", HasWords(PROSE, ("hmei",), prefix=True)),
        ("10:30", HasWords(PROSE, ("10", "30"))),
        # not, or, parentheses
        ("-base", Not(BASE)),
        ("NOT base", Not(BASE)),
        ("--base", Not(Not(BASE))),
        ("base OR jet", Any((BASE, JET))),
        ("base jet OR in:homs", Any((All((BASE, JET)), HOMS))),
        ("base (jet OR in:homs)", All((BASE, Any((JET, HOMS))))),
        ("-(base jet)", Not(All((BASE, JET)))),
        # fields, aliases, quoted values
        ("in:Homs", HOMS),
        ("IN:homs", HOMS),
        ("place:homs", HOMS),
        ('by:"Ada Reyes"', HasWords(("creator",), ("ada", "reyes"))),
        ("supplier:AP", HasWords(("supplier",), ("ap",), whole=True)),
        # dates
        ("date:2016-03", DateIs(Edtf.parse("2016-03"))),
        ("during:2016-03", DateIs(Edtf.parse("2016-03"), certainly=True)),
        ("date:2016~", DateIs(Edtf.parse("2016~"))),
        # geometry
        ("near:35.4,35.95~5km", IsNear(Circle(Point(35.4, 35.95), 5_000))),
        ("near:35.4,35.95", IsNear(Circle(Point(35.4, 35.95), 25_000))),
        ("near:-35.4,-35.95~5km", IsNear(Circle(Point(-35.4, -35.95), 5_000))),
        ("bbox:35,34,37,36", WithinBox(Box(35, 34, 37, 36))),
        # states
        ("has:gps", Present("gps")),
        ("conflict:date", Conflicting("date")),
        ("-conflict:place", Not(Conflicting("place"))),
        ("has:credit", Present("credit_line")),
        ("is:portrait", Is("portrait")),
    ],
)
def test_a_query_means(text: str, node: object) -> None:
    assert parse(text, TODAY) == node


@pytest.mark.parametrize(
    ("text", "position", "reason", "suggestion"),
    [
        ("dat:2016", 0, "no search field 'dat'", "date:"),
        ("base creater:x", 5, "no search field 'creater'", "creator:"),
        ("date:2016-13", 5, "month", None),
        ("date:", 0, "a value must follow date:", None),
        ("near:Latakia", 5, "latitude", None),
        ("near:35,36~far", 5, "write a distance", None),
        ("bbox:1,2,3", 5, "west,south,east,north", None),
        ("has:gsp", 4, "did you mean gps?", None),
        ("is:blue", 3, "it is one of", None),
        ("(base", 0, "not closed", None),
        ("base)", 4, "no parenthesis to close", None),
        ("()", 1, "something to search for", None),
        ("base OR", 5, "something must follow OR", None),
        ("OR base", 0, "something to search for", None),
        ('"base', 0, "quotation mark", None),
        ("… base", 0, "no word to look for", None),
        ("-" * 40 + "base", 33, "nested deeper", None),
        ("x" * 5_000, 0, "at most", None),
        ("x " * 101, 200, "at most 100 terms", None),
    ],
)
def test_a_query_that_means_nothing_says_where_and_why(
    text: str, position: int, reason: str, suggestion: str | None
) -> None:
    with pytest.raises(BadQuery) as caught:
        parse(text, TODAY)

    assert caught.value.position == position
    assert reason in caught.value.reason
    assert caught.value.suggestion == suggestion


@given(st.text(alphabet='ab:"()-* OR~,.é空', max_size=40))
def test_any_text_is_understood_or_refused_with_a_position(text: str) -> None:
    refused = None
    try:
        parse(text, TODAY)
    except BadQuery as error:
        refused = error.position

    assert refused is None or 0 <= refused <= len(text)


@pytest.mark.parametrize("field", SEARCH_FIELDS, ids=lambda field: field.name)
def test_every_search_field_understands_its_own_example(field: object) -> None:
    parse(field.example, TODAY)  # type: ignore[attr-defined]


def test_no_two_search_fields_share_a_name() -> None:
    assert len(SEARCH_FIELD) == sum(1 + len(field.aliases) for field in SEARCH_FIELDS)
