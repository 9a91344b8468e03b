"""How parts of a credit are written: acronyms, brands, lists of names, and what no name holds."""

from __future__ import annotations

import re

from photocat.captions.names import is_organisation

CAPITALISED = re.compile(r"(?:The |the )?[A-Z][\w'&.-]*(?: (?:of|and|the|[A-Z][\w'&.-]*)){0,5}")
"""Every word of it is a name's, as a newspaper's are."""


BRAND = re.compile(r"[a-z][A-Z]\w+")
FORCE_ABROAD = re.compile(
    r"(?:[A-Z][\w-]+ ){1,2}(?:(?:Armed|Defen[cs]e|Air) Forces?|Navy|Army)|Royal (?:[A-Z]\w+ )?"
    r"(?:Navy|Air Force|Army|Marines)"
)
"""``Finnish Defence Forces``: the forces of a country."""
TELLS = re.compile(r"\b(?:shows?|showing|is|are|was|were|has|have|taken|said|says)\b")


def is_called(words: str) -> bool:
    """Whether words are but a name: ``The Example-Dispatch``."""
    written = [word for word in words.split() if word not in _BETWEEN]
    return all(word[:1].isupper() for word in written) and is_organisation(words)


_BETWEEN = frozenset(("of", "the", "and", "for", "de"))


def list_of_names(part: str) -> bool:
    """``Jane Doe, John Roe``: each of them two words or three, and nothing else."""
    names = [piece.split() for piece in part.split(",")]
    return all(2 <= len(name) <= 3 and "." not in name[0][1:] for name in names)


def is_acronym(name: str) -> bool:
    """``KCNA``, which is no name in capitals."""
    return name.isupper() and " " not in name and 2 <= len(name) <= (8 if name.isascii() else 5)


def after_acronym(name: str) -> str:
    """``UK Jane Doe``: a caption without a full stop runs into its credit."""
    words = name.split()
    if len(words) > 2 and not name.isupper():
        for place in range(len(words) - 2, 0, -1):
            if (
                is_acronym(words[place - 1])
                and len(words[place - 1]) <= 3
                and "." not in words[place - 1]
            ):
                return " ".join(words[place:]) if len(words) - place >= 2 else name
    return name
