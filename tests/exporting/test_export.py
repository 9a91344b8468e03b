"""Whole answers, from a catalog into files: in order, whole or not at all, over nothing unasked."""

from __future__ import annotations

import io
import itertools
import json
import os
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from photocat import Catalog
from photocat.errors import BadQuery, UsageError
from photocat.exporting import FORMATS
from photocat.exporting.about import About
from photocat.exporting.csv import read_rows
from photocat.exporting.whole import write_whole
from photocat.store.stream import Described

FILES = [format.name for format in FORMATS if format.name != "xmp"]
SAME = ("csv", "jsonl", "geojson", "jsonld", "parquet")
"""Formats in which the address of the catalog is not told."""

Fill = Callable[[Catalog, Path], None]


def exported(catalog: Catalog, query: str, format: str, **how: Any) -> bytes:
    out = io.BytesIO()
    catalog.export(query, out, format=format, **how)
    return out.getvalue()


def ids(catalog: Catalog, query: str = "", **how: Any) -> list[int]:
    lines = exported(catalog, query, "jsonl", **how).splitlines()
    return [json.loads(line)["id"] for line in lines]


# --- what is written ------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["", "date:2016-03-10", "during:2016", "jets OR priest"])
def test_the_answer_is_that_of_search_certain_before_possible(query: str, desk: Catalog) -> None:
    found = desk.search(query)
    lines = [json.loads(line) for line in exported(desk, query, "jsonl").splitlines()]

    assert [{k: v for k, v in line.items() if k != "statements"} for line in lines] == [
        dict(match.record) for match in found
    ]
    assert ids(desk, query, limit=2) == [match.id for match in found][:2]


@pytest.mark.parametrize("format", FILES)
def test_the_same_catalog_and_query_give_the_same_bytes(format: str, desk: Catalog) -> None:
    once, again = (exported(desk, "during:2016", format) for _ in range(2))

    assert once == again


def test_both_databases_give_the_same_bytes(fill: Fill, tmp_path: Path, postgres_url: str) -> None:
    told = []
    for address in (tmp_path / "catalog.db", postgres_url):
        with Catalog.init(address) as catalog:
            fill(catalog, tmp_path / "drop")
            told.append({name: exported(catalog, "date:2016-03", name) for name in SAME})

    assert told[0] == told[1]
    assert len(told[0]["jsonl"].splitlines()) > 2


@pytest.mark.parametrize("format", FILES)
def test_what_is_written_begins_before_the_last_photo_is_read(
    format: str, photos: list[Described], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("photocat.exporting.parquet.ROWS_AT_A_TIME", 2)
    endless = itertools.cycle(photos)
    pieces = import_module(f"photocat.exporting.{format}").written(endless, About())

    assert sum(map(len, itertools.islice(pieces, 20))) > 500


def test_a_saved_search_is_a_query(fill: Fill, tmp_path: Path) -> None:
    with Catalog.init(tmp_path / "catalog.db") as catalog:
        fill(catalog, tmp_path / "drop")
        catalog.save_search("desk", "date:2015..2016")

        assert ids(catalog, "@desk") == ids(catalog, "date:2015..2016") != []
        with pytest.raises(BadQuery):
            exported(catalog, "@dsk", "jsonl")


def test_a_query_may_be_given_by_name(desk: Catalog) -> None:
    named = ids(desk, "", supplier="ap")

    assert named == desk.find("supplier:ap") != []


# --- where it is written --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("all.csv", b"id,sha256"),
        ("all.jsonl", b'{"id"'),
        ("all.NDJSON", b'{"id"'),
        ("all.geojson", b'{"type": "FeatureCollection"'),
        ("all.ninjs.json", b'{"uri": "urn:uuid:'),
        ("all.jsonld", b'{"@context"'),
        ("all.htm", b"<!DOCTYPE html>"),
        ("all.parquet", b"PAR1"),
    ],
)
def test_the_ending_tells_the_format(
    name: str, begins: bytes, desk: Catalog, tmp_path: Path
) -> None:
    told: list[int] = []
    done = desk.export("date:2016", tmp_path / name, tell=told.append)

    assert (tmp_path / name).read_bytes().startswith(begins)
    assert done.photos == desk.count("date:2016") == told[-1]
    assert os.listdir(tmp_path) == [name]


