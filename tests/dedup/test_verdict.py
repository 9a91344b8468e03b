"""What pictures are to each other, on drawn scenes that are cut, turned, toned and drawn over."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageOps

from photocat.dedup.geometry import Laid, lay
from photocat.dedup.verdict import Verdict, judge
from photocat.fingerprints.features import features_of, read_features
from photocat.sample import Delivered

BOX = (0.25, 0.2, 0.5, 0.55)


@pytest.fixture(scope="module")
def scene(gallery: list[Delivered]) -> Image.Image:
    path = next(d.path for d in gallery if d.relation == "original" and d.scene.name == "jet")
    with Image.open(path) as opened:
        return ImageOps.contain(opened.convert("RGB"), (900, 900))


def encoded(picture: Image.Image, quality: int = 80) -> Image.Image:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return Image.open(out).convert("RGB")


def laid_on(one: Image.Image, other: Image.Image) -> Laid | None:
    first, second = (read_features(features_of(p.convert("L"))) for p in (one, other))
    return lay(first, second, one.width / max(one.size))


def judged(one: Image.Image, other: Image.Image) -> Verdict:
    laid = laid_on(one, other)
    assert laid is not None
    verdict = judge(one, other, laid)
    assert verdict is not None
    return verdict


def cropped(picture: Image.Image) -> Image.Image:
    left, top, width, height = BOX
    x, y = round(left * picture.width), round(top * picture.height)
    return picture.crop(
        (x, y, x + round(width * picture.width), y + round(height * picture.height))
    )


def bordered(picture: Image.Image) -> Image.Image:
    return ImageOps.expand(picture, 60, "white")


def grey(picture: Image.Image) -> Image.Image:
    return picture.convert("L").convert("RGB")


def with_a_bar(picture: Image.Image) -> Image.Image:
    barred = picture.copy()
    width, height = picture.size
    draw = ImageDraw.Draw(barred)
    draw.rectangle((0, int(0.85 * height), width, height), fill=(15, 15, 40))
    draw.text((20, int(0.88 * height)), "LATEST: THE SQUADRON IS BACK", "white", font_size=40)
    return barred


def with_ink(picture: Image.Image) -> Image.Image:
    ink = Image.new("RGBA", picture.size)
    draw = ImageDraw.Draw(ink)
    for line in range(0, picture.height, 150):
        draw.text((line // 3, line), "PREVIEW  ONLY  PREVIEW", (255, 255, 255, 110), font_size=70)
    return Image.alpha_composite(picture.convert("RGBA"), ink).convert("RGB")


CHANGES = [
    ("smaller", lambda p: p.resize((400, 400 * p.height // p.width)), "copy"),
    ("crop", cropped, "crop"),
    ("grey crop", lambda p: grey(cropped(p)), "crop"),
    ("mirrored crop", lambda p: ImageOps.mirror(cropped(p)), "crop"),
    ("mirror", ImageOps.mirror, "mirror"),
    ("turned", lambda p: p.transpose(Image.Transpose.ROTATE_90), "rotation"),
    ("lighter", lambda p: p.point(lambda value: int(255 * (value / 255) ** 0.6)), "edit"),
    ("border", bordered, "edit"),
    ("crop with a border", lambda p: bordered(cropped(p)), "crop"),
    ("watermark", with_ink, "edit"),
]


@pytest.mark.parametrize(
    ("change", "relation"), [c[1:] for c in CHANGES], ids=[c[0] for c in CHANGES]
)
def test_what_was_done_is_named_and_accepted(scene: Image.Image, change, relation: str) -> None:
    verdict = judged(encoded(change(scene)), scene)

    assert (verdict.relation, verdict.status) == (relation, "accepted")
    assert verdict.derived_first is not False
    assert verdict.confidence >= 0.9


@pytest.mark.parametrize("mirror", [False, True])
def test_the_box_of_a_crop_says_where_it_was(scene: Image.Image, mirror: bool) -> None:
    crop = ImageOps.mirror(cropped(scene)) if mirror else cropped(scene)
    verdict = judged(encoded(crop), scene)

    assert verdict.box == pytest.approx(BOX, abs=0.01)
    assert verdict.mirrored is mirror


def test_which_is_the_crop_does_not_depend_on_who_is_asked_first(scene: Image.Image) -> None:
    verdict = judged(scene, encoded(cropped(scene)))

    assert (verdict.relation, verdict.derived_first) == ("crop", False)
    assert verdict.box == pytest.approx(BOX, abs=0.01)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_quarter_turn_is_told_in_degrees_clockwise(scene: Image.Image, degrees: int) -> None:
    verdict = judged(encoded(scene.rotate(-degrees, expand=True)), scene)

    assert verdict.rotation == degrees


def test_a_page_that_shows_a_picture_embeds_it(scene: Image.Image) -> None:
    page = Image.new("RGB", (1024, 768), (250, 250, 250))
    draw = ImageDraw.Draw(page)
    for line in range(20, 760, 24):
        draw.text(
            (20, line), "The squadron came back from its last sortie on Friday. " * 3, "black"
        )
    page.paste(scene.resize((560, 560 * scene.height // scene.width)), (240, 180))

    assert judged(encoded(page), scene).relation == "embedded"


def test_a_bar_that_hides_a_part_is_no_crop_and_no_other_frame(scene: Image.Image) -> None:
    verdict = judged(encoded(with_a_bar(scene)), scene)

    assert (verdict.relation, verdict.box) == ("edit", (0, 0, 1, 1))


def test_a_copy_compressed_to_single_colours_is_called_one(scene: Image.Image) -> None:
    small = scene.resize((360, 360 * scene.height // scene.width))

    assert judged(encoded(small, quality=4), scene).relation == "copy"


def test_margins_that_a_picture_always_had_are_no_border() -> None:
    random = np.random.default_rng(3)
    drawing = Image.new("RGB", (800, 600), "white")
    draw = ImageDraw.Draw(drawing)
    for _ in range(90):
        x, y = random.integers((80, 80), (660, 460))
        wide, high = random.integers(8, 70, 2)
        colour = tuple(int(shade) for shade in random.integers(0, 220, 3))
        draw.ellipse((x, y, x + wide, y + high), fill=colour)
    verdict = judged(encoded(drawing.point(lambda value: value // 2 + 60)), drawing)

    assert (verdict.relation, verdict.box) == ("edit", (0, 0, 1, 1))


def test_something_that_moved_is_never_accepted(scene: Image.Image) -> None:
    moved = scene.copy()
    width, height = scene.size
    part = scene.crop((width // 3, height // 3, width // 2, height // 2))
    moved.paste(part, (width // 3 + width // 12, height // 3 + height // 20))

    assert judged(encoded(moved), scene).status == "proposed"


def test_pictures_that_share_nothing_are_not_laid_on_each_other(gallery: list[Delivered]) -> None:
    originals = [Image.open(d.path).convert("RGB") for d in gallery if d.relation == "original"]
    features = [read_features(features_of(picture.convert("L"))) for picture in originals]

    for at, one in enumerate(features):
        for other in features[at + 1 :]:
            assert lay(one, other, originals[at].width / max(originals[at].size)) is None


def test_flat_pictures_are_not_comparable() -> None:
    flat = Image.fromarray(np.full((300, 400, 3), 128, np.uint8))

    assert laid_on(flat, flat) is None
