"""Queries as they are typed, and the photos they find, in order, on both databases."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterator

import pytest

from photocat.dates import Edtf
from photocat.errors import UsageError
from photocat.places import Point
from photocat.query import All, Any, HasWords, Not, Sort, parse
from photocat.query.table import PROSE
from photocat.records import Evidence, ImageFile, Photo, PlaceName, Statement
from photocat.store import Store, open_store
from photocat.store.index_text import LONGEST_WORD

TODAY = datetime.date(2026, 11, 23)
BASE = PlaceName("Hmeimim air base", ("Latakia", "Syria"), "SY")
RUSSIA = PlaceName("Moscow", ("Russia",), "RU")
TAVEUNI = PlaceName("Taveuni", ("Fiji",), "FJ")


def _said(
    field: str,
    text: str,
    rank: int = 0,
    place: PlaceName | None = None,
    point: Point | None = None,
) -> Statement:
    date = Edtf.parse(text) if field == "date_created" else None
    evidence = Evidence("XMP dc:description", text, "text")
    return Statement(field, text, evidence, rank, date=date, place=place, point=point)


def _photo(name: str, *statements: Statement, supplier: str | None = None, **more: object) -> Photo:
    """A photo in the file ``/name.jpg``; ``bytes_`` where it is the same photo as another."""
    digest = hashlib.sha256(str(more.pop("bytes_", name)).encode()).hexdigest()
    shape = {"format": "JPEG", "width": 4000, "height": 3000} | more
    file = ImageFile(f"/{name}.jpg", 1, 1, supplier)
    return Photo(file, digest, statements=statements, **shape)  # type: ignore[arg-type]


JETS = _photo(
    "jets",
    _said("headline", "Jets return"),
    _said("caption", "Su-24s take off from Hmeimim air base near Latakia."),
    _said("caption", "Самолёты взлетают с авиабазы Хмеймим.", rank=1),
    _said("keywords", "air force"),
    _said("keywords", "Syria"),
    _said("creator", "Ada Reyes"),
    _said("credit_line", "Ada Reyes/Meridian"),
    _said("source", "Ministry of Defence"),
    _said("copyright_notice", "© 2016 Meridian"),
    _said("date_created", "2016-03-15T10:31:07"),
    _said("location_created", BASE.name, place=BASE),
    _said("location_created", "35.401,35.9487", rank=1, point=Point(35.401, 35.9487, 50.0)),
    _said("camera", "NIKON CORPORATION NIKON D5"),
    _said("lens", "70.0-200.0 mm f/2.8"),
    supplier="AP",
)
JETS_AGAIN = _photo("wire", supplier="Getty Images", bytes_="jets")
PATROL = _photo(
    "patrol",
    _said("title", "Patrol"),
    _said("caption", "Base patrol. The air over Málaga is clear."),
    _said("event", "Exercise Dawn"),
    _said("person_shown", "Igor Filipov"),
    _said("date_created", "2016-03"),
    _said("location_shown", RUSSIA.name, place=RUSSIA),
    supplier="AP Images",
    width=3000,
    height=4000,
)
DINNER = _photo("dinner", _said("caption", "晚餐 在 空軍基地"), _said("date_created", "2016"))
ISLAND = _photo(
    "island",
    _said("caption", "The island"),
    _said("date_created", "2015-12-13"),
    _said("location_created", TAVEUNI.name, place=TAVEUNI, point=Point(-16.8, 180.0, 2_000.0)),
    format="TIFF",
    width=1000,
    height=1000,
)
DECADE = _photo("decade", _said("caption", "Jets of the decade"), _said("date_created", "201X"))
BLANK = _photo("blank", supplier="AP", format="RAW/NEF")
MOVED = _photo(
    "moved", _said("caption", "Moved jets"), _said("date_created", "2016-03-15T10:31:02")
)
DELIVERED = [JETS, JETS_AGAIN, PATROL, DINNER, ISLAND, DECADE, BLANK, MOVED]

Find = Callable[..., str]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def desk(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """A catalog that nobody changes."""
    if request.param == "sqlite":
        address = str(tmp_path_factory.mktemp("search") / "catalog.db")
    else:
        server = request.getfixturevalue("postgres")
        server.psql("CREATE DATABASE photocat_search")
        address = server.get_uri(database="photocat_search", driver="psycopg")
    with open_store(address, mode="create") as store:
        run = store.begin_run("ingest")
        store.add_photos(run, DELIVERED)
        there = [photo.file.path for photo in DELIVERED if photo is not MOVED]
        store.mark_missing(run, ["/"], there)
        moved, jets = (store.find_photo(photo.sha256) or 0 for photo in (MOVED, JETS))
        store.replace_works({moved: jets, jets: jets})
        yield store


@pytest.fixture
def find(desk: Store) -> Find:
    """The names of the files that a query finds, those of possible answers with a ``?``."""

    def find(query: str, **how: object) -> str:
        node = parse(query, TODAY)
        found = desk.search(node, **how)  # type: ignore[arg-type]
        if not how:
            assert desk.count(node) == len(found)
        return " ".join(
            match.record["files"][0]["path"][1:-4] + "?" * (match.certainty == "possible")
            for match in found
        )

    return find


ANSWERS = [
    # words: all of them, in any order; in quotes in this order, and in one value
    ("base", "patrol jets"),
    ("air base", "patrol jets"),
    ('"air base"', "jets"),
    ('"base patrol the"', "patrol"),
    ('"return air"', ""),
    ("BASE -jets", "patrol"),
    ("jets OR patrol", "decade patrol moved jets"),
    ("(jets OR patrol) base", "patrol jets"),
    # case, accents, hyphens and scripts do not matter
    ("malaga", "patrol"),
    ("САМОЛЕТЫ", "jets"),
    ("авиабазы", "jets"),
    ("авиаб*", "jets"),
    ("su-24s", "jets"),
    ("空軍", "dinner"),
    ("軍空", ""),
    # the last word may go on where a star stands
    ("pat", ""),
    ("pat*", "patrol"),
    ('"air ov*"', "patrol"),
    # bare words are words of prose: whatever people wrote about the picture
    ("filipov", "patrol"),
    ("dawn", "patrol"),
    ("nikon", ""),
    ("meridian", ""),
    # a field holds the words within one of its values
    ("caption:jets", "decade moved"),
    ("headline:jets", "jets"),
    ("title:patrol", "patrol"),
    ("keyword:syria", "jets"),
    ('keyword:"air force"', "jets"),
    ('keyword:"force syria"', ""),
    ("person:filipov", "patrol"),
    ("event:dawn", "patrol"),
    ('by:"ada reyes"', "jets"),
    ("credit:meridian", "jets"),
    ("source:defence", "jets"),
    ("copyright:2016", "jets"),
    ("camera:nikon", "jets"),
    ("lens:200", "jets"),
    ("format:tiff", "island"),
    ("format:nef", "blank"),
    # a supplier is named in full, of any of its files
    ("supplier:AP", "jets blank"),
    ("supplier:Images", ""),
    ('supplier:"getty images"', "jets"),
    ('supplier:"ap images"', "patrol"),
    ("supplier:get*", "jets"),
    ("supplier:images*", ""),
    # places: what they are called, and what they lie in
    ("in:Latakia", "jets"),
    ("in:sy", "jets"),
    ("in:Russia", "patrol"),
    ("shot:Russia", ""),
    ("shown:Russia", "patrol"),
    ("in:35", ""),
    ("near:35.4,35.95~1km", "jets"),
    ("near:35.4,35.95~180m", "jets?"),
    ("near:35.4,35.95~100m", ""),
    ("near:-16.8,-179.99~1km", ""),
    ("near:-16.8,-179.99~2km", "island?"),
    ("near:-16.8,-179.99~10km", "island"),
    ("bbox:35,35,36,36", "jets"),
    ("bbox:179,-17,-179,-16", "island"),
    ("bbox:-180,-90,180,90", "island jets"),
    # dates: inside is certain, overlapping is possible
    ("date:2016-03", "patrol moved jets decade? dinner?"),
    ("during:2016-03", "patrol moved jets"),
    ("date:2016", "dinner patrol moved jets decade?"),
    ("date:2016-03-15", "moved jets decade? dinner? patrol?"),
    ("date:2016-03-15T10:31:07", "jets decade? dinner? patrol?"),
    ("date:..2015", "island decade?"),
    ("date:2016-04..", "decade? dinner?"),
    ("date:12-13", "island decade? dinner?"),
    ("during:12-13", "island"),
    ("date:1066", ""),
    ("-date:2016", "island blank decade?"),
    ("jets date:2016-03-15", "moved jets decade?"),
    ("jets -date:2016-03-15", "decade?"),
    # what is there, and how it is
    ("has:gps", "island jets"),
    ("has:credit", "jets"),
    ("-has:date", "blank"),
    ("-has:gps -has:caption", "blank"),
    ("is:portrait", "patrol"),
    ("is:square", "island"),
    ("is:landscape jets", "decade moved jets"),
    ("is:missing", "moved"),
    ("-is:present", "moved"),
    ("is:duplicate", "moved jets"),
    # together
    ("jets date:2016-03 in:Latakia supplier:AP", "jets"),
    ("in:Latakia OR date:2016-03-15", "moved jets decade? dinner? patrol?"),
    ("-(in:Latakia OR date:2016-03-15)", "island blank decade? dinner? patrol?"),
    ("near:35.4,35.95~180m date:2016-03-15", "jets?"),
]


@pytest.mark.parametrize(("query", "names"), ANSWERS)
def test_a_query_finds(find: Find, query: str, names: str) -> None:
    assert find(query) == names


def test_without_a_query_all_are_found_by_their_earliest_date_the_undated_last(find: Find) -> None:
    assert find("") == "decade island dinner patrol moved jets blank"


def test_backwards_the_undated_are_last_too(find: Find) -> None:
    assert find("", sort="-date") == "jets moved patrol dinner island decade blank"


def test_photos_may_be_sorted_by_when_they_came(find: Find) -> None:
    assert find("", sort="id") == "jets patrol dinner island decade blank moved"
    assert find("", sort="-id") == "moved blank decade island dinner patrol jets"


def test_certain_answers_come_before_possible_ones_however_sorted(find: Find) -> None:
    assert find("date:2016-03", sort="-date") == "jets moved patrol dinner? decade?"
    assert find("date:2016-03", sort="-id") == "moved patrol jets decade? dinner?"


@pytest.mark.parametrize("sort", ["date", "-date", "id", "-id"])
@pytest.mark.parametrize("query", ["", "date:2016-03", "jets OR base", "-date:2016"])
def test_pages_follow_each_other_without_a_gap(find: Find, query: str, sort: str) -> None:
    pages = [find(query, sort=sort, limit=2, offset=at) for at in range(0, 10, 2)]
    assert " ".join(page for page in pages if page) == find(query, sort=sort)


@pytest.mark.parametrize("sort", ["date", "-date", "id", "-id", "size", "-size"])
@pytest.mark.parametrize("query", ["", "date:2016-03", "jets OR base", "-date:2016"])
def test_a_page_may_begin_behind_any_photo(desk: Store, query: str, sort: Sort) -> None:
    node = parse(query, TODAY)
    found = [match.id for match in desk.search(node, sort=sort)]

    for at, id in enumerate(found, 1):
        behind = desk.search(node, sort=sort, following=id, limit=2)
        assert [match.id for match in behind] == found[at : at + 2]
    rest = desk.search(node, sort=sort, following=found[0], offset=1)
    assert [match.id for match in rest] == found[2:]


def test_what_was_added_meanwhile_moves_no_page_that_begins_behind_a_photo(store: Store) -> None:
    def add(*years: str) -> None:
        made = [_photo(year, _said("date_created", year)) for year in years]
        store.add_photos(store.begin_run("ingest"), made)

    def page(offset: int = 0, following: int | None = None) -> list[str]:
        found = store.search(parse("", TODAY), limit=2, offset=offset, following=following)
        return [match.record["date_created"]["edtf"] for match in found]

    add("2011", "2012", "2013", "2014")
    last = store.search(parse("", TODAY), limit=2)[1].id
    assert page(offset=2) == page(following=last) == ["2013", "2014"]
    add("1900")
    assert page(offset=2) == ["2012", "2013"]
    assert page(following=last) == ["2013", "2014"]


@pytest.mark.parametrize("sort", ["date", "-date"])
def test_a_page_may_end_within_a_burst(store: Store, sort: Sort) -> None:
    burst = [_photo(f"{n}", _said("date_created", f"2016-03-12T10:31:0{n}")) for n in range(5)]
    store.add_photos(store.begin_run("ingest"), burst)
    ids = [match.id for match in store.search(parse("", TODAY), sort=sort)]
    behind = store.search(parse("", TODAY), sort=sort, following=ids[1], limit=2)
    assert [match.id for match in behind] == ids[2:4]


def test_nothing_follows_what_does_not_answer(desk: Store) -> None:
    with pytest.raises(UsageError, match="photo 1, which does not answer"):
        desk.search(parse("-id:1", TODAY), following=1)
    with pytest.raises(UsageError, match="no photo 99 to follow"):
        desk.search(parse("", TODAY), following=99)


def test_no_page_is_longer_than_asked_for(find: Find) -> None:
    assert find("", limit=0) == ""
    assert find("", offset=50) == ""
    assert find("", limit=3) == "decade island dinner"


def test_a_match_is_told_as_the_catalog_tells_a_photo(desk: Store) -> None:
    (match,) = desk.search(parse("in:Latakia near:35.4,35.95~180m"))
    assert match.certainty == match.record["match"] == "possible"
    assert match.record["id"] == match.id
    assert match.record["date_created"]["edtf"] == "2016-03-15T10:31:07"
    assert [file["supplier"] for file in match.record["files"]] == ["AP", "Getty Images"]


HOSTILE = [
    '"',
    '" OR "jets',
    "'); DROP TABLE photos; --",
    "jets' | 'base",
    "jets:* & !x",
    "caption : jets",
    "jets*",
    "{caption} : jets",
    "NEAR(jets base)",
    "\\",
    "\\'",
    "¶",
    "%",
    "\N{WHITE SMILING FACE}",
    "'' ''",
]


@pytest.mark.parametrize("word", HOSTILE)
def test_what_is_looked_for_is_never_syntax(desk: Store, word: str) -> None:
    for fields in (PROSE, ("caption",), ("supplier",), ("headline", "camera")):
        for how in ({}, {"prefix": True}, {"whole": True}, {"prefix": True, "whole": True}):
            assert desk.count(HasWords(fields, (f"zz{word}",), **how)) == 0  # type: ignore[arg-type]
    assert desk.count(All(())) == 7


def test_the_longest_and_deepest_queries_are_still_one_question(desk: Store) -> None:
    def count(*terms: str, between: str = " ") -> int:
        return desk.count(parse(between.join(terms)))

    assert count(*(f"-x{n}" for n in range(99)), "jets") == 3
    assert count(*(f"x{n}" for n in range(99)), "jets", between=" OR ") == 3
    assert count(*(f"date:{1900 + n}..2016" for n in range(100))) == 6
    assert count(*(f"-near:{n / 2},36~1km" for n in range(100))) == 7
    assert count("-" * 31 + "jets") == 4
    assert count("(" * 31 + "jets" + ")" * 31) == 3
    assert count("-(base OR " * 15 + "island" + ")" * 15) == 4
    assert count("-(jets OR date:2015 OR " * 10 + "base" + ")" * 10) == 1


def test_a_word_is_found_by_as_much_as_is_indexed_of_it(store: Store) -> None:
    long = "y" * (LONGEST_WORD + 50)
    store.add_photos(store.begin_run("ingest"), [_photo("long", _said("headline", long))])
    assert store.count(parse(long)) == store.count(parse(f"headline:{long}")) == 1
    assert store.count(parse("y" * 100)) == 0
    assert store.count(parse("y" * 100 + "*")) == 1


def test_nothing_is_what_any_of_no_terms_finds(desk: Store) -> None:
    assert desk.count(Any(())) == desk.count(All((Any(()), HasWords(PROSE, ("jets",))))) == 0
    assert desk.count(Not(Any(()))) == 7
