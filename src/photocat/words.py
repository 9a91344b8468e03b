"""How text becomes words: one folding for the index, the query and the slow twin.

Letters are compared without case, without accents and in compatibility form (Unicode NFKD,
casefold; Unicode Standard Annex 15). Scripts written without spaces have no words to split at, so
each of their characters is a word, and a phrase finds the text.
"""

from __future__ import annotations

import re
import unicodedata

_SPACELESS = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\u1780-\u17ff"  # Burmese, Khmer
    "\u3040-\u30ff\u31f0-\u31ff"  # Hiragana, Katakana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
)
_ACCENTS = re.compile("[\u0300-\u034e\u0350-\u036f]+")  # combining, of the Latin script first
_WORD = re.compile(rf"[{_SPACELESS}]|[^\W_{_SPACELESS}]+")
_ARABIC = str.maketrans({"\u0640": None, "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه"})


def fold(text: str) -> str:
    """Text without case, accents, compatibility forms and Arabic spelling variants."""
    if text.isascii():
        return text.lower()
    decomposed = _ACCENTS.sub("", unicodedata.normalize("NFKD", text).casefold())
    if decomposed.isascii():
        return decomposed
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare).translate(_ARABIC)


def words(text: str) -> list[str]:
    """The folded words of a text, in order: ``"Su-25 à Tartús"`` is ``su 25 a tartus``."""
    return _WORD.findall(fold(text))
