"""What stands beside a photo and speaks for the file: one table of sidecars.

``photo.jpg.xmp`` belongs to ``photo.jpg`` (XMP Part 3, 4); ``photo.xmp`` to the photos of that
stem, and where it names one by ``photoshop:SidecarForExtension``, to that one. A ``.json`` is what
Google Takeout or an agency (ninjs) says of the photo. A manifest (``manifest.csv``) speaks for all
the photos of its folder (``photocat.readers.manifest``).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath

from photocat.readers import manifest, ninjs, takeout
from photocat.readers.blocks import Tags, damaged
from photocat.readers.json_tags import json_tags, read_json
from photocat.readers.xmp import read_xmp
from photocat.records import Note, Tag

FOR_EXTENSION = "XMP photoshop:SidecarForExtension"

MAX_TAGS = 20_000
"""Tags of one sidecar after which no more are read."""

Names = Iterable[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Sidecar:
    """One line of ``SIDECARS``."""

    name: str
    endings: tuple[str, ...]
    """Of the sidecar's name, in lower case."""
    names: Callable[[str], Names]
    """From a photo's name to those its sidecar may have, all in lower case, and whether a sidecar
    of that name is certainly its own, or must agree once it is read (``is_sidecar_for``)."""
    read: Callable[[bytes, str], Tags]
    """From its bytes, and the name of the photo, to tags."""
    is_shared: bool = False
    """Whether one speaks for many photos."""
    is_nothing_else: bool = True
    """Whether a file with this ending is a sidecar even where it has no photo beside it."""


def _xmp_names(photo: str) -> Names:
    yield f"{photo}.xmp", True
    yield f"{os.path.splitext(photo)[0]}.xmp", False


def _json_names(photo: str) -> Names:
    yield from ninjs.ninjs_names(photo)
    yield from takeout.takeout_names(photo)


_MANIFEST_NAMES = tuple(
    (stem + ending, True) for stem in manifest.STEMS for ending in manifest.ENDINGS
)


def _read_json(data: bytes, photo: str) -> Tags:
    """Whose document it is, it says by its content; that of a stranger is kept as it stands."""
    item = read_json(data)
    if takeout.is_takeout(item):
        yield from takeout.takeout_tags(item)
    elif ninjs.is_ninjs(item):
        yield from ninjs.ninjs_tags(item, photo)
    else:
        yield from json_tags("JSON", item)


def _read_shared(data: bytes, photo: str) -> Tags:
    table = manifest.read_manifest(data, "")
    tags, notes = manifest.row_tags(table, photo)
    yield from table.notes
    yield from notes
    yield from tags


SIDECARS: tuple[Sidecar, ...] = (
    Sidecar("XMP", (".xmp",), _xmp_names, lambda packet, _photo: read_xmp(packet, scope="file")),
    Sidecar("JSON", (".json",), _json_names, _read_json, is_nothing_else=False),
    Sidecar(
        "Manifest",
        manifest.ENDINGS,
        lambda _photo: _MANIFEST_NAMES,
        _read_shared,
        is_shared=True,
        is_nothing_else=False,
    ),
)
"""Every kind of file that speaks for a photo beside it."""


def sidecar_of_name(name: str) -> Sidecar | None:
    """The line of a name's ending; None for what is no sidecar by its name."""
    lower = name.lower()
    return next((line for line in SIDECARS if lower.endswith(line.endings)), None)


def read_sidecar(
    data: bytes, name: str, photo: str = ""
) -> tuple[tuple[Tag, ...], tuple[Note, ...]]:
    """Tags of a sidecar, read for a photo, and notes on what is damaged in it; never raises."""
    tags: list[Tag] = []
    notes: list[Note] = []
    line, shown = sidecar_of_name(name), PurePath(name).name
    if line is not None:
        try:
            for item in islice(line.read(data, photo), MAX_TAGS):
                if isinstance(item, Note):
                    notes.append(Note(item.code, f"{shown}: {item.detail}"))
                else:
                    tags.append(item)
        except Exception as problem:  # noqa: BLE001 (a sidecar never costs the photo)
            notes.append(damaged(f"{shown}: {type(problem).__name__} {problem}"))
    return tuple(tags), tuple(notes)


def sidecars_of(path: str, names: Iterable[str]) -> tuple[str, ...]:
    """Which of the names in its folder may be sidecars of a photo, the more certain first.

    What is shared or not certain (``photo.xmp`` is offered to every ``photo.*``) is told apart by
    ``is_sidecar_for``, after reading.
    """
    by_lower: dict[str, list[str]] = {}
    for name in names:
        by_lower.setdefault(name.lower(), []).append(name)
    return sidecars_among(path, by_lower)


def sidecars_among(
    path: str, by_lower: Mapping[str, Sequence[str]], lines: Sequence[Sidecar] = SIDECARS
) -> tuple[str, ...]:
    """The same among names by their lower case, without looking through them all.

    ``lines`` may leave out those of ``SIDECARS`` of which there is none among the names.
    """
    photo = os.path.basename(path).lower()
    found: dict[str, bool] = {}
    for line in lines:
        for lower, certain in line.names(photo):
            if lower in by_lower and lower != photo:
                found[lower] = found.get(lower, False) or certain
    if not found:
        return ()
    ordered = sorted(found, key=lambda lower: (not found[lower], lower))
    return tuple(name for lower in ordered for name in sorted(by_lower[lower]))


def is_sidecar_for(path: str, name: str, tags: Iterable[Tag]) -> bool:
    """Whether a sidecar, once read, speaks for this photo: unless it names another."""
    photo, lower = PurePath(path).name.lower(), PurePath(name).name.lower()
    line = sidecar_of_name(name)
    if (
        line is None
        or line.is_shared
        or any(certain for own, certain in line.names(photo) if own == lower)
    ):
        return True
    said = tuple(tags)
    wanted = {tag.value.strip().lower().lstrip(".") for tag in said if tag.origin == FOR_EXTENSION}
    if wanted and PurePath(path).suffix.lower().lstrip(".") not in wanted:
        return False
    return takeout.is_titled_like(photo, said)
