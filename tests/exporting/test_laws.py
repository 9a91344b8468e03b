"""Whatever is said of a photo, each format's own reader reads it again."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from importlib import import_module

import geojson
import pyarrow.parquet as pq
import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from photocat.exporting.about import About
from photocat.exporting.csv import read_rows
from photocat.exporting.xmp import sidecar_bytes
from photocat.records import ImageFile
from photocat.store.stream import Described
from photocat.store.written import Told

# As the store holds text: anything but NUL and lone surrogates.
TRICKY = st.sampled_from(list("<>&\"'=+-@;,\\x3d\t\r\n\x1b\x9b\u202e\u2028\ufeff\U000e0041"))
TEXTS = st.text(
    TRICKY | st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1
)


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_every_reader_reads_what_was_written(
    hostile: Callable[..., Described], texts: list[str]
) -> None:
    photos = [hostile(text, id) for id, text in enumerate(texts, 1)]

    def written(format: str) -> bytes:
        return b"".join(import_module(f"photocat.exporting.{format}").written(photos, About()))

    table = written("csv").decode()
    rows = list(read_rows(io.StringIO(table, newline="")))
    assert [row["caption"] for row in rows] == texts
    assert [row["keywords"] for row in rows] == [[text] for text in texts]
    assert len({len(row) for row in csv.reader(io.StringIO(table, newline=""), strict=True)}) == 1
    lines = written("jsonl").split(b"\n")[:-1]
    assert [json.loads(line)["caption"] for line in lines] == texts
    features = geojson.loads(written("geojson").decode()).features
    assert [feature.properties["caption"] for feature in features] == texts
    pictures = json.loads(written("ninjs"))["associations"]
    assert [picture["descriptions"][0]["value"] for picture in pictures] == texts
    elements = json.loads(written("jsonld"))["itemListElement"]
    assert [element["item"]["caption"] for element in elements] == texts
    assert pq.read_table(io.BytesIO(written("parquet")))["caption"].to_pylist() == texts


@given(TEXTS)
def test_a_sidecar_is_always_xml(hostile: Callable[..., Described], text: str) -> None:
    told = Told(1, 1, ImageFile("/a.jpg", 1, 1), (), tuple(hostile(text).statements))

    assert fromstring(sidecar_bytes(told, "c")).tag.endswith("xmpmeta")


@pytest.mark.parametrize("format", ["csv", "jsonl", "geojson", "ninjs", "jsonld", "html"])
@given(text=TEXTS)
def test_what_is_text_is_safe_to_print(
    format: str, hostile: Callable[..., Described], text: str
) -> None:
    from photocat.exporting.text import safe

    pieces = import_module(f"photocat.exporting.{format}").written([hostile(text)], About(text))
    printed = b"".join(pieces).decode()
    for kept in ("\r\n", "\n", "\t"):
        printed = printed.replace(kept, "")

    assert safe(printed) == printed
