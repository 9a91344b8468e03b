"""The three agencies that deliver the sample gallery. None of them exists.

Each has habits of its own, as agencies do: what it writes its words into, how it spells, which of
its photographers were there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Habit = Literal["iim", "xmp", "legacy"]


@dataclass(frozen=True, slots=True)
class Spelling:
    """A place in an agency's own words."""

    sublocation: str
    city: str
    state: str
    country: str


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency and its habits.

    ``iim``: IIM in UTF-8, declared as such, with EXIF. ``xmp``: XMP only. ``legacy``: IIM in
    Latin-1 of which nothing says so.
    """

    name: str
    folder: str
    credit_line: str
    copyright_notice: str
    instructions: str
    habit: Habit
    spellings: Mapping[str, Spelling]
    camera: str | None = None


QUILLHAVEN = Agency(
    name="Quillhaven Pictures",
    folder="quillhaven",
    credit_line="QUILLHAVEN PICTURES",
    copyright_notice="© Quillhaven Pictures, an invented agency",
    instructions="Drawn by a program for photocat's sample gallery. Not a photograph.",
    habit="iim",
    spellings={
        "hmeimim": Spelling("Hmeimim air base", "Latakia", "Latakia", "Syria"),
        "naval": Spelling("Tartus naval facility", "Tartus", "Tartus", "Syria"),
        "tartus": Spelling("", "Tartus", "Tartus", "Syria"),
    },
    camera="Orrery N2",
)
HARBOUR_WIRE = Agency(
    name="Harbour Wire",
    folder="harbour-wire",
    credit_line="Harbour Wire",
    copyright_notice="© Harbour Wire, an invented agency",
    instructions="Drawn by a program for photocat's sample gallery; it shows no real moment.",
    habit="xmp",
    spellings={
        "hmeimim": Spelling("Khmeimim air base", "Latakia", "Latakia Governorate", "Syria"),
        "naval": Spelling("Tartus naval base", "Tartus", "Tartus Governorate", "Syria"),
        "tartus": Spelling("", "Tartus", "Tartus Governorate", "Syria"),
    },
)
CLAIRMAREE = Agency(
    name="Agence Clairmarée",
    folder="clairmaree",
    credit_line="Clairmarée",
    copyright_notice="© Agence Clairmarée, agence inventée",
    instructions="Dessin tracé par un programme pour la galerie d'essai de photocat. "
    "Ce n'est pas une photographie.",
    habit="legacy",
    spellings={
        "hmeimim": Spelling("base aérienne de Hmeimim", "Lattaquié", "Lattaquié", "Syrie"),
        "naval": Spelling("base navale de Tartous", "Tartous", "Tartous", "Syrie"),
        "tartus": Spelling("", "Tartous", "Tartous", "Syrie"),
    },
)

AGENCIES: tuple[Agency, ...] = (QUILLHAVEN, HARBOUR_WIRE, CLAIRMAREE)
