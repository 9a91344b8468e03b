"""Near-duplicates, made in memory by the ``attacks.py`` that lies beside a folder's pictures.

That program writes files; here its functions are called, with the same random numbers, and every
crop it makes is watched, so that the box of each is known. What needs OpenCV is left out where
there is none.
"""

from __future__ import annotations

import io
import json
import random
import sys
import zlib
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from PIL import Image

Box = tuple[float, float, float, float]

OPENCV = find_spec("cv2") is not None
BY_OPENCV = ("clahe",)
"""Attacks that cannot be made without it."""


class Made(NamedTuple):
    """One near-duplicate."""

    attack: str
    relation: str
    """As ``attacks.py`` names it: parts joined by a plus."""
    jpeg: bytes
    box: Box | None
    """Of a crop: left, top, width, height in shares of the original's sides."""

    @property
    def named(self) -> tuple[str, bool, bool]:
        """What photocat should call it, whether it is mirrored, and whether it is turned."""
        parts = self.relation.split("+")
        name = "rotation" if self.relation == "rotated" else parts[0]
        return name, "mirror" in parts, "rotated" in parts


class Attacks:
    """What a folder's ``attacks.py`` can make of a picture."""

    def __init__(self, folder: Path, seed: str = "0") -> None:
        self._space, self._seed, self._boxes = _space(folder / "attacks.py"), seed, list[Box]()
        crop_area = self._space["crop_area"]

        def watched(picture: Image.Image, removed: float, *rest: Any) -> Image.Image:
            held: list[Box] = []
            crop: Image.Image = crop_area(_Watched(picture, held), removed, *rest)
            self._boxes += held
            return crop

        self._space["crop_area"] = watched
        self._makers = self._space["A"]()
        if not OPENCV:
            self._makers = {k: m for k, m in self._makers.items() if k not in BY_OPENCV}

    @property
    def names(self) -> list[str]:
        """Every attack that can be made here."""
        return list(self._makers)

    def make(self, attack: str, picture: Image.Image, file: str) -> Made:
        """One near-duplicate of a picture, as ``attacks.py`` would write it."""
        self._boxes.clear()
        numbers = random.Random(zlib.crc32((self._seed + file + attack).encode()))
        out = io.BytesIO()
        self._makers[attack](picture, numbers).save(out, "JPEG", quality=95, subsampling=0)
        box = self._boxes[0] if self._boxes else None
        return Made(attack, self._space["relation"](attack), out.getvalue(), box)


def listed(folder: Path) -> list[dict[str, str]]:
    """The pictures of a folder, by its ``manifest.jsonl``."""
    return [json.loads(line) for line in (folder / "manifest.jsonl").open()]


def opened(folder: Path, file: str) -> Image.Image:
    """One picture of a folder."""
    return Image.open(folder / file).convert("RGB")


class _Watched:
    """A picture that remembers the box it is cropped to."""

    def __init__(self, picture: Image.Image, held: list[Box]) -> None:
        self.size, self._picture, self._held = picture.size, picture, held

    def crop(self, sides: tuple[int, int, int, int]) -> Image.Image:
        width, height = self.size
        left, top, right, bottom = sides
        self._held.append(
            (left / width, top / height, (right - left) / width, (bottom - top) / height)
        )
        return self._picture.crop(sides)


def _space(path: Path) -> dict[str, Any]:
    """The functions of ``attacks.py``, whose last line would run it."""
    lines = path.read_text("utf-8").rstrip().splitlines()
    if lines[-1] != "main()":
        raise SystemExit(f"{path}: the last line is not main()")
    space: dict[str, Any] = {"__file__": str(path), "__name__": "attacks"}
    if not OPENCV:
        sys.modules["cv2"] = ModuleType("cv2")
    try:
        exec(compile("\n".join(lines[:-1]), str(path), "exec"), space)  # noqa: S102
    finally:
        if not OPENCV:
            del sys.modules["cv2"]
    return space


def frames(entries: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
    """Neighbouring frames of each scene, either way round."""
    for one, other in pairwise(entries):
        if one["role"] == other["role"] == "sibling" and one["set"] == other["set"]:
            yield one["file"], other["file"]
            yield other["file"], one["file"]
