"""Places by name and by position: a gazetteer that works offline."""

from photocat.gazetteer.gazetteer import RIVAL, Gazetteer
from photocat.gazetteer.open import gazetteer_files, open_gazetteer
from photocat.gazetteer.place import Meant, Named, Near, Place

__all__ = [
    "RIVAL",
    "Gazetteer",
    "Meant",
    "Named",
    "Near",
    "Place",
    "gazetteer_files",
    "open_gazetteer",
]
