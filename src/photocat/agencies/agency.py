"""One who sends pictures: a name, other names, habits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["agency", "military", "government", "archive", "press", "company"]
Sent = tuple[str, str | None, str | None]
"""A credit, the agency it means, the photographer it names."""


@dataclass(frozen=True, slots=True)
class Agency:
    """One line of ``AGENCIES``."""

    name: str
    aliases: str = ""
    """Other names in credits, ``|`` between; compared without case."""
    kind: Kind = "agency"
    sent: tuple[Sent, ...] = ()
    """Credits as it writes them, with invented names, and what becomes of them."""
