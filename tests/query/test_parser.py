"""What query text means, and what is said of text that means nothing."""

import datetime
import math

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
    AskedPlace,
    Conflicting,
    DateIs,
    Happened,
    HasWords,
    InPlace,
    Is,
    IsNear,
    IsSure,
    Known,
    Measures,
    Not,
    OfWork,
    OneOf,
    Present,
    Related,
    RestsOn,
    SearchField,
    WithinBox,
    parse,
    read_query,
)
from photocat.query.table import PROSE

TODAY = datetime.date(2026, 11, 23)
DAY = 86_400 * 1_000_000
Y2026 = Edtf.parse("2026")
YESTERDAY = Edtf.parse("2026-11-22").earliest
BASE = HasWords(PROSE, ("base",))
JET = HasWords(PROSE, ("jet",))
HOMS = HasWords(("location_created", "location_shown"), ("homs",))

SAVED = {"jets": "jet OR base", "mine": "@jets in:homs", "round": "@round", "bad": "dat:2016"}


def _place(name: str) -> AskedPlace:
    if name != "Latakia":
        return AskedPlace(name, nearest="Latakia" if name == "Latakai" else "")
    return AskedPlace(name, (17, 18), "Latakia, Syria", Point(35.5, 35.8), ((19, "Latakia, US"),))


def _saved(name: str) -> str:
    if name not in SAVED:
        raise LookupError("jets")
    return SAVED[name]


