"""The place that somebody meant who mistyped one letter of its name."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase

from photocat.gazetteer.gazetteer import Gazetteer
from photocat.gazetteer.keys import key
from photocat.gazetteer.place import Place

SHORTEST = 4
"""Letters of a name; one off, a shorter one is any other."""

LONGEST = 200
"""Letters of the longest names; of a longer one there are hundreds of thousands one off."""

WHOLE = frozenset(("own", "name", "alias", "historical"))
"""How a place bears a name (``Named.how``) that is no part of a longer one."""


def nearest_name(gazetteer: Gazetteer, name: str) -> Place | None:
    """The best known place whose name has one letter more, less, other, or two changed about.

    Each such spelling is looked up, some hundreds of them.
    """
    typed = key(name)
    if not SHORTEST <= len(typed) <= LONGEST:
        return None
    spelt = (
        named
        for other in _one_off(typed)
        for named in gazetteer.named(other)[:1]
        if named.how in WHOLE
    )
    best = max(spelt, key=lambda named: (named.weight, -named.place.id), default=None)
    return best.place if best else None


def _one_off(typed: str) -> Iterator[str]:
    letters = sorted({*ascii_lowercase, *typed})
    for at in range(len(typed) + 1):
        before, rest = typed[:at], typed[at:]
        yield from (before + letter + rest for letter in letters)
        if rest:
            yield before + rest[1:]
            yield from (before + letter + rest[1:] for letter in letters)
        if len(rest) > 1:
            yield before + rest[1] + rest[0] + rest[2:]
