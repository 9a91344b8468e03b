"""What was perhaps meant by a date that cannot be understood."""

from __future__ import annotations

import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORDS = ("today", "yesterday", "today..", "yesterday..")
_NAMED = re.compile(r"(?:(\d{1,2})\.? )?([a-z]{3,9})\.?(?: (\d{1,2}),?)?(?: (\d{4}))?")
_FIGURES = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[./]?(\d{2})[./]?(\d{2})")
_AGO = re.compile(r"(?:last|past|-)?[-_ ]?(\d{1,4})?[-_ ]?([dwmy])[a-z]*(?:[-_ ]ago)?(?:\.\.)?")


def meant(text: str) -> tuple[str, ...]:
    """The nearest right spellings: ``2016-03`` for ``March 2016``, ``-1y..`` for ``last year``,
    and two for ``12/03/2016``."""
    typed = " ".join(text.lower().split())
    if found := _YEAR_FIRST.fullmatch(typed):
        return ("-".join(found.groups()),)
    if found := _FIGURES.fullmatch(typed):
        first, second, year = (number.zfill(2) for number in found.groups())
        orders = [(second, first), (first, second)]
        either = [f"{year}-{month}-{day}" for month, day in orders if int(month) <= 12]
        return tuple(dict.fromkeys(either))
    if (found := _NAMED.fullmatch(typed)) and found[2][:3] in _MONTHS:
        return (_named(found),)
    from difflib import get_close_matches

    if close := get_close_matches(typed, _WORDS, n=1, cutoff=0.75):
        return (close[0],)
    if (found := _AGO.fullmatch(typed)) and (found[1] or typed.startswith(("last", "past"))):
        return (f"-{found[1] or 1}{found[2]}..",)
    return ()


def _named(found: re.Match[str]) -> str:
    month = f"{_MONTHS.index(found[2][:3]) + 1:02}"
    day = (found[1] or found[3] or "").zfill(2)
    if day == "00":
        return f"{found[4]}-{month}" if found[4] else f"--{month}"
    return f"{found[4]}-{month}-{day}" if found[4] else f"{month}-{day}"
