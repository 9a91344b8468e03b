"""The gallery's scenes on the airfield: the jet, the rank, the patrol."""

from dataclasses import replace

from PIL import Image

from photocat.sample.brush import arch, box, develop, glow, limb, oval, paint, poly, to_picture
from photocat.sample.figures import AT_EASE, FROM_BEHIND, MARCH, STAND, STRIDE, Dress, person
from photocat.sample.noise import chance, wash
from photocat.sample.scenery import GREEN, HEIGHT, SAND, WIDTH, apron, clouds, joints, ridge, star

FLIGHT_SUIT = Dress((88, 98, 112), (84, 94, 108), hat="helmet", hat_colour=(214, 214, 206))


def jet() -> Image.Image:
    """An attack jet in profile with bombs under the wing, late winter light, worn concrete."""
    sky = wash(WIDTH, HEIGHT, (0, (92, 112, 140)), (0.45, (196, 190, 178)), (0.7, (238, 206, 152)))
    plane = clouds(sky, (72, 80, 98), 11)
    plane = apron(plane, 545, (150, 146, 140), (84, 82, 84), 21)
    picture = to_picture(plane)
    glow(picture, (1010, 520), (560, 300), (70, 40, 10), 0.8)
    ridge(picture, 548, 74, (120, 122, 132), 31)
    ridge(picture, 548, 36, (88, 88, 90), 37)
    for x in (720, 890, 1060):
        paint(picture, arch(x, 552, 80, 70), (116, 114, 98), relief=0.4, below=(78, 76, 70))
        paint(picture, arch(x - 6, 552, 50, 44), (40, 40, 42))
    joints(picture, 540, 300, (70, 68, 70))
    paint(picture, oval(640, 648, 470, 26), (44, 42, 46), soft=10, opacity=0.7)
    paint(picture, oval(640, 690, 360, 30), (60, 60, 66), soft=16, opacity=0.35)
    _jet_body(picture)
    _jet_wing(picture)
    person(picture, STRIDE, FLIGHT_SUIT, (150, 672), 176, light=(1, -0.3))
    person(picture, AT_EASE, GREEN, (1108, 640), 150, light=(1, -0.3))
    return develop(picture, 41)


def _jet_body(picture: Image.Image) -> None:
    camouflage, belly = (124, 120, 88), (128, 140, 152)
    metal, tyre = (150, 150, 148), (30, 30, 32)
    for x, top, wheel in ((352, 480, 27), (640, 480, 34), (690, 480, 34)):
        paint(picture, limb((x, top), (x - 6, 622), 15, 12), metal, relief=0.6)
        paint(picture, oval(x - 8, 648 - wheel, wheel, wheel), tyre, relief=0.8)
        paint(picture, oval(x - 8, 648 - wheel, wheel * 0.42, wheel * 0.42), (120, 122, 120))
    paint(picture, poly((930, 410), (1098, 388), (1108, 398), (968, 428)), (98, 96, 76), relief=0.4)
    paint(picture, poly((846, 408), (930, 222), (1012, 214), (1052, 408)), camouflage, relief=0.5)
    paint(picture, poly((986, 236), (1012, 226), (1040, 390), (1010, 396)), (104, 98, 70))
    star(picture, 950, 318, 24, (176, 40, 36))
    hull = poly(
        (168, 462), (226, 430), (300, 408), (350, 396), (470, 382), (700, 386), (880, 398),
        (1060, 398), (1064, 424), (970, 446), (850, 474), (700, 496), (520, 502), (400, 498),
        (280, 486), (206, 474),
    )  # fmt: skip
    paint(picture, hull, camouflage, below=belly, relief=0.7, light=(0.3, -1), rough=14)
    for x, y, rx, ry in ((300, 438, 40, 14), (560, 404, 70, 12), (900, 412, 60, 10)):
        paint(picture, oval(x, y, rx, ry), (88, 92, 62), soft=5, opacity=0.8)
    paint(picture, poly((338, 402), (366, 366), (424, 354), (470, 368), (492, 390)), (40, 52, 62))
    paint(picture, poly((352, 396), (372, 372), (412, 362), (392, 380)), (164, 182, 190), soft=3)
    nacelle = limb((512, 452), (800, 452), 92, 62)
    paint(picture, nacelle, (112, 110, 86), below=belly, relief=0.7)
    paint(picture, oval(500, 452, 17, 42), (22, 22, 24))
    paint(picture, oval(822, 454, 15, 27), (40, 36, 36))
    paint(picture, limb((168, 462), (120, 466), 5, 3), (80, 80, 80))


