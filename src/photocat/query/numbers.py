"""Numbers as they are compared in a query: ``>=4000``, ``4000..6000``, ``2MB..``, ``12MP``."""

from __future__ import annotations

import math
import re

from photocat.query.known import Sign
from photocat.query.nodes import Quantity

_BYTES = {"b": 1, "kb": 1e3, "mb": 1e6, "gb": 1e9, "kib": 2**10, "mib": 2**20, "gib": 2**30}
_PIXELS = {"px": 1, "mp": 1e6}
UNITS: dict[Quantity, dict[str, float]] = {
    "width": {"px": 1},
    "height": {"px": 1},
    "pixels": _PIXELS,
    "size": _BYTES,
    "rating": {},
}
"""The units that each quantity may be written in; without one: pixels, bytes, stars."""

ROUGH: tuple[Quantity, ...] = ("pixels", "size")
"""Quantities of which nobody knows the exact number: they are compared."""

_NUMBER = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*([a-z]*)", re.IGNORECASE)


def read_range(quantity: Quantity, text: str, sign: Sign) -> tuple[float, float]:
    """The lowest and the highest number meant, both included. Raises ``ValueError`` with advice."""
    if sign not in (":", "="):
        return compared(_number(quantity, text), sign)
    first, dots, last = text.partition("..")
    if not dots:
        if quantity in ROUGH:
            raise ValueError(f"compare it, as in {quantity}>{text} or {quantity}:{text}..")
        number = _number(quantity, text)
        return number, number
    if not first and not last:
        raise ValueError("a range has a first or a last number")
    low = _number(quantity, first) if first else -math.inf
    high = _number(quantity, last) if last else math.inf
    if low > high:
        raise ValueError(f"the range {text} ends before it begins")
    return low, high


def compared(number: float, sign: Sign) -> tuple[float, float]:
    """The numbers on one side of another."""
    match sign:
        case ">":
            return math.nextafter(number, math.inf), math.inf
        case ">=":
            return number, math.inf
        case "<":
            return -math.inf, math.nextafter(number, -math.inf)
        case "<=":
            return -math.inf, number
    return number, number


def _number(quantity: Quantity, text: str) -> float:
    units = UNITS[quantity]
    match = _NUMBER.fullmatch(text.strip())
    if match is None or (match[2] and match[2].lower() not in units):
        written = f" in {', '.join(units)}" if units else ""
        raise ValueError(f"{text!r} is no number{written}")
    return float(match[1]) * units.get(match[2].lower(), 1)
