"""An ingest is taken back with all that came of it, and whatever it changed of what was there."""

from __future__ import annotations

import functools
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from photocat import Catalog
from photocat.dedup.join import join
from photocat.errors import UsageError
from photocat.ingest import IngestOptions, read_photo
from photocat.records import Evidence, Note, Photo, Statement, Tag
from photocat.sample import Delivered
from photocat.store import Problem


def dump(catalog: Catalog) -> str:
    return "\n".join(json.dumps(line, sort_keys=True) for line in catalog.dump_normalised())


def faults(catalog: Catalog) -> list[dict[str, object]]:
    return [found for found in catalog._store.check(full=True, join=join) if not found["ok"]]


def ingest(catalog: Catalog, *paths: Path, supplier: str | None = None) -> int:
    """The transaction of an ingest."""
    options = IngestOptions(jobs=0, accept_missing=True, features=False)
    list(catalog.add(paths, supplier=supplier, options=options))
    return next(txn["txn"] for txn in catalog.log() if txn["verb"] == "ingest")


@pytest.fixture
def empty(catalog_url: str) -> Iterator[Catalog]:
    with Catalog.init(catalog_url, who="ada") as catalog:
        yield catalog


@pytest.fixture
def drop(tmp_path: Path, few: list[Delivered]) -> Path:
    """A folder of five photos, one of them with words beside it, and a file that is none."""
    folder = tmp_path / "drop"
    folder.mkdir()
    for delivered in few:
        (folder / delivered.path.name).write_bytes(delivered.path.read_bytes())
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0nothing else")
    say_beside(folder / few[0].path.name, "First words.")
    return folder


def say_beside(photo: Path, words: str) -> None:
    photo.with_suffix(".xmp").write_text(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>'
        f'<rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt>'
        "</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>"
    )


def test_an_ingest_is_taken_back_and_done_again(empty: Catalog, drop: Path) -> None:
    first = dump(empty)
    txn = ingest(empty, drop, supplier="AP")
    full = dump(empty)

    undone = empty.undo(txn)
    assert (dump(empty), empty.stats()["photos"], empty.search("")) == (first, 0, [])
    assert faults(empty) == []
    assert {change["what"] for change in undone["changes"]} == {"photo", "problems"}

    empty.undo(undone["txn"])
    assert dump(empty) == full
    assert faults(empty) == []


def test_after_an_ingest_was_taken_back_the_next_begins_anew(empty: Catalog, drop: Path) -> None:
    ids = set()
    dumps = set()
    for _ in range(3):
        txn = ingest(empty, drop)
        dumps.add(dump(empty))
        ids |= {match.id for match in empty.search("")}
        empty.undo(txn)
    assert len(dumps) == 1
    assert len(ids) == 15  # no id is given out twice: the log speaks of the first ones


