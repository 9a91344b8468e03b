"""Hostile words in captions, names, paths, notes and questions: on a terminal none of them acts."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from photocat import Catalog
from photocat.cli import main
from photocat.cli.commands import COMMANDS
from photocat.dates import Edtf
from photocat.places import Point
from photocat.records import Evidence, ImageFile, Note, Photo, PlaceName, Relation, Statement, Tag
from photocat.store.problems import Problem

# Sets the clipboard, turns red, clears the screen, goes back, turns words round, hides.
HARM = "\x1b]52;c;cm0=\x07\x9b31m\x1b[2J\r\x08\u202e\u200b\u2028\x85</script>"
ACTS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)


def _said(field: str, text: str, **more: object) -> Statement:
    evidence = Evidence(f"XMP {HARM}", f"{HARM}{text}", f"rule{HARM}")
    return Statement(field, text, evidence, 0, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    """Two photos of one work, of which every word means harm."""
    folder = tmp_path_factory.mktemp("hostile")
    words = ("headline", "title", "caption", "creator", "credit_line", "source", "camera", "event")
    place = PlaceName(HARM, (HARM,), "SY")
    with Catalog.init(folder / "catalog.db") as catalog:
        store = catalog._store
        read = []
        for number, date in enumerate(("2016-03", "2013-08-21")):
            path = folder / f"{HARM.replace('/', '')}\udce9\n{number}.jpg"
            picture = io.BytesIO()
            Image.new("RGB", (8 + number, 8)).save(picture, "JPEG")
            path.write_bytes(picture.getvalue())
            status = path.stat()
            read.append(
                Photo(
                    ImageFile(str(path), status.st_size, status.st_mtime_ns, f"AP {HARM}{number}"),
                    hashlib.sha256(picture.getvalue()).hexdigest(),
                    "JPEG",
                    *(8, 8),
                    tags=(Tag(f"EXIF {HARM}", HARM),),
                    statements=(
                        *(_said(field, HARM) for field in words),
                        *(_said(field, HARM) for field in ("keywords", "person_shown")),
                        _said("location_created", HARM, place=place, point=Point(35.4, 35.9)),
                        _said("location_shown", HARM, place=place),
                        _said("date_created", date, date=Edtf.parse(date)),
                    ),
                    notes=(Note("metadata-damaged", HARM),),
                )
            )
        run = store.begin_run("ingest", HARM)
        ids = [added.id for added in store.add_photos(run, read)]
        store.add_failures(run, [Problem(f"/{HARM}.jpg", "undecodable", HARM)])
        store.replace_relations([Relation(2, 1, "copy", 3, HARM, 0.9, "accepted")])
        store.replace_works(dict.fromkeys((id for id in ids if id), 1))
        catalog.decide(2, 1, "copy", note=HARM)
        catalog.edit([1], [f"headline={HARM}"], note=HARM)
        catalog.save_search("harm", f'caption:"{HARM}"')
        yield catalog


ANSWERS = (
    *(["search", "--format", form] for form in ("table", "json", "jsonl", "csv", "geojson")),
    *(["search", *how] for how in (["--facets", "supplier,creator,camera,place"], ["--histogram"])),
    *(["search", "--facets", "supplier", "--format", form] for form in ("table", "csv")),
    *(["search", "@harm", "--explain", "--format", form] for form in ("table", "json")),
    *(["search", "--saved", "--format", form] for form in ("table", "csv", "jsonl")),
    ["search", f"in:{HARM}"],
    ["search", f"{HARM}:1"],
    ["search", f"caption:{HARM}", "--count"],
    *(["show", "1", *how] for how in ([], ["--evidence"], ["--tags"], ["--format", "json"])),
    ["show", f"/{HARM}"],
    *(["duplicates", "--format", form] for form in ("table", "json", "jsonl")),
    *(["duplicates", how] for how in ("--pairs", "--plan")),
    *(["conflicts", "--format", form] for form in ("table", "json")),
    *(["decisions", "--format", form] for form in ("table", "jsonl")),
    *(["log", *how, "--format", form] for how in ([], ["1"]) for form in ("table", "json")),
    *(["problems", "--format", form] for form in ("table", "jsonl")),
    ["stats", "--format", "table"],
    ["check", "--format", "table"],
    ["dump", "--normalised"],
    ["edit", "format:JPEG", f"title=a{HARM}", "--dry-run", "--format", "table"],
    ["edit", "", f"{HARM}=1", "--yes"],
    ["merge", "1", "--fields", HARM, "--from", "1"],
    ["reread", "--dry-run", "--format", "table"],
    *(["write", "--all", "--dry-run", "--format", form] for form in ("table", "json", "jsonl")),
    *(["export", "--to", form] for form in ("csv", "jsonl", "geojson", "ninjs", "jsonld", "html")),
    ["export", "--to", f"{HARM}.doc"],
    ["export", "--to", "csv", "--columns", HARM],
    *(["caption", HARM, "--format", form] for form in ("table", "json")),
    ["caption", f"{HARM} in Homs, Syria, on 3 May 2016. (AP Photo/Ann{HARM} Ex)", "--format=json"],
    ["place", "find", HARM, "--format", "json"],
    ["place", "near", HARM],
    ["place", "import", f"/{HARM}"],
    ["read", f"/{HARM}"],
    ["similar", f"/{HARM}"],
    ["ingest", f"/{HARM}"],
    ["restore", f"/{HARM}"],
    ["undo", "999"],
    [f"--{HARM}"],
    ["search", f"--{HARM}=1"],
    [HARM],
)


@pytest.mark.parametrize("arguments", ANSWERS, ids=lambda a: ascii(a[0])[:12])
def test_nothing_that_is_printed_acts(
    arguments: list[str], catalog: Catalog, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--catalog", catalog.address, *arguments])

    told = capsys.readouterr()
    printed = f"{told.out}{told.err}".replace("\r\n", "\n")
    assert printed
    assert ACTS.findall(printed) == []


def test_hostile_files_are_told_of_safely(
    catalog: Catalog, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = tmp_path / HARM.replace("/", "")
    hostile.mkdir()
    (hostile / f"{HARM[:8]}.jpg").write_bytes(b"\xff\xd8\xff" + HARM.encode())
    (hostile / "lines").write_text(f'{{"caption": {HARM!r}}}\n{HARM}\n{{"x": 1}}\n')
    own = str(tmp_path / "own.db")

    main(["--catalog", own, "init"])
    main(["--catalog", own, "ingest", str(hostile), "--jobs", "1", "--supplier", HARM])
    main(["--catalog", own, "ingest", str(hostile), "--jobs", "1", "--format", "jsonl"])
    main(["--catalog", own, "problems", "--format", "table"])
    main(["--catalog", own, "backup", str(hostile / f"{HARM[:8]}.backup")])
    main(["--catalog", catalog.address, "export", "--to", str(hostile / "side/")])
    main(["--catalog", catalog.address, "export", "--to", str(hostile / "all.csv")])
    main(["caption", "--lines", str(hostile / "lines")])
    main(["read", *map(str, hostile.glob("*.jpg"))])

    told = capsys.readouterr()
    assert ACTS.findall(f"{told.out}{told.err}") == []


def test_paths_are_exact_for_programs_and_safe_for_people(
    catalog: Catalog, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ["--catalog", catalog.address, "search", "--format", "paths"]
    main(command)
    exact = capsysbinary.readouterr().out

    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    main(command)
    safe = capsysbinary.readouterr().out.decode()

    assert b"\x1b]52;c;cm0=\x07" in exact
    assert b"\xe9\n" in exact
    assert ACTS.findall(safe) == []
    assert len(safe.splitlines()) == 2


def test_no_command_is_left_out() -> None:
    tried = {arguments[0] for arguments in ANSWERS}
    # These print no words of others, ask before they do, or are tried with files of their own.
    others = {"init", "demo", "completion", "decide", "backup"}

    assert {command.name for command in COMMANDS} <= tried | others