@pytest.mark.parametrize(
    ("to", "how", "complaint"),
    [
        ("all.json", {}, "does not tell its format; say --format csv"),
        ("all.txt", {"format": "cvs"}, "no format 'cvs'; did you mean csv"),
        ("all.geojson", {"columns": ["id"]}, "only csv and parquet have columns"),
        ("all.csv", {"columns": ["idd"]}, "no column 'idd'; did you mean id"),
        ("no/such/folder/all.csv", {}, "cannot be written: No such file or directory"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    to: str, how: dict[str, Any], complaint: str, desk: Catalog, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=complaint):
        desk.export("", tmp_path / to, **how)

    assert os.listdir(tmp_path) == []


def test_an_open_file_has_no_ending(desk: Catalog) -> None:
    with pytest.raises(UsageError, match="say in which format"):
        desk.export("", io.BytesIO())
    with pytest.raises(UsageError, match="need a folder"):
        desk.export("", io.BytesIO(), format="xmp")


def test_nothing_is_replaced_unasked(desk: Catalog, tmp_path: Path) -> None:
    target = tmp_path / "all.csv"
    target.write_text("mine")
    target.chmod(0o640)

    with pytest.raises(UsageError, match="there already; pass --force"):
        desk.export("", target)
    assert target.read_text() == "mine"

    desk.export("", target, force=True)
    assert target.read_text().startswith("id,")
    assert target.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["all.csv"]


def test_a_photo_or_the_catalog_is_never_replaced(fill: Fill, tmp_path: Path) -> None:
    with Catalog.init(tmp_path / "catalog.db") as catalog:
        fill(catalog, tmp_path / "drop")
        photo, link = tmp_path / "drop/ap/jets.jpg", tmp_path / "link.csv"
        link.symlink_to(photo)
        for target in (photo, tmp_path / "catalog.db", link):
            with pytest.raises(UsageError, match="belongs to the catalog"):
                catalog.export("", target, format="csv", force=True)

        assert photo.read_bytes() == b"ap/jets.jpg"
        assert catalog.count() == 5


def test_what_is_no_regular_file_is_left_alone(desk: Catalog, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)

    with pytest.raises(UsageError, match="no regular file"):
        desk.export("", pipe, force=True)
    assert pipe.is_fifo()


def test_a_link_leads_to_what_is_replaced(desk: Catalog, tmp_path: Path) -> None:
    there = tmp_path / "there.csv"
    there.write_text("old")
    (tmp_path / "link.csv").symlink_to(there)

    desk.export("", tmp_path / "link.csv", force=True)

    assert (tmp_path / "link.csv").is_symlink()
    assert there.read_text().startswith("id,")


@pytest.mark.parametrize("problem", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_a_file_is_there_whole_or_not_at_all(
    problem: BaseException | type[BaseException], tmp_path: Path
) -> None:
    target = tmp_path / "all.csv"
    target.write_text("old")

    def pieces() -> Iterator[bytes]:
        yield b"half of "
        raise problem

    with pytest.raises((KeyboardInterrupt, UsageError)):
        write_whole(str(target), pieces(), force=True)

    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["all.csv"]


def test_what_comes_into_being_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "all.csv"

    def pieces() -> Iterator[bytes]:
        yield b"ours"
        target.write_text("theirs")

    with pytest.raises(UsageError, match="there already"):
        write_whole(str(target), pieces(), force=False)

    assert target.read_text() == "theirs"
    assert os.listdir(tmp_path) == ["all.csv"]


def test_the_values_of_a_table_come_back_from_the_file(desk: Catalog, tmp_path: Path) -> None:
    desk.export("", tmp_path / "all.csv", bom=True, columns=("id", "caption"))

    with open(tmp_path / "all.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(read_rows(file))
    assert rows == [{"id": match.id, "caption": match.record["caption"]} for match in desk.search()]
