"""``the Egyptian capital``: capitals that a caption means without naming them."""

from __future__ import annotations

import re

from photocat.captions.places_tokens import Mention, Token
from photocat.gazetteer import Gazetteer
from photocat.gazetteer.demonyms import demonyms
from photocat.gazetteer.keys import key

_CAPITALS = """
AD:Andorra la Vella AE:Abu Dhabi AF:Kabul AL:Tirana AM:Yerevan AO:Luanda AR:Buenos Aires AT:Vienna
AU:Canberra AZ:Baku BA:Sarajevo BB:Bridgetown BD:Dhaka BE:Brussels BF:Ouagadougou BG:Sofia
BH:Manama BI:Gitega BN:Bandar Seri Begawan BR:Brasilia BS:Nassau BT:Thimphu BW:Gaborone BY:Minsk
BZ:Belmopan CA:Ottawa CD:Kinshasa CF:Bangui CG:Brazzaville CH:Bern CL:Santiago CM:Yaounde
CN:Beijing CO:Bogota CR:San Jose CU:Havana CV:Praia CY:Nicosia CZ:Prague DE:Berlin DJ:Djibouti
DK:Copenhagen DO:Santo Domingo DZ:Algiers EC:Quito EE:Tallinn EG:Cairo ER:Asmara ES:Madrid
ET:Addis Ababa FI:Helsinki FJ:Suva FR:Paris GA:Libreville GB:London GE:Tbilisi GH:Accra GM:Banjul
GN:Conakry GR:Athens GT:Guatemala City GW:Bissau GY:Georgetown HN:Tegucigalpa HR:Zagreb
HT:Port-au-Prince HU:Budapest ID:Jakarta IE:Dublin IN:New Delhi IQ:Baghdad IR:Tehran
IS:Reykjavik IT:Rome JM:Kingston JO:Amman JP:Tokyo KE:Nairobi KG:Bishkek KH:Phnom Penh
KP:Pyongyang KR:Seoul KW:Kuwait City KZ:Astana LA:Vientiane LB:Beirut LR:Monrovia LS:Maseru
LT:Vilnius LU:Luxembourg LV:Riga LY:Tripoli MA:Rabat MC:Monaco MD:Chisinau ME:Podgorica
MG:Antananarivo MK:Skopje ML:Bamako MN:Ulaanbaatar MR:Nouakchott MT:Valletta MU:Port Louis
MV:Male MW:Lilongwe MX:Mexico City MZ:Maputo NA:Windhoek NE:Niamey NG:Abuja NI:Managua NO:Oslo
NP:Kathmandu NZ:Wellington OM:Muscat PA:Panama City PE:Lima PG:Port Moresby PH:Manila
PK:Islamabad PL:Warsaw PT:Lisbon PY:Asuncion QA:Doha RO:Bucharest RS:Belgrade RU:Moscow RW:Kigali
SA:Riyadh SD:Khartoum SE:Stockholm SG:Singapore SI:Ljubljana SK:Bratislava SL:Freetown SN:Dakar
SO:Mogadishu SR:Paramaribo SS:Juba SV:San Salvador SY:Damascus TD:N'Djamena TG:Lome TH:Bangkok
TJ:Dushanbe TL:Dili TM:Ashgabat TN:Tunis TR:Ankara TW:Taipei UA:Kyiv UG:Kampala
US:Washington UY:Montevideo UZ:Tashkent VE:Caracas VN:Hanoi XK:Pristina YE:Sanaa ZM:Lusaka
ZW:Harare
"""
_CAPITAL_OF = {
    entry[:2]: " ".join(entry[3:].split())
    for entry in re.findall(r"[A-Z]{2}:(?:(?!\b[A-Z]{2}:)[^:])+", _CAPITALS)
}
"""Capitals by country code, where there is one and no other goes by that word."""

_WORD = re.compile(
    r"(?:capital|capitale|hauptstadt|stolic[ay]|prestolnic[aie]|столиц[аыеіу]|hovedstad(?:en)?"
    r"|huvudstad(?:en)?|hoofdstad)\Z",
    re.IGNORECASE,
)
_SEATS = re.compile(
    r"\b(?:outside|inside|at|near|in front of|before|around) (?:the )?"
    r"(?P<owner>[A-Z][\w-]+(?: [A-Z][a-z]+)?) (?:[Pp]arliament|[Pp]residential [Pp]alace)"
    r"(?: building)?"
    r"(?= (?:in|on|during|after|before|as|while|where|to) |[,.]|\ufffc| \ufffc|$)"
)
_ELSEWHERE = frozenset(("BO", "CL", "GE", "LK", "MY", "NL", "TZ", "ZA", "GB", "CI", "BJ"))
"""Countries whose parliament sits, or sat, in another town; and whose own is told by its name."""
_NO_TOWN = re.compile(r" (?:flow|market|control|gain|punish|invest|spend|account|good|letter)")
_NAMED = re.compile(r",? (?:city,? )?(?:of )?[A-Z]")
_APPOSED = re.compile(r", (?:the |its )?$")
_CITY = re.compile(r" city\b(?! of)")


