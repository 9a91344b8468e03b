"""What a person decided holds: over machines, over ingests, in other catalogs; until undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from photocat import Catalog
from photocat.dedup.decisions import decided
from photocat.dedup.join import join
from photocat.dedup.relate import relate
from photocat.errors import UsageError
from photocat.records import DecisionName, Picture, Relation
from photocat.sample import Delivered

SCENES = ("jet", "line-up", "march")
"""An original with a copy and a crop; one with a copy and a sibling; one with a mirror image."""


@pytest.fixture
def catalog(
    catalog_url: str,
    gallery: list[Delivered],
    deliver: Callable[[Catalog, Iterable[Delivered]], None],
) -> Iterator[Catalog]:
    """Three scenes of the gallery in a catalog that a test may change, on each database."""
    with Catalog.init(catalog_url, who="ada") as catalog:
        deliver(catalog, of_scenes(gallery))
        yield catalog


def of_scenes(gallery: list[Delivered]) -> list[Delivered]:
    return [d for d in gallery if d.scene.name in SCENES]


def path_of(gallery: list[Delivered], scene: str, relation: str) -> str:
    return next(str(d.path) for d in gallery if (d.scene.name, d.relation) == (scene, relation))


def work_of(catalog: Catalog, path: str) -> int:
    work: int = catalog.show(path)["work"]
    return work


def dump(catalog: Catalog) -> list[object]:
    return list(catalog.dump_normalised())


def test_what_is_decided_different_leaves_the_work_and_never_comes_back(
    catalog: Catalog, gallery: list[Delivered]
) -> None:
    original, copy = (path_of(gallery, "jet", relation) for relation in ("original", "copy"))
    assert work_of(catalog, copy) == work_of(catalog, original)

    made = catalog.decide(copy, original, "different", note="another plane")
    assert work_of(catalog, copy) != work_of(catalog, original)
    assert made["works"] == [work_of(catalog, path) for path in (copy, original)]

    # Everything is related anew, as if every photo had just come.
    catalog._store.replace_works({})
    relate(catalog._store, catalog.previews)
    assert work_of(catalog, copy) != work_of(catalog, original)
    (pair,) = [r for r in catalog.pairs() if {r["first"], r["second"]} == set(made["ids"])]
    assert (pair["status"], pair["decided_by"]) == ("rejected", "ada")


def test_what_is_decided_to_be_one_picture_joins_whatever_machines_say(
    catalog: Catalog, gallery: list[Delivered]
) -> None:
    original, sibling, copy = (
        path_of(gallery, "line-up", relation) for relation in ("original", "sibling", "copy")
    )
    catalog.decide(sibling, original, "same")

    # The copy of the original comes along.
    assert len({work_of(catalog, path) for path in (original, sibling, copy)}) == 1


def test_a_sibling_is_never_joined(catalog: Catalog, gallery: list[Delivered]) -> None:
    original, copy = (path_of(gallery, "jet", relation) for relation in ("original", "copy"))
    catalog.decide(copy, original, "sibling")

    assert work_of(catalog, copy) != work_of(catalog, original)


@pytest.mark.parametrize(
    "decision", ["same", "crop", "copy", "edit", "mirror", "different", "sibling"]
)
def test_undo_leaves_no_trace_of_a_decision(
    catalog: Catalog, gallery: list[Delivered], decision: DecisionName
) -> None:
    before = dump(catalog)
    crop, original = (path_of(gallery, "jet", relation) for relation in ("crop", "original"))
    made = catalog.decide(crop, original, decision)
    after = dump(catalog)
    assert after != before

    undone = catalog.undo()
    assert undone["undoes"] == made["txn"]
    assert dump(catalog) == before

    catalog.undo(undone["txn"])
    assert dump(catalog) == after


def test_decisions_go_to_another_catalog_by_digest(
    catalog: Catalog,
    gallery: list[Delivered],
    deliver: Callable[[Catalog, Iterable[Delivered]], None],
    tmp_path: Path,
) -> None:
    crop, original = (path_of(gallery, "jet", relation) for relation in ("crop", "original"))
    copy, sibling = (path_of(gallery, "line-up", relation) for relation in ("copy", "sibling"))
    catalog.decide(crop, original, "crop", note="tighter")
    catalog.decide(copy, sibling, "different")
    exported = catalog.decisions()
    assert [(d["decision"], d["note"], d["who"]) for d in exported] == [
        ("crop", "tighter", "ada"),
        ("different", None, "ada"),
    ]

    with Catalog.init(tmp_path / "other.db", who="bea") as other:
        deliver(other, reversed(of_scenes(gallery)))  # other ids
        before = dump(other)
        assert other.import_decisions(exported)["imported"] == 2
        assert other.decisions() == exported
        assert work_of(other, crop) == work_of(other, original)
        assert other.import_decisions(exported) == {
            "txn": None,
            "imported": 0,
            "known": 2,
            "absent": 0,
        }
        assert other.log(crop)[0]["who"] == "bea"
        other.undo()
        assert dump(other) == before


def test_of_two_decisions_on_a_pair_the_later_holds(
    catalog: Catalog, gallery: list[Delivered]
) -> None:
    crop, original = (path_of(gallery, "jet", relation) for relation in ("crop", "original"))
    catalog.decide(crop, original, "crop")
    early = catalog.decisions()
    catalog.decide(original, crop, "different")

    assert catalog.import_decisions(early)["known"] == 1
    assert [d["decision"] for d in catalog.decisions()] == ["different"]


def test_decisions_on_photos_that_are_not_here_are_counted_and_left_out(catalog: Catalog) -> None:
    absent = {
        "first": "0" * 64,
        "second": "1" * 64,
        "decision": "same",
        "relation": "copy",
        "who": "ada",
        "at": "2026-01-01T00:00:00Z",
        "note": None,
    }
    assert catalog.import_decisions([absent])["absent"] == 1


@pytest.mark.parametrize(
    "line", [{}, [], "same", {"first": 1}, {"decision": "twin"}, None], ids=repr
)
def test_what_is_no_decision_is_refused_whole(catalog: Catalog, line: object) -> None:
    with pytest.raises(UsageError, match="line 1 is no decision"):
        catalog.import_decisions([line])  # type: ignore[list-item]
    assert catalog.decisions() == []


def test_a_photo_is_nothing_to_itself(catalog: Catalog) -> None:
    with pytest.raises(UsageError, match="one photo"):
        catalog.decide(1, 1, "same")


def test_a_decision_that_was_changed_since_is_not_undone(
    catalog: Catalog, gallery: list[Delivered]
) -> None:
    crop, original = (path_of(gallery, "jet", relation) for relation in ("crop", "original"))
    first = catalog.decide(crop, original, "crop")
    later = catalog.decide(crop, original, "different")

    with pytest.raises(UsageError, match=f"by transaction {later['txn']}"):
        catalog.undo(first["txn"])


# --- without a catalog ----------------------------------------------------------------------------


def picture(id: int, pixels: int = 1) -> Picture:
    return Picture(id, f"{id:064x}", None, pixels, 1, 1)


FOUND = Relation(1, 2, "crop", 9, "features", 0.9, geometry={"box": [0.1, 0.1, 0.5, 0.5]})


def test_confirming_what_machines_found_keeps_the_box() -> None:
    for decision in ("same", "crop"):
        confirmed = decided(decision, picture(1), picture(2), [FOUND], "ada")  # type: ignore[arg-type]
        assert confirmed.geometry == FOUND.geometry
        assert (confirmed.relation, confirmed.status) == ("crop", "accepted")


def test_deciding_the_other_way_round_drops_the_box() -> None:
    turned = decided("crop", picture(2), picture(1), [FOUND], "ada")

    assert (turned.first, turned.second, turned.geometry) == (2, 1, {})


def test_a_decision_that_two_are_different_outweighs_what_joins_both_to_a_third() -> None:
    pictures = [picture(1, 30), picture(2, 20), picture(3, 10)]
    machine = [
        Relation(2, 1, "copy", 0, "m", 1.0, "accepted"),
        Relation(3, 1, "copy", 0, "m", 1.0, "accepted"),
    ]
    person = decided("different", pictures[1], pictures[2], [], "ada")

    assert join(pictures, machine) == {1: 1, 2: 1, 3: 1}
    assert join(pictures, [*machine, person]) == {1: 1, 2: 1, 3: 3}
