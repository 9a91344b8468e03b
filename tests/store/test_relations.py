"""Machines propose, and replace what they proposed; what somebody decided stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import update

from photocat.records import Photo, Relation
from photocat.store import Store
from photocat.store.tables import relations

MakePhoto = Callable[..., Photo]


def copy(first: int, second: int, distance: int = 3) -> Relation:
    return Relation(first, second, "copy", distance, "phash", 0.9)


@pytest.fixture
def four(store: Store, photo: MakePhoto) -> tuple[Store, list[int]]:
    run = store.begin_run("ingest")
    added = store.add_photos(run, [photo(f"/{n}.jpg") for n in range(4)])
    return store, [a.id or 0 for a in added]


def test_what_is_found_replaces_what_was_found(four: tuple[Store, list[int]]) -> None:
    store, (a, b, c, _) = four
    store.replace_relations([copy(b, a), copy(c, a)])
    store.replace_relations([copy(c, b)])
    assert store.read_relations() == [copy(c, b)]


def test_only_the_relations_of_some_photos_are_replaced(four: tuple[Store, list[int]]) -> None:
    store, (a, b, c, d) = four
    store.replace_relations([copy(b, a), copy(d, c)])
    store.replace_relations([copy(d, a)], [d])
    assert store.read_relations() == [copy(b, a), copy(d, a)]
    assert store.read_relations([b]) == [copy(b, a)]
    assert store.read_relations([c]) == []


def test_a_pair_has_one_relation_whichever_way_round(four: tuple[Store, list[int]]) -> None:
    store, (a, b, _, _) = four
    store.replace_relations([copy(b, a, 3), copy(a, b, 5)])
    assert store.read_relations() == [copy(a, b, 5)]


def test_what_somebody_decided_is_not_proposed_again(four: tuple[Store, list[int]]) -> None:
    store, (a, b, c, _) = four
    store.replace_relations([copy(b, a), copy(c, a)])
    with store.writing() as connection:
        decided = update(relations).where(relations.c.first_id == b)
        connection.execute(decided.values(status="rejected", decided_by="desk"))
    store.replace_relations([copy(a, b), copy(b, a), copy(c, b)])
    assert [(r.first, r.second, r.status) for r in store.read_relations()] == [
        (b, a, "rejected"),
        (c, b, "proposed"),
    ]


def test_works_are_replaced_as_a_whole(four: tuple[Store, list[int]]) -> None:
    store, (a, b, c, d) = four
    store.replace_works({a: a, b: a, c: c})
    assert store.read_works() == {a: a, b: a, c: c}
    store.replace_works({d: d})
    assert store.read_works() == {d: d}
    assert store.read_works([a, b]) == {}


def test_bytes_at_several_present_paths_or_of_several_suppliers_lie_in_several_files(
    store: Store, photo: MakePhoto
) -> None:
    run = store.begin_run("ingest")
    added = store.add_photos(
        run,
        [
            photo("/1.jpg", bytes_="twice"),
            photo("/2.jpg", bytes_="twice"),
            photo("/3.jpg", bytes_="once"),
            photo("/ap/4.jpg", bytes_="lost by one", supplier="AP"),
            photo("/afp/4.jpg", bytes_="lost by one", supplier="AFP"),
            photo("/5.jpg", bytes_="moved", supplier="AP"),
            photo("/sorted/5.jpg", bytes_="moved", supplier="AP"),
        ],
    )
    store.mark_missing(run, ["/ap", "/5.jpg"], set())
    assert store.photos_in_several_files() == {added[0].id, added[3].id}


def test_photos_of_equal_bytes_or_pixels_are_found_by_their_digests(
    four: tuple[Store, list[int]],
) -> None:
    store, (a, b, c, d) = four
    one, two, *_ = store.read_pictures()
    assert [p.id for p in store.read_pictures([d, b])] == [b, d]
    assert store.read_pictures([]) == []
    assert store.read_equal(bytes_=[one.sha256], pixels=[two.pixel_digest or ""]) == [one, two]
    assert store.read_equal(bytes_=["0" * 64]) == store.read_equal() == []
    assert [p.id for p in store.read_equal(bytes_=[p.sha256 for p in store.read_pictures()])] == [
        *(a, b, c, d)
    ]


def test_photos_without_a_work_are_told_of_some_at_a_time(four: tuple[Store, list[int]]) -> None:
    store, (a, b, c, d) = four
    store.replace_works({b: b})
    assert store.read_unrelated(most=2) == [a, c]
    assert store.read_unrelated(after=c, most=2) == [d]
    assert not store.is_related()
    store.replace_works({a: a, b: a, c: c, d: d})
    assert store.is_related()
    assert store.read_members([a, d]) == {a: a, b: a, d: d}


def test_what_is_related_replaces_only_what_machines_found_between_the_same_photos(
    four: tuple[Store, list[int]],
) -> None:
    store, (a, b, c, d) = four
    decided = Relation(b, a, "copy", 0, "decided", 1.0, "rejected", {}, "desk")
    store.replace_relations([decided, copy(c, a), copy(d, a)])
    found = [copy(a, b), copy(a, c, 7), copy(d, b)]
    store.relate([a], found, {(a, d)}, lambda pictures, _: {p.id: p.id for p in pictures})
    assert store.read_relations() == [copy(a, c, 7), decided, copy(d, b)]


@pytest.mark.parametrize(
    ("raw", "other", "is_pair"),
    [
        ("/card/IMG_1.CR2", "/card/IMG_1.JPG", True),
        ("/card/IMG_1.CR2", "/card/img_1.jpg", True),
        ("/card/été.dng", "/card/ÉTÉ.jpg", True),
        ("/card/a.b.NEF", "/card/a.b.tif", True),
        ("/card/IMG_1", "/card/IMG_1.jpg", True),
        ("/card/IMG_1.CR2", "/card/IMG_10.JPG", False),
        ("/card/IMG_1.CR2", "/card/IMG_1/x.JPG", False),
        ("/card/IMG_1.CR2", "/other/IMG_1.JPG", False),
        ("/card/a.NEF", "/card/a.b.tif", False),
    ],
)
@pytest.mark.parametrize("raw_is_new", [True, False])
def test_raw_files_and_what_was_made_of_them_share_folder_and_stem(
    store: Store, photo: MakePhoto, raw: str, other: str, is_pair: bool, raw_is_new: bool
) -> None:
    assert not store.has_raws()
    photos = [photo(raw, format="RAW/CR2"), photo(other), photo("/card/unrelated.jpg")]
    added = store.add_photos(store.begin_run("ingest"), photos)
    one, two, _ = (each.id or 0 for each in added)
    assert store.has_raws()
    assert store.raw_pairs([one if raw_is_new else two]) == [(one, two)] * is_pair
