"""``CREDITS``: where a credit stands in a caption, form by form."""

from __future__ import annotations

import re

from photocat.captions.credit_form import CreditForm
from photocat.captions.credit_forms_archive import ARCHIVE_FORMS, MAKER_FORMS
from photocat.captions.credit_forms_photographer import PHOTOGRAPHER_FORMS
from photocat.captions.credit_patterns import Named
from photocat.captions.credit_words import (
    ALIASES,
    BY,
    CAPITALS,
    EVERY_ALIAS,
    HAN,
    LABELLED,
    NAME,
    PHOTO,
    REST,
)
from photocat.captions.states import STATES_OF_OLD
from photocat.captions.text import MASKED

CREDITS: tuple[CreditForm, ...] = (
    CreditForm(
        "name-bracket",
        Named(
            rf"(?:^|[.!?\"'] +|(?<=\w\w)[.!?](?!(?:[Oo]rg|[Cc]om|[Nn]et|[Rr]u|[Uu]a)\b)"
            rf"|(?<=[^\W\dA-Z_])(?=[A-Z]{{3}}))"
            rf"(?P<credit>{CAPITALS} \((?:{ALIASES})\))\W*$"
        ),
    ),
    CreditForm(
        "agency-bar",
        Named(
            rf"(?P<credit>(?<![\w/])(?:{ALIASES})(?:\s?/\s?(?:{ALIASES})){{0,2}}"
            rf"(?:\s?\|\s?|\s-\s)(?!{ALIASES}){CAPITALS})"
            rf"(?=\W*$|\W*\n)"
        ),
    ),
    CreditForm(
        "bracketed",
        Named(
            r"[(\[](?P<credit>[^()\[\]\n]{2,120}(?:\bvia |/)[^()\[\]\n]{2,80})[)\]]",
            re.IGNORECASE,
        ),
    ),
    *ARCHIVE_FORMS,
    CreditForm(
        "caps-photo",
        Named(rf"(?P<credit>(?<![\w/])(?:{ALIASES}) PHOTO [A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'. -]{{3,40}})\W*$"),
    ),
    CreditForm(
        "agency-photographer",
        Named(
            rf"(?P<credit>(?<!\w)(?:{ALIASES}), (?:[Фф]отограф|[Pp]hotograph(?:er?)|[Ff]otograf"
            rf"|[Ff]otógrafo):? {CAPITALS})\W*$"
        ),
    ),
    CreditForm(  # in a line of its own, before the description
        "name-first",
        Named(
            rf"^\W*(?P<credit>{NAME}(?:, (?:Pool, )?|\s?[/|]\s?)(?:{EVERY_ALIAS})"
            rf"(?:/(?:{ALIASES}))?(?: file| Archives?)?)"
            r"(?=\s*\n|\. [A-Z])"
        ),
    ),
    CreditForm(  # who tells of the picture
        "staff-photographer",
        Named(rf"(?:^|[.!?] +)(?P<credit>(?:{ALIASES}) [Pp]hotographer {NAME})(?=:)"),
    ),
    CreditForm(  # ``ASSOCIATED PRESS A man waves``
        "capitals-first",
        Named(
            rf"^\W*(?P<credit>(?:(?=[A-Z ]+ [A-Z]?[a-z])(?:{ALIASES})(?: PHOTO(?:GRAPH)?S?)?"
            rf"(?= (?:A|[A-Z][a-z]+) (?![A-Z]))"
            rf"|(?:{ALIASES})(?= (?:An?|The|Sen\.|Rep\.|Gov\.) \w)))"
        ),
    ),
    CreditForm(
        "agency-first",
        Named(
            rf"^\W*(?P<credit>(?:ADN-ZB|ADN-Zentralbild|Zentralbild)(?:\s*/\s*|\s)[A-Z][\w-]+)"
            rf"(?=\s*{MASKED})"
        ),
    ),
    CreditForm(
        "credit-line",
        Named(
            rf"(?P<credit>\b(?:(?:Photo|Image|Mandatory) )?Credits?\s?:\s*{REST})", re.IGNORECASE
        ),
    ),
    CreditForm(
        "dash-credit",
        Named(
            rf"(?:\s-{{1,2}}|(?<!\b[A-Z])(?<!\bSpc)(?<!\bSgt)(?<!\bCpl)(?<!\bPfc)(?<!\bLt)(?<!Capt)"
            rf"[.!?])\s(?P<credit>{CAPITALS}, (?:{ALIASES})"
            rf"(?:/(?:{ALIASES}))?)(?=,?\s*{MASKED}|\W*$)"
        ),
    ),
    CreditForm(
        "force-photo",
        Named(
            rf"(?P<credit>(?<![\w/])(?:Official )?(?P<force>{EVERY_ALIAS})\s+(?:courtesy )?"
            r"(?:[Pp]hoto|PHOTO|photograph|graphic|video|image)s?(?: (?:illustration"
            r"|released))?\s*(?:(?:created )?by|/|courtesy of|(?=[A-Z]{2}[123C] ))\s*"
            r"[^()\n]{3,110})"
        ),
    ),
    CreditForm(
        "force-alone",
        Named(
            rf"(?:^|[.!?;\"')] +(?:-+ )?|\n *)(?P<credit>(?:Official )?(?:{EVERY_ALIAS}) "
            r"(?:[Ff]ile )?(?:[Pp]hoto(?:graph)?|PHOTO|[Ii]mage|graphic|video|page|print)"
            r"(?: \(?(?:#|[Nn]o\.? ?)?(?=[\w./-]*\d)[\w./-]{3,30})?)"
            # where it is kept: ``, now in the collections of the National Archives``
            r"(?:, (?:now |from |in |(?=[A-Z][\w ]{2,40}Collection))(?:[^.()\n]|U\.S\.){3,90})?"
            r"\W*(?:\(#? ?[\w -]{4,20}\)\W*)?$"
        ),
    ),
    CreditForm(  # as the BBC writes it: ``Image source, Echo Images``, and ``Image caption, …``
        "image-source",
        Named(
            rf"\bImage (?:source|copyright|credit)[,:]? (?P<credit>(?:{NAME}\s?/\s?)?(?:{ALIASES}))"
            r"(?=\W*$|\W*\n|\W* Image caption\b)"
        ),
    ),
    CreditForm(  # ``© RIA Novosti. Jane Doe``
        "copyright-name",
        Named(rf"(?P<credit>©\s?(?:{ALIASES})\. {NAME})\W*$"),
    ),
    CreditForm(
        "photo-name",
        Named(
            rf"(?:^|[.!?)\"'|/,\n\ufffc-]\s*)(?P<credit>(?:Foto|FOTO|Photo;?|PHOTO|Photographer|Credit|Crédit|Crédito"
            rf"|Picture|(?:автор )?[Фф]ото|фотограф|Світлина)\s(?!Dep)(?:(?:{ALIASES})"
            rf"(?:\s[/-]\s{CAPITALS}|, [A-Z][^()\n|]{{2,100}})?"
            rf"|{CAPITALS}(?:[.,/]?\s[^()\n|]{{2,60}})?))\W*$"
        ),
    ),
    CreditForm(  # ``Echo Picture – Jane Doe/Example News Agency (ENA)``
        "photo-dash",
        Named(
            rf"(?:^|[.!?)\"'] +|\b[A-Z]\w+ )(?:Picture|Photo|Photograph|Pic)s? -{{1,2}} ?"
            rf"(?P<credit>{CAPITALS}(?:\s?/\s?[^()\n]{{2,60}})?)(?: \([A-Z]{{2,6}}\))?\W*$"
        ),
    ),
    CreditForm(
        "photo-by",
        Named(
            rf"(?P<credit>(?:©\s?[^()\n|:.©]{{2,40}}\s)?(?<![\w-]){LABELLED}{PHOTO}{BY}\s*{REST})",
            re.IGNORECASE,
        ),
    ),
    *MAKER_FORMS,
    CreditForm(  # ``JANE DOE AFP``, ``Jane Doe-Getty Images``
        "name-beside",
        Named(
            r"(?:^(?=[^-\n]{3,40}-)|©\s?|[.!?\"')\]] +|\n *)"
            rf"(?P<credit>{NAME}(?:\s|\s?-{{1,2}}\s?)(?:{ALIASES})"
            rf"(?:/(?:{ALIASES})|,? (?:for|via) [A-Z][\w ]{{2,30}})?)\W*$"
        ),
    ),
    CreditForm(
        "agency-photo",
        Named(
            rf"(?P<credit>(?<![\w/])(?-i:(?<![a-zа-яёіїє]/ )(?<![a-zA-Zа-яёіїє] / ))"
            rf"(?<!via )(?<!Courtesy )(?:{ALIASES})"
            r"(?:[ -]?(?:photo|foto|image)s?)?\s?/\s?[^()\n.;|:]{1,60}"
            rf"(?:\.[^()\n.;|:]{{1,40}}){{0,2}})",
            re.IGNORECASE,
        ),
    ),
    CreditForm(
        "official-slash",
        Named(
            rf"(?:^|(?<=[.!?)] )(?<!\b[A-Z]\. ))(?P<credit>(?:{EVERY_ALIAS}) ?/ ?"
            r"(?:[A-Z]\. ?)?[A-Z][^()\n.;|]{2,60})"
        ),
    ),
    CreditForm(
        "acronym-slash",
        Named(
            r"(?:^|(?:[.!?\"')\]]|\n) +)(?P<credit>(?=\w*[A-Z]\w*[A-Z])[A-Za-z]{2,12} ?/ ?"
            rf"(?!(?:{ALIASES})\b)[A-Z][\w'-]+(?: [A-Z][\w'.-]+){{1,3}})(?:\W*$| \| )"
        ),
    ),
    CreditForm(
        "name-agency",
        Named(
            rf"(?P<credit>(?:(?:^|(?<=[.!?\"] )){CAPITALS}(?:,| and| et| und| y| и) )?{CAPITALS}"
            rf"(?:\s?/\s?(?:[\w .'-]{{2,40}}\s?/\s?){{0,2}}(?:via )?"
            rf"|\s\|\s(?!(?:{ALIASES}) via ))(?:{ALIASES}))(?![\w])"
        ),
    ),
    CreditForm(
        "name-paper",
        Named(
            rf"(?:[.!?\"')\]] +|\n *)(?P<credit>{NAME}(?:\s?[/|]\s?(?:for )?| for |, )"
            rf"(?!(?:{STATES_OF_OLD})\.)"
            r"(?:(?:[Ss]pecial to|SPECIAL TO) (?:[Tt]he |THE )?)?(?:The )?[A-Z][\w'&.-]*"
            r"(?: (?:of|and|[A-Z][\w'&.-]*)){0,5})\W*$"
        ),
    ),
    CreditForm(  # from a pool that all agencies share
        "name-pool",
        Named(
            rf"(?:^|[.!?\"')\]\n] *)(?P<credit>{NAME}\s?/\s?"
            r"(?:POOL|Pool|Handout|HANDOUT|Staff|STAFF)"
            r"(?: (?:[Pp]hoto(?:grapher)?|PHOTO(?:GRAPHER)?))?)\W*$"
        ),
    ),
    CreditForm(
        "via",
        Named(
            r"(?P<credit>(?:(?<=[.(\-|。])|^)\s*"
            r"(?:[^()\n.|。]|(?<=\b[A-Z])\.(?! [A-Z][a-z]+ \w+ed)|\([A-Z]{2,6}\)"
            r"|\((?:[A-Z][a-z]+ ){1,4}Agency\)){2,80}?"
            rf",? via (?:{ALIASES})(?:/{NAME}|,? file(?: photo)?)?)(?![\w])",
            re.IGNORECASE,
        ),
    ),
    CreditForm(
        "copyright",
        Named(rf"(?P<credit>(?:©|\(c\)\s|copyright\b)\s*:?\s*{REST})", re.IGNORECASE),
        0.9,
    ),
    CreditForm(
        "courtesy",
        Named(r"(?P<credit>\bcourtesy(?: of)?:? [^()\n]{2,100})", re.IGNORECASE),
    ),
    *PHOTOGRAPHER_FORMS,
    CreditForm(
        "chinese",
        Named(
            rf"(?P<credit>(?P<agency>{HAN})(?:(?:特约|通讯员|记者|記者|[发發])+\s*[（(]?\s*"
            r"(?:(?P<by>[\u4e00-\u9fff·]{2,8}?|[A-Z][\w'. -]{2,40}?)\s*[摄攝]影?[)）]?|$)"
            r"|(?:图片|圖片|供图|資料|照片)?(?=[\s)）。]*$)))"
        ),
    ),
    CreditForm(  # a name and nothing else, in a sentence of its own
        "name-alone",
        Named(
            r"(?:[.!?][\"']?|\d-\d+|\ufffc) \((?P<credit>"
            r"(?!.*\b(?:Hotel|River|Park|Street|Bridge|Tower|House|Hall|Bay)\b)"
            rf"(?!(?:{ALIASES})\b){NAME}(?:, [JS]r\.?)?)"
            r"(?:\s?[,/|-]\s?(?:[Ss]taff|STAFF)(?:[ /-][Pp]hoto(?:grapher|journalist)?)?)?\)\W*$"
        ),
        0.7,
    ),
    CreditForm(  # ``…. NASA``: nothing else in the last sentence
        "agency-alone",
        Named(rf"(?:(?<!\b[A-Z])[.!?][\"')]?\s+(?:[/-] )?|^/ |\n *)(?P<credit>{EVERY_ALIAS})\W*$"),
        0.85,
    ),
    CreditForm("in-parentheses", Named(r"[(\[](?P<credit>[^()\[\]\n]{2,160})(?:[)\]]|$)"), 0.95),
    CreditForm(
        "last-words",
        Named(
            rf"(?:^|(?<!U\.S)\.|(?<=U\.S)\.(?! National)|[\-|,'\"]|\n|\b[Oo]btained by)\s*"
            r"(?:via )?"
            rf"(?P<credit>(?:{ALIASES})(?: (?:files?|handout|pics?))?)\W*$"
        ),
        0.9,
    ),
)
"""Every form, in the order in which they are tried; the best credit of a caption wins."""
