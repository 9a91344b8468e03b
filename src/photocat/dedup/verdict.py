"""What two pictures are to each other, once one is laid on the other.

    laid ─ refined ─▶ who was made of whom ─▶ cells compared, drawings explained ─▶ relation, box

A relation is accepted only where no cell differs that is not explained. What looks alike and
differs somewhere is another frame of the scene, or an edit, for a person to decide.
"""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageOps

from photocat.dedup.arranged import WHOLE, Arranged, arranged
from photocat.dedup.common import Compared, compared, within
from photocat.dedup.compressed import as_compressed
from photocat.dedup.geometry import Laid, applied, inverse
from photocat.dedup.margins import outside
from photocat.dedup.measured import LEAST_CELLS, Measured, measured, rounded
from photocat.dedup.overlay import Box, Pair, area, clipped, corners, extent, refined
from photocat.dedup.tone import detailed, stretched, toned, turned
from photocat.records import RelationName, RelationStatus

METHOD = "local features, then pixels"
ACCEPTED = 0.93
"""Confidence from which, where nothing speaks against it, no person is asked."""
CROPPED = 0.965
"""Share of the original below which something was cut off."""
_SCANNED = 0.8
"""The same of pictures that are tilted or stretched, which lose their corners."""
_TILTED = 0.35
"""Degrees."""
_PAGE, _PADDED = 0.6, 0.98
"""What a picture on a page covers of it at most, and how much of mere padding is of one colour."""


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
    """That they are one picture; of ``sibling``, that they are two."""
    status: RelationStatus


def judge(first: Image.Image, second: Image.Image, laid: Laid) -> Verdict | None:
    """What two RGB pictures are to each other; None where there is too little to compare."""
    one = ImageOps.mirror(first) if laid.mirrored else first
    order = arranged(refined(Pair(one, second, laid.map), laid.agreeing))
    if order is None:
        return None
    seen, region = order.seen, order.seen.meeting
    # Where a frame ends is known to a part of a cell.
    found = measured(seen.laid, within(seen.same, seen.laid, region, rim=1.5 * order.bared))
    if not found.sure:
        seen, found = _rounded(seen, found)
    if found.textured < LEAST_CELLS:
        return None
    relation = _named(order, seen, found, mirrored=laid.mirrored)
    one_picture = confidence_of(laid.agreeing, found)
    sure = found.sure and order.clear and relation != "sibling" and one_picture >= ACCEPTED
    width, height = extent(order.seen.pair.second)
    left, top, right, bottom = region
    box = left / width, top / height, (right - left) / width, (bottom - top) / height
    return Verdict(
        {"first": True, "second": False}.get(order.derived),
        relation,
        (round(box[0], 4), round(box[1], 4), round(box[2], 4), round(box[3], 4)),
        laid.mirrored,
        _quarter(order.seen.pair),
        round(1 - one_picture if relation == "sibling" else one_picture, 4),
        "accepted" if sure else "proposed",
    )


def _rounded(seen: Compared, found: Measured) -> tuple[Compared, Measured]:
    """The same beside the other as heavily compressed, where that explains what differs."""
    squeezed = as_compressed(seen.pair)
    again = compared(squeezed) if squeezed else None
    if again is None:
        return seen, found
    closer = rounded(again.same)
    return (again, closer) if closer.textured >= LEAST_CELLS else (seen, found)


def _named(order: Arranged, seen: Compared, found: Measured, *, mirrored: bool) -> RelationName:
    """The relation of the derived picture to the other; ``seen`` is as they were compared last."""
    pair, region = order.seen.pair, order.seen.meeting
    share = area(corners(region)) / area(corners((0, 0, *extent(pair.second))))
    tilted = abs((turned(pair.map) + 45) % 90 - 45) > _TILTED
    if order.derived == "neither" or (found.moved and not found.sure and not found.drawn):
        return "sibling"
    if _is_page(order.whole, region):
        return "embedded"
    if share < (_SCANNED if tilted or stretched(pair.map) else CROPPED):
        return "crop"
    if mirrored:
        return "mirror"
    if _quarter(pair):
        return "rotation"
    altered = order.bared or tilted or share < CROPPED or found.drawn
    return "edit" if altered or _edited(pair, seen) else "copy"


def _is_page(whole: Pair, region: Box) -> bool:
    """Whether the picture is a small part of what the first shows, and framed by a page."""
    part = applied(inverse(whole.map), corners(region))
    if area(part) > _PAGE * area(corners((0, 0, *extent(whole.first)))):
        return False
    around = outside(whole.first, part)
    return not around.spanned and around.colour < _PADDED


def _edited(pair: Pair, seen: Compared) -> bool:
    """Whether anything was added around the picture, or its shape, tones or sharpness changed."""
    within = area(clipped(pair.outline, (0, 0, *extent(pair.second)))) >= WHOLE * area(pair.outline)
    changed = stretched(pair.map) or toned(seen.laid, seen.laid.seen) or detailed(seen.pair)
    return changed or not within


def _quarter(pair: Pair) -> int:
    return round(turned(pair.map) / 90) * 90 % 360


def confidence_of(agreeing: int, found: Measured) -> float:
    """How sure it is that the two show one picture, as often as pairs like it did.

    Measured by ``scripts/bench/duplicates.py`` on near-duplicates of photographs and on other
    frames of scenes, changed as they were. Of those between .99 and 1 all were one picture, between
    .95 and .99 98 in 100, between .5 and .8 about half, below .1 fewer than one in 100.
    """
    doubt = found.differing / max(1, found.textured) / 0.04 + found.residue / 0.6
    return float(1 / (1 + ((doubt + 3 / (agreeing + 1)) / 1.4) ** 3.5))
