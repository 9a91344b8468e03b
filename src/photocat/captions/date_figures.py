"""Dates in figures: numeric ones, those with two figures for the year, and Chinese ranges."""

from __future__ import annotations

import re

from photocat.captions.date_parts import NOT_BEFORE, Parts, either_century, one_of


def alternatives(parts: Parts) -> str | None:
    """A date with two figures for its year: of the one century it may be, else either."""
    figures = [(c, v) for c, v in zip(parts.classes, parts.values, strict=True) if c in "dqz"]
    months = parts.of("Mm")
    glued = any(mark in parts.classes for mark in "'-/") or figures[-1][0] == "z"
    word = next(w for c, w in zip(parts.classes, parts.words, strict=True) if c in "Mm")
    if not glued and not word.isupper():
        return None
    stem = f"-{months[0]:02}" + (f"-{figures[0][1]:02}" if len(figures) == 2 else "")
    return either_century(figures[-1][1], [stem])


def numeric(parts: Parts) -> str | None:
    """``19/03/2016``; where day and month may be either way round, both: ``[a,b]``."""
    figures = [(c, v) for c, v in zip(parts.classes, parts.values, strict=True) if c in "dzY"]
    (_, first), (_, second), (cls, last) = figures
    if parts.before[-1:] in ("-", "/", ".") or _JOINED.match(parts.after):
        return None
    announced = parts.before.lower().endswith(("date: ", "taken: "))
    if parts.classes == "d-d-d" and not (announced or _IN_A_STATE.search(parts.before)):
        return None
    of_spain = parts.after.startswith(".-")
    day_first = True if "." in parts.classes or of_spain else parts.day_first
    stems = []
    if first <= 12 and 1 <= second <= 31 and day_first is not True:
        stems.append(f"-{first:02}-{second:02}")
    if 1 <= second <= 12 and (day_first is not False or first > 12):
        stems.append(f"-{second:02}-{first:02}")
    if not stems and first <= 12 and 12 < second <= 31:
        stems.append(f"-{first:02}-{second:02}")
    stems = list(dict.fromkeys(stems))
    if not stems:
        return None
    if cls == "Y":
        return one_of([f"{last:04}{stem}" for stem in stems])
    return either_century(last, stems)


_IN_A_STATE = re.compile(r", [A-Z]{2}, $")
"""``New Orleans, LA, 4-10-06``."""
_JOINED = re.compile(r"/|-(?! ?[A-Z][a-z])")
"""What follows a date that is part of something else; a town behind a dash is its dateline's."""


def month_in_figures(parts: Parts) -> str | None:
    """``06/1972``, with its nought: ``3/1000`` is a share."""
    (month, year), padded = parts.values[::2], len(parts.words[0]) == 2
    return f"{year:04}-{month:02}" if padded and month <= 12 and year >= NOT_BEFORE else None


def compact(parts: Parts) -> str | None:
    """``20181227``."""
    value = parts.values[0]
    year, month, day = value // 10000, value // 100 % 100, value % 100
    if not (NOT_BEFORE <= year < 2100 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{year:04}-{month:02}-{day:02}"


def han_range(parts: Parts) -> str | None:
    """``2016年3月3日至5日``: what the second side leaves out is that of the first."""
    sides: list[list[int]] = [[]]
    for cls, value in zip(parts.classes, parts.values, strict=True):
        if cls in "-t":
            sides.append([])
        elif cls in "dY":
            sides[-1].append(value)
    first, last = sides
    last = first[: len(first) - len(last)] + last
    if len(first) != len(last) or not first < last:
        return None
    return "/".join("-".join([f"{y:04}", *(f"{n:02}" for n in rest)]) for y, *rest in (first, last))


def han_month(parts: Parts) -> str | None:
    """``今年6月``: a month alone is one only after the word for its year."""
    told = parts.before.endswith(("今年", "去年", "明年"))
    return f"XXXX-{parts.values[0]:02}" if told and parts.values[0] <= 12 else None
