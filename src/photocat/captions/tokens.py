"""A caption as a string of classes: one letter for each word, number and mark.

Forms of dates are patterns over this string, so ``19 de marzo de 2016`` and ``19 March, 2016`` are
nearly the same: ``19`` is ``d``, both ``de`` are ``o``, the month is ``M`` and the year ``Y``.
What no form needs is ``x``.

    d 1-31   z other two digits   q 1st-31st   Y four digits 1000-2099   B CCYYMMDD   D 1930s
    N other number   h the word decade, as in années 1930
    M month  m word that may be one (may, march, mar)   W weekday   S season
    J 年     K 月   L 日   H 春   o of   n on   i in   t to   r or, and   b between   c about
    F feast of a fixed day   f other feast
    e early, mid, late            s since   u until   v before   k after   g the word year
    , . - / ( ) [ ] ' ? : " themselves; newline ends everything as x
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from photocat.captions.feasts import feast_at
from photocat.captions.languages import LANGUAGES, MISSPELT, SHORT_MONTHS

_TOKEN = re.compile(
    r"(?P<century>(?:19|20|21)世[纪紀][1-9]0年代)|(?P<number>\d+)(?P<ordinal>(?:st|nd|rd|th|er|ère|º|ª)(?![^\W\d_]))?"
    r"(?P<decade>'?s(?![^\W\d_])|-?(?:er|е|х|ті)(?![^\W\d_])|-(?:talet|tallet)(?![^\W\d_])|年代)?"
    r"|(?P<han>[年月日号號년월일约約至春夏秋冬])|[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)|(?P<mark>[^\w\s]|_|\n)"
)
_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)|(?<![\d.])\d{1,3}\.\d{1,3}(?![\d.])")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The classes of a text, and what each stands for."""

    classes: str
    starts: list[int]
    ends: list[int]
    values: list[int]
    """Of a number its value; of a month 1-12; of a weekday 0-6 from Monday; of a season 21-24;
    of a feast its place in ``FEASTS``."""


def _vocabulary() -> dict[str, tuple[str, int]]:
    words: dict[str, tuple[str, int]] = {}

    def put(cls: str, names: str, value: int = 0) -> None:
        for name in names.split():
            words.setdefault(name.replace("_", " "), (cls, value))

    for language in LANGUAGES:
        for cls, names in (("M", language.months), ("W", language.weekdays)):
            for number, spellings in enumerate(names):
                put(cls, spellings, number + (cls == "M"))
        for number, spellings in enumerate(language.seasons):
            put("S", spellings, 21 + number)
    for language in LANGUAGES:
        for cls, spellings in (
            ("b", language.between), ("c", language.about), ("s", language.since),
            ("u", language.until), ("v", language.before), ("k", language.after),
            ("e", language.part), ("g", language.year), ("o", language.of), ("n", language.on),
            ("i", language.within), ("t", language.to), ("r", language.either),
            ("h", language.decade),
        ):  # fmt: skip
            put(cls, spellings)
    for wrong, right in MISSPELT.items():
        words.setdefault(wrong, words[right])
    return words


_WORDS = _vocabulary()
_FIRST = {name.split(" ")[0] for name in _WORDS if " " in name}
_WEAK_WORDS = (
    "may march mar august mars mart marts maya mei mai maja ene dic jan dec sep jun sun sat mon wed"
    " fri nisan ocak ekim pazar segunda quarta quinta sexta estate"
)
_WEAK = frozenset(_WEAK_WORDS.split())
"""Month and weekday names that are also something else when they are not capitalised."""

_HAN = dict(zip("年月日号號년월일约約至春夏秋冬", "JKLLLJKLcctHHHH", strict=True))
_HAN_SEASON = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_MARKS = frozenset(",.-/()[]'?:\"~")


def read_tokens(work: str) -> Tokens:
    """The classes of a cleaned text. Time is linear in the text."""
    grouped = {m.start(): m.end() for m in _GROUPED.finditer(work)}
    classes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[int] = []
    skip = 0
    for match in _TOKEN.finditer(work):
        start, end = match.span()
        if start < skip:
            continue
        kind = match.lastgroup
        cls, value = "x", 0
        if kind == "word":
            cls, value, end = _word(work, match["word"], start, end)
            skip = end
        elif kind == "mark":
            cls = match[0] if match[0] in _MARKS else "x"
        elif kind == "han":
            cls, value = _HAN[match[0]], _HAN_SEASON.get(match[0], 0)
        elif kind == "century":
            cls, value = "D", int(match[0][:2]) * 100 - 100 + int(match[0][4:6])
        elif kind is not None:
            if start in grouped:
                skip = end = grouped[start]
                cls = "N"
            else:
                cls, value = _number(match)
        classes.append(cls)
        starts.append(start)
        ends.append(end)
        values.append(value)
    return Tokens("".join(classes), starts, ends, values)


