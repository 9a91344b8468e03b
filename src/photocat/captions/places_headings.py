"""Headings of archives: ``Battle of Saipan, June 1944.``, ``Inchon Invasion, September 1950.``"""

from __future__ import annotations

import re
from collections.abc import Callable

from photocat.captions.text import MASKED

_NAME = r"[A-Z][\w'-]{1,30}(?: (?:[A-Z][\w'-]{1,30}|of|the)){0,3}?"
_DEEDS = (
    r"(?:Battles?|Siege|Bombing|Bombardment|Invasion|Liberation|Occupation|Evacuation|Fall|Capture"
    r"|Landings?|Attack|Raid|Assault)"
)
_HEADING = re.compile(
    r"(?P<number>(?:Photo #?:? ?)?#?:? ?[\w-]{0,20}\d[\w-]{0,20}:? )?"
    rf"(?:(?P<deed>(?:The )?{_DEEDS} (?:of|at|on|off|for|in) (?:the )?)(?P<place>{_NAME})"
    rf"|(?P<name>{_NAME})(?P<tail> (?:Invasion|Attack|Raids?|Landings?|Campaign|Bombing|Evacuation"
    r"|Operation|Operations|Assault|Occupation)))"
    rf"(?=,? (?:{MASKED}|19[0-5]\d\b)|, (?:[A-Z][a-z]+,? )?(?:{MASKED}|19[0-5]\d\b)|[.:] )"
)


def without_heading(work: str, known: Callable[[str], bool]) -> str:
    """A caption of which only the place is left in the heading that it begins with, if it has one.

    ``work`` is the caption without its dates; every character stays where it is. What the picture
    shows lies in what it is headed. ``known`` tells whether a whole heading is a place's name.
    """
    match = _HEADING.match(work)
    if match is None or known(work[match.end("number") if match["number"] else 0 : match.end()]):
        return work
    start, end = match.span("place" if match["place"] else "name")
    return f"{' ' * start}{work[start:end]}{' ' * (match.end() - end)}{work[match.end() :]}"
