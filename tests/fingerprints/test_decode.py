"""The reduced decode: how large, which way up, in which tones, and when it says nothing."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageDraw, ImageOps, JpegImagePlugin

from photocat.errors import FileProblem
from photocat.fingerprints import (
    KINDS,
    Decoded,
    DecodeLimits,
    Kind,
    Wanted,
    decode_reduced,
    fingerprints_of,
    pixel_digest,
)
from photocat.fingerprints.decode import draft_jpeg
from photocat.fingerprints.orientation import TURN, strips, turned

PHASH, FINE, _ = KINDS

UNTURN = {1: None, 2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6}
"""The orientation whose turn takes a picture back."""


def stored_turned(picture: Image.Image, orientation: int) -> Image.Image:
    """The picture as a camera held that way would store it."""
    back = UNTURN[orientation]
    return turned(picture, back) if back else picture


def apart(one: Decoded, other: Decoded, kind: Kind = PHASH) -> int:
    first, second = kind.function(one.grey), kind.function(other.grey)
    return (int.from_bytes(first, "big") ^ int.from_bytes(second, "big")).bit_count()


def codes(decoded: Decoded) -> list[str]:
    return [note.code for note in decoded.notes]


# --- size


@pytest.mark.parametrize(
    ("size", "reduced"),
    [
        ((4000, 3000), (1000, 750)),  # 1/4 is near enough to 1024
        ((3000, 4000), (750, 1000)),
        ((6000, 4000), (1500, 1000)),  # 1/8 is not
        ((8256, 5504), (1032, 688)),
        ((1632, 1224), (1632, 1224)),
        ((1920, 1080), (960, 540)),
        ((640, 480), (640, 480)),
        ((9000, 5), (2250, 2)),  # the narrow side keeps a pixel
    ],
)
def test_the_decoder_reduces_a_jpeg_as_far_as_the_large_preview_allows(size, reduced, encoded):
    opened = Image.open(io.BytesIO(encoded(Image.new("L", size))))

    assert isinstance(opened, JpegImagePlugin.JpegImageFile)
    draft_jpeg(opened)
    assert opened.size == reduced


@pytest.mark.parametrize(
    ("size", "reduced"),
    [((4000, 3000), (500, 375)), ((6000, 4000), (750, 500)), ((1632, 1224), (816, 612))],
)
def test_without_previews_the_decoder_reduces_a_jpeg_further_and_leaves_its_colours_out(
    size, reduced, encoded
):
    opened = Image.open(io.BytesIO(encoded(Image.new("RGB", size))))

    assert isinstance(opened, JpegImagePlugin.JpegImageFile)
    draft_jpeg(opened, Wanted(previews=False))
    assert (opened.mode, opened.size) == ("L", reduced)


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize(
    "size", [(4000, 3000), (8256, 5504), (1919, 1080), (1501, 1201), (959, 700), (300, 200)]
)
def test_without_previews_the_same_is_seen_but_for_rounding(size, orientation, scene, encoded):
    data = encoded(scene(*size), quality=92)
    decoded = decode_reduced(data, "JPEG", orientation)
    sooner = decode_reduced(data, "JPEG", orientation, wanted=Wanted(previews=False))

    assert sooner.picture is None
    assert sooner.seen.size == decoded.seen.size
    assert np.abs(np.asarray(sooner.seen, int) - np.asarray(decoded.seen, int)).max() <= 3
    assert apart(sooner, decoded, PHASH) <= 2
    assert apart(sooner, decoded, FINE) <= 4


def test_without_previews_real_photos_get_the_same_bits_but_for_rounding(corpus):
    seen = 0
    for path in sorted((corpus / "metadata").rglob("*.jp*g")):
        data = path.read_bytes()
        try:
            decoded = decode_reduced(data, "JPEG")
            sooner = decode_reduced(data, "JPEG", wanted=Wanted(previews=False))
        except FileProblem:
            continue
        if decoded.quality > 0:
            seen += 1
            assert apart(sooner, decoded, PHASH) <= 2, path.name
            assert apart(sooner, decoded, FINE) <= 8, path.name
    assert seen > 80


@pytest.mark.parametrize("format", ["JPEG", "PNG"])
def test_the_size_as_shown_is_told_and_the_picture_is_at_most_1024(format, scene, encoded):
    decoded = decode_reduced(encoded(scene(1500, 1201), format), format, 1)

    assert (decoded.width, decoded.height) == (1500, 1201)
    assert decoded.picture.size == (1024, 820)
    assert decoded.seen.mode == "L"
    assert 480 <= decoded.seen.width < 960
    assert (decoded.grey.mode, decoded.grey.size) == ("L", (256, 205))


def test_a_small_picture_is_not_enlarged(scene, encoded):
    decoded = decode_reduced(encoded(scene(120, 90)), "JPEG")

    assert decoded.picture.size == decoded.seen.size == decoded.grey.size == (120, 90)


def test_a_large_picture_reduced_strip_by_strip_is_the_picture_reduced_at_once(scene, encoded):
    picture = scene(2300, 1700)
    decoded = decode_reduced(encoded(picture, "BMP"), "BMP")

    at_once = picture.reduce(2).resize(decoded.picture.size, Image.Resampling.HAMMING)
    assert np.array_equal(np.asarray(decoded.picture), np.asarray(at_once))


def test_of_a_jpeg_that_holds_two_pictures_the_first_is_taken(scene, encoded):
    first, second = scene(2400, 1600), scene(2400, 1600, 2)
    pair = encoded(first, "MPO", save_all=True, append_images=[second])
    alone, decoded = encoded(first), decode_reduced(pair, "JPEG")

    assert (decoded.width, decoded.height) == (2400, 1600)
    assert apart(decoded, decode_reduced(alone, "JPEG")) == 0
    assert pixel_digest(pair, "JPEG", decoded) == pixel_digest(alone, "JPEG", decoded)


# --- orientation


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WebP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stored_turned_is_the_picture(format, orientation, scene, encoded):
    picture = scene(500, 320)
    upright = decode_reduced(encoded(picture, "PNG"), "PNG")
    options = {"lossless": True} if format == "WebP" else {}
    data = encoded(stored_turned(picture, orientation), format.upper(), **options)
    decoded = decode_reduced(data, format, orientation)

    assert (decoded.width, decoded.height) == (500, 320)
    assert decoded.orientation == orientation
    assert apart(decoded, upright) <= 2


@given(st.integers(1, 8), st.integers(1, 9), st.integers(1, 9), st.integers(1, 4))
def test_strips_of_a_turned_picture_are_its_rows(orientation, width, height, rows):
    values = np.arange(width * height, dtype=np.uint8).reshape(height, width)
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = Image.fromarray(values)
    picture.info["exif"] = exif.tobytes()
    twin = ImageOps.exif_transpose(picture)

    pieces = [np.asarray(strip) for strip in strips(picture, orientation, rows)]
    assert np.array_equal(np.concatenate(pieces), np.asarray(twin))


def test_the_decoder_turns_a_tiff_and_nobody_turns_it_again(scene, encoded):
    picture = scene(500, 320)
    data = encoded(stored_turned(picture, 6), "TIFF", tiffinfo={0x0112: 6})
    decoded = decode_reduced(data, "TIFF", orientation=6)

    assert (decoded.width, decoded.height, decoded.orientation) == (500, 320, 1)
    assert apart(decoded, decode_reduced(encoded(picture), "JPEG")) <= 2


@pytest.mark.parametrize("orientation", range(1, 9))
def test_an_avif_is_turned_as_its_container_says_whatever_exif_says(orientation, scene, encoded):
    picture, exif = scene(500, 320), Image.Exif()
    exif[0x0112] = orientation
    data = encoded(stored_turned(picture, orientation), "AVIF", exif=exif.tobytes())
    decoded = decode_reduced(data, "AVIF", orientation=3)

    assert (decoded.width, decoded.height) == (500, 320)
    assert apart(decoded, decode_reduced(encoded(picture), "JPEG")) <= 2


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_heic_is_turned_by_its_decoder_alone(orientation, scene, encoded):
    pytest.importorskip("pillow_heif").register_heif_opener()
    picture, exif = scene(500, 320), Image.Exif()
    exif[0x0112] = orientation
    data = encoded(stored_turned(picture, orientation), "HEIF", exif=exif.tobytes())
    decoded = decode_reduced(data, "HEIC", orientation)

    assert (decoded.width, decoded.height, decoded.orientation) == (500, 320, 1)
    assert apart(decoded, decode_reduced(encoded(picture), "JPEG")) <= 2


def test_exif_does_not_turn_a_jpeg_xl_but_turns_the_jpeg_inside_one(scene, encoded, tmp_path):
    pytest.importorskip("pillow_jxl")
    picture, exif = scene(500, 320), Image.Exif()
    exif[0x0112] = 6
    stored = stored_turned(picture, 6)
    own = decode_reduced(encoded(stored, "JXL", exif=exif.tobytes()), "JXL", 6)
    path = tmp_path / "turned.jpg"
    path.write_bytes(encoded(stored, exif=exif, quality=90))
    kept = decode_reduced(encoded(Image.open(path), "JXL", lossless_jpeg=True), "JXL", 6)

    assert (own.width, own.height) == (320, 500)
    assert (kept.width, kept.height) == (500, 320)
    assert apart(kept, decode_reduced(encoded(picture), "JPEG")) <= 2


# --- tones


def sixteen_bits(picture: Image.Image, highest: int) -> Image.Image:
    values = np.asarray(picture.convert("L"), np.float64) * (highest / 255)
    return Image.fromarray(np.rint(values).astype(np.uint16))


@pytest.mark.parametrize("highest", [65535, 16383, 4095])
@pytest.mark.parametrize("format", ["PNG", "TIFF"])
def test_sixteen_bit_grey_looks_like_its_eight_bit_twin(highest, format, scene, encoded):
    picture = scene(400, 300)
    deep = decode_reduced(encoded(sixteen_bits(picture, highest), format), format)
    twin = decode_reduced(encoded(picture.convert("L"), "PNG"), "PNG")

    assert np.abs(np.asarray(deep.grey, int) - np.asarray(twin.grey, int)).max() <= 1
    assert apart(deep, twin) == 0


def test_different_sixteen_bit_pictures_are_different(scene, encoded):
    one, other = (
        decode_reduced(encoded(sixteen_bits(scene(seed=seed), 65535), "PNG"), "PNG")
        for seed in (1, 2)
    )

    assert apart(one, other) > 10


def _palette(picture: Image.Image) -> Image.Image:
    return picture.quantize(128)


def _lab(picture: Image.Image) -> Image.Image:
    lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    converted = ImageCms.profileToProfile(picture, srgb, lab, outputMode="LAB")
    assert converted is not None
    return converted


def _whole_numbers(picture: Image.Image) -> Image.Image:
    return Image.fromarray(np.asarray(picture.convert("L"), np.int32) * 1000)


def _real_numbers(picture: Image.Image) -> Image.Image:
    values = np.asarray(picture.convert("L"), np.float32) * 7 - 300
    values[0, 0] = np.nan
    return Image.fromarray(values)


@pytest.mark.parametrize(
    ("made", "most"),
    [
        (lambda p: p.convert("L"), 0),
        (lambda p: p.convert("LA"), 0),
        (lambda p: p.convert("RGBA"), 0),
        (lambda p: p.convert("CMYK"), 2),
        (lambda p: p.convert("YCbCr"), 2),
        (_lab, 2),
        (_palette, 10),
        (_whole_numbers, 2),
        (_real_numbers, 4),
    ],
    ids=["L", "LA", "RGBA", "CMYK", "YCbCr", "LAB", "P", "I", "F"],
)
def test_one_picture_looks_alike_in_every_kind_of_pixel(made, most, scene, encoded):
    picture = scene(400, 300)
    other = decode_reduced(encoded(made(picture), "TIFF"), "TIFF")

    assert other.picture.mode in {"L", "RGB"}
    assert other.quality > 0
    assert apart(other, decode_reduced(encoded(picture, "PNG"), "PNG")) <= most


def test_a_black_and_white_drawing_of_one_bit_is_grey(encoded):
    drawing = Image.new("1", (300, 200))
    ImageDraw.Draw(drawing).polygon([(10, 190), (150, 5), (290, 150)], fill=1)
    decoded = decode_reduced(encoded(drawing, "PNG"), "PNG")

    assert decoded.picture.mode == "L"
    assert decoded.picture.getextrema() == (0, 255)


def test_what_is_transparent_is_white(encoded):
    picture = Image.new("RGBA", (100, 100), (255, 0, 0, 0))
    decoded = decode_reduced(encoded(picture, "PNG"), "PNG")

    assert decoded.picture.getpixel((5, 5)) == (255, 255, 255)


def test_another_colour_space_becomes_srgb(corpus):
    path = corpus / "metadata/photoprism__photoprism/internal/photoprism/testdata/flash.jpg"
    data = path.read_bytes()
    assert b"Adobe RGB (1998)" in data
    bare = data.replace(b"ICC_PROFILE\0", b"ICC_PROFILE?")
    converted, unconverted = (decode_reduced(each, "JPEG") for each in (data, bare))

    saturation = [
        np.ptp(np.asarray(each.picture, int), axis=2).mean() for each in (converted, unconverted)
    ]
    assert saturation[0] > saturation[1]
    assert apart(converted, unconverted) <= 2


def test_an_unsound_colour_profile_changes_nothing(scene, encoded):
    picture = scene(300, 200)
    plain, profiled = encoded(picture), encoded(picture, icc_profile=b"no profile at all" * 20)

    assert decode_reduced(profiled, "JPEG").picture == decode_reduced(plain, "JPEG").picture


# --- what says too little


@pytest.mark.parametrize(
    "picture",
    [
        Image.new("RGB", (400, 300), "white"),
        Image.new("RGB", (400, 300), (20, 20, 24)),
        Image.linear_gradient("L").resize((400, 300)),
        Image.linear_gradient("L").rotate(90).resize((300, 400)),
        Image.effect_noise((400, 300), 4),
        Image.effect_noise((1600, 1200), 25),
    ],
    ids=["white", "night", "dusk", "from the side", "fog", "grain"],
)
def test_flat_pictures_are_never_compared(picture, encoded):
    for size in (picture.size, (200, 150)):
        resized = picture.resize(size, Image.Resampling.LANCZOS)
        decoded = decode_reduced(encoded(resized), "JPEG")
        assert codes(decoded) == ["no-fingerprint"]
        assert {fingerprint.quality for fingerprint in fingerprints_of(decoded)} == {0}


def test_a_tiny_picture_is_never_compared(scene, encoded):
    assert decode_reduced(encoded(scene(600, 31)), "JPEG").quality == 0
    assert decode_reduced(encoded(scene(32, 32)), "JPEG").quality > 0


def test_a_picture_drawn_by_its_alpha_alone_is_never_compared(scene, encoded):
    picture = Image.new("RGBA", (400, 300), (10, 10, 10))
    picture.putalpha(scene(400, 300).convert("L"))
    decoded = decode_reduced(encoded(picture, "PNG"), "PNG")

    assert decoded.quality == 0
    assert decoded.notes[0].detail == "drawn by its alpha alone"


def test_a_resized_photo_is_judged_as_the_photo_is(corpus, encoded):
    for path in sorted((corpus / "neardup" / "pictures").glob("[fot]*.jpg")):
        picture = Image.open(path)
        half = picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.BICUBIC)
        verdicts = {
            decode_reduced(data, "JPEG").quality > 0
            for data in (path.read_bytes(), encoded(half, quality=85))
        }
        assert len(verdicts) == 1, path.name


# --- limits


def test_more_pixels_than_allowed_are_refused_by_the_header_alone(encoded):
    data = encoded(Image.new("L", (300, 200)), "PNG")
    with pytest.raises(FileProblem) as refused:
        decode_reduced(data, "PNG", 1, DecodeLimits(max_pixels=59_999))

    assert refused.value.code == "too-many-pixels"
    assert decode_reduced(data, "PNG", 1, DecodeLimits(max_pixels=60_000)).width == 300


def test_a_format_without_a_decoder_is_named():
    with pytest.raises(FileProblem) as refused:
        decode_reduced(b"8BPX", "WPG")

    assert refused.value.code == "unsupported"
    assert refused.value.detail == "WPG"


def test_the_turns_are_those_of_exif():
    assert set(TURN) == set(range(2, 9))
