"""The day that a VIRIN carries: it stands in captions, in job ids and in file names.

A VIRIN (Visual Information Record Identification Number, DoD Instruction 5040.02) begins with the
day the picture was taken as yymmdd, then come the service, who took it, and a number of that day:
``200613-A-XB890-1021``.
"""

from __future__ import annotations

from datetime import date

VIRIN = r"[0-9]{6}-[A-Z]{1,2}-[A-Z0-9]{4,6}-[0-9]{3,4}[A-Z]?"
"""A regular expression without groups."""

FIRST_YEAR = 1980
"""VIRINs came with digital pictures."""


def virin_day(virin: str) -> date | None:
    """The day of a VIRIN, or of its six figures; None where there is no such day."""
    year, month, day = (int(virin[at : at + 2]) for at in (0, 2, 4))
    year += 2000 if year < FIRST_YEAR % 100 else 1900
    try:
        return date(year, month, day)
    except ValueError:
        return None
