"""The date of photocat: an EDTF text that knows its bounds."""

from __future__ import annotations

from dataclasses import dataclass

from photocat.dates.expressions import pieces_of, read_expression
from photocat.dates.pieces import covered, overlap
from photocat.dates.reading import Precision

_MAY_HAVE_GAPS = frozenset((Precision.MASK, Precision.INTERVAL, Precision.SET))


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as precise as it was stated. Made by ``parse``, never by hand.

    The bounds are readings of a local clock: an offset from UTC is kept beside them and never
    applied, so ``2016-03-31T23:00:00-07:00`` lies in March. They are the tightest single stretch
    around all that the date may be; a date with gaps (``XXXX-12-13``, ``[1667,1760-12]``) knows
    them, and ``overlaps`` and ``within`` respect them. Qualifiers (``?``, ``~``, ``%``) never widen
    the bounds.
    """

    text: str
    """Canonical: ``Edtf.parse(date.text) == date``."""
    earliest: int
    """First moment it may be (see ``moments``); ``MIN_MOMENT`` where open or unknown."""
    latest: int
    """Last microsecond it may be, included; ``MAX_MOMENT`` where open or unknown."""
    utc_offset: int | None
    """Minutes east of UTC, where stated (of an interval or a set: where all its parts agree)."""
    precision: Precision

    @classmethod
    def parse(cls, text: str) -> Edtf:
        """Read an EDTF expression of level 0, 1 or 2.

        Raises ``BadDate``, with the position and the reason, for anything else: other notations,
        days and months that do not exist, intervals that end before they begin, more than 1,000
        characters. Nothing is ever guessed or filled in.
        """
        reading = read_expression(text)
        return cls(
            reading.text, reading.earliest, reading.latest, reading.utc_offset, reading.precision
        )

    @property
    def uncertain(self) -> bool:
        """Whether any part carries ``?`` or ``%``: whoever stated it doubts it."""
        return "?" in self.text or "%" in self.text

    @property
    def approximate(self) -> bool:
        """Whether any part carries ``~`` or ``%``: it may be somewhat off."""
        return "~" in self.text or "%" in self.text

    def overlaps(self, other: Edtf) -> bool:
        """Whether the two may be the same time: they have a moment in common. Symmetric.

        A mask overlaps what one of its days falls into: ``XXXX-12-13`` overlaps ``2016``,
        ``2016-12`` and ``2016-12-13T10:00``, not ``2016-11``. The members of a set count, not what
        lies between them.
        """
        if self.latest < other.earliest or other.latest < self.earliest:
            return False
        if self.precision not in _MAY_HAVE_GAPS and other.precision not in _MAY_HAVE_GAPS:
            return True
        return any(
            overlap(one, another)
            for one in pieces_of(self.text)
            for another in pieces_of(other.text)
        )

    def within(self, other: Edtf) -> bool:
        """Whether this date certainly lies in the other: every moment it may be does.

        ``2016-12-13`` is within ``XXXX-12-13`` and ``2016-12``; ``XXXX-12-13`` is within
        ``XXXX-12``, never within a year.
        """
        if self.earliest < other.earliest or self.latest > other.latest:
            return False
        if other.precision not in _MAY_HAVE_GAPS:
            return True
        cover = pieces_of(other.text)
        return all(covered(piece, cover) for piece in pieces_of(self.text))

    def __str__(self) -> str:
        return self.text
