"""Names in scripts without blanks or capitals, and names that are inflected."""

from __future__ import annotations

import re

from photocat.captions.places_roles import ENGLISH
from photocat.captions.places_spans import Mention, Token
from photocat.gazetteer import Gazetteer
from photocat.gazetteer.demonyms import demonyms

_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,60}")
_HANGUL = re.compile(r"[\uac00-\ud7af]+")
_ARABIC = re.compile(r"[\u0621-\u06ff]+(?: [\u0621-\u06ff]+){0,3}")
_ARABIC_PREFIX = re.compile(r"^(?:و|ف)?(?:ب|ل|ك)?")
_LONGEST_HAN = 8

_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    # Russian and Ukrainian cases.
    ("ах", ("ы", "и", "")), ("ях", ("и",)), ("ой", ("а", "ая")), ("ом", ("", "о")),
    ("ем", ("", "е")), ("ою", ("а",)), ("ей", ("я",)), ("ии", ("ия",)), ("ии", ("ія",)),
    ("ію", ("ія",)), ("ії", ("ія",)), ("ию", ("ия",)), ("е", ("", "а", "о")), ("у", ("", "а", "о")),
    ("ю", ("я", "ь", "й")), ("а", ("", "о")), ("я", ("ь", "й")), ("и", ("ь", "а", "я", "")),
    ("ы", ("а", "")), ("і", ("", "а", "о", "ь")), ("єві", ("їв",)), ("єва", ("їв",)),
    ("ові", ("ів",)), ("ова", ("ів",)),
    # Finnish, Slovene, Polish, Czech.
    ("ssa", ("", "i")), ("ssä", ("",)), ("sta", ("",)), ("lla", ("",)), ("llä", ("",)),
    ("in", ("", "i")), ("n", ("",)), ("ju", ("j",)), ("u", ("", "a")), ("ie", ("a", "")),
    ("em", ("",)), ("ja", ("",)), ("ih", ("i",)),
    # German: the adjective of a town.
    ("er", ("", "en", "e")), ("s", ("",)),
)  # fmt: skip
"""Endings of case, and what the name ends with in the nominative."""


def foreign_mentions(
    work: str, tokens: list[Token], known: list[Mention], gazetteer: Gazetteer
) -> list[Mention]:
    """Names that are no capitalised words of their own; none in an English caption."""
    found: list[Mention] = []
    if not work.isascii():
        found += _spaceless(work, gazetteer)
        found += _arabic(work, gazetteer)
        for mention in found:
            mention.foreign = True
            at = next((i for i, t in enumerate(tokens) if t.end > mention.start), 0)
            mention.first, mention.last = at, at + 1
    if ENGLISH.search(work) is None:
        taken = {m.first for m in known if m.key}
        inflected = _inflected(tokens, taken, gazetteer)
        for mention in inflected:
            mention.foreign = True
        found += inflected
    return found


def _spaceless(work: str, gazetteer: Gazetteer) -> list[Mention]:
    found = []
    for match in _HAN.finditer(work):
        run, at = match[0], 0
        while at < len(run) - 1:
            for length in range(min(_LONGEST_HAN, len(run) - at), 1, -1):
                named = gazetteer.named(run[at : at + length])
                if named and (named[0].weight > 4.4 or length > 3):
                    start = match.start() + at
                    found.append(_of(start, run[at : at + length], named[0].how))
                    at += length
                    break
            else:
                at += 1
    return found


def _of(start: int, text: str, how: str) -> Mention:
    del how
    return Mention(start, start + len(text), text, text, 0, 0, full_key=text)


def _arabic(work: str, gazetteer: Gazetteer) -> list[Mention]:
    from photocat.gazetteer.keys import key

    found = []
    for match in _ARABIC.finditer(work):
        words = list(re.finditer(r"\S+", match[0]))
        at = 0
        while at < len(words):
            for length in range(min(3, len(words) - at), 0, -1):
                start, end = words[at].start(), words[at + length - 1].end()
                written = match[0][start:end]
                for name in {written, _ARABIC_PREFIX.sub("", written, count=1)}:
                    of_name = key(name)
                    named = gazetteer.named(of_name) if len(of_name) > 2 else ()
                    if named and named[0].weight > 4.4:
                        break
                else:
                    continue
                found.append(
                    Mention(
                        match.start() + start,
                        match.start() + end,
                        written,
                        of_name,
                        0,
                        0,
                        full_key=of_name,
                    )
                )
                at += length
                break
            else:
                at += 1
    return found


def _inflected(tokens: list[Token], taken: set[int], gazetteer: Gazetteer) -> list[Mention]:
    found = []
    for at, token in enumerate(tokens):
        if (
            at in taken
            or not token.capital
            or token.masked
            or len(token.key) < 4
            or token.key in demonyms()
        ):
            continue
        for ending, endings in _ENDINGS:
            if not token.key.endswith(ending) or len(token.key) - len(ending) < 3:
                continue
            stem = token.key[: -len(ending)]
            names = [
                stem + other
                for other in endings
                if (named := gazetteer.named(stem + other)) and named[0].weight > 4.8
            ]
            if names:
                found.append(
                    Mention(
                        token.start, token.end, token.text, names[0], at, at + 1, full_key=names[0]
                    )
                )
                break
    return found
