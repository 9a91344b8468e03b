"""The pictures of the sample gallery by name, each drawn afresh and always the same."""

from collections.abc import Callable, Mapping
from functools import partial

from PIL import Image

from photocat.sample.airfield import jet, line_up, patrol
from photocat.sample.clergy import chapel, cross, march, memorial
from photocat.sample.harbour import corvette, port_from_space
from photocat.sample.indoors import ballot, canteen, shop

PICTURES: Mapping[str, Callable[[], Image.Image]] = {
    "memorial": memorial,
    "port-from-space": port_from_space,
    "canteen": canteen,
    "patrol": patrol,
    "march": march,
    "shop": shop,
    "cross": cross,
    "ballot": ballot,
    "jet": jet,
    "corvette": corvette,
    "chapel": chapel,
    "line-up": line_up,
    "line-up, a moment later": partial(line_up, frame=2),
}
"""Every frame; two of them are one scene."""


def draw(frame: str) -> Image.Image:
    """The RGB picture of a frame, upright, about 1200 x 800 pixels either way round."""
    return PICTURES[frame]()
