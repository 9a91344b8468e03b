"""What several scenes of the sample gallery share: frame size, uniforms, sky, hills, concrete."""

import numpy as np
from PIL import Image

from photocat.sample.brush import box, paint, poly
from photocat.sample.figures import Dress
from photocat.sample.noise import Colour, Plane, ground, noise, slope, tint

WIDTH, HEIGHT = 1200, 800

GREEN = Dress((98, 102, 74), (90, 94, 68), hat="field", hat_colour=(80, 84, 58), belt=(54, 44, 34))
SAND = Dress(
    (198, 178, 136), (190, 170, 128), boots=(122, 98, 68), hat="field", hat_colour=(182, 162, 120)
)


def clouds(plane: Plane, colour: Colour, seed: int, low: float = 0.45, high: float = 0.75) -> Plane:
    """Clouds over the whole plane, lying flatter than they are wide."""
    height, width = plane.shape[:2]
    return tint(plane, colour, slope(noise(width, height, (460, 130), seed, 5), low, high))


def ridge(picture: Image.Image, base: float, rise: float, colour: Colour, seed: int) -> None:
    """Hills along the horizon."""
    steps = picture.width // 24
    coarse = noise(steps + 1, 1, (14, 1), seed, 4)[0]
    tops = [(index * 24.0, base - rise * float(high)) for index, high in enumerate(coarse)]
    paint(picture, poly((0, base + 6), *tops, (picture.width + 24, base + 6)), colour, soft=1)


def joints(picture: Image.Image, horizon: float, vanishing: float, colour: Colour) -> None:
    """The seams between concrete slabs, running to a vanishing point."""
    base = picture.height
    seams = [poly((vanishing, horizon), (x, base), (x + 7, base)) for x in range(-2400, 3800, 330)]
    for depth in (1.0, 1.5, 2.2, 3.3, 5.0, 8.0, 13.0, 22.0):
        y = horizon + (base - horizon) / depth * 0.92
        seams.append(box(0, y, picture.width, y + 4 / depth + 0.6))
    paint(picture, seams, colour, opacity=0.5)


def apron(plane: Plane, horizon: int, light: Colour, dark: Colour, seed: int) -> Plane:
    """Worn concrete from the horizon down."""
    height, width = plane.shape[:2]
    worn = ground(width, height, horizon, 160, seed)
    lit, dim = np.array(light, np.float32), np.array(dark, np.float32)
    plane[horizon:] = lit + (dim - lit) * worn[horizon:, :, None]
    return plane


STAR = (
    (0.0, -1.0), (0.24, -0.32), (0.95, -0.31), (0.38, 0.12), (0.59, 0.81),
    (0.0, 0.40), (-0.59, 0.81), (-0.38, 0.12), (-0.95, -0.31), (-0.24, -0.32),
)  # fmt: skip


def star(picture: Image.Image, x: float, y: float, radius: float, colour: Colour) -> None:
    """A five-pointed star."""
    paint(picture, poly(*((x + dx * radius, y + dy * radius) for dx, dy in STAR)), colour)
