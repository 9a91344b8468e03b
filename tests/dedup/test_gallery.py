"""The sample gallery, whose truth is known: what belongs together, and what does not."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from photocat import Catalog, IngestOptions
from photocat.sample import Delivered

JOINED = {"original", "copy", "same-bytes", "same-pixels", "crop", "mirror", "edit"}
"""What a delivery may be to its original to be the same picture."""


@pytest.fixture(scope="module")
def work_of(gallery_catalog: Catalog, gallery: list[Delivered]) -> dict[str, int]:
    return {str(d.path): gallery_catalog.show(str(d.path))["work"] for d in gallery}


def test_every_copy_is_in_the_work_of_its_original(
    gallery: list[Delivered], work_of: dict[str, int]
) -> None:
    by_scene = {d.scene.name: work_of[str(d.path)] for d in gallery if d.relation == "original"}

    for delivered in gallery:
        if delivered.relation in JOINED:
            assert work_of[str(delivered.path)] == by_scene[delivered.scene.name], delivered.path


def test_a_crop_a_mirror_and_an_edit_are_told_from_copies(
    gallery: list[Delivered], gallery_catalog: Catalog
) -> None:
    by_photo = {gallery_catalog.show(str(d.path))["id"]: d for d in gallery}
    original = {d.scene.name: id for id, d in by_photo.items() if d.relation == "original"}
    told = {(r["first"], r["second"]): r for r in gallery_catalog.pairs()}

    for photo, delivered in by_photo.items():
        if delivered.relation in ("crop", "mirror", "edit"):
            relation = told[photo, original[delivered.scene.name]]
            assert (relation["relation"], relation["status"]) == (delivered.relation, "accepted")
            assert relation["mirrored"] is (delivered.relation == "mirror")
            if delivered.box is not None:
                left, top, right, bottom = delivered.box
                box = (left, top, right - left, bottom - top)
                assert relation["box"] == pytest.approx(box, abs=0.02)


def test_different_scenes_are_never_one_work(
    gallery: list[Delivered], work_of: dict[str, int]
) -> None:
    for one, other in combinations(gallery, 2):
        if one.scene.name != other.scene.name:
            assert work_of[str(one.path)] != work_of[str(other.path)]


def test_another_frame_of_the_same_scene_is_no_duplicate(
    gallery: list[Delivered], work_of: dict[str, int]
) -> None:
    (sibling,) = (d for d in gallery if d.relation == "sibling")
    others = [d for d in gallery if d.scene.name == sibling.scene.name and d is not sibling]

    assert others
    assert all(work_of[str(sibling.path)] != work_of[str(other.path)] for other in others)


def test_the_same_bytes_from_two_suppliers_are_one_photo_in_two_files(
    gallery: list[Delivered], gallery_catalog: Catalog
) -> None:
    (twin,) = (d for d in gallery if d.relation == "same-bytes")
    shown = gallery_catalog.show(str(twin.path))

    assert len({file["supplier"] for file in shown["files"]}) == 2
    assert any(
        relation["relation"] == "same-bytes" and relation["first"] == shown["id"]
        for relation in gallery_catalog.pairs(relations=["same-bytes"])
    )


def test_the_same_pixels_with_other_words_are_told_apart_from_copies(
    gallery: list[Delivered], gallery_catalog: Catalog
) -> None:
    (twin,) = (d for d in gallery if d.relation == "same-pixels")
    photo = gallery_catalog.show(str(twin.path))["id"]

    (relation,) = gallery_catalog.pairs(relations=["same-pixels"])
    assert photo in (relation["first"], relation["second"])
    assert relation["confidence"] == 1.0


def test_captions_that_disagree_about_the_date_of_one_picture_are_a_conflict(
    gallery_catalog: Catalog,
) -> None:
    conflicts = [c for work in gallery_catalog.duplicates() for c in work["conflicts"]]

    assert [sorted(c["values"]) for c in conflicts if c["field"] == "date_created"] == [
        ["2018-08", "2019-09"]
    ]


def test_cross_supplier_leaves_out_what_one_supplier_sent_twice(gallery_catalog: Catalog) -> None:
    for work in gallery_catalog.duplicates(cross_supplier=True):
        assert len({photo["supplier"] for photo in work["photos"]}) > 1


def test_a_query_narrows_works_to_those_that_one_of_its_photos_belongs_to(
    gallery_catalog: Catalog,
) -> None:
    asked = {match.id for match in gallery_catalog.search("in:Tartus")}
    works = gallery_catalog.duplicates("in:Tartus")

    assert works
    assert len(works) < len(gallery_catalog.duplicates())
    assert all(asked & {photo["id"] for photo in work["photos"]} for work in works)


def test_the_best_copy_has_the_most_pixels(gallery_catalog: Catalog) -> None:
    for work in gallery_catalog.duplicates():
        sizes = {
            photo["id"]: (shown := gallery_catalog.show(photo["id"]))["width"] * shown["height"]
            for photo in work["photos"]
        }
        assert sizes[work["best"]] == max(sizes.values())


def test_a_file_that_was_never_stored_finds_what_it_is_a_copy_of(
    gallery: list[Delivered], gallery_catalog: Catalog, tmp_path: Path
) -> None:
    from PIL import Image

    original = next(d for d in gallery if d.relation == "original" and d.path.suffix == ".jpg")
    with Image.open(original.path) as picture:
        picture.resize((400, 400 * picture.height // picture.width)).save(
            tmp_path / "seen-on-the-web.jpg", quality=60, exif=picture.getexif()
        )
    photos = gallery_catalog.count()

    nearest = gallery_catalog.similar(tmp_path / "seen-on-the-web.jpg")[0]
    assert nearest["relation"] == "copy"
    assert nearest["work"] == gallery_catalog.show(str(original.path))["work"]
    assert gallery_catalog.count() == photos


def test_a_crop_that_was_never_stored_finds_its_original_with_its_box(
    gallery: list[Delivered], gallery_catalog: Catalog, tmp_path: Path
) -> None:
    from PIL import Image

    original = next(d for d in gallery if d.relation == "original" and d.scene.name == "corvette")
    with Image.open(original.path) as picture:
        width, height = picture.size
        box = (width // 4, height // 4, width * 3 // 4, height * 3 // 4)
        picture.convert("RGB").crop(box).save(tmp_path / "cut.jpg", quality=75)

    found = gallery_catalog.similar(tmp_path / "cut.jpg")
    crop = next(photo for photo in found if photo["relation"] == "crop")
    assert crop["work"] == gallery_catalog.show(str(original.path))["work"]
    assert crop["box"] == pytest.approx([0.25, 0.25, 0.5, 0.5], abs=0.01)
    assert crop["derived"] is True


def test_a_photo_asked_for_by_id_does_not_find_itself(gallery_catalog: Catalog) -> None:
    assert all(found["id"] != 1 for found in gallery_catalog.similar(1, radius=64))


def test_relating_again_changes_nothing(gallery: list[Delivered], tmp_path: Path) -> None:
    files = [delivered.path for delivered in gallery]
    with Catalog.init(tmp_path / "catalog.db") as catalog:
        list(catalog.add(files))
        first = catalog.pairs(), catalog.duplicates()
        list(catalog.add(files))

        assert (catalog.pairs(), catalog.duplicates()) == first


def test_what_photos_are_to_each_other_does_not_depend_on_the_order_of_ingest(
    gallery: list[Delivered], tmp_path: Path
) -> None:
    files = [delivered.path for delivered in gallery]
    found = []
    for name, orders in (("together", [files]), ("backward", [[path] for path in files[::-1]])):
        with Catalog.init(tmp_path / f"{name}.db") as catalog:
            for order in orders:  # one at a time: each is related to those before it
                list(catalog.add(order, options=IngestOptions(jobs=0)))
            found.append(list(catalog.dump_normalised()))

    assert found[0] == found[1]
