"""Whether the compiled loops are worth their start."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from types import ModuleType

ENOUGH = 50_000
"""Codes below which numpy is done before the compiled loops are at hand."""


def compiled_for(count: int) -> ModuleType | None:
    """The compiled loops where there is enough to do, and numba (the extra ``fast``) is there."""
    if count < ENOUGH or not _has_numba():
        return None
    from photocat.nearest import compiled

    return compiled


@cache
def _has_numba() -> bool:
    return find_spec("numba") is not None
