"""The main job on real files: a folder of them goes in, and searches give back the right ones.

The oracle is the manifest of the corpus: what ExifTool says of each file.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from photocat import Catalog
from photocat.dates import Edtf
from photocat.errors import REASON
from photocat.words import words

Oracle = dict[str, dict[str, Any]]

OPTIONS = ["--jobs", "2", "--hidden", "--format", "jsonl"]


@pytest.fixture(scope="module")
def folder(corpus: Path) -> Path:
    return (corpus / "metadata").resolve()


@pytest.fixture(scope="module")
def ingested(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """The catalog, and the finished ingest command that made it."""
    catalog = tmp_path_factory.mktemp("real") / "catalog.db"
    command = ["--catalog", catalog, "ingest", folder, *OPTIONS]
    done = subprocess.run(
        [sys.executable, "-m", "photocat", *command], capture_output=True, text=True, check=False
    )
    return catalog, done


@pytest.fixture(scope="module")
def catalog(ingested: tuple[Path, Any]) -> Iterator[Catalog]:
    with Catalog(ingested[0]) as opened:
        yield opened


@pytest.fixture(scope="module")
def oracle(catalog: Catalog, folder: Path) -> Oracle:
    """What ExifTool says of every photo that is in the catalog, by its path."""
    stored = {f["path"] for match in catalog.search() for f in match.record["files"]}
    manifest = (json.loads(line) for line in (folder / "manifest.jsonl").open())
    said = {str(folder / entry["path"]): entry["oracle"] for entry in manifest}
    return {path: values for path, values in said.items() if path in stored}


def answers(catalog: Catalog, query: str) -> dict[str, str]:
    """The paths that a query gives back, and how surely."""
    return {
        file["path"]: match.certainty
        for match in catalog.search(query)
        for file in match.record["files"]
    }


def test_every_file_is_stored_or_listed_with_its_reason(
    ingested: tuple[Path, Any], folder: Path
) -> None:
    _, done = ingested
    *lines, summary = map(json.loads, done.stdout.splitlines())
    files = [line for line in lines if "path" in line]
    told = {Path(file["path"]) for file in files}

    assert done.returncode == (3 if summary["summary"]["failed"] else 0), done.stderr
    assert "Traceback" not in done.stderr
    assert {path for path in folder.rglob("*") if path.is_file()} <= told
    assert sum(summary["summary"].values()) == len(files)
    for file in files:
        assert file["outcome"] in ("stored", "known") or REASON[file["code"]]


def test_what_pillow_decodes_is_stored(oracle: Oracle, folder: Path) -> None:
    for line in (folder / "manifest.jsonl").open():
        entry = json.loads(line)
        if entry.get("pillow", {}).get("load") == "ok":
            assert str(folder / entry["path"]) in oracle, entry["path"]


def test_a_second_run_stores_nothing(ingested: tuple[Path, Any], folder: Path) -> None:
    command = ["--catalog", ingested[0], "ingest", folder, *OPTIONS]
    done = subprocess.run(
        [sys.executable, "-m", "photocat", *command], capture_output=True, text=True, check=False
    )

    assert json.loads(done.stdout.splitlines()[-1])["summary"]["stored"] == 0


def test_every_year_finds_the_photos_taken_in_it_and_no_others(
    catalog: Catalog, oracle: Oracle
) -> None:
    taken = {
        path: Edtf.parse(values["date_taken"]["edtf"])
        for path, values in oracle.items()
        if values["date_taken"]
    }
    years = {date.text[:4] for date in taken.values()}
    assert len(years) > 10

    for year in years:
        found = answers(catalog, f"during:{year}")
        expected = {path for path, date in taken.items() if date.within(Edtf.parse(year))}

        assert expected <= found.keys(), year
        assert {path for path in found.keys() & taken.keys() if path not in expected} == set(), year


def test_a_photo_is_found_by_a_rare_word_of_its_caption(catalog: Catalog, oracle: Oracle) -> None:
    asked = 0
    for path, values in oracle.items():
        rare = max(words(values.get("caption") or ""), key=len, default="")
        if len(rare) > 6 and rare.isalpha() and values.get("iptc_charset") != "undeclared":
            asked += 1
            assert path in answers(catalog, f"caption:{rare}"), (path, rare)
    assert asked > 30


def test_a_photo_is_found_by_its_city_and_its_country(catalog: Catalog, oracle: Oracle) -> None:
    asked = 0
    for path, values in oracle.items():
        for level in ("city", "country"):
            name = (values.get("location") or {}).get(level)
            if name and words(name):
                asked += 1
                assert path in answers(catalog, f'in:"{name}"'), (path, name)
    assert asked > 30


def test_a_photo_is_found_near_its_coordinates_and_not_far_from_them(
    catalog: Catalog, oracle: Oracle
) -> None:
    located = {
        path: values["gps"]
        for path, values in oracle.items()
        if values.get("gps") and not values["gps"].get("null_island")
    }
    assert len(located) > 20

    for path, gps in located.items():
        refused = {note["code"] for note in catalog.show(path)["notes"]} & {"place-refused"}
        if refused:  # ExifTool takes the quotient 0/0 for 0
            assert 0 in (gps["lat"], gps["lon"])
            continue
        assert path in answers(catalog, f"near:{gps['lat']},{gps['lon']}~50m"), path
        south = max(gps["lat"] - 20, -90)
        assert path not in answers(catalog, f"bbox:-180,{south},180,{gps['lat'] - 1}")


def test_works_join_equal_pictures_across_formats(catalog: Catalog) -> None:
    works = catalog.duplicates()

    assert len(works) > 20
    assert any(len({Path(p["path"]).suffix for p in work["photos"]}) > 2 for work in works)


def test_the_catalog_passes_its_check(catalog: Catalog) -> None:
    assert [finding for finding in catalog.check(full=True) if not finding["ok"]] == []
