"""What an ingest may be told."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from photocat.errors import UsageError

BOUNDS: dict[str, tuple[float, float]] = {
    "jobs": (0, 1024),
    "timeout": (0.1, 86_400),
    "memory": (1, 2**30),
    "max_bytes": (1, 2**62),
    "max_pixels": (1, 2**62),
}
"""The least and the most that may be asked for."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the reading of one file may cost, and for whom it is read."""

    max_bytes: int = 512 * 1024 * 1024
    max_pixels: int = 250_000_000
    features: bool = True
    """Whether to look for the local features that crops and edits are found by."""
    pixels: bool = True
    """Whether to take a digest of the pixels, by which files that differ in their tags are the same
    picture."""
    gazetteer: tuple[str, ...] = ()
    """Files of a gazetteer (``photocat.gazetteer.gazetteer_files``) to look up what captions name;
    without any, captions tell no places."""
    catalog: str = ""
    """The catalog that wrote what it need not be told (``Store.identity``)."""


STANDARD = ReadOptions()


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """How an ingest looks for files, and what reading them may cost."""

    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    """Processes that read; with 0, this one does, and a bad file may take it along."""
    dry_run: bool = False
    """Say what would happen; write nothing."""
    captions: tuple[str, ...] = ()
    """Manifests and galleries that speak for the photos, beside what is found next to them."""
    hidden: bool = False
    """Look into hidden files and folders that are not named themselves, too."""
    follow_symlinks: bool = False
    retry: bool = False
    """Read again what failed before, though it has not changed since."""
    accept_missing: bool = False
    """A root that is absent, empty though the catalog knows files in it, or on another device than
    before, is meant to be so."""
    timeout: float = 20.0
    """Seconds that one file may take."""
    memory: int = 1536
    """MiB that a process may take."""
    max_bytes: int = STANDARD.max_bytes
    max_pixels: int = STANDARD.max_pixels
    features: bool = True
    """Look for the local features that crops, mirrors and edits are found by; costs a fifth."""
    pixels: bool = True
    """Take a digest of the pixels, which proves files with other tags to be the same picture."""
    previews: bool = True
    """Keep previews, which costs a fifth; without, a large JPEG is decoded at half the size."""

    def __post_init__(self) -> None:
        """Raise ``UsageError`` where no such ingest is possible."""
        for name, (least, most) in BOUNDS.items():
            value = getattr(self, name)
            if not least <= value <= most:
                raise UsageError(f"{name} may be {least:,} to {most:,}, not {value}")

    @property
    def reading(self) -> ReadOptions:
        """What of this concerns the reading of one file."""
        return ReadOptions(self.max_bytes, self.max_pixels, self.features, self.pixels)
