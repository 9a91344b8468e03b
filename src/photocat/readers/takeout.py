"""Google Takeout: the JSON that Google Photos writes beside each photo when it is exported.

Its names: ``IMG_1.jpg.supplemental-metadata.json``, before 2024 ``IMG_1.jpg.json``. The whole is
cut to 46 UTF-16 units before ``.json``, wherever that falls; a number in parentheses stands at the
very end, ``IMG_1.jpg(2).json`` for ``IMG_1(2).jpg``. An edited copy has none of its own.

Its times are moments in UTC, and its coordinates 0,0 where there are none. ``photoTakenTime`` is
what Google made of the photo's own date, which has no zone, or else the moment of the upload.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any

from photocat.readers.blocks import Tags
from photocat.readers.json_tags import json_tags
from photocat.records import Tag

NAME = "Takeout"
TITLE = "Takeout title"
"""Origin of the photo's whole name, as it was when it was uploaded."""

BUDGET = 46
"""UTF-16 units of a sidecar's name before its number and ``.json``."""

_SUFFIX = ".supplemental-metadata"
_SUFFIXES = ("", *(_SUFFIX[:length] for length in range(1, len(_SUFFIX) + 1)))
_NUMBERED = re.compile(r"(?P<stem>.+?)(?P<number>\(\d+\))?")
_EDITED = (
    *("-edited", "-effects", "-animation", "-collage", "-smile", "-mix"),
    *("-bearbeitet", "-modifié", "-modifie", "-editado", "-editada", "-modificato", "-bewerkt"),
    *("-edytowane", "-отредактировано", "-editat", "-redigerad", "-redigeret", "-muokattu"),
    *("-編集済み", "-已修改", "-edited-edited"),
)
"""What Google appends to the name of an edited copy, in the language of the account."""

_NOT_IN_NAMES = re.compile(r"""[&'%:?/\\*<>"|=]""")
"""Characters of a title that Takeout replaces in names by an underscore."""


def is_takeout(item: Any) -> bool:
    """Whether a document is one photo's; that of an album has no time."""
    return isinstance(item, dict) and isinstance(item.get("photoTakenTime"), dict)


def takeout_tags(item: Any) -> Tags:
    """Every value: ``Takeout photoTakenTime/timestamp``, ``Takeout people[1]/name``."""
    yield from json_tags(NAME, item)


def takeout_names(photo: str) -> Iterator[tuple[str, bool]]:
    """Names that a photo's sidecar may have, and whether that name is certainly its own.

    ``photo`` and the names are in lower case.
    """
    stem, ending = os.path.splitext(photo)
    match = _NUMBERED.fullmatch(stem)
    bare, number = (match["stem"], match["number"] or "") if match else (stem, "")
    originals = [bare.removesuffix(e) + ending for e in _EDITED if bare.endswith(e)]
    whole = _units(bare + ending) <= BUDGET
    for suffix in _SUFFIXES:
        uncut = f"{bare}{ending}{suffix}{number}.json"  # as other programs write it
        yield uncut, True
        for name in (bare + ending + suffix, bare + suffix, *(o + suffix for o in originals)):
            if (cut := f"{_cut(name)}{number}.json") != uncut:
                yield cut, whole and name.startswith(bare + ending)
    if number and not whole:
        yield f"{_cut(bare + ending)}.json", False  # the number was cut off with the rest


def is_titled_like(photo: str, tags: Iterable[Tag]) -> bool:
    """Whether the title inside agrees with the photo's name, or there is none."""
    title = next((tag.value for tag in tags if tag.origin == TITLE), None)
    if title is None:
        return True
    named, titled = _plain(PurePath(photo).name), _plain(title)
    shorter, longer = sorted((named, titled), key=len)
    return bool(shorter) and longer.startswith(shorter) and _same_ending(photo, title)


def _same_ending(photo: str, title: str) -> bool:
    mine, titled = PurePath(photo).suffix.lower(), PurePath(title).suffix.lower()
    return not titled or mine == titled or {mine, titled} <= {".jpg", ".jpeg"}


def _plain(name: str) -> str:
    """The name in lower case, without ending, number and mark of an edited copy."""
    stem = PurePath(_NOT_IN_NAMES.sub("_", name.lower())).stem
    match = _NUMBERED.fullmatch(stem)
    stem = match["stem"] if match else stem
    for edited in _EDITED:
        stem = stem.removesuffix(edited)
    return stem


def _units(name: str) -> int:
    if name.isascii():
        return len(name)
    return len(name.encode("utf-16-le", "surrogatepass")) // 2


def _cut(name: str) -> str:
    if len(name) <= BUDGET // 2 or _units(name) <= BUDGET:
        return name
    return name.encode("utf-16-le", "surrogatepass")[: 2 * BUDGET].decode("utf-16-le", "ignore")
