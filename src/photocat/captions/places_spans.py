"""Names of places as they stand in a caption: the longest that the gazetteer knows.

A mention is a stretch of capitalised words. Its candidates come later, with what stands around it.
"""

from __future__ import annotations

import re

from photocat.captions.places_never import HOMOGRAPHS, NEVER
from photocat.captions.places_tokens import ARTICLE, Mention, Token
from photocat.captions.places_words import GERMAN_NOUNS, PLACE_NOUNS, POSTAL, PROVINCES, STATES
from photocat.gazetteer import Gazetteer
from photocat.gazetteer.demonyms import demonyms
from photocat.gazetteer.generic import KIND_OF
from photocat.gazetteer.keys import TRANSLITERATED, bare_key, key, spelt_out

_ABBREVIATION = re.compile(
    r"(?:W\. ?Va|N\. ?(?:Mex|Dak)|S\. ?Dak|P\.E\.I|[NESW]\. ?Yorks|Northants|[A-Z][a-z]{1,5}"
    r"|[NSRPDB]\.[A-Z]|[A-Z]{2,3})(?=\.|\W|$)"
)
_AFTER_COMMA = re.compile(r"[\w.)], ?$")
_DOTTED = re.compile(r"(?<=\w )(?:N\.[CDHJMY]|S\.[CD]|R\.I|W\.Va)\.(?=$|[,.)]| (?![A-Z]))")
"""What needs no comma before it: ``Fort Doe N.C.``"""
_SMALL_WORDS = """
of the de la del el al da do dos di du des sur upon and les y am an der le es ez as ash ar i e
au aux en im ob und et von van den a bei
"""
SMALL = frozenset(_SMALL_WORDS.split())
"""Words in small letters that may stand inside a name."""
_ENDS = re.compile(r"[,.;:)]|$| \(| (?:on|in|during|after|as|where|near) |\ufffc| \ufffc")
_NAME_GOES_ON = re.compile(r" [A-Z]")
"""``Chelsea, Man Utd``: no abbreviation, which would have its dot."""
_LOST = re.compile(
    r"-(?:led|backed|based|born|class|style|controlled|held|occupied|made|bound|run"
    r"|owned|allied|supported|funded|language|speaking|era|wide|area|trained|ruled"
    r"|administered|sponsored|designate|elect|old|inspired|linked|appointed)$"
)
_BEFORE_STATES = frozenset(("vicinity", "s"))
"""What may stand in small letters before a state's comma: the end of St. John's."""
_SAINTLY = frozenset(("St", "Saint"))
_SAINTS = frozenset({"St", "Ste", "Mt", "Ft", "Pt"})
_ACRONYMS = frozenset({"K2", "USA", "UK", "UAE", "DRC", "DPRK", "US", "NYC", "USSR", "PNG", "GTMO"})
_BRACKETED = re.compile(r"[^\W\d_a-z]\w+ \([^\W\d_a-z]\w+\)")
_QUARTER = re.compile(r"([^\W\d_]{4,})-[A-ZÄÖÜ][a-zäöüß]{4,}")
_GREAT = 5.3
"""The weight of a town of 200,000 people."""
_DATELINE = 40
"""Characters at the beginning within which a dateline in capitals stands."""

LONGEST = 6
"""Words of a name."""

SHORTEST = 4
"""Letters of a name that is looked for by its sound."""

LONG = 8
"""Letters of a name that may as well be written as two words."""

LEAST = 1.5
"""Lighter names (a village's second one) are looked for only within a container."""


_LAST_WORDS = frozenset(
    (
        *(*KIND_OF, "headquarters", "capitol", "prison", "stadium", "circuit", "racetrack"),
        *("building", "battlefield", "festival", "crossing", "plant", "reactor", "terminal"),
        *("base", "facility", "station", "college", "refinery", "mine", "mines", "cave", "field"),
        *("shipyard", "shipyards", "steelworks", "glacier", "factory", "racecourse", "pier"),
        *("gate", "square", "bridge", "tower", "palace", "mosque", "cathedral", "market", "dam"),
        *("slum", "slums", "favela", "complex", "volcano", "oilfield"),
    )
)
"""Words in small letters that may end a name."""
_INNER_WORDS = """
air army border chemical coal copper gas gold heavy migrant military missile naval nuclear oil
pipeline power refugee war water
"""
_INNER = frozenset((*_INNER_WORDS.split(), *SMALL, *_LAST_WORDS))
"""Words in small letters that may stand inside a name: ``Arak heavy water reactor``."""
_SPELT = frozenset(("name", "alias"))
_BOTH = frozenset({"u s", "djibouti", "christmas island"})


