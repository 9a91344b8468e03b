"""Which of two pictures was made of the other, and where on that other it lies.

A crop and a page that shows a picture have the same geometry, one picture inside the other. What
lies outside tells them apart: of a crop the scene goes on, of a page something else begins. Where
each goes on where the other ends, and nothing was added, they are two frames of one scene.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from photocat.dedup.common import Compared, compared, without_margins
from photocat.dedup.geometry import applied, inverse
from photocat.dedup.margins import Outside, outside
from photocat.dedup.overlay import Box, Pair, area, clipped, corners, extent, refined

WHOLE = 0.97
"""Share of a picture from which all of it is shown."""
_STEP, _ONE_COLOUR = 1.5, 0.9
"""A frame begins with a step, or is of one colour; a shadow that falls on a margin is no frame."""

_SEEN = 1.3
"""Step of an edge, as a multiple of the steps beside it, from which it is one."""

Derived = Literal["first", "second", "either", "neither"]
"""Which of two pictures was made of the other."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """Two pictures in order: in both pairs the derived one is the first."""

    derived: Derived
    """As they were asked about."""
    whole: Pair
    """With all that lies around the derived picture."""
    seen: Compared
    """Without margins, frame and page."""
    bared: bool
    """Whether any of these was taken off."""
    clear: bool
    """Whether each edge that the picture has on a page is seen there."""


def arranged(pair: Pair) -> Arranged | None:
    """Two pictures in order; None where they hardly meet."""
    bare = without_margins(pair)
    turned = without_margins(bare.turned())
    margins = bare.first is not pair.first, turned.first is not pair.second
    seen = compared(turned.turned() if margins[1] else bare)
    if seen is None:
        return None
    derived, framed = _derived(seen, margins)
    if all(margins) and derived == "either":
        # Drawings on white have margins that nobody added.
        margins = False, False
        seen = compared(pair)
    elif derived == "second":
        pair, seen = pair.turned(), compared(turned)
    elif margins[1]:
        seen = compared(bare)
    if seen is None:
        return None
    bared, clear = margins[derived == "second"], True
    if framed and seen.framed:
        shown = applied(inverse(seen.pair.map), corners(seen.region))
        clear = outside(seen.pair.first, shown).faintest >= _SEEN
        (left, top), (right, bottom) = shown.min(axis=0), shown.max(axis=0)
        inner = compared(refined(seen.pair.cut((left, top, right, bottom))))
        seen, bared = inner or seen, True
    return Arranged(derived, pair, seen, bared, clear)


def _derived(seen: Compared, margins: tuple[bool, bool]) -> tuple[Derived, bool]:
    """Which was made of the other, and whether it was set into a frame or a page."""
    if seen.framed:
        found = _made_of(seen.pair, seen.region, margins, framed=True)
        if found in ("first", "second"):
            return found, True
    return _made_of(seen.pair, seen.meeting, margins, framed=False), False


def _made_of(pair: Pair, region: Box, margins: tuple[bool, bool], *, framed: bool) -> Derived:
    common = area(clipped(pair.outline, region))
    of_first = common / area(pair.outline)
    of_second = common / area(corners((0, 0, *extent(pair.second))))
    if min(of_first, of_second) >= WHOLE:
        if margins[0] != margins[1]:
            return "first" if margins[0] else "second"
        return "either"
    part = applied(inverse(pair.map), corners(region))
    added_first = of_first < WHOLE and _added(outside(pair.first, part), framed)
    added_second = of_second < WHOLE and _added(outside(pair.second, corners(region)), framed)
    if of_first >= WHOLE:
        return "second" if added_second else "first"
    if of_second >= WHOLE:
        return "first" if added_first else "second"
    if added_first != added_second:
        return "first" if added_first else "second"
    if not added_first:
        return "neither"
    return "first" if of_first < of_second else "second"


def _added(around: Outside, framed: bool) -> bool:
    return around.added and (not framed or around.step >= _STEP or around.colour >= _ONE_COLOUR)