KNOWN = Known(TODAY, _place, _place, lambda photo, distance: (int(photo), distance), _saved)


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
        ("orientation:portrait", Is("portrait")),
        # before, after, and what is compared
        ("before:2016", DateIs(Edtf.parse("../2015-12-31"))),
        ("after:2016", DateIs(Edtf.parse("2017-01-01/.."))),
        ("date<2016-03", DateIs(Edtf.parse("../2016-02-29"))),
        ("date>2016-03-12T10:30", DateIs(Edtf.parse("2016-03-12T10:31:00/.."))),
        ("date<=2016", DateIs(Edtf.parse("../2016-12-31"))),
        ("date>=2016", DateIs(Edtf.parse("2016-01-01/.."))),
        ("date=2016", DateIs(Edtf.parse("2016"))),
        ("width:6000", Measures("width", 6000, 6000)),
        ("width>=4000", Measures("width", 4000, math.inf)),
        ("width<4000", Measures("width", -math.inf, math.nextafter(4000, 0))),
        ("height:1000..3000", Measures("height", 1000, 3000)),
        ("size>2MB", Measures("size", math.nextafter(2e6, math.inf), math.inf)),
        ("size:..1MiB", Measures("size", -math.inf, 2**20)),
        ("pixels>=12MP", Measures("pixels", 12e6, math.inf)),
        ("rating>=4", Measures("rating", 4, math.inf)),
        ("rating:-1", Measures("rating", -1, -1)),
        ('creator="Ada Reyes"', HasWords(("creator",), ("ada", "reyes"), whole=True)),
        # where a value comes from, and how sure it is
        ("date-from:caption", RestsOn("date_created", "caption")),
        ("place-from:EXIF", RestsOn("location_created", "exif")),
        ("conf:place>=0.8", IsSure("location_created", 80, 100)),
        ("conf:date<0.8", IsSure("date_created", 0, 79)),
        ("conf:credit>1", IsSure("credit_line", 101, 100)),
        # photos, works, relations
        ("id:7", OneOf((7,))),
        ("id:7,9", OneOf((7, 9))),
        ("work:3", OfWork(3)),
        ("relation:same-pixels", Related("same-pixels")),
        # what happened here
        ("ingested:2026", Happened("ingested", Y2026.earliest, Y2026.latest)),
        ("changed:-1d", Happened("changed", YESTERDAY, YESTERDAY + DAY - 1)),
        # the names of the standard are fields too
        ("credit_line:meridian", HasWords(("credit_line",), ("meridian",))),
        ("credit-line:meridian", HasWords(("credit_line",), ("meridian",))),
        ("person_shown:filipov", HasWords(("person_shown",), ("filipov",))),
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
        ("widht>=4000", 0, "no search field 'widht'", "width>="),
        ("caption>=4", 0, "caption is not compared", "caption:patrol"),
        ("base width>=big", 12, "'big' is no number in px", None),
        ("width:9..3", 6, "ends before it begins", None),
        ("width:..", 6, "a first or a last number", None),
        ("size:2MB", 5, "compare it, as in size>2MB", None),
        ("before:12-13", 7, "more than one stretch", None),
        ("before:..2016", 7, "open", None),
        ("after:9999", 6, "are not compared", None),
        ("date<Y-12016", 5, "are not compared", None),
        ("changed>2016..", 8, "open at this end", None),
        ("ingested:12-13", 9, "more than one stretch", None),
        ("date-from:captoin", 10, "is not known here", "date-from:caption"),
        ("conf:place", 5, "as in conf:place>=0.8", None),
        ("conf:plaec>0.5", 5, "is not known here", "conf:place>0.5"),
        ("conf:place>high", 5, "no number from 0 to 1", None),
        ("relation:twin", 9, "which takes same-bytes,", None),
        ("work:first", 5, "no whole number", None),
        ("similar:7", 8, "in a catalog alone", None),
        ("base @jets", 5, "in a catalog alone", None),
        ("near:35,36~far", 5, "write a distance", None),
        ("bbox:1,2,3", 5, "west,south,east,north", None),
        ("has:gsp", 4, "has: 'gsp' is not known here", "has:gps"),
        ("is:blue", 3, "which takes present, missing,", None),
        ("(base", 0, "not closed", None),
        ("base)", 4, "no parenthesis to close", None),
        ("()", 1, "something to search for", None),
        ("base OR", 5, "something must follow OR", None),
        ("OR base", 0, "something to search for", None),
        ('"base', 0, "quotation mark", None),
        ("… base", 0, "no word to look for", None),
        ("base AND", 5, "something must follow AND", None),
        ("AND base", 0, "something to search for", None),
        ("base AND OR jet", 9, "something to search for", None),
        ("NOT", 0, "something must follow NOT", None),
        ("(base NOT)", 6, "something must follow NOT", None),
        ("date : 2016", 5, "no field stands right before :", "date:2016"),
        ("width >=4000", 6, "no field stands right before >", "width>=4000"),
        ("a =b", 2, "no field stands right before =", None),
        ("colour:red", 0, "put them in quotation marks", None),
        ("near:35.4,35.95~", 5, "write a distance", None),
        ("similar:7~99", 8, "in a catalog alone", None),
        # dates in other words
        ("date:march", 5, "date: 'march' is no date", "date:--03"),
        ('date:"14 March 2016"', 5, "is no date", "date:2016-03-14"),
        ('date:"Mar. 2016"', 5, "is no date", "date:2016-03"),
        ("during:31.12.2016", 7, "is no date", "during:2016-12-31"),
        ("date:12/03/2016", 5, "is no date", "date:2016-03-12 or date:2016-12-03"),
        ("before:20160312", 7, "is no date", "before:2016-03-12"),
        ("ingested:todya", 9, "is no date", "ingested:today"),
        ("changed:last-week", 8, "is no date", "changed:-1w.."),
        ('date:"3 days ago"', 5, "is no date", "date:-3d.."),
        ("date:someday", 5, "write 2016, 2016-03", None),
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


