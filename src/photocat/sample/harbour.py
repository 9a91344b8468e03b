"""The gallery's scenes at the port: the corvette, and the port as a satellite sees it."""

from itertools import pairwise

import numpy as np
from PIL import Image

from photocat.sample.brush import (
    Shape,
    box,
    develop,
    glow,
    limb,
    oval,
    paint,
    poly,
    stencil,
    to_picture,
)
from photocat.sample.noise import Colour, chance, noise, slope, tint, wash
from photocat.sample.scenery import HEIGHT, WIDTH, clouds, ridge


def corvette() -> Image.Image:
    """A grey corvette at anchor off a breakwater, a calm hazy morning."""
    sky = wash(WIDTH, HEIGHT, (0, (128, 172, 204)), (0.45, (232, 230, 214)))
    plane = clouds(sky, (246, 244, 238), 611, 0.5, 0.8)
    sea = wash(WIDTH, HEIGHT, (0.44, (156, 186, 190)), (1, (18, 62, 84)))
    plane[360:] = sea[360:]
    for first, cell in ((360, 3.0), (420, 7.0), (520, 14.0), (640, 26.0)):
        rows = HEIGHT - first
        swell = noise(WIDTH, rows, (cell * 9, cell), 621 + first, 2)
        fade = slope(wash(WIDTH, rows, (0, (0, 0, 0)), (0.25, (1, 0, 0)))[..., 0], 0, 1)
        part = tint(plane[first:], (206, 224, 222), slope(swell, 0.58, 0.9) * fade * 0.6)
        plane[first:] = tint(part, (8, 44, 62), slope(swell, 0.55, 0.15) * fade * 0.45)
    picture = to_picture(plane)
    ridge(picture, 362, 96, (176, 190, 196), 631)
    ridge(picture, 362, 30, (150, 160, 160), 637)
    _waterfront(picture)
    _breakwater(picture)
    _warship(picture)
    glow(picture, (300, 560), (330, 200), (80, 70, 44), 0.5)
    return develop(picture, 641)


def _waterfront(picture: Image.Image) -> None:
    """A pale town and two cranes along the far shore."""
    for index, (x, tall) in enumerate(
        zip(*(chance(1, 60, 651 + s)[0] for s in (0, 1)), strict=True)
    ):
        left, top = float(x) * WIDTH, 358 - 8 - 34 * float(tall)
        level = 176 + 44 * float(tall)
        paint(
            picture, box(left, top, left + 26 + index % 4 * 9, 362), (level, level - 4, level - 14)
        )
    for x in (96, 176):
        for line in (
            ((x, 362), (x + 12, 270)),
            ((x + 30, 362), (x + 14, 270)),
            ((x - 44, 276), (x + 70, 268)),
        ):
            paint(picture, limb(*line, 5, 5), (110, 122, 132))


def _breakwater(picture: Image.Image) -> None:
    """A mole of boulders coming in from the left, a small lighthouse at its end."""
    paint(picture, poly((0, 420), (270, 404), (300, 424), (0, 470)), (96, 94, 88), soft=2)
    for index, (x, y) in enumerate(zip(*(chance(1, 110, 661 + s)[0] for s in (0, 1)), strict=True)):
        at = float(x) * 290
        level = 92 + 70 * float(y)
        stone = oval(at, 452 - at * 0.12 - float(y) * 34, 13, 8)
        paint(picture, stone, (level, level - 4, level - 12), relief=0.9, seed=670 + index)
    paint(
        picture, poly((246, 408), (254, 296), (282, 296), (290, 408)), (232, 230, 224), relief=0.6
    )
    paint(picture, poly((250, 356), (252, 326), (284, 326), (286, 356)), (186, 60, 50), relief=0.6)
    paint(picture, box(252, 274, 284, 298), (60, 64, 68))
    paint(picture, poly((248, 276), (268, 256), (288, 276)), (186, 60, 50))


