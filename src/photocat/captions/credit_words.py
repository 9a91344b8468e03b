"""What credits are made of, as patterns: names of agencies, words for a picture, people's names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from photocat.agencies import AGENCIES

_ALSO_WORDS_TEXT = (
    "army|navy|air force|coast guard|rex|guardian|abc|sta|tt|nasa|petra|bbc|state department"
    "|national guard|marine corps|space force|united nations|esa|nato|spacex|unicef|unhcr"
    "|white house|the white house|fema|noaa|fars|mehr|mena|hina|spa|andina|cna|iha|wafa|wam|gamma"
    "|rapho|flickr|wikimedia|wikipedia|roscosmos|usgs|cdc|iwm|awm|signal corps|spiegel"
    "|farm security administration|ап|спутник"
)
_ALSO_WORDS = frozenset(_ALSO_WORDS_TEXT.split("|"))
"""Names that captions use in their sentences too: no credit by themselves."""


_NAMES = frozenset(
    name for agency in AGENCIES for name in (agency.name, *agency.aliases.split("|")) if name
)


_PLAIN = re.compile(r"[^\W\d_ ]{3,}(?: [^\W\d_ ]{2,})*")
"""Names that are also written in capitals: ``ASSOCIATED PRESS``; not ``AP`` or ``U.S. Navy``."""


Letters = dict[str, "Letters"]
"""What may follow a letter in names; ``""`` where one ends."""


def _alternatives(names: Iterable[str], *, words_too: bool = False) -> str:
    """Names as a pattern, the longest first, in capitals too."""
    written = {name for name in names if words_too or name.lower() not in _ALSO_WORDS}
    written |= {name.upper() for name in written if _PLAIN.fullmatch(name)}
    letters: Letters = {}
    for name in written:
        at = letters
        for letter in name:
            at = at.setdefault(letter, {})
        at[""] = {}
    return _spelt(letters)


def _spelt(letters: Letters) -> str:
    """A tree of letters as a pattern: what names begin with alike is compiled and tried once."""
    ways = [
        (r"\s{1,3}" if letter == " " else re.escape(letter)) + _spelt(further)
        for letter, further in sorted(letters.items())
        if letter
    ]
    if not ways:
        return ""
    ends = "" in letters
    some = ways[0] if len(ways) == 1 and not ends else f"(?:{'|'.join(ways)})"
    return some + "?" * ends


ALIASES = _alternatives(_NAMES)
EVERY_ALIAS = _alternatives(_NAMES, words_too=True)
ARCHIVE_ALIASES = _alternatives(
    (n for a in AGENCIES if a.kind == "archive" for n in (a.name, *a.aliases.split("|")) if n),
    words_too=True,
)
HAN = _alternatives(name for name in _NAMES if "\u4e00" <= name[0] <= "\u9fff")
PHOTO = (
    r"(?:photo(?:graph)?s?|phoot|phto|pohto|poto|pictures?|image|photography|foto(?:s|grafie)?|fot\."
    r"|bild(?:er|rechte|quelle)?"
    r"|kuva|(?:author|auteur|autore?a?)(?=:)|negative|transparency|kodachrome|video|fotó|illustration|grafik|karikatur|montage|fotomontage|photographer|fotograf"
    r"|(?:автор )?фото|фотограф|автор|світлина|zdjęcie|crédit(?:s)?(?: photo)?"
    r"|(?:mandatory )?credits?|quelle|courtesy|graphic|still)"
)
BY = (
    r"(?:(?: (?:and|&) (?:captions?|text|words|story|video))?"
    r"\s+(?:by|courtesy(?: of)?|via|credit|von|par|de|del|taken by)\b\s*[:\-]?"
    r"|\s*(?:[:©]|\.\.\.))"
)
REST = r"[^()\n|]{2,140}"

CAPITALS = (
    r"(?:(?:[^\W\d_a-z][\w'-]*|[A-Z][a-z]{0,2}\.|de|del|van|von|der|den|al|el|bin|la|le|da"
    r"|dos|di|du|y) ){0,5}[^\W\d_a-z][\w'-]*\.?"
)
"""A run of capitalised words."""

NAME = (
    r"[A-Z][\w'.-]*(?:(?: (?:de|del|della|di|da|van|von|der|den|el|al|bin|la|le|du|dos|y|e)\b){0,3}"
    r" (?:(?:al|el)-)?(?:[A-Z] )?[A-Z][\w'.-]+){1,3}"
)
"""A person's name, particles in small letters included."""
NATIONS = (
    r"American|British|English|French|German|Italian|Spanish|Dutch|Swiss|Austrian|Belgian|Canadian"
    r"|Mexican|Brazilian|Argentine|Cuban|Russian|Polish|Czech|Hungarian|Japanese|Chinese|Korean"
    r"|Indian|Australian|Scottish|Irish|Swedish|Danish|Norwegian|Finnish|Ukrainian|South African"
)
"""Of which a museum says that a photographer was one."""
GIVEN = (
    r"Albert|Alfred|Alexander|Andrea[s]?|Andrew|Anna?|Ansel|Anthony|Arthur|Barbara|Ben|Benjamin"
    r"|Bernard|Berenice|Carl|Caroline|Charles|Christian|Clara|Daniel|David|Dorothea|Dorothy"
    r"|Edward|Edwin|Elizabeth|Emil|Emma|Eric|Ernest|Esther|Eugene|Fenno|Florence|Francis|Frank"
    r"|Fred|Frederick|George|Georg|Gordon|Grace|Hans|Harold|Harry|Heinrich|Helen|Henry|Herbert"
    r"|Herman|Howard|Hugh|Imogen|Ivan|Jack|Jacob|James|Jane|Jean|Joan|Johann|John|Joseph|Julia"
    r"|Karl|Kurt|Laura|Lawrence|Leo|Leonard|Lewis|Louis|Louise|Ludwig|Margaret|Maria|Marie"
    r"|Marion(?: Post)?|Marjory|Martha|Martin|Mary|Max|Michael|Nicholas|Oscar|Otto|Paul|Pauline"
    r"|Peter|Philip|Ralph|Raymond|Richard|Robert|Roger|Rosa|Roy|Russell|Ruth|Samuel|Sarah|Sheldon|Stephen"
    r"|Theodor|Theodore|Thomas|Timothy|Walker|Walter|Wilhelm|William"
)
"""First names: in ``Doe, Jane`` they tell a name turned round from a town and its state."""
