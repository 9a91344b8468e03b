"""What the name of a file says of when its picture was made: little, and of that file only."""

from __future__ import annotations

import os
import re
from datetime import date, timedelta

from photocat.dates import Edtf, Refused, read_xmp_date
from photocat.dates.virin import virin_day
from photocat.fields import rank_of
from photocat.preferred import NAME
from photocat.readers.name_forms import NAME_FORMS, NameForm, Says
from photocat.records import Evidence, Note, Statement


def read_file_name(
    path: str, today: date | None = None
) -> tuple[tuple[Statement, ...], tuple[Note, ...]]:
    """The date in the name at the end of ``path``, as a statement about the file.

    The first form of ``NAME_FORMS`` that fits decides. A day that does not exist says nothing:
    such figures were no date. What a clock shows that was never set, and with ``today`` what lies
    more than a day after it, is a note.
    """
    name = os.path.basename(path)
    stem = os.path.splitext(name)[0]
    for form in NAME_FORMS:
        match = form.pattern.match(stem)
        if match is not None:
            return _stated(form, match, today)
    return (), ()


def _stated(
    form: NameForm, match: re.Match[str], today: date | None
) -> tuple[tuple[Statement, ...], tuple[Note, ...]]:
    start, end = match.span("said")
    origin = f"{NAME}[{start}:{end}]"
    text = _edtf(match.groupdict(), form.says)
    told = read_xmp_date(text, today=today) if text else None
    if isinstance(told, Refused) and told.code in ("future", "epoch-default"):
        return (), (Note("date-refused", f"{origin} {match['said']!r}: {told.reason}"),)
    if not isinstance(told, Edtf):
        return (), ()
    stated = Edtf.parse(f"[..{told.text[:10]}]") if form.says == "no later" else told
    evidence = Evidence(origin, match["said"], form.rule, (start, end), form.confidence)
    rank = rank_of("date_created", origin)
    return (Statement("date_created", stated.text, evidence, rank, "file", stated),), ()


def _edtf(parts: dict[str, str | None], says: Says) -> str | None:
    """The parts of a name as EDTF, impossible days included; None where no day can be named."""
    if virin := parts.get("virin"):
        day = virin_day(virin)
        return day.isoformat() if day else None
    if figures := parts.get("day_of_year"):
        return _day_of_year(2000 + int(parts["short_year"] or 0), int(figures))
    text = "-".join(part for key in ("year", "month", "day") if (part := parts.get(key)))
    hour = parts.get("hour")
    if hour is None:
        return text
    if half := parts.get("half"):
        if not 1 <= int(hour) <= 12:
            return None
        hour = str(int(hour) % 12 + 12 * (half in "Pp"))
    text += f"T{hour.zfill(2)}:{parts['minute']}:{parts['second']}"
    text += f".{fraction}" if (fraction := parts.get("fraction")) else ""
    return text + ("Z" if says == "utc" else "")


def _day_of_year(year: int, number: int) -> str | None:
    day = date(year, 1, 1) + timedelta(days=number - 1)
    return day.isoformat() if number and day.year == year else None
