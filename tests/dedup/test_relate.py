"""Photos related a few at a time are what they are when all are looked at together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photocat import Catalog
from photocat.dedup import copies
from photocat.dedup import relate as room
from photocat.dedup.compare import Comparer
from photocat.dedup.feature_index import FeatureIndex
from photocat.dedup.join import join
from photocat.dedup.neighbours import Neighbours, neighbours
from photocat.dedup.relate import MOST_SHARING, relate
from photocat.fingerprints import PreviewCache
from photocat.fingerprints.features import KIND, read_features
from photocat.records import ImageFile, Photo, Relation
from photocat.sample import Delivered
from photocat.store import Store, open_store

Deliver = Callable[[Catalog, Iterable[Delivered]], None]


def all_together(store: Store, cache: PreviewCache) -> list[Relation]:
    """What ``relate`` means, for a catalog of which nothing was related: all photos in memory."""
    pictures = {picture.id: picture for picture in store.read_pictures()}
    features = {id: read_features(bits) for id, bits in store.read_long_fingerprints(KIND)}
    index = FeatureIndex()
    for id, own in features.items():
        index.add(id, own)
    distances: dict[tuple[int, int], int | None] = {}
    for one, own in features.items():
        for other in index.candidates(own, MOST_SHARING + 1):
            distances[min(one, other), max(one, other)] = None
    first, second = (
        {id: np.frombuffer(bits, np.uint8) for id, bits in store.read_long_fingerprints(kind)}
        for kind in (copies.KIND, copies.SECOND_KIND)
    )
    for one, other in combinations(sorted(first), 2):
        near, alike = (int(np.bitwise_count(c[one] ^ c[other]).sum()) for c in (first, second))
        if near <= copies.NEAR and alike <= copies.ALIKE:
            distances[one, other] = near
    comparer = Comparer(store, cache)
    comparer.prepare(pictures)
    found = []
    for (one, other), distance in distances.items():
        a, b = pictures[one], pictures[other]
        if one != other and (a.pixel_digest is None or a.pixel_digest != b.pixel_digest):
            relation = comparer.relation(a, b, distance)
            found += [relation] if relation else []
    for one in pictures.values():
        equal = [
            p for p in pictures.values() if p.pixel_digest and p.pixel_digest == one.pixel_digest
        ]
        best = max(equal, key=copies.goodness, default=one)
        if best is not one:
            found.append(copies.same_pixels(one, best))
    return sorted(found, key=lambda relation: (relation.first, relation.second))


@pytest.fixture(scope="module")
def expected(
    gallery: list[Delivered], deliver: Deliver, tmp_path_factory: pytest.TempPathFactory
) -> list[object]:
    """The gallery as a catalog tells of it that was related all together."""
    with Catalog.init(tmp_path_factory.mktemp("together") / "catalog.db") as catalog:
        deliver(catalog, gallery)
        store = catalog._store
        found = all_together(store, catalog.previews)
        assert len(found) > 10
        store.replace_relations(found)
        store.replace_works(join(store.read_pictures(), found))
        return list(catalog.dump_normalised())


@pytest.fixture
def catalog(tmp_path: Path, gallery: list[Delivered], deliver: Deliver) -> Iterator[Catalog]:
    """The gallery, of which nothing is related."""
    with Catalog.init(tmp_path / "catalog.db") as catalog:
        deliver(catalog, gallery)
        unrelate(catalog._store)
        yield catalog


def unrelate(store: Store) -> None:
    store.replace_works({})
    store.replace_relations([])


@pytest.mark.parametrize("at_once", [1, 5, 64])
def test_however_many_are_related_at_once_it_is_as_if_all_were(
    catalog: Catalog, expected: list[object], at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "AT_ONCE", at_once)
    relate(catalog._store, catalog.previews)

    assert list(catalog.dump_normalised()) == expected


def test_a_run_that_is_cut_off_is_completed_by_the_next(
    catalog: Catalog, expected: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "AT_ONCE", 8)
    with monkeypatch.context() as patch:
        related = iter(range(2))
        patch.setattr(Comparer, "promising", cut_off_after(related, Comparer.promising))
        with pytest.raises(KeyboardInterrupt):
            relate(catalog._store, catalog.previews)
    assert 0 < len(catalog._store.read_works()) < len(catalog._store.read_pictures())
    relate(catalog._store, catalog.previews)

    assert list(catalog.dump_normalised()) == expected


def cut_off_after(times: Iterator[int], done: Callable[..., object]) -> Callable[..., object]:
    def cut_off(*arguments: object) -> object:
        if next(times, None) is None:
            raise KeyboardInterrupt
        return done(*arguments)

    return cut_off


def test_what_is_related_twice_is_the_same(catalog: Catalog, expected: list[object]) -> None:
    for _ in range(2):
        relate(catalog._store, catalog.previews)
        catalog._store.replace_works({})  # and what was found stands
    relate(catalog._store, catalog.previews)

    assert list(catalog.dump_normalised()) == expected


def test_nothing_of_a_catalog_is_looked_at_where_nothing_is_new(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    relate(catalog._store, catalog.previews)
    monkeypatch.setattr(room, "neighbours", None)

    relate(catalog._store, catalog.previews)


def test_what_comes_while_others_are_related_is_left_to_the_next_run(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = catalog._store

    @contextmanager
    def meanwhile(store: Store) -> Iterator[Neighbours]:
        with neighbours(store) as others:
            photo = Photo(ImageFile("/late.jpg", 1000, 1), "f" * 64, "JPEG", 40, 30)
            store.add_photos(store.begin_run("ingest"), [photo])
            yield others

    with monkeypatch.context() as patch:
        patch.setattr(room, "neighbours", meanwhile)
        relate(store, catalog.previews)
    late = store.read_pictures()[-1].id
    assert store.read_unrelated(most=2) == [late]
    relate(store, catalog.previews)
    assert store.is_related()


# --- equal pixels ---------------------------------------------------------------------------------


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_of_equal_pixels_all_are_related_to_the_best_whatever_came_first(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    with open_store(tmp_path / "catalog.db", mode="create") as store:
        cache = PreviewCache(store.cache_folder)
        for number in order:
            file = ImageFile(f"/{number}.png", 1000 + number, 1)
            photo = Photo(file, f"{number:064x}", "PNG", 40, 30, pixel_digest="scan:1")
            store.add_photos(store.begin_run("ingest"), [photo])
            relate(store, cache)

        named = {picture.id: int(picture.sha256, 16) for picture in store.read_pictures()}
        relations = store.read_relations()
        assert {(named[r.first], named[r.second]) for r in relations} == {(0, 3), (1, 3), (2, 3)}
        assert set(store.read_works().values()) == {1}


# --- works ----------------------------------------------------------------------------------------

KINDS = st.sampled_from(
    [
        ("copy", "accepted", None),
        ("copy", "proposed", None),
        ("sibling", "accepted", None),
        ("copy", "accepted", "ada"),
        ("copy", "rejected", "ada"),
    ]
)
PAIRS = st.tuples(st.integers(1, 12), st.integers(1, 12)).filter(lambda pair: pair[0] < pair[1])


@pytest.fixture(scope="module")
def twelve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A catalog of twelve photos."""
    with open_store(tmp_path_factory.mktemp("twelve") / "catalog.db", mode="create") as store:
        photos = [
            Photo(ImageFile(f"/{n}.jpg", n * 7 % 13, 1), f"{n:064x}", "JPEG", 40, 30)
            for n in range(12)
        ]
        store.add_photos(store.begin_run("ingest"), photos)
        yield store


