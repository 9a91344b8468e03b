"""How what was read goes from one process to another: by its fields, in their order.

Frozen dataclasses with slots name every field of every value when they are pickled, and look the
names up again on the other side: three times the work for the hundred values of a photo.
"""

from __future__ import annotations

from dataclasses import fields
from multiprocessing.reduction import ForkingPickler
from operator import attrgetter
from typing import Any

from photocat.dates import Edtf
from photocat.records import Evidence, Fingerprint, ImageFile, Note, Photo, Statement, Tag

_READ = (Evidence, Fingerprint, ImageFile, Note, Photo, Statement, Tag)
CARRIED: tuple[type[Any], ...] = (Edtf, *_READ)
"""What a photo consists of."""


def carry_by_fields() -> None:
    """Have this process send what it has read in this way."""
    for kind in CARRIED:
        _carry(kind)


def _carry(kind: type[Any]) -> None:
    values = attrgetter(*(field.name for field in fields(kind)))
    ForkingPickler.register(kind, lambda value: (kind, values(value)))