def mentions_of(work: str, tokens: list[Token], gazetteer: Gazetteer) -> list[Mention]:
    """Every name that the gazetteer knows, the longest at each place, in order."""
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        mention = None
        if tokens[at].capital and not tokens[at].masked:
            mention = _abbreviation(work, tokens, at) or _longest(work, tokens, at, gazetteer)
        if mention:
            found.append(mention)
            at = mention.last
        else:
            at += 1
    return found


def _abbreviation(work: str, tokens: list[Token], at: int) -> Mention | None:
    """A state's abbreviation; if it may be a word, only after a comma behind a capitalised one."""
    start = tokens[at].start
    if at == 0:
        return None
    if not _AFTER_COMMA.search(work, max(0, start - 4), start) and not _DOTTED.match(work, start):
        return None
    match = _ABBREVIATION.match(work, start)
    before = tokens[at - 1]
    if not match or not (before.capital or before.masked or before.key in _BEFORE_STATES):
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
    if not written.isupper() and _NAME_GOES_ON.match(work, end):
        return None
    if (work[end : end + 1] == "." and not written.isupper()) or (
        work[end : end + 1] == "." and "." in written
    ):
        end += 1
    last = at
    while last < len(tokens) and tokens[last].start < end:
        last += 1
    return Mention(start, end, work[start:end], "", at, last, country=country, state=name)


def _longest(work: str, tokens: list[Token], at: int, gazetteer: Gazetteer) -> Mention | None:
    if bracketed := _BRACKETED.match(work, tokens[at].start):
        of_name = key(bracketed[0])
        if (whole := gazetteer.named(of_name)) and whole[0].how == "name":
            mention = _mention(work, tokens, at, at + 2, of_name)
            mention.end, mention.text = bracketed.end(), bracketed[0]
            return mention  # Frankfurt (Oder)
    most = 1
    while most < LONGEST and at + most < len(tokens) and _joined(work, tokens, at + most):
        most += 1
    for length in range(most, 0, -1):
        last = tokens[at + length - 1]
        of_saint = last.text == "s" and tokens[at].text in _SAINTLY  # St. John's
        if not (last.capital or (length > 1 and (last.key in _LAST_WORDS or of_saint))):
            continue
        if length == 1 and not _may_stand_alone(work, tokens, at):
            continue
        of_name = last.key if length == 1 else key(work[tokens[at].start : last.end])
        if length > 1 and of_name in NEVER:
            continue
        named = gazetteer.named(of_name)
        if not named and length > 1 and tokens[at].text == "Co":
            of_name = spelt_out(of_name)  # Co Meath
            named = gazetteer.named(of_name)
        if not named and length > 2 and (bare := bare_key(of_name)) != of_name:
            # Northern Bahr el Ghazal, which is al-Ghazal on the list.
            of_name, named = bare, gazetteer.named(bare)
        if not named and length == 2 and (joined := _as_one(of_name, gazetteer)):
            of_name, named = joined, gazetteer.named(joined)
        if named and named[0].weight > LEAST:
            if length == 1 and named[0].weight < _GREAT and _is_begun(work, tokens, at):
                break
            return _mention(work, tokens, at, at + length, of_name)
        if any(n.how in _SPELT for n in named) and _is_led_to(work, tokens, at, last.end):
            mention = _mention(work, tokens, at, at + length, of_name)
            mention.known = False
            return mention
        if length > 1 and any(n.how == "name" for n in named):
            return None  # Glen Arm, a hamlet: no Glen
    if most == 1 and _placed(tokens, at) and (quarter := _quarter(tokens, at, gazetteer)):
        return quarter
    while most > 1 and not tokens[at + most - 1].capital:
        most -= 1
    last = tokens[at + most - 1]
    named_so = _is_noun_of([token.text.lower() for token in tokens[max(0, at - 2) : at]])
    if named_so and last.capital and tokens[at].key not in demonyms() and len(last.key) > SHORTEST:
        # The town of Maaret Mastrin: it may be spelt otherwise in the country that is told.
        mention = _mention(work, tokens, at, at + most, key(work[tokens[at].start : last.end]))
        mention.known = False
        return mention
    return None


