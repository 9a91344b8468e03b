"""The gallery's scenes of prayer and mourning: the march, the cross, the memorial, the chapel."""

from dataclasses import replace

from PIL import Image

from photocat.sample.brush import (
    arch,
    box,
    develop,
    glow,
    limb,
    oval,
    paint,
    poly,
    to_picture,
)
from photocat.sample.figures import BLESS, MARCH, STAND, STRIDE, Dress, person
from photocat.sample.noise import Colour, chance, noise, slope, tint, wash
from photocat.sample.scenery import HEIGHT, SAND, WIDTH, apron, ridge

PRIEST = Dress(
    (30, 28, 32), (0, 0, 0), robe=0.97, hat="tall", hat_colour=(24, 22, 26),
    beard=(150, 144, 136), stole=(204, 166, 74),
)  # fmt: skip


def march() -> Image.Image:
    """Men in sand-coloured uniforms in step past a blessing priest, dark trees behind, noon."""
    plane = wash(WIDTH, HEIGHT, (0, (168, 200, 226)), (0.5, (222, 228, 224)))
    plane = apron(plane, 470, (226, 210, 178), (176, 158, 126), 321)
    picture = to_picture(plane)
    for index, offset in enumerate(chance(1, 13, 331)[0]):
        x, tall = index * 74 - 20, 300 + 120 * float(offset)
        cypress = poly((x - 44, 486), (x - 36, 486 - tall * 0.5), (x, 486 - tall),
                       (x + 36, 486 - tall * 0.5), (x + 44, 486))  # fmt: skip
        paint(picture, cypress, (46, 66, 42), relief=0.7, rough=34, soft=3, seed=340 + index)
    for x in (860, 1010, 1150):
        paint(picture, poly((x - 86, 480), (x - 86, 420), (x, 350), (x + 86, 420), (x + 86, 480)),
              (232, 230, 220), relief=0.35)  # fmt: skip
        paint(picture, poly((x - 18, 480), (x, 408), (x + 18, 480)), (116, 112, 104))
    paint(picture, box(0, 474, WIDTH, 492), (120, 108, 84), soft=4)
    for row, (foot, tall, shift) in enumerate(((620, 330, 46), (690, 400, 0))):
        for index in range(6):
            x = 70 + index * 128 + shift
            paint(picture, oval(x + 30, foot, tall * 0.26, 9), (120, 102, 76), soft=5, opacity=0.7)
            dress = replace(SAND, jacket=(192 + 4 * index, 172 + 3 * row, 130))
            person(picture, MARCH, dress, (x, foot), tall, light=(0.6, -1))
    _lectern(picture)
    paint(picture, oval(1010, 734, 130, 14), (120, 102, 76), soft=7, opacity=0.8)
    person(picture, BLESS, PRIEST, (1000, 734), 452, light=(0.6, -1), left=True)
    return develop(picture, 351)


def _lectern(picture: Image.Image) -> None:
    """A small table with a white cloth, an icon and a candle."""
    paint(picture, box(1088, 560, 1188, 742), (236, 232, 222), below=(182, 176, 164), relief=0.3)
    paint(picture, box(1088, 560, 1188, 580), (206, 168, 80))
    paint(picture, box(1112, 478, 1166, 560), (188, 146, 62), relief=0.5)
    paint(picture, box(1120, 488, 1158, 552), (96, 40, 32))
    paint(picture, oval(1139, 508, 10, 12), (214, 176, 130))
    paint(picture, arch(1139, 552, 17, 34), (60, 66, 104))


