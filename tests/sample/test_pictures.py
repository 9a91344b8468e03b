"""The drawn pictures are fit for fingerprints: unlike each other, and like their own copies."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TypeAlias

import imagehash
import numpy as np
import pytest
from PIL import Image, ImageOps

from photocat.sample import Delivered

UNRELATED, NEAR = 16, 6


def upright(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return ImageOps.exif_transpose(picture).convert("RGB")


@pytest.fixture(scope="module")
def pictures(gallery: list[Delivered]) -> dict[Path, Image.Image]:
    return {d.path: upright(d.path) for d in gallery}


Pair: TypeAlias = tuple[imagehash.ImageHash, imagehash.ImageHash]
Hashes: TypeAlias = dict[Path, Pair]


@pytest.fixture(scope="module")
def hashes(pictures: dict[Path, Image.Image]) -> Hashes:
    return {path: hashes_of(picture) for path, picture in pictures.items()}


def source(delivered: Delivered) -> Path:
    """The file that a derived one comes from."""
    assert delivered.of
    return delivered.of


def hashes_of(picture: Image.Image) -> Pair:
    return imagehash.phash(picture), imagehash.dhash(picture)


def distance(first: Pair, second: Pair) -> int:
    return min(int(a - b) for a, b in zip(first, second, strict=True))


def difference(first: Image.Image, second: Image.Image) -> float:
    """Mean difference of two pictures, in levels of 255, at the size of the first."""
    second = second.resize(first.size)
    return float(np.abs(np.asarray(first, float) - np.asarray(second, float)).mean())


def test_unrelated_scenes_are_far_apart(gallery: list[Delivered], hashes: Hashes) -> None:
    for a, b in combinations(gallery, 2):
        if a.scene != b.scene:
            assert distance(hashes[a.path], hashes[b.path]) > UNRELATED, (a.path, b.path)


def test_a_sibling_is_another_picture(gallery: list[Delivered], hashes: Hashes) -> None:
    (sibling,) = [d for d in gallery if d.relation == "sibling"]

    for d in gallery:
        if d.scene == sibling.scene and d is not sibling:
            assert 10 < distance(hashes[sibling.path], hashes[d.path]) <= 20


@pytest.mark.parametrize("relation", ["copy", "same-pixels", "edit"])
def test_copies_are_near(gallery: list[Delivered], hashes: Hashes, relation: str) -> None:
    derived = [d for d in gallery if d.relation == relation]

    assert derived
    for d in derived:
        for a, b in zip(hashes[d.path], hashes[source(d)], strict=True):
            assert a - b <= NEAR, d.path


def test_same_bytes_are_the_same_and_same_pixels_are_other_bytes(
    gallery: list[Delivered], pictures: dict[Path, Image.Image]
) -> None:
    for d in gallery:
        if d.relation == "same-bytes":
            assert d.path.read_bytes() == source(d).read_bytes()
        if d.relation == "same-pixels":
            assert d.path.read_bytes() != source(d).read_bytes()
            assert pictures[d.path].tobytes() == pictures[source(d)].tobytes()


def test_a_mirror_turned_back_is_its_original(
    gallery: list[Delivered], pictures: dict[Path, Image.Image], hashes: Hashes
) -> None:
    (mirror,) = [d for d in gallery if d.relation == "mirror"]
    turned = ImageOps.mirror(pictures[mirror.path])

    assert distance(hashes_of(turned), hashes[source(mirror)]) <= NEAR
    assert distance(hashes[mirror.path], hashes[source(mirror)]) > UNRELATED


def test_a_crop_is_the_box_of_its_original(
    gallery: list[Delivered], pictures: dict[Path, Image.Image], hashes: Hashes
) -> None:
    crops = [d for d in gallery if d.relation == "crop"]

    assert len(crops) == 2
    for crop in crops:
        whole = pictures[source(crop)]
        assert crop.box
        left, top, right, bottom = crop.box
        inside = whole.crop(
            (left * whole.width, top * whole.height, right * whole.width, bottom * whole.height)
        )
        assert difference(pictures[crop.path], inside) < 4
        assert distance(hashes[crop.path], hashes[source(crop)]) > UNRELATED


def test_one_upright_picture_is_stored_on_its_side(gallery: list[Delivered]) -> None:
    patrol = next(d for d in gallery if d.scene.name == "patrol" and d.relation == "original")

    with Image.open(patrol.path) as stored:
        assert stored.size == (1200, 800)
        assert stored.getexif()[0x0112] == 6
    assert upright(patrol.path).size == (800, 1200)


def test_pictures_use_the_whole_range_of_tones(
    gallery: list[Delivered], pictures: dict[Path, Image.Image]
) -> None:
    for d in gallery:
        tones = np.asarray(pictures[d.path].convert("L"))
        low, high = np.percentile(tones, (1, 99))
        assert high - low > 120, d.path


def test_every_frame_says_that_it_is_drawn(
    gallery: list[Delivered], pictures: dict[Path, Image.Image]
) -> None:
    """The label is the same strip in the lower left corner of every frame."""
    corners = [
        pictures[d.path].crop((0, d_height - 24, 150, d_height))
        for d in gallery
        if d.relation in ("original", "sibling")
        for d_height in [pictures[d.path].height]
    ]

    for corner in corners:
        assert difference(corner, corners[0]) < 6
        assert float(np.asarray(corner.convert("L")).mean()) < 90
