"""Names in credits: what is a person's, what an organisation's, and how they are written out."""

from __future__ import annotations

import re

from photocat.captions.names_cyrillic import first_name_first

_RANK = (
    r"(?:(?:Lance |Master |Staff\.? |Tech(?:nical)?\.? |Senior |Chief |First |Gunnery |Command "
    r"|Airman |Senior Master )*"
    r"(?:Mass Communications? Specialist|Sailor|Aviator|L\.?Phot|MCpl|C?POIS|LSIS|ABIS|LS|MS"
    r"|Photographer'?s? Mate|Yeoman|Quartermaster|Storekeeper|Hospitalman"
    r"|(?:(?:Aviation|Damage|Fire|Hospital) )?"
    r"(?:Ordnanceman|Controlman|Corpsman|Engineman|Signalman)"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+)?'?s Mate|(?:[A-Z][a-z]+ ){1,2}(?:Technician|Specialist)"
    r"|Petty Officer|Chief Petty Officer"
    r"|Sergeants?(?: First Class)?"
    r"|Sgts?\.?(?: 1st Class| First Class)?|Airman(?: 1st Class| First Class| Basic)?|Specialist"
    r"|Spc\.?|Spec\.?|Cpl\.?"
    r"|Corporal|Pfc\.?|Private(?: First Class| 1st Class)?|Pvt\.?|Capt\.?|Captain|Maj\.?|Major"
    r"|Lt\.?(?: Cmdr\.?| Col\.?"
    r"| j\.g\.| \(j\.g\.\))?|Lieutenant(?: junior grade| Commander| Colonel)?|1st Lt\.?|2nd Lt\.?"
    r"|1st Sgt\.?|Col\.?|Colonel"
    r"|Gen\.?|Cmdr\.?|Commander|Ensign|Ens\.?|Seaman(?: Apprentice| Recruit)?"
    r"|Fireman(?: Apprentice)?|SSgt\.?|TSgt\.?"
    r"|MSgt\.?|MSG|SSG|SGT|SPC|PFC|CPL|CPT|SFC|1LT|2LT|MAJ|LTC|A1C|SrA|Amn|PO[123]|PA[123]"
    r"|MC[123]|MCSN|MCSA|MC[123]?|Tec\.? [345]"
    r"|(?:Public Affairs|Visual Information) Specialist|Auxiliarist|Tech\.? Sgt\.?"
    r"|Chief Warrant Officer|Warrant Officer"
    r"|CWO\d?|JO[123C]|PH[123C]"
    r"|PHAN|Comdr\.?|Journalist|Cadet|Civ\.?|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|LAC|Leading Airman"
    r"|Leading Photographer|CPHO?M|POPhot|LA\(Phot\)))"
)
_GRADE = (
    r"(?:\s+(?:1st|2nd|3rd|First|Second|Third|Senior|Master)\s+(?:Class|Lt\.?|Lieutenant|Sgt\.?))?"
)
_CLASS = (
    r"(?:\s+\(?(?:SW|AW|SW/AW|EXW|SS|IDW|AW/SW)(?:/\w+)*\)?)?(?:\s+(?:Apprentice|Seaman"
    r"|Airman|Fireman|Recruit))*"
)
_RANKS = re.compile(
    rf"^(?:(?:U\.?S\.? )?(?:Navy|(?:Army|Air)(?: National Guard)?|Air Force|Marine Corps"
    rf"|Coast Guard) )?"
    rf"(?:(?:1st|2nd|3rd)\s+Lt\.?|{_RANK}(?: [4-7])?{_GRADE}{_CLASS})\s+(?=\w)"
)
_RANKS_IN_CAPITALS = re.compile(_RANKS.pattern, re.IGNORECASE)

