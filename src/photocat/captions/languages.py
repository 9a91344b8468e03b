"""``LANGUAGES``: how languages write dates, read as whole words without case.

Month and weekday names are those of the Unicode CLDR with the inflections and abbreviations that
captions use; the tests hold them against it. Every word leads to one month whatever the language:
a name that means different months in two languages (Croatian ``listopad``) is not here.
Chinese, Japanese and Korean write 年, 月 and 日: see ``tokens``.
"""

from __future__ import annotations

from photocat.captions.language import Language
from photocat.captions.languages_main import MAIN
from photocat.captions.languages_more import MORE

LANGUAGES: tuple[Language, ...] = (*MAIN, *MORE)

MISSPELT: dict[str, str] = {
    "febuary": "february",
    "feburary": "february",
    "janurary": "january",
    "januray": "january",
    "marh": "march",
    "arpil": "april",
    "agust": "august",
    "augst": "august",
    "setember": "september",
    "septmber": "september",
    "septemer": "september",
    "septembre": "september",
    "ocotber": "october",
    "ocober": "october",
    "octuber": "october",
    "novemeber": "november",
    "novmber": "november",
    "decmber": "december",
    "deceber": "december",
    "decemeber": "december",
}
"""Month names as they are mistyped."""

SHORT_MONTHS: dict[str, int] = {
    name: month
    for month, names in enumerate(
        (
            *("i gen", "ii fev", "iii", "iv", "v mag", "vi giu", "vii lug", "viii ago"),
            *("ix set", "x out ott", "xi", "xii dez"),
        ),
        1,
    )
    for name in names.split()
}
"""What is a month only between a day and a year: ``12 set. 2019``, ``3.V.1942``."""
