"""Raw files and the JPEGs that the camera wrote with them: one picture, by name, time and camera.

The two lie in one folder under one stem, and say of themselves that they were taken in the same
second, by the same camera. They need not look alike, nor be decoded: a camera renders as it likes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from photocat.dates import Precision
from photocat.preferred import DOUBTFUL, preferred
from photocat.records import Relation, Statement
from photocat.words import fold

if TYPE_CHECKING:
    from photocat.store import Store

METHOD = "raw pair: one name, second and camera"
SURE = 0.97

Taken = tuple[str, str]


def raw_pairs(store: Store, new: Collection[int]) -> Iterator[Relation]:
    """The pairs that a new photo is part of; the picture is derived from the raw file."""
    pairs = store.raw_pairs(new)
    photos = {photo for pair in pairs for photo in pair}
    said = {told.photo_id: told.statements for told in store.told_by_file(photos)}
    taken = {photo: when_and_by(statements) for photo, statements in said.items()}
    for raw, other in pairs:
        if taken.get(raw) is not None and taken[raw] == taken.get(other):
            yield Relation(other, raw, "copy", None, METHOD, SURE, "accepted")


def when_and_by(statements: Sequence[Statement]) -> Taken | None:
    """The second in which, and the camera by which a photo was taken; None where it is not said.

    Only the bytes count: a sidecar of one stem may speak for both files.
    """
    believed = preferred(s for s in statements if s.scope == "photo")
    (date,), (camera,) = believed.get("date_created", (None,)), believed.get("camera", (None,))
    if date is None or camera is None or date.date is None:
        return None
    is_fine = date.date.precision in (Precision.SECOND, Precision.SUBSECOND)
    if not is_fine or date.evidence.confidence < DOUBTFUL:
        return None
    return date.date.text[: len("2016-03-20T10:15:30")], fold(camera.text)
