"""How figures are ordered, ``03/04/2016``: month first where Americans write, else day first."""

from __future__ import annotations

import re

from photocat.captions.found import Context
from photocat.captions.states import STATES_OF_OLD, WRITTEN_STATES
from photocat.captions.text import Text
from photocat.captions.tokens import Tokens

_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/\d{2,4}(?![\d/])")


def orders(text: Text, tokens: Tokens, context: Context) -> bool | None:
    """How figures are ordered: as another date of the caption shows, else as the language does."""
    if "/" in tokens.classes or "-" in tokens.classes:
        for match in _SLASHED.finditer(text.work):
            if int(match[1]) > 12 >= int(match[2]):
                return True
            if int(match[2]) > 12 >= int(match[1]):
                return False
        english = (context.language or "en").lower().startswith("en")
        if english and (
            _AMERICAN.search(text.work[:_ENOUGH])
            or (_STATE.search(text.work) and not _ABROAD.search(text.work))
        ):
            return False
        if english and _SPORT.search(text.work) and _BRITISH.search(text.work):
            return True
        if english and _DATED.search(text.work):
            return True
    if context.language:
        language = context.language.lower()
        return False if language == "en-us" else None if language == "en" else True
    if "/" in tokens.classes or "-" in tokens.classes:
        foreign = len(_NOT_ENGLISH.findall(text.work[:_ENOUGH])) >= 3
        return True if foreign and not _ENGLISH.search(text.work[:_ENOUGH]) else None
    return None


_ENOUGH = 600
_AMERICAN = re.compile(
    r"\APhotograph of .{5,250}, \d\d/\d\d/\d{4}\W*\Z|"
    r"\(Original Caption\)|\bBain News Service\b|\bHarris & Ewing\b|\bNational Photo Co"
    r"|\bFEMA\b|\bNASA\b|\bSTS-\d|\bPHOTO DATE:|\bNARA\b|\bNAID\b|\bUSAF\b"
    r"|\bU\.S\. (?:Army|Navy|Air Force|Marine|Coast Guard)"
    r"|[a-z], ?(?:A[KLRZ]|C[AOT]|DC|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI"
    r"|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\b\.?,"
)
"""What only Americans write: a town with its state in two letters, and their forces; an archive
of New York puts ``(Original Caption)`` before what they wrote, Houston ``PHOTO DATE:``, and the
National Archives call a picture ``Photograph of …, 07/02/1964``."""
_STATE = re.compile(rf"[a-z], (?:{WRITTEN_STATES})\b|[a-z], ?(?:{STATES_OF_OLD})\.")
_ABROAD = re.compile(r"\b(?:REUTERS|Reuters|AFP|EPA|PA Wire|Xinhua|dpa|Alamy|SWNS)\b")
"""A town with its state, written out or as of old, tells who writes, unless an agency of
elsewhere does."""
_SPORT = re.compile(r" - \d{1,2}/\d{1,2}/\d{2,4}\b")
_BRITISH = re.compile(r"\bREUTERS ?/|\bAction Images\b")
"""Agencies of London, which write the day first: ``Stadium, Cuttack, India - 5/3/17``."""
_DATED = re.compile(r"\bfile (?:photo|picture|image) dated \d{1,2}/", re.IGNORECASE)
"""How one of them heads what it sends once more: ``File photo dated 05/04/11 of …``."""
_NOT_ENGLISH = re.compile(
    r"\b(?:el|la|un|los|las|una|del|por|le|les|des|une|est|dans|avec|sur|et|di|il|im|nach|auf|von|ein|eine[mnrs]?|bei|für|tomad[ao]|archivo|prise|dem|den|der|die|das|und|mit|nel|della|gli|uma|dos|não|com"
    r"|para|het|een|och|som|для|на|во|після|під)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\b(?:the|and|of|with)\b", re.IGNORECASE)
"""Words by which a text shows its language: but English is written with the month first."""
