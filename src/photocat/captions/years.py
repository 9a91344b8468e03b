"""The year that a caption leaves out: only from what is stated beside it, and said so.

In order: the same day with its year elsewhere in the caption; the photo's own date, for what the
caption mentions (not in a file photo, whose text is younger than the picture); an image id; the
document; the day of publication. Where nothing tells it stays ``XXXX-12-13``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from photocat.captions.beginnings import Beginning
from photocat.captions.dates import stated_dates
from photocat.captions.days import full_day, in_year, is_day, last_day, middle_of
from photocat.captions.found import Context
from photocat.captions.text import read_text


@dataclass(frozen=True, slots=True)
class Inferred:
    """EDTF text with what lent its missing part."""

    edtf: str
    source: str


@dataclass(frozen=True, slots=True)
class Known:
    """What may lend a year."""

    stated: tuple[str, ...]
    """Full dates of the caption, EDTF."""
    photo: str | None
    """The photo's date, where it may lend its year."""
    ids: tuple[str, ...]
    """Dates that image ids carry."""
    context: Context
    written: str | None = None
    """A day of which the text tells as news, where the photo is older than its text."""
    beginning: Beginning | None = None
    """What the caption names that there are no older pictures of."""


def photo_year(edtf: str, weekday: int | None, known: Known) -> Inferred | None:
    """A photo's ``XXXX-12-13`` (or ``weekday 3``) with its year: never after its publication."""
    if edtf.startswith("weekday"):
        return _weekday_before(int(edtf[8:]), known.context)
    same = _same_day(edtf, known)
    if same is not None:
        return same
    beside = _beside(edtf, weekday, known)
    if beside is not None:
        return beside
    published = known.context.published
    if published is None:
        return None
    last = last_day(published.text)
    if last is None:
        return None
    for year in range(last.year, last.year - 3, -1):
        day = in_year(edtf, year)
        if day is None or day > last + timedelta(days=1):
            continue
        if weekday is not None and day.weekday() != weekday and is_day(edtf):
            continue
        return Inferred(edtf.replace("XXXX", f"{year:04}"), f"published {published.text}")
    return None


_BESIDE = timedelta(days=31)


def _beside(edtf: str, weekday: int | None, known: Known) -> Inferred | None:
    """The year of a full day of the caption, where that is within a month of this one."""
    for stated in known.stated:
        other = full_day(stated)
        if other is None or not is_day(edtf):
            continue
        for year in (other.year - 1, other.year, other.year + 1):
            day = in_year(edtf, year)
            if day and abs(day - other) <= _BESIDE and weekday in (None, day.weekday()):
                return Inferred(edtf.replace("XXXX", f"{year:04}"), f"caption {stated}")
    return None


def mention_year(
    edtf: str, weekday: int | None, known: Known, when: str = "", years: int | None = None
) -> Inferred | None:
    """A mentioned ``XXXX-12-13`` (or ``weekday 3``) with the year that brings it nearest.

    ``years`` is how many years after that of the photo, where the words say it. ``when`` is
    ``past`` or ``future`` where the words say on which side it lies, ``lately`` where it lies
    before the caption was written, which may be weeks after the photo; of weekdays ``done`` or
    ``coming``, as the tense has it.
    """
    if edtf.startswith("weekday"):
        return _weekday_near(int(edtf[8:]), known, when)
    if years is not None:
        for anchor, source in _anchors(known):
            return Inferred(edtf.replace("XXXX", f"{anchor.year + years:04}"), source)
    same = _same_day(edtf, known)
    if same is not None:
        return same
    for anchor, source in _anchors(known):
        near = _nearest(edtf, weekday, anchor, when)
        if near is not None:
            return Inferred(edtf.replace("XXXX", f"{near:04}"), source)
    return None


def document_dates(document: str) -> tuple[str, ...]:
    """The full days that a document states, in order."""
    return _document_dates(document) if document else ()


@lru_cache(maxsize=8)
def _document_dates(document: str) -> tuple[str, ...]:
    found, _ = stated_dates(read_text(document))
    return tuple(s.edtf for s in found if full_day(s.edtf) is not None)


