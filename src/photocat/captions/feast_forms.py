"""``FEAST_FORMS``: the forms of dates that ``feasts`` name."""

from __future__ import annotations

from photocat.captions.date_form import Form
from photocat.captions.date_parts import Parts, year
from photocat.captions.feasts import FEASTS


def _day(parts: Parts) -> str | None:
    """The day; of a year in which the feast was not yet, or no longer, on that day, the year."""
    [number], stated = parts.of("F"), year(parts)
    feast = FEASTS[number]
    if stated is None or not feast.first <= int(stated) <= feast.last:
        return stated
    return f"{stated}-{feast.day}"


_THEN = r"[.,]?(?:[oi]o?)?Y(?![-/][dzY])"
"""A year behind it: ``, 2019``, ``of 2019``."""

FEAST_FORMS: tuple[Form, ...] = (
    Form(
        "feast-day",
        rf"(?:[ni]o?)?F{_THEN}",
        _day,
        (
            ("on New Year's Eve 2019", "2019-12-31"),
            ("Christmas Day, 2015", "2015-12-25"),
            ("the Fourth of July, 1976", "1976-07-04"),
            ("Heiligabend 2015", "2015-12-24"),
            ("on D-Day, 1944", "1944-06-06"),
            ("Veterans Day 1974", "1974"),
            ("on Boxing Day", None),
        ),
    ),
    Form(
        "feast-year",
        rf"(?:[ni]o?)?f{_THEN}",
        year,
        (
            ("on Good Friday, 2012", "2012"),
            ("Labor Day 2011", "2011"),
            ("during Ramadan 2015", "2015"),
            ("Halloween weekend 2017", "2017"),
            ("Orthodox Christmas Eve 2016", "2016"),
            ("Karfreitag 2014", "2014"),
            ("Memorial Day", None),
        ),
    ),
)