_ORGANISATION = re.compile(
    r"\b(?:(?:baltimore|vegas|toronto|ottawa|vancouver|calgary|jakarta|the) sun|globe|sentinel"
    r"|telegraph|gleaner|statesman|ltd|inc|llc|plc|gmbh|corp|co|company|press|news|newspaper|times|post|herald|tribune"
    r"|gazette|journal|chronicle|dispatch|inquirer|observer|examiner|agency"
    r"|agentur|media|medien|images?|pictures|photos?|photography|studios?|television|tv|radio"
    r"|service|network|ministry"
    r"|government|police|department|dept|office|university|institute|cent(?:er|re)s?|archive"
    r"|archives|library|museum"
    r"|association|committee|corporation|navy|army|force|guard|command|division|squadron|church"
    r"|school|board|fund"
    r"|foundation|society|council|city|county|state|national|federal|group|team|club|films?"
    r"|records|entertainment"
    r"|productions?|helmets|technologies|labs|broadcasting|channel|daily|courtesy|collection"
    r"|bureau|brigade|embassy"
    r"|presidency|presidential|parliament|administration|union|festival|hospital|district"
    r"|sheriff'?s?|fire|defense"
    r"|defence|volunteers|facebook|instagram|twitter|youtube|telegram|ministerium|stiftung|verlag"
    r"|zeitung|rundfunk|fonds"
    r"|bundes\w{3,}|spokes(?:person|man)|wikipedia|wikimedia|commons|flickr|pixabay|unsplash|stock|adobe|publishing|sports?"
    r"|of the year|contest|competition|awards?|customs|patrol|standard|mirror|express|independent"
    r"|republic|today"
    r"|combat camera"
    r"|consortium|observatory|projects?|films|universit(?:é|ät|à)|universidade?|minist(?:ère|erio)|mus(?:ée|eo)"
    r"|agenc(?:e|ia)|agen[cz]j?[iy]?a|agentura|mairie|instituto?|estudios|prensa|gobierno|presidencia|periódico|presse|amt|stadt"
    r"|polizei|feuerwehr|verein|hochschule|klinik|gouvernement|préfecture|politi|polisen"
    r"|\w+(?:foto|photo|press|presse|pix|bild|fotos|photos|star|news|times|tribune|herald|media)|alliance)\b|\w\.(?:com|org|net|de|at|ch|fr|uk|info|ru|ua)$",
    re.IGNORECASE,
)
_NEWSPAPER = re.compile(
    r"\b(?:globe|sentinel|telegraph|press|news|times|post|herald|tribune|gazette|journal|chronicle"
    r"|dispatch|inquirer|observer|examiner|daily|star|sun|bee|register|courier|republic|zeitung"
    r"|shimbun|presse|today|standard|guardian|independent|mirror|mail|express"
    r"|world|\w{3,}(?:star|news|times|tribune|herald))\b",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"The(?: [^\W\d_a-z][\w-]+){1,4}|(?:La|El|Los|Las|Les|Die|Das) [^\W\d_a-z][\w-]{3,}"
)
"""What newspapers are called: an article and one word."""
_MIDDLE_NAME = re.compile(
    r"(?!The |La |El |New )[A-Z][a-z]+ (?:Post|Church|Stock|Park|Guard|Field|Star|Page|State)"
    r" (?!Media|Office|Images?|Press|News|Service|Photos?|Pictures)[A-Z][a-z]+"
)
"""A name in three words of which only the middle one could be a newspaper's."""
_EMPLOYED = re.compile(
    r"(?P<name>[^\W\d_a-z][\w'-]+(?: [^\W\d_a-z][\w'-]+){1,2}) (?P<by>(?:Université|Universidad"
    r"|Universidade|Università|Ministère|Ministerio|Musée|Museo|Institut|Instituto|Agence|Agencia"
    r"|Mairie|Ville) \w.*)"
)
"""A name that runs into whom it is for, where the language begins with what that is."""
_PARTICLES_TEXT = (
    "de del della da das do dos di du la le van von der den ten ter bin ben al el y e af zu"
    " zum zur vom st. abu ibn uz ur ul us ud bint"
)
_PARTICLES = frozenset(_PARTICLES_TEXT.split())
_SHORT_TEXT = "li wu xu yu hu lu su du fu gu ho ko no ha he ma na la bo jo al ed an oh im mo qi si"
_SHORT = frozenset(_SHORT_TEXT.split())
"""Names of two letters, where all is in capitals; others are initials."""
_WORD = r"[^\W\d_](?:[\w'.’-]*[\w.])?"
_NAME = re.compile(rf"{_WORD}(?: {_WORD}){{0,5}}")
_INVERTED = re.compile(
    r"((?:(?:St\.|Ste\.|De|La|Le|Van|Von|Mac) )?[^\W\d_][\w'-]+), ([^\W\d_][\w'. -]{1,24})$"
)


def without_rank(text: str) -> str:
    """A name without the rank or title before it."""
    text = _of_a_unit(text.strip())
    ranks = _RANKS_IN_CAPITALS if text.isupper() else _RANKS
    for _ in range(3):
        match = ranks.match(text)
        if match is None or not text[match.end() :].strip():
            break
        text = _UNIT.sub(r"\1", text[match.end() :].strip())
    return text


