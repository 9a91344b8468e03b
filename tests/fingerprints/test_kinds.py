"""Fingerprints: the same bits as imagehash, few bits apart for copies, many for strangers."""

from __future__ import annotations

import itertools
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image, ImageDraw

from photocat.fingerprints import KINDS, Kind, decode_reduced, fingerprints_of
from photocat.records import Fingerprint

PHASH, FINE, DHASH = KINDS


def apart(one: Fingerprint, other: Fingerprint) -> int:
    assert one.kind == other.kind
    return (int.from_bytes(one.bits, "big") ^ int.from_bytes(other.bits, "big")).bit_count()


def of(data: bytes, format: str = "JPEG", orientation: int = 1) -> tuple[Fingerprint, ...]:
    return fingerprints_of(decode_reduced(data, format, orientation))


def test_every_kind_has_a_name_of_its_own_and_as_many_bits_as_it_says(scene, encoded):
    *found, features = of(encoded(scene()))

    assert features.kind == "features/draft/v1"
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert [(f.kind, 8 * len(f.bits)) for f in found] == [(k.name, k.bits) for k in KINDS]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_drawn_pictures_get_the_very_bits_that_imagehash_gives_them(kind: Kind, scene):
    for seed in range(100):
        width, height = 40 + 7 * (seed % 31), 256 - 5 * (seed % 29)
        grey = scene(width, height, seed).convert("L")
        assert kind.function(grey) == kind.slow_twin(grey), seed


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_noise_gets_the_very_bits_that_imagehash_gives_it(kind: Kind):
    random = np.random.default_rng(7)
    for _ in range(60):
        grey = Image.fromarray(random.integers(0, 256, (200, 256), np.uint8))
        assert kind.function(grey) == kind.slow_twin(grey)


def test_real_photos_get_the_very_bits_that_imagehash_gives_them(corpus):
    paths = sorted((corpus / "neardup" / "pictures").iterdir())

    assert len(paths) > 200
    for path in paths:
        grey = decode_reduced(path.read_bytes(), "JPEG").grey
        for kind in KINDS:
            assert kind.function(grey) == kind.slow_twin(grey), (path.name, kind.name)


def test_rounding_sets_no_bit_of_a_drawing_that_is_its_own_mirror_image():
    drawing = Image.new("L", (256, 256), 30)
    ImageDraw.Draw(drawing).ellipse((40, 60, 215, 195), fill=220)
    bits = np.unpackbits(np.frombuffer(PHASH.function(drawing), np.uint8)).reshape(8, 8)

    # All odd frequencies of such a drawing are nought, as is their median.
    assert not bits[1::2].any()
    assert not bits[:, 1::2].any()
    assert bits.any()


def test_copies_stay_within_ten_bits_whatever_their_size_and_quality(scene, encoded):
    for seed in range(4):
        original = scene(1600, 1200, seed)
        first = of(encoded(original, quality=95))
        for size, quality in (((1600, 1200), 30), ((1000, 750), 80), ((400, 300), 60)):
            copy = of(encoded(original.resize(size, Image.Resampling.LANCZOS), quality=quality))
            assert apart(first[0], copy[0]) <= 10
            assert apart(first[1], copy[1]) <= 24


def test_one_picture_gets_one_fingerprint_from_every_format(scene, encoded):
    picture = scene(900, 700)
    first = of(encoded(picture, quality=95))
    for format, plugin in (("PNG", "PNG"), ("TIFF", "TIFF"), ("WebP", "WEBP"), ("AVIF", "AVIF")):
        assert apart(first[0], of(encoded(picture, plugin), format)[0]) <= 2, format


def test_strangers_are_far_apart(scene, encoded):
    strangers = [of(encoded(scene(400, 300, seed)))[0] for seed in range(40)]

    assert min(apart(a, b) for a, b in itertools.combinations(strangers, 2)) > 10


def test_copies_of_real_photos_are_found_and_nothing_else_is(corpus, encoded):
    """Three copies each of fifty originals; the originals and a hundred more are strangers."""
    folder = corpus / "neardup" / "pictures"
    originals = []
    for path in sorted(folder.glob("o*.jpg")):
        picture = Image.open(path)
        copies = [
            encoded(picture, quality=75),
            encoded(picture.resize((picture.width // 3, picture.height // 3)), quality=50),
            encoded(picture.resize((200, 200 * picture.height // picture.width)), quality=30),
        ]
        originals.append((of(path.read_bytes())[0], [of(copy)[0] for copy in copies]))
    strangers = [of(path.read_bytes())[0] for path in sorted(folder.glob("x*.jpg"))]

    assert originals
    for original, copies in originals:
        assert all(apart(original, copy) <= 10 for copy in copies)
    every = [original for original, _ in originals] + strangers
    assert min(apart(a, b) for a, b in itertools.combinations(every, 2)) > 10


def test_reading_a_picture_needs_neither_imagehash_nor_scipy(scene, encoded, tmp_path):
    """Their import costs every worker process most of a second."""
    path = tmp_path / "picture.jpg"
    path.write_bytes(encoded(scene()))
    program = (
        "import sys; from photocat.fingerprints import *; "
        f"fingerprints_of(decode_reduced(open({str(path)!r}, 'rb').read(), 'JPEG')); "
        "print(sorted({'imagehash', 'scipy', 'pywt'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")
