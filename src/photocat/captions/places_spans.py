"""Names of places as they stand in a caption: the longest that the gazetteer knows, and unknown ones.

A mention is a stretch of capitalised words. Its candidates come later, with what stands around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from photocat.captions.places_links import link
from photocat.captions.places_words import POSTAL, PROVINCES, STATES
from photocat.captions.text import MASKED
from photocat.gazetteer import Gazetteer
from photocat.gazetteer.demonyms import demonyms
from photocat.gazetteer.generic import KIND_OF
from photocat.gazetteer.keys import key

_TOKEN = re.compile(
    rf"(?:[A-Z]\.){{2,4}}|[^\W\d_][\w]{{0,60}}(?:['-](?!s\b)[\w]{{1,30}}){{0,6}}|{MASKED}+"
)
_ABBREVIATION = re.compile(
    r"(?:W\. ?Va|N\. ?(?:Mex|Dak)|S\. ?Dak|[A-Z][a-z]{1,4}|[NSRPDB]\.[A-Z]|[A-Z]{2,3})(?=\.|\W|$)"
)
_SMALL = frozenset(
    "of the de la del el al da do dos di du sur upon and les y am an der le es ez as ash ar i e en im"
    " ob und et von van den a bei".split()
)
"""Words in small letters that may stand inside a name."""
_LOST = re.compile(r"-(?:led|backed|based|born|class|style|controlled|held|occupied|made|bound|run"
                   r"|owned|allied|supported|funded|language|speaking|era|wide|area|trained|ruled"
                   r"|administered|sponsored|designate|elect|old|inspired|linked|appointed)$")  # fmt: skip
_SAINTS = frozenset({"St", "Ste", "Mt", "Ft", "Pt"})
_ACRONYMS = frozenset("USA UK UAE DRC DPRK US USSR PNG GTMO".split())
_DATELINE = 40
"""Characters at the beginning within which a dateline in capitals stands."""

_ARTICLE = re.compile(r"(?:al|el|es|ez|as|ash|an|ad|ar|at|ed|en|er|et)-[A-Z]")
LONGEST = 6
"""Words of a name."""

NEVER = frozenset(
    "the of march may april june august president general church union hall center old young army"
    " guard state states house street world east west north south central university college congress"
    " senate court park bridge tower school hospital supreme capital government prime minister people"
    " workers women children students russian german american protesters fire smoke snow photo town"
    " city village county image security defense justice black white green brown red king queen"
    " prince islam islamic muslim christian catholic orthodox republican democrat liberal labor"
    " google facebook amazon apple this that these those here there both many some two three four"
    " officials soldiers visitors residents members demonstrators supporters firefighters marines"
    " sailors airmen troops refugees migrants villagers father mother sister brother doctor judge"
    " professor senator mayor governor ambassador secretary chief captain sergeant major colonel"
    " lieutenant admiral commander petty officer airman private corporal special master senior"
    " chairman director manager coach star fan fans players team monday tuesday wednesday thursday"
    " friday saturday sunday january february july september october november december spring"
    " summer autumn fall winter easter christmas ramadan sun moon air naval navy force field base"
    " camp fort station port bay lake river island mount national international royal public road"
    " avenue square house room garden gardens memorial museum man boy girl police fire men crew us"
    " food water energy health education trade finance interior foreign home office press media"
    " times post news star sky storm wild hope faith grace joy victory liberty independence unity"
    " freedom peace war battle cup open grand prix league division group first second third new"
    " saint st santa san la el le los las de del van von bin al abu ben mr mrs ms dr sen gov rep"
    " lt gen col sgt capt maj cpl spc pvt adm rev hon sir lord lady don dona his her their its my"
    " our your who what when where why how not now then after before during while with without"
    " from into onto over under near far above below inside outside for and but nor yet so as at by"
    " in on to up down off out i ii iii iv v file right left top bottom rear front back".split()
)
"""Words that are never a place by themselves, unless a container follows them."""

HOMOGRAPHS = frozenset(
    "reading mobile split nice bath male police march most hope best big deal fort orange commerce"
    " enterprise industry media bar best ham lens same sale date love born born mission pilot"
    " protest normal justice eagle bishop marine rose pearl robert martin lewis henry james george"
    " david john paul peter thomas francis marie maria anna laura linda helen alice diana alexandria"
    " augusta olympia aurora troy tyler jasper percy gary logan dexter clay marion carol lee grant"
    " ford lincoln jefferson jackson madison monroe hamilton harrison wilson nelson franklin marshall"
    " clinton carter kennedy reagan bush obama trump biden putin lenin".split()
)
"""Words that begin sentences or names more often than they are towns."""


_BOTH = frozenset({"u s"})
_BETWEEN = frozenset(
    "in of on the northern southern eastern western central northeastern northwestern southeastern"
    " southwestern northeast northwest southeast southwest north south east west city town village"
    " island province region state district".split()
)
_BUILDINGS = frozenset(
    "garden gardens park square hotel museum palace stadium arena church mosque hospital university"
    " school college airport embassy bridge tower street avenue road center centre hall court prison"
    " hospital club cathedral temple theater theatre plaza market house building headquarters inc"
    " president minister mr mrs group party army police championships games cup".split()
)


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
    return text[0].isupper() or _ARTICLE.match(text) is not None


def mentions_of(work: str, tokens: list[Token], gazetteer: Gazetteer) -> list[Mention]:
    """Every name that the gazetteer knows, the longest at each place, in order."""
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        mention = None
        if tokens[at].capital and not tokens[at].masked:
            mention = _abbreviation(work, tokens, at, found) or _longest(
                work, tokens, at, gazetteer
            )
        if mention:
            found.append(mention)
            at = mention.last
        else:
            at += 1
    return found


def _abbreviation(work: str, tokens: list[Token], at: int, found: list[Mention]) -> Mention | None:
    """A state's abbreviation; only after a comma that follows a capitalised word."""
    start = tokens[at].start
    if at == 0 or not re.search(r"[\w.)], ?$", work[max(0, start - 4) : start]):
        return None
    match = _ABBREVIATION.match(work, start)
    if not match or not (tokens[at - 1].capital or tokens[at - 1].masked):
        return None
    written = match[0]
    state = STATES.get(written) or STATES.get(written.replace(" ", ""))
    if state is None and written in POSTAL:
        state = written
    country, name = "US", state
    if state is None:
        if written not in PROVINCES:
            return None
        country, name = PROVINCES[written]
    end = match.end()
    if work[end : end + 1] == "." and not written.isupper():
        end += 1
    elif work[end : end + 1] == "." and "." in written:
        end += 1
    last = at
    while last < len(tokens) and tokens[last].start < end:
        last += 1
    return Mention(start, end, work[start:end], "", at, last, country=country, state=name)


