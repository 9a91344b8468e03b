"""ExifTool as a witness of sidecars, and as the one who writes into files."""

from __future__ import annotations

import hashlib
import importlib
import json
import shutil
import struct
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
    shutil.which("exiftool") is None,
    reason="no ExifTool on the path (Debian: libimage-exiftool-perl)",
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
    with pytest.raises(UsageError, match="into the photos themselves"):
        catalog.undo(catalog.log()[0]["txn"])
    ingest(catalog, drop)
    assert catalog.show(str(drop / "a.jpg"))["headline"] == "Blessing — jets"


def saved(picture: Image.Image, path: Path, name: str) -> None:
    """The picture in a format; Pillow writes no PSD, so that one is made by hand."""
    if name == "PSD":
        size = struct.pack(">HIIHH", 3, picture.height, picture.width, 8, 3)
        planes = b"".join(channel.tobytes() for channel in picture.split())
        path.write_bytes(b"8BPS\0\1" + bytes(6) + size + bytes(12) + bytes(2) + planes)
    elif name in DECODERS:
        pytest.importorskip(DECODERS[name], reason=f"the extra that decodes {name} is absent")
        register = {"HEIC": "register_heif_opener"}.get(name)
        if register:
            getattr(importlib.import_module(DECODERS[name]), register)()
        picture.save(path)
    else:
        picture.save(path)


DECODERS = {"HEIC": "pillow_heif", "JXL": "pillow_jxl"}
ENDINGS = {
    "PNG": "png",
    "WebP": "webp",
    "TIFF": "tif",
    "PSD": "psd",
    "JP2": "jp2",
    "AVIF": "avif",
    "HEIC": "heic",
    "JXL": "jxl",
}


@pytest.mark.parametrize("format", ENDINGS)
def test_every_format_is_embedded_with_its_pixels_proved(
    tmp_path: Path, ingest: Ingest, drop: Path, format: str
) -> None:
    folder = tmp_path / format
    folder.mkdir()
    path = folder / f"a.{ENDINGS[format]}"
    with Image.open(drop / "a.jpg") as opened:
        saved(opened.convert("RGB"), path, format)
    assert sniff(path.read_bytes()) == format
    with Catalog.init(tmp_path / "more.db") as catalog:
        ingest(catalog, folder)
        catalog.edit("", EDITS)
        before = pixels(path)
        wrote = write(catalog, embed=True)
        assert wrote.outcome == "written", wrote.reason
        assert pixels(path) == before
        assert [p.name for p in folder.iterdir()] == [path.name]
        assert exiftool(path)["XMP-photoshop:Headline"] == "Blessing — jets"

        ingest(catalog, folder)
        assert catalog.show(str(path))["headline"] == "Blessing — jets"
        assert write(catalog, embed=True).outcome == "unchanged"


@pytest.mark.parametrize(
    ("name", "several", "reason"),
    [
        ("a.tif", True, "several pictures"),
        ("a.webp", True, "several pictures"),
        ("a.png", True, "several pictures"),
        ("a.gif", False, "GIF is not written into"),
        ("a.bmp", False, "BMP is not written into"),
    ],
)
def test_what_cannot_be_proved_is_refused_with_a_reason(
    tmp_path: Path, ingest: Ingest, drop: Path, name: str, several: bool, reason: str
) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    with Image.open(drop / "a.jpg") as opened:
        further = {"save_all": True, "append_images": [opened.rotate(180)]} if several else {}
        opened.save(folder / name, **further)
    before = (folder / name).read_bytes()
    with Catalog.init(tmp_path / "more.db") as catalog:
        ingest(catalog, folder)
        catalog.edit("", EDITS)
        wrote = write(catalog, embed=True)

    assert wrote.outcome == "refused"
    assert reason in str(wrote.reason)
    assert (folder / name).read_bytes() == before
    assert [p.name for p in folder.iterdir()] == [name]


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
