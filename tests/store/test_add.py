"""Photos go in once, files as often as they are seen, and every word that was said of them."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from sqlalchemy import select

from photocat.places import Point
from photocat.records import Added, ImageFile, Note, Photo, PlaceName, Statement, Tag
from photocat.shapes import unstored_shape
from photocat.store import Problem, Store
from photocat.store.said import read_said
from photocat.store.tables import changes

MakePhoto = Callable[..., Photo]
Said = Callable[..., Statement]


def add(store: Store, *photos: Photo) -> list[Added]:
    return store.add_photos(store.begin_run("ingest"), photos)


def test_a_photo_is_told_exactly_as_it_was_read(store: Store, photo: MakePhoto, said: Said) -> None:
    read = photo(
        "/drop/ap/1.jpg",
        said("caption", "A jet lands at Хмеймим — 空军基地", "IIM 2:120"),
        said("date_created", "2016-03", "IIM 2:055", rank=2, date="2016-03"),
        said("date_created", "2016-03-20T10:15:00+03:00", date="2016-03-20T10:15:00+03:00"),
        said(
            "location_created",
            "Hmeimim",
            rank=1,
            place=PlaceName("Hmeimim", ("Latakia", "Syria"), "SY"),
        ),
        said("location_created", "35.4,35.9", rank=3, point=Point(35.4012345678901, 35.9, 12.5)),
        said("keywords", "jet"),
        said("keywords", "Jet"),
        said("rating", "4"),
        supplier="AP",
        tags=(Tag("EXIF Make", "NIKON"), Tag("EXIF MakerNote", "00" * 50, 4000)),
        notes=(Note("date-refused", "EXIF DateTime: 0000:00:00"),),
    )
    (added,) = add(store, read)
    assert added.outcome == "stored"
    assert (added.code, added.reason) == ("date-refused", "EXIF DateTime: 0000:00:00")
    full = store.read_full(added.id or 0)
    expected = unstored_shape(read)
    assert {key: full[key] for key in expected} == expected


def test_the_same_bytes_at_two_paths_are_one_photo_with_two_files(
    store: Store, photo: MakePhoto
) -> None:
    first, second = add(
        store,
        photo("/drop/ap/1.jpg", bytes_="x", supplier="AP"),
        photo("/drop/afp/9.jpg", bytes_="x", supplier="AFP"),
    )
    assert (first.outcome, second.outcome) == ("stored", "known")
    assert first.id == second.id
    assert second.reason == "same bytes as /drop/ap/1.jpg"
    (third,) = add(store, photo("/drop/tass/3.jpg", bytes_="x", supplier="TASS"))
    assert (third.outcome, third.id) == ("known", first.id)
    assert third.reason == "same bytes as /drop/afp/9.jpg"
    assert [(f["path"], f["supplier"]) for f in store.read_full(first.id or 0)["files"]] == [
        ("/drop/afp/9.jpg", "AFP"),
        ("/drop/ap/1.jpg", "AP"),
        ("/drop/tass/3.jpg", "TASS"),
    ]


def test_two_suppliers_may_caption_the_same_bytes_differently(
    store: Store, photo: MakePhoto, said: Said
) -> None:
    inside = said("caption", "A bridge.")
    of_ap = said("caption", "A bridge in Gdynia.", scope="file")
    of_afp = said("caption", "A bridge in Gdańsk.", scope="file")
    added, _ = add(
        store,
        photo("/drop/ap/1.jpg", inside, of_ap, bytes_="x", supplier="AP"),
        photo("/drop/afp/9.jpg", inside, of_afp, bytes_="x", supplier="AFP"),
    )
    told = store.read_full(added.id or 0)["statements"]
    assert [(s["scope"], s["text"]) for s in told] == [
        ("photo", "A bridge."),
        ("file", "A bridge in Gdańsk."),
        ("file", "A bridge in Gdynia."),
    ]


def test_reading_a_file_again_stores_nothing_new(
    store: Store, photo: MakePhoto, said: Said
) -> None:
    read = photo("/drop/1.jpg", said("caption", "A bridge."), said("title", "B", scope="file"))
    (first,) = add(store, read)
    before = list(store.dump_normalised())
    (again,) = add(store, read)
    assert (again.outcome, again.id) == ("known", first.id)
    assert list(store.dump_normalised()) == before
    assert store.stats()["statements"] == 2


def test_a_path_with_other_bytes_holds_another_photo_and_the_first_is_kept(
    store: Store, photo: MakePhoto
) -> None:
    (before,) = add(store, photo("/drop/1.jpg", bytes_="draft"))
    (after,) = add(store, photo("/drop/1.jpg", bytes_="final", size=2000))
    assert after.outcome == "stored"
    assert store.find_photo("/drop/1.jpg") == after.id
    assert store.read_full(before.id or 0)["files"][0]["state"] == "changed"
    known = store.known_files(["/drop"])
    assert (known["/drop/1.jpg"].photo_id, known["/drop/1.jpg"].size) == (after.id, 2000)


def test_a_path_may_get_its_first_bytes_back(store: Store, photo: MakePhoto) -> None:
    (first,) = add(store, photo("/drop/1.jpg", bytes_="a"))
    (second,) = add(store, photo("/drop/1.jpg", bytes_="b"))
    (back,) = add(store, photo("/drop/1.jpg", bytes_="a"))
    assert (back.outcome, back.id) == ("known", first.id)
    states = [store.read_full(id or 0)["files"][0]["state"] for id in (first.id, second.id)]
    assert states == ["present", "changed"]
    with store.reading() as connection:
        logged = connection.execute(select(changes.c.key, changes.c.new).order_by(changes.c.id))
        assert [tuple(row) for row in logged] == [
            ("/drop/1.jpg", f'{{"state":"{state}"}}') for state in ("changed", "changed", "present")
        ]


def test_two_paths_may_swap_their_bytes(store: Store, photo: MakePhoto) -> None:
    one, two = add(store, photo("/drop/1.jpg", bytes_="a"), photo("/drop/2.jpg", bytes_="b"))
    add(store, photo("/drop/1.jpg", bytes_="b"), photo("/drop/2.jpg", bytes_="a"))
    assert store.find_photo("/drop/1.jpg") == two.id
    assert store.find_photo("/drop/2.jpg") == one.id
    assert store.stats()["photos"] == 2


def test_a_path_may_come_twice_in_one_batch(store: Store, photo: MakePhoto) -> None:
    first, second, third = add(
        store,
        photo("/drop/1.jpg", bytes_="a"),
        photo("/drop/1.jpg", bytes_="b"),
        photo("/drop/1.jpg", bytes_="b"),
    )
    assert [a.outcome for a in (first, second, third)] == ["stored", "stored", "known"]
    assert store.find_photo("/drop/1.jpg") == second.id


def test_a_changed_sidecar_is_said_anew_and_the_old_words_are_withdrawn(
    store: Store, photo: MakePhoto, said: Said
) -> None:
    def with_sidecar(caption: str, mtime_ns: int) -> Photo:
        return photo(
            "/drop/1.jpg",
            said("caption", caption, scope="file"),
            tags=(Tag("XMP dc:description", caption, scope="file"),),
            sidecars=(ImageFile("/drop/1.xmp", 10, mtime_ns),),
        )

    (first,) = add(store, with_sidecar("A bridge.", 1))
    (again,) = add(store, with_sidecar("A bridge in Gdynia.", 2))
    assert (again.outcome, again.id) == ("stored", first.id)
    assert again.reason == "what stands beside it has changed"
    full = store.read_full(first.id or 0)
    assert [s["text"] for s in full["statements"]] == ["A bridge in Gdynia."]
    assert [t["value"] for t in full["tags"]] == ["A bridge in Gdynia."]
    assert store.known_files(["/drop"])["/drop/1.jpg"].sidecars == (
        ImageFile("/drop/1.xmp", 10, 2),
    )
    with store.reading() as connection:
        kept = [(s.statement().text, s.status) for s in read_said(connection, [first.id or 0])]
        assert kept == [("A bridge.", "withdrawn"), ("A bridge in Gdynia.", "stated")]


def test_a_sidecar_that_is_gone_is_no_longer_believed(
    store: Store, photo: MakePhoto, said: Said
) -> None:
    inside = said("caption", "Inside.")
    add(store, photo("/drop/1.jpg", inside, said("caption", "Beside.", scope="file")))
    (added,) = add(store, photo("/drop/1.jpg", inside))
    assert store.read_shapes([added.id or 0])[0]["caption"] == "Inside."
    assert all(finding["ok"] for finding in store.check())


def test_a_supplier_is_kept_until_another_is_named(store: Store, photo: MakePhoto) -> None:
    (added,) = add(store, photo("/drop/1.jpg", supplier="AP"))
    add(store, photo("/drop/1.jpg"))
    assert store.read_shapes([added.id or 0])[0]["files"][0]["supplier"] == "AP"
    add(store, photo("/drop/1.jpg", supplier="AFP"))
    assert store.read_shapes([added.id or 0])[0]["files"][0]["supplier"] == "AFP"
    assert all(finding["ok"] for finding in store.check())


def test_names_and_words_of_any_bytes_can_be_stored(
    store: Store, photo: MakePhoto, said: Said
) -> None:
    path = os.fsdecode(b"/drop/caf\xe9\n\x1b[31m.jpg")
    wild = said("caption", "nul \0, half \ud83d, quote ' \" \\, ¶, 𝐀", "XMP \ud800")
    (added,) = add(store, photo(path, wild, supplier="A\0P", tags=(Tag("t", "\0\udc80"),)))
    assert added.path == path
    assert store.find_photo(path) == added.id
    assert list(store.known_files([os.path.dirname(path)])) == [path]
    caption = store.read_full(added.id or 0)["caption"]
    assert caption == "nul \ufffd, half \ufffd, quote ' \" \\, ¶, 𝐀"
    assert all(finding["ok"] for finding in store.check(full=True))


def test_a_file_may_come_from_the_year_9999(store: Store, photo: MakePhoto) -> None:
    year_9999 = 253_370_764_800 * 10**9
    sidecar = ImageFile("/drop/1.xmp", 1, year_9999)
    add(store, photo("/drop/1.jpg", mtime_ns=year_9999, sidecars=(sidecar,)))
    run = store.begin_run("ingest")
    store.add_failures(run, [Problem("/drop/2.jpg", "empty", "", 0, -year_9999)])
    known = store.known_files(["/drop"])["/drop/1.jpg"]
    assert (known.mtime_ns, known.sidecars) == (2**63 - 1, (sidecar,))
    assert store.known_problems(["/drop"])[0].mtime_ns == -(2**63)


def test_a_caption_of_a_megabyte_can_be_stored(store: Store, photo: MakePhoto, said: Said) -> None:
    long = " ".join(f"word{n} {'x' * 3000}" for n in range(0, 3000, 7))
    same = "the " * 60_000
    (added,) = add(store, photo("/drop/1.jpg", said("caption", long), said("title", same)))
    assert store.read_shapes([added.id or 0])[0]["caption"] == long
    assert all(finding["ok"] for finding in store.check(full=True))


def test_what_was_listed_for_a_file_goes_when_it_is_read_well(
    store: Store, photo: MakePhoto
) -> None:
    run = store.begin_run("ingest")
    store.add_failures(run, [Problem("/drop/1.jpg", "truncated"), Problem("/drop/2.jpg", "empty")])
    add(store, photo("/drop/1.jpg"))
    assert [p["path"] for p in store.problems()] == ["/drop/2.jpg"]


def test_a_note_stays_until_the_file_is_read_without_it(store: Store, photo: MakePhoto) -> None:
    add(store, photo("/drop/1.jpg", notes=(Note("truncated", "at byte 9"),)))
    assert [(p["code"], p["severity"]) for p in store.problems()] == [("truncated", "warned")]
    assert store.read_full(1)["notes"] == [{"code": "truncated", "detail": "at byte 9"}]
    add(store, photo("/drop/1.jpg"))
    assert store.problems() == []


def test_a_batch_is_stored_as_a_whole_or_not_at_all(
    store: Store, photo: MakePhoto, said: Said
) -> None:
    too_large = photo("/drop/2.jpg", width=2**70)
    before = store.stats()
    with pytest.raises(Exception, match=r"(?i)more than 64 bits|out of range"):
        add(store, photo("/drop/1.jpg"), too_large)
    assert store.stats() | {"runs": 0} == before | {"runs": 0}


def test_no_photos_are_added_to_a_run_that_never_began(store: Store, photo: MakePhoto) -> None:
    with pytest.raises(LookupError, match="no run 99"):
        store.add_photos(99, [photo("/drop/1.jpg")])
