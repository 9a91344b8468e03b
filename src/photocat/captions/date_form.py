"""A way in which captions write a date: one record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from photocat.captions.date_parts import Parts


@dataclass(frozen=True, slots=True)
class Form:
    """One line of ``FORMS``."""

    name: str
    pattern: str
    """Over classes; ``M`` stands for ``[Mm]``. What precedes ``@`` is no part of the date."""
    build: Callable[[Parts], str | None]
    """EDTF text of what was matched; None where it is no date after all."""
    examples: tuple[tuple[str, str | None], ...] = ()
