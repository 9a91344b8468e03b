"""``may_hold``: whether a text has the words without which a form of ``CREDITS`` fits nothing.

Most captions have the words of few forms, and looking for a word is a hundred times cheaper than
trying a pattern.
"""

from __future__ import annotations

from photocat.agencies import AGENCIES
from photocat.captions.credit_words import KNOWN_PHOTOGRAPHERS

_PHOTO = (
    *("phot", "phoot", "phto", "pohto", "poto", "foto", "fotó", "pictur", "imag", "fot.", "bild"),
    *("kuva", "autor", "auteur", "author", "negative", "transparency", "kodachrome", "video"),
    *("illustration", "grafik", "karikatur", "montage", "print", "type", "фото", "автор"),
    *(
        "pic:",
        "pics:",
        "pic by",
        "pics by",
        "світлина",
        "zdjęcie",
        "credit",
        "crédit",
        "quelle",
        "courtesy",
        "graphic",
        "still",
    ),
)
"""Some words of ``credit_words.PHOTO`` or their beginnings: one of them is in each."""
_ARCHIVES = tuple(
    sorted(
        {
            name.lower()
            for agency in AGENCIES
            if agency.kind == "archive"
            for name in (agency.name, *agency.aliases.split("|"))
            if name
        }
    )
)

_KNOWN = tuple(sorted({name.split()[-1].lower() for name in KNOWN_PHOTOGRAPHERS.split("|")}))

HINTS: dict[str, tuple[str, ...]] = {
    "agency-bar": ("|", " - "),
    "bracketed": ("(", "["),
    "agency-photo": ("/",),
    "acronym-slash": ("/",),
    "force-photo": ("photo", "graphic", "video", "image"),
    "force-alone": ("photo", "graphic", "video", "image"),
    "photo-by": _PHOTO,
    "name-agency": ("/", "|"),
    "name-bracket": (")",),
    "name-beside": (),
    "name-paper": ("/", "|", " for ", ", "),
    "name-pool": ("pool", "handout", "staff"),
    "via": (" via ",),
    "copyright": ("©", "copyright", "(c)"),
    "courtesy": ("courtesy",),
    "photographer-inverted": ("photographer",),
    "photographer-after": ("-",),
    "photographer-dated": ("\ufffc",),
    "photographer-last": ("\ufffc",),
    "photographer-before": ("ourtesy", "society", "archive", "museum", "library"),
    "photographer-slashed": ("\ufffc/", "\ufffc /", "\ufffc|", "\ufffc |"),
    "photographer-signed": (" by ",),
    "photographer-undated": ("n.d.",),
    "photographer-placed": ('." ', '!" ', '?" '),
    "photographer-ranked": ('." ', '!" ', '?" '),
    "photographer-titled": ("photographer ",),
    "photographer-titled-dated": ("photographer ",),
    "photographer-known-first": _KNOWN,
    "photographer-known-last": _KNOWN,
    "photographer-known-placed": _KNOWN,
    "photo-dash": ("picture", "photo", "pic"),
    "dash-source": ("-",),
    "archive-alone": ("society", "archive", "museum", "library"),
    "source-line": ("source",),
    "negative-of": ("negative",),
    "signed-for": ("by ",),
    "force-named": (", ",),
    "numbered": ("\ufffc",),
    "chinese": ("社", "网", "中"),
    "credit-line": ("credit",),
    "copyright-name": ("©",),
    "image-source": ("image ",),
    "publisher": ("publisher",),
    "studio-town": ("harris", "underwood", "bro", "studio", "edmonston", "bachrach"),
    "photographer-serving": ("\ufffc",),
    "dash-credit": (", ",),
    "archive-signature": ("bundesarchiv", "iwm", "imperial war", "ria novosti archive"),
    "archive-cited": (" from ",),
    "archive-number": _ARCHIVES,
    "archive-collection": ("collection", "division", "department", "papers", "records of"),
    "caps-photo": ("photo",),
    "agency-photographer": ("photograph", "fotograf", "фотограф", "fotógrafo"),
    "name-first": (",", "/", "|"),
    "staff-photographer": ("photographer",),
    "capitals-first": (),
    "agency-first": ("zb", "zentralbild"),
    "official-slash": ("/",),
    "photo-name": ("foto", "photo", "credit", "crédit", "фото", "світлина", "picture"),
    "photographer-by": ("photographed", "taken", "prise", "negative,", "print,", "transparency,"),
    "photographer-catalogued": ("photographer",),
    "photographer-negative": ("(neg", "(repro", "(digital", "(photo", "(lc", "(lot"),
    "photographer-cited": ('"',),
    "photographer-took": (" this ",),
    "photographer-told": (" taken ", " made ", " shot "),
    "negative": ("negative", "print", "transparency", "postcard"),
    "photographer-museum": ("\ufffc",),
    "photographer-print": (
        *("albumen", "silver", "platinum", "paper", "type", "chromogenic", "carbon", "glass"),
    ),
    "photographer-named": ("photographer",),
    "name-alone": ("(",),
    "agency-alone": (),
    "in-parentheses": ("(", "["),
    "last-words": (),
}
"""Of these words, all in small letters, a text must hold one; none: any text may hold the form."""


def may_hold(form: str, lowered: str) -> bool:
    """Whether a text in small letters, with single blanks, may hold a form of ``CREDITS``."""
    hints = HINTS[form]
    return not hints or any(hint in lowered for hint in hints)
