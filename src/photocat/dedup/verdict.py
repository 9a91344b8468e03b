"""What two pictures are to each other, once one is laid on the other.

    laid ─ margins off, refined ─▶ who shows part of whom ─▶ cells compared ─▶ relation, box, status

A relation is accepted only where no cell differs that is not explained. What looks alike and
differs somewhere is another frame of the scene, or an edit, for a person to decide.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from photocat.dedup.geometry import Laid, Map, applied, inverse
from photocat.dedup.margins import outside
from photocat.dedup.overlay import (
    Box,
    Overlay,
    area,
    clipped,
    corners,
    extent,
    outline,
    overlay,
    refined,
)
from photocat.dedup.sameness import CELL, Sameness, sameness, seen_region, without_margins
from photocat.dedup.tone import detailed, explained, painted, stretched, toned, turned
from photocat.records import RelationName, RelationStatus

METHOD = "local features, then pixels"
WHOLE = 0.97
"""Share of a picture from which all of it is shown."""
CROPPED = 0.965
"""Share of the original below which something was cut off."""
_SCANNED = 0.8
_MOST_ELSE = 0.3
"""Share of differing cells from which one picture does not go on where the other ends."""
_DIFFERING = 0.01
_RESIDUE = 0.22
_LEAST_CELLS = 30
_SAME_SCENE = 0.1
_CLOSE = 0.84
_ANOTHER_SHARE = 0.35


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the derived picture is to the other; boxes are shares of the other's sides."""

    derived_first: bool | None
    """Whether the first of the two asked about is the derived one; None where it may be either."""
    relation: RelationName
    box: Box
    """Left, top, width, height."""
    mirrored: bool
    rotation: int
    """Degrees, clockwise, by which the derived picture was turned."""
    confidence: float
    status: RelationStatus


def judge(first: Image.Image, second: Image.Image, laid: Laid) -> Verdict | None:
    """What two RGB pictures are to each other; None where there is too little to compare."""
    one = ImageOps.mirror(first) if laid.mirrored else first
    map = _refined(one, second, laid.map)
    derived_first = _derived_first(one, second, map)
    if derived_first is False:
        one, second, map = second, one, inverse(map)
    whole = one.size
    one, map = without_margins(one, second, map)
    map = _refined(one, second, map)
    found = overlay(one, second, map)
    if found is None:
        return None
    same = sameness(found)
    region = seen_region(one, second, map, found, same)
    inside = _within(same, found, region)
    cut = one.size != whole
    return _told(one, second, map, found, inside, region, laid, derived_first, cut=cut)


def _told(
    one: Image.Image,
    second: Image.Image,
    map: Map,
    found: Overlay,
    same: Sameness,
    region: Box,
    laid: Laid,
    derived_first: bool | str,
    *,
    cut: bool,
) -> Verdict | None:
    textured, differing = int(same.textured.sum()), same.differing
    if textured < _LEAST_CELLS // 3:
        return None
    width, height = extent(second)
    left, top, right, bottom = region
    box = left / width, top / height, (right - left) / width, (bottom - top) / height
    share = box[2] * box[3]
    drawn = bool(differing.any()) and explained(found, differing)
    unexplained = 0 if drawn else int(differing.sum())
    residue = same.residue(3, differing if drawn else None)
    sure = (
        textured >= _LEAST_CELLS
        and unexplained <= _DIFFERING * textured
        and residue <= _RESIDUE
        and derived_first != "neither"
    )
    where = found.seen
    edited = (
        drawn
        or cut
        or toned(found, where)
        or stretched(map)
        or _added(one, second, map)
        or (share >= CROPPED and detailed(one.convert("L"), second.convert("L"), map))
    )
    angle = turned(map)
    quarter = round(angle / 90) * 90 % 360
    tilted = abs((angle + 45) % 90 - 45) > 0.35
    relation: RelationName
    over = drawn or painted(found, differing)
    edited = edited or over
    if derived_first == "neither" or (not sure and not over and _another(same, unexplained)):
        relation = "sibling"
    elif _is_page(one, map, region):
        relation = "embedded"
    elif share < (_SCANNED if tilted or stretched(map) else CROPPED):
        relation = "crop"
    elif laid.mirrored:
        relation = "mirror"
    elif quarter:
        relation = "rotation"
    else:
        relation = "edit" if edited or tilted or share < CROPPED else "copy"
    confidence = _confidence(laid.agreeing, unexplained / max(1, textured), residue, sure)
    return Verdict(
        None if isinstance(derived_first, str) else derived_first,
        relation,
        tuple(round(side, 4) for side in box),  # type: ignore[arg-type]
        laid.mirrored,
        quarter,
        confidence,
        "accepted" if sure and relation != "sibling" else "proposed",
    )


