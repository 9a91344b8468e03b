"""``BEGINNINGS``: what there are no pictures of, or from, before some year, or after one.

``19/01/17`` under a picture of Reuters is not of 1917, nor ``4/5/12`` under one of Bain's of 2012.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Beginning:
    """One line of ``BEGINNINGS``."""

    pattern: re.Pattern[str]
    since: int
    called: str
    until: int = 9999

    @property
    def tells(self) -> str:
        """What it says, in words."""
        ended = self.until < 9999
        return f"{self.called} {f'until {self.until}' if ended else f'since {self.since}'}"


BEGINNINGS: tuple[Beginning, ...] = (
    Beginning(
        re.compile(r"\b(?:REUTERS|Reuters)\s?/|\bvia (?:REUTERS|Reuters)\b"), 1985, "Reuters"
    ),
    Beginning(re.compile(r"\bBain News Service\b"), 1890, "Bain News Service", 1935),
    Beginning(re.compile(r"\bHarris & Ewing\b"), 1905, "Harris & Ewing", 1955),
    Beginning(re.compile(r"\bNational Photo Company\b"), 1909, "National Photo Company", 1932),
    Beginning(re.compile(r"\b[Ff]ile photo dated \d"), 1936, "PA's file photos"),
    Beginning(re.compile(r"/ ?EPA\b|\bEPA ?/"), 1985, "EPA"),
    Beginning(re.compile(r"\bInternational Space Station\b|\bISS\b"), 1998, "ISS"),
    Beginning(re.compile(r"\bSTS-\d|\b[Ss]pace shuttle\b"), 1976, "space shuttle"),
    Beginning(re.compile(r"\bNASA\b"), 1958, "NASA"),
    Beginning(re.compile(r"\bFEMA\b"), 1979, "FEMA"),
    Beginning(re.compile(r"\bUNHCR\b|\bUNICEF\b|\bUN Photo\b"), 1945, "United Nations"),
    Beginning(re.compile(r"\bU\.?S\.? Air Force\b|\bUSAF\b"), 1947, "U.S. Air Force"),
)
"""The first that a caption fits counts: the station before the shuttle, both before NASA."""


@lru_cache(maxsize=2)
def beginning_of(text: str) -> Beginning | None:
    """The first line of the table that a caption fits."""
    return next((b for b in BEGINNINGS if b.pattern.search(text)), None)
