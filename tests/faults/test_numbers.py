"""No number is too great to be asked for: there is an answer to it, or a refusal in our words."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest

from photocat import Catalog
from photocat.errors import BadQuery, UsageError
from photocat.ingest import IngestOptions
from photocat.query import SEARCH_FIELDS

GREAT = (2**31, 10**18 - 1, 2**63 - 1, 2**63, -(2**63) - 1, int("9" * 3_000))

WRITTEN = (*map(str, GREAT[2:]), "\u0663" * 20, f"1,{2**63}")

ASKED: dict[str, Callable[[Catalog, int], object]] = {
    "search": lambda catalog, number: catalog.search("", limit=number),
    "the next page": lambda catalog, number: catalog.search("", following=number),
    "show": lambda catalog, number: catalog.show(number),
    "similar": lambda catalog, number: catalog.similar(number),
    "a log of so many": lambda catalog, number: catalog.log(limit=number),
    "log": lambda catalog, number: catalog.log(txn=number),
    "undo": lambda catalog, number: catalog.undo(number),
    "edit": lambda catalog, number: catalog.edit([number], ["rating=3"]),
    "decide": lambda catalog, number: catalog.decide(number, 1, "same"),
    "export": lambda catalog, number: catalog.export(
        "", BytesIO(), format="csv", limit=abs(number)
    ),
    "merge": lambda catalog, number: catalog.merge(number, fields=["rating"], source=1),
}


def test_a_number_of_any_size_is_answered_or_refused(catalog_url: str, drop: Path) -> None:
    with Catalog.init(catalog_url) as catalog:
        assert len([*catalog.add([drop])]) == 6
        for field in SEARCH_FIELDS:
            for words in WRITTEN:
                with suppress(BadQuery):
                    assert catalog.search(f"{field.name}:{words}", limit=1) is not None
        for ask in ASKED.values():
            for number in (*GREAT, -1):
                with suppress(UsageError):
                    assert ask(catalog, number) is not None


@pytest.mark.parametrize("asked", ["log --txn", "undo", "search --following"])
def test_a_number_beyond_64_bits_is_refused_in_words(
    asked: str, catalog_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from photocat.cli import main

    Catalog.init(catalog_url).close()
    assert main(["--catalog", catalog_url, *asked.split(), str(2**64)]) == 2
    assert "no number of more than 64 bits" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["jobs", "timeout", "memory", "max_bytes", "max_pixels"])
@pytest.mark.parametrize("value", [-1, 2**64, float("nan")])
def test_an_ingest_with_impossible_limits_is_refused(name: str, value: float) -> None:
    with pytest.raises(UsageError, match=f"{name} may be"):
        IngestOptions(**{name: value})  # type: ignore[arg-type]
