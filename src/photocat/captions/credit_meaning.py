"""What the words of a credit mean: who took the picture, for whom.

The agency is the one the picture comes from, not who distributes it: ``KCNA via REUTERS`` is
KCNA's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from photocat.agencies import AGENCIES, DELIVERED, HAND_OUT, STOCK, WORLD, agency_named, origin_of
from photocat.captions.credit_form import CreditForm
from photocat.captions.credit_noise import STUDIO
from photocat.captions.credit_parts import Apart, apart, lead_says
from photocat.captions.names import is_newspaper, person


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a credit says."""

    agency: str | None
    creators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One line of ``READINGS``."""

    fits: Callable[[Apart], bool]
    means: Callable[[Apart], Meaning | None]


_AGENCY = {agency.name: agency for agency in AGENCIES}
_MAKERS = frozenset(("press", "government", "company", "military", "archive"))
"""Who may have taken a picture that an agency credits: ``AP Photo/ABC``."""


def _makes(agency: str) -> bool:
    return _AGENCY[agency].kind in _MAKERS


def _of_agencies(credit: Apart) -> Meaning:
    """``Jane Doe/AP``, ``AP Photo/ABC``: of two agencies the first, unless it only delivers."""
    agencies = list(credit.agencies)
    firms = tuple(firm for firm in credit.organisations if not COLLECTION.search(firm))
    if credit.people and firms and _passed_on(credit):
        return Meaning(firms[-1], credit.people[:3])
    creators = credit.people or (() if len(agencies) > 1 else firms) or credit.delivered_for
    if not creators and len(agencies) == 2 and agencies[1] in HAND_OUT:
        if agencies[0] == "AP":
            return Meaning("AP", (_as_credited(credit, agencies[1]),))
        agencies = agencies[1:] if agencies[0] in WORLD else agencies
    passed_on = agencies[0] in DELIVERED or _AGENCY[agencies[0]].kind in _MAKERS
    if not creators and len(agencies) == 2 and not passed_on and _makes(agencies[1]):
        creators = (_as_credited(credit, agencies.pop()),)
    elif not credit.people and agencies[0] in STOCK:
        creators = ()
    return Meaning(origin_of(agencies), creators[:3])


def _as_credited(credit: Apart, agency: str) -> str:
    """The words by which a credit calls an agency that is in it."""
    parts = re.split(r"\s*/\s*", credit.words)
    return next((p for p in parts if (a := agency_named(p)) and a.name == agency), agency)


def _passed_on(credit: Apart) -> bool:
    """``Jane Doe/The Daily Example/AP``: the agency stands last and sends on what a paper took."""
    [agency, *others] = credit.agencies
    parts = credit.words.split("/")
    last = agency_named(parts[-1])
    if others or len(parts) < 3 or last is None or last.name != agency:
        return False
    return agency in WORLD or (agency in _PASS_ON and is_newspaper(parts[-2]))


_PASS_ON = frozenset(("Getty Images", "Tribune News Service", "ZUMA"))
"""Agencies that also send on what newspapers took."""


COLLECTION = re.compile(
    r"\b(?:Collection|Archives?$|Photographs Division|Sammlung|Fonds|Nachlass)\b"
)
"""What an archive files a picture under took no picture."""


def _of_two_names(credit: Apart) -> Meaning:
    """``Jane Doe/Echo``: the agency is the name that is no person's."""
    first, last = credit.people[0], credit.people[-1]
    if " " not in first and " " in last:
        return Meaning(first, (last,))
    return Meaning(last, (first,))


READINGS: tuple[Reading, ...] = (
    Reading(
        lambda c: c.via and not (c.agencies or c.organisations or c.people),
        lambda c: Meaning(c.distributors[0], c.delivered_for[:2]) if c.distributors else None,
    ),
    Reading(lambda c: bool(c.agencies), _of_agencies),
    Reading(
        lambda c: bool(c.distributors and c.people and c.organisations),
        lambda c: Meaning(c.organisations[-1], c.people[:3]),
    ),
    Reading(  # ``Echo Press/Echo Press via Getty Images``
        lambda c: len(c.organisations) > len(set(c.organisations)) and c.via,
        lambda c: Meaning(c.organisations[0], ()),
    ),
    Reading(
        lambda c: bool(c.distributors) and len(c.people) == 2 and "/" in c.words,
        _of_two_names,
    ),
    Reading(
        lambda c: bool(c.distributors),
        lambda c: Meaning(c.distributors[0], c.people[:3] or c.organisations[:1]),
    ),
    Reading(
        lambda c: (
            c.form in ("in-parentheses", "bracketed")
            and not lead_says(c.words)
            and not re.search(r"/| \| ", c.words)
            and not (" - " in c.words and c.people and c.organisations)
        ),
        lambda _: None,
    ),
    Reading(
        lambda c: bool(c.organisations),
        lambda c: Meaning(c.organisations[-1 if c.people else 0], c.people[:3]),
    ),
    Reading(lambda c: len(c.people) > 1 and "/" in c.words, _of_two_names),
    Reading(
        lambda c: (
            len(c.people) == 1 and " " not in c.people[0] and c.people[0].isascii() and not c.ranked
        ),
        lambda c: Meaning(c.people[0], ()),
    ),
    Reading(  # ``Harris & Ewing``: a studio and no one else
        lambda c: len(c.people) == 1 and STUDIO.fullmatch(c.people[0]) is not None,
        lambda c: Meaning(c.people[0], ()),
    ),
    Reading(lambda c: bool(c.people), lambda c: Meaning(None, c.people[:3])),
)
"""How a credit is read, the first that fits."""


def meaning_of(words: str, form: CreditForm) -> Meaning | None:
    """Who is credited; None where the words are no credit."""
    if form.name == "chinese":
        return _chinese(words, form)
    if form.name.startswith("photographer-"):
        return _photographer(words, form)
    credit = apart(words, form)
    if form.name in ("name-beside", "name-paper") and not _is_for(credit):
        return None
    if form.name in ("dash-source", "source-line"):
        return _source(credit)
    reading = next((each for each in READINGS if each.fits(credit)), None)
    return reading.means(credit) if reading else None


def _source(credit: Apart) -> Meaning | None:
    """Whom words that no one announces name as the source: an archive, or who is known."""
    names = (*credit.agencies, *(o for o in credit.organisations if _KEEPS.search(o)))
    return Meaning(names[0], ()) if names else None


_KEEPS = re.compile(
    r"\b(?:Archives?|Archiv|Museum|Library|Historical Society|Collection|Watch|Foundation"
    r"|Institute|Agency)\b"
)


def _is_for(credit: Apart) -> bool:
    """Whether a credit that nothing announces names a person and whom the picture is for."""
    if not credit.people or not ("/" in credit.words or "|" in credit.words):
        return bool(credit.people and credit.agencies and " for " in credit.words)
    paper = len(credit.people) == 2 and is_newspaper(credit.people[1])
    return paper or bool(credit.organisations or credit.agencies)


def _chinese(words: str, form: CreditForm) -> Meaning | None:
    match = form.pattern.search(words)
    agency = agency_named(match["agency"]) if match else None
    by = match["by"] if match else None
    return Meaning(agency.name, (by,) if by else ()) if agency else None


def _photographer(words: str, form: CreditForm) -> Meaning | None:
    bare = re.sub(r",?\s*[Pp]hotographers?\s*$", "", words)
    name = bare if "&" in bare else person(bare)
    if form.name == "photographer-undated" and name and "," not in words:
        name = " ".join(reversed(name.split()))
    return Meaning(None, (name,)) if name else None
