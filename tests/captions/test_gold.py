"""The bars, held on the labelled captions beside the checkout."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from photocat.captions import Context, read_caption, read_gallery
from photocat.dates import Edtf


@pytest.fixture(scope="module")
def gold(shared: Path) -> list[dict[str, Any]]:
    path = shared / "corpora" / "captions" / "gold-dev.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def context_of(row: dict[str, Any]) -> Context:
    known = row.get("context") or {}
    published = known.get("published")
    return Context(
        published=Edtf.parse(published) if published else None,
        ids=(known["virin"],) if known.get("virin") else (),
    )


def test_photo_dates_are_exact_or_correctly_none(gold: list[dict[str, Any]]) -> None:
    wrong = []
    for row in gold:
        date = read_caption(row["caption"], context_of(row)).date_created
        if (date.edtf.text if date else None) != row["photo_date"]:
            wrong.append(row["id"])
    assert len(wrong) <= 0.03 * len(gold), wrong


def test_no_date_is_more_precise_than_what_was_stated(gold: list[dict[str, Any]]) -> None:
    for row in gold:
        date = read_caption(row["caption"], context_of(row)).date_created
        if date is not None and row["photo_date"] is not None:
            stated = Edtf.parse(row["photo_date"])
            width = stated.latest - stated.earliest
            assert date.edtf.latest - date.edtf.earliest >= width, row["id"]


def test_every_line_of_the_seed_is_read_as_labelled(shared: Path) -> None:
    labels = shared / "corpora" / "captions" / "seed-gold.jsonl"
    rows = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
    [story] = sorted((shared / "seed").glob("*.txt"))
    gallery = read_gallery(story.read_text(encoding="utf-8"))
    assert len(gallery.paragraphs) == len(rows)
    for paragraph, row in zip(gallery.paragraphs, rows, strict=True):
        caption = read_caption(paragraph.text, gallery.context_of(paragraph))
        date, label = caption.date_created, row["photo_date"]
        assert paragraph.kind == row["kind"]
        assert paragraph.picture == row["slide"]
        assert (date and (date.edtf.text, date.start, date.end)) == (
            label and (label["edtf"], label["start"], label["end"])
        )
        assert [(d.edtf.text, d.start) for d in caption.mentioned_dates] == [
            (m["edtf"], m["start"]) for m in row["mentioned_dates"]
        ]
