"""A credit taken apart: who is named in it, as agency, organisation or person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from photocat.agencies import AGENCIES, STOCK, Agency, agency_named
from photocat.captions.credit_form import CreditForm
from photocat.captions.credit_joined import joined
from photocat.captions.credit_names import (
    BRAND,
    CAPITALISED,
    FORCE_ABROAD,
    TELLS,
    after_acronym,
    is_acronym,
    is_called,
    list_of_names,
)
from photocat.captions.credit_noise import (
    AGENCY_BEFORE,
    AROUND,
    NOISE,
    NUMBERED,
    PHOTO_AFTER,
    PICTURE_AFTER,
    ROLE_AFTER,
    SCREENSHOT,
    SERVICE_AFTER,
    SIGNATURE,
    STUDIO,
)
from photocat.captions.credit_patterns import Named
from photocat.captions.credit_words import ALIASES, BY, EVERY_ALIAS, KNOWN, PHOTO
from photocat.captions.names import (
    is_newspaper,
    is_organisation,
    name_and_employer,
    person,
    without_rank,
)
from photocat.captions.names_cyrillic import nominative
from photocat.captions.text import MASKED


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
    ranked: bool = False
    """Whether a rank stands before a name: one name is then a person's."""


_SLASHED = re.compile(
    "|".join(re.escape(n) for a in AGENCIES for n in (a.name, *a.aliases.split("|")) if "/" in n)
)
_LEAD = re.compile(
    rf"^(?:(?:file|handout|undated|official|satellite|illustrative|mandatory):?\s+)*"
    rf"(?:(?!picture[ -]alliance){PHOTO}(?![\w'-]))?"
    rf"(?:(?: credit)? should read|{BY}"
    rf"|\s*:|;(?= [A-Z]))?\s*(?:©|\(c\)|copyright|by|:|of\b)?\s*(?:©)?\s*:?\s*(?:{PHOTO}\s*:)?\s*",
    re.IGNORECASE,
)
_FORCE = Named(
    rf"^(?:official )?(?P<force>{EVERY_ALIAS})\s+(?:courtesy )?(?:photo|photograph|graphic|video"
    rf"|image)s?"
    r"(?: (?:illustration|released))?\s*(?:(?:created )?by|/|courtesy of|(?=[A-Z]{2}[123C] ))\s*",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*[/|]\s*(?:(?:for|FOR) (?=[A-Z]))?|\s*[;·•]\s*"
    r"|,\s+(?=(?:U\.?S|USCG|File|FILE|file|AP\b|AFP|via))|\s+-\s+"
    r"|\s+for\s+(?:the\s+)?(?=[A-Z])|\s+(?:Foto|Photo)\s?:\s*|(?<=[A-Z])-\s+"
    rf"|(?:(?<=[a-z])-|\.\s+)(?=(?:{ALIASES})$)"
    r"|,\s+(?:фотограф|[Pp]hotographer|[Pp]hotographe|Fotograf|[Ff]otógrafo):?\s+"
    r"|(?<=\w) [Pp]hotographer (?=[A-Z])"
    r"|(?<=[а-яё])\.\s+(?=[А-ЯЁ])"
)
_VIA = re.compile(
    r",?\s*/?\bv[ií]a\s+|\s+(?:on|from)\s+(?=(?:Unsplash|Pexels|Pixabay|Flickr|Wikimedia)\b)",
    re.IGNORECASE,
)
_JUNIOR = re.compile(r",\s+(Jr|Sr)\b\.?")