def take_capitals(
    work: str, tokens: list[Token], mentions: list[Mention], gazetteer: Gazetteer
) -> list[Mention]:
    """The mentions, with those of a country whose capital is meant made that capital's."""
    mentions = _take_seats(work, tokens, mentions)
    if not any(_WORD.match(token.text) for token in tokens):
        return mentions
    found, known = list(mentions), {mention.key for mention in mentions}
    for at, token in enumerate(tokens):
        if not _WORD.match(token.text) or _NO_TOWN.match(work, token.end):
            continue
        owned = _before(work, tokens, at, found, gazetteer) if at else None
        if owned and _NAMED.match(work, token.end) is None:
            start, first, code, old = owned
            end = match.end() if (match := _CITY.match(work, token.end)) else token.end
            _put(found, old, _capital(work, code, start, end, first, at + 1), known)
        elif (after := _after(work, tokens, at, found, gazetteer)) is not None:
            code, old = after
            new = _capital(work, code, token.start, old.end, at, old.last)
            new.foreign = old.foreign
            _put(found, old, new, known)
    return found


def _take_seats(work: str, tokens: list[Token], mentions: list[Mention]) -> list[Mention]:
    """``outside the Swedish parliament``: it sits in Stockholm, unless the caption names that."""
    for match in _SEATS.finditer(work):
        code = demonyms().get(key(match["owner"]))
        if code is None or code not in _CAPITAL_OF or code in _ELSEWHERE:
            continue
        start, end = match.start("owner"), match.end()
        first = next(at for at, token in enumerate(tokens) if token.start >= start)
        last = next((at for at, token in enumerate(tokens) if token.start >= end), len(tokens))
        found = [m for m in mentions if m.end <= start or m.start >= end]
        seat = _capital(work, code, start, end, first, last)
        seat.seat = True
        _put(found, None, seat, {m.key for m in found})
        mentions = found
    return mentions


def _before(
    work: str, tokens: list[Token], at: int, mentions: list[Mention], gazetteer: Gazetteer
) -> tuple[int, int, str, Mention | None] | None:
    """``the Egyptian capital``, ``Egypt's capital``: where it begins and the country."""
    left = tokens[at - 1]
    if left.capital and work[left.end : tokens[at].start] == " ":
        code = demonyms().get(left.key)
        if code and code in _CAPITAL_OF:
            return left.start, at - 1, code, None
    owner = next((m for m in mentions if work[m.end : tokens[at].start] in {"'s ", "' "}), None)
    owning = _country(owner, gazetteer) if owner else None
    return (owner.start, owner.first, owning, owner) if owner and owning else None


def _after(
    work: str, tokens: list[Token], at: int, mentions: list[Mention], gazetteer: Gazetteer
) -> tuple[str, Mention] | None:
    """``the capital of Egypt``; not ``Cairo, capital of Egypt``, which names it."""
    if _APPOSED.search(work[max(0, tokens[at].start - 40) : tokens[at].start]):
        return None
    for mention in mentions:
        gap = work[tokens[at].end : mention.start]
        if mention.start > tokens[at].end and gap in {" of ", " of the ", " ", " de ", " von "}:
            code = _country(mention, gazetteer)
            return (code, mention) if code else None
    return None


def _country(mention: Mention, gazetteer: Gazetteer) -> str | None:
    named = gazetteer.named(mention.key)
    if not named or named[0].place.kind != "country":
        return None
    code = named[0].place.country
    return code if code in _CAPITAL_OF else None


def _capital(work: str, code: str, start: int, end: int, first: int, last: int) -> Mention:
    of_name = key(_CAPITAL_OF[code])
    return Mention(start, end, work[start:end], of_name, first, last, full_key=of_name)


def _put(mentions: list[Mention], old: Mention | None, new: Mention, known: set[str]) -> None:
    """Put a capital in, unless the caption names it as well."""
    if new.key in known:
        return
    if old is not None:
        mentions.remove(old)
    mentions.append(new)
