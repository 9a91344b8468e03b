"""JSON lines: the shape of ``search``, and every statement with its evidence."""

from __future__ import annotations

import json
from collections.abc import Callable

from photocat.exporting.about import About
from photocat.exporting.jsonl import written
from photocat.shapes import statement_shape
from photocat.store.stream import Described


def test_each_line_is_a_photo_with_all_that_is_said_of_it(photos: list[Described]) -> None:
    lines = b"".join(written(photos, About())).decode().splitlines()

    assert [json.loads(line) for line in lines] == [
        photo.shape | {"statements": [statement_shape(s) for s in photo.statements]}
        for photo in photos
    ]
    caption = json.loads(lines[0])["caption"]
    said = {s["field"]: s for s in json.loads(lines[0])["statements"]}
    start, end = said["date_created"]["span"]
    assert caption[start:end] == said["date_created"]["quote"] == "March 2016"


def test_whatever_the_words_are_a_photo_stays_one_line(
    harm: str, hostile: Callable[..., Described]
) -> None:
    (line,) = b"".join(written([hostile(harm)], About())).decode().splitlines()

    assert json.loads(line)["caption"] == harm
    assert json.loads(line)["files"][0]["supplier"] == harm