def cross() -> Image.Image:
    """A tall eight-pointed cross against the setting sun, soldiers walking along the rise."""
    sky = wash(
        WIDTH, HEIGHT, (0, (58, 44, 86)), (0.35, (172, 82, 84)), (0.62, (250, 158, 70)),
        (0.8, (255, 214, 120)),
    )  # fmt: skip
    streaks = slope(noise(WIDTH, HEIGHT, (700, 40), 411, 4), 0.5, 0.8)
    picture = to_picture(tint(sky, (112, 52, 74), streaks * 0.8))
    glow(picture, (330, 560), (430, 330), (120, 90, 40), 1.0)
    paint(picture, oval(330, 560, 62, 62), (255, 244, 204), soft=4)
    ridge(picture, 640, 90, (120, 62, 58), 431)
    hill = [(x, 640 - 74 * (1 - ((x - 480) / 760) ** 2)) for x in range(-40, 1281, 40)]
    paint(picture, poly((-40, 840), *hill, (1280, 840)), (46, 30, 30), below=(14, 10, 14), rough=14)
    dark = (32, 20, 24)
    for bar in (((300, 90), (300, 590)), ((236, 168), (364, 168)), ((180, 250), (420, 250))):
        paint(picture, limb(*bar, 24, 24), dark, relief=0.5, light=(0, 1))
    paint(picture, limb((240, 430), (362, 476), 24, 24), dark, relief=0.5, light=(0, 1))
    paint(picture, poly((240, 610), (262, 570), (338, 570), (362, 610)), dark)
    walkers = ((640, 584, 250), (800, 598, 258), (968, 622, 262))
    for x, foot, tall in walkers:
        dress = replace(SAND, armband=None)
        person(picture, STRIDE, dress, (x, foot), tall, light=(-1, 0), shade=0.26)
        rifle = limb((x - 34, foot - tall * 0.84), (x + 16, foot - tall * 0.42), 7, 10)
        paint(picture, rifle, (18, 12, 14))
    for index, (x, y) in enumerate(zip(*(chance(1, 150, 441 + s)[0] for s in (0, 1)), strict=True)):
        at = (float(x) * WIDTH, 690 + float(y) * 120)
        lean = 10 - index % 21
        paint(picture, poly(at, (at[0] + lean, at[1] - 46), (at[0] + 5, at[1])), (20, 14, 16))
    return develop(picture, 451, grain=18)


def memorial() -> Image.Image:
    """A pilot's framed portrait among wreaths, a guard on either side, a grey wet day."""
    wall = wash(WIDTH, HEIGHT, (0, (86, 90, 96)), (0.6, (116, 116, 118)), (1, (70, 68, 70)))
    stain = noise(WIDTH, HEIGHT, (90, 320), 511, 4)
    plane = tint(wall, (46, 48, 54), slope(stain, 0.42, 0.8) * 0.8)
    picture = to_picture(plane)
    mortar = [box(0, y, WIDTH, y + 3) for y in range(0, 560, 80)]
    for course in range(7):
        y = course * 80
        mortar += [box(x, y, x + 3, y + 80) for x in range(course % 2 * 90, WIDTH, 180)]
    paint(picture, mortar, (52, 54, 58), opacity=0.8)
    paint(picture, poly((0, 600), (1200, 600), (1200, 800), (0, 800)), (128, 130, 134), rough=14)
    paint(picture, poly((0, 600), (1200, 600), (1200, 612), (0, 612)), (62, 62, 66), soft=4)
    for x, colours in ((120, _TRICOLOUR), (1080, _TRICOLOUR)):
        _flag(picture, x, colours)
    _portrait(picture, (430, 70, 770, 520))
    _flowers(picture)
    guard = Dress(
        (66, 82, 110), (58, 72, 98), hat="peaked", hat_colour=(52, 66, 94), belt=(214, 190, 110)
    )
    for x, left in ((300, False), (900, True)):
        paint(picture, oval(x, 742, 92, 12), (78, 80, 86), soft=6, opacity=0.8)
        person(picture, STAND, guard, (x, 742), 520, light=(-0.2, -1), left=left)
    return develop(picture, 551)


_TRICOLOUR: tuple[Colour, ...] = ((222, 222, 220), (48, 74, 148), (170, 44, 44))