def _jet_wing(picture: Image.Image) -> None:
    for x, y, length in ((540, 516, 110), (566, 540, 120), (592, 568, 132)):
        end = x + length
        paint(picture, box(x + 34, y - 40, x + 66, y), (104, 108, 104))
        paint(
            picture,
            poly((end - 18, y - 6), (end + 22, y - 25), (end + 22, y + 25), (end - 18, y + 6)),
            (66, 78, 66),
            relief=0.5,
        )
        bomb = limb((x, y), (end, y), 36, 22)
        paint(picture, bomb, (92, 108, 88), relief=0.9, light=(0.2, -1))
        paint(picture, oval(x - 16, y, 9, 8), (196, 172, 84), relief=0.5)
    wing = poly((500, 418), (770, 428), (800, 530), (690, 528))
    paint(picture, wing, (134, 130, 98), below=(156, 154, 134), relief=0.4, light=(0, -1), rough=10)
    paint(picture, poly((690, 525), (800, 527), (800, 538), (692, 537)), (62, 62, 58))
    pod = limb((676, 536), (822, 538), 22, 14)
    paint(picture, pod, (110, 112, 104), relief=0.8, light=(0, -1))


def line_up(frame: int = 1) -> Image.Image:
    """A long rank on the tarmac before a transport plane, hazy morning.

    In the second frame, taken a little later, the officer has walked on and the front rank
    marches off to the left.
    """
    sky = wash(WIDTH, HEIGHT, (0, (210, 218, 222)), (0.4, (238, 232, 220)))
    plane = apron(sky, 330, (206, 200, 190), (158, 152, 146), 121)
    picture = to_picture(plane)
    ridge(picture, 336, 88, (190, 198, 204), 131)
    ridge(picture, 336, 40, (164, 170, 170), 139)
    joints(picture, 326, 130, (132, 126, 120))
    _transport(picture)
    ease = chance(1, 64, 151)[0] > 0.7
    for rank, (near_x, near_y) in enumerate(((1230, 700), (1080, 792))):
        for index in range(15, -1, -1):
            away = 1 + 0.30 * index
            x, y = 130 + (near_x - 130) / away, 330 + (near_y - 330) / away
            tall = 452 / away
            leaving = frame == 2 and rank == 1
            if leaving:
                x -= 0.4 * tall
            shadow = poly((x - 8, y), (x - 0.75 * tall, y + 0.14 * tall),
                          (x - 0.8 * tall, y + 0.20 * tall), (x + 8, y + 0.03 * tall))  # fmt: skip
            paint(picture, shadow, (112, 106, 104), soft=max(1.0, 4 / away), opacity=0.5)
            pose = MARCH if leaving else AT_EASE if ease[rank * 20 + index] else STAND
            dress = SAND if (index + rank) % 5 == 0 else GREEN
            person(picture, pose, dress, (x, y), tall, light=(1, -0.6), left=leaving)
    x = 480 if frame == 1 else 205
    officer = replace(GREEN, hat="peaked", jacket=(70, 76, 58), trousers=(66, 70, 54))
    paint(picture, oval(x - 60, 700, 130, 10), (112, 106, 104), soft=6, opacity=0.5)
    person(picture, STRIDE, officer, (x, 700), 330, light=(1, -0.6), left=True)
    return develop(picture, 141)


