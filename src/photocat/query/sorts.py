"""How answers are ordered, behind certain before possible; ``-`` turns an order round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from photocat.places import Point
from photocat.query.nodes import All, Any, HasWords, IsNear, Node, Not
from photocat.query.read_values import PROSE

Sort = Literal[
    "date",
    "-date",
    "id",
    "-id",
    "ingested",
    "-ingested",
    "size",
    "-size",
    "distance",
    "-distance",
    "relevance",
]

SORTS: Final[dict[Sort, str]] = {
    "date": "by the first moment it may be, the narrower date first; undated last",
    "-date": "the same backwards; undated last",
    "id": "as they came in",
    "-id": "the latest first",
    "ingested": "as they came in",
    "-ingested": "the latest first",
    "size": "the fewest bytes first",
    "-size": "the most bytes first",
    "distance": "the nearest to near: first; without coordinates last",
    "-distance": "the furthest first; without coordinates last",
    "relevance": "by how much the words of the query say of it (BM25)",
}
"""Every order, with what it means."""


def centre_of(node: Node) -> Point | None:
    """What distances are measured from: the middle of the first ``near:``."""
    return next((n.circle.centre for n in _wanted(node) if isinstance(n, IsNear)), None)


def words_of(node: Node) -> tuple[HasWords, ...]:
    """What relevance is worked out of: the words and phrases that are looked for in prose."""
    prose = [n for n in _wanted(node) if isinstance(n, HasWords) and set(n.fields) <= set(PROSE)]
    return tuple(dict.fromkeys(prose))


def _wanted(node: Node) -> Iterator[Node]:
    """The terms of a query that are not denied."""
    match node:
        case All(nodes) | Any(nodes):
            for inner in nodes:
                yield from _wanted(inner)
        case Not():
            return
        case _:
            yield node
