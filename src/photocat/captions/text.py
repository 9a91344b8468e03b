"""A caption as text to be read: cleaned for reading, with the way back to the given characters.

Rules read ``Text.work`` and speak in its offsets; what leaves this package speaks in code points of
the text as it was given (``Text.given_span``). Cleaning never moves more than it must: quotes,
dashes, blanks, digits and control characters are replaced one for one; HTML entities, tags,
decomposed letters (Unicode Standard Annex 15) and long runs of blanks alone change length.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from photocat.captions.languages import LANGUAGES

LONGEST = 262_144
"""Characters of a caption that are read; what comes after them is kept and not read."""

LONGEST_SENTENCE = 2_000
"""Characters after which a sentence ends, whatever it says."""

MASKED = "\ufffc"
"""What stands in place of a claimed character: no letter, no blank, no punctuation."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From ``start`` to before ``end``, in characters."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end

    def __contains__(self, place: int) -> bool:
        return self.start <= place < self.end


@dataclass(frozen=True, slots=True)
class Text:
    """One caption. Made by ``read_text``."""

    given: str
    work: str
    sentences: tuple[Span, ...]
    """In offsets of ``work``, in order, without the blanks between them."""
    offsets: tuple[int, ...] | None = None
    """For each place in ``work``, and its end, the place in ``given``; None where they agree."""

    def given_span(self, span: Span) -> Span:
        """The same stretch in code points of the given text."""
        if self.offsets is None:
            return span
        return Span(self.offsets[span.start], self.offsets[span.end])

    def quote(self, span: Span) -> str:
        """The given characters of a stretch of ``work``."""
        given = self.given_span(span)
        return self.given[given.start : given.end]

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that a place of ``work`` belongs to, from 0."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= place:
                low = middle + 1
            else:
                high = middle
        return min(low, max(len(self.sentences) - 1, 0))


def read_text(given: str) -> Text:
    """Clean a caption and cut it into sentences. Time is linear in the text."""
    head = given[:LONGEST]
    if _NEEDS_MAP.search(head) is None and unicodedata.is_normalized("NFC", head):
        work, offsets = head.translate(_ONE_FOR_ONE), None
    else:
        work, offsets = _mapped(head)
    if _LONG_BLANK.search(work):
        work, offsets = _without_long_blanks(work, offsets)
    return Text(given, work, _sentences(work), offsets)


def masked(work: str, spans: Iterable[Span]) -> str:
    """The text with claimed stretches blotted out, at the same offsets."""
    parts: list[str] = []
    at = 0
    for span in sorted(spans):
        start = max(span.start, at)
        if start < span.end:
            parts += (work[at:start], MASKED * (span.end - start))
            at = span.end
    parts.append(work[at:])
    return "".join(parts)


# --- cleaning -------------------------------------------------------------------------------------

_NEEDS_MAP = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,24});|</?[a-zA-Z]"
)
_MARKUP = re.compile(
    r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,24});)"
    r"|(?P<tag></?[a-zA-Z][^<>]{0,300}>)"
)


def _one_for_one() -> dict[int, str]:
    table = dict.fromkeys((*range(10), *range(11, 32), *range(0x7F, 0xA1)), " ")
    table |= dict.fromkeys(map(ord, "\u2028\u2029\x0b\x0c\x85"), "\n")
    table |= dict.fromkeys(map(ord, "\u1680\u202f\u205f\u3000\ufeff\u2000\u2001\u2002\u2003"), " ")
    table |= dict.fromkeys(map(ord, "\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200e"), " ")
    table |= dict.fromkeys(map(ord, "\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068"), " ")
    table |= dict.fromkeys(map(ord, "\u2069\ufffd"), " ")
    table |= dict.fromkeys(map(ord, "‘’‛ʼ`´′＇"), "'")
    table |= dict.fromkeys(map(ord, "“”„‟″«»＂"), '"')
    table |= dict.fromkeys(map(ord, "‐‑‒–—―−－"), "-")
    table |= {ord("，"): ",", ord("、"): ",", ord("،"): ",", ord("．"): ".", ord("："): ":"}
    table |= {ord("（"): "(", ord("）"): ")", ord("／"): "/", ord("［"): "[", ord("］"): "]"}
    for zero in (0x0660, 0x06F0, 0x0966, 0xFF10):
        table |= {zero + digit: str(digit) for digit in range(10)}
    return table


_ONE_FOR_ONE = _one_for_one()


def _mapped(head: str) -> tuple[str, tuple[int, ...]]:
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0

    def keep(text: str, start: int) -> None:
        for first, cluster in _clusters(text):
            clean = unicodedata.normalize("NFC", cluster).translate(_ONE_FOR_ONE)
            pieces.append(clean)
            offsets.extend([start + first] * len(clean))

    for match in _MARKUP.finditer(head):
        keep(head[at : match.start()], at)
        clean = " " if match["tag"] else unescape(match[0]).translate(_ONE_FOR_ONE)
        pieces.append(clean)
        offsets.extend([match.start()] * len(clean))
        at = match.end()
    keep(head[at:], at)
    offsets.append(len(head))
    return "".join(pieces), tuple(offsets)


def _without_long_blanks(work: str, offsets: tuple[int, ...] | None) -> tuple[str, tuple[int, ...]]:
    """Both ends of every long run of blanks: patterns try each of them with each other."""
    whole = offsets or tuple(range(len(work) + 1))
    pieces: list[str] = []
    kept: list[int] = []
    at = 0
    for run in _LONG_BLANK.finditer(work):
        pieces.append(work[at : run.start() + _BLANKS])
        kept += whole[at : run.start() + _BLANKS]
        at = run.end() - _BLANKS
    return "".join((*pieces, work[at:])), (*kept, *whole[at:])


