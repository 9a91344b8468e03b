"""Patterns that hold the names of every agency, compiled when a text first comes near to them.

There are a thousand names, and compiling one such pattern takes as long as reading a dozen
captions. Until it is, a looser one stands before it: the same with any words where the names stand.
What that does not find the other would not find either. It takes longer to say so, though: who
reads many captions does without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from photocat.captions.credit_words import ALIASES, ARCHIVE_ALIASES, EVERY_ALIAS

_STAND_IN: Final = "\0"
_UNWANTED: Final = re.compile(r"\(\?!(?:\(\?:)?\0\)?[^()]*\)")
_ANY_WORDS: Final = "[^()]{2,60}?"
_FEW: Final = 500
"""Texts that the looser one is asked about."""


class Named:
    """A pattern with ``ALIASES`` or their like in it, used as one of ``re``."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._pattern = pattern
        self._flags = flags
        self._near = re.compile(loosened(pattern), flags)
        self._made: re.Pattern[str] | None = None
        self._asked = 0

    def search(self, text: str) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        return made.search(text) if (made := self._for(text)) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As ``re.Pattern.fullmatch``."""
        return made.fullmatch(text) if (made := self._for(text)) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        return made.finditer(text) if (made := self._for(text)) else iter(())

    def _for(self, text: str) -> re.Pattern[str] | None:
        if self._made is None:
            self._asked += 1
            if self._asked > _FEW or self._near.search(text):
                self._made = re.compile(self._pattern, self._flags)
        return self._made


def loosened(pattern: str) -> str:
    """The pattern with any words instead of names, wanted or unwanted."""
    for names in (EVERY_ALIAS, ARCHIVE_ALIASES, ALIASES):
        pattern = pattern.replace(names, _STAND_IN)
    return _UNWANTED.sub("", pattern).replace(_STAND_IN, _ANY_WORDS)