@given(st.dictionaries(PAIRS, KINDS, max_size=20), st.permutations(range(1, 13)), st.data())
@settings(max_examples=40)
def test_works_joined_as_photos_come_are_those_joined_all_together(
    twelve: Store,
    pairs: dict[tuple[int, int], tuple[str, str, str | None]],
    order: list[int],
    data: st.DataObject,
) -> None:
    found = [
        Relation(*pair, kind, 0, "m", 1.0, status, {}, by)  # type: ignore[arg-type]
        for pair, (kind, status, by) in pairs.items()
    ]
    unrelate(twelve)
    with twelve.writing() as connection:
        connection.exec_driver_sql("DELETE FROM relations")
    step = data.draw(st.integers(1, 12))
    for begin in range(0, 12, step):
        some = set(order[begin : begin + step])
        come = set(order[: begin + step])
        now = [r for r in found if some & {r.first, r.second} and {r.first, r.second} <= come]
        twelve.relate(some, now, set(), join)
        pictures = twelve.read_pictures(come)
        known = [r for r in found if {r.first, r.second} <= come]
        assert twelve.read_works() == join(pictures, known)


def test_a_photo_that_is_not_related_yet_is_given_no_work_by_others(twelve: Store) -> None:
    unrelate(twelve)
    twelve.relate([2], [Relation(2, 9, "copy", 0, "m", 1.0, "accepted")], set(), join)

    assert twelve.read_works() == {2: 2}
    assert twelve.read_unrelated(most=3) == [1, 3, 4]
