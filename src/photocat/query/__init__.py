"""The query language: one text, one parser, one table of fields, and what each term means.

    text ─ parse ─▶ nodes ─┬─▶ SQL (store)         the fast answer
                           └─▶ meaning (here)      the slow twin, in plain Python

A query is answered in three values, as dates are: certain, possible or no. ``-`` turns certain into
no and leaves possible possible (Kleene's strong logic of indeterminacy, 1952, §64).
"""

from photocat.query.meaning import matches
from photocat.query.nodes import (
    All,
    Any,
    Conflicting,
    DateIs,
    HasWords,
    Is,
    IsNear,
    Node,
    Not,
    Present,
    Sort,
    WithinBox,
)
from photocat.query.parser import parse
from photocat.query.table import SEARCH_FIELD, SEARCH_FIELDS, SearchField

__all__ = [
    "SEARCH_FIELD",
    "SEARCH_FIELDS",
    "All",
    "Any",
    "Conflicting",
    "DateIs",
    "HasWords",
    "Is",
    "IsNear",
    "Node",
    "Not",
    "Present",
    "SearchField",
    "Sort",
    "WithinBox",
    "matches",
    "parse",
]
