"""Where a credit may stand in a caption: one record."""

from __future__ import annotations

from dataclasses import dataclass

from photocat.captions.credit_patterns import Named


@dataclass(frozen=True, slots=True)
class CreditForm:
    """One line of ``CREDITS``: the group ``credit`` of the pattern is the credit."""

    name: str
    pattern: Named
    confidence: float = 0.95
