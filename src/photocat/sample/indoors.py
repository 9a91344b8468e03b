"""The gallery's scenes under a roof: the canteen, the shop, the ballot."""

from dataclasses import replace

from PIL import Image

from photocat.sample.brush import box, develop, glow, limb, oval, paint, poly, to_picture
from photocat.sample.figures import AT_EASE, FROM_BEHIND, REACH, STAND, Dress, person
from photocat.sample.noise import Colour, chance, noise, wash
from photocat.sample.scenery import GREEN, HEIGHT, WIDTH

COOK = Dress(
    (232, 232, 228), (70, 74, 84), hat="cook", hat_colour=(246, 246, 242), apron=(250, 250, 246)
)
SOLDIER = replace(GREEN, hat="bun", hat_colour=(74, 46, 30), hair=(74, 46, 30))
SAILOR = Dress((30, 38, 66), (24, 30, 52), hat="sailor", hat_colour=(238, 238, 236))


def canteen() -> Image.Image:
    """A worker lays long tables in a bright hall, daylight from a row of windows."""
    plane = wash(WIDTH, HEIGHT, (0, (214, 210, 196)), (0.42, (232, 226, 208)))
    picture = to_picture(plane)
    vanishing = (760.0, 300.0)
    paint(picture, poly((0, 0), (1200, 0), (900, 190), (640, 190)), (196, 192, 182), rough=8)
    paint(picture, poly((0, 800), (1200, 800), (900, 400), (640, 400)), (150, 132, 112),
          below=(186, 166, 140), rough=14)  # fmt: skip
    paint(picture, poly((1200, 0), (900, 190), (900, 400), (1200, 800)), (168, 166, 152), rough=8)
    paint(picture, box(640, 190, 900, 400), (206, 200, 180), rough=8)
    paint(picture, box(690, 250, 790, 330), (70, 74, 74))
    paint(picture, box(690, 326, 790, 400), (176, 172, 164))
    for near, far in ((0.02, 0.30), (0.42, 0.60), (0.68, 0.80), (0.86, 0.94)):
        _window(picture, near, far)
    for share in (0.25, 0.55, 0.78):
        x, y = 560 + (vanishing[0] - 560) * share, (vanishing[1] - 240) * share
        wide = 190 * (1 - share) + 18
        paint(picture, oval(x, y + 26, wide, 9 * (1 - share) + 2), (252, 252, 246), soft=2)
    for row in range(5, -1, -1):
        share = 1 - 1 / (1 + 0.42 * row)
        for x in (150.0, 760.0):
            _table(picture, x, 640.0, share, row)
    paint(picture, oval(590, 778, 120, 14), (96, 82, 68), soft=8, opacity=0.7)
    person(picture, REACH, COOK, (600, 778), 520, light=(-1, -0.4), left=True)
    colleague = replace(COOK, apron=None)
    person(picture, STAND, colleague, (846, 420), 150, light=(-1, -0.4))
    glow(picture, (80, 300), (560, 420), (70, 66, 52), 0.7)
    return develop(picture, 841)


def _window(picture: Image.Image, near: float, far: float) -> None:
    """A window in the left wall, between two shares of its depth."""

    def edge(share: float) -> tuple[float, float, float]:
        return 640 * share, 60 + (220 - 60) * share, 520 + (352 - 520) * share

    (x1, top1, base1), (x2, top2, base2) = edge(near), edge(far)
    pane = poly((x1, top1), (x2, top2), (x2, base2), (x1, base1))
    paint(picture, pane, (252, 252, 246), below=(206, 224, 232))
    middle = (x1 + x2) / 2
    bar = (130, 126, 118)
    paint(picture, limb((middle, (top1 + top2) / 2), (middle, (base1 + base2) / 2), 9, 9), bar)
    paint(picture, limb((x1, (top1 + base1) / 2), (x2, (top2 + base2) / 2), 7, 6), bar)
    for start, end in (
        ((x1, top1), (x2, top2)),
        ((x2, top2), (x2, base2)),
        ((x1, base1), (x2, base2)),
    ):
        paint(picture, limb(start, end, 10, 8), (168, 162, 150))


