"""Dates behind a colon or a comparison, read to what they mean.

Each function takes a ``Value`` and gives a node, or raises ``ValueError`` (``BadDate`` is one) with
what to write instead.
"""

from __future__ import annotations

from collections.abc import Callable

from photocat.dates import (
    MAX_MOMENT,
    MIN_MOMENT,
    Edtf,
    Precision,
    format_moment,
    parse_query_date,
)
from photocat.errors import BadDate
from photocat.query.date_advice import meant
from photocat.query.known import Misspelt, Value
from photocat.query.nodes import DateIs, Happened, Moment, Node

FORMS = "write 2016, 2016-03, 2016-03-14, 12-13 of any year, 2015..2016, -2w.. or today"
"""What is told of dates to somebody who wrote none."""


def date(value: Value) -> Node:
    """``date:2016``, and ``date>=2016``, which goes on without an end."""
    asked = _asked(value)
    match value.sign:
        case "<":
            return DateIs(_ended_before(asked))
        case ">":
            return DateIs(_begun_after(asked))
        case "<=":
            return DateIs(Edtf.parse(f"../{_end_of(asked)}"))
        case ">=":
            return DateIs(Edtf.parse(f"{_moment(asked, asked.earliest)}/.."))
    return DateIs(asked)


def during(value: Value) -> Node:
    """``during:2016``: every moment that it may be."""
    return DateIs(_asked(value), certainly=True)


def before(value: Value) -> Node:
    """``before:2016``: until the last moment of 2015."""
    return DateIs(_ended_before(_asked(value)))


def after(value: Value) -> Node:
    """``after:2016``: from the first moment of 2017."""
    return DateIs(_begun_after(_asked(value)))


def happened(what: Moment) -> Callable[[Value], Node]:
    """``ingested:-2d..``: days of UTC, as the catalog notes them."""

    def read(value: Value) -> Node:
        asked = _asked(value)
        _refuse_gaps(asked)
        match value.sign:
            case "<":
                return Happened(what, MIN_MOMENT, _known(asked, asked.earliest) - 1)
            case ">":
                return Happened(what, _known(asked, asked.latest) + 1, MAX_MOMENT)
            case "<=":
                return Happened(what, MIN_MOMENT, asked.latest)
            case ">=":
                return Happened(what, asked.earliest, MAX_MOMENT)
        return Happened(what, asked.earliest, asked.latest)

    return read


def _asked(value: Value) -> Edtf:
    try:
        return parse_query_date(value.text, today=value.known.today)
    except BadDate as error:
        if near := meant(value.text):
            raise Misspelt(f"{value.text!r} is no date", *near) from error
        if "EDTF" in error.reason:
            raise ValueError(f"{value.text!r} is no date; {FORMS}") from error
        raise


def _ended_before(asked: Edtf) -> Edtf:
    return Edtf.parse(f"../{_moment(asked, _known(asked, asked.earliest) - 1)}")


def _begun_after(asked: Edtf) -> Edtf:
    return Edtf.parse(f"{_moment(asked, _known(asked, asked.latest) + 1)}/..")


def _end_of(asked: Edtf) -> str:
    return _moment(asked, asked.latest)


def _known(asked: Edtf, end: int) -> int:
    """An end of a date that is compared with others, which has to have one."""
    if end in (MIN_MOMENT, MAX_MOMENT):
        raise ValueError(f"{asked.text} is open at this end: nothing lies beyond it")
    return end


def _moment(asked: Edtf, moment: int) -> str:
    """A moment as EDTF, a day where it is the first or the last of one."""
    _refuse_gaps(asked)
    written = format_moment(_known(asked, moment)) or ""
    if not written[:4].isdecimal():
        raise ValueError("dates before the year 0000 and after 9999 are not compared")
    for whole in ("T00:00:00", "T23:59:59.999999"):
        written = written.removesuffix(whole)
    return written.removesuffix(".999999")


def _refuse_gaps(asked: Edtf) -> None:
    if asked.precision in (Precision.MASK, Precision.SET) or "XXXX-" in asked.text:
        raise ValueError(f"{asked.text} is more than one stretch of time; write a year or a range")
