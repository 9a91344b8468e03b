"""JSON lines: a photo in each, as ``search`` prints it, and every statement of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from photocat.exporting.text import to_json
from photocat.shapes import statement_shape

if TYPE_CHECKING:
    from photocat.exporting.about import About
    from photocat.store.stream import Described


def written(photos: Iterable[Described], _about: About) -> Iterator[bytes]:
    """One line for each photo."""
    for shape, statements, _ in photos:
        evidence = {"statements": [statement_shape(statement) for statement in statements]}
        yield f"{to_json(shape | evidence)}\n".encode()
