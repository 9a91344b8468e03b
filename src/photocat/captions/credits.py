"""Who took a picture, for whom: credits, as agencies, forces and archives write them.

``CREDITS`` finds the words of a credit; ``_meaning`` takes them apart. The agency is the one the
picture comes from, not who distributes it: ``KCNA via REUTERS`` is KCNA's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from photocat.agencies import AGENCIES, agency_named
from photocat.captions.found import FoundText
from photocat.captions.names import is_organisation, person, without_rank
from photocat.captions.text import MASKED, Span, Text, masked


@dataclass(frozen=True, slots=True)
class CreditForm:
    """One line of ``CREDITS``: the group ``credit`` of the pattern is the credit."""

    name: str
    pattern: re.Pattern[str]
    confidence: float = 0.95


@dataclass(frozen=True, slots=True)
class Credits:
    """The credits of one caption, and the stretches of ``Text.work`` that they claim."""

    creator: tuple[FoundText, ...] = ()
    agency: FoundText | None = None
    credit_line: FoundText | None = None
    claimed: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a credit says."""

    agency: str | None
    creators: tuple[str, ...]


_ALSO_WORDS = frozenset(
    ("army", "navy", "air force", "coast guard", "rex", "guardian", "abc", "sta", "tt", "nasa", "petra", "bbc",
     "state department", "national guard", "marine corps", "space force", "united nations", "esa", "nato",
     "spacex", "unicef", "unhcr", "white house", "the white house", "fema", "noaa")
)  # fmt: skip
"""Names that captions use in their sentences too: no credit by themselves."""


def _alternatives(*, words_too: bool) -> str:
    names = {
        name
        for agency in AGENCIES
        for name in (agency.name, *agency.aliases.split("|"))
        if name and (words_too or name.lower() not in _ALSO_WORDS)
    }
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_ALIASES = _alternatives(words_too=False)
_EVERY_ALIAS = _alternatives(words_too=True)
_SLASHED = re.compile(
    "|".join(re.escape(n) for a in AGENCIES for n in (a.name, *a.aliases.split("|")) if "/" in n)
)
_PHOTO = (
    r"(?:photo(?:graph)?s?|picture|image|photography|foto(?:s|grafie)?|bild(?:er|rechte|quelle)?|kuva|video|fotó"
    r"|фото|світлина|zdjęcie|crédit(?:s)?(?: photo)?|credits?|quelle|courtesy|graphic|still)"
)
_BY = r"(?:\s+(?:by|courtesy(?: of)?|via|credit|von|par|de|del|taken by)\b\s*[:\-]?|\s*[:©])"
_REST = r"[^()\n|]{2,140}"

_CAPITALS = r"(?:(?:[^\W\d_a-z][\w'-]*|[A-Z][a-z]?\.|de|del|van|von|der|den|al|el|bin|la|le|da|dos|di|du|y)\s){0,5}[^\W\d_a-z][\w'-]*\.?"
"""A run of capitalised words."""

