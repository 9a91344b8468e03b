"""Which copy of a work to use: a table of criteria, applied in order, and the reason told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from photocat.errors import UsageError
from photocat.fields import FIELDS
from photocat.records import Picture, Relation

Shape = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Copy:
    """One photo of a work, as far as choosing the best needs it."""

    picture: Picture
    derived: frozenset[str]
    """The accepted relations by which it is derived from another photo of the work."""
    fields: int
    """How many fields anything is said of."""
    bytes: int
    """Of the picture: files with equal pixels are equally compressed, whatever else they hold."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of ``CRITERIA``: more is better."""

    name: str
    meaning: str
    of: Callable[[Copy], float]
    told: Callable[[Copy], str]


ALTERED = frozenset(("edit", "mirror", "rotation", "embedded"))
"""Relations of a photo that shows more, or other, than the picture as it was taken."""

CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        "uncropped",
        "no crop of another copy",
        lambda c: "crop" not in c.derived,
        lambda c: "a crop" if "crop" in c.derived else "the whole picture",
    ),
    Criterion(
        "unaltered",
        "no edit, mirror image, turned copy or page of another copy",
        lambda c: c.derived.isdisjoint(ALTERED),
        lambda c: " and ".join(sorted(c.derived & ALTERED)) or "unaltered",
    ),
    Criterion(
        "larger",
        "more pixels",
        lambda c: c.picture.width * c.picture.height,
        lambda c: f"{c.picture.width} × {c.picture.height}",
    ),
    Criterion(
        "less-compressed",
        "more bytes for each pixel",
        lambda c: c.bytes / max(1, c.picture.width * c.picture.height),
        lambda c: f"{c.bytes:,} bytes",
    ),
    Criterion(
        "better-described",
        "more fields that anything is said of",
        lambda c: c.fields,
        lambda c: f"{c.fields} fields",
    ),
)
"""By what the best copy is told, unless other criteria, or another order, are asked for."""

DEFAULT = tuple(criterion.name for criterion in CRITERIA)


def criteria_of(names: Iterable[str]) -> tuple[Criterion, ...]:
    """Criteria by name. Raises ``UsageError`` for one there is not."""
    known = {criterion.name: criterion for criterion in CRITERIA}
    chosen = []
    for name in names:
        if name not in known:
            close = get_close_matches(name, known, n=1)
            hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(known)}"
            raise UsageError(f"the best copy cannot be told by {name!r}; {hint}")
        chosen.append(known[name])
    return tuple(chosen)


def best_first(copies: Iterable[Copy], criteria: Sequence[Criterion]) -> list[Copy]:
    """Copies, the best first; digests decide between equals, whatever the ids."""
    return sorted(
        copies,
        key=lambda copy: (*(c.of(copy) for c in criteria), copy.picture.sha256),
        reverse=True,
    )


def reason(ordered: Sequence[Copy], criteria: Sequence[Criterion]) -> str | None:
    """Why the first copy is the best: the first criterion in which it beats the next."""
    if len(ordered) < 2:
        return None
    first, second = ordered[:2]
    for criterion in criteria:
        if criterion.of(first) != criterion.of(second):
            return (
                f"{criterion.name.replace('-', ' ')}: {criterion.told(first)},"
                f" the next {criterion.told(second)}"
            )
    return "equal in everything asked; the digest decides"


def copies_of(
    pictures: Sequence[Picture], shapes: Mapping[int, Shape], accepted: Collection[Relation]
) -> list[Copy]:
    """The photos of a work, by what answers show of them and what is accepted between them."""
    largest: dict[str | None, int] = {}
    for picture in pictures:
        digest = picture.pixel_digest
        largest[digest] = max(largest.get(digest, 0), picture.byte_size)
    derived = {(r.first, r.relation) for r in accepted}
    # The mirror image of a mirror image is none.
    told = [r for r in accepted if r.relation == "crop" or (r.second, r.relation) not in derived]
    return [
        Copy(
            picture,
            frozenset(r.relation for r in told if r.first == picture.id),
            sum(shapes[picture.id][field.name] not in (None, []) for field in FIELDS),
            largest[picture.pixel_digest] if picture.pixel_digest else picture.byte_size,
        )
        for picture in pictures
    ]
