"""How a language writes dates: one record."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """One line of ``LANGUAGES``. Names of one month or day stand side by side, blanks between."""

    code: str
    months: tuple[str, ...] = ()
    """Twelve, January first."""
    weekdays: tuple[str, ...] = ()
    """Seven, Monday first."""
    seasons: tuple[str, ...] = ()
    """Spring, summer, autumn, winter."""
    of: str = ""
    """Between day and month, or month and year."""
    on: str = ""
    """Before a day."""
    within: str = ""
    """Before a month or a year: ``in``."""
    to: str = ""
    """Between the ends of a range."""
    either: str = ""
    """Between alternatives, and between days that both count."""
    between: str = ""
    about: str = ""
    part: str = ""
    """Early, mid, late: the part of a month, a year or a decade."""
    since: str = ""
    until: str = ""
    before: str = ""
    after: str = ""
    year: str = ""
    """The word for year that may follow the number."""
    decade: str = ""
    """The word that makes ten years of the ``1930`` after it."""
