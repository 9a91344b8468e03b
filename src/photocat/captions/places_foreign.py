"""Names in scripts without blanks or capitals, and names that are inflected."""

from __future__ import annotations

import re
from dataclasses import dataclass

from photocat.captions.places_tokens import Mention, Token
from photocat.captions.places_words import ENGLISH
from photocat.gazetteer import Gazetteer, Place
from photocat.gazetteer.demonyms import demonyms
from photocat.gazetteer.keys import key

_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,60}")
_KATAKANA = re.compile(r"[\u30a1-\u30ff]{2}")
_ARABIC = re.compile(r"[\u0621-\u06ff]+(?: [\u0621-\u06ff]+){0,3}")
_ARABIC_PREFIX = re.compile(r"^(?:و|ف)?(?:ب|ل|ك)?")
_LONGEST_HAN = 8


@dataclass(frozen=True, slots=True)
class Inflection:
    """One line of ``INFLECTIONS``: how a language bends names of places."""

    language: str
    sign: re.Pattern[str]
    """What tells the language: small words that it cannot do without, or its script."""
    endings: tuple[tuple[str, tuple[str, ...]], ...]
    """Endings of case, and what the name ends with in the nominative."""


_IN = frozenset(("в", "во", "у", "под", "возле", "около", "близ", "біля", "під"))
"""Only a place stands behind most of them, however little it is known."""

INFLECTIONS: tuple[Inflection, ...] = (
    Inflection(
        "ru uk",
        re.compile(r"[\u0400-\u04ff]{3}"),
        (
            ("ах", ("ы", "и", "")), ("ях", ("и",)), ("ой", ("а", "ая")), ("ом", ("", "о")),
            ("ем", ("", "е")), ("ою", ("а",)), ("ей", ("я",)), ("ии", ("ия",)), ("ии", ("ія",)),
            ("ію", ("ія",)), ("ії", ("ія",)), ("ию", ("ия",)), ("е", ("", "а", "о")),
            ("у", ("", "а", "о")), ("ю", ("я", "ь", "й")), ("а", ("", "о")), ("я", ("ь", "й")),
            ("и", ("ь", "а", "я", "")), ("ы", ("а", "")), ("і", ("", "а", "о", "ь", "я")),
            ("єві", ("їв",)), ("єва", ("їв",)), ("ові", ("ів",)), ("ова", ("ів",)),
        ),
    ),
    Inflection(
        "de",
        re.compile(r"\b(?:der|die|das|und|im|am|bei|mit|nach|den|vor|auf|aus|zum|zur|von)\b"),
        (("er", ("", "en", "e")), ("s", ("",))),
    ),
    Inflection(
        "fi",
        re.compile(
            r"\b(?:ja|oli|kuva|vuonna|joka|että|ovat|kun|näkyy|\w+(?:kuu(?:ssa|ta)|kuvassa))\b",
            re.IGNORECASE,
        ),
        (
            ("ssa", ("", "i")), ("ssä", ("",)), ("sta", ("",)), ("lla", ("",)), ("llä", ("",)),
            ("in", ("", "i")), ("n", ("",)),
        ),
    ),
    Inflection(
        "tr",
        re.compile(r"[^\W\d_]['’](?:da|de|ta|te|dan|den|tan|ten|n[ıiuü]n)\b"),
        tuple((end, ("",)) for end in ("da", "de", "ta", "te", "dan", "den", "tan", "ten", "nin")),
    ),
    Inflection(
        "pl cs sl hr",
        re.compile(r"\b(?:je|so|se|po|na|za|ki|pri|iz|ve|w|we|przy|oraz|jest|podczas|při)\b"),
        (
            ("ju", ("j",)), ("u", ("", "a")), ("ie", ("a", "")), ("em", ("",)), ("ja", ("",)),
            ("ih", ("i",)),
        ),
    ),
)  # fmt: skip
"""Languages in which a name seldom stands as a gazetteer writes it."""


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
        taken = {m.first for m in known if m.key and _is_sure(m, gazetteer)}
        inflected = _inflected(work, tokens, taken, gazetteer)
        for mention in inflected:
            mention.foreign = True
        found += inflected
    return found