def _longest(work: str, tokens: list[Token], at: int, gazetteer: Gazetteer) -> Mention | None:
    most = 1
    while most < LONGEST and at + most < len(tokens) and _joined(work, tokens, at + most):
        most += 1
    for length in range(most, 0, -1):
        last = tokens[at + length - 1]
        if not (last.capital or (length > 1 and last.key in KIND_OF)):
            continue
        if length == 1 and not _may_stand_alone(work, tokens, at):
            continue
        of_name = last.key if length == 1 else key(work[tokens[at].start : last.end])
        if gazetteer.named(of_name):
            return _mention(work, tokens, at, at + length, of_name)
    return None


def _joined(work: str, tokens: list[Token], at: int) -> bool:
    """Whether a token continues the name before it."""
    token, before = tokens[at], tokens[at - 1]
    if token.masked or not (token.capital or token.key in _SMALL or token.key in KIND_OF):
        return False
    gap = work[before.end : token.start]
    return gap == " " or (gap == ". " and before.text in _SAINTS)


def _may_stand_alone(work: str, tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    after = work[token.end : token.end + 2]
    if token.text.isupper() and len(token.text) <= 4 and "." not in token.text:
        if token.text in _ACRONYMS:
            return True
        return token.start < _DATELINE and re.match(r",| ?[(-]", after) is not None
    if token.text.isupper() and len(token.text) > 3 and token.start > _DATELINE:
        if not work[token.start : token.start + 60].isupper() and "." not in token.text:
            return after in {", ", " ("}
    if token.key in demonyms() and token.key not in _BOTH:
        return False
    if token.key in NEVER or (token.key in HOMOGRAPHS and not _placed(work, tokens, at)):
        return after == ", " and at + 1 < len(tokens) and tokens[at + 1].capital
    return not _LOST.search(token.text) and len(token.key) > 2


def _placed(work: str, tokens: list[Token], at: int) -> bool:
    """Whether a preposition stands before the word."""
    return at > 0 and tokens[at - 1].text.lower() in {"in", "near", "at", "outside", "to", "from"}


def _mention(work: str, tokens: list[Token], first: int, last: int, of_name: str) -> Mention:
    start, end = tokens[first].start, tokens[last - 1].end
    mention = Mention(start, end, work[start:end], of_name, first, last, full_key=of_name)
    for length in (3, 2, 1):
        words = tokens[last : last + length]
        of_words = " ".join(t.key for t in words)
        if len(words) == length and of_words in KIND_OF and _adjoins(work, tokens, last, length):
            mention.last, mention.end = last + length, words[-1].end
            mention.text, mention.full_key = work[start : mention.end], f"{of_name} {of_words}"
            mention.generic = KIND_OF[of_words]
            break
    mention.possessive = work.startswith(("'s", "' "), mention.end)
    return mention


def _adjoins(work: str, tokens: list[Token], at: int, length: int) -> bool:
    return all(work[tokens[i - 1].end : tokens[i].start] == " " for i in range(at, at + length))


def unknown_before(work: str, tokens: list[Token], mention: Mention) -> Mention | None:
    """Capitalised words that the gazetteer does not know, before ``, MENTION`` or ``in MENTION``."""
    last = mention.first
    while last and tokens[last - 1].text.lower() in _BETWEEN:
        last -= 1
    if not last or tokens[last - 1].masked:
        return None
    gap = work[tokens[last - 1].end : mention.start]
    how = link(gap, possessive=False)
    if how not in {"comma", "in"}:
        return None
    comma = how == "comma"
    behind = re.match(r" ([a-z]+)", gap)
    generic = KIND_OF.get(behind[1]) if behind else None
    first = last
    while first and last - first < LONGEST:
        token = tokens[first - 1]
        small = token.key in _SMALL
        if token.masked or not (token.capital or small):
            break
        if first < last and work[token.end : tokens[first].start] != " ":
            break
        first -= 1
    while first < last and not tokens[first].capital:
        first += 1
    if first == last or any(t.key in _BUILDINGS for t in tokens[first:last]):
        return None
    if not comma and not generic and not _placed_loosely(tokens, first):
        return None
    of_name = " ".join(t.key for t in tokens[first:last])
    start, end = tokens[first].start, tokens[last - 1].end
    found = Mention(start, end, work[start:end], of_name, first, last, full_key=of_name)
    found.known, found.generic = False, generic
    return found


def _placed_loosely(tokens: list[Token], first: int) -> bool:
    before = tokens[first - 1].text.lower() if first else ""
    return before in {"in", "near", "at", "outside", "of"}
