"""Words of a query as full-text search takes them: FTS5 on SQLite, ``tsquery`` on PostgreSQL.

Nodes are those of ``search_terms``. What is looked for is made of words alone
(``photocat.words``), each quoted, so that nothing typed into a query is ever syntax. The columns
are those of ``index_text``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any as Any_

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    Float,
    FromClause,
    TextClause,
    bindparam,
    cast,
    func,
    literal_column,
    select,
)
from sqlalchemy.types import UserDefinedType

from photocat.query import All, Any, Conflicting, HasWords, Node, Not, Present
from photocat.query.table import PROSE
from photocat.store.index_terms import tagged
from photocat.store.index_text import BREAK, LONGEST_WORD, as_one, quoted
from photocat.store.sql import written
from photocat.store.tables_derived import words_index


class TsQuery(UserDefinedType[str]):
    """PostgreSQL's type of that name. Its whole dialect takes a tenth of a command to import."""

    cache_ok = True

    def get_col_spec(self, **_options: Any_) -> str:
        """How SQL calls it."""
        return "TSQUERY"


EVERYTHING = f'stated : "{BREAK}"'
"""What every photo has, for FTS5, whose NOT needs something to take away from."""
NOTHING = f'stated : "{BREAK}{BREAK}"'
"""What no photo has: breaks stand alone."""


def says(
    connection: Connection, node: Node, index: str = words_index.name
) -> ColumnElement[bool] | TextClause:
    """Whether a row of ``words_index``, or of what goes by another name, answers a textual node
    (``search_terms``)."""
    if connection.dialect.name == "sqlite":
        named: ColumnElement[str] = literal_column(f"{index}.words_index")
        return named.op("MATCH", return_type=Boolean())(fts5(node))
    looked_for: list[str] = []
    return written(tsquery(node, looked_for, index), {f"q{n}": q for n, q in enumerate(looked_for)})


def position_of(connection: Connection, index: FromClause = words_index) -> ColumnElement[int]:
    """The position of a row of ``words_index``."""
    return index.c["rowid" if connection.dialect.name == "sqlite" else "position"]


def relevance(
    connection: Connection, node: Node, position: ColumnElement[int]
) -> ColumnElement[float]:
    """How little the words of a node say of the photo at a position: the smaller, the more.

    FTS5's BM25; on PostgreSQL ``ts_rank_cd``, which rates other things and orders much the same.
    """
    index = words_index.alias("rated")
    if connection.dialect.name == "sqlite":
        rank = literal_column("rated.rank", Float)  # bm25(), unless the table says otherwise
        rated = select(rank).where(position_of(connection, index) == position)
        return rated.where(says(connection, node, index.name)).scalar_subquery()
    ranks = [
        func.ts_rank_cd(index.c[column], cast(bindparam(None, lexemes), TsQuery))
        for column, lexemes in dict.fromkeys(_all_lexemes(node))
    ]
    rated = select(-func.coalesce(sum(ranks[1:], ranks[0]), 0.0, type_=Float))
    return rated.where(index.c.position == position).scalar_subquery()


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
            return _any_of([fts5(n) for n in nodes] or [NOTHING])
    raise TypeError(f"{node} is not looked for in text")


def _any_of(expressions: Sequence[str]) -> str:
    return expressions[0] if len(expressions) == 1 else f"({' OR '.join(expressions)})"


def _phrase(node: HasWords | Present | Conflicting, words: Sequence[str]) -> str:
    text = " ".join(words).replace('"', '""')
    return f'"{text}"{"*" if _goes_on(node) else ""}'


# --- tsquery --------------------------------------------------------------------------------------


