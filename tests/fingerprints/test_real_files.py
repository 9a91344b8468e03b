"""Real files of thirty formats: their size as shown is what ExifTool and Pillow say it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from photocat.errors import FileProblem
from photocat.fingerprints import decode_reduced

NAMES = {"WEBP": "WebP", "APNG": "PNG"}
NOT_PHOTOS = {"XMP", "JSON", "EMPTY", "VIDEO"}

TOO_SLOW = 20_000_000
"""Pixels: the few larger pictures take as long as all the others."""

TURNED_BY_THE_CONTAINER = {f"rot{r}mir{m}.avif" for r in (1, 3) for m in (0, 1)}
"""The oracle's size is that of the stored picture, which ``irot`` turns by a quarter
(ISO/IEC 23008-12, 6.5.10)."""


def pixels_of(line: dict) -> int:
    width, height = line["oracle"].get("display_size", (0, 0))
    return width * height


@pytest.fixture(scope="module")
def decoded(corpus: Path) -> list[tuple[dict, tuple[int, int] | str]]:
    folder = corpus / "metadata"
    found = []
    for line in map(json.loads, (folder / "manifest.jsonl").read_text().split("\n")[:-1]):
        kind = line["format_class"]
        if kind in NOT_PHOTOS or kind.startswith("RAW") or pixels_of(line) > TOO_SLOW:
            continue
        data = (folder / line["path"]).read_bytes()
        orientation = line["oracle"].get("orientation", 1)
        try:
            picture = decode_reduced(data, NAMES.get(kind, kind), orientation)
            found.append((line, (picture.width, picture.height)))
        except FileProblem as problem:
            found.append((line, problem.code))
    return found


def test_the_size_as_shown_is_the_oracles(decoded):
    differing = {
        Path(line["path"]).name: (size, line["oracle"]["display_size"])
        for line, size in decoded
        if not isinstance(size, str)
        and "display_size" in line["oracle"]
        and list(size) != line["oracle"]["display_size"]
    }

    assert set(differing) <= TURNED_BY_THE_CONTAINER, differing


def test_what_pillow_could_decode_is_decoded(decoded):
    lost = [
        line["path"]
        for line, size in decoded
        if isinstance(size, str) and line["pillow"].get("load") == "ok"
    ]

    assert len(decoded) > 200
    assert lost == []
