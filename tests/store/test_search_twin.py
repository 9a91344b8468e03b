"""SQL answers as plain Python does: random small catalogs, random queries, both databases.

The twin is ``photocat.query.matches`` over what the catalog says of each photo.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, select

from photocat.dates import MAX_MOMENT, MIN_MOMENT, Edtf
from photocat.fields import FIELDS
from photocat.gazetteer import open_gazetteer
from photocat.places import Box, Circle, Point
from photocat.preferred import preferred, standing
from photocat.query import (
    SORTS,
    All,
    Any,
    Conflicting,
    DateIs,
    Happened,
    HasWords,
    InPlace,
    Is,
    IsNear,
    IsSure,
    Measures,
    Node,
    Not,
    OfWork,
    OneOf,
    Present,
    Related,
    RestsOn,
    Sort,
    WithinBox,
    matches,
)
from photocat.query.meaning import Facts
from photocat.query.provenance import CARRIERS, PROVABLE
from photocat.query.sorts import centre_of
from photocat.query.table import PROSE
from photocat.records import Evidence, ImageFile, Photo, PlaceName, Relation, Statement
from photocat.store import Store, open_store, search_first, search_order
from photocat.store.clock import now
from photocat.store.positions import DAY
from photocat.store.search import Found, count, find
from photocat.store.tables import changes, files, metadata, photos, relations, txns, version
from photocat.store.tables_derived import works as works_table
from photocat.store.told import read_statements
from photocat.store.whereabouts import PLACE_FIELDS, lies
from photocat.words import words

# --- random catalogs ------------------------------------------------------------------------------

SAYINGS = [
    "Su-25 at Hmeimim",
    "at Hmeimim air base",
    "air base, Málaga",
    "Base aérienne",
    "авиабаза Хмеймим",
    "авиабазы",
    "空軍基地",
    "軍",
    "قاعدة حميميم",
    'O\'Neil "quoted" AND* NEAR(a b)',
    "base",
    "…",
]
NAMES = ["AP", "Getty Images", "Images", "TASS / Getty", "ap"]
DATES = [
    "2016-03-12T10:31:07",
    "2016-03-12T10:31:42",
    "2016-03-12T00:00",
    "2016-03-12T00:00:20",
    "2016-03-12T10",
    "2016-03-12",
    "2016-03-12~",
    "2016-03",
    "2016-02-29",
    "2016-21",
    "2016",
    "2015/2016",
    "2015-12-31/2016-01-01",
    "2016-03-05/2016-03-12",
    "2016-01-01/2016-12-31",
    "2016-01-01/2016-01-20",
    "2015-12-20/2015-12-31",
    "2016-01",
    "2015",
    "1999/2000-01",
    "1999/2001",
    "199X",
    "201X",
    "2010/2019",
    "20XX",
    "XXXX",
    "../2016",
    "2016/..",
    "/2016-03",
    "-0044-03-15",
    "9999-12-31",
    "Y12016",
    # with gaps
    "XXXX-12-13",
    "XXXX-03",
    "2016-XX-12",
    "201X-03-12",
    "XXXX-12-28/XXXX-01-03",
    "[2014,2016-03]",
    "{2015-12-31,2016-03-12T10:31}",
]
COORDINATES = [
    Point(35.4, 35.95),
    Point(35.41, 35.96, 3_000.0),
    Point(35.6, 35.9, 20_000.0),
    Point(-17.8, 179.99),
    Point(-17.8, -179.99, 500.0),
    Point(-17.8, 180.0),
    Point(90.0, 0.0),
    Point(89.9, -120.0, 5.0),
    Point(0.0, 0.0),
]
RADII = [0.0, 1_700.0, 4_000.0, 30_000.0, 1.1e7, 2.1e7]
PLACES = [
    PlaceName("Hmeimim", ("Latakia", "Syria"), "SY"),
    PlaceName("Latakia", ("Syria",)),
    PlaceName("Málaga", ("Andalucía", "España"), "ES"),
    PlaceName("Tripoli"),
    PlaceName("Hangar 9", ("Khmeimim", "Syria")),
    PlaceName("Atlantis"),
]
INSIDE = ["Syria", "Latakia", "Hmeimim", "Malaga", "Spain", "Asia", "Tripoli", "Atlantis", "Hangar"]
"""What is asked of places: containers, aliases, namesakes and what no gazetteer knows."""

sayings = st.lists(st.sampled_from(SAYINGS), min_size=1, max_size=2).map(", ".join)


def _said(
    field: str, text: str, rank: int = 0, confidence: float = 1.0, **more: object
) -> Statement:
    origin = more.pop("origin", "XMP dc:description")
    evidence = Evidence(str(origin), text, "text", confidence=confidence)
    return Statement(field, text, evidence, rank, **more)  # type: ignore[arg-type]


def _photo(
    number: int,
    *said: Statement,
    supplier: str | None = None,
    digest: int | None = None,
    shape: tuple[int, int] = (4, 3),
    format: str = "JPEG",
) -> Photo:
    digest = number if digest is None else digest
    file = ImageFile(f"/{number}.jpg", 1000 + digest * 700, 1, supplier)
    return Photo(file, f"{digest:064x}", format, *shape, statements=said)


KINDS = ["text", "text", "date", "date", "place", "place", "point", "rating"]


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    rank, confidence = draw(st.integers(-1, 2)), draw(st.sampled_from([1.0, 0.85, 0.5]))
    scope = draw(st.sampled_from(["photo", "file"]))
    kind = draw(st.sampled_from(KINDS))
    origin = draw(st.sampled_from(["XMP dc:description", "IIM 2:080", "caption[3:9]"]))
    if kind == "date":
        date = Edtf.parse(draw(st.sampled_from(DATES)))
        return _said(
            "date_created", date.text, rank, confidence, date=date, scope=scope, origin=origin
        )
    if kind == "text":
        field = draw(st.sampled_from(["caption", "headline", "keywords", "credit_line", "camera"]))
        return _said(field, draw(sayings), rank, confidence, scope=scope, origin=origin)
    if kind == "rating":
        return _said("rating", draw(st.sampled_from(["-1", "3", "4.5", "five"])), rank, confidence)
    field = draw(st.sampled_from(["location_created", "location_shown"]))
    if kind == "place":
        place = draw(st.sampled_from(PLACES))
        point = draw(st.none() | st.sampled_from(COORDINATES))
        return _said(field, place.name, rank, confidence, place=place, point=point, scope=scope)
    point = draw(st.sampled_from(COORDINATES))
    return _said(field, f"{point.lat},{point.lon}", rank, confidence, point=point, scope=scope)


@st.composite
def photos_to_store(draw: st.DrawFn) -> list[Photo]:
    """A few photos, some of them delivered twice."""
    made = []
    for number in range(draw(st.integers(1, 7))):
        supplier = draw(st.none() | st.sampled_from(NAMES))
        digest = draw(st.integers(0, 6))
        shape = draw(st.sampled_from([(4, 3), (3, 4), (4, 4), (4000, 3000), (0, 0)]))
        said = draw(st.lists(statements(), max_size=5))
        format = draw(st.sampled_from(["JPEG", "TIFF", "RAW/NEF"]))
        made.append(
            _photo(number, *said, supplier=supplier, digest=digest, shape=shape, format=format)
        )
    return made


# --- random queries -------------------------------------------------------------------------------

_FIELDS = [
    PROSE,
    ("caption",),
    ("headline",),
    ("keywords",),
    ("caption", "camera"),
    ("supplier",),
    ("supplier", "credit_line"),
    ("format",),
    ("date_created",),
    ("location_created", "location_shown"),
    ("location_shown",),
]
_WORDS = sorted({word for text in [*SAYINGS, *NAMES, "jpeg", "raw", "nef"] for word in words(text)})
_WORDS += ["latakia", "syria", "sy", "and", "or", "not", "near", "2016", "35"]


@st.composite
def _has_words(draw: st.DrawFn) -> Node:
    text = draw(st.sampled_from([*SAYINGS, *NAMES]).map(words) | st.just([]))
    some = text[: draw(st.integers(1, 3))] or draw(
        st.lists(st.sampled_from(_WORDS), min_size=1, max_size=2)
    )
    if draw(st.booleans()):
        some = [*some[:-1], some[-1][: draw(st.integers(1, 3))]]
    fields = draw(st.sampled_from(_FIELDS))
    return HasWords(fields, tuple(some), prefix=draw(st.booleans()), whole=draw(st.booleans()))


@st.composite
def _measures(draw: st.DrawFn) -> Node:
    quantity = draw(st.sampled_from(["width", "height", "pixels", "size", "rating"]))
    ends = draw(st.lists(st.sampled_from(NUMBERS), min_size=2, max_size=2).map(sorted))
    return Measures(quantity, *ends)


@st.composite
def _in_place(draw: st.DrawFn) -> Node:
    name = draw(st.sampled_from(INSIDE))
    ids = tuple(place.id for place in open_gazetteer().meant(name).places)
    fields = draw(st.sampled_from([("location_created", "location_shown"), ("location_shown",)]))
    return InPlace(fields, draw(st.sampled_from([ids, ()])), tuple(words(name)))


@st.composite
def _happened(draw: st.DrawFn) -> Node:
    ends = st.sampled_from([MIN_MOMENT, now() - DAY, now() + DAY, MAX_MOMENT])
    earliest, latest = sorted(draw(st.lists(ends, min_size=2, max_size=2)))
    return Happened(draw(st.sampled_from(["ingested", "changed"])), earliest, latest)


NUMBERS = [-math.inf, -1, 0, 3, math.nextafter(3, 4), 4, 12, 1700, 4000, 12e6, math.inf]
_PERCENT = st.sampled_from([0, 50, 51, 85, 99, 100])
_ASKED = [*DATES, "2016-03-12/2016-03-13", "2015-12-13", "2016-03-12T10:31", "0001/2015", "XXXX-12"]
_LEAVES = (
    _has_words()
    | st.builds(DateIs, st.sampled_from(_ASKED).map(Edtf.parse), st.booleans())
    | st.builds(DateIs, st.sampled_from(_ASKED).map(Edtf.parse))
    | st.builds(
        IsNear,
        st.builds(
            Circle,
            st.sampled_from(COORDINATES),
            st.sampled_from(RADII),
        ),
    )
    | st.sampled_from(
        [Box(35, 35, 36, 36), Box(179, -20, -179, 0), Box(-180, -90, 180, 90), Box(0, 0, 0, 90)]
    ).map(WithinBox)
    | _in_place()
    | _measures()
    | _happened()
    | st.builds(RestsOn, st.sampled_from([*PROVABLE.values()]), st.sampled_from([*CARRIERS]))
    | st.builds(RestsOn, st.just("date_created"), st.sampled_from(["xmp", "iim", "person"]))
    | st.builds(IsSure, st.sampled_from([*PROVABLE.values()]), _PERCENT, _PERCENT)
    | st.builds(OfWork, st.integers(1, 4))
    | st.builds(OneOf, st.lists(st.integers(1, 7), max_size=3).map(tuple))
    | st.builds(Related, st.sampled_from(["crop", "copy"]))
    | st.sampled_from(["gps", *(field.name for field in FIELDS)]).map(Present)
    | st.sampled_from(["date", "place"]).map(Conflicting)
    | st.sampled_from(
        ["present", "missing", "changed", "portrait", "landscape", "square", "duplicate"]
    ).map(Is)
)
nodes = st.recursive(
    _LEAVES,
    lambda inner: (
        inner.map(Not)
        | st.lists(inner, max_size=3).map(lambda some: All(tuple(some)))
        | st.lists(inner, max_size=3).map(lambda some: Any(tuple(some)))
    ),
    max_leaves=6,
)


# --- both answers ---------------------------------------------------------------------------------


def _facts(connection: Connection) -> dict[int, Facts]:
    """What the catalog says of each photo."""
    told = read_statements(connection, connection.scalars(select(photos.c.id)).all())
    works = {row.photo_id: row.work_id for row in connection.execute(select(works_table))}
    changed = select(txns.c.at).join(changes, changes.c.txn_id == txns.c.id)
    facts = {}
    for row in connection.execute(select(photos)):
        lying = connection.execute(select(files).where(files.c.photo_id == row.id)).all()
        facts[row.id] = Facts(
            row.format,
            row.width,
            row.height,
            tuple(told.get(row.id, ())),
            tuple(sorted({file.supplier for file in lying if file.supplier})),
            tuple(sorted({file.state for file in lying})),
            list(works.values()).count(works.get(row.id)) or 1,
            row.id,
            works.get(row.id),
            row.byte_size,
            tuple(
                (r.relation, r.status)
                for r in connection.execute(select(relations))
                if row.id in (r.first_id, r.second_id)
            ),
            {
                "ingested": (row.added_at,),
                "changed": tuple(connection.scalars(changed.where(changes.c.photo_id == row.id))),
            },
            lies(standing(told.get(row.id, ()))),
        )
    return facts


def _answers(facts: dict[int, Facts], node: Node, sort: Sort) -> list[Found]:
    """The twin's answer, in order."""

    def value(of: Facts) -> tuple[float, ...] | None:
        """What a photo is sorted by."""
        match sort.removeprefix("-"):
            case "date":
                stated = preferred(of.statements).get("date_created")
                date = stated[0].date if stated else None
                return (date.earliest, date.latest) if date else None
            case "size":
                return (of.byte_size,)
            case "distance":
                centre = centre_of(node)
                points = [s.point for s in of.statements if s.point and s.field in PLACE_FIELDS]
                away = [centre.distance_m(point) for point in points] if centre else []
                return (min(away),) if away else None
        return ()

    found = [Found(id, how) for id, it in facts.items() if (how := matches(node, it))]
    values = {one.id: value(facts[one.id]) for one in found}
    found.sort(key=lambda it: (values[it.id] or (), it.id), reverse=sort.startswith("-"))
    found.sort(key=lambda it: values[it.id] is None)
    return sorted(found, key=lambda it: it.certainty)