def _table(picture: Image.Image, x: float, y: float, share: float, row: int) -> None:
    """A laid table; ``share`` of the way to the vanishing point."""
    near = 1 - share
    left, top = x + (760 - x) * share - 200 * near, y + (330 - y) * share
    wide, deep, fall = 440 * near, 74 * near, 120 * near
    lean = (760 - left) / 760 * 60 * near
    for corner in (left + 14 * near, left + wide - 26 * near):
        paint(picture, box(corner, top + deep, corner + 12 * near, top + deep + fall), (92, 80, 70))
    cloth = poly((left + lean, top), (left + wide + lean * 0.4, top), (left + wide, top + deep),
                 (left, top + deep))  # fmt: skip
    paint(picture, cloth, (240, 240, 236), below=(222, 226, 232))
    drop = box(left, top + deep, left + wide, top + deep + 40 * near)
    paint(picture, drop, (110, 138, 176), below=(84, 108, 146), rough=12, seed=850 + row)
    for seat in range(4):
        at = left + lean * 0.5 + wide * (0.14 + seat * 0.24), top + deep * 0.52
        paint(
            picture, oval(at[0] + 4 * near, at[1] + 4 * near, 40 * near, 15 * near), (170, 172, 176)
        )
        paint(picture, oval(*at, 40 * near, 15 * near), (252, 252, 250))
        paint(picture, oval(*at, 26 * near, 9 * near), (226, 228, 228))
        glass = box(at[0] + 44 * near, at[1] - 40 * near, at[0] + 62 * near, at[1])
        paint(picture, glass, (198, 176, 120), relief=0.7, opacity=0.9)


def shop() -> Image.Image:
    """Two women in uniform before a counter, crowded shelves behind it, tube light."""
    picture = to_picture(wash(WIDTH, HEIGHT, (0, (58, 50, 46)), (1, (92, 78, 66))))
    shelves = chance(7, 80, 911)
    for row in range(5):
        top = 60 + row * 96
        paint(picture, box(20, top, 860, top + 90), (44, 34, 30), below=(70, 54, 44))
        x = 26.0
        for index in range(80):
            wide = 15 + 24 * float(shelves[row, index])
            if x + wide > 856:
                break
            _goods(picture, x, top + 84, wide, float(shelves[(row + 2) % 7, index]))
            x += wide + 3
        paint(picture, box(14, top + 84, 866, top + 96), (168, 132, 92), relief=0.5)
    _fridge(picture)
    for x in (240, 640):
        paint(picture, limb((x - 150, 26), (x + 150, 26), 14, 14), (255, 255, 246))
        glow(picture, (x, 40), (330, 260), (52, 54, 48), 0.9)
    seller = Dress((150, 56, 70), (60, 60, 70), hat="bun", hat_colour=(120, 74, 40))
    person(picture, AT_EASE, seller, (500, 700), 470, light=(0, -1))
    paint(picture, box(0, 546, 1200, 580), (206, 188, 156), relief=0.4)
    paint(picture, box(0, 576, 1200, 800), (112, 96, 84), below=(66, 56, 50), rough=12)
    for x in range(60, 1200, 190):
        paint(picture, box(x, 600, x + 160, 790), (136, 116, 100), relief=0.4)
    paint(picture, box(640, 496, 730, 550), (70, 74, 80), relief=0.5)
    paint(picture, box(650, 504, 720, 528), (150, 196, 170))
    for x, tall, left in ((300, 690, False), (860, 660, True)):
        person(picture, FROM_BEHIND, SOLDIER, (x, 960), tall, light=(0, -1), left=left)
    return develop(picture, 941)


_PACKAGES: tuple[Colour, ...] = (
    (188, 44, 44), (216, 160, 50), (52, 104, 150), (70, 130, 76), (224, 220, 206), (130, 70, 120),
    (210, 108, 50),
)  # fmt: skip


def _goods(picture: Image.Image, x: float, base: float, wide: float, kind: float) -> None:
    """One article on a shelf: a box, a bottle or a tin with its label."""
    colour = _PACKAGES[int(kind * 97) % len(_PACKAGES)]
    tall = 34 + 38 * kind
    if int(kind * 997) % 3 == 0:
        paint(
            picture,
            box(x + wide * 0.1, base - tall * 0.7, x + wide * 0.9, base),
            colour,
            relief=0.7,
        )
        paint(
            picture, box(x + wide * 0.35, base - tall, x + wide * 0.65, base - tall * 0.6), colour
        )
    else:
        paint(picture, box(x, base - tall, x + wide, base), colour, relief=0.5)
    paint(picture, box(x + 3, base - tall * 0.5, x + wide - 3, base - tall * 0.25), (236, 230, 214))


