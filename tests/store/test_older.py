"""A catalog of an older schema holds the same when it is brought up to date."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable, Iterator
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from photocat import Catalog
from photocat.dates import Edtf
from photocat.places import Point
from photocat.records import ImageFile, Photo, PlaceName, Statement, Tag
from photocat.store import versions
from photocat.store.engine import Database, reach
from photocat.store.rows import STATEMENT, said_of, to_json
from photocat.store.said import STATUS
from photocat.store.seals import columns_of, sealed_tables

MakePhoto = Callable[..., Photo]
Said = Callable[..., Statement]
Row = dict[str, Any]

TAKEN_OUT = ("photo", "delivery")


def fill(catalog: Catalog, photo: MakePhoto, said: Said) -> int:
    """Photos with sidecars, read twice; words of people; one taken out again, by the result."""
    store = catalog._store
    for time in (1, 2):
        run = store.begin_run("ingest", "AP")
        photos = [
            photo(
                f"/drop/{n}.jpg",
                said("caption", f"A ship off Tartus, {n}"),
                said("date_created", f"201{n}-03", date=f"201{n}-03"),
                said("location_created", "Tartus", place=PlaceName("Tartus", ("Syria",), "SY")),
                said("location_created", "34.9,35.9", point=Point(34.9, 35.9, 10.0)),
                said("caption", f"Beside, read {time} times", scope="file"),
                tags=(Tag("XMP dc:description", "A ship"),),
                sidecars=(ImageFile(f"/drop/{n}.xmp", 10, time),),
                supplier="AP",
            )
            for n in range(3)
        ]
        store.add_photos(run, photos)
        store.end_run(run, {})
    catalog.edit([1], ["headline=One", "caption=Two"])
    catalog.edit([1], ["caption=Three"])
    late = photo("/late.jpg", said("caption", "Late"), said("date_created", "2019", date="2019"))
    run = store.begin_run("ingest")
    store.add_photos(run, [late])
    store.end_run(run, {})
    return int(catalog.undo(catalog.log()[0]["txn"])["txn"])


def log_of(catalog: Catalog) -> list[Any]:
    return [catalog.log(txn=line["txn"]) for line in catalog.log()]


def as_before(row: Row) -> Iterator[Row]:
    """A row of statements as they stood up to revision 0003: one row for each."""
    nothing = dict.fromkeys(("earliest", "latest", "utc_offset", "place_id", "detail"))
    for n, (letter, values) in enumerate(zip(row["status"], said_of(row["said"]), strict=True)):
        told = dict(zip(STATEMENT, values, strict=True))
        place, is_date = told.pop("place"), told.pop("is_date")
        yield {
            **nothing,
            **told,
            **{name: row[name] for name in ("photo_id", "file_id", "txn_id")},
            "id": row["id"] + n,
            "status": STATUS[letter],
            "earliest": Edtf.parse(told["text"]).earliest if is_date else None,
            "detail": None if place is None else to_json(place),
        }


def logged_before(side: str | None) -> str | None:
    """What was taken out, as it stood in the log up to revision 0003."""
    if side is None:
        return None
    told = json.loads(side)
    for row in told.get("statements", ()):
        row["said"] = b64decode(row["said"]["base64"])
    told["statements"] = [old for row in told.get("statements", ()) for old in as_before(row)]
    return to_json(told)


def facts(connection: Connection) -> dict[str, list[Row]]:
    """Every row of fact, as it stood up to revision 0003."""
    rows = {}
    for table in sealed_tables():
        columns = ", ".join(columns_of(table))
        found = connection.exec_driver_sql(f"SELECT {columns} FROM {table.name}").mappings()
        rows[table.name] = [dict(row) for row in found]
    rows["statements"] = [old for row in rows["statements"] for old in as_before(row)]
    for change in rows["changes"]:
        if change["what"] in TAKEN_OUT:
            change |= {side: logged_before(change[side]) for side in ("old", "new")}
    return rows


def empty(database: Database, address: str) -> Database:
    """The database without a catalog, or another one."""
    if "://" not in address:
        return reach(f"{address}.older", "create")
    with database.writing() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    return reach(address, "create")


def make(database: Database, revision: str, rows: dict[str, list[Row]]) -> None:
    """A catalog of an older revision with these rows."""
    config = Config()
    config.set_main_option("script_location", versions.MIGRATIONS)
    with database.migrating() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        for name, listed in rows.items():
            for row in listed:
                values = ", ".join(f":{column}" for column in row)
                put = f"INSERT INTO {name} ({', '.join(row)}) VALUES ({values})"
                connection.execute(text(put), row)


def test_what_was_said_is_packed_and_nothing_is_lost(
    catalog_url: str, photo: MakePhoto, said: Said
) -> None:
    with Catalog.init(catalog_url, who="ada") as catalog:
        undoing = fill(catalog, photo, said)
        before = list(catalog.dump_normalised()), log_of(catalog)
        with catalog._store.reading() as connection:
            rows = facts(connection)
        ids = {row["id"] for row in rows["statements"]}
        older = empty(catalog._store._database, catalog_url)
    make(older, "0003", rows)
    versions.upgrade(older)
    older.close()
    address = catalog_url if "://" in catalog_url else f"{catalog_url}.older"
    with Catalog(address) as catalog:
        assert (list(catalog.dump_normalised()), log_of(catalog)) == before
        assert [f for f in catalog._store.check(full=True) if not f["ok"]] == []
        with catalog._store.reading() as connection:
            assert {row["id"] for row in facts(connection)["statements"]} == ids
        # What was taken out before can be put back, and what was said, unsaid.
        catalog.undo(undoing)
        assert catalog.search("Late")[0].record["date_created"]["edtf"] == "2019"
        (edited,) = [line for line in catalog.log() if line["verb"] == "edit"][:1]
        catalog.undo(edited["txn"])
        assert catalog.show(1)["caption"] == "Two"
        assert [f for f in catalog._store.check(full=True) if not f["ok"]] == []