def tsquery(node: Node, looked_for: list[str], index: str = words_index.name) -> str:
    """A textual node as a condition on a row of PostgreSQL's ``words_index``, written out: it is
    part of every question, and to put it together of expressions takes ten times as long.

    What is looked for is added to ``looked_for``, and called ``:q0``, ``:q1`` … after its place.
    """
    one = _in_one_column(node)
    if one or isinstance(node, HasWords | Present | Conflicting):
        found = [one] if one else list(_lexemes(node))  # type: ignore[arg-type]
        names = range(len(looked_for), len(looked_for) + len(found))
        looked_for += [lexemes for _, lexemes in found]
        return _joined(
            "OR",
            [
                f"{index}.{column} @@ CAST(:q{name} AS TSQUERY)"
                for name, (column, _) in zip(names, found, strict=True)
            ],
        )
    match node:
        case Not(inner) if index == words_index.name:
            # Of many rows it takes less to find those that have it than to look into each.
            here = f"has.position = {index}.position AND {tsquery(inner, looked_for, 'has')}"
            return f"NOT EXISTS (SELECT 1 FROM words_index AS has WHERE {here})"  # noqa: S608
        case Not(inner):
            return f"NOT {tsquery(inner, looked_for, index)}"
        case All(nodes):
            return _joined("AND", [tsquery(n, looked_for, index) for n in _told(All, nodes)])
        case Any(nodes):
            return _joined("OR", [tsquery(n, looked_for, index) for n in _told(Any, nodes)])
    raise TypeError(f"{node} is not looked for in text")


def _joined(sign: str, conditions: Sequence[str]) -> str:
    return f"({f' {sign} '.join(conditions) or ('true' if sign == 'AND' else 'false')})"


def _told(join: type[All] | type[Any], nodes: Sequence[Node]) -> list[Node]:
    """The same nodes, those that one column answers as one."""
    by_column: dict[str, list[Node]] = {}
    rest = []
    for node in nodes:
        if one := _in_one_column(node):
            by_column.setdefault(one[0], []).append(node)
        else:
            rest.append(node)
    return [
        *(join(tuple(some)) if len(some) > 1 else some[0] for some in by_column.values()),
        *rest,
    ]


@lru_cache(maxsize=256)
def _in_one_column(node: Node) -> tuple[str, str] | None:
    """The column that answers a node alone, and what to look for there.

    What holds of no words at all is found by the break that every photo has in ``stated``. Asked
    several times for each answer, of places with hundreds of parts.
    """
    looked = _looked_for(node)
    if looked is None or not _holds_of_nothing(node):
        return looked
    return ("stated", f"{quoted(BREAK)} & ({looked[1]})") if looked[0] == "stated" else None


def _looked_for(node: Node) -> tuple[str, str] | None:
    match node:
        case HasWords() | Present() | Conflicting():
            found = list(_lexemes(node))
            return found[0] if len(found) == 1 else None
        case Not(inner):
            one = _looked_for(inner)
            return (one[0], f"!({one[1]})") if one else None
        case All(nodes) | Any(nodes) if nodes:
            several = [_looked_for(n) for n in nodes]
            told = [one for one in several if one]
            if len(told) < len(several) or len({column for column, _ in told}) > 1:
                return None
            sign = " & " if isinstance(node, All) else " | "
            return told[0][0], sign.join(f"({looked})" for _, looked in dict.fromkeys(told))
    return None


def _holds_of_nothing(node: Node) -> bool:
    """Whether it holds of a photo without any words."""
    match node:
        case Not(inner):
            return not _holds_of_nothing(inner)
        case All(nodes):
            return all(map(_holds_of_nothing, nodes))
        case Any(nodes):
            return any(map(_holds_of_nothing, nodes))
    return False


def _lexemes(node: HasWords | Present | Conflicting) -> Iterator[tuple[str, str]]:
    """The columns to look in, each with what to look for."""
    for column, words in _looks(node):
        yield column, " <-> ".join(map(quoted, words)) + (":*" if _goes_on(node) else "")


def _all_lexemes(node: Node) -> Iterator[tuple[str, str]]:
    """The words of a node, as they are looked for in each column."""
    match node:
        case HasWords():
            yield from _lexemes(node)
        case Any(nodes):
            for inner in nodes:
                yield from _all_lexemes(inner)


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
