"""Datelines, dates beside places, and sentences that are nothing but both."""

from __future__ import annotations

import re
from collections.abc import Sequence

from photocat.captions.places_likely import WELL_KNOWN
from photocat.captions.places_links import HOUSE
from photocat.captions.places_readings import Chain
from photocat.captions.text import Span
from photocat.gazetteer.place import WATERS

_VIRIN = r"(?:\d{6}-[A-Z]-[A-Z0-9]{2,6}-\d{3,5}\s*)?"
_DATELINE = re.compile(rf"\W*{_VIRIN}\W*(?:(?:NAVAL|JOINT|U\.S\.|AT SEA)[A-Z ,.]{{0,60}})?\W*$")
_GOES_ON = re.compile(r"^: |^ (?!of\b|and\b)(?:The |An? )?[A-Z][\w'’-]* (?:\w+ )?[a-z]")
"""A sentence begins behind the place: ``London, UK Consultants stand``."""
_AFTER_DATE = re.compile(r"^[\s,;:(\[-]{0,4}(?:on |in |late |early |\()?\s?$")


def dateline(work: str, chain: Chain, dates: Sequence[Span], sentence: int) -> bool:
    """``SAN DIEGO (March 26, 2010)``, ``KABUL, Afghanistan - March 5:`` at the very beginning."""
    if sentence > 1 or chain.start > 90:
        return False
    if (
        re.match(r"^,? - \ufffc", work[chain.end : chain.end + 6])
        and work[chain.start : chain.end].isupper()
    ):
        return True
    lead, after = work[: chain.start].replace("\ufffc", " "), work[chain.end : chain.end + 45]
    lead = lead.removeprefix("Main image:")
    written = work[chain.mentions[0].start : chain.mentions[0].end]
    if not _DATELINE.match(lead):
        return False
    if chain.start < 15 and _names_its_country(chain) and _GOES_ON.match(after):
        return True
    if re.match(r"^[.,]? ?\(\ufffc", after) or re.match(r"^,? - \ufffc", after):
        return True
    if re.match(r"^,? (?:\([A-Z][\w. ]+\) )?(?:-|--) ?", after):
        near_a_date = bool(dates) and dates[0].start < chain.end + 60
        return written.isupper() or near_a_date or _at_sea(chain)
    return bool(re.match(r"^,? \(?\ufffc", after)) and written.isupper()


def _at_sea(chain: Chain) -> bool:
    """``Pacific Ocean - Ships sail``: what no sentence begins with."""
    return chain.place is not None and chain.place.kind in WATERS and chain.start < 3


def _names_its_country(chain: Chain) -> bool:
    """``Narva, Estonia``, whether or not the town is known."""
    return (
        len(chain.mentions) > 1
        and not any(mention.possessive for mention in chain.mentions)
        and bool(chain.places)
        and chain.places[-1].kind == "country"
        and chain.mentions[-1] not in chain.dropped
    )


def dated(work: str, chain: Chain, dates: Sequence[Span]) -> float:
    """Whether a date stands directly behind or before."""
    end = chain.near.end if chain.near else chain.end
    house = HOUSE.match(work[end : end + 90])
    known = chain.weight >= WELL_KNOWN or len(chain.mentions) > 1
    if house and (known or house[0].startswith("'")):
        end += house.end()
    for date in dates:
        if 0 <= date.start - end <= 12:
            gap = work[end : date.start]
            if _AFTER_DATE.match(gap) or gap.strip() in {"", ",", "on", ", on"}:
                return 2.0
        if 0 <= chain.start - date.end <= 14:
            gap = work[date.end : chain.start].strip(" ,")
            if gap in {"", "in", "at", "near", "in the", "outside"}:
                return 1.8
    return 0.0


def fragment(work: str, chain: Chain, span: Span, dated: bool) -> bool:
    """A sentence that is nothing but a place, or a place and a date: how archives end captions;
    not ``One of twenty pictures near Doetown``, which tells of all of them."""
    if span.end - span.start > 140 or work.startswith("One of ", span.start):
        return False
    rest = f"{work[span.start : chain.start]} {work[chain.end : span.end]}"
    if len(chain.mentions) < 2 and not dated and (chain.weight < WELL_KNOWN or rest.strip(" .")):
        return False
    return not [w for w in re.findall(r"[^\W\d_]+", rest) if w.islower() and w not in _PLAIN]


_PLAIN = frozenset(
    [
        "near",
        "on",
        "in",
        "at",
        "the",
        "of",
        "vicinity",
        "area",
        "county",
        "photographer",
        "about",
        "and",
        "miles",
        "km",
    ]
)