CREDITS: tuple[CreditForm, ...] = (
    CreditForm(
        "bracketed",
        re.compile(r"\((?P<credit>[^()\n]{2,120}(?:\bvia |/)[^()\n]{2,80})\)", re.IGNORECASE),
    ),
    CreditForm(
        "agency-photo",
        re.compile(
            rf"(?P<credit>(?<![\w/])(?:{_ALIASES})(?: ?photos?| ?images?)?\s?/\s?[^()\n.;|]{{2,60}}"
            rf"(?:\.[^()\n.;|]{{1,40}}){{0,2}})",
            re.IGNORECASE,
        ),
    ),
    CreditForm(
        "force-photo",
        re.compile(
            rf"(?P<credit>(?<![\w/])(?:Official )?(?P<force>{_EVERY_ALIAS})\s+(?:courtesy )?"
            r"(?:[Pp]hoto|PHOTO|photograph|graphic|video|image)s?(?: (?:illustration|released))?\s*(?:by|/|courtesy of)\s*[^()\n]{3,110})"
        ),
    ),
    CreditForm(
        "photo-by",
        re.compile(rf"(?P<credit>(?<![\w-]){_PHOTO}{_BY}\s*{_REST})", re.IGNORECASE),
    ),
    CreditForm(
        "name-agency",
        re.compile(
            rf"(?P<credit>{_CAPITALS}\s?/\s?(?:[\w .'-]{{2,40}}\s?/\s?){{0,2}}(?:via )?(?:{_ALIASES}))(?![\w])"
        ),
    ),
    CreditForm(
        "via",
        re.compile(
            rf"(?P<credit>(?:(?<=[.(\-|])|^)\s*[^()\n.|]{{2,80}}?,? via (?:{_ALIASES})(?:,? file(?: photo)?)?)(?![\w])",
            re.IGNORECASE,
        ),
    ),
    CreditForm(
        "copyright",
        re.compile(rf"(?P<credit>(?:©|\(c\)\s|copyright\b)\s*:?\s*{_REST})", re.IGNORECASE),
        0.9,
    ),
    CreditForm(
        "courtesy",
        re.compile(r"(?P<credit>\bcourtesy(?: of)?:? [^()\n]{2,100})", re.IGNORECASE),
    ),
    CreditForm(
        "photographer-inverted",
        re.compile(r"(?:^|[,.]\s)(?P<credit>[A-Z][\w'-]+, [A-Z][\w'. -]{1,24}, [Pp]hotographer)\b"),
    ),
    CreditForm(
        "photographer-after",
        re.compile(
            r"[.\"'\])]\s*-+\s*(?P<credit>[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){1,3}(?:, photographer)?)"
            r"(?=,\s+\ufffc)"
        ),
    ),
    CreditForm(
        "photographer-undated",
        re.compile(
            r"(?P<credit>(?:(?<= )[A-Z][\w'-]+), (?:[A-Z][\w'-]+)|(?:(?<= )[A-Z][\w'-]+) (?:[A-Z][\w'-]+))(?= n\.d\.)"
        ),
        0.8,
    ),
    CreditForm(
        "chinese",
        re.compile(
            r"(?P<credit>(?:新华社|新華社|中新社|人民网)(?:发|记者|記者|特约记者)*\s*[（(]?\s*(?P<by>[\u4e00-\u9fff·]{2,8})?\s*[摄攝影)]*)"
        ),
    ),
    CreditForm("in-parentheses", re.compile(r"\((?P<credit>[^()\n]{2,160})(?:\)|$)"), 0.95),
    CreditForm(
        "last-words",
        re.compile(
            rf"(?:^|[.\-|,'\"]|\n)\s*(?P<credit>(?:{_ALIASES})(?: (?:files?|handout))?)\W*$"
        ),
        0.9,
    ),
)
"""Every form, in the order in which they are tried; the best credit of a caption wins."""


def read_credits(text: Text, dates: Iterable[Span] = ()) -> Credits:
    """The photographers, the agency and the credit line of a caption, its ``dates`` left out."""
    work = masked(text.work, dates)
    best: tuple[tuple[int, ...], CreditForm, Span, Meaning] | None = None
    claimed: list[Span] = []
    for form, span in _found(work):
        words = work[span.start : span.end]
        meaning = _meaning(words, form)
        if meaning is None or (
            form.name == "in-parentheses" and not _credible(work, span, meaning)
        ):
            continue
        claimed.append(span)
        standing = (
            bool(meaning.agency) + bool(meaning.creators),
            bool(meaning.creators),
            span.start,
        )
        if best is None or standing > best[0]:
            best = (standing, form, span, meaning)
    if best is None:
        return Credits()
    _, form, span, meaning = best
    if meaning.agency is None or not meaning.creators:
        meaning = _completed(meaning, work, claimed)
    return Credits(
        creator=tuple(_text(text, span, name, "photographer", form) for name in meaning.creators),
        agency=_text(text, span, meaning.agency, "agency", form) if meaning.agency else None,
        credit_line=_text(text, span, _line(work[span.start : span.end]), "credit", form),
        claimed=tuple(claimed),
    )


def _found(work: str) -> Iterator[tuple[CreditForm, Span]]:
    taken: list[Span] = []
    for form in CREDITS:
        if not _HINTS[form.name].search(work):
            continue
        for number, match in enumerate(form.pattern.finditer(work)):
            if number >= 12:
                break
            start, end = match.span("credit")
            end = _cut(work, start, end, form)
            span = Span(start, end)
            if end > start and not any(span.overlaps(other) for other in taken):
                meaning = (
                    form.name != "in-parentheses"
                    or "/" in match[0]
                    or _meaning(match["credit"], form)
                )
                if meaning:
                    taken.append(span)
                    yield form, span


def _announced(words: str, form: CreditForm) -> bool:
    """Whether brackets hold a credit, not a remark: ``(US/Mexico border)``."""
    meaning = _meaning(words, form)
    return meaning is not None and (meaning.agency in _KNOWN or lead_says(words) or "/" in words)


