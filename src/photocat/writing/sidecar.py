"""One XMP sidecar: where it lies, what it will say, and how it gets there without loss."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from xml.etree.ElementTree import Element

from photocat.readers.ours import CATALOG, PREFIX, WROTE, by_property, digest_of, ours
from photocat.readers.xmp import read_xmp
from photocat.records import Tag
from photocat.writing.outcomes import Style
from photocat.writing.packet import Packet, new_packet, packet_bytes, parse_packet, put
from photocat.writing.values import array_element, text_element

Properties = Mapping[str, Element | None]

_FOR_EXTENSION = "photoshop:SidecarForExtension"


@dataclass(frozen=True, slots=True)
class Edited:
    """What a sidecar will be."""

    data: bytes
    changed: tuple[str, ...]
    """The properties that will be others than they were; none: there is nothing to write."""


def sidecar_path(path: str, style: Style) -> str:
    """``photo.jpg.xmp``, or as Adobe names it ``photo.xmp``."""
    return f"{path}.xmp" if style == "name" else f"{os.path.splitext(path)[0]}.xmp"


def edited(
    existing: bytes | None, properties: Properties, *, catalog: str, extension: str = ""
) -> Edited:
    """An existing sidecar, or a new one, with these properties; all else in it stays.

    What says the same already is left alone and stays its writer's word. What ``catalog`` wrote
    before and would not write again is taken out. ``extension`` names the photo among those of one
    stem, for a new sidecar. Raises ``BrokenPacket`` where the existing one cannot be edited.
    """
    packet = new_packet() if existing is None else parse_packet(existing)
    before = _said(packet)
    own = ours([tag for tags in before.values() for tag in tags], catalog)
    after = _said(put(new_packet(), properties))
    stale = {name: None for name in own if name not in properties}
    changes = {
        name: element
        for name, element in (stale | dict(properties)).items()
        if _default(before.get(name, ())) != _default(after.get(name, ()))
    }
    if not changes:
        return Edited(existing or b"", ())
    if existing is None and extension:
        changes[_FOR_EXTENSION] = text_element(_FOR_EXTENSION, extension)
    packet = put(packet, changes)
    said = _said(packet)
    wrote = sorted((own | changes.keys()) & said.keys())
    mark: dict[str, Element | None] = {
        CATALOG.removeprefix("XMP "): text_element(CATALOG.removeprefix("XMP "), catalog),
        WROTE.removeprefix("XMP "): array_element(
            WROTE.removeprefix("XMP "), "Bag", [f"{name} {digest_of(said[name])}" for name in wrote]
        ),
    }
    return Edited(packet_bytes(put(packet, mark)), tuple(sorted(changes)))


def _said(packet: Packet) -> dict[str, tuple[Tag, ...]]:
    tags = (item for item in read_xmp(packet_bytes(packet)) if isinstance(item, Tag))
    return by_property(tags)


def _default(tags: tuple[Tag, ...]) -> list[tuple[str, str]]:
    """What a property says in its default language; where it lies in the packet is no matter."""
    said = [(tag.origin, tag.value) for tag in tags if not _is_translation(tag)]
    return sorted(said, key=lambda pair: pair[0])


def _is_translation(tag: Tag) -> bool:
    """``XMP dc:title[fr]``: an index in letters."""
    return tag.origin.endswith("]") and not tag.origin.rpartition("[")[2][:-1].isdecimal()


def replace_file(path: str, data: bytes, *, mode: int = 0o644) -> None:
    """Put bytes where a file is or will be: whole or not at all, even at a power cut.

    Raises ``OSError``; then the old file is as it was.
    """
    folder = os.path.dirname(path) or "."
    handle, temporary = tempfile.mkstemp(prefix=f".{PREFIX}-", suffix=".tmp", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
    sync_folder(folder)


def sync_folder(folder: str) -> None:
    """Make the names in a folder last."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def extension_of(path: str) -> str:
    """``jpg`` of ``photo.JPG``."""
    return PurePath(path).suffix.lower().lstrip(".")
