"""Photos come out as they are asked for: by id, path or digest, in the order of asking."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from photocat.records import Fingerprint, Photo, Picture, Relation, Statement
from photocat.store import Store

MakePhoto = Callable[..., Photo]
Said = Callable[..., Statement]


def add(store: Store, *photos: Photo) -> list[int]:
    return [added.id or 0 for added in store.add_photos(store.begin_run("ingest"), photos)]


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


# --- one photo ------------------------------------------------------------------------------------


def test_a_photo_is_found_by_id_path_and_the_start_of_its_digest(
    store: Store, photo: MakePhoto, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "drop" / "1.jpg")
    (id,) = add(store, photo(path))
    monkeypatch.chdir(tmp_path)
    sha256 = digest(path)
    for name in (str(id), path, "drop/1.jpg", "./drop/../drop/1.jpg", sha256, sha256[:6].upper()):
        assert store.find_photo(name) == id
    for name in ("0", "9" * 30, sha256[:5], "drop", "", "é", "%", sha256[:-1] + "g"):
        assert store.find_photo(name) is None


def test_a_start_that_two_digests_have_names_neither(store: Store, photo: MakePhoto) -> None:
    names = [str(n) for n in range(20_000)]
    starts: dict[str, list[str]] = {}
    for name in names:
        starts.setdefault(digest(name)[:6], []).append(name)
    start, twins = next((s, found) for s, found in starts.items() if len(found) == 2)
    add(store, *(photo(f"/{name}.jpg", bytes_=name) for name in twins))
    assert store.find_photo(start) is None
    assert store.find_photo(digest(twins[0])[:20]) is not None


def test_a_photo_that_is_not_there_cannot_be_told(store: Store) -> None:
    with pytest.raises(LookupError, match="no photo 7"):
        store.read_full(7)


def test_a_photo_tells_its_work_and_its_relations(store: Store, photo: MakePhoto) -> None:
    one, two = add(store, photo("/1.jpg"), photo("/2.jpg"))
    crop = Relation(two, one, "crop", 14, "phash", 0.9, "accepted", {"box": [0.1, 0.2, 0.5, 0.5]})
    store.replace_relations([crop])
    store.replace_works({one: one, two: one})
    full = store.read_full(one)
    assert full["work"] == one
    assert full["relations"] == [
        {
            "first": two,
            "second": one,
            "relation": "crop",
            "status": "accepted",
            "confidence": 0.9,
            "distance": 14,
            "box": [0.1, 0.2, 0.5, 0.5],
            "mirrored": False,
            "rotation": 0,
            "method": "phash",
            "decided_by": None,
        }
    ]


# --- many -----------------------------------------------------------------------------------------


def test_shapes_come_in_the_order_of_asking(store: Store, photo: MakePhoto, said: Said) -> None:
    ids = add(store, *(photo(f"/{n}.jpg", said("caption", f"Bridge {n}")) for n in range(5)))
    asked = [ids[3], ids[0], ids[4]]
    shapes = store.read_shapes(asked, dict.fromkeys(asked, "possible"))
    assert [(s["id"], s["caption"], s["match"]) for s in shapes] == [
        (ids[3], "Bridge 3", "possible"),
        (ids[0], "Bridge 0", "possible"),
        (ids[4], "Bridge 4", "possible"),
    ]
    assert store.read_shapes([]) == []
    assert "match" not in store.read_shapes(asked)[0]


def test_thousands_of_shapes_may_be_asked_for_at_once(store: Store, photo: MakePhoto) -> None:
    ids = add(store, *(photo(f"/{n}.jpg") for n in range(2_500)))
    assert [shape["id"] for shape in store.read_shapes(ids)] == ids


# --- what comparing needs -------------------------------------------------------------------------


def test_fingerprints_of_a_kind_come_as_one_array(store: Store, photo: MakePhoto) -> None:
    codes = [7, 2**63 + 1, 2**64 - 1]
    ids = add(
        store,
        *(photo(f"/{n}.jpg", bits=code.to_bytes(8)) for n, code in enumerate(codes)),
    )
    found, bits = store.read_fingerprints("phash")
    assert found.dtype == np.int64
    assert found.tolist() == ids
    assert np.frombuffer(bits, ">u8").tolist() == codes
    later, _ = store.read_fingerprints("phash", after=ids[0])
    assert later.tolist() == ids[1:]
    none, no_bits = store.read_fingerprints("dhash")
    assert (none.tolist(), no_bits) == ([], b"")


def test_a_fingerprint_that_says_nothing_is_kept_but_not_compared(
    store: Store, photo: MakePhoto
) -> None:
    blank = photo("/1.jpg")
    flat = Fingerprint("phash", bytes(8), 0.0)
    wide = Fingerprint("phash256", bytes(range(32)), 0.5)
    object.__setattr__(blank, "fingerprints", (wide, flat))
    (id,) = add(store, blank)
    assert store.read_fingerprints("phash")[0].tolist() == []
    assert [(f["kind"], f["bits"]) for f in store.read_full(id)["fingerprints"]] == [
        ("phash", "00" * 8),
        ("phash256", bytes(range(32)).hex()),
    ]


def test_pictures_are_what_comparing_needs(store: Store, photo: MakePhoto) -> None:
    one, two = add(store, photo("/1.jpg", size=10), photo("/2.jpg", size=20, width=30, height=40))
    assert store.read_pictures() == [
        Picture(one, digest("/1.jpg"), f"scan:{digest('/1.jpg')}", 4000, 3000, 10),
        Picture(two, digest("/2.jpg"), f"scan:{digest('/2.jpg')}", 30, 40, 20),
    ]


# --- counts ---------------------------------------------------------------------------------------


def test_a_catalog_counts_what_it_holds(store: Store, photo: MakePhoto, said: Said) -> None:
    ids = add(
        store,
        photo("/1.jpg", said("date_created", "2016-03", date="2016-03"), supplier="AP", size=5),
        photo("/2.jpg", said("date_created", "2016", date="2016"), supplier="AP", size=6),
        photo("/3.png", bytes_="x", format="PNG", supplier="AFP", size=7),
        photo(os.fsdecode(b"/4\xff.png"), bytes_="x", format="PNG"),
    )
    store.replace_relations([Relation(ids[0], ids[1], "copy", 3, "phash", 0.9)])
    store.replace_works({ids[0]: ids[0], ids[1]: ids[0], ids[2]: ids[2]})
    stats = store.stats()
    assert stats == {
        "photos": 3,
        "files": 4,
        "bytes": 18,
        "works": 2,
        "statements": 2,
        "runs": 1,
        "located": 0,
        "format": {"JPEG": 2, "PNG": 1},
        "supplier": {"AFP": 1, "AP": 2, "unstated": 1},
        "state": {"present": 4},
        "date_precision": {"month": 1, "unstated": 1, "year": 1},
        "fingerprints": {"phash": 3},
        "relations": {"copy": 1},
        "problems": {},
    }


def test_an_empty_catalog_counts_nothing(store: Store) -> None:
    counts = [v if isinstance(v, int) else sum(v.values()) for v in store.stats().values()]
    assert not any(counts)
