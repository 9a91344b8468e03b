"""What stands beside a photo and speaks for the file: XMP sidecars.

``photo.jpg.xmp`` belongs to ``photo.jpg``; ``photo.xmp`` to the photos of that stem, and where
it names one by ``photoshop:SidecarForExtension``, to that one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePath

from photocat.readers.blocks import Tags, damaged
from photocat.readers.xmp import read_xmp
from photocat.records import Note, Tag

FOR_EXTENSION = "XMP photoshop:SidecarForExtension"

SIDECARS: tuple[tuple[str, Callable[[bytes], Tags]], ...] = (
    (".xmp", lambda packet: read_xmp(packet, scope="file")),
)
"""Ending of a sidecar's name, in lower case, and how its bytes become tags."""


def read_sidecar(data: bytes, name: str) -> tuple[tuple[Tag, ...], tuple[Note, ...]]:
    """Tags of a sidecar and notes on what is damaged in it; never raises."""
    tags: list[Tag] = []
    notes: list[Note] = []
    for ending, read in SIDECARS:
        if name.lower().endswith(ending):
            try:
                for item in read(data):
                    if isinstance(item, Note):
                        notes.append(Note(item.code, f"{PurePath(name).name}: {item.detail}"))
                    else:
                        tags.append(item)
            except Exception as problem:  # noqa: BLE001 (a sidecar never costs the photo)
                notes.append(damaged(f"{PurePath(name).name}: {type(problem).__name__} {problem}"))
    return tuple(tags), tuple(notes)


def sidecars_of(path: str, names: Iterable[str]) -> tuple[str, ...]:
    """Which of the names in its folder may be sidecars of a photo, the more certain first.

    A ``photo.xmp`` is offered to every ``photo.*``; ``is_sidecar_for`` tells after reading.
    """
    photo = PurePath(path).name.lower()
    stem = PurePath(photo).stem
    certain, possible = [], []
    for name in names:
        lower = name.lower()
        for ending, _ in SIDECARS:
            if lower == photo + ending:
                certain.append(name)
            elif lower == stem + ending and lower != photo:
                possible.append(name)
    return (*sorted(certain), *sorted(possible))


def is_sidecar_for(path: str, name: str, tags: Iterable[Tag]) -> bool:
    """Whether a sidecar, once read, speaks for this photo: unless it names another ending."""
    if PurePath(name).name.lower().startswith(PurePath(path).name.lower() + "."):
        return True
    wanted = {tag.value.strip().lower().lstrip(".") for tag in tags if tag.origin == FOR_EXTENSION}
    return not wanted or PurePath(path).suffix.lower().lstrip(".") in wanted
