"""Now, as the catalog notes it."""

from __future__ import annotations

import time

_EPOCH = 719_162 * 86_400 * 1_000_000  # from 0001-01-01 to 1970-01-01


def now() -> int:
    """Microseconds since 0001-01-01 in UTC."""
    return _EPOCH + time.time_ns() // 1_000