def _refined(one: Image.Image, second: Image.Image, map: Map) -> Map:
    return refined(one.convert("L"), second.convert("L"), map)


def _derived_first(one: Image.Image, second: Image.Image, map: Map) -> bool | str:
    """Whether the first is derived, or the second; ``either`` or ``neither`` of them."""
    shown = outline(one, map)
    common = area(clipped(shown, *extent(second)))
    of_first = common / area(shown)
    of_second = common / (extent(second)[0] * extent(second)[1])
    if min(of_first, of_second) >= WHOLE:
        return "either"
    added_first = of_first < WHOLE and _goes_beyond(one, second, map)
    added_second = of_second < WHOLE and _goes_beyond(second, one, inverse(map))
    if of_first >= WHOLE:
        return not added_second
    if of_second >= WHOLE:
        return added_first
    if added_first != added_second:
        return added_first
    return of_first < of_second if added_first else "neither"


def _goes_beyond(one: Image.Image, other: Image.Image, map: Map) -> bool:
    """Whether what the first shows around the second was added to it."""
    around = outside(one, applied(inverse(map), corners((0, 0, *extent(other)))))
    if around.added:
        return True
    if around.share < 0.3 or around.colour < 0.4:
        return False
    # A page that shows a crop: only a part of the other is seen, the rest is something else.
    found = overlay(one, other, map)
    if found is None:
        return False
    same = sameness(found)
    return bool(same.differing.sum() > _MOST_ELSE * max(1, same.textured.sum()))


def _added(one: Image.Image, second: Image.Image, map: Map) -> bool:
    shown = outline(one, map)
    return area(clipped(shown, *extent(second))) / area(shown) < WHOLE


def _is_page(one: Image.Image, map: Map, region: Box) -> bool:
    """Whether the picture is a small part of what the first shows, and framed by a page."""
    part = applied(inverse(map), corners(region))
    if area(part) / (extent(one)[0] * extent(one)[1]) > 0.6:
        return False
    return not outside(one, part).spanned


def _within(same: Sameness, found: Overlay, region: Box) -> Sameness:
    """Only the cells whose middle lies in a region of the second."""
    row, column = np.mgrid[0 : same.textured.shape[0], 0 : same.textured.shape[1]] + 0.5
    x = found.region[0] + column * CELL / found.scale
    y = found.region[1] + row * CELL / found.scale
    left, top, right, bottom = region
    inside: NDArray[np.bool_] = (x > left) & (x < right) & (y > top) & (y < bottom)
    return same.only(inside)


def _another(same: Sameness, unexplained: int) -> bool:
    """Whether something moved: a few cells differ wholly while most agree closely."""
    textured = same.textured
    wholly = int((textured & (same.likeness < _SAME_SCENE)).sum())
    number = max(1, int(textured.sum()))
    usual = float(np.median(same.likeness[textured])) if textured.any() else 0.0
    if unexplained > _ANOTHER_SHARE * number:
        return True
    return unexplained > _DIFFERING * number and wholly >= 2 and usual >= _CLOSE


def _confidence(agreeing: int, differing: float, residue: float, sure: bool) -> float:
    doubt = differing / 0.04 + residue / 0.6 + 3 / (agreeing + 1)
    found = 1 / (1 + (doubt / 1.6) ** 3)
    return round(max(found, 0.9) if sure else min(found, 0.89), 4)