_HINTS = {
    form.name: re.compile(
        {
            "photo-by": _PHOTO, "force-photo": "photo|graphic|video", "agency-photo": "/", "name-agency": "/",
            "via": " via ", "copyright": "©|[cC]opyright|\\([cC]\\)", "courtesy": "ourtesy|OURTESY",
            "photographer-inverted": "[Pp]hotographer", "photographer-after": "- ?[A-Z]",
            "photographer-undated": "n\\.d\\.", "bracketed": "\\(", "chinese": "[新中人]", "in-parentheses": "\\(", "last-words": "",
        }[form.name],
        re.IGNORECASE,
    )
    for form in CREDITS
}  # fmt: skip

_STOP = re.compile(
    r"[.;](?:\s+(?=[A-Z\"'(\[])(?<!\b[A-Z]\.\s)|\s*$)|\s\|\s|\s-{1,2}\s|\s\+{2,}|\s#|,?\s+(?:FILE|File)\b|\bORG XMIT|\bless\b"
    r"|\s(?:via )?Wikipedia|\bhttps?:"
)


def _cut(work: str, start: int, end: int, form: CreditForm) -> int:
    """Where a credit ends: at a full stop that ends no initial and no rank, or at a bar."""
    if form.name in ("in-parentheses", "bracketed", "chinese"):
        return end
    for match in _STOP.finditer(work, start + 3, end):
        before = work[max(start, match.start() - 8) : match.start()]
        word = before[before.rfind(" ") + 1 :]
        if match[0][0] == "." and (len(word) == 1 or word.lower() in _RANK_WORDS):
            continue
        return match.start()
    return end


_RANK_WORDS = frozenset(
    ("sgt", "spc", "lt", "capt", "cpl", "pfc", "maj", "col", "cmdr", "gen", "pvt", "ens", "jr", "sr", "st", "dr",
     "mr", "ms", "mrs", "tech", "u.s", "s", "u", "d", "c", "dept", "inc", "spec", "1st", "2nd", "ph.d")
)  # fmt: skip

_LEAD = re.compile(
    rf"^(?:(?:file|handout|undated|official|satellite|illustrative)\s+)*(?:{_PHOTO})?(?:{_BY}|\s*:)?\s*(?:©|\(c\)|copyright|by|:|of\b)?\s*(?:©)?\s*:?\s*(?:{_PHOTO}\s*:)?\s*",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"^(?:\W*|released|file(?: photo| image| picture)?|files|archiv\w*|handout|pool|photo|photos|image|images|picture|foto|bild|stringer|str|stf"
    r"|reproduction|afp or licensors|all rights reserved|no sales|no archives|editorial use only|video|screengrab|screenshot"
    r"|staff(?: photo(?:grapher)?)?|photographer|via|getty images for .*|honorarfrei.*|privat|private|ho|wire|freelance|contributor|contributed"
    r"|special to .*|u\.?s\.?|\d{4}|\W*\d{1,2}[./ ].*|https?:.*|www\..*|cc[ -]by.*)$",
    re.IGNORECASE,
)
_FORCE = re.compile(
    rf"^(?:official )?(?P<force>{_EVERY_ALIAS})\s+(?:courtesy )?(?:photo|photograph|graphic|video|image)s?"
    r"(?: (?:illustration|released))?\s*(?:by|/|courtesy of)\s*",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*[/|]\s*|\s*[;·•]\s*|,\s+(?=(?:U\.?S|USCG|File|FILE|file|AP\b|AFP|via))|\s+-\s+|\s+for\s+(?=[A-Z])"
)
_VIA = re.compile(r",?\s*/?\bvia\s+", re.IGNORECASE)


