"""How a query is answered: each term, what it means, and what of the index it is found by."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection

from photocat.query import (
    All,
    DateIs,
    Happened,
    Node,
    Not,
    OfWork,
    OneOf,
    Query,
    Related,
)
from photocat.query import (
    Any as AnyOf,
)
from photocat.query.explain import means
from photocat.store.search import count
from photocat.store.search_terms import textual

Shape = dict[str, Any]


def explain(connection: Connection, query: Query) -> Shape:
    """``{query, means, terms, photos}``; of each term ``{text, position, within, means, served_by,
    places, photos}``. ``photos`` is how many answer it alone, certainly or possibly."""
    return {
        "query": query.text,
        "means": means(query.node),
        "terms": [
            {
                "text": term.text,
                "position": term.position,
                "within": term.within or None,
                "means": means(term.node),
                "served_by": served_by(term.node),
                "places": [_place(asdict(place)) for place in term.meant],
                "photos": count(connection, term.node),
            }
            for term in query.terms
        ],
        "photos": count(connection, query.node),
    }


def _place(place: Shape) -> Shape:
    told = {name: place[name] for name in ("asked", "name", "ids", "nearest")}
    return told | {"others": [{"id": id, "name": name} for id, name in place["others"]]}


def served_by(node: Node) -> str:
    """What a term is looked up in."""
    match node:
        case DateIs(date) if textual(node, certainly=False) is None:
            return "the order of dates" if "XXXX" not in date.text else "dates, compared by text"
        case OfWork():
            return "works"
        case OneOf():
            return "photos by id"
        case Related():
            return "relations"
        case Happened(what):
            return "photos in order of arrival" if what == "ingested" else "the log"
        case All(()):
            return "the order of dates"
        case Not(inner):
            return served_by(inner)
        case All(nodes) | AnyOf(nodes) if textual(node, certainly=False) is None:
            return ", ".join(dict.fromkeys(map(served_by, nodes)))
    found = textual(node, certainly=False)
    if found is None:
        return "each photo"
    return "full text" if found.exact else "full text, then each photo that it finds"
