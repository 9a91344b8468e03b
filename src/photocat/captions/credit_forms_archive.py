"""``ARCHIVE_FORMS`` and ``MAKER_FORMS``: what archives write, and of whose negative they tell."""

from __future__ import annotations

import re

from photocat.captions.credit_form import CreditForm
from photocat.captions.credit_patterns import Named
from photocat.captions.credit_words import ARCHIVE_ALIASES, EVERY_ALIAS, GIVEN, KNOWN_STUDIOS, NAME
from photocat.captions.text import MASKED

ARCHIVE_FORMS: tuple[CreditForm, ...] = (
    CreditForm(
        "archive-signature",
        Named(
            r"(?P<credit>\bBundesarchiv, (?:Bild |[A-Z]{1,3} \d+ Bild-?)[\w-]+"
            r"(?:\s*/\s*(?!CC\b)[^/()\n]{2,40})?"
            r"|RIA Novosti archive, image #\d+(?:\s*/\s*(?!CC\b)[^/()\n]{2,40})?"
            r"|(?:©\s?)?\b(?:IWM|Imperial War Museums?) \([A-Z]{1,4} ?\d[\w ]*\))"
        ),
    ),
    CreditForm(  # with the number under which it keeps the picture
        "archive-number",
        Named(
            rf"(?P<credit>(?<![\w/])(?:{ARCHIVE_ALIASES}))(?:,? [A-Z][\w&', ]{{2,60}})?,? \(?"
            r"(?:(?:photo )?(?:Identifier:? |NAID |ARC |no\.? ))?(?=[\w./-]*\d)"
            r"(?!(?:1[89]|20)\d\d\b)[A-Z\d][\w./-]{2,30}"
            r"(?:\)?(?: ?\[[^\]]{2,30}\])?\W*$|\)\. [^.()]{3,60}\ufffc\W*$)"
        ),
    ),
    CreditForm(  # as one cites it: ``Photograph retrieved from the Library of Congress, …``
        "archive-cited",
        Named(
            r"\b(?:(?:retrieved|reproduced|digiti[sz]ed) from (?:the )?"
            r"|photographs? from the [\w' ]{3,60} collections? (?:in|at|of) the )"
            rf"(?P<credit>{ARCHIVE_ALIASES})\b",
            re.IGNORECASE,
        ),
        0.85,
    ),
    CreditForm(  # with what it files the picture under
        "archive-collection",
        Named(
            rf"(?:[.)\]\ufffc]\s+)(?P<credit>(?:{ARCHIVE_ALIASES})(?:, (?:[A-Z][\w&'/ ]{{0,50}}"
            r"(?:Collection|Division|Department|Papers)\b|Records of [A-Z\w][\w.&' ]{2,50}))+)\W*$"
        ),
    ),
    CreditForm(  # ``….—Example Museum, courtesy of Jane Doe``
        "dash-source",
        Named(
            rf"(?:^|[.!?]|{MASKED}\.?)[\"']? ?-{{1,2}} ?"
            r"(?P<credit>(?!Photo|By )[A-Z][^\n|/]{3,160})$"
        ),
        0.85,
    ),
    CreditForm(  # ``…. Example State Historical Society``: nothing else in the last sentence
        "archive-alone",
        Named(
            r"(?<!\b[A-Z])[.!?\ufffc][\"')]? (?:[A-Z][\w' ]{3,40}(?:Center|Collections?), )?"
            r"(?P<credit>(?!The |In |At |On )"
            r"(?:(?:State|National|Royal) (?:Library|Archives|Museum) of "
            r"(?:New )?[A-Z][a-z]+(?: [A-Z][a-z]+)?(?=\W*$)|"
            r"(?:[A-Z][\w'-]+ (?:of |the |and )?){1,5}"
            r"(?:Historical (?:Society|Museum)|Archives?|Museum|(?:Public )?Library)))\W*$"
        ),
        0.8,
    ),
    CreditForm(  # ``Source: Example Watch``
        "source-line",
        Named(
            r"(?:^|[.;({\[|)]\s*)[Ss]ources?: (?P<credit>(?!Screen)[A-Z][^(){}\n\"|;/]{2,60}?)"
            r"(?=\W*$|, \"|; )"
        ),
        0.85,
    ),
)
"""Those of ``CREDITS`` in which an archive names itself, in the order of trying."""

MAKER_FORMS: tuple[CreditForm, ...] = (
    CreditForm(  # ``Example News Service, publisher.``
        "publisher",
        Named(
            r"(?:^\W*|[.)\]] +)(?P<credit>(?:[A-Z][\w'&-]* |& ){1,4}"
            r"(?:Service|Company|Co\.?|Bros\.?|Studios?|Bureau|Syndicate|[A-Z][\w'-]+))"
            r"(?=,{1,2} publishers?\b)"
        ),
        0.85,
    ),
    CreditForm(  # ``Example & Doe, Washington, D.C.``: a studio and its town
        "studio-town",
        Named(
            rf"[.!?][\"']? (?P<credit>{KNOWN_STUDIOS})"
            r"(?=, [A-Z][a-z]+(?: [A-Z][a-z]+)?(?:, [A-Z][\w. ]{1,12}?)?(?:\W*$|\. [A-Z]))"
        ),
        0.85,
    ),
    CreditForm(  # ``8x10 inch glass negative, Example Publishing Company``
        "negative",
        Named(
            r"\b(?:negative|print|transparency|postcard)s?, (?P<credit>(?:[A-Z][\w'-]+ |& ){1,4}"
            r"(?:Company|Co\.|Studios?|Collection|Service|Bureau))(?=\W*$|\. )"
        ),
        0.8,
    ),
    CreditForm(  # ``Example & Doe Collection glass negative``
        "negative-of",
        Named(
            r"(?:[.!?\"')] +|\ufffc\.? )"
            r"(?P<credit>(?:[A-Z][\w'-]+ |& ){1,4}"
            r"(?:(?=Collection )|(?:Co\.|Company|Service|Studios?)(?= )))"
            r" ?(?:Collection )?(?:(?:dry|glass|nitrate|safety|film|plate) ){0,3}negatives?\W*$"
        ),
        0.8,
    ),
    CreditForm(  # ``By Jane Doe, Example Office.``
        "signed-for",
        Named(
            rf"(?:^|[.;!?\"')\]] +|\ufffc[,;]? +)[Bb]y (?P<credit>{NAME}, (?:{EVERY_ALIAS}))"
            r"(?: \([A-Z]{2,6}\))?\W*$"
        ),
        0.9,
    ),
    CreditForm(  # ``…. / Example Navy, Chief Petty Officer Jane Doe``
        "force-named",
        Named(
            rf"(?:[.!?\"')] +(?:[/-]{{1,2}} ?)?)(?P<credit>(?:{EVERY_ALIAS}), "
            rf"(?:[A-Z][\w.]+ ){{0,5}}(?:{GIVEN})(?: [A-Z]\b\.?)? [A-Z][\w'-]+)\W*$"
        ),
        0.85,
    ),
)
"""Those of ``CREDITS`` that say who made a negative, and for whom, in the order of trying."""
