"""The dates of a caption: found, judged, completed, checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from photocat.captions.beginnings import beginning_of
from photocat.captions.centuries import century
from photocat.captions.cue_words import KNOWN_DAYS
from photocat.captions.date_beside import beside, ends_a_range
from photocat.captions.date_candidates import words_around
from photocat.captions.date_doubts import doubted
from photocat.captions.date_made import (
    days_ago,
    from_id,
    made_date,
    nine_elevens,
    no_later,
    taken_lately,
)
from photocat.captions.date_named_years import is_called_by
from photocat.captions.date_pairs import paired
from photocat.captions.date_roles import Judged, judge
from photocat.captions.dates import stated_dates
from photocat.captions.days import full_day, next_day
from photocat.captions.found import CaptionNote, Context, FoundDate
from photocat.captions.ids import archive_numbers, days_of_id, id_dates
from photocat.captions.text import Span, Text
from photocat.captions.years import Known, mention_year, photo_year


@dataclass(frozen=True, slots=True)
class DatesFound:
    """The dates of one caption, and the stretches of ``Text.work`` that they claim."""

    created: FoundDate | None
    mentioned: tuple[FoundDate, ...]
    released: FoundDate | None
    notes: tuple[CaptionNote, ...]
    claimed: tuple[Span, ...]
    created_span: Span | None = None
    """Where ``created`` stands in ``Text.work``."""
    elsewhere: tuple[Span, ...] = ()
    """Those of ``claimed`` that are dates of something else."""


_FILE = re.compile(
    r"^\W*(?:file|archiv\w*)\b|\bfile (?:photo|image|picture)|,\s*file\b|\barchivbild",
    re.IGNORECASE,
)
_HANDOUT = re.compile(
    r"^\W*(?:in )?(?:this|these|an?)\b[^.,]{0,30}"
    r"\b(?:image|photo|picture|video|frame ?grab|still)s?\b"
    r"[^.,]{0,20}\b(?:provided|released|made available|obtained|taken from)\b",
    re.IGNORECASE,
)


def read_dates(text: Text, context: Context) -> DatesFound:
    """Every date of a caption with its role; at most one dates the photo."""
    ids = list(id_dates(text.work))
    of_ids = [span for span, _, _ in ids]
    blocked = of_ids + archive_numbers(text.work)
    stated, impossible = stated_dates(text, context)
    stated = [s for s in stated if not any(s.span.overlaps(span) for span in blocked)]
    stated = paired(text, stated)
    judged = judge(text, stated, context.body)
    outer = [day for given in context.ids for day in days_of_id(given)]
    reader = _Reader(
        text,
        context,
        judged,
        tuple(day for _, day, _ in ids) + tuple(outer),
        bool(_FILE.search(text.work)),
    )
    created = reader.created()
    if created is None and not context.body:
        created = from_id(text, ids) or taken_lately(text, context.published)
    released = reader.released()
    if created is None and released is not None:
        created = no_later(released)
        mentioned = reader.mentions(without=released)
    else:
        mentioned = reader.mentions()
    created, notes = doubted(text, judged, impossible, created, ids, context)
    claimed = tuple(sorted([s.span for s in stated] + of_ids))
    stands = next((j.stated.span for j in judged if j.role in ("photo", "event")), None)
    elsewhere = tuple(j.stated.span for j in judged if j.role == "mentioned") if stands else ()
    return DatesFound(created, mentioned, released, notes, claimed, stands, elsewhere)


@dataclass(frozen=True, slots=True)
class _Reader:
    text: Text
    context: Context
    judged: Sequence[Judged]
    ids: tuple[str, ...]
    is_file: bool

    def created(self) -> FoundDate | None:
        """The date of the photo or of its event."""
        for item in self.judged:
            if item.role in ("photo", "event"):
                return self._found(item, photo=True)
        for item in self.judged:
            # A weekday alone, of which the publication says the week.
            if item.stated.form == "weekday-only" and self._dates_its_week(item):
                inferred = photo_year(item.stated.edtf, None, self._known(None))
                if inferred and not self.context.body:
                    return self._made(item, inferred.edtf, inferred.source, "photo", 0.8)
        return None

    def _dates_its_week(self, item: Judged) -> bool:
        """Whether ``on Monday`` is the day of the photo, as agencies write it."""
        if item.rule != "first-sentence" or self.is_file:
            return False
        work, stated = self.text.work, item.stated
        if work[stated.lead : stated.lead + 3].lower() in _ON_A_DAY:
            return True
        before, after = words_around(self.text, stated.whole)
        return before.endswith(_THIS) or (before.endswith(",") and not after.strip(" .\"')"))

    def released(self) -> FoundDate | None:
        for item in self.judged:
            if item.role == "released":
                return self._found(item, photo=False)
        return None

    def mentions(self, without: FoundDate | None = None) -> tuple[FoundDate, ...]:
        """What is mentioned, in order, each value of a sentence once."""
        created = self.created()
        taken = created or without
        photo = taken.edtf.text if taken else None
        lead = next((j.sentence for j in self.judged if j.role in ("photo", "event")), None)
        found: list[FoundDate] = []
        seen: set[tuple[str, int]] = set()
        for item in self.judged:
            if item.role not in ("mentioned", "released"):
                continue
            # What follows the first sentence of a file photo is younger than the photo.
            dated = item.stated.form != "weekday-only" and item.sentence == lead
            beside = not self.is_file or dated
            beside &= item.stated.form != "weekday-only" or not self._is_handed_out()
            first = found[-1].edtf.text if found and ends_a_range(self.text, item.stated) else None
            date = self._found(item, photo=False, anchor=first or (photo if beside else None))
            if date is None or (created and _says_no_more(item, date, created)):
                continue
            if without and date.start == without.start:
                continue
            if (date.edtf.text, item.sentence) not in seen:
                seen.add((date.edtf.text, item.sentence))
                found.append(date)
        found += nine_elevens(self.text)
        found += days_ago(self.text, None if self.is_file else photo)
        return tuple(sorted(found, key=lambda d: d.start))

    def _is_handed_out(self) -> bool:
        """Whether the weekdays are those of the news: the picture came by another hand."""
        return self.context.published is not None and _HANDOUT.search(self.text.work) is not None

    def _written(self) -> str | None:
        """A day of which the text of a file photo tells: after the photo, and sure of its year."""
        if not self.is_file or self.context.published is not None:
            return None
        photo = next((j for j in self.judged if j.role in ("photo", "event")), None)
        taken = full_day(photo.stated.edtf) if photo else None
        if photo is None or taken is None:
            return None
        for item in self.judged:
            if item.role == "mentioned" and item.sentence != photo.sentence:
                day = next_day(item.stated.edtf, item.stated.weekday, taken)
                if day is not None:
                    return day
        return None

    def _known(self, anchor: str | None, written: str | None = None) -> Known:
        stated = tuple(
            j.stated.edtf
            for j in self.judged
            if not j.stated.yearless and j.stated.edtf[:4].isdigit()
        )
        return Known(stated, anchor, self.ids, self.context, written, beginning_of(self.text.work))

    def _found(self, item: Judged, *, photo: bool, anchor: str | None = None) -> FoundDate | None:
        stated = item.stated
        if stated.form == "weekday-only" and anchor is None and not self._tells(item):
            return None
        if not stated.yearless:
            of_these = century(stated.edtf, self._weekday(item), self._known(anchor))
            edtf = self._opened(item, of_these.edtf if of_these else stated.edtf)
            source = of_these.source if of_these else None
            return self._made(item, edtf, source, item.role, item.confidence)
        day = self._everyone_knows(item)
        if day is not None:
            return self._made(item, day, "everyone calls it so", item.role, 0.9)
        if photo:
            inferred = photo_year(stated.edtf, stated.weekday, self._known(anchor))
        else:
            says = beside(self.text, stated)
            when = self._when(item, says.when)
            known = self._known(anchor, None if anchor else self._written())
            inferred = mention_year(stated.edtf, stated.weekday, known, when, says.years)
        if inferred is not None:
            confidence = min(item.confidence, 0.85 if photo else 0.8)
            edtf = self._opened(item, inferred.edtf)
            return self._made(item, edtf, inferred.source, item.role, confidence)
        if stated.edtf.startswith("weekday"):
            return None
        return self._made(item, stated.edtf, None, item.role, item.confidence)

    def _when(self, item: Judged, says: str) -> str:
        """On which side of the photo a date lies: by the words beside it, a cue, the tense."""
        alone = item.stated.form == "weekday-only"
        if alone and item.rule == "said-then" and _HANDOUT.search(self.text.work):
            return "future"
        strong = says in ("past", "future") or (says == "coming" and item.rule == "possessive")
        near = item.stated.form == "month-of-event" and item.rule == "possessive"
        if strong or near or not item.when:
            return says or ("lately" if self._looks_back(item) else "")
        return item.when

    def _weekday(self, item: Judged) -> int | None:
        """The weekday of a date, also where a bracket stands between: ``Montag (06.11.23)``."""
        for other in self.judged:
            gap = item.stated.lead - other.stated.span.end
            if other.stated.form == "weekday-only" and 0 <= gap <= 3:
                return int(other.stated.edtf[8:])
        return item.stated.weekday

    def _tells(self, item: Judged) -> bool:
        """Whether a weekday is told of as news is: its week is that of the publication."""
        lead = self.text.work[item.stated.lead : item.stated.lead + 3].lower()
        return lead in _ON_A_DAY or item.rule in _TELLS

    def _looks_back(self, item: Judged) -> bool:
        """Whether a month without its year is over: ``in September``; not ``the May election``."""
        month = item.stated.form == "month-only" and not item.rule.startswith("event-")
        return month or self._lasts(item)

    def _lasts(self, item: Judged) -> bool:
        if item.role != "mentioned":
            return False
        start, after = item.stated.span.start, words_around(self.text, item.stated.span)[1]
        start = max(start, item.stated.core)
        before = self.text.work[max(0, start - 30) : start].lower().rstrip()
        if is_called_by(before, after):
            return False
        return _SINCE.search(before) is not None or after.startswith(("以来", "起", "至今"))

    def _opened(self, item: Judged, edtf: str) -> str:
        """``since 2015`` lasts: ``2015/..``."""
        return (
            f"{edtf}/.." if edtf[0] not in "[{" and "/" not in edtf and self._lasts(item) else edtf
        )

    def _everyone_knows(self, item: Judged) -> str | None:
        _, after = words_around(self.text, item.stated.span)
        for edtf, words, day in KNOWN_DAYS:
            if (
                item.role == "mentioned"
                and item.stated.edtf == edtf
                and re.match(rf"[,\s]+(?:[a-z-]+ ){{0,2}}{words}", after)
            ):
                return day
        return None

    def _made(
        self, item: Judged, edtf: str, source: str | None, role: str, confidence: float
    ) -> FoundDate:
        span = item.stated.span
        if item.role == "mentioned" and edtf.endswith("/.."):
            span = Span(self._since_before(span.start), span.end)
        return made_date(
            self.text, span, edtf, role, f"{item.stated.form}/{item.rule}", confidence, source
        )

    def _since_before(self, start: int) -> int:
        before = self.text.work[max(0, start - 30) : start]
        match = _SINCE.search(before.rstrip().lower())
        return start - len(before) + match.start() if match else start


def _says_no_more(item: Judged, date: FoundDate, created: FoundDate) -> bool:
    """Whether a date is the photo's own once more, or the weekday of it in the same sentence."""
    if date.start == created.start:
        return True
    alone = item.stated.form == "weekday-only" and item.rule == "first-sentence"
    return alone and date.edtf.overlaps(created.edtf)


_TELLS = ("said-then", "done-then", "clause", "possessive", "ahead-of")
_ON_A_DAY = frozenset(("on ", "am ", "el "))
_THIS = (", late", ", early", " este", " ce", " questo", " nesta", ",este", ",ce")
"""What stands before the weekday of the news: ``…, late Tuesday``; in other languages, this."""
_SINCE = re.compile(
    r"\b(?:since|seit|depuis|desde|с|со|з|із|منذ|sinds|sedan|siden|od|dal)"
    r"\s*(?:(?:the|early|mid-?|late|end|beginning|start|of|last|el|la|le|dem|der|pasad[oa])\s*)*$"
)
