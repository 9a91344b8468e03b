"""Previews: small, upright and without metadata; their folder may go at any time."""

from __future__ import annotations

import io
import os
import stat

import pytest
from PIL import Image, ImageCms

from photocat.fingerprints import PreviewCache, Wanted, decode_reduced, previews_of
from photocat.fingerprints.jpeg import segments

SHA256 = "ab" + 62 * "0"


def test_two_previews_of_at_most_256_and_1024_pixels(scene, encoded):
    previews = previews_of(decode_reduced(encoded(scene(1800, 1200)), "JPEG"))
    shown = {side: Image.open(io.BytesIO(data)) for side, data in previews.items()}

    assert {side: picture.size for side, picture in shown.items()} == {
        256: (256, 171),
        1024: (1024, 683),
    }
    assert {picture.format for picture in shown.values()} == {"JPEG"}


def test_of_a_picture_decoded_without_previews_there_are_none(scene, encoded):
    decoded = decode_reduced(encoded(scene()), "JPEG", wanted=Wanted(previews=False))

    with pytest.raises(ValueError, match="without previews"):
        previews_of(decoded)


def test_a_preview_is_upright(encoded):
    stored = Image.new("RGB", (300, 200), "white")
    stored.paste("black", (0, 0, 150, 200))
    previews = previews_of(decode_reduced(encoded(stored), "JPEG", orientation=6))
    shown = Image.open(io.BytesIO(previews[256])).convert("L")

    assert shown.height > shown.width
    assert shown.getpixel((shown.width // 2, 5)) < 10
    assert shown.getpixel((shown.width // 2, shown.height - 5)) > 245


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WebP", "TIFF"])
def test_a_preview_carries_no_metadata(format, scene, encoded):
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = "secret", 1
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options: dict[str, object] = {"exif": exif.tobytes(), "icc_profile": profile}
    if format == "JPEG":
        options |= {"comment": b"secret", "xmp": b"<secret/>"}
    data = encoded(scene(), format.upper(), **options)
    previews = previews_of(decode_reduced(data, format))

    assert b"secret" in data
    for preview in previews.values():
        tables = {marker for marker, _, _ in segments(preview)}
        assert not tables & ({0xFE} | set(range(0xE1, 0xF0)))
        assert b"secret" not in preview


def test_previews_are_found_by_the_digest_of_their_photo(tmp_path):
    cache = PreviewCache(tmp_path / "previews")

    assert cache.read(SHA256, 256) is None
    assert cache.write(SHA256, {256: b"small", 1024: b"large"})
    assert cache.path_of(SHA256, 256) == tmp_path / "previews" / "ab" / f"{SHA256}.256.jpg"
    assert (cache.read(SHA256, 256), cache.read(SHA256, 1024)) == (b"small", b"large")


def test_only_the_owner_can_see_previews_and_no_unfinished_file_stays(tmp_path):
    cache = PreviewCache(tmp_path / "previews")
    cache.write(SHA256, {256: b"small"})
    cache.write(SHA256, {256: b"again"})
    path = cache.path_of(SHA256, 256)

    assert path.read_bytes() == b"again"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(cache.folder.stat().st_mode) == 0o700
    assert os.listdir(path.parent) == [path.name]


def test_a_folder_that_cannot_be_written_costs_the_preview_alone(tmp_path):
    blocked = tmp_path / "a file"
    blocked.write_text("where the folder should be")

    assert not PreviewCache(blocked).write(SHA256, {256: b"small"})
    assert not PreviewCache(blocked / "below").write(SHA256, {256: b"small"})
    assert PreviewCache(blocked).read(SHA256, 256) is None


def test_a_folder_that_was_deleted_is_made_again(tmp_path):
    cache = PreviewCache(tmp_path / "previews")
    cache.write(SHA256, {256: b"small"})
    cache.path_of(SHA256, 256).unlink()
    cache.path_of(SHA256, 256).parent.rmdir()
    cache.folder.rmdir()

    assert cache.write(SHA256, {256: b"small"})
    assert cache.read(SHA256, 256) == b"small"
