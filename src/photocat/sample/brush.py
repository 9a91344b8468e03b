"""Brushes and darkroom for the sample gallery: shaded shapes, lights, grain, the label."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from photocat.sample.noise import Colour, Plane, Point, chance, spot

LABEL = "drawn for photocat"
_SUPERSAMPLE = 3


def to_picture(plane: Plane) -> Image.Image:
    """The (height, width, 3) plane as an RGB picture."""
    return Image.fromarray(np.clip(plane, 0, 255).astype(np.uint8), "RGB")


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


def arch(x: float, base: float, rx: float, ry: float) -> Shape:
    """The upper half of an ellipse standing on ``base``."""
    shares = [step / 10 for step in range(-10, 11)]
    return poly(*((x + rx * share, base - ry * (1 - share * share) ** 0.5) for share in shares))


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
        speckle = chance(mask.height, mask.width, seed) - np.float32(0.5)
        patch += (np.float32(rough) * speckle)[..., None]
    if soft:
        mask = mask.filter(ImageFilter.GaussianBlur(soft))
    if opacity < 1:
        mask = mask.point([int(level * opacity) for level in range(256)])
    picture.paste(to_picture(patch), (left, top), mask)


def stencil(size: tuple[int, int], shapes: Iterable[Shape], soft: float = 0.0) -> Image.Image:
    """A mask of the picture's size, for pasting one picture into another."""
    mask = _mask(tuple(shapes), (0, 0, *size))
    return mask.filter(ImageFilter.GaussianBlur(soft)) if soft else mask


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
    rounded = mask.filter(ImageFilter.BoxBlur(radius))
    height: Plane = np.asarray(rounded, np.float32) / np.float32(255)
    step = max(1, int(radius / 2))
    padded: Plane = np.pad(height, step, mode="edge")
    rise_x = padded[step:-step, 2 * step :] - padded[step:-step, : -2 * step]
    rise_y = padded[2 * step :, step:-step] - padded[: -2 * step, step:-step]
    towards_x, towards_y = np.float32(-1.6 * light[0]), np.float32(-1.6 * light[1])
    facing: Plane = rise_x * towards_x + rise_y * towards_y
    return facing


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


def develop(picture: Image.Image, seed: int, grain: float = 14.0) -> Image.Image:
    """The finished picture: a lens's softness and vignette, film grain, and the label."""
    picture = picture.filter(ImageFilter.BoxBlur(0.5))
    width, height = picture.size
    speckle = chance(height, width, seed)
    speckle += chance(height, width, seed + 1) - np.float32(1)
    vignette = np.float32(0.80) + np.float32(0.22) * spot(
        width, height, (width / 2, height / 2), (width * 0.95, height * 0.95)
    )
    plane = np.array(picture, np.float32)
    plane *= vignette[..., None]
    plane += (speckle * np.float32(grain))[..., None]
    return _labelled(to_picture(plane))


def _labelled(picture: Image.Image) -> Image.Image:
    font = ImageFont.load_default(17)
    left, top, right, bottom = font.getbbox(LABEL)
    width, height = int(right - left) + 16, int(bottom - top) + 12
    strip = Image.new("RGB", (width, height), (24, 24, 26))
    ImageDraw.Draw(strip).text((8 - left, 6 - top), LABEL, font=font, fill=(226, 222, 210))
    picture.paste(strip, (0, picture.height - height))
    return picture
