"""The words of a caption, and stretches of them that may name a place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from photocat.captions.text import MASKED
from photocat.gazetteer.keys import key

_TOKEN = re.compile(
    rf"(?:[A-Z]\.){{2,4}}|[^\W\d_][\w]{{0,60}}(?:['&-](?!s\b)[\w]{{1,30}}){{0,6}}|{MASKED}+"
)
ARTICLE = re.compile(r"(?:al|el|es|ez|as|ash|an|ad|ar|at|ed|en|er|et)-[A-Z]")
_ELIDED = re.compile(r"[dl]'[A-Z]")
"""``Alpe d'Huez``."""


@dataclass(slots=True)
class Token:
    """A word with where it stands."""

    start: int
    end: int
    text: str
    key: str
    capital: bool
    masked: bool = False


@dataclass(slots=True)
class Mention:
    """A stretch that may name a place."""

    start: int
    end: int
    text: str
    key: str
    first: int
    """Number of its first token."""
    last: int
    """Number of the token after it."""
    known: bool = True
    country: str | None = None
    """Set where the words can only mean a place in this country: a state's abbreviation."""
    state: str | None = None
    possessive: bool = False
    generic: str | None = None
    """The kind of place that a word behind or before the name announces."""
    foreign: bool = False
    """Whether it was found as an inflected word or in a script without blanks."""
    seat: bool = False
    """Whether it is the capital of which only the parliament is named."""
    full_key: str = ""
    """The key with its generic word."""


def tokens_of(work: str) -> list[Token]:
    """The words of a caption; a blotted stretch is one token without a key."""
    found = []
    for match in _TOKEN.finditer(work):
        text = match[0]
        masked = text[0] == MASKED
        found.append(
            Token(*match.span(), text, "" if masked else key(text), _is_capital(text), masked)
        )
    return found


def _is_capital(text: str) -> bool:
    return text[0].isupper() or bool(ARTICLE.match(text) or _ELIDED.match(text))
