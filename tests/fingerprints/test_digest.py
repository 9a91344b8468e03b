"""The pixel digest: equal where it proves equal pixels, never otherwise."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageSequence

from photocat.errors import FileProblem
from photocat.fingerprints import decode_reduced, pixel_digest
from photocat.fingerprints.jpeg import segments
from photocat.fingerprints.orientation import turned


def digest(data: bytes, format: str = "JPEG", orientation: int = 1) -> str | None:
    return pixel_digest(data, format, decode_reduced(data, format, orientation))


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def with_segment(jpeg: bytes, marker: int, body: bytes) -> bytes:
    return jpeg[:2] + segment(marker, body) + jpeg[2:]


def without_app_segments(jpeg: bytes) -> bytes:
    kept = [jpeg[s:e] for marker, s, e in segments(jpeg) if marker not in range(0xE0, 0xF0)]
    return b"\xff\xd8" + b"".join(kept) + b"\xff\xd9"


# --- JPEG


def test_tags_do_not_change_the_digest_of_a_jpeg(scene, encoded):
    plain = encoded(scene())
    exif = Image.Exif()
    exif[0x010E] = "a caption"
    tagged = with_segment(plain, 0xE1, b"Exif\0\0" + exif.tobytes())

    assert digest(plain) == digest(tagged)
    assert digest(plain) == digest(with_segment(plain, 0xFE, b"a comment"))
    assert digest(plain) == digest(with_segment(plain, 0xED, b"Photoshop 3.0\0"))
    assert digest(plain) == digest(without_app_segments(plain))
    assert digest(plain) == digest(plain + b"a video behind the picture")
    assert (digest(plain) or "").startswith("scan:")


def test_a_comment_between_two_scans_does_not_change_the_digest(scene, encoded):
    plain = encoded(scene(), progressive=True)
    second = [start for marker, start, _ in segments(plain) if marker == 0xDA][1]
    commented = plain[:second] + segment(0xFE, b"between \xff\xda the scans") + plain[second:]

    assert digest(commented) == digest(plain)


def test_a_re_encoded_jpeg_has_another_digest(scene, encoded):
    picture = scene()

    assert digest(encoded(picture, quality=90)) != digest(encoded(picture, quality=91))
    assert digest(encoded(picture)) != digest(encoded(picture, progressive=True))


def test_one_changed_byte_of_the_scan_changes_the_digest(scene, encoded):
    data = bytearray(encoded(scene()))
    before = digest(bytes(data))
    data[-200] ^= 1

    assert digest(bytes(data)) != before


def test_the_same_scan_shown_turned_is_not_the_same_picture(scene, encoded):
    data = encoded(scene())

    assert digest(data, orientation=1) != digest(data, orientation=6)


def test_what_an_app_segment_says_about_colour_is_part_of_the_picture(scene, encoded):
    """The flag of Adobe's APP14 decides whether three components are YCbCr or RGB."""
    bare = without_app_segments(encoded(scene()))
    as_rgb = with_segment(bare, 0xEE, b"Adobe\0\x64\0\0\0\0\0")
    as_ycc = with_segment(bare, 0xEE, b"Adobe\0\x64\0\0\0\0\1")

    assert Image.open(io.BytesIO(as_rgb)).tobytes() != Image.open(io.BytesIO(bare)).tobytes()
    assert digest(as_rgb) != digest(bare)
    assert Image.open(io.BytesIO(as_ycc)).tobytes() == Image.open(io.BytesIO(bare)).tobytes()
    assert digest(as_ycc) == digest(bare)


@given(data=st.data())
def test_two_jpegs_with_one_digest_decode_alike_however_they_were_damaged(data, scene, encoded):
    whole = encoded(scene(64, 48), progressive=data.draw(st.booleans()))
    found: dict[str | None, bytes] = {}
    for _ in range(8):
        damaged = bytearray(whole)
        for _ in range(data.draw(st.integers(0, 2))):
            at = data.draw(st.integers(2, len(whole) - 1))
            damaged[at] = data.draw(st.sampled_from((0x00, 0xFF, 0xD9, 0xE1, 0xFE, 0x41)))
        try:
            decoded = decode_reduced(bytes(damaged), "JPEG")
        except FileProblem:
            continue
        key = pixel_digest(bytes(damaged), "JPEG", decoded)
        pixels = decoded.picture.tobytes()
        assert found.setdefault(key, pixels) == pixels


