"""XMP sidecars in a folder of their own, read by our reader and by ExifTool."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring

from photocat import Catalog
from photocat.exporting.xmp import sidecar_bytes
from photocat.preferred import DOUBTFUL, preferred
from photocat.readers import read_sidecar, state
from photocat.records import Evidence, ImageFile, Photo, Statement
from photocat.store.stream import Described
from photocat.store.written import Told

Fill = Callable[[Catalog, Path], None]


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    """The folder in which the files lie."""
    return tmp_path / "drop"


@pytest.fixture
def catalog(fill: Fill, drop: Path, tmp_path: Path) -> Iterator[Catalog]:
    """Of five photos in the folders of two suppliers."""
    with Catalog.init(tmp_path / "catalog.db") as catalog:
        fill(catalog, drop)
        yield catalog


def files_under(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_the_folder_mirrors_that_of_the_originals_and_these_are_untouched(
    catalog: Catalog, drop: Path, tmp_path: Path
) -> None:
    before = {name: (drop / name).read_bytes() for name in files_under(drop)}

    done = catalog.export("", tmp_path / "side", format="xmp")

    assert files_under(tmp_path / "side") == [f"{name}.xmp" for name in before]
    assert done.files == done.photos == len(before) == 5
    assert before == {name: (drop / name).read_bytes() for name in files_under(drop)}


def test_where_a_sidecar_lies_does_not_hang_on_the_query(
    catalog: Catalog, drop: Path, tmp_path: Path
) -> None:
    (one, *_) = catalog.search("", limit=1)
    catalog.export(f"id:{one.id}", f"{tmp_path}/side/")

    (name,) = files_under(tmp_path / "side")
    assert one.record["files"][0]["path"] == str(drop / name.removesuffix(".xmp"))


def test_never_beside_an_original(catalog: Catalog, drop: Path, tmp_path: Path) -> None:
    before = files_under(drop)

    done = catalog.export("", drop, format="xmp", force=True)

    assert (done.files, done.refused) == (0, 5)
    assert {wrote.reason for wrote in done.reasons} == {"a photo lies there; use write"}
    assert files_under(drop) == before


def test_a_link_back_to_the_originals_is_seen_through(
    catalog: Catalog, drop: Path, tmp_path: Path
) -> None:
    (tmp_path / "side").mkdir()
    for folder in drop.iterdir():
        (tmp_path / "side" / folder.name).symlink_to(folder)
    before = files_under(drop)

    assert catalog.export("", f"{tmp_path}/side/").refused == 5
    assert files_under(drop) == before


def test_a_sidecar_that_is_a_link_leads_nowhere(
    catalog: Catalog, drop: Path, tmp_path: Path
) -> None:
    side = tmp_path / "side"
    catalog.export("", side, format="xmp")
    first, second, *_ = files_under(side)
    original = drop / first.removesuffix(".xmp")
    (side / first).unlink()
    (side / first).symlink_to(original)
    (side / second).unlink()
    os.mkfifo(side / second)
    before = original.read_bytes()

    done = catalog.export("", side, format="xmp", force=True)

    assert (done.files, done.refused) == (3, 2)
    assert {wrote.reason for wrote in done.reasons} == {"it is no regular file"}
    assert original.read_bytes() == before


def test_what_says_the_same_stays_and_what_does_not_is_refused(
    catalog: Catalog, drop: Path, tmp_path: Path
) -> None:
    side = tmp_path / "side"
    catalog.export("", side, format="xmp")
    first, second, *_ = files_under(side)
    (side / first).write_text("somebody's")
    stamp = (side / second).stat().st_mtime_ns

    done = catalog.export("", side, format="xmp")

    assert (done.files, done.refused) == (4, 1)
    assert (side / first).read_text() == "somebody's"
    assert (side / second).stat().st_mtime_ns == stamp
    assert catalog.export("", side, format="xmp", force=True).refused == 0
    assert "somebody" not in (side / first).read_text()


def test_a_name_that_is_too_long_with_its_ending_is_told_and_the_rest_is_written(
    catalog: Catalog, drop: Path, tmp_path: Path
) -> None:
    store = catalog._store
    status = os.stat(drop)
    file = ImageFile(str(drop / f"{'x' * 250}.jpg"), status.st_size, status.st_mtime_ns)
    headline = Statement("headline", "Long", Evidence("IIM 2:105", "Long", "text"), 0)
    photo = Photo(file, "0" * 64, "JPEG", 1, 1, statements=(headline,))
    store.add_photos(store.begin_run("ingest"), [photo])

    done = catalog.export("", tmp_path / "side", format="xmp")

    assert (done.files, done.refused) == (5, 1)
    assert "too long" in str(done.reasons[0].reason)


def test_our_reader_believes_of_the_sidecar_what_was_believed_of_the_photo(
    photos: list[Described],
) -> None:
    for photo in photos:
        told = Told(1, 1, ImageFile("/drop/1.jpg", 1, 1), (), tuple(photo.statements))
        tags, notes = read_sidecar(sidecar_bytes(told, "c"), "1.jpg.xmp", "1.jpg")
        believed = preferred(state(tags)[0])
        meant = preferred(photo.statements)

        assert notes == ()
        for field in meant.keys() - {"camera", "lens", "rating"}:
            sure = [s for s in meant[field] if s.evidence.confidence >= DOUBTFUL]
            if field.startswith("location"):
                assert [s.point for s in believed[field]] == [s.point for s in sure], field
                assert [s.place for s in believed[field]] == [s.place for s in sure], field
            else:
                assert [s.text for s in believed.get(field, ())] == [s.text for s in sure], field


def test_whatever_the_words_are_the_packet_can_be_read(
    harm: str, hostile: Callable[..., Described]
) -> None:
    told = Told(1, 1, ImageFile("/a.jpg", 1, 1), (), tuple(hostile(harm).statements))
    packet = fromstring(sidecar_bytes(told, "c"))
    creators = [li.text for li in packet.iterfind(".//{*}creator/{*}Seq/{*}li")]

    meant = "".join(c for c in harm if c >= " " or c in "\t\n\r")
    assert creators == ([meant] if meant.strip() else [])


@pytest.mark.skipif(
    shutil.which("exiftool") is None,
    reason="no ExifTool on the path (Debian: libimage-exiftool-perl)",
)
def test_exiftool_reads_the_same(photos: list[Described], tmp_path: Path) -> None:
    told = Told(1, 1, ImageFile("/a.jpg", 1, 1), (), tuple(photos[0].statements))
    (tmp_path / "a.jpg.xmp").write_bytes(sidecar_bytes(told, "c"))
    command = ["exiftool", "-j", "-struct", "-n", str(tmp_path / "a.jpg.xmp")]
    done = subprocess.run(command, capture_output=True, check=True)
    (said,) = json.loads(done.stdout)

    assert said["Headline"] == "Blessing of the jets"
    assert said["DateCreated"] == "2016:03"
    assert said["Subject"] == ["priest", "jets; bombers"]
    assert said["Creator"] == "Ann Ex" or said["Creator"] == ["Ann Ex"]
    assert said["LocationCreated"][0]["CountryName"] == "Syria"
    assert said["LocationCreated"][0]["GPSLatitude"] == pytest.approx(35.401, abs=1e-6)


def test_of_what_nothing_is_known_there_is_no_sidecar() -> None:
    assert sidecar_bytes(Told(1, 1, ImageFile("/a.jpg", 1, 1), (), ()), "c") == b""
