"""Which copy to use, and why; and what could go."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from photocat import Catalog, IngestOptions
from photocat.dedup.best import (
    CRITERIA,
    DEFAULT,
    Copy,
    best_first,
    copies_of,
    criteria_of,
    reason,
)
from photocat.dedup.plan import plan
from photocat.errors import UsageError
from photocat.fields import FIELD
from photocat.records import Picture, Relation
from photocat.sample import Delivered

ALL = criteria_of(DEFAULT)


def copy(id: int, side: int = 100, bytes_: int = 1000, fields: int = 5, derived: str = "") -> Copy:
    picture = Picture(id, f"{id:064x}", None, side, side, bytes_)
    return Copy(picture, frozenset(derived.split()), fields, bytes_)


@pytest.mark.parametrize(
    ("better", "worse", "why"),
    [
        (copy(1), copy(2, 900, derived="crop"), "uncropped: the whole picture, the next a crop"),
        (copy(1, 100), copy(2, 900, derived="edit"), "unaltered: unaltered, the next edit"),
        (copy(1, 200), copy(2, 100, bytes_=9999), "larger: 200 × 200, the next 100 × 100"),
        (copy(1, bytes_=99), copy(2, bytes_=98), "less compressed: 99 bytes, the next 98 bytes"),
        (copy(1, fields=6), copy(2), "better described: 6 fields, the next 5 fields"),
        (copy(2), copy(1), "equal in everything asked; the digest decides"),
    ],
    ids=[criterion.name for criterion in CRITERIA] + ["equal"],
)  # fmt: skip
def test_each_criterion_decides_where_those_before_it_do_not(
    better: Copy, worse: Copy, why: str
) -> None:
    for copies in ([better, worse], [worse, better]):
        ordered = best_first(copies, ALL)
        assert ordered == [better, worse]
        assert reason(ordered, ALL) == why


def test_the_rule_is_ones_own_to_choose() -> None:
    large, described = copy(1, 200), copy(2, 100, fields=9)

    assert best_first([large, described], criteria_of(["better-described"]))[0] is described
    with pytest.raises(UsageError, match="did you mean larger"):
        criteria_of(["lager"])


def test_the_mirror_image_of_a_mirror_image_is_unaltered() -> None:
    pictures = [Picture(id, f"{id:064x}", None, 10 * id, 10, 1) for id in (3, 2, 1)]
    shapes = dict.fromkeys((1, 2, 3), dict.fromkeys(FIELD))
    turned = [Relation(*pair, "mirror", None, "m", 1.0, "accepted") for pair in ((2, 3), (1, 2))]

    assert [set(c.derived) for c in copies_of(pictures, shapes, turned)] == [
        set(),
        {"mirror"},
        set(),
    ]


def test_one_photo_needs_no_reason() -> None:
    assert reason([copy(1)], ALL) is None


# --- what could go --------------------------------------------------------------------------------


def test_a_plan_keeps_the_best_and_deletes_nothing(
    gallery: list[Delivered], gallery_catalog: Catalog
) -> None:
    works = {work["work"]: work for work in gallery_catalog.duplicates()}
    planned = plan(works.values())

    assert planned
    assert [p["bytes"] for p in planned] == sorted((p["bytes"] for p in planned), reverse=True)
    for part in planned:
        assert part["keep"]["id"] == works[part["work"]]["best"]
        assert part["keep"]["path"] not in [file["path"] for file in part["free"]]
        for file in part["free"]:
            assert file["bytes"] == os.path.getsize(file["path"])
            assert file["relation"] in ("same-bytes", "same-pixels", "copy")


def test_crops_go_only_when_they_are_asked_for() -> None:
    work: dict[str, Any] = {
        "work": 1,
        "best": 1,
        "photos": [
            {"id": id, "path": path, "supplier": None, "state": "present", "byte_size": 7}
            for id, path in ((1, "/"), (2, "/etc"), (3, "/dev"))
        ],
        "relations": [
            {"first": 2, "second": 1, "relation": "crop", "status": "accepted"},
            {"first": 3, "second": 2, "relation": "copy", "status": "accepted"},
        ],
    }
    assert plan([work]) == []
    (asked,) = plan([work], ["crop"])
    # The copy of a crop is nothing to the best itself.
    assert [file["path"] for file in asked["free"]] == ["/etc"]


def test_a_second_name_of_one_file_and_a_file_that_is_gone_free_nothing(
    gallery: list[Delivered], tmp_path: Path
) -> None:
    original = tmp_path / "a.jpg"
    original.write_bytes(gallery[0].path.read_bytes())
    os.link(original, tmp_path / "b.jpg")
    (tmp_path / "c.jpg").write_bytes(original.read_bytes())
    (tmp_path / "d.jpg").write_bytes(original.read_bytes())
    with Catalog.init(tmp_path / "catalog.db") as catalog:
        list(catalog.add([tmp_path], options=IngestOptions(jobs=0)))
        (tmp_path / "d.jpg").unlink()
        (part,) = plan(catalog.duplicates())

    assert [Path(file["path"]).name for file in part["free"]] == ["c.jpg"]
