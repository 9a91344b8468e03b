"""``CUES``: what the words beside a date say of it, as rules with examples that are their tests.

A cue looks at the words of the same sentence before and after a date, in lower case. The first that
fits decides; where none does, the place of the date in the caption decides (``date_roles``).
In the examples the date stands in braces.
"""

from __future__ import annotations

from photocat.captions.cue import WINDOW, Cue
from photocat.captions.cue_words import FEAST
from photocat.captions.date_cues_event import EVENT_CUES
from photocat.captions.date_cues_names import NAME_CUES
from photocat.captions.date_cues_past import PAST_CUES
from photocat.captions.date_cues_picture import PICTURE_CUES

CUES: tuple[Cue, ...] = (
    *NAME_CUES,
    *PICTURE_CUES,
    Cue(
        "ahead-of",
        "mentioned",
        before=r"\b(?:ahead of|before|prior to|upcoming|eve of|ready for)(?: the)?$",
        when="future",
        examples=("A girl waves a flag at a rally ahead of {Sunday}'s referendum.",),
    ),
    Cue(
        "possessive",
        "mentioned",
        when="past",
        after=r"^'s?\b(?! \d)",
        examples=("A vendor sells flags after {Tuesday}'s vote.",),
    ),
    Cue(
        "feast",
        "open",
        before=rf"\b(?:mark(?:s|ing)?|celebrat\w+|commemorat\w+|observ\w+)\b[^.,;]{{0,60}}\b{FEAST}"
        r"(?: \w+)?$",
        examples=("A minister at a ceremony marking the Lunar New Year {on Feb. 4} in Taipei.",),
    ),
    Cue(
        "anniversary",
        "mentioned",
        before=r"\b(?:anniversar(?:y|ies)|commemorat\w+|centenary|remember\w*|mark(?:s|ing)"
        r"|memory|jahrestag|anniversaire)\b"
        r"(?:[^.,;]{0,60}\b(?:of|since|from)\b|\s+(?:of|the))"
        r"(?:(?! (?:at|near|outside) )[^.,;]){0,60}$",
        loose=True,
        examples=("A vigil marking the first anniversary of the attack of {March 2016}.",),
    ),
    Cue(
        "anniversary",
        "mentioned",
        before=r"\b(?:years?|months|weeks|decades?) (?:since|after|from)\b[^.,;]{0,60}$",
        loose=True,
        when="past",
        examples=(
            "A rally five years after the protest {on May 6, 2012}, which ended in clashes.",
        ),
    ),
    Cue(
        "anniversary",
        "mentioned",
        before=r"\b(?:days?|hours?) after (?:[^.,;]|(?<=\b[ap])\.(?=m\.)|(?<=\.m)\.){3,70}"
        r"\b(?:hit|struck|killed|destroyed|was|were)\b(?:[^.,;]|(?<=\b[ap])\.(?=m\.)|(?<=\.m)\.)"
        r"{0,60}$",
        loose=True,
        when="past",
        examples=("Smoke hangs over Lod two days after a jet struck a tower {on May 6, 2012}.",),
    ),
    Cue(
        "years-ago",
        "mentioned",
        before=r"\b(?:years?|decades?|century) ago(?: today| this (?:week|month))?,?$",
        when="past",
        examples=("Sixty years ago {on April 26} the old mill burnt down.",),
    ),
    Cue(
        "begins-or-ends",
        "mentioned",
        before=r"\b(?:since|until|till|before|prior to|as of|dating|dates|back|as early as"
        r"|as late as|beyond"
        r"|ahead of|no later than|starting|beginning|effective|due|by|seit|bis|depuis|desde|с|до"
        r"|от|з|від"
        r"|منذ|حتى|自|ab|dal|sinds|sedan|siden|od)\s*(?:back|to|the|early|mid-?|late)*\s*$",
        examples=(
            "Troops at a base that has been a hub since {2015}.",
            "A hall with negatives dating back to {1865}.",
        ),
    ),
    Cue(
        "begins-or-ends",
        "mentioned",
        before=r"\bthrough$",
        when="future",
        examples=("A show of prints in Oslo that runs through {May 3, 2017}.",),
    ),
    Cue(
        "begins-or-ends",
        "mentioned",
        after=r"^(?:以来|起|至今|以後|以后)",
        examples=("2014年2月24日，基辅。{2011年}以来冲突不断。",),
    ),
    Cue(
        "to-come",
        "mentioned",
        when="future",
        before=r"\b(?:scheduled|slated|set(?! on fire\b)|due|expected|planned|held|take place"
        r"|takes place|open|opens|begin|begins"
        r"|start|starts|upcoming|ahead of|in preparation for|preparing for|preparations for"
        r"|prepares? for|run[- ]?up to)\b(?! by\b)"
        r"(?<!is held)(?<!are held)(?<!being held)(?:\s+(?:for|on|in|to|the|be|a|an|held|from"
        r"|start|begin|open|run|its|their)\b)"
        r"[^.,;]{0,45}$",
        after=r"",
        confidence=0.85,
        examples=("Workers prepare ballots for the election scheduled for {May 29, 2024}.",),
    ),
    Cue(
        "to-come",
        "mentioned",
        when="future",
        before=r"\b(?:before|until|prior to)\b"
        r"(?! (?:(?:the|an?|his|her|their) )?(?:[a-z]+ )?(?:curfew|match|game|race|ceremony|speech"
        r"|concert|rally|show|service|shift)\b)[^.;,]{3,60}\b(?:starts?|begins?|opens?|kicks? off)$"
        r"|\b(?:and|that|which|it) (?:ends?|concludes?|closes|finishes)$",
        examples=(
            "Two officers tour a museum before the exercise starts {May 26}, at a range.",
            "Cadets march in training that started June 25 and ends {Aug. 1}.",
        ),
    ),
    Cue(
        "will-be",
        "mentioned",
        when="future",
        loose=True,
        before=r"\b(?:will|would|to be|shall|is to|are to)\b[^.;,]{0,70}(?<!ed)$",
        examples=("A stadium that will host the final {on July 15, 2018}.",),
    ),
    *EVENT_CUES,
    Cue(
        "opens-a-story",
        "mentioned",
        before=r"^\W*$",
        inside=r"(?:in|im|en|since)\b",
        after=r"^, ",
        forms=("year", "year-to-year", "decade"),
        examples=("{In 2017}, the state signed a lease on the base.",),
    ),
    Cue(
        "opens-a-story",
        "mentioned",
        before=r"(?:^|:)\W*$",
        inside=r"(?:von|zwischen)\b",
        after=r"^ [a-zäöü]+t(?:e|en)\b",
        forms=("year-to-year",),
        examples=("{Von 2008 bis 2011} spielten sie in einem Verein.",),
    ),
    Cue(
        "opens-a-story",
        "mentioned",
        before=r"^\W*$",
        inside=r"(?:on|in|next|by)\b",
        after=r"^,? [^.;]{0,60}\bwill\b",
        when="future",
        examples=("{On Friday, April 7, 2017}, the probe will reach its next stop.",),
    ),
    Cue(
        "said-then",
        "mentioned",
        before=r"\b(?:said|ruled|announced|confirmed|declared|decided|warned|stated|reported"
        r"|claimed|argued|told [a-z ]{1,24}),$",
        after=r"^,? that\b",
        examples=("A federal judge ruled, {Feb. 2, 2017}, that the club must repay its members.",),
    ),
    Cue(
        "said-then",
        "mentioned",
        before=r"(?<!bin )(?<!port )\b(?:told|said|announced|reported|stated|tweeted|claimed)\b"
        r"[^.;,]{0,50}$|\bsays,?$",
        loose=True,
        confidence=0.8,
        examples=("The minister told the media {on December 13} that the bases are there.",),
    ),
    *PAST_CUES,
    Cue(
        "shown-then",
        "photo",
        before=r"\b(?:this|die|diese[rs]?|cette|esta) (?:photo(?:graph)?|image|picture|foto"
        r"|aufnahme|bild|imagen) (?:shows?|depicts|zeigt|montre|muestra)\b[^.;,]{3,60}$",
        confidence=0.85,
        examples=("Ein Angriff begann; diese Aufnahme zeigt Charkiw {im Juli 2021}.",),
    ),
    Cue(
        "time-of-day",
        "open",
        before=r"\b(?:morning|evening|night|afternoon|day|hours|eve|dawn|noon|week"
        r"|month|decade|half|quarter|(?:first|last|early|final) (?:days|weeks|months|years))"
        r"\s+of(?: the)?$"
        r"|\b(?:amanecer|anochecer|atardecer|mañana|tarde|noche|madrugada|manhã|noite|mattin[ao]"
        r"|sera|notte|alba|matin|soirée?|nuit|aube|midi|après-midi)\s+(?:del?|do|da|du)$",
        examples=(
            "Smoke rises on the morning of {Sept. 11, 2001}.",
            "Harbour of Smyrna, second half of {the 1910s}.",
            "A singer poses in Athens in the second decade of {July 2023}.",
            "Una madre descansa al amanecer del {29 de octubre de 2018}.",
            "Des familles attendent au matin du {3 mars 2019}.",
        ),
    ),
    Cue(
        "of-then",
        "mentioned",
        when="past",
        before=r"\b(?:of|of the|von|del|du|des|de)\s*$"
        r"|\b(?:het|een|bij|uit|aan|voor|tijdens|de) [^.;]*\bvan\s*$",
        confidence=0.85,
        examples=("A memorial to the dead of {March 2016}.",),
    ),
)
"""Every cue, the strongest first."""


def cue_of(before: str, date: str, after: str, form: str) -> Cue | None:
    """The first cue that fits a date in lower case and the words before and after it."""
    before, after = before[-WINDOW:], after[:WINDOW]
    return next((cue for cue in CUES if cue.fits(before, date, after, form)), None)
