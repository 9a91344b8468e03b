"""How to write, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Style = Literal["name", "stem"]
Outcome = Literal["written", "would write", "unchanged", "refused"]


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How to write."""

    style: Style = "name"
    force: bool = False
    """Write though a file has changed since it was read."""
    dry_run: bool = False
    embed: bool = False
    """Into the files themselves, by ExifTool."""


@dataclass(frozen=True, slots=True)
class Wrote:
    """What became of one file."""

    path: str
    target: str
    """What is written: its sidecar, or the file itself."""
    outcome: Outcome
    changed: tuple[str, ...] = ()
    """The properties that are others now."""
    reason: str | None = None


class Refused(Exception):
    """Nothing was written for this file, and why."""
