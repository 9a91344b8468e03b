"""Words of a credit that name nobody."""

from __future__ import annotations

import re

NOISE = re.compile(
    r"^(?:\W*|(?:[a-z]+ )?stringer network"
    r"|(?:verified )?ugc|user[- ]generated content"
    r"|released|file(?: photo| image| picture)?|files|archiv\w*|handout"
    r"|pool(?: photo| image)?|photo|photos|image|images|picture|foto|bild|stringer|str|stf"
    r"|uncredited|license photo|supplied|reproduction|afp or licensors|all rights reserved|no sales"
    r"|no archives|editorial use only"
    r"|tags:.*|video|screengrab|video screen ?grab|screenshot|off"
    r"|staff(?: photo(?:grapher)?)?|photographer|via|getty images for .*|honorarfrei.*|privat"
    r"|private|ho|wire|freelance|contributor|contributed"
    r"|special to .*|u\.?s\.?|\d{4}|\W*\d{1,2}[./ ].*|https?:.*|www\..*|cc[ -]by.*|public domain"
    r")$",
    re.IGNORECASE,
)
SIGNATURE = re.compile(
    r"(?<=^Bundesarchiv),\s*(?:Bild|B|N|[A-Z]{1,3} \d+).*$|\s*\([A-Z]{1,4} ?\d[\w ]*\)?$"
    r"|(?<=^RIA Novosti) archive, image #\d+$"
    r"|(?<=^National Archives)\s.*\d.*$|(?<=^IWM),? [A-Z]{1,4} ?\d+$"
    r"|(?:(?<=^Library of Congress)|(?<=^National Archives)), (?:Washington|College Park)\b.*$"
)
"""What an archive calls a picture: ``Bild 102-12345``, ``(Q 1234)``; and where it is."""
AGENCY_BEFORE = re.compile(r"^(?:агентство|агенція|agence|agencia|agentur)\s+", re.IGNORECASE)
AROUND = re.compile(
    r"^(?:(?:(?:Army|Navy|Air Force|Marine Corps) )?(?:photo(?:graph)?|image)s?(?: by)?"
    r"|courtesy(?: of)?(?: the)?|archives?:)\s+(?=[A-Z])"
    r"|^(?:sources?|fuente|fonte|источник|джерело):\s*"
    r"|\s+(?:handout|file|/?released)$",
    re.IGNORECASE,
)
PHOTO_AFTER = re.compile(r"(?<= )(?P<name>\S+)\s+photo$", re.IGNORECASE)
ROLE_AFTER = re.compile(
    r",{0,2}\s*(?:file|handout|pool|photographer|staff|(?-i:ARCHIVES?))\s*$", re.IGNORECASE
)
PICTURE_AFTER = re.compile(
    r"(?: (?:pool|file|handout))?[\s-]+(?:photo(?:graph)?|pic|phoot|phto|pohto|poto|foto|bild|image"
    r"|picture|handout|page|print)s?(?: \(?(?:#|no\.? ?)?(?=\S*\d)[\w./-]{3,30})?$",
    re.IGNORECASE,
)
SERVICE_AFTER = re.compile(
    r"(?:(?<=^VOA)|(?<=^BBC)|(?<=^RFA)|(?<=^DW)|(?<=^RFE/RL))(?:'s)? [A-Z][a-z]+(?: Service)?$"
)
"""A part of a broadcaster, by its language: ``VOA Cantonese``."""
SCREENSHOT = re.compile(r"\s+(?:screen ?shot|screen ?grab|video)$", re.IGNORECASE)
STUDIO = re.compile(r"[A-Z][\w'-]+ & [A-Z][\w'-]+(?: (?:Co|Studios?)\b\.?)?")
"""Two family names: ``Harris & Ewing``."""
NUMBERED = re.compile(r"(?!\S*\.[a-z]{2,3}$)\S*\d\S*")
"""What an archive calls a picture: no name has a figure in it."""
