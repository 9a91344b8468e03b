"""Works grow around their best picture, never along a chain."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from photocat.dedup.join import join
from photocat.records import Picture, Relation


def picture(id: int, pixels: int) -> Picture:
    return Picture(id, f"{id:064x}", None, pixels, 1, 1)


def accepted(first: int, second: int) -> Relation:
    return Relation(first, second, "copy", 0, "test", 1.0, "accepted")


def test_a_photo_that_nothing_is_like_is_a_work_of_its_own() -> None:
    assert join([picture(1, 5), picture(2, 5)], []) == {1: 1, 2: 2}


def test_a_chain_of_look_alikes_does_not_join_its_ends() -> None:
    pictures = [picture(1, 30), picture(2, 20), picture(3, 10)]

    assert join(pictures, [accepted(2, 1), accepted(3, 2)]) == {1: 1, 2: 1, 3: 3}


def test_proposed_and_rejected_relations_join_nothing() -> None:
    relations = [
        Relation(2, 1, "copy", 0, "test", 1.0, "proposed"),
        Relation(3, 1, "copy", 0, "test", 1.0, "rejected"),
    ]

    assert len(set(join([picture(n, n) for n in (1, 2, 3)], relations).values())) == 3


def test_a_sibling_is_never_merged_even_when_somebody_accepted_it() -> None:
    sibling = Relation(2, 1, "sibling", 0, "test", 1.0, "accepted")

    assert join([picture(1, 2), picture(2, 1)], [sibling]) == {1: 1, 2: 2}


def test_two_pictures_on_one_page_are_not_one_picture() -> None:
    pictures = [picture(1, 20), picture(2, 10), picture(3, 90)]
    embedded = [Relation(3, id, "embedded", None, "test", 1.0, "accepted") for id in (1, 2)]

    assert join(pictures, embedded) == {1: 1, 2: 2, 3: 1}


def test_a_work_grows_around_the_picture_not_around_its_copy_with_a_border() -> None:
    pictures = [picture(1, 30), picture(2, 20), picture(3, 10)]
    bordered = Relation(1, 2, "edit", None, "test", 1.0, "accepted")
    crop = Relation(3, 2, "crop", None, "test", 1.0, "accepted")

    assert join(pictures, [bordered, crop]) == {1: 1, 2: 1, 3: 1}


def test_an_edit_with_more_bytes_does_not_take_an_original_from_its_copies() -> None:
    pictures = [picture(1, 50), *(picture(id, 40 - id) for id in range(2, 7)), picture(7, 60)]
    among = [accepted(b, a) for a in range(1, 7) for b in range(a + 1, 7)]

    work_of = join(pictures, [*among, accepted(1, 7)])

    assert len({work_of[id] for id in range(1, 7)}) == 1


edges = st.sets(st.tuples(st.integers(1, 8), st.integers(1, 8)).filter(lambda e: e[0] < e[1]))


@given(edges, st.permutations(range(1, 9)))
def test_joining_does_not_depend_on_order_and_all_of_a_work_are_related_to_one(
    pairs: set[tuple[int, int]], order: list[int]
) -> None:
    pictures = [picture(id, 100 - id) for id in range(1, 9)]
    relations = [accepted(*pair) for pair in sorted(pairs)]

    work_of = join(pictures, relations)

    assert join([pictures[at - 1] for at in order], relations[::-1]) == work_of
    for work in set(work_of.values()):
        members = {id for id, other in work_of.items() if other == work}
        assert any(
            all(id == one or (min(id, one), max(id, one)) in pairs for id in members)
            for one in members
        )