def _fill(store: Store, made: list[Photo], *, gone: set[int], same: set[int]) -> None:
    run = store.begin_run("ingest")
    store.add_photos(run, made)
    seen = [f"/{number}.jpg" for number in range(len(made)) if number not in gone]
    store.mark_missing(run, ["/"], seen)
    with store.reading() as connection:
        ids = list(connection.scalars(select(photos.c.id).order_by(photos.c.id)))
    work = {id: min(same & set(ids), default=id) if id in same else id for id in ids}
    store.replace_works(work)
    if len(ids) > 2:
        pairs = [("crop", "accepted"), ("copy", "proposed"), ("crop", "rejected")]
        store.replace_relations(
            [
                Relation(first, ids[0], relation, None, "eye", 1.0, status)  # type: ignore[arg-type]
                for first, (relation, status) in zip(ids[1:], pairs, strict=False)
            ]
        )


def _empty(store: Store) -> None:
    with store.writing() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(
                "INSERT INTO words_index (words_index) VALUES ('delete-all')"
            )
            connection.exec_driver_sql("DELETE FROM points_index")
        else:
            connection.exec_driver_sql("DELETE FROM words_index")
        for table in reversed(metadata.sorted_tables):
            if table is not version:
                connection.execute(delete(table))


def _orders(node: Node) -> list[Sort]:
    """The orders that a query can be answered in, but for relevance, which has no twin."""
    known = centre_of(node) is not None
    return [s for s in SORTS if s != "relevance" and (known or not s.endswith("distance"))]


