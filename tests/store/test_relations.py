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
