"""What the caption of a photo says besides: its dates, places, people and credits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from photocat.captions import CaptionNote, Context, read_caption, statements_of
from photocat.preferred import DOUBTFUL, preferred
from photocat.records import Note, Scope, Statement

if TYPE_CHECKING:
    from photocat.gazetteer import Gazetteer

SCOPES: tuple[Scope, ...] = ("photo", "file")

CONTRADICTIONS = frozenset(("weekday-contradicts", "no-such-day", "id-contradicts"))
"""Notes of a caption that a person should look at; the others tell only what it leaves open."""


def read_spoken(
    statements: Sequence[Statement], gazetteer: tuple[str, ...], document: str = ""
) -> tuple[tuple[Statement, ...], tuple[Note, ...]]:
    """Statements made of the believed captions: of the bytes, and of what lies beside them.

    With them, notes on what a caption says and cannot be so (``CONTRADICTIONS``).

    Places are looked up in the files of a ``gazetteer``; without any, none are read. A ``document``
    lends to the captions that stand in it.
    """
    made: list[Statement] = []
    notes: list[Note] = []
    for scope in SCOPES:
        captions = [s for s in statements if s.field == "caption" and s.scope == scope]
        for caption in preferred(captions).get("caption", ()):
            if caption.evidence.confidence >= DOUBTFUL:
                context = Context(document=document if caption.text in document else "")
                read = read_caption(caption.text, context, _opened(gazetteer))
                made += statements_of(read, scope=scope)
                notes += map(_note, (n for n in read.notes if n.code in CONTRADICTIONS))
    return tuple(made), tuple(dict.fromkeys(notes))


def _note(found: CaptionNote) -> Note:
    return Note("caption-contradicts", f"{found.quote!r}: {found.detail}")


@lru_cache(maxsize=1)
def _opened(files: tuple[str, ...]) -> Gazetteer | None:
    if not files:
        return None
    from photocat.gazetteer import Gazetteer

    return Gazetteer(*map(Path, files))