def _agree(store: Store, data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_order, "FEW_MORE", data.draw(st.sampled_from([0, 1, 4])))
        _agree_so(store, data)


def _agree_so(store: Store, data: st.DataObject) -> None:
    _empty(store)
    numbers = st.sets(st.integers(0, 7), max_size=3)
    _fill(store, data.draw(photos_to_store()), gone=data.draw(numbers), same=data.draw(numbers))
    with store.reading() as connection:
        facts = _facts(connection)
        for node in data.draw(st.lists(nodes, min_size=1, max_size=8)):
            sort: Sort = data.draw(st.sampled_from(_orders(node)))
            expected = _answers(facts, node, sort)
            assert find(connection, node, sort=sort) == expected
            assert count(connection, node) == len(expected)
            size = data.draw(st.integers(1, 3))
            pages = range(0, len(expected) + size, size)
            assert expected == [
                found
                for offset in pages
                for found in find(connection, node, sort=sort, limit=size, offset=offset)
            ]
            for at, (last, _) in enumerate(expected, 1):
                behind = find(connection, node, sort=sort, limit=size, following=last)
                assert behind == expected[at : at + size]


def test_every_date_answers_every_date_as_the_twin_does(store: Store) -> None:
    made = [
        _photo(number, _said("caption", "base"), _said("date_created", text, date=Edtf.parse(text)))
        for number, text in enumerate(DATES)
    ]
    store.add_photos(
        store.begin_run("ingest"), [*made, _photo(len(made), _said("caption", "base"))]
    )
    base = HasWords(PROSE, ("base",))
    with store.reading() as connection:
        facts = _facts(connection)
        for date in map(Edtf.parse, _ASKED):
            for node in (
                DateIs(date),
                DateIs(date, certainly=True),
                All((base, DateIs(date))),
                All((base, Not(DateIs(date)))),
            ):
                expected = _answers(facts, node, "date")
                assert find(connection, node) == expected
                assert count(connection, node) == len(expected)


