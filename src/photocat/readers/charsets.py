"""Bytes to text, and text that can be stored and shown anywhere.

Text in photos is declared in one encoding and written in another. What was declared is tried first,
then strict UTF-8, and only then a guess, which is told as a guess.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from photocat.records import Scope, Tag

MAX_VALUE = 65_536
"""Characters of a tag's value that are kept; ``Tag.length`` tells how many there were."""

MAX_ORIGIN = 1_000
"""Characters of an origin that are kept; the longest of 418 real files has 107."""

MAX_BINARY = 64
"""Bytes of a binary value that are kept, as hexadecimal digits."""

_PICTURES = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"} | {127: 0x2421}
_CONTROL_PICTURE = re.compile("[\u2400-\u2421]")
_UNSTORABLE = re.compile("[\x80-\x9f\ud800-\udfff\ufffe\uffff]")
_ODD = re.compile(
    r"(?<=[^\W\d_A-Z])[À-ÖØ-ÞŠŒŽŸ]"  # a capital after a small letter
    r"|(?<=[^\W\d_])[À-ÖØ-ÞŠŒŽŸ](?=[a-zß-ÿ])"  # and one between letters, before a small one
    r"|(?<=[^\W\d_])[¨´¯¸ˆ˜˚˙˝˛ˇ˘]"  # an accent that stands alone, after a letter
    r"|(?<=[^\W\d_])[¢-©«-´¶-¿×÷€†‡‰™√∫≈∆◊∂∑∏π∞≠≤≥]+(?=[^\W\d_])"  # a sign within a word
    r"|[^\W\d_][€‚ƒ„†‡ˆ‰‹˜™›¡-¬®-´¶-¿×÷](?=[^\W\d_])"
    r"|\ufffd"  # a byte that stands for nothing
    r"|\b[€‚ƒ„ˆ‰¬¯±¸×÷√∫≈∆◊∂](?=[a-zß-ÿ])"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how it was read where nobody had said how."""

    text: str
    guessed: str | None = None
    """Name of the encoding that was guessed; None where it was declared, ASCII or strict UTF-8."""


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """Text of the declared encoding, else of strict UTF-8, else of the likelier 8-bit one."""
    for encoding in (declared, "utf-8"):
        if encoding:
            try:
                return Decoded(raw.decode(encoding))
            except (UnicodeDecodeError, LookupError):
                continue
    encoding = likelier_encoding(raw)
    return Decoded(_eight_bit(raw, encoding), encoding)


def likelier_encoding(raw: bytes) -> str:
    """``mac_roman`` where it makes fewer odd words of the bytes than ``cp1252`` does.

    Both give every byte a character. The wrong one puts capitals and signs inside of words:
    ``Sk\\x8cne`` is ``Skåne`` in the one and ``SkŒne`` in the other.
    """
    sample = raw[:MAX_VALUE]
    odd = {name: len(_ODD.findall(_eight_bit(sample, name))) for name in ("cp1252", "mac_roman")}
    return "mac_roman" if odd["mac_roman"] < odd["cp1252"] else "cp1252"


def _eight_bit(raw: bytes, encoding: str) -> str:
    """Text of an encoding that gives every byte a character."""
    return codecs.charmap_decode(raw, "strict", _EIGHT_BIT[encoding])[0]


def printable(text: str) -> str:
    """The text with control characters as pictures (``␀``): safe to store and to show."""
    if text.isprintable():
        return text
    return _UNSTORABLE.sub("\ufffd", text.translate(_PICTURES))


def clean(value: str) -> str:
    """A tag's value as the text of a statement: without control pictures and outer space."""
    return _CONTROL_PICTURE.sub("", value).strip()


def text_tag(origin: str, text: str, scope: Scope = "photo") -> Tag:
    """A tag of a text, cut where it is longer than any caption."""
    value = printable(text[:MAX_VALUE])
    length = len(text) if len(text) > MAX_VALUE else None
    return Tag(printable(origin[:MAX_ORIGIN]), value, length, scope)


def binary_tag(origin: str, raw: bytes) -> Tag:
    """A tag of bytes that are no text: their beginning as hexadecimal digits."""
    value = "0x" + raw[:MAX_BINARY].hex()
    return Tag(origin, value, 2 + 2 * len(raw) if len(raw) > MAX_BINARY else None)


_ALL_BYTES = bytes(range(256))
_EIGHT_BIT = {
    "mac_roman": _ALL_BYTES.decode("mac_roman"),
    # cp1252 leaves five bytes undefined; they become the sign for what cannot be read.
    "cp1252": _ALL_BYTES.decode("cp1252", "replace"),
}
