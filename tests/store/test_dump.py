"""The same files make the same catalog, whatever the order, the batches and the runs."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from photocat.places import Point
from photocat.records import ImageFile, Note, Photo, PlaceName, Relation, Statement, Tag
from photocat.store import Problem, Store, open_store

MakePhoto = Callable[..., Photo]
Said = Callable[..., Statement]


@pytest.fixture
def delivery(photo: MakePhoto, said: Said) -> list[Photo]:
    """Six files: three of the same bytes with words of their own beside them, and three others."""

    def beside(text: str) -> tuple[Statement, ...]:
        return (said("caption", text, scope="file"), said("keywords", text, scope="file"))

    inside = (
        said("caption", "A bridge."),
        said("location_created", "Gdynia", place=PlaceName("Gdynia", ("Poland",), "PL")),
        said("location_created", "54.5,18.5", rank=3, point=Point(54.5, 18.5)),
        said("date_created", "2016-03", date="2016-03"),
    )
    return [
        photo("/ap/1.jpg", *inside, *beside("Ours."), bytes_="x", supplier="AP"),
        photo(
            "/afp/1.jpg",
            *inside,
            *beside("Le pont."),
            bytes_="x",
            supplier="AFP",
            tags=(Tag("XMP dc:title", "Le pont", scope="file"),),
            sidecars=(ImageFile("/afp/1.xmp", 1, 2),),
        ),
        photo("/tass/\udcff.jpg", *inside, *beside("Мост."), bytes_="x"),
        photo("/ap/2.jpg", said("caption", "Another."), supplier="AP"),
        photo("/ap/3.jpg", notes=(Note("truncated", "at byte 7"),)),
        photo("/afp/4.png", format="PNG", supplier="AFP"),
    ]


def dump(store: Store) -> str:
    return "\n".join(json.dumps(line, sort_keys=True) for line in store.dump_normalised())


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(6)), cuts=st.sets(st.integers(1, 5)), again=st.integers(0, 6))
def test_the_order_of_arrival_leaves_no_trace(
    delivery: list[Photo],
    hasty: None,
    tmp_path_factory: pytest.TempPathFactory,
    order: list[int],
    cuts: set[int],
    again: int,
) -> None:
    folder = tmp_path_factory.mktemp("catalogs")
    with open_store(folder / "a.db", mode="create") as store:
        store.add_photos(store.begin_run("ingest"), delivery)
        expected = dump(store)
    shuffled = [delivery[at] for at in order]
    edges = [0, *sorted(cuts), len(shuffled)]
    with open_store(folder / "b.db", mode="create") as store:
        for start, end in itertools.pairwise(edges):
            store.add_photos(store.begin_run("ingest"), shuffled[start:end])
        store.add_photos(store.begin_run("ingest"), shuffled[:again])
        assert dump(store) == expected
        assert all(finding["ok"] for finding in store.check(full=True))


def test_both_databases_dump_the_same(
    delivery: list[Photo], postgres_url: str, tmp_path: Path
) -> None:
    dumps = []
    for address in (postgres_url, str(tmp_path / "catalog.db")):
        with open_store(address, mode="create") as store:
            run = store.begin_run("ingest")
            ids = [added.id or 0 for added in store.add_photos(run, delivery)]
            store.add_failures(run, [Problem("/ap/9.jpg", "empty")])
            store.replace_relations([Relation(ids[3], ids[0], "copy", 4, "phash", 0.9)])
            store.replace_works({ids[0]: ids[0], ids[3]: ids[0], ids[4]: ids[4]})
            dumps.append(dump(store))
    assert dumps[0] == dumps[1]


def test_a_dump_holds_every_fact_and_no_row_id(store: Store, delivery: list[Photo]) -> None:
    run = store.begin_run("ingest")
    ids = [added.id or 0 for added in store.add_photos(run, delivery)]
    store.replace_relations([Relation(ids[3], ids[0], "copy", 4, "phash", 0.9)])
    store.replace_works({ids[0]: ids[0], ids[3]: ids[0]})
    lines = list(store.dump_normalised())
    bridge = next(line for line in lines if len(line.get("files", [])) == 3)
    assert [(f["path"], f["supplier"]) for f in bridge["files"]] == [
        ("/afp/1.jpg", "AFP"),
        ("/ap/1.jpg", "AP"),
        ("/tass/\\xff.jpg", None),
    ]
    assert len(bridge["statements"]) == 4
    assert [f["statements"][0]["text"] for f in bridge["files"]] == ["Le pont.", "Ours.", "Мост."]
    assert [[t["value"] for t in f["tags"]] for f in bridge["files"]] == [["Le pont"], [], []]
    digests = [digest(b) for b in ("/ap/2.jpg", "x")]
    relation = next(line["relation"] for line in lines if "relation" in line)
    assert [relation["first"], relation["second"]] == digests
    assert [line["work"] for line in lines if "work" in line] == [sorted(digests)]
    assert [line["problem"]["code"] for line in lines if "problem" in line] == ["truncated"]
    assert not [key for line in lines for key in keys_of(line) if key == "id" or "_at" in key]


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def keys_of(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for part in value.values():
            yield from keys_of(part)
    elif isinstance(value, list):
        for part in value:
            yield from keys_of(part)
