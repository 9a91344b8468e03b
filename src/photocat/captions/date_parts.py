"""From the parts of a written date to EDTF text: what the forms of ``date_forms`` make.

Nothing is filled in: an unstated year is ``XXXX``, an unstated day or month is absent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from photocat.captions.date_numbers import (
    counts,
    counts_what_it_has,
    ends_a_name,
    is_first_of_two,
    names_a_thing,
)

NOT_BEFORE = 1826
"""The year of the oldest photograph there is: no photo is from before."""

NEVER_YET = 36
"""Two-digit years from here on are of the 1900s; below, they may be of either century."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a form matched: its classes, their values, the words, and what comes next."""

    classes: str
    values: tuple[int, ...]
    words: tuple[str, ...]
    before: str
    """The characters before it, a few."""
    after: str
    """The characters after it, a few."""
    day_first: bool | None = None
    """How ``03/04/2016`` is read, where anything says so."""

    def of(self, classes: str) -> list[int]:
        """The values of these classes, in order."""
        return [v for c, v in zip(self.classes, self.values, strict=True) if c in classes]


def day(parts: Parts) -> str | None:
    """One day; without a year ``XXXX-12-13``."""
    days, months, years = parts.of("dq"), parts.of("Mm"), parts.of("Y")
    if not months and "W" in parts.classes and not days:
        return None
    if not months:
        # Written in figures only: 2016-03-19, 4月16日.
        months, days = days[:1], days[1:]
    if not months or not days or (not years and _is_a_verb(parts)):
        return None
    if not years and names_a_thing(parts.before, parts.after):
        return None
    if "." in parts.classes and ends_a_name(parts.before):
        return month(parts) if years else None
    if counts_what_it_has(parts.classes, parts.before, parts.after):
        return f"{years[0]:04}-{months[-1]:02}{_doubt(parts)}" if years else None
    return (
        f"{years[0]:04}-{months[-1]:02}-{days[0]:02}{_doubt(parts)}"
        if years
        else f"XXXX-{months[-1]:02}-{days[0]:02}"
    )


def day_range(parts: Parts) -> str | None:
    """From one day to another; of two days with "or" between them, one of the two."""
    days, months, years = parts.of("dq"), parts.of("Mm"), parts.of("Y")
    if len(days) != 2 or not months or not years:
        return None
    if _ON_A_DAY.search(parts.classes) and "au" not in parts.words:
        # "a Su-24 on 24 November 2015"
        return f"{years[0]:04}-{months[0]:02}-{days[1]:02}"
    first = f"{years[0]:04}-{months[0]:02}-{days[0]:02}"
    last = f"{years[-1]:04}-{months[-1]:02}-{days[1]:02}"
    if len(years) == 1 and months[0] > months[-1]:
        first = f"{years[0] - 1:04}{first[4:]}"
    if "r" in parts.classes and "b" not in parts.classes:
        return f"[{first},{last}]" if _says_or(parts) else f"{{{first},{last}}}"
    return f"{first}/{last}"


_ON_A_DAY = re.compile("[dq]n[dq]")


def day_list(parts: Parts) -> str | None:
    """``March 3-5``, without a year; of ``March 3 and 9``, which is no stretch, the first."""
    days, months = parts.of("dq"), parts.of("Mm")
    if _is_a_verb(parts) or days[0] >= days[1]:
        return None
    if "r" in parts.classes and days[0] + 1 < days[1]:
        return f"XXXX-{months[0]:02}-{days[0]:02}"
    return f"XXXX-{months[0]:02}-{days[0]:02}/XXXX-{months[0]:02}-{days[1]:02}"


def days_of_months(parts: Parts) -> str | None:
    """``from April 15 to May 2``, without a year: in one year, the earlier first."""
    days, months = parts.of("dq"), parts.of("Mm")
    first, last = f"{months[0]:02}-{days[0]:02}", f"{months[1]:02}-{days[1]:02}"
    return f"XXXX-{first}/XXXX-{last}" if first < last else None


