"""``AGENCIES``: names and habits, each with what is sent and what it becomes.

``sent`` are credits as the agency writes them, invented names in real forms, with the agency and
the photographer that they mean: they are tests. Adding an agency is adding a line.
"""

from __future__ import annotations

import re

from photocat.agencies.agency import Agency
from photocat.agencies.archives import ARCHIVES, PRESS
from photocat.agencies.national import NATIONAL_AGENCIES
from photocat.agencies.official import OFFICIAL
from photocat.agencies.pictures import PICTURE_AGENCIES
from photocat.agencies.world import WORLD_AGENCIES

AGENCIES: tuple[Agency, ...] = (
    *WORLD_AGENCIES,
    *NATIONAL_AGENCIES,
    *PICTURE_AGENCIES,
    *OFFICIAL,
    *ARCHIVES,
    *PRESS,
)
"""Everyone, agencies first."""


def _key(name: str) -> str:
    """A name as it is compared: without case, and without the marks around it."""
    return re.sub(r"\s+", " ", name).strip(" .,;:()[]").lower()


_BY_NAME = {
    _key(name): agency
    for agency in reversed(AGENCIES)
    for name in (agency.name, *agency.aliases.split("|"))
    if name
}


def agency_named(name: str) -> Agency | None:
    """The agency that goes by this name or alias, whatever its case."""
    return _BY_NAME.get(_key(name))
