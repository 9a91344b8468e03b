"""Statements to write, and a small catalog of photographs to write beside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photocat import Catalog, IngestOptions
from photocat.dates import Edtf
from photocat.places import Point
from photocat.records import Evidence, PlaceName, Statement


def _said(
    field: str,
    text: str,
    *,
    place: PlaceName | None = None,
    point: Point | None = None,
    origin: str = "edit",
    confidence: float = 1.0,
) -> Statement:
    evidence = Evidence(origin, text, "person", None, confidence)
    date = Edtf.parse(text) if field == "date_created" else None
    return Statement(field, text, evidence, -1, "photo", date, place, point)


@pytest.fixture
def said() -> Callable[..., Statement]:
    """``said(field, text, place=…, point=…, origin=…, confidence=…)``."""
    return _said


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    """A folder with one photograph, ``a.jpg``, taken at a known time."""
    folder = tmp_path / "drop"
    folder.mkdir()
    coarse = np.random.default_rng(7).integers(0, 256, (6, 8, 3), np.uint8)
    picture = Image.fromarray(coarse).resize((96, 72), Image.Resampling.BICUBIC)
    exif = Image.Exif()
    exif[0x010E] = "A priest blesses jets"
    exif[0x8298] = "(c) 2016 Harbour Wire"
    exif.get_ifd(0x8769)[0x9003] = "2016:03:20 10:15:00"
    picture.save(folder / "a.jpg", "JPEG", quality=90, exif=exif)
    return folder


@pytest.fixture
def catalog(tmp_path: Path, drop: Path) -> Iterator[Catalog]:
    """A catalog that knows the folder."""
    with Catalog.init(tmp_path / "catalog.db") as catalog:
        ingest(catalog, drop)
        yield catalog


def ingest(catalog: Catalog, drop: Path) -> dict[str, str]:
    """By name: the outcome of one more ingest."""
    told = catalog.add([drop], options=IngestOptions(jobs=0))
    return {Path(added.path).name: added.outcome for added in told}


@pytest.fixture(name="ingest")
def _ingest() -> Callable[[Catalog, Path], dict[str, str]]:
    return ingest
