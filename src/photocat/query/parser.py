"""From query text to nodes, by recursive descent.

    query   := any
    any     := all ('OR' all)*
    all     := one (['AND'] one)*
    one     := '-' one | '(' any ')' | field sign value | '@' name | word | "phrase"
    sign    := ':' | '=' | '<' | '<=' | '>' | '>='

``NOT`` is another way to write ``-``, and ``AND`` may stand between terms.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from photocat.errors import BadQuery
from photocat.query.known import AskedPlace, Known, Misspelt, Sign, Value
from photocat.query.nodes import All, Any, Node, Not
from photocat.query.read_values import PROSE, read_words
from photocat.query.table import SEARCH_FIELD, SearchField
from photocat.query.tokens import Token, tokens_of

MAX_LENGTH = 4_096
"""Longest query in characters."""
MAX_DEPTH = 32
"""Deepest nesting of parentheses, minus signs and saved searches."""
MAX_TERMS = 100
"""Most words, phrases and fields with a value."""

SIGNS = ":=<>"
"""What the signs behind a field are made of."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word, phrase, field or saved search of a query, and what was understood."""

    text: str
    """As written."""
    position: int
    node: Node
    meant: tuple[AskedPlace, ...] = ()
    """The places that names in it were taken for."""
    within: str = ""
    """The saved search that it stands in."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was understood."""

    text: str
    node: Node
    terms: tuple[Term, ...]


def parse(text: str, today: datetime.date | None = None) -> Node:
    """What a query means; of an empty text: everything.

    ``today`` is what relative dates (``-2w..``) count from. Raises ``BadQuery`` with the position.
    """
    return read_query(text, Known(today) if today else Known()).node


def read_query(
    text: str,
    known: Known | None = None,
    fields: Mapping[str, str | int | float | Sequence[str | int | float]] | None = None,
) -> Query:
    """A query, and how each of its terms was understood.

    ``fields`` are search fields by name, to be met as well: ``{"date": "2016", "size": ">2MB"}``;
    of several values for one, any. Raises ``BadQuery`` with the position.
    """
    known = known or Known()
    parser = _Parser(text, known)
    nodes = [parser.whole()]
    for name, values in (fields or {}).items():
        several = [values] if isinstance(values, (str, int, float)) else list(values)
        read = [_Parser(written(name, value), known) for value in several]
        some = [one.whole() for one in read]
        nodes.append(some[0] if len(some) == 1 else Any(tuple(some)))
        parser.terms += [term for one in read for term in one.terms]
    stated = [node for node in nodes if node != All(())]
    node = stated[0] if len(stated) == 1 else All(tuple(stated))
    return Query(text, node, tuple(parser.terms))


def written(name: str, value: str | float) -> str:
    """A field and its value as they stand in a query: ``date:"2016"``, ``width>="4000"``."""
    text = str(value)
    sign = next((s for s in (">=", "<=", ">", "<", "=") if text.startswith(s)), "")
    rest = text.removeprefix(sign).replace('"', " ")
    return f'{name.rstrip("_").replace("_", "-")}{sign or ":"}"{rest}"'


def field_named(name: str) -> SearchField:
    """The search field of a name or alias. Raises ``LookupError`` with the nearest there is."""
    wanted = name.lower()
    for spelling in (wanted, wanted.replace("_", "-"), wanted.replace("-", "_")):
        if spelling in SEARCH_FIELD:
            return SEARCH_FIELD[spelling]
    from difflib import get_close_matches

    raise LookupError(next(iter(get_close_matches(wanted, SEARCH_FIELD, n=1)), ""))


