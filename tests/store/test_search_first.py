"""The first answers of many, found a stretch at a time, are the first of all answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from photocat.query import parse
from photocat.records import Photo, Statement
from photocat.store import open_store, search_first
from photocat.store.search import find

NEVER, ALWAYS = -1, 1_000_000


@pytest.mark.parametrize("along", [NEVER, 4, 20, ALWAYS])
def test_stretches_of_positions_join_without_a_gap(
    jets: str, monkeypatch: pytest.MonkeyPatch, along: int
):
    """Whether photos are met one by one, or found a stretch at a time, or first this, then that."""
    asked: list[int] = []
    split = search_first._split

    def counted(*arguments):
        asked.append(1)
        return split(*arguments)

    monkeypatch.setattr(search_first, "ALONG_ONE", along)
    monkeypatch.setattr(search_first, "FEW", NEVER)
    monkeypatch.setattr(search_first, "expected", lambda *_: (150, 200))
    monkeypatch.setattr(search_first, "_split", counted)
    wanted = sorted(n + 1 for n in SQUARES)
    early = [n for n in wanted if n <= 191]
    with open_store(jets, mode="read") as store, store.reading() as connection:
        for query, there in (("jets", wanted), ("jets date:1800..1990", early)):
            for limit in (1, 3, 10, 14, 40):
                for sort, answers in (("date", there), ("-date", there[::-1])):
                    found = find(connection, parse(query), sort=sort, limit=limit)
                    assert [id for id, *_ in found] == answers[:limit]
    if along == NEVER:
        assert len(asked) > 30


@pytest.mark.parametrize("few", [NEVER, 1, ALWAYS])
def test_few_answers_are_found_at_once(jets: str, monkeypatch: pytest.MonkeyPatch, few: int):
    monkeypatch.setattr(search_first, "ALONG_ONE", NEVER)
    monkeypatch.setattr(search_first, "FEW", few)
    with open_store(jets, mode="read") as store, store.reading() as connection:
        found = [id for id, *_ in find(connection, parse("jets"), limit=12)]
    assert found == sorted(n + 1 for n in SQUARES)[:12]


SQUARES = {n * n for n in range(15)}


@pytest.fixture
def jets(postgres_url: str, photo: Callable[..., Photo], said: Callable[..., Statement]) -> str:
    """Jets in every photo at first, then ever fewer: a glance tells too little of what follows."""
    days = [f"{1800 + n}-07-01" for n in range(200)]
    photos = [
        photo(
            f"/{n}.jpg",
            said("caption", "jets" if n in SQUARES else "ships"),
            said("date_created", day, date=day),
        )
        for n, day in enumerate(days)
    ]
    with open_store(postgres_url, mode="create") as store:
        store.add_photos(store.begin_run("test"), photos)
    return postgres_url
