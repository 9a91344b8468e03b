"""The catalog knows its files by path, and absence is never deletion."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from photocat.records import Added, ImageFile, Photo
from photocat.store import KnownFile, Problem, Store, Vanished
from photocat.store.tables import changes, files

MakePhoto = Callable[..., Photo]


def add(store: Store, *photos: Photo) -> list[Added]:
    return store.add_photos(store.begin_run("ingest"), photos)


def states(store: Store) -> dict[str, str]:
    with store.reading() as connection:
        return {row.path: row.state for row in connection.execute(select(files))}


def test_a_known_file_is_as_it_was_when_it_was_read(store: Store, photo: MakePhoto) -> None:
    beside = ImageFile("/drop/1.xmp", 300, 5)
    (added,) = add(
        store, photo("/drop/1.jpg", size=9, mtime_ns=2**62, supplier="AP", sidecars=(beside,))
    )
    (known,) = store.known_files(["/drop"]).values()
    assert known == KnownFile(known.file_id, added.id, 9, 2**62, (beside,), "present", "AP")


FOLDERS = [
    (["/drop/a"], ["/drop/a/1.jpg", "/drop/a/z/2.jpg"]),
    (["/drop/a/"], ["/drop/a/1.jpg", "/drop/a/z/2.jpg"]),
    (["/drop/a/1.jpg"], ["/drop/a/1.jpg"]),
    (["/drop/a", "/drop/ab"], ["/drop/a/1.jpg", "/drop/a/z/2.jpg", "/drop/ab/3.jpg"]),
    (["/drop/%"], ["/drop/%/4.jpg"]),
    (["/drop/\udce9"], ["/drop/\udce9/6.jpg"]),
    (["/drop/é"], ["/drop/é/7.jpg"]),
    (["/elsewhere"], []),
    ([], []),
]


def test_a_folder_knows_its_own_files_and_no_namesakes(store: Store, photo: MakePhoto) -> None:
    names = ["a/1.jpg", "a/z/2.jpg", "ab/3.jpg", "%/4.jpg", "a\udcb9/5.jpg", "\udce9/6.jpg"]
    add(store, *(photo(f"/drop/{name}") for name in [*names, "é/7.jpg", "A/8.jpg"]))
    assert [sorted(store.known_files(prefixes)) for prefixes, _ in FOLDERS] == [
        known for _, known in FOLDERS
    ]


def test_the_root_knows_everything(store: Store, photo: MakePhoto) -> None:
    add(store, photo("/1.jpg"), photo("/drop/2.jpg"))
    assert sorted(store.known_files(["/"])) == ["/1.jpg", "/drop/2.jpg"]


def test_a_vanished_file_is_missing_and_its_photo_stays(store: Store, photo: MakePhoto) -> None:
    kept, lost = add(store, photo("/drop/1.jpg"), photo("/drop/2.jpg"))
    run = store.begin_run("ingest")
    assert store.mark_missing(run, ["/drop"], {"/drop/1.jpg"}) == [
        Vanished("/drop/2.jpg", lost.id or 0, None)
    ]
    assert states(store) == {"/drop/1.jpg": "present", "/drop/2.jpg": "missing"}
    assert store.read_full(lost.id or 0)["files"][0]["state"] == "missing"
    assert store.mark_missing(run, ["/drop"], {"/drop/1.jpg"}) == []
    assert kept.id == store.find_photo("/drop/1.jpg")


def test_files_outside_the_folders_that_were_walked_are_not_missing(
    store: Store, photo: MakePhoto
) -> None:
    add(store, photo("/drop/1.jpg"), photo("/archive/2.jpg"))
    store.mark_missing(store.begin_run("ingest"), ["/drop"], set())
    assert states(store)["/archive/2.jpg"] == "present"


def test_a_moved_file_is_recognised_by_its_bytes(store: Store, photo: MakePhoto) -> None:
    (before,) = add(store, photo("/drop/1.jpg", bytes_="x", supplier="AP"))
    run = store.begin_run("ingest")
    (after,) = store.add_photos(run, [photo("/drop/sorted/1.jpg", bytes_="x")])
    assert (after.outcome, after.id) == ("known", before.id)
    assert store.mark_missing(run, ["/drop"], {"/drop/sorted/1.jpg"}) == [
        Vanished("/drop/1.jpg", before.id or 0, "/drop/sorted/1.jpg")
    ]
    shapes = store.read_full(before.id or 0)["files"]
    assert [(f["path"], f["state"]) for f in shapes] == [
        ("/drop/sorted/1.jpg", "present"),
        ("/drop/1.jpg", "missing"),
    ]
    assert store.photos_in_several_files() == set()
    with store.reading() as connection:
        log = connection.execute(select(changes.c.key, changes.c.new)).one()
    assert tuple(log) == (
        "/drop/1.jpg",
        '{"moved_to":"/drop/sorted/1.jpg","state":"missing"}',
    )


def test_a_file_that_comes_back_is_present_again(store: Store, photo: MakePhoto) -> None:
    add(store, photo("/drop/1.jpg"), photo("/drop/2.jpg"))
    store.mark_missing(store.begin_run("ingest"), ["/drop"], set())
    store.touch_files(store.begin_run("ingest"), ["/drop/1.jpg"])
    assert states(store) == {"/drop/1.jpg": "present", "/drop/2.jpg": "missing"}
    add(store, photo("/drop/2.jpg"))
    assert states(store) == {"/drop/1.jpg": "present", "/drop/2.jpg": "present"}


def test_touching_takes_over_a_new_supplier_everywhere(store: Store, photo: MakePhoto) -> None:
    add(store, photo("/drop/1.jpg", supplier="AP"), photo("/drop/2.jpg", supplier="AP"))
    store.touch_files(store.begin_run("ingest"), ["/drop/1.jpg"], supplier="AF\0P")
    assert store.stats()["supplier"] == {"AF\ufffdP": 1, "AP": 1}
    assert all(finding["ok"] for finding in store.check(full=True))


def test_seen_files_are_dated(store: Store, photo: MakePhoto) -> None:
    add(store, photo("/drop/1.jpg"))

    def seen_at() -> int:
        with store.reading() as connection:
            return connection.execute(select(files.c.seen_at)).scalar_one()

    before = seen_at()
    store.touch_files(store.begin_run("ingest"), ["/drop/1.jpg"])
    assert seen_at() > before


def test_problems_are_listed_with_what_the_file_was_like(store: Store) -> None:
    run = store.begin_run("ingest")
    store.add_failures(
        run,
        [
            Problem("/drop/b.jpg", "timeout", "20 s", 9, 77),
            Problem("/drop/a\udce9.jpg", "undecodable", "bad \udce9 marker \0"),
            Problem("/archive/c.txt", "not-a-photo"),
        ],
    )
    undecodable, timeout = store.known_problems(["/drop"])
    assert timeout[:5] == ("/drop/b.jpg", "timeout", "20 s", 9, 77)
    assert timeout.version
    assert timeout.severity == "failed"
    assert undecodable[:3] == ("/drop/a\udce9.jpg", "undecodable", "bad \ufffd marker \ufffd")
    assert [p["code"] for p in store.problems()] == ["not-a-photo", "undecodable", "timeout"]


def test_the_last_reason_replaces_the_ones_before(store: Store) -> None:
    store.add_failures(store.begin_run("ingest"), [Problem("/drop/1.jpg", "timeout")])
    store.add_failures(store.begin_run("ingest"), [Problem("/drop/1.jpg", "memory")] * 2)
    assert [p["code"] for p in store.problems()] == ["memory"]