def _meaning(words: str, form: CreditForm) -> Meaning | None:
    """Who is credited; None where the words are no credit."""
    if form.name == "chinese":
        match = form.pattern.search(words)
        agency = agency_named(words[:3])
        by = match["by"].removesuffix("摄") if match and match["by"] else None
        return Meaning(agency.name if agency else words[:3], (by,) if by else ())
    if form.name.startswith("photographer-"):
        name = person(re.sub(r",?\s*[Pp]hotographer\s*$", "", words))
        if form.name == "photographer-undated" and name and "," not in words:
            name = " ".join(reversed(name.split()))
        return Meaning(None, (name,)) if name else None
    words = (
        re.sub(r"\s*\)?\W*$", "", words.strip())
        if not words.rstrip().endswith(".")
        else words.strip()
    )
    origin, *distributors = _VIA.split(words)
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
    if not agencies and distributors and not organisations + people:
        for distributor in distributors:
            for part in _parts(distributor):
                _sort(part, agencies, organisations, people)
        return Meaning(agencies[0] if agencies else None, tuple(people[:2])) if agencies else None
    if agencies:
        creators = people or ([] if len(agencies) > 1 else organisations)
        if not creators and len(agencies) == 2 and AGENCY[agencies[1]].kind in _MAKERS:
            creators = [agencies.pop()]
        return Meaning(
            agencies[-1] if agencies[0] in _LOOSE and len(agencies) > 1 else agencies[0],
            tuple(creators[:3]),
        )
    if distributors:
        for distributor in distributors:
            for part in _parts(distributor):
                _sort(part, agencies, [], [])
        if agencies:
            return Meaning(agencies[0], tuple(people[:3] or organisations[:1]))
    if form.name in ("in-parentheses", "bracketed") and not lead_says(words) and "/" not in words:
        return None
    if organisations:
        return Meaning(organisations[-1 if people else 0], tuple(people[:3]))
    if len(people) > 1 and "/" in words:
        first, last = people[0], people[-1]
        return (
            Meaning(first, (last,)) if " " not in first and " " in last else Meaning(last, (first,))
        )
    if len(people) == 1 and " " not in people[0] and people[0].isascii():
        return Meaning(people[0], ())
    return Meaning(None, tuple(people[:3])) if people else None


AGENCY = {agency.name: agency for agency in AGENCIES}
_MAKERS = frozenset(("press", "government", "company", "military"))
"""Who may have taken a picture that an agency credits: ``AP Photo/ABC``."""
_LOOSE = frozenset(
    (
        "WireImage",
        "FilmMagic",
        "NurPhoto",
        "LightRocket",
        "SOPA Images",
        "picture alliance",
        "Pacific Press",
    )
)
"""Names that stand before the agency that they deliver through."""


def lead_says(words: str) -> bool:
    """Whether a credit begins with a word that announces one."""
    return (
        re.match(
            rf"(?:{_PHOTO})\b\s*(?:by|:|credit|courtesy|von|©)|courtesy\b|©", words, re.IGNORECASE
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
    part = re.sub(
        r"^(?:photo(?:graph)?|image)s?(?: by)?:?\s+(?=[A-Z])|\s+(?:handout|photo|file|/?released)$",
        "",
        part,
        flags=re.IGNORECASE,
    )
    if _NOISE.match(part):
        return
    agency = agency_named(part) or agency_named(_PICTURE_AFTER.sub("", part))
    if agency is None and "," in part:
        first, _, rest = part.partition(",")
        agency = agency_named(first)
        if agency is None and (agency := agency_named(rest)) is not None:
            _sort(first, agencies, organisations, people)
    if agency is not None:
        if agency.name not in agencies:
            agencies.append(agency.name)
        return
    bare = without_rank(_ROLE_AFTER.sub("", part))
    if is_organisation(bare) or _is_acronym(bare):
        if len(bare) <= 60:
            organisations.append(re.sub(r"^the ", "", bare))
        return
    for name in re.split(r"\s+(?:and|und|et|y)\s+|\s*&\s*", bare):
        written = person(_after_acronym(name))
        if written is not None:
            people.append(written)


_ROLE_AFTER = re.compile(r",?\s*(?:file|handout|pool|photographer)\s*$", re.IGNORECASE)


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


def _credible(work: str, span: Span, meaning: Meaning) -> bool:
    """Whether brackets hold a credit: they name who is known, or close the caption."""
    words = work[span.start : span.end]
    if lead_says(words):
        return True
    rest = work[span.end :].lstrip(") .\"'\n")
    closes = len(rest) < 60 or rest.startswith("(")
    if "/" in words or " via " in words.lower():
        return closes or meaning.agency in _KNOWN
    return closes and meaning.agency in _KNOWN and not rest.strip(" .*")


_KNOWN = frozenset(agency.name for agency in AGENCIES)


def _completed(meaning: Meaning, work: str, claimed: list[Span]) -> Meaning:
    """A credit in two places: the photographer here, the agency or the archive there."""
    agency, creators = meaning.agency, meaning.creators
    for span in claimed:
        words = work[span.start : span.end]
        for form in CREDITS:
            other = (
                _meaning(words, form)
                if form.name
                in ("photo-by", "in-parentheses", "photographer-after", "photographer-inverted")
                else None
            )
            if other is not None:
                agency = agency or other.agency
                creators = creators or other.creators
                break
    return Meaning(agency, creators)


def _line(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip(" .,;|")


def _text(text: Text, span: Span, value: str, role: str, form: CreditForm) -> FoundText:
    given = text.given_span(span)
    return FoundText(
        given.start,
        given.end,
        text.quote(span),
        value,
        role,
        f"credit/{form.name}",
        form.confidence,
    )