def month(parts: Parts) -> str | None:
    """A month; of "early March" the month."""
    years, months = parts.of("Y"), parts.of("Mm")
    if not years:
        said = _names_a_month(parts.words[-1]) and not _is_a_verb(parts)
        named = said and not parts.after.startswith(" Day")
        if parts.classes[0] in "vk" and parts.words[-1] in ("May", "March", "August"):
            return None
        return f"XXXX-{months[0]:02}" if named else None
    if re.search("Y[.,]?g?m", parts.classes):
        # "2019 march": a year, and an English verb.
        return None
    if parts.classes.lstrip("ibc")[0] == "Y" and is_first_of_two(parts.after):
        return None
    if not months:
        months = parts.of("d")
    if not months or not 1 <= months[-1] <= 12:
        return None
    return f"{years[0]:04}-{months[-1]:02}{_doubt(parts)}"


def month_of_event(parts: Parts) -> str | None:
    """The month that an event is called by: ``the November elections``."""
    own = _ARTICLE.search(parts.before) or parts.after.startswith("'s ")
    called = (own and _HAPPENS.match(parts.after)) or _OF_A_YEAR.match(parts.after)
    return month(parts) if called or _LAST.search(parts.before) else None


_OF_A_YEAR = re.compile(r",? (?:of )?(?:this|last|next) year\b(?!')")
_ARTICLE = re.compile(r"\b(?:the|an?|this|last|next|ahead of) $", re.IGNORECASE)
_LAST = re.compile(
    r"(?<!the )\b(?:last|next|this past|(?:until|since|by|earlier) this) $", re.IGNORECASE
)
_HAPPENS = re.compile(
    r"(?:'s)? (?:(?:[a-z-]{3,16} ){0,2})(?:elections?|referendum|vote|polls?|runoff"
    r"|attacks?|bombings?|shootings?|earthquake|quake|coup|protests?|riots?|massacre|crash|ceasefire|summit"
    r"|agreement|deal|accord|deadline|meeting|ruling|visit|primary|primaries|debate|raid|strike)\b"
)


def month_range(parts: Parts) -> str | None:
    """From one month to another; one of two, where "or" stands between them."""
    months, years, doubt = parts.of("Mm"), parts.of("Y"), _doubt(parts)
    first, last = f"{years[0]:04}-{months[0]:02}", f"{years[-1]:04}-{months[-1]:02}"
    if first == last:
        # Written twice: نيسان/أبريل.
        return f"{first}{doubt}"
    if len(years) == 1 and months[0] > months[-1]:
        if re.match("[^Mm]*Y", parts.classes):
            last = f"{years[0] + 1:04}-{months[-1]:02}"
        else:
            first = f"{years[0] - 1:04}-{months[0]:02}"
    if "r" in parts.classes and "b" not in parts.classes:
        both = f"{first}{doubt},{last}{doubt}"
        return f"[{both}]" if _says_or(parts) else f"{{{both}}}"
    return f"{first}{doubt}/{last}{doubt}"


def season(parts: Parts) -> str | None:
    """A season of a year, the year in which it begins."""
    years = parts.of("Y")
    season, *further = parts.of("SH")
    if further:
        return _seasons(parts, years[0], season, further[0])
    if not years:
        figures = parts.of("dz")
        return either_century(figures[-1], [f"-{season}"]) if figures else None
    return f"{years[0]:04}-{season}{_doubt(parts)}"


def _seasons(parts: Parts, year: int, first: int, last: int) -> str | None:
    """``spring or summer 1940``; what fashion calls ``spring/summer 2016`` is no date."""
    if first >= last or (year >= _FASHION and "r" not in parts.classes):
        return None
    both = f"{year:04}-{first}", f"{year:04}-{last}"
    return f"[{','.join(both)}]" if _says_or(parts) else "/".join(both)


_FASHION = 1960
"""The year from which collections are called by two seasons."""


def decade(parts: Parts) -> str | None:
    """Ten years; ``'60s`` only with its apostrophe."""
    value = parts.of("DY")[0]
    if value % 10 or parts.after.startswith(("-style", "-inspired", "-themed")):
        return None
    if value < 100:
        german = parts.words[-1].endswith("er") and parts.after.startswith((" Jahre", "-Jahre"))
        if not german and ("'" not in parts.classes or parts.before[-1:].isalnum()):
            return None
        value += 1900
    return f"{value // 10:03}X{_doubt(parts)}"


