"""The pieces of a query text, with where each stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from photocat.errors import BadQuery

_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<open>\()
  | (?P<close>\))
  | (?P<minus>-(?=[^\s)]))
  | (?P<saved>@[\w-]+)
  | (?P<field>[^\W\d][\w-]*(?P<sign>:|[<>]=?|=))
  | (?P<text>(?:"[^"]*"|[^\s()"])+)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query."""

    kind: str
    """``open``, ``close``, ``minus``, ``and``, ``or``, ``saved``, ``field`` or ``text``."""
    text: str
    start: int
    end: int
    sign: str = ""
    """Of a field: what stands behind its name."""

    @property
    def name(self) -> str:
        """Of a field, without its sign."""
        return self.text.removesuffix(self.sign)


_OPERATORS = {"NOT": "minus", "AND": "and", "OR": "or"}


def tokens_of(text: str) -> list[Token]:
    """All pieces but spaces. Raises ``BadQuery`` for a quotation that does not end."""
    tokens, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise BadQuery(text, at, "a quotation mark is not closed")
        kind = next(name for name, found in match.groupdict().items() if found is not None)
        found = match[kind]
        if kind != "space":
            kind = _OPERATORS.get(found, kind)
            tokens.append(Token(kind, found, at, match.end(), match["sign"] or ""))
        at = match.end()
    return tokens
