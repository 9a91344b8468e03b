"""The query language: one text, one parser, one table of fields, and what each term means.

    text ─ read_query ─▶ nodes ─┬─▶ SQL (store)         the fast answer
                                └─▶ meaning (here)      the slow twin, in plain Python

A query is answered in three values, as dates are: certain, possible or no. ``-`` turns certain into
no and leaves possible possible (Kleene's strong logic of indeterminacy, 1952, §64).
"""

from photocat.query.known import AskedPlace, Known
from photocat.query.meaning import matches
from photocat.query.nodes import (
    All,
    Any,
    Conflicting,
    DateIs,
    Happened,
    HasWords,
    InPlace,
    Is,
    IsNear,
    IsSure,
    Measures,
    Node,
    Not,
    OfWork,
    OneOf,
    Present,
    Related,
    RestsOn,
    WithinBox,
)
from photocat.query.parser import Query, Term, field_named, parse, read_query, written
from photocat.query.sorts import SORTS, Sort
from photocat.query.table import SEARCH_FIELD, SEARCH_FIELDS, SearchField

__all__ = [
    "SEARCH_FIELD",
    "SEARCH_FIELDS",
    "SORTS",
    "All",
    "Any",
    "AskedPlace",
    "Conflicting",
    "DateIs",
    "Happened",
    "HasWords",
    "InPlace",
    "Is",
    "IsNear",
    "IsSure",
    "Known",
    "Measures",
    "Node",
    "Not",
    "OfWork",
    "OneOf",
    "Present",
    "Query",
    "Related",
    "RestsOn",
    "SearchField",
    "Sort",
    "Term",
    "WithinBox",
    "field_named",
    "matches",
    "parse",
    "read_query",
    "written",
]
