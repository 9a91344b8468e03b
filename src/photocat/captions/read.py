"""Reading a caption: the whole of it on one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from photocat.captions.caption_dates import read_dates
from photocat.captions.credits import read_credits
from photocat.captions.events import dated_event, read_event
from photocat.captions.found import NOTHING_MORE, Caption, CaptionNote, Context
from photocat.captions.gallery import within_document
from photocat.captions.people import read_people
from photocat.captions.text import LONGEST, Span, Text, read_text

if TYPE_CHECKING:
    from photocat.gazetteer import Gazetteer


def read_caption(
    text: str, context: Context = NOTHING_MORE, gazetteer: Gazetteer | None = None
) -> Caption:
    """All that a caption says: dates, places, people, credits, an event, each with its words.

    Places are read where a ``gazetteer`` is given. The ``context`` lends what the caption leaves
    out, a year above all, and never dates a photo by itself. Time is linear in the text. Of more
    than 262,144 characters the first are read, and a note ``cut`` says so. Never raises.
    """
    context = within_document(text, context)
    read = read_text(text)
    dates = read_dates(read, context)
    credit = read_credits(read, dates.claimed)
    claimed = (*dates.claimed, *credit.claimed)
    people = read_people(read, claimed)
    created, event = dated_event(read, dates.created, dates.created_span)
    caption = Caption(
        text=text,
        date_created=created,
        mentioned_dates=dates.mentioned,
        released=dates.released,
        person_shown=() if context.body else people.shown,
        mentioned_people=people.mentioned if not context.body else people.shown + people.mentioned,
        creator=credit.creator,
        credit_line=credit.credit_line,
        agency=credit.agency,
        event=event or (None if context.body else read_event(read)),
        notes=dates.notes + _cut(text),
    )
    if gazetteer is None:
        return caption
    beside = [span for span in dates.claimed if span not in dates.elsewhere]
    masks = (*dates.elsewhere, *credit.claimed)
    return _placed(caption, read, beside, masks, context, gazetteer)


def _cut(text: str) -> tuple[CaptionNote, ...]:
    if len(text) <= LONGEST:
        return ()
    detail = f"only the first {LONGEST:,} of {len(text):,} characters are read"
    return (CaptionNote(LONGEST, len(text), text[LONGEST : LONGEST + 40], "cut", detail),)


def _placed(
    caption: Caption,
    text: Text,
    dates: Sequence[Span],
    masks: Sequence[Span],
    context: Context,
    gazetteer: Gazetteer,
) -> Caption:
    from photocat.captions.places import find_places

    places = find_places(text, gazetteer, dates=dates, masks=masks, body=context.body)
    return replace(
        caption,
        location_created=places.created,
        location_shown=places.shown,
        mentioned_places=places.mentioned,
        ambiguous_places=places.ambiguous,
    )
