"""Every date tag of the real files, against the reading of ExifTool."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from photocat.dates import Edtf, Refused, read_exif_date, read_iim_date, read_xmp_date

EXIF_SUFFIX = {
    "EXIF:DateTimeOriginal": "Original",
    "EXIF:DateTimeDigitized": "Digitized",
    "EXIF:DateTime(Modify)": "",
}

KNOWN_DISAGREEMENTS = {
    "2010:07:28 11:02:12.000CEST": (
        "2010-07-28T11:02:12.000",
        "a zone name is no offset, and no reason to lose the local time",
    ),
}
"""Raw text to what we read, and why ExifTool's answer is not ours."""


def candidates(folder: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each date of each file, with all tags of the file."""
    with (folder / "exiftool.jsonl").open(encoding="utf-8") as lines:
        tags = {file["path"]: file for file in map(json.loads, lines)}
    with (folder / "manifest.jsonl").open(encoding="utf-8") as lines:
        for file in map(json.loads, lines):
            for candidate in (file.get("oracle") or {}).get("date_candidates", ()):
                yield candidate, tags[file["path"]]


def read(candidate: dict[str, Any], tags: dict[str, Any]) -> Edtf | Refused:
    carrier, raw = candidate["source"], candidate["raw"]
    if raw.startswith("['"):
        (raw,) = ast.literal_eval(raw)
    if carrier.startswith("EXIF:"):
        suffix = EXIF_SUFFIX[carrier]
        subsec = tags.get(f"ExifIFD:SubSecTime{suffix}")
        return read_exif_date(
            raw,
            None if subsec is None else str(subsec),
            tags.get(f"ExifIFD:OffsetTime{suffix}"),
        )
    if carrier.startswith("IPTC:"):
        return read_iim_date(*raw.split(" ", 1))
    return read_xmp_date(raw) if carrier.startswith("XMP") else read_exif_date(raw)


def test_every_date_of_the_real_files_is_read_as_exiftool_does_or_we_know_why(
    corpus: Path,
) -> None:
    unexplained = []
    count = 0
    for candidate, tags in candidates(corpus / "metadata"):
        count += 1
        answer = read(candidate, tags)
        ours = (answer.text, str(answer.precision)) if isinstance(answer, Edtf) else (None, None)
        theirs = (candidate["edtf"], candidate["precision"])
        known, _reason = KNOWN_DISAGREEMENTS.get(candidate["raw"], (None, ""))
        if ours != theirs and ours[0] != known:
            unexplained.append((candidate, answer))
    assert count > 900
    assert not unexplained


def test_the_labels_of_the_captions_are_canonical(corpus: Path) -> None:
    labels = set()
    for name in ("gold-dev.jsonl", "seed-gold.jsonl"):
        with (corpus / "captions" / name).open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                labels |= set(edtf_labels(row))
    assert len(labels) > 50
    assert [label for label in labels if Edtf.parse(label).text != label] == []


def edtf_labels(row: dict[str, Any]) -> Iterator[str]:
    for key in ("photo_date", "other_dates", "mentioned_dates"):
        stated = row.get(key) or []
        for label in stated if isinstance(stated, list) else [stated]:
            text = label["edtf"] if isinstance(label, dict) else label
            if text:
                yield text