_YEARS = re.compile(r"[ -]Jahren?\b")
"""``in den 20er Jahren``: of the century before, as everyone says it."""


def _number(match: re.Match[str]) -> tuple[str, int]:
    digits = match["number"]
    if len(digits) > 8:
        return "N", 0
    value = int(digits)
    years = match["ordinal"] == "er" and _YEARS.match(match.string, match.end()) is not None
    if match["decade"] or (match["ordinal"] == "er" and (value > 31 or years)):
        if value % 10 == 0 and (len(digits) == 2 or (len(digits) == 4 and 1000 <= value < 2100)):
            return "D", value
        return ("Y", value) if len(digits) == 4 and 1000 <= value < 2100 else ("N", value)
    if match["ordinal"]:
        return ("q", value) if 1 <= value <= 31 else ("N", value)
    if len(digits) <= 2:
        return ("d" if 1 <= value <= 31 else "z" if len(digits) == 2 else "N"), value
    if len(digits) == 4 and 1000 <= value < 2100:
        return "Y", value
    return ("B" if len(digits) == 8 else "N"), value


def _word(work: str, word: str, start: int, end: int) -> tuple[str, int, int]:
    name = word.lower()
    if (feast := feast_at(work, start, name)) is not None:
        return feast
    if name in SHORT_MONTHS and _DAY_BEFORE.search(work, max(0, start - 5), start):
        year = _YEAR_AFTER.match(work, end)
        if year is not None and (year[1] or year[2] or name not in _ENGLISH):
            return "M", SHORT_MONTHS[name], year.end(1)
    if name == "juche" and (era := _JUCHE.match(work, start)):
        return "Y", int(era[1]), era.end()
    if name in _FIRST:
        following = _NEXT_WORD.match(work, end)
        if following and f"{name} {following[1]}" in _WORDS:
            cls, value = _WORDS[f"{name} {following[1]}"]
            return cls, value, following.end()
    known = _WORDS.get(name)
    if name == "month" and _IN_THE.search(work, max(0, start - 16), start):
        return ("i", 0, end + 3) if work.startswith(" of ", end) else ("x", 0, end)
    if word == "CA" and work[end : end + 1] != ".":
        return "x", 0, end
    if name == "march" and word[0] == "M" and _marches(work, start, end):
        return "x", 0, end
    if known is None:
        if "'" in name:
            return _word(work, word.partition("'")[0], start, start + word.index("'"))
        return "x", 0, end
    cls, value = known
    if cls in "MW":
        if name in _ABBREVIATED_DAYS and word.islower():
            return "x", 0, end
        named_so = name in _SMALL_DAYS and word[0].isupper()
        if named_so and _NAMED.search(work, max(0, start - 32), start):
            return "x", 0, end
        if name in _WEAK and word.islower():
            cls = "m" if cls == "M" else "x"
        if end < len(work) and work[end] == "." and len(name) <= 5:
            after = work[end + 1 : end + 3].lstrip()
            if after[:1].isdigit() or after[:1] in ("'", ",", "-") or name in _ABBREVIATED_DAYS:
                end += 1
    return cls, value, end


def _marches(work: str, start: int, end: int) -> bool:
    """``the 1963 March on Washington``: people who walk, and no month."""
    return (
        _MARCH_TO.match(work, end) is not None
        and _MARCH_OF.search(work, max(0, start - 16), start) is not None
    )


_IN_THE = re.compile(r"\b(?:in|during|throughout|for) the $")
_MARCH_TO = re.compile(
    r" (?:on|for|of|against|Against|For|to)"
    r" (?:the |Our )?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z]"
)
_MARCH_OF = re.compile(r"(?:\b(?:the|an?|annual|Annual|\d{4}|\w+'s)) $")
_DAY_BEFORE = re.compile(r"\d(?:\.| de)? ?$")
_YEAR_AFTER = re.compile(r"(\.?)( de)? ?(?:\d{4}|(?<=\.)\d\d)\b")
_ENGLISH = frozenset(("set", "out", "i", "v", "x"))
"""Those that need their point, or a word, to be no English word and no figure."""
_JUCHE = re.compile(r"Juche \d{2,3} \((19\d\d|20\d\d)\)")
"""North Korea counts from 1912, and adds the year as everyone counts."""
_SMALL_DAYS = frozenset(("domingo", "lunes", "martes", "dimanche", "domenica"))
_NAMED = re.compile(r"(?<![\w.])[A-Z]\w{1,30} $")
"""What is written small as a weekday is a name after another name: ``Santo Domingo``."""
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_ABBREVIATED_DAYS = frozenset(
    ("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun")
)
