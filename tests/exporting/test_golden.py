"""Every format as it was agreed on, byte for byte: a change to it shows here.

``PHOTOCAT_GOLDEN=write`` writes the files anew, to be looked at before they are committed. Parquet
holds the version of its writer, and so has none.
"""

from __future__ import annotations

import os
import re
from importlib import import_module
from pathlib import Path

import pytest

from photocat.exporting.about import About
from photocat.exporting.xmp import sidecar_bytes
from photocat.records import ImageFile
from photocat.store.stream import Described
from photocat.store.written import Told

GOLDEN = Path(__file__).with_name("golden")


def hold(name: str, data: bytes) -> None:
    if os.environ.get("PHOTOCAT_GOLDEN") == "write":
        (GOLDEN / name).write_bytes(data)
    assert data == (GOLDEN / name).read_bytes()


@pytest.mark.parametrize("format", ["csv", "jsonl", "geojson", "ninjs", "jsonld", "html"])
def test_a_format_is_as_it_was_agreed_on(format: str, photos: list[Described]) -> None:
    about = About("in:Syria", len(photos), "catalog.db")
    data = b"".join(import_module(f"photocat.exporting.{format}").written(photos, about))
    # How the page looks is not agreed on, and what its policy allows follows from that.
    data = re.sub(rb"<style>.*</style>|sha256-[^']+", b"", data, flags=re.DOTALL)

    hold(f"photos.{format}", data)


def test_a_sidecar_is_as_it_was_agreed_on(photos: list[Described]) -> None:
    told = Told(1, 1, ImageFile("/drop/1.jpg", 1, 1), (), tuple(photos[0].statements))

    hold("1.jpg.xmp", sidecar_bytes(told, "catalog"))
