"""People for the sample gallery, put together from limbs and lit from one side.

Poses, hats and clothes are told in units of the person's height: x to the right of the middle,
y down from the crown (0) to the soles (1). A pose seen from the side faces right.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from PIL import Image

from photocat.sample.brush import Shape, box, limb, oval, paint, poly
from photocat.sample.noise import Colour, Point

Joints: TypeAlias = tuple[Point, Point, Point]
Layer: TypeAlias = tuple[tuple[Shape, ...], Colour]


@dataclass(frozen=True, slots=True)
class Pose:
    """Shoulder, elbow and hand, hip, knee and foot of the farther and the nearer side."""

    far_arm: Joints
    near_arm: Joints
    far_leg: Joints
    near_leg: Joints
    side: bool = False
    back: bool = False


@dataclass(frozen=True, slots=True)
class Dress:
    """What somebody wears; a ``robe`` covers the legs down to that share of the height."""

    jacket: Colour
    trousers: Colour
    boots: Colour = (38, 34, 32)
    skin: Colour = (196, 150, 120)
    hair: Colour = (52, 40, 34)
    hat: str = "peaked"
    hat_colour: Colour = (70, 72, 58)
    belt: Colour | None = None
    robe: float = 0.0
    apron: Colour | None = None
    beard: Colour | None = None
    stole: Colour | None = None
    armband: Colour | None = None


STAND = Pose(
    far_arm=((-0.105, 0.19), (-0.135, 0.345), (-0.125, 0.49)),
    near_arm=((0.105, 0.19), (0.135, 0.345), (0.125, 0.49)),
    far_leg=((-0.045, 0.52), (-0.05, 0.75), (-0.06, 0.97)),
    near_leg=((0.045, 0.52), (0.05, 0.75), (0.06, 0.97)),
)
AT_EASE = replace(
    STAND,
    far_arm=((-0.105, 0.19), (-0.155, 0.34), (-0.05, 0.46)),
    near_arm=((0.105, 0.19), (0.155, 0.34), (0.05, 0.46)),
    far_leg=((-0.05, 0.52), (-0.075, 0.75), (-0.10, 0.97)),
    near_leg=((0.05, 0.52), (0.075, 0.75), (0.10, 0.97)),
)
FROM_BEHIND = replace(AT_EASE, back=True)
BLESS = replace(
    STAND,
    far_arm=((-0.105, 0.19), (-0.14, 0.33), (-0.06, 0.38)),
    near_arm=((0.105, 0.19), (0.18, 0.30), (0.21, 0.17)),
)
MARCH = Pose(
    far_arm=((0.0, 0.20), (-0.06, 0.34), (-0.13, 0.46)),
    near_arm=((0.0, 0.20), (0.06, 0.34), (0.17, 0.38)),
    far_leg=((0.01, 0.52), (0.13, 0.70), (0.14, 0.93)),
    near_leg=((-0.01, 0.52), (-0.03, 0.75), (-0.12, 0.97)),
    side=True,
)
STRIDE = Pose(
    far_arm=((0.0, 0.20), (0.05, 0.345), (0.12, 0.46)),
    near_arm=((0.0, 0.20), (-0.05, 0.345), (-0.09, 0.49)),
    far_leg=((0.0, 0.52), (-0.03, 0.75), (-0.14, 0.95)),
    near_leg=((0.0, 0.52), (0.07, 0.74), (0.11, 0.97)),
    side=True,
)
REACH = replace(
    STRIDE,
    far_arm=((0.0, 0.20), (0.10, 0.30), (0.22, 0.33)),
    near_arm=((0.0, 0.20), (0.10, 0.33), (0.24, 0.37)),
    far_leg=((0.0, 0.52), (0.02, 0.75), (0.02, 0.97)),
    near_leg=((0.0, 0.52), (-0.02, 0.75), (-0.04, 0.97)),
)

HATS: dict[str, tuple[Shape, ...]] = {
    "bare": (),
    "peaked": (
        poly((-0.062, 0.028), (0.0, -0.008), (0.068, 0.024), (0.048, 0.052), (-0.05, 0.055)),
        poly((-0.048, 0.045), (0.046, 0.04), (0.074, 0.066), (0.04, 0.068), (-0.046, 0.064)),
    ),
    "field": (
        box(-0.046, 0.008, 0.044, 0.055),
        poly((0.0, 0.048), (0.044, 0.045), (0.082, 0.066), (0.04, 0.066)),
    ),
    "beret": (oval(-0.012, 0.034, 0.058, 0.024), box(-0.045, 0.032, 0.043, 0.056)),
    "fur": (oval(0.0, 0.038, 0.058, 0.040), oval(-0.03, 0.075, 0.022, 0.035)),
    "sailor": (oval(0.0, 0.022, 0.066, 0.016), box(-0.047, 0.026, 0.047, 0.052)),
    "tall": (poly((-0.046, 0.062), (-0.056, -0.05), (0.056, -0.05), (0.046, 0.062)),),
    "cook": (oval(0.0, 0.005, 0.056, 0.036), box(-0.045, 0.015, 0.045, 0.052)),
    "bun": (oval(0.0, 0.048, 0.049, 0.044), oval(-0.052, 0.08, 0.024, 0.026)),
    "helmet": (oval(0.0, 0.052, 0.060, 0.052), box(-0.06, 0.05, 0.06, 0.066)),
}


def person(
    picture: Image.Image,
    pose: Pose,
    dress: Dress,
    foot: Point,
    height: float,
    *,
    light: Point = (-1.0, -0.6),
    left: bool = False,
    soft: float = 0.0,
    shade: float = 1.0,
) -> None:
    """Paint somebody standing on ``foot``, ``height`` pixels tall; ``left`` turns them round.

    ``shade`` darkens the whole person, for those with the light behind them.
    """
    scale = (-height if left else height), height

    def placed(shape: Shape) -> Shape:
        points = [(foot[0] + scale[0] * x, foot[1] - (1 - y) * scale[1]) for x, y in shape.points]
        return Shape(tuple(points), shape.oval)

    for shapes, (red, green, blue) in _layers(pose, dress):
        paint(
            picture,
            [placed(shape) for shape in shapes],
            (red * shade, green * shade, blue * shade),
            relief=0.6,
            light=light,
            soft=soft,
            rough=12,
        )


def _layers(pose: Pose, dress: Dress) -> Iterator[Layer]:
    """The person from the farthest layer to the nearest."""
    turned = 0.76 if pose.side else 1.0
    yield from _arm(pose.far_arm, dress, turned)
    if not dress.robe:
        yield from _leg(pose.far_leg, dress, pose.side, turned)
        yield from _leg(pose.near_leg, dress, pose.side, 1.0)
    yield limb((0.006, 0.10), (0.0, 0.19), 0.055, 0.066), dress.skin
    yield from _trunk(pose, dress)
    yield from _arm(pose.near_arm, dress, 1.0)
    if dress.armband:
        (x1, y1), (x2, y2), _ = pose.near_arm
        middle = (x1 + x2) / 2, (y1 + y2) / 2
        yield limb(middle, (x1 * 0.2 + x2 * 0.8, y1 * 0.2 + y2 * 0.8), 0.07, 0.066), dress.armband
    yield from _head(pose, dress)


def _darker(colour: Colour, share: float) -> Colour:
    return colour[0] * share, colour[1] * share, colour[2] * share


def _arm(joints: Joints, dress: Dress, share: float) -> Iterator[Layer]:
    shoulder, elbow, hand = joints
    yield (oval(*hand, 0.022, 0.026),), _darker(dress.skin, share)
    sleeve = limb(shoulder, elbow, 0.068, 0.054) + limb(elbow, hand, 0.054, 0.04)
    yield sleeve, _darker(dress.jacket, share)


def _leg(joints: Joints, dress: Dress, side: bool, share: float) -> Iterator[Layer]:
    hip, knee, sole = joints
    yield (
        limb(hip, knee, 0.095, 0.066) + limb(knee, sole, 0.066, 0.05),
        _darker(dress.trousers, share),
    )
    ahead = 0.04 if side else (0.012 if hip[0] > 0 else -0.012)
    shin = knee[0] * 0.4 + sole[0] * 0.6, knee[1] * 0.4 + sole[1] * 0.6
    boot = limb(shin, sole, 0.062, 0.052) + limb(
        sole, (sole[0] + ahead, sole[1] + 0.01), 0.04, 0.03
    )
    yield boot, _darker(dress.boots, share)


def _trunk(pose: Pose, dress: Dress) -> Iterator[Layer]:
    chest, waist = (0.072, 0.062) if pose.side else (0.118, 0.084)
    right = (
        (chest * 0.55, 0.150),
        (chest, 0.185),
        (chest * 0.95, 0.32),
        (waist, 0.43),
        (waist * 1.12, 0.56),
    )
    coat = [poly(*right, *((-x, y) for x, y in reversed(right)))]
    if dress.robe:
        hem = 0.17 if pose.side else 0.15
        coat.append(poly((waist, 0.40), (hem, dress.robe), (-hem, dress.robe), (-waist, 0.40)))
    yield tuple(coat), dress.jacket
    if dress.apron:
        yield (poly((-0.06, 0.24), (0.06, 0.24), (0.09, 0.72), (-0.07, 0.72)),), dress.apron
    if dress.stole:
        for x in (-0.04, 0.04):
            yield (box(x - 0.024, 0.16, x + 0.024, 0.82),), dress.stole
    if dress.belt:
        yield (box(-waist, 0.435, waist, 0.464),), dress.belt


def _head(pose: Pose, dress: Dress) -> Iterator[Layer]:
    ahead = 0.012 if pose.side else 0.0
    if pose.back:
        yield (oval(0.0, 0.078, 0.043, 0.057),), dress.hair
    else:
        yield (oval(ahead - (0.014 if pose.side else 0.0), 0.068, 0.046, 0.054),), dress.hair
        yield (oval(ahead + (0.008 if pose.side else 0.0), 0.085, 0.038, 0.052),), dress.skin
        if dress.beard:
            yield (oval(ahead + 0.008, 0.130, 0.034, 0.046),), dress.beard
    for shape in HATS[dress.hat]:
        yield (shape,), dress.hat_colour
