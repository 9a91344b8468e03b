"""How names of places are compared: a key for equal names, a skeleton for spellings of one name."""

from __future__ import annotations

import re
from functools import lru_cache

from photocat.words import fold

_WRITTEN = dict.fromkeys(map(ord, "'’‘`´ʻʼʾʿ′\u02b9\u02bb\u02bc")) | str.maketrans(
    {"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ħ": "h", "Ħ": "h", "ı": "i",
     "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th"}
)  # fmt: skip
"""What stands inside a word and is not written by everyone; letters that Unicode does not take
apart, as those write them who have no such key."""
_NOT_WORD = re.compile(r"[\W_]+")
_ASCII = dict.fromkeys((c for c in range(128) if not chr(c).isalnum()), " ") | {
    ord(c): None for c in "'`"
}
"""Of ASCII letters alone: what parts words, and what stands inside one."""

_ARTICLE = re.compile(
    r"(?:the|al|el|as|ash|at|an|ar|az|ad|la|le|les|los|las|il|lo|der|die|das|den|de) (?=\S{3})"
)
_ARABIC_ARTICLE = "ال"
_INNER = re.compile(
    r"(?<= )(?:al|el|as|ash|es|ez|at|an|ar|az|ad|ed|en|er|et|the|de|la|le|of|da|do|du|e|i) "
)
_FAMILIES = {
    "kh": "h", "gh": "g", "sch": "s", "tsch": "c", "sh": "s", "shch": "sc", "schtsch": "sc",
    "tch": "c", "ch": "c", "zh": "z", "dzh": "j", "dh": "d", "th": "t", "ph": "f", "ck": "k",
    "dj": "j", "ts": "c", "tz": "c", "q": "k", "w": "v", "x": "ks",
}  # fmt: skip
"""Letters that are written for one sound by one romanisation or another."""
_FAMILY = re.compile("|".join(sorted(_FAMILIES, key=len, reverse=True)))
_DOUBLED = tuple((2 * letter, letter) for letter in "bcdfgklmnpqrstvwxz")
_SOFT = dict.fromkeys(map(ord, "aeiouyjh"))

TRANSLITERATED = frozenset((
    "AE", "AF", "AM", "AZ", "BD", "BG", "BH", "BY", "DZ", "EG", "ER", "ET", "GE", "GR", "IL",
    "IN", "IQ", "IR", "JO", "KG", "KW", "KZ", "LB", "LK", "LY", "MA", "MD", "ME", "MK", "MM",
    "MN", "NP", "OM", "PK", "PS", "QA", "RS", "RU", "SA", "SD", "SO", "SS", "SY", "TJ", "TM",
    "TN", "UA", "UZ", "XK", "YE",
))  # fmt: skip
"""Countries whose names reach Latin letters by several roads; elsewhere one vowel makes another
place (Seongju is not Seungju), and only a letter mistyped in a long name is forgiven."""


@lru_cache(maxsize=10_000)
def key(name: str) -> str:
    """The folded words of a name with single spaces, without apostrophes."""
    if name.isascii():
        return " ".join(name.lower().translate(_ASCII).split())
    return _NOT_WORD.sub(" ", fold(name.translate(_WRITTEN))).strip()


def bare_key(of_key: str) -> str:
    """A key without articles, Arabic and Romance ones included: ``deir ez zor`` is ``deir zor``."""
    if " " in of_key:
        if article := _ARTICLE.match(of_key):
            of_key = of_key[article.end() :]
        if _INNER.search(of_key):
            of_key = _INNER.sub("", of_key)
    if of_key.startswith(_ARABIC_ARTICLE) and len(of_key.split(" ", 1)[0]) > 4:
        return of_key[2:]
    return of_key


@lru_cache(maxsize=10_000)
def skeleton(of_key: str) -> str:
    """What is left of a Latin key when spellings differ: ``hmeimim`` and ``khmeimim`` are ``hmmm``.

    Digraphs of the usual transliterations are joined, doubled letters made one, vowels and soft
    consonants dropped but for the first letter. Empty where fewer than three letters remain, or
    where the name is not Latin.
    """
    if not of_key.isascii():
        return ""
    left = bare_key(of_key).replace(" ", "")
    left = _FAMILY.sub(lambda match: _FAMILIES[match[0]], left)
    for doubled, letter in _DOUBLED:
        while doubled in left:
            left = left.replace(doubled, letter)
    left = left[:1] + left[1:].translate(_SOFT)
    return left if len(left) > 2 else ""


def edits(first: str, second: str, most: int) -> int:
    """Levenshtein distance, or ``most + 1`` where it is larger (V. I. Levenshtein, 1966)."""
    if abs(len(first) - len(second)) > most:
        return most + 1
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        above, row[0] = row[0], i
        for j, b in enumerate(second, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (a != b))
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "co": "county"}


def spelt_out(name: str) -> str:
    """A key with its first word written out: ``saint joseph`` for ``st joseph``."""
    first, _, rest = name.partition(" ")
    return f"{_SHORT[first]} {rest}" if rest and first in _SHORT else name