def _fridge(picture: Image.Image) -> None:
    """A lit cabinet of drinks at the right."""
    paint(picture, box(900, 40, 1170, 560), (206, 212, 216), relief=0.3)
    paint(picture, box(922, 90, 1148, 540), (226, 244, 250))
    for row in range(4):
        base = 196 + row * 112
        for index in range(8):
            colour = _PACKAGES[(index // 2 + row * 2) % len(_PACKAGES)]
            x = 930 + index * 27
            paint(
                picture,
                (*limb((x + 11, base - 60), (x + 11, base - 8), 20, 22),),
                colour,
                relief=0.7,
            )
            paint(picture, box(x + 7, base - 86, x + 15, base - 60), colour)
        paint(picture, box(922, base, 1148, base + 7), (150, 164, 172))
    paint(picture, box(922, 52, 1148, 82), (44, 92, 160))


def ballot() -> Image.Image:
    """A sailor drops a paper into a ballot box below the portrait of an emperor."""
    plane = wash(WIDTH, HEIGHT, (0, (150, 176, 186)), (0.55, (176, 198, 202)))
    shade = noise(WIDTH, HEIGHT, (600, 500), 1011, 3)
    plane = plane * (0.88 + 0.2 * shade)[..., None]
    picture = to_picture(plane)
    paint(picture, box(0, 470, WIDTH, 640), (96, 72, 54), below=(72, 52, 40), rough=16)
    for x in range(0, WIDTH, 120):
        paint(picture, box(x + 8, 486, x + 112, 628), (112, 84, 62), relief=0.3)
    paint(picture, box(0, 640, WIDTH, HEIGHT), (122, 104, 88), below=(166, 146, 122), rough=14)
    _emperor(picture)
    for x in (800, 1010):
        paint(picture, box(x, 130, x + 190, 690), (228, 226, 220), relief=0.2)
        paint(picture, box(x + 10, 150, x + 180, 690), (84, 84, 92), below=(46, 44, 50))
        for index, colour in enumerate(((226, 226, 224), (58, 84, 156), (178, 52, 48))):
            fold = box(x + 10 + index * 34, 150, x + 44 + index * 34, 640)
            paint(picture, fold, colour, relief=0.5, rough=10)
    paint(picture, oval(640, 752, 200, 16), (70, 58, 50), soft=8, opacity=0.7)
    _ballot_box(picture)
    paint(picture, oval(390, 764, 120, 14), (70, 58, 50), soft=8, opacity=0.7)
    person(picture, REACH, SAILOR, (400, 764), 560, light=(0.8, -0.8))
    paint(
        picture, poly((524, 384), (592, 396), (584, 442), (518, 424)), (250, 250, 246), relief=0.2
    )
    person(picture, AT_EASE, replace(SAILOR, hat="bare"), (1106, 706), 400, light=(0.8, -0.8))
    return develop(picture, 1041)


def _ballot_box(picture: Image.Image) -> None:
    paint(picture, box(540, 470, 730, 750), (236, 238, 240), below=(186, 192, 200), relief=0.3)
    paint(picture, poly((540, 470), (560, 446), (750, 446), (730, 470)), (250, 250, 250))
    paint(picture, poly((730, 470), (750, 446), (750, 730), (730, 750)), (150, 156, 166))
    paint(picture, box(590, 454, 690, 462), (30, 30, 34))
    paint(picture, limb((594, 600), (626, 640), 14, 14), (52, 84, 156))
    paint(picture, limb((626, 640), (684, 552), 14, 14), (52, 84, 156))


def _emperor(picture: Image.Image) -> None:
    """A gilt frame with a dark portrait: curls, moustache, breastplate and sash."""
    paint(picture, box(96, 66, 322, 376), (40, 34, 30), soft=9, opacity=0.7)
    paint(picture, box(84, 46, 310, 356), (196, 154, 66), relief=0.7, rough=20)
    canvas = to_picture(wash(186, 270, (0, (58, 44, 36)), (1, (30, 24, 24))))
    paint(canvas, poly((8, 270), (26, 190), (70, 164), (116, 164), (160, 190), (178, 270)),
          (96, 104, 112), relief=0.9)  # fmt: skip
    paint(canvas, poly((44, 176), (66, 166), (150, 270), (108, 270)), (74, 116, 164), relief=0.4)
    for x, y in ((58, 84), (56, 112), (60, 140), (128, 84), (130, 112), (126, 140), (74, 60),
                 (94, 52), (114, 60)):  # fmt: skip
        paint(canvas, oval(x, y, 19, 20), (34, 24, 20), relief=0.9)
    paint(canvas, oval(93, 110, 32, 44), (206, 160, 126), relief=0.7)
    for x in (80, 106):
        paint(canvas, oval(x, 102, 4, 3), (30, 22, 20))
    paint(
        canvas,
        (*limb((93, 128), (78, 134), 6, 2), *limb((93, 128), (108, 134), 6, 2)),
        (30, 20, 16),
    )
    paint(canvas, box(80, 156, 106, 178), (226, 222, 212), relief=0.5)
    picture.paste(canvas, (104, 66))
