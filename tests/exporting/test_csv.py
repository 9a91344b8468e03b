"""CSV as RFC 4180 has it, read by Python's own reader, and back to the values."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest

from photocat.errors import UsageError
from photocat.exporting.about import About
from photocat.exporting.columns import COLUMN, COLUMNS
from photocat.exporting.csv import read_rows, written
from photocat.store.stream import Described


def text_of(photos: list[Described], **about: Any) -> str:
    return b"".join(written(photos, About(**about))).decode()


def values_of(photo: Described) -> dict[str, Any]:
    values = {column.name: column.of(photo.shape) for column in COLUMNS}
    return {name: None if value == "" else value for name, value in values.items()}


def test_every_value_comes_back(photos: list[Described]) -> None:
    rows = list(read_rows(io.StringIO(text_of(photos), newline="")))

    assert len(rows) == len(photos)
    for row, photo in zip(rows, photos, strict=True):
        assert {
            n: [] if v is None and n in TEXTS else v for n, v in values_of(photo).items()
        } == row


TEXTS = {column.name for column in COLUMNS if column.kind == "texts"}


def test_whatever_the_words_are_they_come_back(
    harm: str, hostile: Callable[..., Described]
) -> None:
    (row,) = read_rows(io.StringIO(text_of([hostile(harm)]), newline=""))

    assert row["caption"] == row["headline"] == row["date_quote"] == harm
    assert row["keywords"] == row["creator"] == row["supplier"] == [harm]
    assert row["path"] == f"/drop/{harm.replace('/', '_')}.jpg"


def test_records_end_as_rfc_4180_has_it_and_have_as_many_cells_as_headings(
    photos: list[Described], harm: str, hostile: Callable[..., Described]
) -> None:
    text = text_of([*photos, hostile(harm)])

    assert text.endswith("\r\n")
    assert {len(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)} == {
        len(COLUMNS)
    }


def test_a_date_has_its_text_and_its_bounds_and_is_never_a_day_it_was_not(
    photos: list[Described],
) -> None:
    columns = ("date_created", "date_earliest", "date_latest", "date_utc_offset")
    _, *rows = csv.reader(io.StringIO(text_of(photos, columns=columns), newline=""))

    assert rows == [
        ["2016-03", "2016-03-01T00:00:00", "2016-03-31T23:59:59.999999", ""],
        ["198X", "1980-01-01T00:00:00", "1989-12-31T23:59:59.999999", ""],
        *[
            [
                "2016-03-20T10:15:00+02:00",
                *["2016-03-20T10:15:00", "2016-03-20T10:15:00.999999"],
                "'+02:00",
            ]
        ],
        ["2015/..", "2015-01-01T00:00:00", "", ""],
    ]


def test_the_mark_that_excel_needs_is_there_where_it_is_asked_for(photos: list[Described]) -> None:
    assert text_of(photos).startswith("id,")
    assert text_of(photos, bom=True).startswith("\ufeffid,")
    rows = read_rows(
        io.StringIO(text_of(photos, bom=True).encode().decode("utf-8-sig"), newline="")
    )
    assert [row["id"] for row in rows] == [1, 2, 3, 4]


def test_columns_stand_in_the_order_they_are_asked_for(photos: list[Described]) -> None:
    assert text_of(photos[:1], columns=("headline", "id")) == (
        "headline,id\r\nBlessing of the jets,1\r\n"
    )


@pytest.mark.parametrize(
    ("columns", "complaint"),
    [
        (("captoin",), "no column 'captoin'; did you mean caption"),
        (("qqq",), "there are id, sha256"),
        (("id", "id"), "named twice"),
    ],
)
def test_a_column_that_is_not_there_is_told_with_the_nearest(
    columns: tuple[str, ...], complaint: str, photos: list[Described]
) -> None:
    with pytest.raises(UsageError, match=complaint):
        text_of(photos, columns=columns)


def test_every_field_of_a_photo_has_a_column() -> None:
    from photocat.fields import FIELDS

    assert {field.name for field in FIELDS} <= COLUMN.keys()