def _flag(picture: Image.Image, x: float, colours: tuple[Colour, ...]) -> None:
    """A flag hanging in folds from a leaning pole."""
    paint(picture, limb((x, 30), (x, 640), 9, 11), (176, 148, 84), relief=0.7)
    for index, colour in enumerate(colours):
        top = 60 + index * 120
        fold = poly((x, top), (x + 86, top + 56), (x + 74, top + 176), (x, top + 120))
        paint(picture, fold, colour, relief=0.5, rough=10)
    for shift in (22, 46, 68):
        fold = poly((x + shift, 80), (x + shift + 9, 84), (x + shift, 470), (x + shift - 8, 460))
        paint(picture, fold, (24, 24, 30), soft=5, opacity=0.35)


def _portrait(picture: Image.Image, frame: tuple[int, int, int, int]) -> None:
    """A framed head and shoulders, a black ribbon across the lower corner."""
    left, top, right, bottom = frame
    paint(picture, box(left - 8, top + 6, right + 26, bottom + 26), (30, 30, 34), soft=10)
    paint(picture, box(left - 22, top - 22, right + 22, bottom + 22), (150, 116, 62), relief=0.5)
    width, height = right - left, bottom - top
    sitter = to_picture(wash(width, height, (0, (226, 230, 234)), (1, (164, 178, 196))))
    pilot = Dress((92, 104, 90), (80, 90, 80), hat="beret", hat_colour=(64, 92, 142))
    person(sitter, STAND, pilot, (width / 2, 1560), 1500, light=(-1, -0.6))
    for x in (-26, 26):
        paint(sitter, oval(width / 2 + x, 186, 8, 5), (52, 38, 32), soft=1)
    paint(sitter, limb((width / 2, 190), (width / 2 + 3, 218), 7, 11), (186, 138, 112), soft=3)
    paint(sitter, limb((width / 2 - 15, 238), (width / 2 + 15, 238), 6, 6), (160, 92, 84), soft=1)
    picture.paste(sitter, (left, top))
    ribbon = poly((right, bottom - 150), (right, bottom - 100), (right - 100, bottom),
                  (right - 150, bottom))  # fmt: skip
    paint(picture, ribbon, (18, 18, 20), relief=0.4)


def _flowers(picture: Image.Image) -> None:
    """Red carnations and fir branches heaped below the portrait."""
    paint(picture, oval(600, 690, 250, 44), (40, 42, 46), soft=14, opacity=0.8)
    for index, (x, y) in enumerate(zip(*(chance(1, 170, 561 + s)[0] for s in (0, 1)), strict=True)):
        across = float(x) * 2 - 1
        at_x, at_y = 600 + across * 230, 690 - float(y) * 132 * (1 - across * across)
        if index % 3:
            red = (150 + 60 * float(y), 22 + 20 * float(x), 34)
            paint(picture, oval(at_x, at_y, 13, 11), red, relief=0.8, rough=40, seed=570 + index)
        else:
            leaf = limb((at_x, at_y), (at_x + across * 50, at_y - 34), 9, 2)
            paint(picture, leaf, (38, 70, 46), relief=0.6)
    for x in (420, 600, 780):
        paint(picture, limb((x, 664), (x - 60, 716), 20, 14), (214, 210, 206), relief=0.6)


