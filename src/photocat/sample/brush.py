"""Brushes and darkroom for the sample gallery: noise, washes, shaded shapes, grain.

All arithmetic is elementwise ``+ - * /`` on float32 and whole numbers, and all chance comes from
the raw PCG64 stream, whose values NumPy promises never to change: the same Pillow draws the same
bytes on every machine.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

Colour: TypeAlias = tuple[float, float, float]
Point: TypeAlias = tuple[float, float]
Plane: TypeAlias = NDArray[np.float32]

LABEL = "drawn for photocat"
_SUPERSAMPLE = 3


# Noise


def chance(rows: int, columns: int, seed: int) -> Plane:
    """Uniform values in [0, 1), shaped (rows, columns)."""
    words = np.random.PCG64(seed).random_raw((rows * columns + 3) // 4)
    halves = words.astype("<u8").view("<u2")[: rows * columns]
    return halves.reshape(rows, columns).astype(np.float32) / np.float32(65536)


def _stretch(grid: Plane, height: int, width: int) -> Plane:
    """The grid enlarged to height x width, smooth between its points."""

    def steps(cells: int, length: int) -> tuple[NDArray[np.int64], Plane]:
        at = np.arange(length, dtype=np.float32) * np.float32(cells / length)
        whole = at.astype(np.int64)
        part = at - whole.astype(np.float32)
        return whole, part * part * (3 - 2 * part)

    row, down = steps(grid.shape[0] - 1, height)
    column, across = steps(grid.shape[1] - 1, width)
    tall = grid[row] + (grid[row + 1] - grid[row]) * down[:, None]
    left = tall[:, column]
    return left + (tall[:, column + 1] - left) * across


def noise(width: int, height: int, cell: Point, seed: int, octaves: int = 3) -> Plane:
    """Value noise in [0, 1), shaped (height, width); ``cell`` is its coarsest grain in pixels."""
    total = np.zeros((height, width), np.float32)
    weight, sum_of_weights = 1.0, 0.0
    for octave in range(octaves):
        columns = max(1, round(width / max(cell[0] / 2**octave, 1)))
        rows = max(1, round(height / max(cell[1] / 2**octave, 1)))
        total += weight * _stretch(chance(rows + 1, columns + 1, seed + octave), height, width)
        sum_of_weights += weight
        weight /= 2
    return total / np.float32(sum_of_weights)


# Washes: whole backgrounds as (height, width, 3) planes of 0 to 255


def wash(width: int, height: int, *stops: tuple[float, Colour]) -> Plane:
    """A vertical gradient through the stops (share of the height from the top, colour)."""
    rows = np.arange(height, dtype=np.float32) / np.float32(height - 1)
    out = np.empty((height, 3), np.float32)
    out[:] = stops[0][1]
    for (above, first), (below, second) in zip(stops, stops[1:], strict=False):
        part = np.clip((rows - np.float32(above)) / np.float32(below - above), 0, 1)[:, None]
        change = np.array(second, np.float32) - np.array(first, np.float32)
        out += part * change
    return np.repeat(out[:, None, :], width, axis=1)


def tint(plane: Plane, colour: Colour, amount: Plane) -> Plane:
    """The plane mixed towards a colour by ``amount`` (height, width) in [0, 1]."""
    return plane + (np.array(colour, np.float32) - plane) * amount[..., None]


def slope(values: Plane, low: float, high: float) -> Plane:
    """0 below ``low``, 1 above ``high``, smooth between."""
    part = np.clip((values - np.float32(low)) / np.float32(high - low), 0, 1)
    return part * part * (3 - 2 * part)


def spot(width: int, height: int, centre: Point, radius: Point) -> Plane:
    """A soft round light: 1 at the centre, 0 from the radius outwards."""
    x = (np.arange(width, dtype=np.float32) - np.float32(centre[0])) / np.float32(radius[0])
    y = (np.arange(height, dtype=np.float32) - np.float32(centre[1])) / np.float32(radius[1])
    near = np.clip(1 - (x * x)[None, :] - (y * y)[:, None], 0, 1)
    return near * near


def ground(width: int, height: int, horizon: float, grain: float, seed: int) -> Plane:
    """Noise lying on a plane that recedes to the horizon; (height, width), for rows below it.

    ``grain`` is the coarsest grain, in pixels at the bottom of the picture.
    """
    table = chance(257, 257, seed)
    rows = np.arange(height, dtype=np.float32) - np.float32(horizon)
    depth = np.float32(height - horizon) / np.maximum(rows, 4)
    out = np.zeros((height, width), np.float32)
    first = max(0, int(horizon))
    x = np.arange(width, dtype=np.float32) - np.float32(width / 2)
    across = x[None, :] * depth[first:, None] / np.float32(grain) + 4096
    along = depth[first:, None] * np.float32((height - horizon) / grain) * 2
    for octave, weight in ((1, 0.55), (3, 0.3), (7, 0.15)):
        u, v = across * octave, along * octave
        column, row = u.astype(np.int64), v.astype(np.int64)
        s, t = u - column, v - row
        s, t = s * s * (3 - 2 * s), t * t * (3 - 2 * t)
        column, row = column & 255, row & 255
        top = table[row, column] + (table[row, column + 1] - table[row, column]) * s
        base = table[row + 1, column] + (table[row + 1, column + 1] - table[row + 1, column]) * s
        out[first:] += np.float32(weight) * (top + (base - top) * t)
    return out


def to_picture(plane: Plane) -> Image.Image:
    """The (height, width, 3) plane as an RGB picture."""
    return Image.fromarray(np.clip(plane, 0, 255).astype(np.uint8), "RGB")


# Shapes


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled outline in pixels: a polygon, or the oval in the box of its two points."""

    points: tuple[Point, ...]
    oval: bool = False


