"""Words of a query as full-text search takes them: FTS5 on SQLite, ``tsquery`` on PostgreSQL.

What is looked for is made of words alone (``photocat.words``), each quoted, so that nothing typed
into a query is ever syntax. The columns are those of ``index_text``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TypeGuard

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    bindparam,
    cast,
    false,
    literal_column,
    not_,
    or_,
    true,
)
from sqlalchemy import and_ as sql_and
from sqlalchemy.dialects.postgresql import TSQUERY

from photocat.query import All, Any, Conflicting, HasWords, Node, Not, Present
from photocat.query.table import PROSE
from photocat.store.index_text import BREAK, LONGEST_WORD, as_one, quoted, tagged
from photocat.store.tables_derived import words_index

_DEEPEST = 8
"""FTS5's parser has room for a hundred symbols that wait for their closing parenthesis."""

Textual = HasWords | Present | Conflicting | Not | All | Any

EVERYTHING = f'stated : "{BREAK}"'
"""What every photo has, for FTS5, whose NOT needs something to take away from."""


def says(connection: Connection, node: Node) -> ColumnElement[bool]:
    """Whether a row of ``words_index`` answers a textual node."""
    if connection.dialect.name == "sqlite":
        return literal_column("words_index").op("MATCH", return_type=Boolean())(fts5(node))
    return tsquery(node)


def position_of(connection: Connection) -> ColumnElement[int]:
    """The position of a row of ``words_index``."""
    key = "rowid" if connection.dialect.name == "sqlite" else "position"
    return words_index.c[key]


def is_textual(node: Node) -> TypeGuard[Textual]:
    """Whether the full-text index alone can answer a node, surely."""
    return _nesting(node) <= _DEEPEST


def _nesting(node: Node) -> float:
    """How deep the expression for a node nests; infinitely, where there is none."""
    match node:
        case HasWords() | Present() | Conflicting():
            return 1
        case Not(inner):
            return 1 + _nesting(inner)
        case All(nodes) | Any(nodes) if nodes:
            return 1 + max(map(_nesting, nodes))
    return math.inf


# --- FTS5 -----------------------------------------------------------------------------------------


def fts5(node: Node) -> str:
    """A textual node as the right side of ``MATCH``."""
    match node:
        case HasWords() | Present() | Conflicting():
            return _any_of([f"{column} : {_phrase(node, words)}" for column, words in _looks(node)])
        case Not(inner):
            return f"({EVERYTHING} NOT {fts5(inner)})"
        case All(nodes):
            wanted = [fts5(n) for n in nodes if not isinstance(n, Not)]
            unwanted = [fts5(n.node) for n in nodes if isinstance(n, Not)]
            found = " AND ".join(wanted) or EVERYTHING
            return f"(({found}) NOT {_any_of(unwanted)})" if unwanted else f"({found})"
        case Any(nodes):
            return _any_of([fts5(n) for n in nodes])
    raise TypeError(f"{node} is not looked for in text")


def _any_of(expressions: Sequence[str]) -> str:
    return expressions[0] if len(expressions) == 1 else f"({' OR '.join(expressions)})"


def _phrase(node: HasWords | Present | Conflicting, words: Sequence[str]) -> str:
    text = " ".join(words).replace('"', '""')
    return f'"{text}"{"*" if _goes_on(node) else ""}'


# --- tsquery --------------------------------------------------------------------------------------


def tsquery(node: Node) -> ColumnElement[bool]:
    """A textual node as a condition on a row of PostgreSQL's ``words_index``."""
    match node:
        case HasWords() | Present() | Conflicting():
            return or_(*(_follows(node, column, words) for column, words in _looks(node)))
        case Not(inner):
            return not_(tsquery(inner))
        case All(nodes):
            return sql_and(true(), *map(tsquery, nodes))
        case Any(nodes):
            return or_(false(), *map(tsquery, nodes))
    raise TypeError(f"{node} is not looked for in text")


def _follows(
    node: HasWords | Present | Conflicting, column: str, words: Sequence[str]
) -> ColumnElement[bool]:
    lexemes = " <-> ".join(map(quoted, words)) + (":*" if _goes_on(node) else "")
    return words_index.c[column].bool_op("@@")(cast(bindparam(None, lexemes), TSQUERY))


# --- where to look --------------------------------------------------------------------------------


def _looks(node: HasWords | Present | Conflicting) -> Iterator[tuple[str, list[str]]]:
    """The columns to look in, each with the words as they stand there one after the other."""
    if isinstance(node, Present):
        yield "stated", [tagged("has", node.field)]
        return
    if isinstance(node, Conflicting):
        yield "stated", [tagged("conflict", node.about)]
        return
    fields = set(node.fields)
    if fields >= set(PROSE):
        yield "prose", _within_a_value(node, node.words)
        fields -= {*PROSE} - {"caption"}
    if "caption" in fields:
        yield "caption", _within_a_value(node, node.words)
    for field in sorted(fields - {"caption"}):
        if field == "supplier" and node.whole:
            yield "stated", [as_one(field, node.words)[:LONGEST_WORD]]
        else:
            yield "stated", _within_a_value(node, [tagged(field, word) for word in node.words])


def _within_a_value(node: HasWords, words: Sequence[str]) -> list[str]:
    cut = [word[:LONGEST_WORD] for word in words]
    if not node.whole:
        return cut
    return [BREAK, *cut] if node.prefix else [BREAK, *cut, BREAK]


def _goes_on(node: HasWords | Present | Conflicting) -> bool:
    return isinstance(node, HasWords) and node.prefix
