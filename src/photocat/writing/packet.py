"""XMP packets, edited as trees: what is not meant to change stays, whoever wrote it.

    existing ─ parsed ─▶ tree ─ properties put in ─▶ tree ─ serialised ─▶ bytes

Prefixes, comments and processing instructions are kept; the order of attributes and elements too.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import (
    Comment,
    Element,
    ParseError,
    ProcessingInstruction,
    SubElement,
    TreeBuilder,
)
from xml.sax.saxutils import escape, quoteattr

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, iterparse

from photocat.readers.xmp import packet_text
from photocat.writing.properties import NAMESPACES, tag_of

_RDF, _DESCRIPTION, _ABOUT = tag_of("rdf:RDF"), tag_of("rdf:Description"), tag_of("rdf:about")
_ALT, _LI, _LANG = tag_of("rdf:Alt"), tag_of("rdf:li"), tag_of("xml:lang")
_HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_TAIL = '\n<?xpacket end="w"?>\n'
_ESCAPED = {"\r": "&#13;"}
_ESCAPED_IN_ATTRIBUTES = {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}


class BrokenPacket(Exception):
    """An existing packet cannot be parsed, and so cannot be edited without loss."""


@dataclass(frozen=True, slots=True)
class Packet:
    """A packet as a tree, and the prefixes that its writer used."""

    root: Element
    prefixes: Mapping[str, str]
    """Prefix of each namespace."""


def new_packet() -> Packet:
    """A packet that says nothing yet."""
    root = Element(tag_of("x:xmpmeta"))
    SubElement(SubElement(root, _RDF), _DESCRIPTION).set(_ABOUT, "")
    root[0].text = root[0][0].tail = root.text = root[0].tail = "\n"
    return Packet(root, {})


def parse_packet(data: bytes) -> Packet:
    """The packet in a sidecar. Raises ``BrokenPacket``."""
    parser: Any = DefusedXMLParser(
        target=TreeBuilder(insert_comments=True, insert_pis=True), forbid_dtd=True
    )
    text, _ = packet_text(data)
    try:
        parser.feed(text)
        root = parser.close()
    except (ParseError, DefusedXmlException, ValueError) as problem:
        raise BrokenPacket(f"{type(problem).__name__}: {problem}") from problem
    if next(root.iter(_RDF), None) is None:
        raise BrokenPacket("it holds no rdf:RDF")
    return Packet(root, dict(_declared(text)))


def put(packet: Packet, properties: Mapping[str, Element | None]) -> Packet:
    """The packet with these properties in place of what it said of them; None takes one out.

    Of language alternatives only the default is replaced: translations stay.
    """
    root = deepcopy(packet.root)
    rdf = next(root.iter(_RDF))
    descriptions = rdf.findall(_DESCRIPTION) or [SubElement(rdf, _DESCRIPTION, {_ABOUT: ""})]
    for name, element in properties.items():
        tag = tag_of(name)
        before: list[tuple[Element, Element]] = []
        for description in descriptions:
            description.attrib.pop(tag, None)
            before += [(description, old) for old in description.findall(tag)]
        home = before[0][0] if before else descriptions[0]
        position = list(home).index(before[0][1]) if before else len(home)
        if element is not None:
            new = _with_translations(element, [old for _, old in before])
            new.tail = before[0][1].tail if before else "\n"
            home.insert(position, new)
        for description, old in before:
            description.remove(old)
    return Packet(root, packet.prefixes)


def _with_translations(element: Element, before: list[Element]) -> Element:
    new = deepcopy(element)
    alternatives = new.find(_ALT)
    if alternatives is not None:
        for old in before:
            for item in old.iterfind(f"{_ALT}/{_LI}"):
                if item.get(_LANG, "x-default") != "x-default":
                    alternatives.append(deepcopy(item))
    return new


def packet_bytes(packet: Packet) -> bytes:
    """The packet as UTF-8, between its markers (XMP Part 1, 7.3)."""
    out = io.StringIO()
    prefixes = _prefixes(packet)
    declared = "".join(
        f" xmlns:{prefix}={quoteattr(uri)}" for uri, prefix in prefixes.items() if prefix != "xml"
    )
    _write(out, packet.root, prefixes, declared)
    return (_HEAD + out.getvalue() + _TAIL).encode("utf-8", "replace")


def _prefixes(packet: Packet) -> dict[str, str]:
    """A prefix of its own for each namespace in use: the writer's, else ours, else ``ns1``."""
    ours = {uri: prefix for prefix, uri in NAMESPACES.items()}
    found: dict[str, str] = {}
    for uri in dict.fromkeys(_namespaces(packet.root)):
        wish = ours.get(uri) or packet.prefixes.get(uri) or "ns1"
        prefix, number = wish, 1
        while prefix in found.values() or (prefix in NAMESPACES and NAMESPACES[prefix] != uri):
            number += 1
            prefix = f"{wish}{number}"
        found[uri] = prefix
    return found


def _namespaces(root: Element) -> Iterator[str]:
    for element in root.iter():
        for name in (element.tag, *element.attrib):
            if isinstance(name, str) and name.startswith("{"):
                yield name[1:].partition("}")[0]


def _declared(text: str) -> Iterator[tuple[str, str]]:
    """Namespace and prefix of every declaration in a text that was parsed before."""
    source = io.BytesIO(text.encode("utf-8", "replace"))
    for _, (prefix, uri) in iterparse(source, ("start-ns",), forbid_dtd=True):
        if prefix:
            yield uri, prefix


def _write(out: io.StringIO, element: Element, prefixes: dict[str, str], declared: str) -> None:
    kind: Any = element.tag  # a function, of comments and processing instructions
    if kind is Comment:
        out.write(f"<!--{element.text}-->")
    elif kind is ProcessingInstruction:
        out.write(f"<?{element.text}?>")
    else:
        name = _name(element.tag, prefixes)
        attributes = "".join(
            f" {_name(key, prefixes)}={quoteattr(value, _ESCAPED_IN_ATTRIBUTES)}"
            for key, value in element.items()
        )
        out.write(f"<{name}{declared}{attributes}")
        if element.text or len(element):
            out.write(">" + escape(element.text or "", _ESCAPED))
            for child in element:
                _write(out, child, prefixes, "")
                out.write(escape(child.tail or "", _ESCAPED))
            out.write(f"</{name}>")
        else:
            out.write("/>")


def _name(tag: str, prefixes: Mapping[str, str]) -> str:
    uri, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    return f"{prefixes[uri]}:{local}" if uri else local
