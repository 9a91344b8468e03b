"""ExifTool as a witness of sidecars, and as the one who writes into files."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from photocat import Catalog
from photocat.errors import UsageError
from photocat.fingerprints import decode_reduced, pixel_digest
from photocat.readers import sniff
from photocat.writing import WriteOptions, Wrote, embed

Ingest = Callable[[Catalog, Path], dict[str, str]]

pytestmark = pytest.mark.skipif(
    shutil.which("exiftool") is None, reason="ExifTool is not installed"
)

EDITS = [
    "headline=Blessing — jets",
    "keywords=priest",
    "keywords=jets",
    "creator=Ann Ex",
    "credit_line=Harbour Wire",
    "date_created=2016-03",
    "location_shown=Hmeimim, Latakia, Syria@35.4,35.95",
    "person_shown=Father Gregor",
]


def exiftool(path: Path, *arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        ["exiftool", "-j", "-G1", "-struct", "-n", *arguments, str(path)],
        capture_output=True,
        check=True,
    )
    (told,) = json.loads(done.stdout)
    return dict(told)


def write(catalog: Catalog, **options: Any) -> Wrote:
    (wrote,) = catalog.write(options=WriteOptions(**options))
    return wrote


def pixels(path: Path) -> str | None:
    data = path.read_bytes()
    format = str(sniff(data))
    return pixel_digest(data, format, decode_reduced(data, format))


def test_exiftool_reads_back_what_was_written(catalog: Catalog, drop: Path) -> None:
    catalog.edit("", EDITS)
    write(catalog)
    told = exiftool(drop / "a.jpg.xmp")

    assert told["XMP-photoshop:Headline"] == "Blessing — jets"
    assert told["XMP-dc:Description"] == "A priest blesses jets"
    assert told["XMP-dc:Subject"] == ["priest", "jets"]
    assert told["XMP-dc:Creator"] == "Ann Ex" or told["XMP-dc:Creator"] == ["Ann Ex"]
    assert told["XMP-photoshop:Credit"] == "Harbour Wire"
    assert told["XMP-photoshop:DateCreated"] in ("2016:03", "2016-03")
    (place,) = told["XMP-iptcExt:LocationShown"]
    assert place["LocationName"] == "Hmeimim"
    assert (place["ProvinceState"], place["CountryName"]) == ("Latakia", "Syria")
    assert (place["GPSLatitude"], place["GPSLongitude"]) == (35.4, 35.95)
    assert "ExifTool:Warning" not in told
    assert "ExifTool:Error" not in told


def test_what_is_embedded_leaves_the_pixels(catalog: Catalog, drop: Path, ingest: Ingest) -> None:
    before, bytes_before = pixels(drop / "a.jpg"), (drop / "a.jpg").read_bytes()
    catalog.edit("", [*EDITS, "caption=A bishop blesses jets"])
    wrote = write(catalog, embed=True)

    assert wrote.outcome == "written", wrote.reason
    assert pixels(drop / "a.jpg") == before
    assert (drop / "a.jpg").read_bytes() != bytes_before
    assert sorted(p.name for p in drop.iterdir()) == ["a.jpg"]
    told = exiftool(drop / "a.jpg")
    assert told["XMP-photoshop:Headline"] == "Blessing — jets"
    assert told["XMP-dc:Description"] == told["IFD0:ImageDescription"] == "A bishop blesses jets"
    assert told["ExifIFD:DateTimeOriginal"] == "2016:03:20 10:15:00"
    ingest(catalog, drop)
    assert catalog.show(str(drop / "a.jpg"))["headline"] == "Blessing — jets"


@pytest.mark.parametrize("format", ["PNG", "WebP", "TIFF"])
def test_other_formats_are_embedded_or_refused_with_a_reason(
    tmp_path: Path, ingest: Ingest, drop: Path, format: str
) -> None:
    folder = tmp_path / format
    folder.mkdir()
    path = folder / f"a.{format.lower()}"
    with Image.open(drop / "a.jpg") as opened:
        opened.save(path, format, **({"lossless": True} if format == "WebP" else {}))
    with Catalog.init(tmp_path / "more.db") as catalog:
        ingest(catalog, folder)
        catalog.edit("", EDITS)
        before = pixels(path)
        wrote = write(catalog, embed=True)

    assert wrote.outcome == "written", wrote.reason
    assert pixels(path) == before
    assert exiftool(path)["XMP-photoshop:Headline"] == "Blessing — jets"


def test_iim_is_brought_into_agreement_where_the_file_has_it(
    catalog: Catalog, drop: Path, ingest: Ingest
) -> None:
    subprocess.run(
        [
            *("exiftool", "-q", "-overwrite_original", "-IPTC:Headline=Old"),
            *("-IPTC:Keywords=old", "-IPTC:City=Tartus", str(drop / "a.jpg")),
        ],
        check=True,
    )
    ingest(catalog, drop)
    catalog.edit("", EDITS)
    photo = str(drop / "a.jpg")
    (wrote,) = catalog.write([photo], options=WriteOptions(embed=True))
    told = exiftool(drop / "a.jpg")

    assert wrote.outcome == "written", wrote.reason
    assert told["IPTC:Headline"] == "Blessing — jets"
    assert told["IPTC:City"] == "Tartus"
    ingest(catalog, drop)
    assert catalog.show(photo)["headline"] == "Blessing — jets"


def test_where_the_proof_fails_the_file_is_as_it_was(
    catalog: Catalog, drop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = hashlib.sha256((drop / "a.jpg").read_bytes()).hexdigest()
    proofs = iter(["scan:one", "scan:two"])
    monkeypatch.setattr(embed, "_proof", lambda *_: next(proofs))
    wrote = write(catalog, embed=True)

    assert wrote.outcome == "refused"
    assert "other pixels" in str(wrote.reason)
    assert hashlib.sha256((drop / "a.jpg").read_bytes()).hexdigest() == before
    assert [p.name for p in drop.iterdir()] == ["a.jpg"]


def test_an_exiftool_that_fails_is_told_of(
    catalog: Catalog, drop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, script in (
        ("old", "echo 9.40"),
        ("bad", 'if [ "$1" = -ver ]; then echo 13.0; else echo "Error: no" >&2; exit 1; fi'),
    ):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "exiftool").write_text(f"#!/bin/sh\n{script}\n")
        (folder / "exiftool").chmod(0o755)

    embed.find_exiftool.cache_clear()
    monkeypatch.setenv("PATH", f"{tmp_path / 'old'}:/usr/bin:/bin")
    with pytest.raises(UsageError, match=r"12\.15"):
        write(catalog, embed=True)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bad'}:/usr/bin:/bin")
    wrote = write(catalog, embed=True)
    embed.find_exiftool.cache_clear()

    assert (wrote.outcome, wrote.reason) == ("refused", "ExifTool: Error: no")
