"""From query text to nodes, by recursive descent.

    query   := any
    any     := all ('OR' all)*
    all     := one+
    one     := '-' one | '(' any ')' | field ':' value | word | "phrase"

``NOT`` is another way to write ``-``, and ``AND`` may stand between terms.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches

from photocat.errors import BadQuery
from photocat.query.nodes import All, Any, Node, Not
from photocat.query.table import PROSE, SEARCH_FIELD, read_words

MAX_LENGTH = 4_096
"""Longest query in characters."""
MAX_DEPTH = 32
"""Deepest nesting of parentheses and minus signs."""
MAX_TERMS = 100
"""Most words, phrases and fields with a value."""

_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<open>\()
  | (?P<close>\))
  | (?P<minus>-(?=[^\s)]))
  | (?P<field>[^\W\d][\w-]*):
  | (?P<text>(?:"[^"]*"|[^\s()"])+)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


def parse(text: str, today: datetime.date | None = None) -> Node:
    """What a query means; of an empty text: everything.

    ``today`` is what relative dates (``-2w..``) count from. Raises ``BadQuery`` with the position.
    """
    if len(text) > MAX_LENGTH:
        raise BadQuery(text[:60] + "…", 0, f"a query has at most {MAX_LENGTH} characters")
    parser = _Parser(text, _tokens(text), today or datetime.date.today())
    node = parser.any(0) if parser.tokens else All(())
    if parser.tokens:
        raise parser.error(parser.tokens[0], "there is no parenthesis to close")
    return node


def _tokens(text: str) -> list[_Token]:
    tokens, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise BadQuery(text, at, "a quotation mark is not closed")
        kind = match.lastgroup or ""
        found = match[kind]
        if found == "NOT":
            kind = "minus"
        if kind != "space" and found != "AND":
            tokens.append(_Token(kind, found, at, match.end()))
        at = match.end()
    return tokens


class _Parser:
    def __init__(self, text: str, tokens: list[_Token], today: datetime.date) -> None:
        self.text, self.tokens, self.today = text, tokens, today
        self.terms = 0

    def any(self, depth: int) -> Node:
        nodes = [self.all(depth)]
        while self.tokens and self.tokens[0].text == "OR":
            operator = self.tokens.pop(0)
            if not self.tokens or self.tokens[0].kind == "close":
                raise self.error(operator, "something must follow OR")
            nodes.append(self.all(depth))
        return nodes[0] if len(nodes) == 1 else Any(tuple(nodes))

    def all(self, depth: int) -> Node:
        nodes: list[Node] = []
        while self.tokens and self.tokens[0].kind != "close" and self.tokens[0].text != "OR":
            nodes.append(self.one(depth))
        if not nodes:
            at = (
                self.tokens[0] if self.tokens else _Token("end", "", len(self.text), len(self.text))
            )
            raise self.error(at, "something to search for must stand here")
        return nodes[0] if len(nodes) == 1 else All(tuple(nodes))

    def one(self, depth: int) -> Node:
        token = self.tokens.pop(0)
        if depth > MAX_DEPTH:
            raise self.error(token, f"nested deeper than {MAX_DEPTH}")
        if token.kind == "minus":
            return Not(self.one(depth + 1))
        if token.kind == "open":
            node = self.any(depth + 1)
            if not self.tokens:
                raise self.error(token, "this parenthesis is not closed")
            self.tokens.pop(0)
            return node
        if token.kind == "field":
            return self.field(token)
        return self.read(token, lambda: read_words(_unquoted(token.text), PROSE))

    def field(self, token: _Token) -> Node:
        name = token.text.lower()
        if name not in SEARCH_FIELD:
            close = get_close_matches(name, SEARCH_FIELD, n=1)
            raise BadQuery(
                self.text,
                token.start,
                f"there is no search field {token.text!r}",
                f"{close[0]}:" if close else None,
            )
        value = ""
        while self.tokens and self.tokens[0].start == token.end + len(value):
            if self.tokens[0].kind in ("open", "close"):
                break
            part = self.tokens.pop(0)
            value += self.text[part.start : part.end]
        if not value:
            raise self.error(token, f"a value must follow {token.text}:")
        value_at = _Token("text", value, token.end, token.end + len(value))
        return self.read(value_at, lambda: SEARCH_FIELD[name].read(_unquoted(value), self.today))

    def read(self, token: _Token, read: Callable[[], Node]) -> Node:
        self.terms += 1
        if self.terms > MAX_TERMS:
            raise self.error(token, f"a query has at most {MAX_TERMS} terms")
        try:
            return read()
        except ValueError as error:
            raise self.error(token, getattr(error, "reason", str(error))) from error

    def error(self, token: _Token, reason: str) -> BadQuery:
        return BadQuery(self.text, token.start, reason)


def _unquoted(text: str) -> str:
    return text.replace('"', "")