def _warship(picture: Image.Image) -> None:
    hull: Colour = (138, 150, 160)
    high: Colour = (158, 170, 178)
    for y in range(566, 700, 9):
        reach = (y - 560) * 1.3
        paint(
            picture,
            box(430 + reach * 0.5, y, 1140 - reach, y + 6),
            (38, 62, 76),
            soft=3,
            opacity=0.55,
        )
    paint(picture, poly((384, 476), (1150, 484), (1150, 560), (452, 562)), hull,
          below=(92, 104, 116), relief=0.5, light=(0, -1), rough=8)  # fmt: skip
    paint(picture, poly((448, 552), (1150, 550), (1150, 564), (454, 566)), (96, 44, 42))
    paint(picture, poly((566, 478), (600, 408), (770, 404), (776, 482)), high, relief=0.5)
    paint(picture, poly((620, 406), (640, 350), (744, 348), (752, 406)), high, relief=0.5)
    for x in range(650, 740, 18):
        paint(picture, box(x, 366, x + 11, 378), (34, 44, 52))
    paint(
        picture, poly((690, 350), (706, 196), (718, 196), (738, 350)), (120, 132, 142), relief=0.6
    )
    for y, reach in ((230, 26), (268, 40), (306, 30)):
        paint(picture, limb((712 - reach, y), (712 + reach, y), 5, 5), (96, 106, 116))
    paint(picture, oval(712, 200, 22, 12), (176, 184, 190), relief=0.8)
    paint(picture, limb((712, 190), (712, 128), 5, 2), (96, 106, 116))
    paint(picture, poly((820, 484), (836, 404), (914, 404), (922, 484)), high, relief=0.5)
    paint(picture, poly((842, 406), (850, 368), (892, 368), (900, 406)), (70, 76, 82), relief=0.6)
    paint(picture, poly((960, 486), (972, 440), (1060, 442), (1064, 486)), high, relief=0.5)
    paint(picture, oval(508, 462, 34, 26), high, relief=0.8)
    paint(picture, limb((490, 456), (412, 438), 9, 6), (110, 120, 128), relief=0.5)
    for x in range(600, 1140, 44):
        paint(picture, oval(x, 520, 4, 4), (48, 56, 64))
    for x, digit in ((486, box(0, 0, 26, 5)), (486, box(21, 0, 26, 40)), (524, box(0, 0, 6, 40))):
        shape = poly(*((x + dx, 500 + dy) for dx, dy in digit.points))
        paint(picture, shape, (226, 230, 232))
    paint(picture, limb((418, 500), (352, 590), 4, 3), (34, 38, 42))
    for line in (((1140, 486), (1140, 410)), ((712, 140), (1140, 420)), ((712, 140), (430, 474))):
        paint(picture, limb(*line, 2, 2), (80, 88, 96), opacity=0.7)
    for index, colour in enumerate(((226, 226, 224), (52, 80, 156), (176, 50, 46))):
        paint(picture, box(1142, 412 + index * 10, 1186, 422 + index * 10), colour)


_COAST = (
    (720, -10), (684, 90), (712, 190), (650, 270), (668, 360), (566, 440), (606, 520),
    (548, 600), (476, 690), (486, 810),
)  # fmt: skip


def port_from_space() -> Image.Image:
    """A naval port straight from above: moles, piers, ships, sheds, streets and fields."""
    land = wash(WIDTH, HEIGHT, (0, (168, 150, 118)), (1, (150, 136, 104)))
    picture = to_picture(
        tint(land, (92, 98, 68), slope(noise(WIDTH, HEIGHT, (150, 150), 711, 5), 0.4, 0.75))
    )
    _fields(picture)
    _streets(picture)
    deep = wash(WIDTH, HEIGHT, (0, (26, 66, 90)), (1, (10, 36, 58)))
    waves = noise(WIDTH, HEIGHT, (34, 14), 741, 3)
    sea = to_picture(tint(deep, (84, 122, 136), slope(waves, 0.5, 0.95) * np.float32(0.35)))
    shallow = to_picture(wash(WIDTH, HEIGHT, (0, (86, 132, 134)), (1, (58, 104, 112))))
    picture.paste(shallow, mask=stencil(picture.size, [poly((-20, -20), *_COAST, (-20, 820))], 2))
    offshore = [(x - 26, y) for x, y in _COAST]
    picture.paste(sea, mask=stencil(picture.size, [poly((-20, -20), *offshore, (-20, 820))], 14))
    _moles(picture)
    for ship in _SHIPS:
        _ship(picture, *ship)
    veil = slope(noise(WIDTH, HEIGHT, (560, 420), 757, 5), 0.6, 0.9) * np.float32(0.8)
    plane = np.asarray(picture, np.float32)
    return develop(to_picture(tint(plane, (238, 240, 242), veil)), 761, grain=6)


_SHIPS = (
    (452, 330, 84, 0.97, 0.24), (446, 368, 66, 0.97, 0.24), (392, 486, 96, 0.94, 0.34),
    (250, 270, 124, 0.5, 0.86), (116, 600, 104, 0.2, 0.98), (516, 232, 60, 0.97, 0.24),
    (352, 96, 70, 0.8, -0.6),
)  # fmt: skip
"""Middle, length and heading of every ship."""


