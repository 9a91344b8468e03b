"""What words beside a date say of it: one record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

WINDOW = 140
"""Characters on either side of a date that a cue may read."""

Says = Literal["photo", "event", "released", "mentioned", "nothing", "open"]
"""``nothing``: no date at all (a name, a copyright year). ``open``: the place decides after all."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One line of ``CUES``."""

    name: str
    says: Says
    before: str = ""
    """A pattern that ends where the date begins, prepositions of the date left out."""
    after: str = ""
    """A pattern that begins where the date ends."""
    inside: str = ""
    """A pattern that the date itself begins with."""
    forms: tuple[str, ...] = ()
    """The forms of ``date_forms`` that it is for; none: all."""
    confidence: float = 0.9
    when: str = ""
    """``past`` or ``future``: on which side of the photo a day without its year lies."""
    loose: bool = False
    """Whether it gives way to a date that closes its sentence: ``…, Miss., July 10, 2017.``"""
    examples: tuple[str, ...] = ()

    def fits(self, before: str, date: str, after: str, form: str) -> bool:
        """Whether it speaks of a date, all in lower case, that a form of ``date_forms`` found."""
        if self.forms and form not in self.forms:
            return False
        if self.inside and _compiled(self.inside).match(date) is None:
            return False
        if self.before and _compiled(self.before).search(before) is None:
            return False
        return not self.after or _compiled(self.after).search(after) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