def _is_sure(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether a name is more than a village called as a town is in some case: ``Львове``."""
    named = gazetteer.named(mention.key)
    return mention.text.isascii() or (bool(named) and named[0].weight > 4.0)


def _spaceless(work: str, gazetteer: Gazetteer) -> list[Mention]:
    """Names in runs of Han letters; one directly behind another lies in it: ``四川成都``."""
    found = []
    for match in _HAN.finditer(work):
        run, at = match[0], 0
        outer: Place | None = None
        while at < len(run) - 1:
            for length in range(min(_LONGEST_HAN, len(run) - at), 1, -1):
                named = gazetteer.named(run[at : at + length])
                if named and (named[0].weight > 4.4 or length > 3) and _is_whole(run, at, length):
                    start, text = match.start() + at, run[at : at + length]
                    at += length
                    if outer is None or any(gazetteer.contains(outer, n.place) for n in named):
                        outer = named[0].place
                        end = start + length
                        found.append(Mention(start, end, text, text, 0, 0, full_key=text))
                    break
            else:
                at += 1
                outer = None
    return found


def _is_whole(run: str, at: int, length: int) -> bool:
    """Whether no word is cut: what Japanese spells in Katakana, as ``カトマンズ``, is one word."""
    ends = (at, at + length)
    return not any(_KATAKANA.fullmatch(run[max(0, end - 1) : end + 1]) for end in ends)


def _arabic(work: str, gazetteer: Gazetteer) -> list[Mention]:
    found = []
    for match in _ARABIC.finditer(work):
        words = list(re.finditer(r"\S+", match[0]))
        at = 0
        while at < len(words):
            for length in range(min(3, len(words) - at), 0, -1):
                start, end = words[at].start(), words[at + length - 1].end()
                written = match[0][start:end]
                bare = _ARABIC_PREFIX.sub("", written, count=1)
                for name in dict.fromkeys((written, bare, bare.removeprefix("ال"))):
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


def _inflected(
    work: str, tokens: list[Token], taken: set[int], gazetteer: Gazetteer
) -> list[Mention]:
    """Names that end as their language bends them."""
    language = next((each for each in INFLECTIONS if each.sign.search(work)), None)
    found: list[Mention] = []
    if language is None:
        return found
    for at, token in enumerate(tokens):
        if at in taken or not token.capital or token.masked or len(token.key) < 4:
            continue
        if token.key in demonyms() or (language.language == "de" and not _owns(work, tokens, at)):
            continue
        for ending, endings in language.endings:
            ending = key(ending)
            if not token.key.endswith(ending) or len(token.key) - len(ending) < 2:
                continue
            names = [
                name
                for name in (token.key[: -len(ending)] + key(other) for other in endings)
                if _is_meant(name, ending, at > 0 and tokens[at - 1].text in _IN, gazetteer)
            ]
            if names:
                start, end = token.start, token.end
                name = max(names, key=lambda each: gazetteer.named(each)[0].weight)
                found.append(Mention(start, end, token.text, name, at, at + 1, full_key=name))
                break
    return found


def _owns(work: str, tokens: list[Token], at: int) -> bool:
    """Whether a noun follows, as German wants it: ``Berliner Polizei``; or a country is parted."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after and after.capital and not after.masked and work[token.end : after.start] == " ":
        return True
    before = tokens[at - 1].text.lower() if at else ""
    return before.endswith(
        ("en", "hauptstadt", "küste", "grenze", "teil", "zentrum", "innenstadt", "mitte", "umland")
    ) and token.text.endswith("s")


def _is_meant(name: str, ending: str, led_to: bool, gazetteer: Gazetteer) -> bool:
    named = gazetteer.named(name)
    least = 4.8 if name.isascii() else 3.4 if led_to else 4.0
    if not named or named[0].weight <= least:
        return False
    return ending != "er" or (named[0].place.kind == "town" and named[0].weight > 5.3)
