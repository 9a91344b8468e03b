"""``Clue``: one thing that the words around a name say, and what it does to the name's score."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from photocat.captions.places_standing import Standing


@dataclass(frozen=True, slots=True)
class Clue:
    """One line of ``CLUES``."""

    name: str
    fits: Callable[[Standing], bool]
    adds: float = 0.0
    sets: float | None = None
    """What the score becomes, whatever it was."""
    least: float | None = None
    """What the score is at least, before ``adds``."""
    rule: str | None = None
    """What the statement's rule is called from here on."""
    over: frozenset[str] | None = None
    """The rules that ``rule`` replaces; None: any."""
