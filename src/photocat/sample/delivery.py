"""One delivery: a file, what was done to the picture in it, and the words that go with it."""

from dataclasses import dataclass
from typing import Literal

from photocat.sample.agencies import Agency

Relation = Literal[
    "original", "copy", "same-bytes", "same-pixels", "crop", "mirror", "sibling", "edit"
]


@dataclass(frozen=True, slots=True)
class Treatment:
    """What is done to a picture before it is delivered."""

    width: int | None = None
    """In pixels as shown; None: as it is."""
    quality: int = 90
    box: tuple[float, float, float, float] | None = None
    """The part that is kept: left, top, right, bottom in shares of the picture."""
    mirrored: bool = False
    grey: bool = False
    sideways: bool = False
    """Stored turned by a quarter, with EXIF orientation 6 to turn it back."""


AS_IT_IS = Treatment()


@dataclass(frozen=True, slots=True)
class Delivery:
    """One delivered file."""

    agency: Agency
    file: str
    scene: str
    date: str
    """EDTF, as the agency states it."""
    headline: str = ""
    caption: str = ""
    creator: str = ""
    relation: Relation = "original"
    of: str | None = None
    """The delivered file that it derives from, or whose sibling it is: ``folder/file``."""
    frame: str | None = None
    """The frame that is drawn, where it is not the scene's first."""
    treatment: Treatment = AS_IT_IS
    keywords: tuple[str, ...] = ()
    located: bool = False
    """Whether coordinates are written."""
    camera_clock: str | None = None
    """EXIF DateTimeOriginal, to the letter; behind a space and a sign, the offset from UTC."""
    sidecar: bool = False
    """The words lie beside the picture, which carries none."""
    more: tuple[tuple[str, str], ...] = ()
    """Further fields by their name."""

    @property
    def path(self) -> str:
        """Where it is put, with forward slashes."""
        return f"{self.agency.folder}/{self.file}"