def apart(words: str, form: CreditForm) -> Apart:
    """A credit in its parts, noise left out."""
    words = _GLUED.sub("/", " ".join(words.split()))
    if not words.endswith("."):
        words = re.sub(r"\s*\)?\W*$", "", words)
    if form.name == "name-bracket":
        words = words.replace(" (", "/")
    if form.name == "copyright-name":
        words = words.replace(". ", "/")
    if form.name == "caps-photo":
        words = words.replace(" PHOTO ", "/")
    if form.name in ("archive-collection", "dash-source"):
        words = words.partition(",")[0]
    if form.name == "agency-first":
        words = re.sub(r"^([\w-]+)\s*/?\s*", r"\1/", words)
    words = joined(_JUNIOR.sub(r" \1.", words))
    origin, *distributors = _VIA.split(_CLIENT.sub(r"\1\2", words))
    agencies: list[str] = []
    organisations: list[str] = []
    people: list[str] = []
    force = _FORCE.search(origin)
    if force and (agency := agency_named(force["force"])):
        agencies.append(agency.name)
        origin = origin[force.end() :]
    for _ in range(2):
        lead = _LEAD.match(origin)
        if agency_named(_first_part(origin)):
            break
        origin = origin[lead.end() :] if lead else origin
    if served := _of_a_force(origin):
        agencies.append(served)
    for part in _parts(joined(origin)):
        _sort(part, agencies, organisations, people)
    if not people and _SHARED.search(origin):
        people += [part for part in _parts(origin) if _MEMBER.fullmatch(part)][:1]
    delivering: list[str] = []
    delivered_for: list[str] = []
    for distributor in distributors:
        for part in _parts(distributor):
            _sort(part, delivering, [], delivered_for)
    if _is_stock(delivering) and not people and not organisations and origin.strip():
        people.append(origin.strip(_EDGES))
    if form.name == "photo-name":
        people = [nominative(name) for name in people]
    return Apart(
        words,
        form.name,
        tuple(agencies),
        tuple(organisations),
        tuple(people),
        bool(distributors),
        tuple(delivering),
        tuple(delivered_for),
        _ranked(origin),
    )


def _of_a_force(words: str) -> str | None:
    """``U.S. Army Sgt. Jane Doe``: the force of whoever took it, where it is written whole."""
    match = _IN_A_FORCE.match(words)
    agency = agency_named(match[1]) if match else None
    return agency.name if agency and _ranked(words) and person(words) else None


_IN_A_FORCE = re.compile(
    r"(U\.?S\.? (?:Army(?: National Guard| Reserve)?|Navy|Air Force|Marine Corps|Coast Guard)) "
)


def _ranked(words: str) -> bool:
    return without_rank(words) != words.strip()


def _first_part(words: str) -> str:
    return re.split(r"\s*[/|]", words, maxsplit=1)[0]


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
    whole = _CENTRE_FOR.sub(rf"\1 {_FOR} ", whole)
    parts = (
        part.replace(_SLASH, "/").replace(_FOR, "for").strip(_EDGES) for part in _SPLIT.split(whole)
    )
    return [part for part in parts if part]


_SLASH, _FOR = "\x1f", "\x1e"
_CENTRE_FOR = re.compile(
    r"\b(Cent(?:er|re)s?|Institute|Agency|Society|Fund|Foundation|Council|Committee|Office"
    r"|Ministry|Department|Commission\w*|Programme|Program|Organi[sz]ation|Association"
    r"|Museum|Authority) for "
)
"""``the Centre for Something``: whom it is called after, not whom it is taken for."""
_EDGES = f" .,;:*\"'{MASKED}"


