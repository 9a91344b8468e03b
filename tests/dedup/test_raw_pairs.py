"""A raw file and the JPEG that the camera wrote with it are one work."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photocat import Catalog, IngestOptions

CAMERA, TAKEN = "Canon EOS R5", "2016:03:20 10:15:30"


def tiff(taken: str, camera: str = CAMERA) -> bytes:
    """The head of a raw file: a TIFF that says when and by which camera, and shows nothing."""
    model, when = camera.encode() + b"\0", taken.encode() + b"\0"
    directory = struct.pack("<H", 2) + struct.pack("<HHII", 0x0110, 2, len(model), 100)
    directory += struct.pack("<HHII", 0x8769, 4, 1, 60) + bytes(4)
    exif = struct.pack("<H", 1) + struct.pack("<HHII", 0x9003, 2, len(when), 200) + bytes(4)
    head = struct.pack("<2sHI2sBBI", b"II", 42, 16, b"CR", 2, 0, 0)
    return (
        (head + directory).ljust(60, b"\0") + exif.ljust(40, b"\0") + model.ljust(100, b"\0") + when
    )


def jpeg(path: Path, taken: str, camera: str = CAMERA) -> None:
    coarse = np.random.default_rng(3).integers(0, 256, (6, 8, 3), np.uint8)
    exif = Image.Exif()
    exif[0x0110] = camera
    exif.get_ifd(0x8769)[0x9003] = taken
    Image.fromarray(coarse).resize((96, 72)).save(path, "JPEG", exif=exif)


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    pytest.importorskip("rawpy", reason="the extra raw is not installed")
    with Catalog.init(tmp_path / "catalog.db") as catalog:
        yield catalog


def works(catalog: Catalog, folder: Path) -> list[list[str]]:
    list(catalog.add([folder], options=IngestOptions(jobs=0)))
    return [[Path(p["path"]).name for p in work["photos"]] for work in catalog.duplicates()]


def test_a_raw_file_and_its_jpeg_are_one_work(catalog: Catalog, tmp_path: Path) -> None:
    folder = tmp_path / "card"
    folder.mkdir()
    (folder / "IMG_1.CR2").write_bytes(tiff(TAKEN))
    jpeg(folder / "img_1.jpg", TAKEN)

    assert [sorted(work) for work in works(catalog, folder)] == [["IMG_1.CR2", "img_1.jpg"]]
    (relation,) = catalog.duplicates()[0]["relations"]
    assert (relation["relation"], relation["status"]) == ("copy", "accepted")
    assert relation["method"].startswith("raw pair")
    assert catalog.show(relation["second"])["format"] == "RAW/CR2"


def test_the_jpeg_may_come_later(catalog: Catalog, tmp_path: Path) -> None:
    folder = tmp_path / "card"
    folder.mkdir()
    (folder / "IMG_1.CR2").write_bytes(tiff(TAKEN))

    assert works(catalog, folder) == []
    jpeg(folder / "IMG_1.JPG", TAKEN)
    assert len(works(catalog, folder)) == 1


@pytest.mark.parametrize(
    ("name", "taken", "camera"),
    [
        ("IMG_2.JPG", TAKEN, CAMERA),
        ("IMG_1.JPG", "2016:03:20 10:15:31", CAMERA),
        ("IMG_1.JPG", TAKEN, "NIKON Z 9"),
        ("other/IMG_1.JPG", TAKEN, CAMERA),
    ],
)
def test_another_name_second_camera_or_folder_is_another_picture(
    catalog: Catalog, tmp_path: Path, name: str, taken: str, camera: str
) -> None:
    folder = tmp_path / "card"
    (folder / "other").mkdir(parents=True)
    (folder / "IMG_1.CR2").write_bytes(tiff(TAKEN))
    jpeg(folder / name, taken, camera)

    assert works(catalog, folder) == []
