"""A text gallery on the road into a catalog: whose captions are whose, and what they say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from photocat.errors import UsageError
from photocat.ingest import IngestOptions, add
from photocat.store import Store

Draw = Callable[..., Path]

STORY = """\
A sailor paints the hull of a ferry in Gdansk in March 2016.
The yard has been the heart of the town since 1844, the mayor said on December 13, 2016.
Two women wait for the morning ferry in Gdansk on December 13.
Unions had told reporters that the yard would close, and that nothing could save it.
"""


def ingest(store: Store, *paths: Path, captions: Path) -> None:
    options = IngestOptions(jobs=0, captions=(str(captions),))
    list(add(store, list(map(str, paths)), options=options))


def told(store: Store, name: str) -> dict[str, Any]:
    (id,) = [f.photo_id for p, f in store.known_files(["/"]).items() if Path(p).name == name]
    return store.read_full(id)


def said_by_captions(store: Store, name: str) -> list[tuple[str, str, str]]:
    return [
        (s["field"], s["text"], s["scope"])
        for s in told(store, name)["statements"]
        if s["origin"].startswith("caption[") and s["field"] == "date_created"
    ]


@pytest.fixture
def drop(tmp_path: Path, draw: Draw) -> Path:
    for seed, name in enumerate(("yard 2.jpg", "yard 10.jpg")):
        draw(tmp_path / "drop" / name, seed)
    return tmp_path / "drop"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return path


def test_captions_go_by_the_order_of_file_names_as_people_count(
    store: Store, drop: Path, story: Path
) -> None:
    ingest(store, drop, captions=story)

    assert told(store, "yard 2.jpg")["caption"].startswith("A sailor")
    assert told(store, "yard 10.jpg")["caption"].startswith("Two women")
    assert said_by_captions(store, "yard 2.jpg") == [("date_created", "2016-03", "file")]


def test_the_body_lends_a_year_and_says_so(store: Store, drop: Path, story: Path) -> None:
    ingest(store, drop, captions=story)

    (said,) = [
        s
        for s in told(store, "yard 10.jpg")["statements"]
        if s["origin"].startswith("caption[") and s["field"] == "date_created"
    ]
    assert said["text"] == "2016-12-13"
    assert "inferred from" in said["rule"]


def test_captions_go_by_the_names_that_stand_before_them(
    store: Store, drop: Path, tmp_path: Path
) -> None:
    text = tmp_path / "list.txt"
    text.write_text("yard 10.jpg: At sea in May 2015.\nyard 2.jpg: At home in June 2014.\n")
    ingest(store, drop, captions=text)

    assert told(store, "yard 2.jpg")["caption"] == "At home in June 2014."
    assert told(store, "yard 10.jpg")["caption"] == "At sea in May 2015."


def test_no_order_is_believed_where_captions_and_pictures_are_not_as_many(
    store: Store, drop: Path, story: Path, draw: Draw
) -> None:
    draw(drop / "yard 11.jpg", 7)
    ingest(store, drop, captions=story)

    assert told(store, "yard 2.jpg")["caption"] is None
    details = [p["reason"] for p in store.problems()]
    assert any("2 captions for 3 pictures" in detail for detail in details)


def test_an_order_is_that_of_one_folder(store: Store, drop: Path, story: Path, draw: Draw) -> None:
    other = drop / "more"
    draw(other / "1.jpg", 8)
    draw(other / "2.jpg", 9)
    ingest(store, drop, captions=story)

    assert told(store, "yard 2.jpg")["caption"] is not None
    assert told(store, "1.jpg")["caption"] is None
    with pytest.raises(UsageError, match="one folder"):
        ingest(store, drop / "yard 2.jpg", other, captions=story)


def test_a_gallery_goes_on_speaking_and_is_heard_again_when_it_changes(
    store: Store, drop: Path, story: Path
) -> None:
    ingest(store, drop, captions=story)
    story.write_text(STORY.replace("March 2016", "April 2017, a year later"), "utf-8")
    list(add(store, [str(drop)], options=IngestOptions(jobs=0)))

    assert said_by_captions(store, "yard 2.jpg") == [("date_created", "2017-04", "file")]


def test_the_seed_gallery_captions_twelve_pictures(
    store: Store, tmp_path: Path, draw: Draw, shared: Path
) -> None:
    for seed in range(12):
        draw(tmp_path / "drop" / f"{seed + 1}.jpg", seed)
    (text,) = (shared / "seed").glob("*.txt")
    ingest(store, tmp_path / "drop", captions=text)

    dates = [said_by_captions(store, f"{n}.jpg")[0][:2] for n in range(1, 13)]
    assert dates == [
        ("date_created", date)
        for date in (
            *("2023-02", "2024-12-13", "2015-10", "2016-03", "2018-04", "2016-02"),
            *("2018-04", "2024-03", "2015-12", "2019-09", "2019-09", "2016-03"),
        )
    ]


def test_a_weekday_that_contradicts_its_date_is_told_with_the_words(
    store: Store, drop: Path, tmp_path: Path
) -> None:
    text = tmp_path / "list.txt"
    text.write_text(
        "yard 2.jpg: A ferry in Gdansk on Monday, March 15, 2016.\n"
        "yard 10.jpg: A ferry in Gdansk on Tuesday, March 15, 2016.\n"
    )
    ingest(store, drop, captions=text)

    told = [p for p in store.problems() if p["code"] == "caption-contradicts"]
    assert [Path(p["path"]).name for p in told] == ["yard 2.jpg"]
    assert "Monday" in told[0]["reason"]