def decade_range(parts: Parts) -> str | None:
    """From the first year of one decade to the last of another."""
    first, last = parts.of("D")
    if last < 100:
        last += first // 100 * 100
    doubt = _doubt(parts)
    return f"{first:04}{doubt}/{last + 9:04}{doubt}" if 1000 <= first <= last else None


def year_range(parts: Parts) -> str | None:
    """From one year to another; one of two, where "or" stands between them."""
    figures = [v for c, v in zip(parts.classes, parts.values, strict=True) if c in "Yzd"]
    first, last = figures[0], figures[-1]
    if "-" in parts.classes and last <= 12 and last <= first % 100 and parts.words[-1][0] in "01":
        # 1937-05: no year is over before it begins.
        return f"{first:04}-{last:02}{_doubt(parts)}"
    if last < 100:
        last += first // 100 * 100
    if (
        not NOT_BEFORE - 326 <= first < last < 2100
        or (parts.classes[0] != "b" and counts(parts.before, parts.after))
        or "b" in parts.classes[1:]
    ):
        return None
    if "/" in parts.classes and last != first + 1:
        return None
    doubt = _doubt(parts)
    if "r" in parts.classes and parts.words[0].lower() == "from":
        return f"{{{first:04},{last:04}}}"
    if "r" in parts.classes and "b" not in parts.classes:
        return f"[{first:04},{last:04}]" if _says_or(parts) else None
    return f"{first:04}{doubt}/{last:04}{doubt}"


def year(parts: Parts) -> str | None:
    """A year, where it is not a number of things."""
    value = parts.of("Y")[0]
    within = parts.classes[0] == "i"
    least = 1000 if within or parts.before.endswith("since ") else 1500
    said = within and value >= 1900
    if (counts(parts.before, parts.after) and not said) or not least <= value < 2100:
        return None
    return f"{value:04}{_doubt(parts)}"


def century(parts: Parts) -> str | None:
    """``19th century`` is ``18XX``."""
    if not re.match(r"[\s-]*centur", parts.after, re.IGNORECASE):
        return None
    return f"{parts.of('q')[0] - 1:02}XX"


# --- what the parts have in common ----------------------------------------------------------------

_OR = frozenset(("or", "oder", "ou", "o", "или", "або", "أو", "of"))


def _is_a_verb(parts: Parts) -> bool:
    """``they may 20``: an English verb that is also a month."""
    return any(
        c == "m" and w.lower() in ("may", "march")
        for c, w in zip(parts.classes, parts.words, strict=True)
    )


def _names_a_month(word: str) -> bool:
    """Whether a word after ``in`` is a month by itself: ``Sept.``, ``Mai``; not ``Mar``."""
    if word.endswith("."):
        return True
    return (len(word) > 3 and word != "Mars") or word in ("May", "Mai", "Mei", "Maj", "май", "мае")


def _says_or(parts: Parts) -> bool:
    return any(
        w.lower() in _OR for c, w in zip(parts.classes, parts.words, strict=True) if c == "r"
    )


def _doubt(parts: Parts) -> str:
    about = "c" in parts.classes
    unsure = "?" in parts.classes or parts.before.rstrip(" [(").lower().endswith(
        ("probably", "possibly", "perhaps", "vermutlich", "wohl")
    )
    return "%" if about and unsure else "~" if about else "?" if unsure else ""


def either_century(figures: int, stems: list[str]) -> str:
    """Two figures for a year: of the one century it may be, else either."""
    centuries = (1900,) if figures >= NEVER_YET else (1900, 2000)
    return one_of([f"{base + figures}{stem}" for base in centuries for stem in stems])


def one_of(dates: list[str]) -> str:
    """A date, or a set of those of which it is one."""
    return dates[0] if len(dates) == 1 else f"[{','.join(sorted(dates))}]"
