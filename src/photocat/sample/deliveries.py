"""Who delivers which frame, in which state and with which words: one line a file."""

from photocat.sample.agencies import CLAIRMAREE, HARBOUR_WIRE, QUILLHAVEN
from photocat.sample.delivery import Delivery, Treatment

MAREN, TOBIAH = "Maren Oddvald", "Tobiah Wrenfield"
INES, PETRUS = "Ines Calloway-Brandt", "Petrus Achterveld"
SOLENE, ANSELME = "Solène Kerguelvan", "Anselme Duhautbois"

DELIVERIES: tuple[Delivery, ...] = (
    # Quillhaven Pictures: IIM in UTF-8 with EXIF
    Delivery(
        QUILLHAVEN, "QH-0412207.jpg", "jet", "2015-12",
        "Attack jet armed for a sortie",
        "HMEIMIM, Syria — A Su-25 with bombs under its wings waits on the apron, December 2015. "
        "(Quillhaven Pictures/Maren Oddvald)",
        MAREN,
        keywords=("aircraft", "Su-25", "air base", "حميميم"),
        located=True,
    ),
    Delivery(
        QUILLHAVEN, "QH-0418830.jpg", "line-up", "2016-03",
        "Ranks on the apron",
        "HMEIMIM, Syria — Servicemen are drawn up in two ranks beside a transport aircraft in "
        "March 2016. (Quillhaven Pictures/Tobiah Wrenfield)",
        TOBIAH,
        keywords=("soldiers", "parade", "air base"),
        located=True,
    ),
    Delivery(
        QUILLHAVEN, "QH-0418831.jpg", "line-up", "2016-03",
        "The front rank marches off",
        "HMEIMIM, Syria — On an officer's word the front rank marches off past a transport "
        "aircraft in March 2016. (Quillhaven Pictures/Tobiah Wrenfield)",
        TOBIAH,
        relation="sibling",
        of="quillhaven/QH-0418830.jpg",
        frame="line-up, a moment later",
        keywords=("soldiers", "parade", "officer", "air base"),
        located=True,
    ),
    Delivery(
        QUILLHAVEN, "QH-0418902.jpg", "patrol", "2016-03",
        "On the perimeter",
        "HMEIMIM, Syria — Rifle slung, a member of the Russian military police makes his round "
        "along the airfield fence, March 2016. (Quillhaven Pictures/Tobiah Wrenfield)",
        TOBIAH,
        treatment=Treatment(sideways=True),
        keywords=("military police", "guard", "fence"),
        located=True,
    ),
    Delivery(
        QUILLHAVEN, "QH-0573318.jpg", "march", "2018-04",
        "Blessing for the column",
        "HMEIMIM, Syria — A priest lifts his hand in blessing while soldiers in desert dress file "
        "by, April 2018. (Quillhaven Pictures/Maren Oddvald)",
        MAREN,
        keywords=("soldiers", "priest", "religion"),
    ),
    Delivery(
        QUILLHAVEN, "QH-0417655.jpg", "shop", "2016-02",
        "At the base shop",
        "HMEIMIM, Syria — Two women of the Russian forces are next in the queue at the shop on "
        "the airfield, February 2016. (Quillhaven Pictures/Maren Oddvald)",
        MAREN,
        keywords=("women", "shop", "soldiers"),
        camera_clock="0000:00:00 00:00:00",
    ),
    Delivery(
        QUILLHAVEN, "QH-0409114.jpg", "canteen", "2015-10",
        "Places laid for lunch",
        "HMEIMIM, Syria — One of the kitchen staff lays places in the canteen of the Russian "
        "contingent, October 2015. (Quillhaven Pictures/Maren Oddvald)",
        MAREN,
        keywords=("canteen", "food", "kitchen"),
        camera_clock="2015:10:22 11:05:43",
    ),
    Delivery(
        QUILLHAVEN, "QH-0573364.jpg", "cross", "2018-04",
        "Evening under the cross",
        "HMEIMIM, Syria — Three soldiers go by a tall eight-pointed cross as the sun sets, April "
        "2018. (Quillhaven Pictures/Maren Oddvald)",
        MAREN,
        keywords=("soldiers", "cross", "religion", "sunset"),
    ),
    Delivery(
        QUILLHAVEN, "QH-0991206.jpg", "port-from-space", "2024-12-13",
        "Tartus from orbit",
        "The Russian naval base in Tartus, Syria, as a satellite recorded it on 13 December 2024. "
        "(Harbour Wire via Quillhaven Pictures)",
        "Harbour Wire",
        relation="copy",
        of="harbour-wire/hw3391004.png",
        treatment=Treatment(width=1000, quality=82),
        keywords=("satellite", "port", "navy"),
        camera_clock="2024:12:13 11:21:00 +03:00",
    ),
    # Harbour Wire: XMP only
    Delivery(
        HARBOUR_WIRE, "hw3391004.png", "port-from-space", "2024-12-13",
        "Overhead: the moorings at Tartus",
        "Seen from space, 13 December 2024: piers, moles and ships of the Russian naval base at "
        "Tartus (طرطوس), Syria.",
        "Harbour Wire",
        keywords=("satellite", "Tartus", "طرطوس", "navy"),
        located=True,
    ),
    Delivery(
        HARBOUR_WIRE, "hw2270718.jpg", "corvette", "2019-09",
        "Corvette off the mole",
        "With the town behind her, a corvette of the Russian navy lies at anchor off Tartus, "
        "Syria, in September 2019.",
        PETRUS,
        keywords=("ship", "corvette", "navy", "port"),
        located=True,
        more=(("rating", "4"),),
    ),
    Delivery(
        HARBOUR_WIRE, "hw3308861.jpg", "ballot", "2024-03",
        "Polling day for the fleet",
        "A sailor drops his paper into the box below a painted Peter the Great: voting for "
        "Russia's president at the naval base in Tartus, Syria, March 2024.",
        INES,
        keywords=("election", "sailor", "navy"),
        located=True,
        more=(
            ("event", "Russian presidential election, March 2024"),
            ("alt_text", "A man in a sailor's cap puts a paper into a white ballot box."),
        ),
    ),
    Delivery(
        HARBOUR_WIRE, "hw1890042.jpg", "jet", "2015-12",
        "Su-25 at Khmeimim",
        "December 2015: a Russian Su-25, bombs on its pylons, parked at the Khmeimim (حميميم) "
        "airfield in Syria's Latakia province. Photo by Quillhaven Pictures.",
        MAREN,
        relation="copy",
        of="quillhaven/QH-0412207.jpg",
        treatment=Treatment(width=900, quality=62),
        keywords=("aircraft", "Su-25", "حميميم"),
        located=True,
    ),
    Delivery(
        HARBOUR_WIRE, "hw1901377.jpg", "line-up", "2016-03",
        "Khmeimim parade",
        "March 2016: men of the Russian contingent fall in next to a transport plane at Khmeimim "
        "airfield, Syria.",
        TOBIAH,
        relation="copy",
        of="quillhaven/QH-0418830.jpg",
        treatment=Treatment(width=800, quality=50),
        keywords=("soldiers", "parade"),
    ),
    Delivery(
        HARBOUR_WIRE, "hw1901402.jpg", "patrol", "2016-03",
        "Sentry at Khmeimim",
        "March 2016: a military policeman of the Russian contingent on his beat along the "
        "fence of Khmeimim airfield, Syria.",
        TOBIAH,
        relation="copy",
        of="quillhaven/QH-0418902.jpg",
        treatment=Treatment(width=600, quality=75),
        keywords=("military police", "fence"),
    ),
    Delivery(
        HARBOUR_WIRE, "hw2115550.tif", "march", "2018-04",
        "Priest and column",
        "April 2018: troops in sand-coloured dress stride by a priest at Khmeimim airfield, Syria.",
        MAREN,
        relation="copy",
        of="quillhaven/QH-0573318.jpg",
        treatment=Treatment(width=900),
        keywords=("soldiers", "priest"),
    ),
    Delivery(
        HARBOUR_WIRE, "hw1877120.webp", "canteen", "2015-10",
        "Laying the tables",
        "October 2015: tables being laid by canteen staff at Khmeimim airfield, Syria.",
        MAREN,
        relation="copy",
        of="quillhaven/QH-0409114.jpg",
        treatment=Treatment(width=960, quality=70),
        keywords=("canteen", "food"),
    ),
    Delivery(
        HARBOUR_WIRE, "hw2115563.jpg", "cross", "2018-04",
        "Cross above the airfield",
        "April 2018: a cross stands black against the evening sky above Khmeimim airfield, Syria, "
        "as soldiers pass.",
        MAREN,
        relation="same-pixels",
        of="quillhaven/QH-0573364.jpg",
        keywords=("cross", "religion"),
    ),
    Delivery(
        HARBOUR_WIRE, "hw2270944.jpg", "chapel", "2019-09",
        "Candles in the chapel",
        "September 2019: an Orthodox priest in the candlelit chapel of the naval base in Tartus, "
        "Syria.",
        SOLENE,
        relation="crop",
        of="clairmaree/CLM_201877.jpg",
        treatment=Treatment(box=(0.0, 0.30, 0.90, 1.0), quality=85),
        keywords=("priest", "chapel", "religion"),
    ),
    # Agence Clairmarée: IIM in Latin-1, undeclared
    Delivery(
        CLAIRMAREE, "CLM_201877.jpg", "chapel", "2019-09",
        "Prière à la base navale",
        "À la lueur des cierges, un prêtre orthodoxe devant l'iconostase de la petite chapelle, "
        "base navale de Tartous, Syrie, septembre 2019. Photo Solène Kerguelvan / Clairmarée",
        SOLENE,
        keywords=("prêtre", "chapelle", "religion"),
    ),
    Delivery(
        CLAIRMAREE, "CLM_236015.jpg", "memorial", "2023-02",
        "Hommage à un pilote",
        "Fleurs rouges et garde d'honneur pour le pilote russe Roman Filipov, à qui la base "
        "aérienne de Hmeimim, près de Lattaquié (Syrie), rend hommage en février 2023. "
        "Photo Anselme Duhautbois / Clairmarée",
        ANSELME,
        keywords=("hommage", "pilote", "cérémonie"),
    ),
    Delivery(
        CLAIRMAREE, "CLM_184410.jpg", "corvette", "2018-08",
        "Corvette russe à Tartous",
        "Une corvette de la marine russe au mouillage devant Tartous, Syrie, août 2018. "
        "Photo archives / Clairmarée",
        ANSELME,
        relation="copy",
        of="harbour-wire/hw2270718.jpg",
        treatment=Treatment(width=1000, quality=68),
        keywords=("navire", "marine"),
    ),
    Delivery(
        CLAIRMAREE, "CLM_181302.jpg", "march", "2018-04",
        "Bénédiction des troupes",
        "Un prêtre bénit les soldats en tenue sable qui défilent devant lui, Hmeimim, Syrie, avril "
        "2018. Photo archives / Clairmarée",
        ANSELME,
        relation="mirror",
        of="quillhaven/QH-0573318.jpg",
        treatment=Treatment(width=1000, quality=80, mirrored=True),
        keywords=("soldats", "prêtre"),
    ),
    Delivery(
        CLAIRMAREE, "QH-0417655.jpg", "shop", "2016-02",
        relation="same-bytes",
        of="quillhaven/QH-0417655.jpg",
    ),
    Delivery(
        CLAIRMAREE, "CLM_155209.jpg", "jet", "2015-12",
        "Sous l'aile",
        "Gros plan d'un Su-25 et des bombes sous sa voilure, Hmeimim, Syrie, décembre 2015. "
        "Photo archives / Clairmarée",
        ANSELME,
        relation="crop",
        of="quillhaven/QH-0412207.jpg",
        treatment=Treatment(box=(0.0, 0.24, 0.74, 1.0), quality=84),
        keywords=("avion", "Su-25"),
    ),
    Delivery(
        CLAIRMAREE, "CLM_243390.jpg", "ballot", "2024-03",
        "Un marin aux urnes",
        "Un marin glisse son bulletin dans l'urne sous un tableau figurant Pierre le Grand : "
        "l'élection présidentielle russe de mars 2024 à la base navale de Tartous, Syrie.",
        INES,
        relation="copy",
        of="harbour-wire/hw3308861.jpg",
        treatment=Treatment(width=1024, quality=72),
        keywords=("élection", "marin"),
        sidecar=True,
    ),
    Delivery(
        CLAIRMAREE, "CLM_249951.jpg", "port-from-space", "2024-12-13",
        "Tartous vu du ciel",
        "La base navale russe de Tartous, en Syrie, photographiée par un satellite le 13 décembre "
        "2024. Photo archives / Clairmarée",
        ANSELME,
        relation="edit",
        of="harbour-wire/hw3391004.png",
        treatment=Treatment(width=1100, quality=80, grey=True),
        keywords=("satellite", "port"),
    ),
)  # fmt: skip
