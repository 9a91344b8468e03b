"""Captions read again by newer rules: what people said stays, and nothing else is touched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from photocat import Catalog, IngestOptions
from photocat.store import open_store
from photocat.store.rows import said_data, said_of
from photocat.store.seals import reseal
from photocat.store.tables import problems, statements

Draw = Callable[..., Path]

STORY = """\
A sailor paints the hull of a ferry in Gdansk in March 2016.
The yard has been the heart of the town since 1844, the mayor said on December 13, 2016.
Two women wait for the morning ferry in Gdansk on December 13.
Unions had told reporters that the yard would close, and that nothing could save it.
"""


@pytest.fixture
def catalog(catalog_url: str, tmp_path: Path, draw: Draw) -> Iterator[Catalog]:
    for seed, name in enumerate(("1.jpg", "2.jpg")):
        draw(tmp_path / "drop" / name, seed, taken="")
    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    options = IngestOptions(jobs=0, captions=(str(tmp_path / "story.txt"),))
    with Catalog.init(catalog_url, who="ada") as opened:
        list(opened.add([tmp_path / "drop"], options=options))
        yield opened


def age(address: str) -> None:
    """As if older rules had dated every caption a year early, and found one more event."""
    with open_store(address) as store, store.writing() as connection:
        for id, data in connection.execute(select(statements.c.id, statements.c.said)).all():
            rows = [list(row) for row in said_of(data)]
            for row in rows:
                if row[0] == "date_created" and row[3].startswith("caption["):
                    row[2], row[4] = "2015", "older"
            this = statements.c.id == id
            connection.execute(update(statements).where(this).values(said=said_data(rows)))
            reseal(connection, statements, this)


def dated(catalog: Catalog) -> list[str]:
    return [m.record["date_created"]["edtf"] for m in catalog.search("", sort="id")]


def test_reading_again_by_the_same_rules_changes_nothing(catalog: Catalog) -> None:
    before = list(catalog.dump_normalised()), catalog.log()

    assert catalog.reread() == {"txns": [], "changes": []}
    assert (list(catalog.dump_normalised()), catalog.log()) == before


def test_what_older_rules_said_is_withdrawn_logged_and_searched_no_more(
    catalog: Catalog,
) -> None:
    before = list(catalog.dump_normalised())
    age(catalog.address)
    rehearsed = catalog.reread(dry_run=True)
    assert (rehearsed["txns"], len(rehearsed["changes"])) == ([], 2)

    made = catalog.reread(note="rules of May")

    assert made["changes"][0] == {
        "photo": 1,
        "field": "date_created",
        "old": ["2015"],
        "new": ["2016-03"],
    }
    assert dated(catalog) == ["2016-03", "2016-12-13"]
    assert list(catalog.dump_normalised()) == before
    (logged,) = catalog.log(txn=made["txns"][0])
    assert (logged["verb"], logged["note"], logged["photos"]) == ("reread", "rules of May", 2)
    assert all(finding["ok"] for finding in catalog.check(full=True))


def test_what_people_said_stays(catalog: Catalog) -> None:
    catalog.edit([1], ["date_created=2014-05", "keywords-=Gdansk"])
    said = people(catalog, 1)
    age(catalog.address)
    catalog.reread()

    assert dated(catalog) == ["2014-05", "2016-12-13"]
    assert people(catalog, 1) == said


def test_only_the_photos_of_the_query_are_read(catalog: Catalog) -> None:
    age(catalog.address)

    made = catalog.reread("sailor")
    assert {change["photo"] for change in made["changes"]} == {1}


def people(catalog: Catalog, photo: int) -> list[dict[str, Any]]:
    return [s for s in catalog.show(photo)["statements"] if s["rank"] < 0]


def test_what_contradicts_itself_is_listed_anew_and_reading_can_be_undone(
    catalog_url: str, tmp_path: Path, draw: Draw
) -> None:
    draw(tmp_path / "drop" / "1.jpg", 1, taken="")
    (tmp_path / "list.txt").write_text("1.jpg: A ferry in Gdansk on Monday, March 15, 2016.\n")
    options = IngestOptions(jobs=0, captions=(str(tmp_path / "list.txt"),))
    with Catalog.init(catalog_url, who="ada") as catalog:
        list(catalog.add([tmp_path / "drop"], options=options))
        assert len(list(catalog.search("conflict:date"))) == 1
        before = doubted(catalog)
        assert len(before) == 1
        assert "Tuesday" in before[0]
        forget_doubts(catalog.address)
        rehearsed = catalog.reread(dry_run=True)
        assert [c["field"] for c in rehearsed["changes"]] == ["problems"]
        assert doubted(catalog) == []

        (txn,) = catalog.reread()["txns"]
        assert doubted(catalog) == before
        assert catalog.reread() == {"txns": [], "changes": []}
        catalog.undo(txn)
        assert doubted(catalog) == []


def test_reading_again_can_be_undone_and_done_once_more(catalog: Catalog) -> None:
    age(catalog.address)
    (txn,) = catalog.reread()["txns"]
    undoing = catalog.undo(txn)
    assert dated(catalog) == ["2015", "2015"]
    catalog.undo(undoing["txn"])
    assert dated(catalog) == ["2016-03", "2016-12-13"]


def doubted(catalog: Catalog) -> list[str]:
    return [p["reason"] for p in catalog.problems() if p["code"] == "caption-contradicts"]


def forget_doubts(address: str) -> None:
    """As if older rules had seen nothing wrong."""
    with open_store(address) as store, store.writing() as connection:
        connection.execute(delete(problems))