def _of_a_unit(text: str) -> str:
    """``1st Example Camera Squadron Sgt. Jane Doe``, less the unit that stands before the rank."""
    match = _UNIT_BEFORE.match(text)
    rest = text[match.end() :] if match else ""
    return rest if rest and _RANKS.match(rest) else text


def is_organisation(text: str) -> bool:
    """Whether a credit names an organisation rather than a person."""
    if _MIDDLE_NAME.fullmatch(text):
        return False
    return _ORGANISATION.search(text) is not None or _TITLED.fullmatch(text) is not None


def is_newspaper(text: str) -> bool:
    """Whether an organisation is called as newspapers are."""
    return _NEWSPAPER.search(text) is not None or _TITLED.fullmatch(text) is not None


def name_and_employer(text: str) -> tuple[str, str]:
    """``Jeanne Doe Université de Lyon`` in two; no name where it is one thing only."""
    match = _EMPLOYED.fullmatch(text)
    return (match["name"], match["by"]) if match else ("", text)


def person(text: str) -> str | None:
    """A person's name as it is written out, or None where it is none.

    Names in capitals become ordinary ones (``JANE DE LA DOE``), inverted ones are turned
    (``Doe, Jane``).
    """
    text = _RUN_ON_INITIAL.sub(r"\1. ", without_rank(text.strip(" .,;:-*\"'")))
    inverted = _INVERTED.match(text)
    if inverted and inverted[1].lower() in _NOT_NAMES:
        text = inverted[2]
    elif inverted:
        first = re.sub(r"(?<= )([A-Z])$", r"\1.", inverted[2])
        text = f"{first} {inverted[1]}"
    text = first_name_first(text)
    if _NAME.fullmatch(text) is None or len(text) < 3:
        return None
    words = text.split()
    if len(words) == 1 and _ACRONYM.search(text):
        return None
    if not all(
        w[:1].isupper()
        or not w[0].isalpha()
        or w.lower() in _PARTICLES
        or _caseless(w)
        or w.startswith(("al-", "el-", "d'"))
        for w in words
    ):
        return None
    if words[0].lower() in _NOT_NAMES and not (words[0] == "An" and len(words) == 2):
        return None
    written = " ".join(_written(word) for word in words)
    return re.sub(r"\b([JS])[Rr]\.?$", r"\1r.", written)


_UNIT_BEFORE = re.compile(
    r"(?:[\dA-Z][\w-]* ){0,5}(?:Combat Camera|Public Affairs|Division|Brigade|Regiment|Battalion"
    r"|Wing|Group|Command)(?: (?:Squadron|Company|Office|Detachment|Team|Unit|Group|Element))?,? "
)
"""A unit, from its number or name on: ``MCIPAC Combat Camera``."""
_UNIT = re.compile(r"^(\w[\w'.-]* [A-Z][a-z][\w'-]*) (?!II|IV|VI|JR|SR|MD)[A-Z]{2,4}$")
"""Whom a person of rank serves, behind the name: ``Cpl Jane Doe RLC``."""
_RUN_ON_INITIAL = re.compile(r"\b([A-Z])\.(?=[A-Z][a-z])")
"""``J.Doe``"""
_ACRONYM = re.compile(r"^(?!Ma?c|D[aeiu]|L[ae])(?:.*[A-Z]{2}.*[a-z]|.*[a-z].*[A-Z]{2})")
"""A word of mixed case, as of an institute: ``STScI``."""
_NOT_NAMES_TEXT = (
    "the file photo handout pool stringer via courtesy undated image a an this in on released"
    " str stf no photographer staff unknown archive archivbild symbolbild for bild foto and"
    " all uncredited anonymous unknown unbekannt inconnu supplied submitted provided contributed"
)
_NOT_NAMES = frozenset(_NOT_NAMES_TEXT.split())


def _caseless(word: str) -> bool:
    return word.lower() == word.upper()


def _written(word: str) -> str:
    letters = [c for c in word if c.isalpha()]
    if len(letters) > 2 and all(c.isupper() for c in letters) and "." not in word:
        return "-".join(
            "'".join(p.capitalize() for p in part.split("'")) for part in word.split("-")
        )
    if len(letters) == 2 and word.isupper() and word.lower() in _PARTICLES | _SHORT:
        return word.capitalize()
    return word
