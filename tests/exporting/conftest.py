"""Photos to hand on, made of nothing: ordinary ones and one that means harm."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from photocat import Catalog
from photocat.dates import Edtf
from photocat.places import Point
from photocat.records import Evidence, ImageFile, Photo, PlaceName, Statement, Tag
from photocat.shapes import file_shape, photo_shape
from photocat.store.stream import Described

HOSTILE = (
    "</script><script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "=cmd|'/C calc'!A0",
    "+1+1",
    "@SUM(A1:A9)",
    "; =1+1",
    "line\n=1+1\r\n-2",
    "\x1b]52;c;cm0gLXJm\x07\x1b[2J",
    "over\rwritten\bx",
    "\x9b31mred",
    "photo\u202egpj.exe",
    "zero\u200bwidth\ufeff\U000e0041",
    "]]>&lt;&amp;",
    "\\x3d \\u202e \\\\x5c",
    "'=quoted",
    "a; b;c ;",
    "{{7*7}} ${x} %00",
    "\u2028\u2029\x85",
)
"""Words that are commands somewhere."""


def said(
    field: str,
    text: str,
    origin: str = "XMP dc:description",
    *,
    place: PlaceName | None = None,
    point: Point | None = None,
    quote: str | None = None,
    span: tuple[int, int] | None = None,
    confidence: float = 1.0,
) -> Statement:
    """One statement; a date is read from its text."""
    evidence = Evidence(origin, text if quote is None else quote, "text", span, confidence)
    date = Edtf.parse(text) if field == "date_created" else None
    return Statement(field, text, evidence, 0, "photo", date, place, point)


def photo(
    id: int,
    *statements: Statement,
    path: str | None = None,
    match: str = "certain",
    supplier: str | None = "AP",
    tags: tuple[Tag, ...] = (),
) -> Described:
    """A photo as the store describes it."""
    where = f"/drop/{id}.jpg" if path is None else path
    shape = photo_shape(
        id=id,
        sha256=hashlib.sha256(str(id).encode()).hexdigest(),
        format="JPEG",
        width=4000,
        height=3000,
        files=[file_shape(where, supplier, "present")],
        statements=statements,
        work=id,
        match=match,
    )
    return Described(shape, statements, tags)


def hostile(text: str, id: int = 1) -> Described:
    """A photo of which every word is this one."""
    place = PlaceName(text, (text,), None)
    words = ("headline", "title", "caption", "creator", "keywords", "person_shown", "event")
    more = ("credit_line", "source", "copyright_notice", "usage_terms", "instructions", "camera")
    links = (
        Tag("XMP xmpRights:WebStatement", text),
        Tag("XMP plus:Licensor[1]/plus:LicensorURL", text),
    )
    return photo(
        id,
        *(said(field, text) for field in (*words, *more, "digital_source_type", "alt_text")),
        said("location_created", text, place=place),
        said("location_shown", text, place=place),
        said("date_created", "2016-03", quote=text),
        path=f"/drop/{text.replace('/', '_')}.jpg",
        supplier=text,
        tags=links,
    )


CAPTION = "A priest blesses jets at Hmeimim air base, Syria, in March 2016. (AP Photo/Ann Ex)"


@pytest.fixture(scope="session")
def photos() -> list[Described]:
    """A jet with everything, a photo of a decade, one of the antimeridian, one of nothing."""
    hmeimim = PlaceName("Hmeimim air base", ("Latakia", "Syria"), "SY")
    return [
        photo(
            1,
            said("headline", "Blessing of the jets"),
            said("title", "jets-1"),
            said("caption", CAPTION, "IIM 2:120"),
            said("keywords", "priest", "IIM 2:025"),
            said("keywords", "jets; bombers", "IIM 2:025"),
            said("creator", "Ann Ex"),
            said("creator_title", "Staff"),
            said("credit_line", "AP"),
            said("source", "Associated Press"),
            said("copyright_notice", "© 2016 AP"),
            said("usage_terms", "Editorial use only"),
            said("instructions", "No mags"),
            said("job_id", "job-7"),
            said("date_created", "2016-03", "caption[53:63]", quote="March 2016", span=(53, 63)),
            said(
                "location_created",
                "Hmeimim air base",
                "caption[25:48]",
                place=hmeimim,
                point=Point(35.400999999999996, 35.949, 3000.0),
                quote="Hmeimim air base, Syria",
                span=(25, 48),
                confidence=0.9,
            ),
            said("location_shown", "Latakia", place=PlaceName("Latakia", ("Syria",), "SY")),
            said("person_shown", "Father X"),
            said("organisation_shown", "Russian Air Force"),
            said("event", "Blessing"),
            said(
                "digital_source_type",
                "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
            ),
            said("alt_text", "A priest before a jet"),
            said("rating", "4"),
            said("camera", "NIKON D4"),
            said("lens", "24-70"),
            tags=(
                Tag("XMP xmpRights:WebStatement", "https://ap.example/rights"),
                Tag("XMP plus:Licensor[1]/plus:LicensorURL", "https://ap.example/license?a=1"),
            ),
        ),
        photo(
            2,
            said("caption", "Рыбаки в Тартусе", "IIM 2:120"),
            said("date_created", "198X"),
            said("headline", "Perhaps not", confidence=0.3),
            path="/drop/caf\udce9/new\nline.jpg",
            supplier=None,
        ),
        photo(
            3,
            said("date_created", "2016-03-20T10:15:00+02:00"),
            said("location_created", "x", point=Point(-16.5, 180.0, 40_000.0)),
        ),
        photo(4, said("date_created", "2015/.."), match="possible"),
    ]


@pytest.fixture(scope="session", name="hostile")
def _hostile() -> Callable[..., Described]:
    """``hostile(text, id=…)``."""
    return hostile


@pytest.fixture(scope="session", name="said")
def _said() -> Callable[..., Statement]:
    """``said(field, text, origin=…, place=…, point=…, quote=…, span=…, confidence=…)``."""
    return said


@pytest.fixture(scope="session", name="photo")
def _photo() -> Callable[..., Described]:
    """``photo(id, *statements, path=…, match=…, supplier=…, tags=…)``."""
    return photo


@pytest.fixture(params=HOSTILE, ids=ascii)
def harm(request: pytest.FixtureRequest) -> str:
    """Each of some words that are commands somewhere."""
    text: str = request.param
    return text


# --- a catalog ------------------------------------------------------------------------------------

STORED = (
    ("ap/jets.jpg", "2016-03", "Jets at Homs"),
    ("ap/priest.jpg", "2016", "A priest"),
    ("tass/caf\udce9.jpg", "2016-03-20T10:15:00", "=HYPERLINK(1)"),
    ("tass/2015/fishermen.jpg", "2015", "Рыбаки"),
    ("tass/2015/undated.jpg", None, "A harbour"),
)
"""Where some files lie, when they were made, and their headlines."""


@pytest.fixture(scope="session")
def fill() -> Callable[[Catalog, Path], None]:
    """``fill(catalog, folder)``: five files in folders of two suppliers, with what they say."""

    def fill(catalog: Catalog, folder: Path) -> None:
        read = []
        for name, date, headline in STORED:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(name.encode("utf-8", "surrogateescape"))
            statements = [said("headline", headline), said("caption", f"{headline} in Syria.")]
            statements += [said("date_created", date)] if date else []
            statements.append(said("location_created", "x", point=Point(35.4, 35.9, 500.0)))
            status = path.stat()
            read.append(
                Photo(
                    ImageFile(str(path), status.st_size, status.st_mtime_ns, name.split("/")[0]),
                    hashlib.sha256(path.read_bytes()).hexdigest(),
                    "JPEG",
                    *(4000, 3000),
                    statements=tuple(statements),
                )
            )
        catalog._store.add_photos(catalog._store.begin_run("ingest"), read)

    return fill


@pytest.fixture(scope="session")
def desk(
    fill: Callable[[Catalog, Path], None], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Catalog]:
    """A catalog of these. Tests only read it."""
    folder = tmp_path_factory.mktemp("desk")
    with Catalog.init(folder / "catalog.db") as catalog:
        fill(catalog, folder / "drop")
        yield catalog
