"""Parquet, read by pyarrow: types are types, and nothing is lost."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from photocat.errors import UsageError
from photocat.exporting import parquet
from photocat.exporting.about import About
from photocat.exporting.columns import COLUMNS
from photocat.store.stream import Described


def table(photos: list[Described], **about: Any) -> Any:
    return pq.read_table(io.BytesIO(b"".join(parquet.written(photos, About(**about)))))


def test_columns_have_types(photos: list[Described]) -> None:
    schema = table(photos).schema
    types = {field.name: field.type for field in schema}

    assert list(types) == [*(column.name for column in COLUMNS), "files", "statements"]
    assert types["id"] == types["width"] == pa.int64()
    assert types["lat"] == types["rating"] == types["date_confidence"] == pa.float64()
    assert types["date_earliest"] == types["date_latest"] == pa.timestamp("us")
    assert types["date_created"] == pa.string()
    assert types["keywords"].value_type == pa.string()
    evidence = types["statements"].value_type.field("evidence").type
    assert [evidence.field(n).name for n in range(evidence.num_fields)] == (
        ["origin", "quote", "rule", "confidence", "span_start", "span_end"]
    )


def test_values_are_what_they_were(photos: list[Described]) -> None:
    read = table(photos)
    jets = read.slice(0, 1).to_pylist()[0]

    assert jets["keywords"] == ["priest", "jets; bombers"]
    assert jets["lat"] == 35.400999999999996
    assert jets["date_created"] == "2016-03"
    assert str(jets["date_earliest"]) == "2016-03-01 00:00:00"
    assert str(jets["date_latest"]) == "2016-03-31 23:59:59.999999"
    assert len(jets["statements"]) == len(photos[0].statements)
    (date,) = (s for s in jets["statements"] if s["field"] == "date_created")
    assert date["evidence"] == {
        "origin": "caption[53:63]",
        "quote": "March 2016",
        "rule": "text",
        "confidence": 1.0,
        "span_start": 53,
        "span_end": 63,
    }
    assert read["match"].to_pylist() == ["certain", "certain", "certain", "possible"]


def test_an_open_bound_is_null_and_so_is_one_that_no_timestamp_holds(
    photos: list[Described], photo: Callable[..., Described], said: Callable[..., Any]
) -> None:
    far = photo(5, said("date_created", "Y-291000"))
    early = photo(6, said("date_created", "-0044-03-15"))
    read = table([photos[3], far, early])

    assert read["date_latest"].cast(pa.int64()).to_pylist()[0] is None
    assert read["date_earliest"].cast(pa.int64()).to_pylist()[1] is None
    assert read["date_earliest"].cast(pa.int64()).to_pylist()[2] < -(10**16)


def test_a_path_that_is_not_utf_8_keeps_its_bytes(photos: list[Described]) -> None:
    (file,) = table(photos)["files"].to_pylist()[1]

    assert file["path"] == "/drop/caf\\udce9/new\nline.jpg"
    assert file["path_bytes"] == b"/drop/caf\xe9/new\nline.jpg"


def test_columns_may_be_chosen(photos: list[Described]) -> None:
    assert table(photos, columns=("headline", "id")).column_names == ["headline", "id"]


def test_rows_come_in_groups_and_none_is_lost(
    photos: list[Described], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "ROWS_AT_A_TIME", 3)
    pieces = list(parquet.written(photos * 2, About()))
    read = pq.ParquetFile(io.BytesIO(b"".join(pieces)))

    assert read.metadata.num_row_groups == 3
    assert read.read()["id"].to_pylist() == [1, 2, 3, 4, 1, 2, 3, 4]
    assert table([]).num_rows == 0


def test_whatever_the_words_are_they_come_back(
    harm: str, hostile: Callable[..., Described]
) -> None:
    (row,) = table([hostile(harm)]).to_pylist()

    assert row["caption"] == row["date_quote"] == harm
    assert row["keywords"] == [harm]


def test_without_pyarrow_the_remedy_is_told(
    photos: list[Described], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(UsageError, match=r"pip install 'photocat\[parquet\]'"):
        list(parquet.written(photos, About()))
