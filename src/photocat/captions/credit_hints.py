"""``HINTS``: what a text must hold for a form of ``CREDITS`` to be worth trying."""

from __future__ import annotations

import re

from photocat.captions.credit_words import ARCHIVE_ALIASES, PHOTO

_HINT_OF: dict[str, str] = {
    "agency-bar": r"\|| - ",
    "bracketed": r"\(",
    "agency-photo": "/",
    "acronym-slash": "/",
    "force-photo": "photo|graphic|video|image",
    "force-alone": "photo|graphic|video|image",
    "photo-by": PHOTO,
    "name-agency": "[/|]",
    "name-bracket": r"\)",
    "name-beside": "[A-Za-z]",
    "name-paper": "/| for |, ",
    "name-pool": "/ ?(?:pool|handout|staff)",
    "via": " via ",
    "copyright": r"©|copyright|\(c\)",
    "courtesy": "courtesy",
    "photographer-inverted": "photographer",
    "photographer-after": "- ?[A-Z]",
    "photographer-dated": r"\ufffc\W*$",
    "photographer-last": r"\ufffc\.? [A-Z]",
    "photographer-undated": r"n\.d\.",
    "numbered": r"\d-[A-Z]{1,3}-",
    "chinese": "[社网中]",
    "credit-line": "credit",
    "dash-credit": ", ",
    "archive-signature": "Bundesarchiv|IWM|Imperial War",
    "archive-number": ARCHIVE_ALIASES,
    "archive-collection": "collection|division|department|papers",
    "caps-photo": "PHOTO",
    "agency-photographer": "photograph|fotograf|фотограф|fotógrafo",
    "name-first": "[,/|]",
    "staff-photographer": "photographer",
    "capitals-first": "^[A-Z]{5}",
    "agency-first": "ZB|Zentralbild",
    "official-slash": "/",
    "photo-name": "foto|photo|credit|crédit|фото|світлина",
    "photographer-by": "photographed|taken|prise",
    "photographer-museum": "\ufffc",
    "photographer-print": "albumen|silver|platinum|paper|type|chromogenic|carbon|glass",
    "photographer-named": "photographer",
    "name-alone": r"[.!?\d\ufffc][\"']? \([A-Z]",
    "agency-alone": r"[.!?\n]",
    "in-parentheses": r"[(\[]",
    "last-words": "",
}
HINTS = {name: re.compile(hint, re.IGNORECASE) for name, hint in _HINT_OF.items()}
