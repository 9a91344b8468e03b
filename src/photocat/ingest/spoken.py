"""What the caption of a photo says besides: its dates, places, people and credits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from photocat.captions import Context, read_caption, statements_of
from photocat.dates import Edtf, read_iim_date, read_xmp_date
from photocat.ingest.beside import document_of
from photocat.preferred import DOUBTFUL, NAME, preferred
from photocat.records import Note, Scope, Statement, Tag

if TYPE_CHECKING:
    from photocat.gazetteer import Gazetteer

SCOPES: tuple[Scope, ...] = ("photo", "file")

CONTRADICTIONS = frozenset(
    ("weekday-contradicts", "no-such-day", "id-contradicts", "after-publication", "cut")
)
"""Notes of a caption that a person should look at; the others tell only what it leaves open."""

PUBLISHED = (
    ("IIM 2:030", read_iim_date),
    ("XMP prism:publicationDate", read_xmp_date),
    ("ninjs versioncreated", read_xmp_date),
    ("ninjs firstcreated", read_xmp_date),
)
"""Tags that tell when a picture was sent out: no photo was made after that."""


def read_spoken(
    statements: Sequence[Statement], tags: Sequence[Tag], gazetteer: tuple[str, ...]
) -> tuple[tuple[Statement, ...], tuple[str, ...]]:
    """Statements made of the believed captions: of the bytes, and of what lies beside them.

    With them, what a caption says and cannot be so (``CONTRADICTIONS``), in words.

    Places are looked up in the files of a ``gazetteer``; without any, none are read. A gallery
    whose text is among the ``tags`` lends to the captions that stand in it, and so does the day on
    which the picture was sent out. What lies beside a file lends nothing to what its bytes say.
    """
    made: list[Statement] = []
    doubts: list[str] = []
    for scope in SCOPES:
        here = [s for s in statements if s.scope == scope]
        lent = _context(here, [tag for tag in tags if tag.scope == scope])
        captions = [s for s in here if s.field == "caption"]
        for caption in preferred(captions).get("caption", ()):
            if caption.evidence.confidence >= DOUBTFUL:
                stands = caption.text in lent.document
                context = lent if stands else replace(lent, document="")
                read = read_caption(caption.text, context, _opened(gazetteer))
                made += statements_of(read, scope=scope)
                doubts += (
                    f"{note.quote!r}: {note.detail}"
                    for note in read.notes
                    if note.code in CONTRADICTIONS
                )
    return tuple(made), tuple(dict.fromkeys(doubts))


def doubts_note(doubts: Sequence[str]) -> tuple[Note, ...]:
    """The one note of a file whose captions cannot be so; none where there is no doubt."""
    return (Note(DOUBTED, "; ".join(doubts)),) if doubts else ()


DOUBTED = "caption-contradicts"
"""The code under which such files are listed."""


def _context(stated: Sequence[Statement], tags: Sequence[Tag]) -> Context:
    """What else is said in the same place."""
    ids = tuple(s.text for s in stated if s.field == "job_id")
    ids += tuple(s.text[:10] for s in stated if s.evidence.origin.startswith(NAME))
    return Context(published=_published(tags), document=document_of(tags), ids=ids)


def _published(tags: Sequence[Tag]) -> Edtf | None:
    told = {tag.origin: tag.value for tag in reversed(tags)}
    for origin, read in PUBLISHED:
        if origin in told and isinstance(date := read(told[origin]), Edtf):
            return date
    return None


@lru_cache(maxsize=1)
def _opened(files: tuple[str, ...]) -> Gazetteer | None:
    if not files:
        return None
    from photocat.gazetteer import Gazetteer

    return Gazetteer(*map(Path, files))