def poly(*points: Point) -> Shape:
    """A polygon."""
    return Shape(points)


def box(left: float, top: float, right: float, bottom: float) -> Shape:
    """An upright rectangle."""
    return Shape(((left, top), (right, top), (right, bottom), (left, bottom)))


def oval(x: float, y: float, rx: float, ry: float) -> Shape:
    """An ellipse about (x, y)."""
    return Shape(((x - rx, y - ry), (x + rx, y + ry)), oval=True)


def limb(start: Point, end: Point, first: float, last: float) -> tuple[Shape, ...]:
    """A tapering bar with round ends, ``first`` and ``last`` its widths."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    nx, ny = -dy / length / 2, dx / length / 2
    return (
        poly(
            (start[0] + nx * first, start[1] + ny * first),
            (end[0] + nx * last, end[1] + ny * last),
            (end[0] - nx * last, end[1] - ny * last),
            (start[0] - nx * first, start[1] - ny * first),
        ),
        oval(*start, first / 2, first / 2),
        oval(*end, last / 2, last / 2),
    )


def paint(
    picture: Image.Image,
    shapes: Shape | Iterable[Shape],
    colour: Colour,
    *,
    relief: float = 0.0,
    light: Point = (-1.0, -1.0),
    soft: float = 0.0,
    opacity: float = 1.0,
    below: Colour | None = None,
    rough: float = 0.0,
    seed: int = 1,
) -> None:
    """Lay the shapes on the picture as one smooth-edged patch.

    ``relief`` rounds the patch, lit from ``light``; ``soft`` blurs its edge by so many pixels;
    ``below`` makes the colour change downwards; ``rough`` adds a grain of so many levels.
    """
    group = (shapes,) if isinstance(shapes, Shape) else tuple(shapes)
    margin = int(soft * 2) + 4
    xs = [x for shape in group for x, _ in shape.points]
    ys = [y for shape in group for _, y in shape.points]
    left, top = max(0, int(min(xs)) - margin), max(0, int(min(ys)) - margin)
    right = min(picture.width, int(max(xs)) + margin + 1)
    bottom = min(picture.height, int(max(ys)) + margin + 1)
    if right <= left or bottom <= top:
        return
    mask = _mask(group, (left, top, right, bottom))
    patch = _fill(mask, colour, below, (min(ys) - top, max(ys) - top))
    if relief:
        patch *= 1 + relief * _relief(mask, light)[..., None]
    if rough:
        patch += (rough * (chance(mask.height, mask.width, seed) - np.float32(0.5)))[..., None]
    if soft:
        mask = mask.filter(ImageFilter.GaussianBlur(soft))
    if opacity < 1:
        mask = mask.point([int(level * opacity) for level in range(256)])
    picture.paste(to_picture(patch), (left, top), mask)


def _mask(shapes: Sequence[Shape], frame: tuple[int, int, int, int]) -> Image.Image:
    left, top, right, bottom = frame
    scale = _SUPERSAMPLE
    mask = Image.new("L", ((right - left) * scale, (bottom - top) * scale))
    pen = ImageDraw.Draw(mask)
    for shape in shapes:
        points = [((x - left) * scale, (y - top) * scale) for x, y in shape.points]
        if shape.oval:
            (x1, y1), (x2, y2) = points
            pen.ellipse((min(x1, x2), y1, max(x1, x2), y2), fill=255)
        else:
            pen.polygon(points, fill=255)
    return mask.reduce(scale)


def _fill(mask: Image.Image, colour: Colour, below: Colour | None, span: Point) -> Plane:
    patch = np.empty((mask.height, mask.width, 3), np.float32)
    patch[:] = colour
    if below is not None:
        rows = (np.arange(mask.height, dtype=np.float32) - np.float32(span[0])) / np.float32(
            max(span[1] - span[0], 1)
        )
        change = np.array(below, np.float32) - np.array(colour, np.float32)
        patch += (np.clip(rows, 0, 1)[:, None] * change)[:, None, :]
    return patch


def _relief(mask: Image.Image, light: Point) -> Plane:
    """How far each point of the patch faces the light, from about -1 to 1."""
    radius = max(1.0, min(mask.size) / 7)
    height = np.asarray(mask.filter(ImageFilter.GaussianBlur(radius)), np.float32) / np.float32(255)
    step = max(1, int(radius / 2))
    padded = np.pad(height, step, mode="edge")
    rise_x = padded[step:-step, 2 * step :] - padded[step:-step, : -2 * step]
    rise_y = padded[2 * step :, step:-step] - padded[: -2 * step, step:-step]
    return (-light[0] * rise_x - light[1] * rise_y) * np.float32(1.6)


def glow(picture: Image.Image, centre: Point, radius: Point, colour: Colour, amount: float) -> None:
    """Add a soft round light."""
    left, top = max(0, int(centre[0] - radius[0])), max(0, int(centre[1] - radius[1]))
    right = min(picture.width, int(centre[0] + radius[0]))
    bottom = min(picture.height, int(centre[1] + radius[1]))
    if right <= left or bottom <= top:
        return
    part = np.asarray(picture.crop((left, top, right, bottom)), np.float32)
    lamp = spot(right - left, bottom - top, (centre[0] - left, centre[1] - top), radius)
    lit = part + (lamp * np.float32(amount))[..., None] * np.array(colour, np.float32)
    picture.paste(to_picture(lit), (left, top))


# Darkroom


def develop(picture: Image.Image, seed: int, grain: float = 14.0, blur: float = 0.6) -> Image.Image:
    """The finished picture: a lens's softness and vignette, film grain, and the label."""
    if blur:
        picture = picture.filter(ImageFilter.GaussianBlur(blur))
    width, height = picture.size
    plane = np.asarray(picture, np.float32)
    speckle = chance(height, width, seed) + chance(height, width, seed + 1) - 1
    vignette = np.float32(0.80) + np.float32(0.22) * spot(
        width, height, (width / 2, height / 2), (width * 0.95, height * 0.95)
    )
    plane = plane * vignette[..., None] + (speckle * np.float32(grain))[..., None]
    return _labelled(to_picture(plane))


def _labelled(picture: Image.Image) -> Image.Image:
    font = ImageFont.load_default(17)
    left, top, right, bottom = font.getbbox(LABEL)
    width, height = int(right - left) + 16, int(bottom - top) + 12
    strip = Image.new("RGB", (width, height), (24, 24, 26))
    ImageDraw.Draw(strip).text((8 - left, 6 - top), LABEL, font=font, fill=(226, 222, 210))
    picture.paste(strip, (0, picture.height - height))
    return picture
