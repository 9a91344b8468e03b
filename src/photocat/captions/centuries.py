"""Which century two figures mean: ``06.11.23`` is 1923 or 2023, unless something else says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from photocat.captions.date_parts import one_of
from photocat.captions.days import full_day, last_day, weekday_of
from photocat.captions.years import Inferred, Known, document_dates

_PART = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_NEAR = 40
"""Years within which another date of the caption or its document speaks for a century."""


def century(edtf: str, weekday: int | None, known: Known) -> Inferred | None:
    """Those of several dates that are of one century; None where nothing tells which.

    The weekday written with it; the day of publication, after which no caption speaks; another
    date with its whole year in the caption, an image id or the document; what there are no older
    pictures of. What is left may still be several: ``12/05/11`` is of May or of December.
    """
    dates = _PART.findall(edtf)
    if edtf[:1] != "[" or not _of_any_century(dates):
        return None
    if weekday is not None:
        fitting = [day for day in dates if weekday_of(day) == weekday]
        if len(fitting) == 1:
            return Inferred(fitting[0], "weekday")
    published = known.context.published
    last = last_day(published.text) if published else None
    if published is not None and last is not None:
        before = [day for day in dates if (begins := _begins(day)) and begins <= last]
        if before:
            latest = [day for day in before if day[:2] == max(before)[:2]]
            return Inferred(one_of(latest), f"published {published.text}")
    for year, source in _years(known):
        near = [day for day in dates if abs(int(day[:4]) - year) <= _NEAR]
        if len({day[:2] for day in near}) == 1:
            return Inferred(one_of(near), source)
    if known.beginning is not None:
        there = range(known.beginning.since, known.beginning.until)
        since = [day for day in dates if int(day[:4]) in there]
        if since and len(since) < len(dates):
            return Inferred(one_of(since), known.beginning.tells)
    return None


def _of_any_century(dates: list[str]) -> bool:
    """Whether the same days and months stand in more than one century."""
    centuries = {day[:2] for day in dates}
    stems = {day[2:] for day in dates}
    return len(centuries) > 1 and len(set(dates)) == len(centuries) * len(stems)


def _begins(edtf: str) -> date | None:
    return full_day(edtf if len(edtf) == 10 else f"{edtf}-01")


def _years(known: Known) -> Iterator[tuple[int, str]]:
    document = document_dates(known.context.document)
    for dates, source in (
        (known.stated, "caption"),
        (known.ids, "image id"),
        (document, "document"),
    ):
        for day in dates:
            yield int(day[:4]), f"{source} {day}"