class _Parser:
    def __init__(self, text: str, known: Known, within: str = "", depth: int = 0) -> None:
        if len(text) > MAX_LENGTH:
            raise BadQuery(text[:60] + "…", 0, f"a query has at most {MAX_LENGTH} characters")
        self.text, self.known, self.within, self.depth = text, known, within, depth
        self.tokens = tokens_of(text)
        self.terms: list[Term] = []

    def whole(self) -> Node:
        node = self.any(self.depth) if self.tokens else All(())
        if self.tokens:
            raise self.error(self.tokens[0], "there is no parenthesis to close")
        return node

    def any(self, depth: int) -> Node:
        nodes = [self.all(depth)]
        while self.tokens and self.tokens[0].kind == "or":
            self.goes_on(self.tokens.pop(0))
            nodes.append(self.all(depth))
        return nodes[0] if len(nodes) == 1 else Any(tuple(nodes))

    def all(self, depth: int) -> Node:
        nodes = [self.one(depth)]
        while self.tokens and self.tokens[0].kind not in ("close", "or"):
            if self.tokens[0].kind == "and":
                self.goes_on(self.tokens.pop(0))
            nodes.append(self.one(depth))
        return nodes[0] if len(nodes) == 1 else All(tuple(nodes))

    def goes_on(self, operator: Token) -> None:
        if not self.tokens or self.tokens[0].kind == "close":
            raise self.error(operator, f"something must follow {operator.text}")

    def one(self, depth: int) -> Node:
        end = len(self.text)
        token = self.tokens.pop(0) if self.tokens else Token("close", "", end, end)
        if depth > MAX_DEPTH:
            raise self.error(token, f"nested deeper than {MAX_DEPTH}")
        match token.kind:
            case "minus":
                self.goes_on(token)
                return Not(self.one(depth + 1))
            case "open":
                node = self.any(depth + 1)
                if not self.tokens:
                    raise self.error(token, "this parenthesis is not closed")
                self.tokens.pop(0)
                return node
            case "field":
                return self.field(token)
            case "saved":
                return self.saved(token, depth)
            case "text":
                return self.word(token)
        raise self.error(token, "something to search for must stand here")

    def word(self, token: Token) -> Node:
        if token.text[0] in SIGNS:
            reason = f"no field stands right before {token.text[0]}"
            raise self.error(token, reason, _closed_up(self.text, token.start))
        return self.read(token, token, lambda _: read_words(_unquoted(token.text), PROSE))

    def field(self, token: Token) -> Node:
        try:
            field = field_named(token.name)
        except LookupError as error:
            reason = f"there is no search field {token.name!r}"
            near = f"{error}{token.sign}" if str(error) else None
            advice = "" if near else "; to look for words, put them in quotation marks"
            raise self.error(token, reason + advice, near) from None
        if token.sign in ("<", "<=", ">", ">=") and not field.compares:
            raise self.error(token, f"{field.name} is not compared", field.example)
        value = ""
        while self.tokens and self.tokens[0].start == token.end + len(value):
            if self.tokens[0].kind in ("open", "close"):
                break
            part = self.tokens.pop(0)
            value += self.text[part.start : part.end]
        if not value:
            raise self.error(token, f"a value must follow {token.text}")
        whole = Token("text", value, token.end, token.end + len(value))
        sign = cast(Sign, token.sign)
        return self.read(
            token, whole, lambda known: field.read(Value(_unquoted(value), sign, known))
        )

    def saved(self, token: Token, depth: int) -> Node:
        """A saved search, as if it stood here in parentheses."""
        name = token.text[1:]
        if self.known.saved is None:
            raise self.error(token, "saved searches are known in a catalog alone")
        if depth >= MAX_DEPTH:
            raise self.error(token, f"the saved search {name!r} leads back to itself")
        try:
            text = self.known.saved(name)
        except LookupError as error:
            near = f"@{error}" if str(error) else None
            raise self.error(token, f"there is no saved search {name!r}", near) from None
        inner = _Parser(text, self.known, name, depth + 1)
        node = inner.whole()
        self.note(token, Term(token.text, token.start, node, within=self.within))
        for term in inner.terms:
            self.note(token, term)
        return node

    def read(self, token: Token, value: Token, read: Callable[[Known], Node]) -> Node:
        """The node of a term, which begins at ``token``; what is wrong with it is its ``value``."""
        meant: list[AskedPlace] = []
        known = self.known
        if place := self.known.place:
            known = replace(known, place=lambda name: _kept(meant, place(name)))
        if spot := self.known.spot:
            known = replace(known, spot=lambda name: _kept(meant, spot(name)))
        try:
            node = read(known)
        except ValueError as error:
            reason = getattr(error, "reason", str(error)).partition(", at position")[0]
            field = f"{token.name}: " if token.kind == "field" else ""
            near = error.nearest if isinstance(error, Misspelt) else ()
            perhaps = " or ".join(f"{token.text}{_quoted(other)}" for other in near)
            raise self.error(value, field + reason, perhaps or None) from error
        text = self.text[token.start : value.end]
        self.note(token, Term(text, token.start, node, tuple(meant), self.within))
        return node

    def note(self, token: Token, term: Term) -> None:
        self.terms.append(term)
        if len(self.terms) > MAX_TERMS:
            raise self.error(token, f"a query has at most {MAX_TERMS} terms")

    def error(self, token: Token, reason: str, suggestion: str | None = None) -> BadQuery:
        where = f"in the saved search {self.within!r}: " if self.within else ""
        return BadQuery(self.text, token.start, where + reason, suggestion)


def _kept(meant: list[AskedPlace], place: AskedPlace) -> AskedPlace:
    meant.append(place)
    return place


def _closed_up(text: str, at: int) -> str | None:
    """``date:2016`` where ``date : 2016`` stands, with the sign at a position."""
    before, behind = text[:at].split(), text[at:].lstrip(SIGNS)
    sign = text[at:].removesuffix(behind)
    if not before or before[-1].lower() not in SEARCH_FIELD or not behind.split():
        return None
    return f"{before[-1]}{sign}{behind.split()[0]}"


def _quoted(text: str) -> str:
    return f'"{text}"' if " " in text else text


def _unquoted(text: str) -> str:
    return text.replace('"', "")