def _sort(part: str, agencies: list[str], organisations: list[str], people: list[str]) -> None:
    """Put one part of a credit where it belongs."""
    part = SIGNATURE.sub("", part)
    if agency_named(part) is None:
        part = AROUND.sub("", part)
        part = PHOTO_AFTER.sub(r"\g<name>", part)
        if NOISE.match(part) or (NUMBERED.fullmatch(part) and not _is_stock(agencies)):
            return
    agency = agency_named(part) or agency_named(ROLE_AFTER.sub("", PICTURE_AFTER.sub("", part)))
    agency = agency or agency_named(SERVICE_AFTER.sub("", part))
    agency = agency or agency_named(_SHORT_FORM.sub("", part)) or _of_its_part(part)
    if agency is None and "," in part and not _is_inverted(part):
        _sort_list(part, agencies, organisations, people)
        return
    if agency is not None:
        if agency.name not in agencies:
            agencies.append(agency.name)
        return
    if kept := _KEPT.fullmatch(part):
        people.append(kept[1])
        return
    bare = without_rank(ROLE_AFTER.sub("", part))
    name, bare = name_and_employer(bare)
    if name:
        _sort(name, agencies, organisations, people)
    bare = SCREENSHOT.sub("", bare)
    if is_organisation(bare) or is_acronym(bare) or BRAND.fullmatch(bare):
        if len(bare) <= 60 and not TELLS.search(bare) and MASKED not in bare:
            organisations.append(re.sub(r"^the |\s*\([A-Z]{2,6}\)$", "", bare))
        return
    names = (bare,) if STUDIO.fullmatch(bare) else re.split(r"\s+(?:and|und|et|y)\s+|\s*&\s*", bare)
    for name in names:
        written = name if "&" in name else person(after_acronym(name))
        if written is not None:
            people.append(written)
        elif _is_stock(agencies) and _MEMBER.fullmatch(name):
            people.append(name)


def _of_its_part(part: str) -> Agency | None:
    """``U.S. Customs and Border Protection's Laredo Sector``: whom a part belongs to."""
    agency = agency_named(_PART_OF.sub("", part))
    return agency if agency and agency.kind in ("government", "military") else None


_PART_OF = re.compile(r"'s [A-Z].*$")


def _is_inverted(part: str) -> bool:
    """``Doe, Jane``, and neither is an agency."""
    names = [piece.strip() for piece in part.split(",")]
    if is_acronym(names[0]) and not names[-1].isupper():
        return False
    return not any(map(agency_named, names)) and person(part) is not None


def _sort_list(part: str, agencies: list[str], organisations: list[str], people: list[str]) -> None:
    """``Jane Doe, Sputnik, Kremlin Pool``: a name, then whom it is for; units are left out."""
    first, *rest = (piece.strip() for piece in part.split(","))
    _sort(first, agencies, organisations, people)
    called = organisations and (is_called(first) or is_acronym(first))
    named = agency_named(first) is not None or called
    listed = named or (people and list_of_names(part))
    for piece in rest:
        agency = agency_named(AGENCY_BEFORE.sub("", AROUND.sub("", piece)))
        if agency is not None and agency.name not in agencies:
            agencies.append(agency.name)
        elif people and not agencies and _employs(piece) and piece not in organisations:
            organisations.append(piece)
        elif listed and not re.search(r"\d", without_rank(piece)) and not is_organisation(piece):
            people += filter(None, (person(piece),))


def _employs(piece: str) -> bool:
    """Whether what follows a name is a newspaper's name, or that of a country's forces."""
    paper = is_newspaper(piece) and CAPITALISED.fullmatch(piece) is not None
    return paper or FORCE_ABROAD.fullmatch(piece) is not None


def _is_stock(agencies: list[str]) -> bool:
    return bool(agencies) and agencies[-1] in STOCK


_KEPT = re.compile(rf"({KNOWN}) (?:Archive|Collection|Papers)")
"""What an archive files a photographer's pictures under."""
_GLUED = re.compile(r"(?<=[A-Z]{3})_(?=[A-Z][a-z])")
"""``NASA_Jane Doe``"""
_SHORT_FORM = re.compile(r"^the ")
_SHARED = re.compile(r"/ ?(?:Instagram|Facebook|Twitter|TikTok|Telegram|Flickr|VK)\b")
_MEMBER = re.compile(r"[a-z][\w.-]{2,30}")
"""The name by which a library of stock pictures knows who takes them: ``iStock/janedoe``."""
_CLIENT = re.compile(
    r"^([^/]+/[^/]+?)\s+for\s+(?:[a-z]?[A-Z].*|[a-z]{3,})$|^([^/]+?)\s+для\s+[\"А-Я].*$"
)
"""``Jane Doe/Echo Media for Echo.com``: for whom an agency worked."""