def test_every_phrase_answers_every_value_as_the_twin_does(store: Store) -> None:
    fields = ("caption", "headline", "camera", "supplier")
    made = [
        _photo(number, *(_said(field, text) for field in fields[:3]), supplier=text)
        for number, text in enumerate(
            [*NAMES, "Su-25 at Hmeimim", "空軍基地", "base base air base"]
        )
    ]
    store.add_photos(store.begin_run("ingest"), made)
    phrases = {
        tuple(words(text)[first:last])
        for text in [*NAMES, "25 at", "at Hmeimim", "Su", "空軍基地", "base air", "base base base"]
        for first in (0, 1)
        for last in (1, 2, 9)
    }
    with store.reading() as connection:
        facts = _facts(connection)
        for phrase, field in product(sorted(phrases - {()}), fields):
            for prefix, whole in product((False, True), repeat=2):
                node = HasWords((field,), phrase, prefix, whole)
                assert find(connection, node) == _answers(facts, node, "date")


def test_every_rating_answers_every_range_as_the_twin_does(store: Store) -> None:
    ratings = ["-1", "0", "1", "2", "3", "4.5", "5", "five"]
    made = [_photo(number, _said("rating", text)) for number, text in enumerate(ratings)]
    store.add_photos(store.begin_run("ingest"), made)
    with store.reading() as connection:
        facts = _facts(connection)
        ends = [-math.inf, -1, 0, 2, 3, 4.2, 5, math.inf]
        for low, high in product(ends, ends):
            node = Measures("rating", low, high)
            expected = _answers(facts, node, "date")
            assert find(connection, node) == expected
            assert count(connection, node) == len(expected)


