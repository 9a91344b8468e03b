"""Local features: stored small, found again when a picture is turned, mirrored, toned, scaled."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageOps

from photocat.fingerprints.features import (
    MOST,
    Features,
    feature_count,
    features_of,
    mirrored,
    read_features,
)


@pytest.fixture(scope="module")
def scene() -> Image.Image:
    """A picture with structure at every scale: noise of several sizes added up."""
    random = np.random.default_rng(5)
    planes = [
        Image.fromarray(random.normal(0, 1, (side * 3 // 4, side)).astype(np.float32)).resize(
            (640, 480), Image.Resampling.BICUBIC
        )
        for side in (8, 16, 32, 64, 128)
    ]
    summed = np.sum([np.asarray(plane) for plane in planes], axis=0)
    return Image.fromarray((128 + 30 * summed).clip(0, 255).astype(np.uint8))


def shared(one: Features, other: Features) -> float:
    """The share of one's features that the other has within 20 of 128 bits."""
    distance = np.bitwise_count(one.codes[:, None] ^ other.codes[None]).sum(axis=2)
    return float((distance.min(axis=1) <= 20).mean())


def test_features_are_few_and_small(scene: Image.Image) -> None:
    stored = features_of(scene)

    assert feature_count(stored) == MOST
    assert len(stored) <= 5_000
    assert features_of(scene) == stored


@pytest.mark.parametrize(
    "change",
    [
        lambda p: p.transpose(Image.Transpose.ROTATE_90),
        lambda p: p.rotate(15, Image.Resampling.BICUBIC),
        lambda p: p.resize((448, 336), Image.Resampling.LANCZOS),
        lambda p: p.point(lambda value: int(255 * (value / 255) ** 0.6)),
        lambda p: p.crop((100, 60, 600, 440)),
    ],
    ids=["turned", "tilted", "smaller", "lighter", "cropped"],
)
def test_many_features_survive_a_change_and_hardly_any_belong_to_another_picture(
    scene: Image.Image, change
) -> None:
    own = read_features(features_of(scene))
    other = read_features(features_of(scene.transpose(Image.Transpose.FLIP_LEFT_RIGHT)))

    assert shared(read_features(features_of(change(scene))), own) > 0.15
    assert shared(other, own) < 0.05


def test_mirroring_features_makes_those_of_the_mirror_image(scene: Image.Image) -> None:
    turned = mirrored(read_features(features_of(scene)), 1.0)
    seen = read_features(features_of(ImageOps.mirror(scene)))

    assert shared(turned, seen) > 0.7
    again = mirrored(turned, 1.0)
    assert (again.codes == read_features(features_of(scene)).codes).all()


def test_the_first_word_of_a_code_is_flipped_whole_by_mirroring(scene: Image.Image) -> None:
    own = read_features(features_of(scene))

    assert (mirrored(own, 1.0).codes[:, 0] == ~own.codes[:, 0]).all()


@pytest.mark.parametrize("size", [(1, 1), (30, 20), (1024, 3), (300, 300)])
def test_a_picture_without_structure_has_no_features(size: tuple[int, int]) -> None:
    stored = features_of(Image.new("L", size, 90))

    assert stored == b""
    assert len(read_features(stored)) == 0