def _transport(picture: Image.Image) -> None:
    """A four-engined transport plane seen from its left, far down the apron."""
    grey, belly = (186, 190, 194), (132, 136, 142)
    paint(picture, oval(560, 352, 330, 9), (120, 116, 114), soft=5, opacity=0.7)
    paint(picture, poly((700, 250), (812, 92), (872, 92), (846, 262)), grey, relief=0.4)
    paint(picture, poly((742, 92), (940, 84), (944, 98), (800, 108)), (150, 156, 162))
    hull = limb((300, 290), (640, 286), 96, 92)
    tail = poly((620, 240), (850, 246), (860, 262), (640, 334))
    paint(picture, (*hull, tail), grey, below=belly, relief=0.7, light=(0.2, -1))
    paint(picture, poly((256, 278), (280, 258), (310, 258), (304, 280)), (58, 66, 76))
    paint(
        picture, poly((420, 244), (560, 240), (640, 300), (590, 306)), (146, 150, 156), relief=0.3
    )
    for x, y in ((452, 292), (520, 308)):
        paint(picture, limb((x, y), (x + 62, y), 34, 26), (120, 124, 130), relief=0.8)
        paint(picture, oval(x - 10, y, 7, 16), (44, 46, 50))
    for x in (352, 520, 560):
        paint(picture, oval(x, 346, 12, 12), (40, 40, 42))
    star(picture, 806, 150, 20, (176, 60, 54))


def patrol() -> Image.Image:
    """A military policeman walking the fence, upright, sun low behind dust."""
    wide, tall = 800, 1200
    sky = wash(wide, tall, (0, (70, 104, 140)), (0.35, (150, 168, 176)), (0.6, (226, 200, 150)))
    plane = clouds(sky, (196, 190, 184), 211, 0.5, 0.9)
    plane = apron(plane, 720, (136, 116, 84), (70, 58, 42), 221)
    picture = to_picture(plane)
    glow(picture, (130, 700), (420, 320), (90, 62, 24), 0.9)
    ridge(picture, 724, 90, (130, 126, 118), 231)
    _watch_tower(picture)
    for x in (40, 150, 540, 660):
        paint(picture, poly((x, 720), (x + 30, 600), (x + 58, 600), (x + 76, 720)), (86, 86, 76))
    _fence(picture)
    paint(picture, poly((340, 1118), (800, 1150), (800, 1190), (340, 1136)), (46, 38, 30), soft=8)
    policeman = replace(
        SAND, hat="helmet", hat_colour=(214, 208, 196), belt=(232, 228, 216), armband=(176, 34, 34)
    )
    person(picture, STRIDE, policeman, (430, 1130), 760, light=(-1, -0.4), left=True)
    paint(picture, limb((330, 470), (560, 720), 20, 26), (36, 34, 34), relief=0.7)
    paint(picture, limb((470, 620), (440, 700), 22, 16), (30, 28, 28), relief=0.7)
    return develop(picture, 241)


def _watch_tower(picture: Image.Image) -> None:
    wood = (74, 64, 54)
    for x, foot in ((566, 530), (704, 740)):
        paint(picture, limb((x, 420), (foot, 760), 13, 15), wood, relief=0.6)
    for y in (500, 590, 680):
        paint(picture, limb((556, y), (716, y + 60), 7, 7), wood)
        paint(picture, limb((716, y), (556, y + 60), 7, 7), wood)
    paint(picture, box(544, 300, 728, 424), (44, 46, 48))
    person(picture, FROM_BEHIND, GREEN, (650, 424), 112, shade=0.7)
    paint(picture, box(534, 366, 738, 430), (96, 88, 72), relief=0.4, rough=12)
    for x in (534, 724):
        paint(picture, box(x, 300, x + 14, 370), (96, 88, 72))
    paint(picture, poly((512, 302), (636, 236), (760, 302)), (66, 62, 58), relief=0.4)


def _fence(picture: Image.Image) -> None:
    wire = (56, 54, 52)
    mesh = []
    for step in range(-9, 18):
        x = step * 46.0
        mesh.append(poly((x, 520), (x + 2, 520), (x + 382, 900), (x + 380, 900)))
        mesh.append(poly((x + 380, 520), (x + 382, 520), (x + 2, 900), (x, 900)))
    paint(picture, mesh, wire, opacity=0.5)
    for x in (20, 290, 560, 790):
        paint(picture, limb((x, 490), (x, 910), 14, 16), (112, 108, 100), relief=0.7)
        paint(picture, limb((x, 490), (x + 44, 440), 12, 9), (112, 108, 100), relief=0.7)
    for y in (450, 472, 494):
        paint(picture, box(0, y, 800, y + 3), wire)