def _same_day(edtf: str, known: Known) -> Inferred | None:
    """The same day or month, stated with its year elsewhere."""
    for dates, source in (
        (known.stated, "caption"),
        (known.ids, "image id"),
        (document_dates(known.context.document), "document"),
    ):
        full = [d for d in dates if d[4:] == edtf[4:]]
        if full:
            return Inferred(full[-1], f"{source} {full[-1]}")
    return None


def _anchors(known: Known) -> Iterable[tuple[date, str]]:
    if known.photo is not None:
        day = middle_of(known.photo)
        if day is not None:
            yield day, f"photo {known.photo}"
    if known.written is not None and (day := full_day(known.written)):
        yield day, f"caption {known.written}"
    for dates, source in (
        (known.ids, "image id"),
        (document_dates(known.context.document)[-1:], "document"),
    ):
        for edtf in dates:
            day = full_day(edtf)
            if day is not None:
                yield day, f"{source} {edtf}"
    if known.context.published is not None:
        last = last_day(known.context.published.text)
        if last is not None:
            yield last, f"published {known.context.published.text}"


_WRITTEN_AFTER = timedelta(days=62)


def _nearest(edtf: str, weekday: int | None, anchor: date, when: str) -> int | None:
    years = [
        year for year in (anchor.year - 1, anchor.year, anchor.year + 1) if in_year(edtf, year)
    ]
    if weekday is not None and is_day(edtf):
        fitting = [y for y in years if (d := in_year(edtf, y)) and d.weekday() == weekday]
        years = fitting if fitting and not _a_slip(edtf, weekday, anchor) else years
    if when:
        latest = anchor + _WRITTEN_AFTER if when == "lately" and not is_day(edtf) else anchor
        side = [
            y
            for y in years
            if ((d := in_year(edtf, y)) and (d >= anchor if when == "future" else d <= latest))
            or _ongoing(edtf, y, anchor)
        ]
        years = side or years
    if not years:
        return None
    return min(years, key=lambda y: abs(((in_year(edtf, y) or anchor) - anchor).days))


def _a_slip(edtf: str, weekday: int, anchor: date) -> bool:
    """Whether a day within two weeks is but one off its weekday: that is wrong, not the year."""
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        day = in_year(edtf, year)
        if day and abs(day - anchor) <= _SOON and (day.weekday() - weekday) % 7 in (1, 6):
            return True
    return False


_SOON = timedelta(days=14)


def _ongoing(edtf: str, year: int, anchor: date) -> bool:
    """Whether days of a range, in this year, begin before a day and end after it."""
    first, _, last = edtf.partition("/")
    begins, ends = in_year(first, year), in_year(last, year) if last else None
    return begins is not None and ends is not None and begins <= anchor <= ends


def _weekday_before(weekday: int, context: Context) -> Inferred | None:
    published = context.published
    day = full_day(published.text) if published else None
    if published is None or day is None:
        return None
    back = (day.weekday() - weekday) % 7
    return Inferred((day - timedelta(days=back)).isoformat(), f"published {published.text}")


def _weekday_near(weekday: int, known: Known, when: str) -> Inferred | None:
    published = known.context.published
    day, source = full_day(known.photo) if known.photo else None, f"photo {known.photo}"
    if day is None and known.written is not None:
        day, source = full_day(known.written), f"caption {known.written}"
    if day is None and published is not None:
        day, source = full_day(published.text[:10]), f"published {published.text}"
    if day is None:
        return None
    ahead = (weekday - day.weekday()) % 7
    near = day + timedelta(days=ahead - 7 if ahead > _AHEAD[when] else ahead)
    return Inferred(near.isoformat(), source)


_AHEAD = {"": 3, "past": 0, "lately": 0, "done": 1, "coming": 5, "future": 6}
"""Days by which a weekday may lie after the photo. A caption is often written on the next day, so
what is done may be of that day; what is to come is hardly told of as of yesterday's."""
