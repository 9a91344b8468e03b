"""The first answers of many, found a stretch at a time, are the first of all answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from photocat.query import parse
from photocat.records import Photo, Statement
from photocat.store import open_store, search_first
from photocat.store.search import find


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("limit", [1, 3, 14, 40])
def test_stretches_of_positions_join_without_a_gap(
    postgres_url: str,
    photo: Callable[..., Photo],
    said: Callable[..., Statement],
    monkeypatch: pytest.MonkeyPatch,
    backwards: bool,
    limit: int,
):
    """Jets in every photo at first, then ever fewer: a glance tells too little of what follows."""
    squares = {n * n for n in range(15)}
    days = [f"{1800 + n}-07-01" for n in range(200)]
    photos = [
        photo(
            f"/{n}.jpg",
            said("caption", "jets" if n in squares else "ships"),
            said("date_created", day, date=day),
        )
        for n, day in enumerate(days)
    ]
    asked: list[int] = []
    split = search_first._split

    def counted(*arguments):
        asked.append(1)
        return split(*arguments)

    monkeypatch.setattr(search_first, "GLANCE", 1)
    monkeypatch.setattr(search_first, "goes_along", lambda *_: True)
    monkeypatch.setattr(search_first, "_split", counted)
    with open_store(postgres_url, mode="create") as store:
        store.add_photos(store.begin_run("test"), photos)
        with store.reading() as connection:
            sort = "-date" if backwards else "date"
            found = [id for id, *_ in find(connection, parse("jets"), sort=sort, limit=limit)]
    wanted = sorted((n + 1 for n in squares), reverse=backwards)
    assert found == wanted[:limit]
    if limit == 14 and not backwards:
        assert len(asked) > 1