def chapel() -> Image.Image:
    """A priest in a small candle-lit chapel, a shaft of daylight from a high window."""
    wide, tall = 800, 1200
    plane = wash(wide, tall, (0, (34, 26, 26)), (0.5, (78, 56, 42)), (1, (46, 34, 30)))
    plane = plane * (0.8 + 0.4 * noise(wide, tall, (200, 260), 1111, 4))[..., None]
    picture = to_picture(plane)
    paint(picture, poly((0, 1200), (120, 900), (680, 900), (800, 1200)), (96, 60, 46), rough=16)
    paint(picture, poly((250, 1200), (330, 900), (470, 900), (550, 1200)), (134, 30, 34), rough=18)
    _screen(picture)
    paint(picture, poly((20, 90), (20, 330), (130, 300), (130, 60)), (255, 250, 226), soft=3)
    paint(picture, limb((75, 76), (75, 316), 8, 8), (70, 54, 44))
    paint(picture, limb((20, 200), (130, 172), 8, 8), (70, 54, 44))
    beam = poly((30, 90), (130, 60), (760, 860), (520, 1060))
    paint(picture, beam, (255, 232, 176), soft=40, opacity=0.20)
    _candles(picture)
    vested = replace(PRIEST, jacket=(188, 150, 70), stole=(236, 214, 150), hat_colour=(40, 30, 30))
    paint(picture, oval(510, 1130, 130, 16), (24, 16, 16), soft=10, opacity=0.8)
    person(picture, STAND, vested, (510, 1130), 640, light=(-1, -0.7))
    for x, y in ((300, 250), (520, 210)):
        paint(picture, limb((x, 0), (x, y), 3, 3), (120, 92, 46))
        paint(picture, oval(x, y + 16, 20, 24), (176, 60, 44), relief=0.9)
        glow(picture, (x, y + 16), (120, 120), (190, 110, 40), 0.8)
    return develop(picture, 1141, grain=20)


def _screen(picture: Image.Image) -> None:
    """The icon screen: two rows of gilt icons and the royal doors."""
    paint(picture, box(110, 360, 690, 910), (120, 84, 40), relief=0.3, rough=18)
    paint(picture, poly((110, 364), (400, 250), (690, 364)), (150, 108, 52), relief=0.4)
    for index in range(6):
        _icon(picture, 134 + index * 92, 392, 72, 120, index)
    for index, x in enumerate((134, 226, 512, 604)):
        _icon(picture, x, 560, 72, 250, index + 2)
    paint(picture, (arch(400, 600, 86, 70), box(314, 600, 486, 908)), (186, 146, 66), relief=0.5)
    paint(picture, (arch(400, 610, 66, 54), box(334, 610, 466, 908)), (90, 30, 30), relief=0.3)
    paint(picture, box(397, 560, 403, 908), (186, 146, 66))


def _icon(picture: Image.Image, x: float, y: float, wide: float, tall: float, index: int) -> None:
    robes: tuple[Colour, ...] = ((140, 40, 40), (44, 60, 110), (58, 92, 62), (110, 64, 96))
    paint(picture, box(x, y, x + wide, y + tall), (214, 172, 84), relief=0.4)
    paint(
        picture, box(x + 7, y + 7, x + wide - 7, y + tall - 7), (196, 152, 66), below=(120, 84, 40)
    )
    middle, head = x + wide / 2, y + 20 + tall * 0.13
    paint(picture, oval(middle, head, 20, 20), (240, 206, 116))
    paint(picture, arch(middle, y + tall - 8, 24, tall * 0.62), robes[index % 4], relief=0.6)
    paint(picture, oval(middle, head + 2, 10, 12), (150, 100, 70), relief=0.5)


def _candles(picture: Image.Image) -> None:
    """A brass stand of thin candles."""
    paint(picture, limb((200, 960), (200, 1140), 22, 34), (176, 132, 58), relief=0.8)
    paint(picture, oval(200, 956, 96, 22), (196, 150, 70), relief=0.8)
    for index, height in enumerate(chance(1, 13, 1151)[0]):
        x = 116 + index * 14
        top = 946 - 40 - 70 * float(height)
        paint(picture, limb((x, top), (x, 952), 6, 6), (232, 208, 150), relief=0.5)
        paint(picture, oval(x, top - 12, 4, 10), (255, 244, 190), soft=1)
        glow(picture, (x, top - 12), (64, 64), (150, 92, 32), 0.55)
    glow(picture, (200, 900), (300, 320), (120, 70, 24), 0.8)
