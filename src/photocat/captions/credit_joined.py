"""``JOINTS``: credits whose parts no slash parts, and how they read with one.

``(Jane Doe, Daily Example)``, ``JANE DOE AFP`` and ``Jane Doe for The Example`` all say what
``Jane Doe/The Example`` says. Each line has an example that is its test.
"""

from __future__ import annotations

from dataclasses import dataclass

from photocat.agencies import agency_named
from photocat.captions.credit_patterns import Named
from photocat.captions.credit_words import ALIASES, EVERY_ALIAS, NAME
from photocat.captions.names import is_newspaper, is_organisation, person

_CALLED = r"(?:The |the )?[A-Z][\w'&.-]*(?: (?:of|and|the|de|la|[A-Z][\w'&.-]*)){0,5}"


@dataclass(frozen=True, slots=True)
class Joint:
    """One line of ``JOINTS``: the groups are the photographer and whom the picture is for."""

    pattern: Named
    papers_only: bool
    """Whether what follows is a newspaper, or nothing: a comma also stands before a town."""
    example: tuple[str, str]


JOINTS: tuple[Joint, ...] = (
    Joint(
        Named(rf"(?P<by>{NAME})\s*,\s*(?P<paper>{_CALLED})(?: photo)?"),
        True,
        ("Jane Doe, Daily Example", "Jane Doe/Daily Example"),
    ),
    Joint(
        Named(rf"(?P<by>{NAME})\s*[,/]\s*(?P<paper>{ALIASES})\s(?P<then>{ALIASES})"),
        True,
        ("Jane Doe, AFP Getty", "Jane Doe/AFP"),
    ),
    Joint(
        Named(rf"(?P<paper>AP Photo|AFP PHOTO)(?P<by>{NAME})"),
        True,
        ("AP PhotoJane Doe", "Jane Doe/AP Photo"),
    ),
    Joint(
        Named(rf"(?P<by>{NAME})\s*[,/]\s*(?:[Ss]pecial to|SPECIAL TO) (?P<paper>{_CALLED})"),
        False,
        ("Jane Doe, Special to the Daily Example", "Jane Doe/the Daily Example"),
    ),
    Joint(
        Named(rf"(?P<by>{NAME}) for (?P<paper>{_CALLED})"),
        False,
        ("Jane Doe for The Example", "Jane Doe/The Example"),
    ),
    Joint(
        Named(rf"(?P<by>{NAME}) (?P<paper>(?=[A-Z]{{4}}){EVERY_ALIAS})"),
        True,
        ("Jane Doe FEMA", "Jane Doe/FEMA"),
    ),
    Joint(
        Named(
            r"(?P<by>[A-Z][\w.-]+(?: [A-Z][\w'.-]*){0,3} [A-Z][a-z]+)"
            r"(?P<paper>AP|AFP|EPA)(?: Photo)?"
        ),
        True,
        ("Jane DoeAP Photo", "Jane Doe/AP"),
    ),
    Joint(
        Named(
            rf"(?P<by>{NAME})\s*(?:-{{1,2}}|\s)\s*(?P<paper>{ALIASES})"
            r"(?P<rest>(?:/|,? via | for ).*)?"
        ),
        True,
        ("JANE DOE AFP/Getty Images", "JANE DOE/AFP/Getty Images"),
    ),
)


def joined(words: str) -> str:
    """A credit with a slash between its parts, where they stand side by side without one."""
    for joint in JOINTS:
        match = joint.pattern.fullmatch(words)
        if match is None:
            continue
        by, paper = match["by"], match["paper"]
        known = agency_named(paper) is not None
        whose = known or is_newspaper(paper) or (not joint.papers_only and is_organisation(paper))
        if whose and _is_person(by):
            return f"{by}/{paper}{match.groupdict().get('rest') or ''}"
    return words


def _is_person(name: str) -> bool:
    return not is_organisation(name) and agency_named(name) is None and person(name) is not None
