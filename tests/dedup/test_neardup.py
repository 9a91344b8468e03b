"""The bars that near-duplicates of real photographs are held to, on a few of each."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCH = Path(__file__).resolve().parents[2] / "scripts" / "bench"

COPIES = ("reencode q90", "16% px + jpeg q8", "scale 320")
CROPS = ("crop 30%", "crop 70%", "crop 80%", "crop50+mirror", "rot90+crop30")
EDITS = ("gamma 0.6", "b&w", "watermark", "logo", "caption over 15%", "border 6%", "letterbox")
OTHERS = ("mirror", "rot90", "rotate 5 pad", "page screenshot", "screenshot+crop30")
EVERY = 13
"""Of the originals one in so many is attacked."""


@pytest.fixture(scope="module")
def bench() -> Iterator[ModuleType]:
    """The benchmark, whose parts import each other by name."""
    sys.path.insert(0, str(BENCH))
    try:
        import duplicates

        yield duplicates
    finally:
        sys.path.remove(str(BENCH))


@pytest.fixture(scope="module")
def pictures(corpus: Path) -> Path:
    return corpus / "neardup"


@pytest.fixture(scope="module")
def looked(bench: ModuleType, pictures: Path) -> Any:
    """Every fifth picture, and those that are attacked, or are frames of three scenes."""
    entries = bench.listed(pictures)
    originals = [e for e in entries if e["role"] == "original"][::EVERY]
    scenes = sorted({e["set"] for e in entries if e["role"] == "sibling"})[::6]
    siblings = [e for e in entries if e.get("set") in scenes]
    flat = [e for e in entries if e["role"] in ("flat", "lowtex")][::3]
    others = [e for e in entries if e["role"] == "distractor"][::5]
    return bench.Bench(pictures, [*originals, *siblings, *flat, *others])


@pytest.fixture(scope="module")
def judged(bench: ModuleType, pictures: Path, looked: Any) -> list[Any]:
    names = (*COPIES, *CROPS, *EDITS, *OTHERS)
    originals = [e["file"] for e in looked.entries if e["role"] == "original"]
    return list(bench.attacked(looked, pictures, originals, "0", names))


def test_the_original_of_near_duplicates_comes_first(judged: list[Any]) -> None:
    missed = [j.made.attack for j in judged if not j.first]

    assert len(missed) <= 0.03 * len(judged), missed
    assert set(missed) <= {"crop 80%"}


def test_what_was_done_is_named(judged: list[Any]) -> None:
    wrong = [j.made.attack for j in judged if not j.named]

    assert len(wrong) <= 0.05 * len(judged), wrong


def test_most_near_duplicates_are_accepted_without_a_person(judged: list[Any]) -> None:
    assert sum(j.accepted for j in judged) >= 0.75 * len(judged)


def test_boxes_of_crops_are_where_they_were_cut(judged: list[Any]) -> None:
    overlaps = [j.overlap for j in judged if j.overlap is not None]

    assert len(overlaps) >= 15
    assert sum(overlap >= 0.9 for overlap in overlaps) >= 0.95 * len(overlaps)


def test_nothing_else_is_ever_accepted(bench: ModuleType, looked: Any) -> None:
    told = list(bench.pairs(looked))

    assert {kind for kind, _, _ in told} == {
        "frames of one scene",
        "unrelated",
        "flat, foggy, dark",
    }
    assert [pair for _, pair, verdict in told if verdict and verdict.status == "accepted"] == []


def test_flat_pictures_are_laid_on_nothing(bench: ModuleType, looked: Any) -> None:
    flat = [e["file"] for e in looked.entries if e["role"] in ("flat", "lowtex")]

    assert flat
    for one, other in combinations(flat, 2):
        assert looked.laid(looked.seen[one], looked.seen[other]) is None
