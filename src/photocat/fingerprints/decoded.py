"""A decoded picture: what previews, fingerprints and digests are made of."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from photocat.records import Note


@dataclass(frozen=True, slots=True)
class Decoded:
    """A picture as shown: turned upright, on white, in sRGB, reduced."""

    picture: Image.Image | None
    """RGB or L, long side at most 1024, never enlarged; None where no previews were wanted."""
    seen: Image.Image
    """L, long side less than 960, from 480 on where there are so many pixels: what local features
    are made of."""
    grey: Image.Image
    """The same, long side at most 256: what every other fingerprint is made of."""
    width: int
    height: int
    """Of the whole picture, as shown."""
    orientation: int
    """EXIF orientation that was applied; 1 where the decoder turns the picture by itself."""
    quality: float
    """Of every fingerprint: 0 (says too little to be compared) to 1."""
    pixels: str | None
    """SHA-256 of the pixels as shown, where all were decoded (``photocat.fingerprints.digest``)."""
    notes: tuple[Note, ...] = ()

    @property
    def truncated(self) -> bool:
        """Whether the picture data ended early."""
        return any(note.code == "truncated" for note in self.notes)
