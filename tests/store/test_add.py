"""Photos go in once, files as often as they are seen."""

from __future__ import annotations

from collections.abc import Callable

from photocat.records import Photo, Statement
from photocat.store import Store

MakePhoto = Callable[..., Photo]
Said = Callable[..., Statement]


def test_the_same_bytes_at_two_paths_are_one_photo_with_two_files(
    store: Store, photo: MakePhoto
) -> None:
    run = store.begin_run("ingest")
    first, second = store.add_photos(
        run,
        [
            photo("/drop/ap/1.jpg", bytes_="x", supplier="AP"),
            photo("/drop/afp/9.jpg", bytes_="x", supplier="AFP"),
        ],
    )
    assert (first.outcome, second.outcome) == ("stored", "known")
    assert first.id == second.id
    assert second.reason == "same bytes as /drop/ap/1.jpg"
    assert first.id is not None
    shape = store.read_full(first.id)
    assert [(f["path"], f["supplier"]) for f in shape["files"]] == [
        ("/drop/afp/9.jpg", "AFP"),
        ("/drop/ap/1.jpg", "AP"),
    ]
