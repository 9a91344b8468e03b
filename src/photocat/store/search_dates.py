"""Dates in SQL: by their bounds where the bounds say all, worked out in Python where they do not.

A date with gaps (``XXXX-12-13``, ``[1667,1760-12]``) is less than its bounds. Few photos have one,
so each text of that kind is compared by ``Edtf`` itself. Where the date asked for has gaps, photos
that begin and end on the same days are answered alike, once for each such pair of days, among those
whose terms (``index_terms``) let them through.
"""

from __future__ import annotations

from datetime import date as day

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    false,
    literal_column,
    not_,
    or_,
    select,
    true,
)

from photocat.dates import Edtf
from photocat.dates.pieces import day_bit
from photocat.query import Any as AnyOf
from photocat.query import DateIs, HasWords
from photocat.store.index_terms import END, EVERY_DAY, YEAR, has_gaps
from photocat.store.search_terms import tells_leap_day_alone, textual, yearly_days
from photocat.store.search_words import position_of, says
from photocat.store.sql import one_of
from photocat.store.tables_derived import SHOWN_WITH_GAPS, shown

DAY = 86_400_000_000
"""Microseconds."""
_PAIR = 1 << 22
"""More than the days of the years 1 to 9999."""

_FEW = 31
"""Days that are looked at one by one sooner than as a date."""

_earliest, _latest = shown.c.earliest, shown.c.latest
_WITH_GAPS: ColumnElement[bool] = literal_column(f"({SHOWN_WITH_GAPS})")
_BY_DAYS = and_(_earliest >= 0, _latest < END)
_DAYS = (_earliest // DAY) * _PAIR + _latest // DAY


def date_is(connection: Connection, asked: Edtf, *, inside: bool) -> ColumnElement[bool]:
    """Whether the date of a row of ``shown`` lies inside the date asked for, or overlaps it."""
    dated = _earliest.is_not(None)
    if has_gaps(asked):
        return and_(dated, _within_bounds(asked, inside), _worked_out(connection, asked, inside))
    if inside:
        return and_(dated, _within_bounds(asked, inside))
    texts = _texts(connection, asked, inside, _WITH_GAPS)
    of_these = one_of(connection, shown.c.date, texts)
    return and_(dated, _within_bounds(asked, inside), or_(not_(_WITH_GAPS), of_these))


def _within_bounds(asked: Edtf, inside: bool) -> ColumnElement[bool]:
    if inside:
        return and_(_earliest >= asked.earliest, _latest <= asked.latest)
    return and_(_earliest <= asked.latest, _latest >= asked.earliest)


def _worked_out(connection: Connection, asked: Edtf, inside: bool) -> ColumnElement[bool]:
    """What a date with gaps covers, of all that is stored."""
    by_days = and_(_BY_DAYS, not_(_WITH_GAPS))
    among, at_once = _among(connection, asked, inside)
    if "T" in asked.text:
        return one_of(connection, shown.c.date, _texts(connection, asked, inside, among))
    texts = _texts(connection, asked, inside, and_(among, not_(by_days)))
    rows = select(_DAYS).where(among, by_days, not_(at_once), _within_bounds(asked, inside))
    yearly = yearly_days(asked)
    pairs = [p for p in connection.scalars(rows.distinct()) if _answer(p, asked, yearly, inside)]
    return or_(
        one_of(connection, shown.c.date, texts),
        and_(by_days, or_(at_once, one_of(connection, _DAYS, pairs))),
    )


def _among(
    connection: Connection, asked: Edtf, inside: bool
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Which rows may answer at all, as the index knows, and which of them do without a doubt.

    A year and more holds every day of the year, so it may be any of those that are asked for.
    """
    narrowed = textual(DateIs(asked), certainly=inside)
    if narrowed is None or not isinstance(narrowed.node, AnyOf):
        return true(), false()
    whole_years: ColumnElement[bool] = false()
    days = narrowed.node.nodes
    if not (inside or tells_leap_day_alone(yearly_days(asked))):
        whole_years = or_(_latest >= _earliest + YEAR - 1, shown.c.date_precision == "year")
        days = tuple(day for day in days if day != HasWords(("day",), (EVERY_DAY,)))
    found = select(position_of(connection)).where(says(connection, AnyOf(days)))
    return shown.c.position.in_(found), whole_years


def _texts(
    connection: Connection, asked: Edtf, inside: bool, where: ColumnElement[bool]
) -> list[str]:
    """The texts of stored dates that answer, each compared by itself."""
    rows = select(shown.c.date).where(where, _within_bounds(asked, inside)).distinct()
    return [t for t in connection.scalars(rows) if _answers(Edtf.parse(t), asked, inside)]


def _answers(date: Edtf, asked: Edtf, inside: bool) -> bool:
    return date.within(asked) if inside else date.overlaps(asked)


def _answer(pair: int, asked: Edtf, yearly: int, inside: bool) -> bool:
    """Whether what lies between two days answers; of few days, and days of any year, one by one."""
    first, last = divmod(pair, _PAIR)
    if not yearly or last - first > _FEW:
        return _answers(_between(first, last), asked, inside)
    held = (
        bool(yearly & day_bit(on.month, on.day))
        for on in map(day.fromordinal, range(first + 1, last + 2))
    )
    return all(held) if inside else any(held)


def _between(first: int, last: int) -> Edtf:
    return Edtf.parse(f"{day.fromordinal(first + 1)}/{day.fromordinal(last + 1)}")
