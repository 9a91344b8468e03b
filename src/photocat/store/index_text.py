"""The words by which a photo is found, as both databases index them.

A value is its folded words joined by spaces. Values stand between breaks (``¶``, which is no letter
and so never a word), and no phrase runs over a break. A value's words may be looked for alone, in a
phrase, or with the breaks around them as the whole value.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

from photocat.fields import FIELD
from photocat.query.meaning import Lies
from photocat.records import Statement
from photocat.store.index_terms import ROLES, tagged
from photocat.store.rows import clean
from photocat.words import words

BREAK = "¶"
MOST_WORDS = 8_000
"""Words indexed in each column: PostgreSQL counts positions up to 16,383."""
LONGEST_WORD = 255
"""Characters indexed of a word: a lexeme of PostgreSQL has less than 2,048 bytes."""

NOWHERE: Mapping[str, Lies] = MappingProxyType({})
"""What is known of the places of a photo that states none."""

_PROSE = frozenset(name for name, field in FIELD.items() if field.prose and name != "caption")


def index_text(
    statements: Collection[Statement],
    suppliers: Collection[str],
    format: str,
    terms: Iterable[str] = (),
    lies: Mapping[str, Lies] = NOWHERE,
) -> tuple[str, str, str]:
    """The columns ``caption``, ``prose`` and ``stated`` of ``shown_words``.

    ``terms`` are those of ``index_terms``; ``lies`` knows the names that no gazetteer does.
    """
    texts: dict[str, dict[str, None]] = {
        "supplier": dict.fromkeys(sorted(suppliers)),
        "format": {format: None},
    }
    for statement in sorted(statements, key=lambda s: (s.field, s.rank, s.text)):
        texts.setdefault(statement.field, {}).update(dict.fromkeys(texts_of(statement)))
    for field, there in lies.items():
        texts[f"{ROLES[field]}_named"] = dict.fromkeys(there.unknown)
    values = {field: [words(clean(text)) for text in said] for field, said in texts.items()}
    captions = values.pop("caption", [])
    prose = [value for field in sorted(_PROSE & values.keys()) for value in values[field]]
    stated = [
        [tagged(field, word) for word in value]
        for field in sorted(values, key=lambda f: (f != "supplier", f))
        for value in values[field]
    ]
    whole = [[as_one("supplier", value)] for value in values["supplier"] if value]
    # No phrase is ever made of terms: one break before them all is enough.
    return _column(captions), _column(prose), _column([list(terms), *whole, *stated])


def texts_of(statement: Statement) -> list[str]:
    """What a statement is found by: its text, or the names of its place and what that lies in.

    Dates and coordinates are found as what they are, not as their digits.
    """
    place = statement.place
    if place is not None:
        return [place.name, *place.hierarchy, place.country_code or ""]
    return [] if statement.date or statement.point else [statement.text]


def as_one(field: str, value: Sequence[str]) -> str:
    """All words of a value of one field as one word of ``stated``."""
    return tagged(field, f"={'='.join(value)}")


def tsvector(column: str) -> str:
    """A column as the text of a ``tsvector``, cut exactly where the column has spaces."""
    positions: dict[str, list[str]] = {}
    for position, word in enumerate(column.split(), 1):
        positions.setdefault(word, []).append(str(position))
    return " ".join(f"{quoted(word)}:{','.join(at)}" for word, at in positions.items())


def quoted(word: str) -> str:
    """A word as ``tsvector`` and ``tsquery`` take it, whatever is in it."""
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"


def _column(values: Iterable[Iterable[str]]) -> str:
    column: list[str] = []
    for value in values:
        found = [word[:LONGEST_WORD] for word in value]
        if found and len(column) + len(found) < MOST_WORDS:
            column += [BREAK, *found]
        elif found:
            column += [BREAK, *found[: MOST_WORDS - len(column) - 1]]
            break
    return " ".join([*column, BREAK]) if column else ""