def _ship(picture: Image.Image, x: float, y: float, length: float, dx: float, dy: float) -> None:
    def at(along: float, across: float) -> tuple[float, float]:
        return x + (dx * along - dy * across) * length, y + (dy * along + dx * across) * length

    def deck(*points: tuple[float, float]) -> Shape:
        return poly(*(at(*point) for point in points))

    hull = ((0.5, 0.0), (0.34, 0.075), (-0.46, 0.07), (-0.5, 0.04))
    outline = (*hull, *((along, -across) for along, across in reversed(hull[1:])))
    shadow = poly(*((px + 5, py + 5) for px, py in deck(*outline).points))
    paint(picture, shadow, (8, 24, 36), soft=3, opacity=0.7)
    paint(picture, deck(*outline), (176, 182, 186), relief=0.4)
    paint(picture, deck((0.16, 0.05), (0.16, -0.05), (-0.2, -0.05), (-0.2, 0.05)), (226, 228, 228))
    paint(picture, deck((0.02, 0.03), (0.02, -0.03), (-0.08, -0.03), (-0.08, 0.03)), (96, 104, 112))


def _fields(picture: Image.Image) -> None:
    """Strips of farmland, turned a little against the frame."""
    shades = ((112, 118, 74), (186, 164, 118), (84, 98, 62), (152, 124, 88), (132, 132, 92))
    lots = chance(1, 120, 721)[0]
    for index in range(60):
        column, row = index % 6, index // 6
        x, y = 820 + column * 78 + row * 9, -30 + row * 88 - column * 12
        wide, tall = 60 + 16 * float(lots[index]), 74
        colour = shades[int(lots[60 + index] * len(shades))]
        plot = poly((x, y), (x + wide, y - 9), (x + wide + 9, y + tall - 9), (x + 9, y + tall))
        paint(picture, plot, colour, opacity=0.85, rough=22, seed=723 + index)


def _streets(picture: Image.Image) -> None:
    """Coast road, quays, sheds and tanks between the water and the fields."""
    for width, colour in ((30, (120, 110, 92)), (9, (204, 196, 178))):
        line = [(x + 118, y) for x, y in _COAST]
        for start, end in pairwise(line):
            paint(picture, limb(start, end, width, width), colour)
    for index, (a, b, c) in enumerate(
        zip(*(chance(1, 150, 731 + s)[0] for s in (0, 1, 2)), strict=True)
    ):
        y = float(a) * HEIGHT
        shore = next(x0 + (x1 - x0) * (y - y0) / (y1 - y0)
                     for (x0, y0), (x1, y1) in pairwise(_COAST)
                     if y0 <= y <= y1)  # fmt: skip
        x = shore + 22 + float(b) * 170
        wide, tall = 14 + 26 * float(c), 9 + index % 3 * 5
        level = 150 + 90 * float(c)
        paint(picture, box(x + 4, y + 4, x + wide + 4, y + tall + 4), (60, 56, 50), opacity=0.7)
        roof = (level, level - 6, level - 14) if index % 4 else (168, 96, 74)
        paint(picture, box(x, y, x + wide, y + tall), roof)
    for x, y in ((760, 640), (800, 652), (770, 684), (812, 694), (744, 604), (786, 612)):
        paint(picture, oval(x + 4, y + 4, 16, 16), (60, 56, 50), opacity=0.7)
        paint(picture, oval(x, y, 16, 16), (222, 222, 216), relief=0.5)


def _moles(picture: Image.Image) -> None:
    """Two breakwaters that hold the basin, and the piers within."""
    stone = (186, 178, 162)
    for path, width in (
        (((690, 108), (470, 120), (330, 190), (296, 330)), 15),
        (((548, 600), (390, 612), (300, 540), (284, 450)), 15),
        (((660, 304), (470, 346)), 13), (((668, 366), (440, 420)), 11),
        (((690, 196), (500, 254)), 11),
        (((590, 490), (396, 520)), 17),
    ):  # fmt: skip
        for start, end in pairwise(path):
            low = (start[0] + 4, start[1] + 5), (end[0] + 4, end[1] + 5)
            paint(picture, limb(*low, width, width), (12, 34, 48), soft=3, opacity=0.6)
        for start, end in pairwise(path):
            paint(picture, limb(start, end, width, width), stone, rough=30)
