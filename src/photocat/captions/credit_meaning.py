"""What the words of a credit mean: who took the picture, for whom.

The agency is the one the picture comes from, not who distributes it: ``KCNA via REUTERS`` is
KCNA's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from photocat.agencies import AGENCIES, STOCK, agency_named, origin_of
from photocat.captions.credit_forms import BY, EVERY_ALIAS, PHOTO, CreditForm
from photocat.captions.names import is_organisation, name_and_employer, person, without_rank
from photocat.captions.text import MASKED


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a credit says."""

    agency: str | None
    creators: tuple[str, ...]


_SLASHED = re.compile(
    "|".join(re.escape(n) for a in AGENCIES for n in (a.name, *a.aliases.split("|")) if "/" in n)
)
_LEAD = re.compile(
    rf"^(?:(?:file|handout|undated|official|satellite|illustrative)\s+)*"
    rf"(?:(?!picture[ -]alliance){PHOTO})?"
    rf"(?: should read|{BY}"
    rf"|\s*:)?\s*(?:©|\(c\)|copyright|by|:|of\b)?\s*(?:©)?\s*:?\s*(?:{PHOTO}\s*:)?\s*",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"^(?:\W*|released|file(?: photo| image| picture)?|files|archiv\w*|handout|pool|photo|photos"
    r"|image|images|picture|foto|bild|stringer|str|stf"
    r"|reproduction|afp or licensors|all rights reserved|no sales|no archives|editorial use only"
    r"|video|screengrab|screenshot"
    r"|staff(?: photo(?:grapher)?)?|photographer|via|getty images for .*|honorarfrei.*|privat"
    r"|private|ho|wire|freelance|contributor|contributed"
    r"|special to .*|u\.?s\.?|\d{4}|\W*\d{1,2}[./ ].*|https?:.*|www\..*|cc[ -]by.*)$",
    re.IGNORECASE,
)
_FORCE = re.compile(
    rf"^(?:official )?(?P<force>{EVERY_ALIAS})\s+(?:courtesy )?(?:photo|photograph|graphic|video"
    rf"|image)s?"
    r"(?: (?:illustration|released))?\s*(?:by|/|courtesy of)\s*",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*[/|]\s*|\s*[;·•]\s*|,\s+(?=(?:U\.?S|USCG|File|FILE|file|AP\b|AFP|via))|\s+-\s+"
    r"|\s+for\s+(?=[A-Z])|\s+(?:Foto|Photo)\s?:\s*|(?<=[A-Z])-\s+"
)
_VIA = re.compile(r",?\s*/?\bvia\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Apart:
    """A credit taken apart: who is named before ``via``, and who after."""

    words: str
    form: str
    agencies: tuple[str, ...]
    organisations: tuple[str, ...]
    people: tuple[str, ...]
    via: bool
    """Whether distributors are named."""
    distributors: tuple[str, ...] = ()
    """Those of them that are agencies."""
    delivered_for: tuple[str, ...] = ()
    """People that stand among the distributors."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One line of ``READINGS``."""

    fits: Callable[[Apart], bool]
    means: Callable[[Apart], Meaning | None]


_AGENCY = {agency.name: agency for agency in AGENCIES}
_MAKERS = frozenset(("press", "government", "company", "military"))
"""Who may have taken a picture that an agency credits: ``AP Photo/ABC``."""


def _of_agencies(credit: Apart) -> Meaning:
    """``Jane Doe/AP``, ``AP Photo/ABC``: of two agencies the first, unless it only delivers."""
    agencies = list(credit.agencies)
    creators = credit.people or (() if len(agencies) > 1 else credit.organisations)
    if not creators and len(agencies) == 2 and _AGENCY[agencies[1]].kind in _MAKERS:
        creators = (agencies.pop(),)
    elif not credit.people and agencies[0] in STOCK:
        creators = ()
    return Meaning(origin_of(agencies), creators[:3])


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
        lambda c: bool(c.distributors),
        lambda c: Meaning(c.distributors[0], c.people[:3] or c.organisations[:1]),
    ),
    Reading(
        lambda c: (
            c.form in ("in-parentheses", "bracketed")
            and not lead_says(c.words)
            and "/" not in c.words
        ),
        lambda _: None,
    ),
    Reading(
        lambda c: bool(c.organisations),
        lambda c: Meaning(c.organisations[-1 if c.people else 0], c.people[:3]),
    ),
    Reading(lambda c: len(c.people) > 1 and "/" in c.words, _of_two_names),
    Reading(
        lambda c: len(c.people) == 1 and " " not in c.people[0] and c.people[0].isascii(),
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
    credit = _apart(words, form)
    reading = next((each for each in READINGS if each.fits(credit)), None)
    return reading.means(credit) if reading else None


def _chinese(words: str, form: CreditForm) -> Meaning:
    match = form.pattern.search(words)
    agency = agency_named(words[:3])
    by = match["by"].removesuffix("摄") if match and match["by"] else None
    return Meaning(agency.name if agency else words[:3], (by,) if by else ())


def _photographer(words: str, form: CreditForm) -> Meaning | None:
    name = person(re.sub(r",?\s*[Pp]hotographer\s*$", "", words))
    if form.name == "photographer-undated" and name and "," not in words:
        name = " ".join(reversed(name.split()))
    return Meaning(None, (name,)) if name else None


def _apart(words: str, form: CreditForm) -> Apart:
    """A credit in its parts, noise left out."""
    words = words.strip()
    if not words.endswith("."):
        words = re.sub(r"\s*\)?\W*$", "", words)
    if form.name == "name-bracket":
        words = words.replace(" (", "/")
    origin, *distributors = _VIA.split(_CLIENT.sub(r"\1", words))
    agencies: list[str] = []
    organisations: list[str] = []
    people: list[str] = []
    force = _FORCE.match(origin)
    if force and (agency := agency_named(force["force"])):
        agencies.append(agency.name)
        origin = origin[force.end() :]
    for _ in range(2):
        lead = _LEAD.match(origin)
        origin = origin[lead.end() :] if lead else origin
    for part in _parts(origin):
        _sort(part, agencies, organisations, people)
    delivering: list[str] = []
    delivered_for: list[str] = []
    for distributor in distributors:
        for part in _parts(distributor):
            _sort(part, delivering, [], delivered_for)
    return Apart(
        words,
        form.name,
        tuple(agencies),
        tuple(organisations),
        tuple(people),
        bool(distributors),
        tuple(delivering),
        tuple(delivered_for),
    )


def lead_says(words: str) -> bool:
    """Whether a credit begins with a word that announces one."""
    return (
        re.match(
            rf"(?:{PHOTO})\b\s*(?:by|:|credit|courtesy|von|©)|courtesy\b|©", words, re.IGNORECASE
        )
        is not None
    )


def _parts(words: str) -> list[str]:
    whole = _SLASHED.sub(lambda match: match[0].replace("/", _SLASH), words)
    parts = (part.replace(_SLASH, "/").strip(_EDGES) for part in _SPLIT.split(whole))
    return [part for part in parts if part]


_SLASH = "\x1f"
_EDGES = f" .,;:*\"'{MASKED}"


def _sort(part: str, agencies: list[str], organisations: list[str], people: list[str]) -> None:
    """Put one part of a credit where it belongs."""
    if agency_named(part) is None:
        part = _AROUND.sub("", part)
    if _NOISE.match(part):
        return
    agency = agency_named(part) or agency_named(_PICTURE_AFTER.sub("", part))
    if agency is None and "," in part and not _is_inverted(part):
        _sort_list(part, agencies, organisations, people)
        return
    if agency is not None:
        if agency.name not in agencies:
            agencies.append(agency.name)
        return
    bare = without_rank(_ROLE_AFTER.sub("", part))
    name, bare = name_and_employer(bare)
    if name:
        _sort(name, agencies, organisations, people)
    if is_organisation(bare) or _is_acronym(bare):
        if len(bare) <= 60:
            organisations.append(re.sub(r"^the ", "", bare))
        return
    for name in re.split(r"\s+(?:and|und|et|y)\s+|\s*&\s*", bare):
        written = person(_after_acronym(name))
        if written is not None:
            people.append(written)
        elif agencies and agencies[-1] in STOCK and _MEMBER.fullmatch(name):
            people.append(name)


def _is_inverted(part: str) -> bool:
    """``Doe, Jane``, and neither is an agency."""
    names = [piece.strip() for piece in part.split(",")]
    return not any(map(agency_named, names)) and person(part) is not None


def _sort_list(part: str, agencies: list[str], organisations: list[str], people: list[str]) -> None:
    """``Jane Doe, Sputnik, Kremlin Pool``: a name, then whom it is for; units are left out."""
    first, *rest = part.split(",")
    _sort(first.strip(), agencies, organisations, people)
    for piece in rest:
        agency = agency_named(piece)
        if agency is not None and agency.name not in agencies:
            agencies.append(agency.name)


_AROUND = re.compile(
    r"^(?:photo(?:graph)?|image)s?(?: by)?:?\s+(?=[A-Z])|\s+(?:handout|photo|file|/?released)$",
    re.IGNORECASE,
)
_ROLE_AFTER = re.compile(r",?\s*(?:file|handout|pool|photographer)\s*$", re.IGNORECASE)


_MEMBER = re.compile(r"[a-z][\w.-]{2,30}")
"""The name by which a library of stock pictures knows who takes them: ``iStock/janedoe``."""
_CLIENT = re.compile(r"^([^/]+/[^/]+?)\s+for\s+[A-Z].*$")
"""``Jane Doe/Echo Media for Echo.com``: for whom an agency worked."""


def _is_acronym(name: str) -> bool:
    return name.isupper() and " " not in name and 2 <= len(name) <= 8 and name.isascii()


def _after_acronym(name: str) -> str:
    """``UK Jane Doe``: a caption without a full stop runs into its credit."""
    words = name.split()
    if len(words) > 2 and not name.isupper():
        for place in range(len(words) - 2, 0, -1):
            if (
                _is_acronym(words[place - 1])
                and len(words[place - 1]) <= 3
                and "." not in words[place - 1]
            ):
                return " ".join(words[place:]) if len(words) - place >= 2 else name
    return name


_PICTURE_AFTER = re.compile(r"\s+(?:photo|image|picture|handout)s?$", re.IGNORECASE)
