"""How names of places are compared: a key for equal names, a skeleton for spellings of one name."""

from __future__ import annotations

import re

from photocat.words import fold

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʻʼʾʿ′\u02b9"))
_NOT_WORD = re.compile(r"[\W_]+")
_LATIN = re.compile(r"[a-z0-9 ]+")

_ARTICLES = re.compile(
    r"^(?:the|al|el|as|ash|at|an|ar|az|ad|la|le|les|los|las|il|lo|der|die|das|den|de) (?=\S{3})"
    r"|^ال(?=\S{3})"
)
_INNER = re.compile(
    r"(?<= )(?:al|el|as|ash|es|ez|at|an|ar|az|ad|ed|en|er|et|the|de|la|le|of|da|do|du|e|i) "
)
_FAMILIES = (
    ("kh", "h"), ("gh", "g"), ("sch", "s"), ("sh", "s"), ("tch", "c"), ("ch", "c"), ("zh", "z"),
    ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("dzh", "j"), ("dj", "j"), ("ts", "c"),
    ("tz", "c"), ("q", "k"), ("w", "v"), ("x", "ks"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_SOFT = re.compile(r"(?<=.)[aeiouyjh]")


TRANSLITERATED = frozenset(
    [
        "AE",
        "AF",
        "AM",
        "AZ",
        "BD",
        "BG",
        "BH",
        "BY",
        "DZ",
        "EG",
        "ER",
        "ET",
        "GE",
        "GR",
        "IL",
        "IN",
        "IQ",
        "IR",
        "JO",
        "KG",
        "KW",
        "KZ",
        "LB",
        "LK",
        "LY",
        "MA",
        "MD",
        "ME",
        "MK",
        "MM",
        "MN",
        "NP",
        "OM",
        "PK",
        "PS",
        "QA",
        "RS",
        "RU",
        "SA",
        "SD",
        "SO",
        "SS",
        "SY",
        "TJ",
        "TM",
        "TN",
        "UA",
        "UZ",
        "XK",
        "YE",
    ]
)
"""Countries whose names reach Latin letters by several roads; elsewhere one vowel makes another
place (Seongju is not Seungju), and only a letter mistyped in a long name is forgiven."""


def key(name: str) -> str:
    """The folded words of a name with single spaces, without apostrophes."""
    return _NOT_WORD.sub(" ", fold(name.translate(_APOSTROPHES))).strip()


def bare_key(of_key: str) -> str:
    """A key without articles, Arabic and Romance ones included: ``deir ez zor`` is ``deir zor``."""
    return _INNER.sub("", _ARTICLES.sub("", of_key))


def skeleton(of_key: str) -> str:
    """What is left of a Latin key when spellings differ: ``hmeimim`` and ``khmeimim`` are ``hmmm``.

    Digraphs of the usual transliterations are joined, doubled letters made one, vowels and soft
    consonants dropped but for the first letter. Empty where fewer than three letters remain, or
    where the name is not Latin.
    """
    if not _LATIN.fullmatch(of_key):
        return ""
    left = bare_key(of_key).replace(" ", "")
    for written, joined in _FAMILIES:
        left = left.replace(written, joined)
    left = _SOFT.sub("", _DOUBLED.sub(r"\1", left))
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