def test_every_point_answers_every_circle_as_the_twin_does(store: Store) -> None:
    made = [
        _photo(number, _said("location_created", "", point=point))
        for number, point in enumerate(COORDINATES)
    ]
    store.add_photos(store.begin_run("ingest"), made)
    with store.reading() as connection:
        facts = _facts(connection)
        for centre in COORDINATES:
            for radius_m in RADII:
                node = IsNear(Circle(centre, radius_m))
                assert find(connection, node) == _answers(facts, node, "date")
                assert find(connection, Not(node)) == _answers(facts, Not(node), "date")


@settings(max_examples=60)
@given(data=st.data())
def test_sqlite_answers_as_the_twin_does(sqlite: Store, data: st.DataObject) -> None:
    _agree(sqlite, data)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_postgresql_answers_as_the_twin_does(postgresql: Store, data: st.DataObject) -> None:
    """However it looks for them: of a catalog as small as these it would meet each photo."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_first, "_is_short", lambda _: data.draw(st.booleans()))
        for name in ("ALONG", "ALONG_ONE", "FEW"):
            patch.setattr(search_first, name, data.draw(st.sampled_from([-1, 1, 5_000])))
        for name in ("GLANCE", "MARGIN"):
            patch.setattr(search_first, name, data.draw(st.integers(1, 3)))
        _agree(postgresql, data)


@pytest.fixture(scope="module")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A catalog that is emptied before each use."""
    with open_store(tmp_path_factory.mktemp("twin") / "catalog.db", mode="create") as store:
        yield store


@pytest.fixture
def postgresql(postgres_url: str) -> Iterator[Store]:
    with open_store(postgres_url, mode="create") as store:
        yield store


def test_conflicts_are_found_as_the_twin_finds_them(store: Store) -> None:
    def dated(*texts: str, rank: int = 1) -> list[Statement]:
        return [_said("date_created", text, rank, date=Edtf.parse(text)) for text in texts]

    told = [
        dated("2016-03", "2016-03-12"),
        dated("2016-03", "2011"),
        [*dated("2016-03", "2011"), *dated("2014", rank=-1)],
        [_said("location_created", p.name, 1, place=p) for p in PLACES],
        [],
    ]
    store.add_photos(store.begin_run("ingest"), [_photo(n, *said) for n, said in enumerate(told)])
    with store.reading() as connection:
        facts = _facts(connection)
        for node in (Conflicting("date"), Conflicting("place"), Not(Conflicting("date"))):
            assert find(connection, node, sort="id") == _answers(facts, node, "id")
        assert [found.id for found in find(connection, Conflicting("date"))] == [2]
        assert [found.id for found in find(connection, Conflicting("place"))] == [4]
