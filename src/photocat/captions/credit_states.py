"""The National Guard of a state: ``Ohio National Guard photo`` is no one else's."""

from __future__ import annotations

import re

from photocat.captions.text import Span

_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia"
    "|Guam|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland"
    "|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada"
    "|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma"
    "|Oregon|Pennsylvania|Puerto Rico|Rhode Island|South Carolina|South Dakota|Tennessee|Texas"
    "|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming"
)
_GUARD = re.compile(rf"\b((?:{_STATES}) (?:(?:Army|Air) )?National Guard)\b")
_BEFORE = 26
"""Characters before a credit in which the name of its state may stand."""


def of_its_state(agency: str, work: str, span: Span) -> str:
    """The agency of a credit, a Guard with the state that its words name."""
    if not agency.endswith("National Guard"):
        return agency
    match = _GUARD.search(work, max(0, span.start - _BEFORE), span.end)
    return match[1] if match else agency