BOTH = ("location_created", "location_shown")


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("in:Latakia", InPlace(BOTH, (17, 18), ("latakia",))),
        ("shot:Latakia", InPlace(("location_created",), (17, 18), ("latakia",))),
        ("in:Nowhere", InPlace(BOTH, (), ("nowhere",))),
        # what is spelt out to the letter, or not spelt out, is looked for as words
        ("in=Latakia", HasWords(BOTH, ("latakia",), whole=True)),
        ("in:Lata*", HasWords(BOTH, ("lata",), prefix=True)),
        ("near:Latakia~5km", IsNear(Circle(Point(35.5, 35.8), 5_000))),
        ("similar:7~8", OneOf((7, 8))),
        ("similar:7", OneOf((7, 10))),
        ("@jets", Any((JET, BASE))),
        ("-@jets base", All((Not(Any((JET, BASE))), BASE))),
        ("@mine", All((Any((JET, BASE)), InPlace(BOTH, (), ("homs",))))),
    ],
)
def test_in_a_catalog_a_query_means(text: str, node: object) -> None:
    assert read_query(text, KNOWN).node == node


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("near:Nowhere", "near: the gazetteer knows no place 'Nowhere'", None),
        ("near:Latakai~5km", "knows no place 'Latakai'", "near:Latakia~5km"),
        ("similar:7~65", "fingerprints differ in 64 bits at most", None),
        ("@jest", "there is no saved search 'jest'", "@jets"),
        ("@round", "the saved search 'round' leads back to itself", None),
        ("@bad", "in the saved search 'bad': there is no search field 'dat'", "date:"),
    ],
)
def test_what_a_catalog_does_not_know_is_refused(
    text: str, reason: str, suggestion: str | None
) -> None:
    with pytest.raises(BadQuery) as caught:
        read_query(text, KNOWN)

    assert reason in caught.value.reason
    assert caught.value.suggestion == suggestion


def test_fields_may_be_given_by_name() -> None:
    def node(text: str, **fields: str | int | list[str]) -> object:
        return read_query(text, KNOWN, fields).node

    assert node("", date="2016") == DateIs(Edtf.parse("2016"))
    assert node("base", width=">=4000") == All((BASE, Measures("width", 4000, math.inf)))
    assert node("base OR jet", in_="Homs") == All((Any((BASE, JET)), InPlace(BOTH, (), ("homs",))))
    assert node("", date_from="caption") == RestsOn("date_created", "caption")
    assert node("", work=3) == OfWork(3)
    assert node("", id=[7, 9]) == Any((OneOf((7,)), OneOf((9,))))  # type: ignore[arg-type]
    assert node("", caption='a "b) OR (c') == HasWords(("caption",), ("a", "b", "or", "c"))
    with pytest.raises(BadQuery, match="did you mean date:"):
        node("", dat="2016")


def test_a_query_tells_how_each_term_was_understood() -> None:
    query = read_query("base -in:Latakia @mine", KNOWN)

    assert [
        (term.text, term.position, term.within, [place.name for place in term.meant])
        for term in query.terms
    ] == [
        ("base", 0, "", []),
        ("in:Latakia", 6, "", ["Latakia, Syria"]),
        ("@mine", 17, "", []),
        ("@jets", 0, "mine", []),
        ("jet", 0, "jets", []),
        ("base", 7, "jets", []),
        ("in:homs", 6, "mine", [""]),
    ]


PIECES = st.sampled_from([*'ab:"()-* ~,.é空<>=@', " OR ", " AND ", "NOT ", "date:"])


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_understood_or_refused_with_a_position(text: str) -> None:
    refused = None
    try:
        parse(text, TODAY)
    except BadQuery as error:
        refused = error.position

    assert refused is None or 0 <= refused <= len(text)


@pytest.mark.parametrize("field", SEARCH_FIELDS, ids=lambda field: field.name)
def test_every_search_field_understands_its_own_example(field: SearchField) -> None:
    read_query(field.example, KNOWN)


def test_no_two_search_fields_share_a_name() -> None:
    assert len(SEARCH_FIELD) == sum(1 + len(field.aliases) for field in SEARCH_FIELDS)