def test_what_an_ingest_changed_of_files_that_were_there_is_as_before(
    empty: Catalog, drop: Path, few: list[Delivered]
) -> None:
    ingest(empty, drop, supplier="AP")
    first = dump(empty)
    one, two, three, four, _ = (drop / delivered.path.name for delivered in few)
    say_beside(one, "Second words.")
    say_beside(four, "New words.")
    two.unlink()
    three.write_bytes(four.read_bytes())
    (drop / "copy.jpg").write_bytes(one.read_bytes())
    (drop / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0something else")

    txn = ingest(empty, drop, supplier="AFP")
    assert dump(empty) != first
    undone = empty.undo(txn)
    assert dump(empty) == first
    assert {"file", "statements", "tags", "delivery", "problems"} <= {
        change["what"] for change in undone["changes"]
    }
    empty.undo(undone["txn"])
    empty.undo(txn)
    assert dump(empty) == first
    assert faults(empty) == []


def test_an_ingest_is_not_taken_back_while_a_word_on_its_photos_stands(
    empty: Catalog, drop: Path
) -> None:
    txn = ingest(empty, drop)
    edited = empty.edit([1], ["caption=One."])
    with pytest.raises(UsageError, match=rf"changed since, by transaction {edited['txn']}"):
        empty.undo(txn)
    empty.undo()
    empty.undo(txn)
    with pytest.raises(UsageError, match="undone already"):
        empty.undo(txn)


def test_an_ingest_is_not_taken_back_where_another_saw_the_same_photos(
    empty: Catalog, drop: Path, tmp_path: Path
) -> None:
    txn = ingest(empty, drop)
    other = tmp_path / "other.jpg"
    other.write_bytes((drop / "QH-0412207.jpg").read_bytes())
    again = ingest(empty, *(path for path in (other, drop)))
    with pytest.raises(UsageError, match=f"changed since, by transaction {again}; undo that first"):
        empty.undo(txn)
    empty.undo(again)
    empty.undo(txn)
    assert empty.stats()["photos"] == 0


def test_a_file_that_was_listed_twice_in_a_run_is_listed_as_before(
    empty: Catalog, few: list[Delivered]
) -> None:
    one, other = (photo_of(delivered.path) for delivered in few[:2])
    store = empty._store
    run = store.begin_run("ingest")
    store.add_photos(run, [lying(one, 2, None, "A ship."), lying(other, 2, "AP", "A ship.")])
    store.end_run(run, {})
    assert len(empty.problems()) == 1
    empty.undo(1)
    assert dump(empty) == ""
    empty.undo(2)
    assert len(empty.problems()) == 1


def test_a_run_that_goes_on_is_not_taken_back(empty: Catalog) -> None:
    run = empty._store.begin_run("ingest")
    with pytest.raises(UsageError, match="goes on, or was killed"):
        empty.undo(1)
    empty._store.end_run(run, {}, "interrupted")
    empty.undo(1)


# --- everything, in any order ---------------------------------------------------------------------

PHOTO = st.integers(0, 4)
EDITS = st.sampled_from(["caption=One.", "keywords+=a", "keywords-=aircraft", "date=2016-03"])
DECISIONS = st.sampled_from(["same", "crop", "different"])
FILE = st.tuples(PHOTO, PHOTO, st.sampled_from([None, "AP"]), st.sampled_from(["", "A ship."]))


@functools.cache
def photo_of(path: Path) -> Photo:
    return read_photo(str(path))


def lying(photo: Photo, name: int, supplier: str | None, words: str) -> Photo:
    """A photo as it lies at one of five paths, with words beside it."""
    said = Statement("caption", words, Evidence("XMP dc:description", words, "text"), 3, "file")
    file = replace(photo.file, path=f"/drop/{name}.jpg", supplier=supplier)
    return replace(
        photo,
        file=file,
        statements=(*photo.statements, *((said,) if words else ())),
        tags=(*photo.tags, *((Tag("XMP dc:description", words, scope="file"),) if words else ())),
        notes=(Note("truncated", ""),) if words else (),
    )


class Desk(RuleBasedStateMachine):
    """What people and machines do to a catalog, taken back in the end, in reverse order."""

    photos: Sequence[Photo]
    make: Callable[[], Catalog]
    crashed: Callable[[Catalog], Catalog]

    @initialize()
    def begin(self) -> None:
        self.catalog = self.make()
        self.states = [dump(self.catalog)]
        self.txns: list[int] = []

    @rule(files=st.lists(FILE, min_size=1, max_size=4), gone=st.lists(PHOTO, max_size=1))
    def ingest(self, files: list[tuple[int, int, str | None, str]], gone: list[int]) -> None:
        store = self.catalog._store
        run = store.begin_run("ingest")
        store.add_photos(run, [lying(self.photos[n], name, *rest) for n, name, *rest in files])
        store.mark_missing(run, [f"/drop/{name}.jpg" for name in gone], set())
        store.add_failures(run, [Problem(f"/drop/{name}.gif", "empty") for name in gone])
        store.replace_works(join(store.read_pictures(), store.read_relations()))
        store.end_run(run, {})
        self.note()

    @rule(n=PHOTO, edit=EDITS)
    def edit(self, n: int, edit: str) -> None:
        if self.id_of(n) is not None:
            self.catalog.edit([self.id_of(n) or 0], [edit])
            self.note()

    @rule(one=PHOTO, other=PHOTO, decision=DECISIONS)
    def decide(self, one: int, other: int, decision: str) -> None:
        if one != other and self.id_of(one) and self.id_of(other):
            self.catalog.decide(self.id_of(one), self.id_of(other), decision)  # type: ignore[arg-type]
            self.note()

    @rule(n=PHOTO)
    def merge(self, n: int) -> None:
        if self.id_of(n) is not None:
            work = self.catalog.show(self.id_of(n) or 0)["work"]
            with suppress(UsageError):  # nothing is said of it
                self.catalog.merge(work, fields=["caption"], source=self.id_of(n) or 0)
            self.note()

    @rule(back=st.integers(0, 2))
    def undo(self, back: int) -> None:
        latest = self.catalog.log(limit=3)
        if back < len(latest):
            with suppress(UsageError):  # undone already, or changed since
                self.catalog.undo(latest[back]["txn"])
        self.note()

    @rule()
    def crash(self) -> None:
        self.catalog = self.crashed(self.catalog)
        assert dump(self.catalog) == self.states[-1]

    @invariant()
    def is_sound(self) -> None:
        assert faults(self.catalog) == []

    def teardown(self) -> None:
        while self.txns:
            assert dump(self.catalog) == self.states.pop()
            self.catalog.undo(self.txns.pop())
            assert dump(self.catalog) == self.states[-1]
        self.catalog.close()

    def id_of(self, n: int) -> int | None:
        return self.catalog._store.find_photo(self.photos[n].sha256)

    def note(self) -> None:
        """Remember the state after each new transaction."""
        last = self.catalog.log(limit=1)
        if last and last[0]["txn"] not in self.txns:
            self.txns.append(last[0]["txn"])
            self.states.append(dump(self.catalog))


def test_undoing_all_of_it_in_reverse_order_gives_the_first_state_back(
    catalog_url: str, few: list[Delivered], tmp_path_factory: pytest.TempPathFactory
) -> None:
    def make() -> Catalog:
        if "://" not in catalog_url:
            return Catalog.init(tmp_path_factory.mktemp("desk") / "catalog.db", who="ada")
        with Catalog.init(catalog_url) as before, before._store.writing() as connection:
            connection.exec_driver_sql("DROP SCHEMA public CASCADE")
            connection.exec_driver_sql("CREATE SCHEMA public")
        return Catalog.init(catalog_url, who="ada")

    def crash(catalog: Catalog) -> Catalog:
        """What a process finds that comes after one that was killed."""
        if "://" in catalog_url:
            catalog.close()
            return Catalog(catalog_url, who="ada")
        left = Path(catalog.address)
        found = tmp_path_factory.mktemp("desk") / left.name
        for path in left.parent.glob("catalog.db*"):
            shutil.copy(path, found.parent)
        catalog.close()
        return Catalog(found, who="ada")

    class ThisDesk(Desk):
        pass

    ThisDesk.photos = [photo_of(delivered.path) for delivered in few]
    ThisDesk.make, ThisDesk.crashed = staticmethod(make), staticmethod(crash)
    run_state_machine_as_test(
        ThisDesk,
        settings=settings(
            max_examples=4,
            stateful_step_count=10,
            deadline=None,
            phases=(Phase.generate,),  # a shorter story would take minutes to find
            suppress_health_check=list(HealthCheck),
        ),
    )
