"""XMP packets: a namespaced walk of the RDF (ISO 16684-1).

Values keep the path they stand at: ``XMP dc:subject`` once for each item of the bag,
``XMP Iptc4xmpExt:LocationShown[1]/Iptc4xmpExt:City`` for a field of a structure, and
``XMP dc:description[fr]`` for a further language beside the default one.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from photocat.readers.blocks import Tags, damaged
from photocat.readers.charsets import Decoded, decode, text_tag
from photocat.readers.namespaces import PREFIXES
from photocat.records import Scope

MAX_DEPTH = 64
MAX_ELEMENTS = 100_000
"""Elements, attributes and namespaces of one packet."""
TOO_MUCH = f"deeper than {MAX_DEPTH} or over {MAX_ELEMENTS} nodes"
MAX_NAME = 250
"""Characters of the name of an element that are kept; they add up along a path."""

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CONTAINERS = {f"{_RDF}Bag", f"{_RDF}Seq", f"{_RDF}Alt"}
_SYNTAX = {f"{_RDF}{name}" for name in ("about", "ID", "nodeID", "parseType", "datatype")} | {_LANG}

_WIDE = (
    (b"\0\0\0<", "utf-32-be", 4),
    (b"\0\0\xfe\xff", "utf-32-be", 4),
    (b"<\0\0\0", "utf-32-le", 4),
    (b"\xff\xfe\0\0", "utf-32-le", 4),
    (b"\0<", "utf-16-be", 2),
    (b"\xfe\xff", "utf-16-be", 2),
    (b"<\0", "utf-16-le", 2),
    (b"\xff\xfe", "utf-16-le", 2),
)
"""How a packet begins in an encoding other than UTF-8, with or without its mark."""

_AROUND = "\0 \t\r\n"
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BARE_AMPERSAND = re.compile(r"&(?!(?:[A-Za-z]+|#\d+|#x[0-9A-Fa-f]+);)")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_xmp(packet: bytes, scope: Scope = "photo") -> Tags:
    """One tag for each simple value, array item and field of a structure."""
    text, guessed = packet_text(packet)
    if not text:
        return
    if guessed:
        yield damaged(f"XMP: not UTF-8, read as {guessed}")
    root, prefixes, problem = _parsed(text)
    if (root is None or problem) and problem != TOO_MUCH:
        mended = _mended(text)
        if mended != text:
            root, prefixes, problem = _parsed(mended)
            yield damaged("XMP: not well-formed, mended" if root is not None else "XMP: broken")
    if problem:
        yield damaged(f"XMP: {problem}")
    if root is None:
        return
    for origin, value in _descriptions(root, _Names(prefixes)):
        yield text_tag(f"XMP {origin}", value, scope)


class _Names:
    """Names of elements as people write them: ``dc:subject``."""

    def __init__(self, declared: dict[str, str]) -> None:
        self.prefixes = declared | PREFIXES
        self.known: dict[str, str] = {}

    def __call__(self, tag: str) -> str:
        if tag not in self.known:
            uri, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
            prefix = self.prefixes.get(uri, uri)
            self.known[tag] = (f"{prefix}:{local}" if prefix else local)[:MAX_NAME]
        return self.known[tag]


def packet_text(packet: bytes) -> tuple[str, str | None]:
    """The packet as text without what surrounds it, and the encoding where it had to be guessed."""
    packet = packet.lstrip(b" \t\r\n")
    for start, encoding, width in _WIDE:
        if packet.startswith(start):
            whole = packet[: len(packet) // width * width]
            decoded = Decoded(whole.decode(encoding, "replace"))
            break
    else:
        decoded = decode(packet)
    text = decoded.text.lstrip("\ufeff" + _AROUND).rstrip(_AROUND)
    return _DECLARATION.sub("", text, count=1), decoded.guessed


def _parsed(text: str) -> tuple[Element | None, dict[str, str], str | None]:
    """The root, the declared prefixes by namespace, and what stopped the parser if anything did.

    What was complete before the damage is in the tree all the same.
    """
    if text.count("=") > MAX_ELEMENTS:
        return None, {}, TOO_MUCH
    root: Element | None = None
    prefixes: dict[str, str] = {}
    depth = elements = 0
    source = io.BytesIO(text.encode("utf-8", "replace"))
    try:
        for event, item in iterparse(source, ("start", "end", "start-ns"), forbid_dtd=True):
            if event == "start-ns":
                prefixes.setdefault(item[1], item[0])
                elements += 1
            elif event == "start":
                root = item if root is None else root
                depth, elements = depth + 1, elements + 1 + len(item.attrib)
            else:
                depth -= 1
            if depth > MAX_DEPTH or elements > MAX_ELEMENTS:
                return None, prefixes, TOO_MUCH
    except ParseError as problem:
        return root, prefixes, str(problem)
    except DefusedXmlException as problem:
        return None, prefixes, f"refused: {type(problem).__name__}"
    return root, prefixes, None


def _mended(text: str) -> str:
    """The RDF cut out of what surrounds it, without the characters XML forbids."""
    match = re.search(r"<(?:[\w.-]+:)?(?:xmpmeta|xapmeta|RDF)\b", text)
    ends = list(re.finditer(r"</(?:[\w.-]+:)?(?:xmpmeta|xapmeta|RDF)\s*>", text))
    start = match.start() if match else 0
    inner = text[start : ends[-1].end()] if ends else text[start:]
    return _BARE_AMPERSAND.sub("&amp;", _NOT_XML.sub("", inner))


def _descriptions(root: Element, name: _Names) -> Iterator[tuple[str, str]]:
    """Every property of every top-level description."""
    for rdf in root.iter(f"{_RDF}RDF"):
        for description in rdf:
            yield from _fields(description, "", name)


def _fields(element: Element, path: str, name: _Names) -> Iterator[tuple[str, str]]:
    """The fields of a structure or description, written as attributes or as elements."""
    for attribute, value in element.attrib.items():
        if attribute not in _SYNTAX and not attribute.startswith(_RDF):
            yield path + name(attribute), value
    for child in element:
        if not child.tag.startswith(_RDF):
            yield from _property(child, path + name(child.tag), name)


def _property(element: Element, origin: str, name: _Names) -> Iterator[tuple[str, str]]:
    """One property: simple, array, or structure."""
    resource = element.get(f"{_RDF}resource")
    first = element[0] if len(element) else None
    if first is not None and first.tag in _CONTAINERS:
        yield from _array(first, origin, name)
    elif first is not None and first.tag == f"{_RDF}Description":
        yield from _structure(first, origin, name)
    elif first is not None or element.get(f"{_RDF}parseType") == "Resource":
        yield from _structure(element, origin, name)
    elif resource is not None:
        yield origin, resource
    elif element.text and element.text.strip():
        yield origin, element.text
    if first is None:
        yield from _fields(element, origin + "/", name)


def _structure(element: Element, origin: str, name: _Names) -> Iterator[tuple[str, str]]:
    """The fields; ``rdf:value`` is the value itself and what stands beside it qualifies it."""
    value = element.find(f"{_RDF}value")
    if value is not None:
        yield from _property(value, origin, name)
    elif element.get(f"{_RDF}value"):
        yield origin, element.get(f"{_RDF}value", "")
    yield from _fields(element, origin + "/", name)


def _array(array: Element, origin: str, name: _Names) -> Iterator[tuple[str, str]]:
    """Items in order; of language alternatives the default first, the others by their language."""
    items = [item for item in array if item.tag.startswith(_RDF)]
    if array.tag == f"{_RDF}Alt" and any(_LANG in item.attrib for item in items):
        items.sort(key=lambda item: item.get(_LANG) != "x-default")
        for position, item in enumerate(items):
            if item.text and item.text.strip():
                yield (origin if not position else f"{origin}[{item.get(_LANG, '')}]"), item.text
        return
    for position, item in enumerate(items, 1):
        simple = len(item) == 0 and (bool(item.text and item.text.strip()) or not item.attrib)
        where = origin if simple else f"{origin}[{position}]"
        if len(item) == 0 and item.get(f"{_RDF}resource"):
            where = origin
        yield from _property(item, where, name)
