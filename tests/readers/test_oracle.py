"""Real files of thirty formats, and how far we agree with ExifTool on what they say."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "oracle.py"

FLOORS = {
    "date_created": 0.99,
    "gps": 0.98,  # one of 53: ExifTool takes NaN for 0
    "caption": 0.99,
    "headline": 0.99,
    "creator": 0.99,
    "credit_line": 0.99,
    "source": 0.99,
    "copyright_notice": 0.99,
    "city": 0.99,
    "country": 0.99,
    "keywords": 0.99,
    "orientation": 0.99,
    "make": 0.99,
    "model": 0.99,
    "dimensions": 0.98,  # five of 361: four whose turning the oracle overlooks, one preview
}
"""The least share of the oracle's values that are exactly ours."""


@pytest.fixture(scope="module")
def oracle() -> ModuleType:
    spec = importlib.util.spec_from_file_location("oracle", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["oracle"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def comparison(oracle: ModuleType, corpus: Path) -> Any:
    return oracle.compare(corpus / "metadata")


@pytest.mark.parametrize("field", FLOORS)
def test_agreement_with_the_oracle(comparison: Any, field: str) -> None:
    assert comparison.agreement(field) >= FLOORS[field]


def test_every_disagreement_has_a_reason(comparison: Any) -> None:
    assert [d for d in comparison.differing if not d.reason] == []


def test_what_only_we_have_is_no_precision_of_our_own(comparison: Any) -> None:
    """What the oracle leaves out: XMP coordinates, TIFF names in XMP, Canon's old heap."""
    dates = [d for d in comparison.invented if d.field == "date_created"]

    assert {Path(d.path).name for d in dates} == {
        "2000.xmp",  # in UTF-16, which the oracle does not read
        "CanonRaw.crw",
        "gps-datetime.jpg",  # nothing but the time of the last fix, which is told as such
        "exiv2-canon-powershot-s40.crw",
    }