def _as_one(of_name: str, gazetteer: Gazetteer) -> str | None:
    """``bandarbeyla`` for Bandar Beyla, where names come from another script and it is known."""
    joined = of_name.replace(" ", "")
    named = gazetteer.named(joined) if len(joined) >= LONG else ()
    return joined if named and named[0].place.country in TRANSLITERATED else None


def _is_begun(work: str, tokens: list[Token], at: int) -> bool:
    """Whether an Arabic article goes on: ``Bab al-Hadeed`` is not al-Bab."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        after is not None
        and work[tokens[at].end : after.start] == " "
        and ARTICLE.match(after.text) is not None
    )


def _quarter(tokens: list[Token], at: int, gazetteer: Gazetteer) -> Mention | None:
    """``in Berlin-Hohenschönhausen``: a quarter that no list knows, of a town that is known."""
    token = tokens[at]
    match = _QUARTER.fullmatch(token.text)
    town = gazetteer.named(key(match[1]))[:1] if match else ()
    if not match or not town or town[0].place.kind != "town" or town[0].weight < _GREAT:
        return None
    of_town = key(match[1])
    return Mention(token.start, token.end, token.text, of_town, at, at + 1, full_key=of_town)


def _is_led_to(work: str, tokens: list[Token], at: int, end: int) -> bool:
    """Whether only a place can stand there, however little it is known: ``the town of Haradh,``."""
    if _ENDS.match(work, end) is None:
        return False
    words = [token.text for token in tokens[max(0, at - 2) : at]]
    before = [word.lower() for word in words]
    return before[-1:] in (["in"], ["near"]) or words[-1:] == ["AT"] or _is_noun_of(before)


def _is_noun_of(words: list[str]) -> bool:
    """``the harbour of``, ``the town of``."""
    return len(words) == 2 and words[1] == "of" and re.fullmatch(PLACE_NOUNS, words[0]) is not None


def _joined(work: str, tokens: list[Token], at: int) -> bool:
    """Whether a token continues the name before it."""
    token, before = tokens[at], tokens[at - 1]
    gap = work[before.end : token.start]
    if gap == "'" and token.text == "s":
        return True
    if token.masked or not (token.capital or token.key in _INNER):
        return False
    initial = len(before.text) == 1 or before.text in _SAINTS
    return gap == " " or (gap == ". " and initial and before.capital)


def _may_stand_alone(work: str, tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    after = work[token.end : token.end + 2]
    if token.text.isupper() and len(token.text) <= 4 and "." not in token.text:
        if token.text in _ACRONYMS:
            return True
        return token.start < _DATELINE and re.match(r",| ?[(-]", after) is not None
    shouted = token.text.isupper() and len(token.text) > 3 and "." not in token.text
    if shouted and token.start > _DATELINE and not work[token.start :][:60].isupper():
        return after in {", ", " ("}
    if token.key in demonyms() and token.key not in _BOTH:
        return False
    if token.key in NEVER and _follows_a_name(work, tokens, at):
        return False
    if token.text in GERMAN_NOUNS and at + 1 < len(tokens) and tokens[at + 1].capital:
        return after[:1] != " "
    if token.key in NEVER or (token.key in HOMOGRAPHS and not _placed(tokens, at)):
        return after == ", " and at + 1 < len(tokens) and tokens[at + 1].capital
    return not _LOST.search(token.text) and len(token.key) > 2


def _follows_a_name(work: str, tokens: list[Token], at: int) -> bool:
    """Whether it ends a longer name: the ``Court`` of ``Harare Magistrates Court, Zimbabwe``."""
    return at > 0 and tokens[at - 1].capital and work[tokens[at - 1].end : tokens[at].start] == " "


def _placed(tokens: list[Token], at: int) -> bool:
    """Whether a preposition stands before the word."""
    before = [token.text.lower() for token in tokens[max(0, at - 2) : at]]
    return before[-1:] != [] and (
        before[-1] in {"in", "near", "at", "outside", "to", "from"} or _is_noun_of(before)
    )


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