# --- all others


LOSSLESS = (
    ("PNG", "PNG", {}),
    ("PNG", "PNG", {"compress_level": 0}),
    ("TIFF", "TIFF", {}),
    ("TIFF", "TIFF", {"compression": "tiff_lzw"}),
    ("WebP", "WEBP", {"lossless": True}),
    ("BMP", "BMP", {}),
)


def all_digests(picture: Image.Image, encoded) -> set[str | None]:
    return {digest(encoded(picture, plugin, **options), name) for name, plugin, options in LOSSLESS}


def test_equal_pixels_have_one_digest_in_every_lossless_format(scene, encoded):
    found = all_digests(scene(2100, 90), encoded)

    assert len(found) == 1
    assert found.pop().startswith("pixels:")


def test_grey_is_the_same_grey_in_three_equal_channels_or_a_palette(scene, encoded):
    grey = scene(200, 100).convert("L")
    colour, palette = grey.convert("RGB"), grey.convert("P")

    assert len({digest(encoded(p, "PNG"), "PNG") for p in (grey, colour, palette)}) == 1


def test_an_alpha_channel_that_hides_nothing_says_nothing(scene, encoded):
    picture = scene(200, 100)

    assert digest(encoded(picture.convert("RGBA"), "PNG"), "PNG") == digest(
        encoded(picture, "PNG"), "PNG"
    )


def test_colour_under_full_transparency_is_nothing_but_transparency_is_something(scene, encoded):
    black, white = (Image.new("RGBA", (64, 64), (v, v, v, 0)) for v in (0, 255))
    opaque = Image.new("RGBA", (64, 64), (0, 0, 0, 255))
    found = [digest(encoded(p, "PNG"), "PNG") for p in (black, white, opaque)]

    assert found[0] == found[1] != found[2]


def test_one_pixel_changes_the_digest(scene, encoded):
    picture = scene(300, 200)
    before = digest(encoded(picture, "PNG"), "PNG")
    red, green, blue = picture.getpixel((299, 199))
    picture.putpixel((299, 199), (red, green, blue ^ 1))

    assert digest(encoded(picture, "PNG"), "PNG") != before


def test_the_shape_of_a_picture_is_part_of_it(encoded):
    wide, tall = Image.new("L", (100, 50)), Image.new("L", (50, 100))

    assert digest(encoded(wide, "PNG"), "PNG") != digest(encoded(tall, "PNG"), "PNG")


@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_picture_stored_turned_is_the_picture_that_is_shown(orientation, scene, encoded):
    stored = scene(120, 80)
    shown = turned(stored, orientation)

    assert digest(encoded(stored, "PNG"), "PNG", orientation) == digest(
        encoded(shown, "PNG"), "PNG"
    )


def test_sixteen_bits_are_all_compared(encoded):
    values = np.arange(64 * 64, dtype=np.uint16).reshape(64, 64) * 16
    one, same, other = values, values.copy(), values.copy()
    other[10, 10] ^= 1
    png, tiff, different = (
        digest(encoded(Image.fromarray(v), format), format)
        for v, format in ((one, "PNG"), (same, "TIFF"), (other, "PNG"))
    )

    assert png == tiff != different


@pytest.mark.parametrize(("name", "plugin"), [("GIF", "GIF"), ("PNG", "PNG"), ("TIFF", "TIFF")])
def test_animations_that_begin_alike_are_not_the_same(name, plugin, scene, encoded):
    first, second, third = (scene(90, 60, seed).convert("P") for seed in (1, 2, 3))
    one, other = (
        encoded(first, plugin, save_all=True, append_images=[then]) for then in (second, third)
    )
    alone = encoded(first, plugin)

    assert len(list(ImageSequence.Iterator(Image.open(io.BytesIO(one))))) == 2
    assert len({digest(data, name) for data in (one, other, alone)}) == 3
    assert digest(one, name) == digest(one, name)