_BLANKS = 16
"""Kept at either end of a run."""
_LONG_BLANK = re.compile(rf"\s{{{4 * _BLANKS},}}")


def _clusters(text: str) -> Iterable[tuple[int, str]]:
    """Letters with the combining marks that follow them, each with its place."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not unicodedata.combining(text[place]) or place - start > 30:
            yield start, text[start:place]
            start = place


# --- sentences ------------------------------------------------------------------------------------

_END = re.compile(
    r"[.!?]+[\"')\]]*(?=\s|$)|(?<=[a-z]{2})\.(?=[A-Z][a-z' ])|(?<=[12]\d{3})\.(?=[A-Z][a-z])"
    r"|[。！？؟]+|\n+|\s-{1,2}\s?\("
)
_TITLES_WORDS = (
    "mr mrs ms dr prof rev fr hon st sts mt ft gen lt bros col maj capt cpt sgt cpl pfc spc pvt "
    "adm brig"
    " cmdr lcdr cdr ens gov sen rep pres supt vs v approx ca c g г ул им р м ud nr bzw im mme mlle"
    " b geb sra dra ssgt msgt tsgt mgen ltjg ltc no nos rct lcpl mcpl pte"
)
_TITLES = frozenset(_TITLES_WORDS.split())
"""Abbreviations that something always follows."""

_ABBREVIATED_WORDS = (
    "sr jr inc ltd co corp dept univ jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues"
    " wed thu thur thurs fri sat sun ave blvd rd hwy ala ariz ark calif colo conn del fla ga ill"
    " ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo"
    " kans penn nebr est etc al abb m ret aka"
)
_ABBREVIATED = frozenset(_ABBREVIATED_WORDS.split())
"""Abbreviations that may also end a sentence."""

_OPENS = re.compile(
    r"\s+(?:The|This|These|Those|It|He|She|They|We|In|On|At|As|A(?!\.)|An|According|Photo|REUTERS"
    r"|AP|His|Her|Their|But|And|After|Before|For|From|Some|Many|Two|Three|Its)\b"
    r"|\s+[(\[](?:AP|AFP|EPA|Photo|Reuters|REUTERS|Courtesy|Image|Getty|U\.?S\.? [A-Z]|\w+ \w+/)"
)


def _sentences(work: str) -> tuple[Span, ...]:
    found: list[Span] = []
    start = 0
    for match in _END.finditer(work):
        if match.start() < start or (match[0][0] in ".!?" and not _ends(work, match)):
            continue
        end = match.start() if match[0][0] in "\n \t" else match.end()
        _cut(work, start, end, found)
        start = match.end() - 1 if match[0].endswith("(") else match.end()
    _cut(work, start, len(work), found)
    return tuple(found)


def _ends(work: str, match: re.Match[str]) -> bool:
    """Whether the dot ends a sentence, rather than an abbreviation or an initial."""
    if match[0][0] != ".":
        return True
    before = work[max(0, match.start() - 12) : match.start()]
    word = before[max(map(before.rfind, " (/-")) + 1 :]
    bare = word.lower().lstrip("\"'[")
    following = work[match.end() : match.end() + 14]
    if bare in _TITLES or (len(bare) == 1 and word.isupper()):
        return False
    if _closes_a_dated_place(work, match.start(), following):
        return True
    if bare in _ABBREVIATED:
        return _OPENS.match(following) is not None
    if "." in bare and len(bare) <= 7 and bare.replace(".", "").isalpha():
        return _OPENS.match(following) is not None
    if bare.isdigit() and len(bare) <= 2:
        # German and Nordic ordinals: "25. August", "zum 90. Geburtstag".
        counted = _COUNTED.search(work, max(0, match.start() - 16), match.start())
        opens = following.lstrip()[:1]
        return opens in ("(", "[") or (opens.isupper() and not (counted or _is_month(following)))
    return not following.lstrip()[:1].islower()


_COUNTED = re.compile(
    r"\b(?:der|die|das|dem|den|des|zum|zur|vom|im|beim|(?:sein|ihr|ein|unser)(?:e[mnrs]?)?)"
    r" \d{1,2}\Z"
)
"""An article before a number: the point makes it an ordinal."""
_STATE = re.compile(
    r"\b(?:19|20)\d\d,? [^.]{3,90}, (?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md"
    r"|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo"
    r"|[NS]\.[CD]|N\.[HJMY]|R\.I|D\.C|W\.Va)$"
)
_NEW_SENTENCE = re.compile(r"\s+[A-Z][a-z]")
_WEEKDAY = re.compile(r"\s*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def _closes_a_dated_place(work: str, dot: int, following: str) -> bool:
    """``…, Jan. 21, 2014, in Jefferson City, Mo.``: no comma follows, so the sentence ends."""
    return (
        _NEW_SENTENCE.match(following) is not None
        and not _is_month(following)
        and _WEEKDAY.match(following) is None
        and _STATE.search(work, max(0, dot - 120), dot) is not None
    )


_MONTHS = frozenset(
    name for language in LANGUAGES for names in language.months for name in names.split()
)
_WORD = re.compile(r"\s*([^\W\d_]+)")


def _is_month(following: str) -> bool:
    match = _WORD.match(following)
    return match is not None and match[1].lower() in _MONTHS


def _cut(work: str, start: int, end: int, found: list[Span]) -> None:
    while start < end and work[start].isspace():
        start += 1
    while end > start and work[end - 1].isspace():
        end -= 1
    while end - start > LONGEST_SENTENCE:
        space = work.rfind(" ", start, start + LONGEST_SENTENCE)
        cut = space if space > start else start + LONGEST_SENTENCE
        found.append(Span(start, cut))
        start = cut
    if start < end:
        found.append(Span(start, end))
