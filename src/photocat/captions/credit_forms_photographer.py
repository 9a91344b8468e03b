"""``PHOTOGRAPHER_FORMS``: credits that name a photographer and no one else."""

from __future__ import annotations

from photocat.captions.credit_form import CreditForm
from photocat.captions.credit_patterns import Named
from photocat.captions.credit_words import (
    ARCHIVE_ALIASES,
    GIVEN,
    GIVEN_LAST,
    KNOWN,
    NAME,
    NATIONS,
    PLACE_NOUNS,
)

AT_A_PLACE = r"(?<!\bin )(?<!\bat )(?<!\bof )(?<!\bnear )(?<!\bfrom )(?<!\boutside )"
"""What stands before a town and never before who took the picture."""

PHOTOGRAPHER_FORMS: tuple[CreditForm, ...] = (
    CreditForm(
        "photographer-inverted",
        Named(
            r"(?:^|[,.]\s|\n)(?P<credit>[A-Z][\w'-]+, [A-Z][\w'. -]{1,24},{1,2} [Pp]hotographer)\b"
        ),
    ),
    CreditForm(  # with years of birth and death: ``Doe, Jane, 1903-1986, photographer``
        "photographer-catalogued",
        Named(
            r"(?:^|[,.]\s)(?P<credit>[A-Z][\w'-]+, [A-Z][\w'. -]{1,24}),?"
            r" (?:(?:born |b\. ?|approximately )?[\d\ufffc?-]{4,12}),{0,2} ?[Pp]hotographer\b"
            r"(?! (?:is |was )?(?:unknown|unidentified|not ))"
        ),
    ),
    CreditForm(  # with the negative's number: ``…; Jane Doe (neg. no. LC-USW-1)``
        "photographer-negative",
        Named(rf"[;.] (?P<credit>{NAME}) \((?=(?:neg|repro|digital|photo|LC|LOT)\b[^()]*\d)"),
    ),
    CreditForm(  # as essays cite a picture: ``Doe, Jane. “…”``
        "photographer-cited",
        Named(
            rf"^(?P<credit>[A-Z][\w'-]+, {GIVEN_LAST}(?: [A-Z]\b| [A-Z][\w'-]+)?)"
            r"\.?,? (?=\"[A-Z])"
        ),
        0.85,
    ),
    CreditForm(  # ``Jane Doe took this photograph of …``
        "photographer-took",
        Named(
            r"(?:^|[.!?] )"
            r"(?:(?:[A-Z][a-z]+ ){0,2}(?:(?:combat )?[Pp]hotographer|Astronaut|Cosmonaut) )?"
            rf"(?P<credit>{NAME})(?:, \d\d,)? (?:took|made|captured|snapped) this "
            r"(?:[a-z]+ )?(?:photo(?:graph)?|image|picture|shot)\b"
        ),
        0.85,
    ),
    CreditForm(
        "photographer-after",
        Named(
            rf"[.\"'\])](?<!\ufffc\))\s*-+\s*(?P<credit>{NAME}(?:, photographer)?)"
            r"(?=,\s+\ufffc)"
        ),
    ),
    CreditForm(  # ``Taken on … by Jane Doe``
        "photographer-by",
        Named(
            r"(?:^|[.;,]\s+)(?:[Pp]hotographed(?:(?: on| in)? \ufffc+,?)?"
            rf"|Taken(?:(?: on| in)? \ufffc+,?)?|Photo prise"
            r"|[^.;,\ufffc]{0,60} taken (?:at|in|near) [^.;,\ufffc]{2,40}"
            r"|[^.;,\ufffc]{0,60}\b(?:negative|print|transparency), [^.;,]{2,40},) (?:by|par)"
            r" (?:(?:Chief )?Photographer(?:'s Mate)? "
            r"(?:(?:1st|2n?d|2rd|3r?d|First|Second|Third) Class )?"
            r"|(?:Lieutenant|Lt|Commander|Cdr|Ensign|Ens|Captain|Capt|Sgt|Cpl|Pfc|Pvt)\.? )?"
            rf"(?P<credit>{NAME})"
            r"(?=\W*$|[.,;] | (?:near|in|at|on|for|from|aboard|during|while|as) )"
        ),
    ),
    CreditForm(  # ``This image was taken by Jane Doe, who …``
        "photographer-told",
        Named(
            r"(?:[Tt]h(?:is|e|ese)) (?:[a-z]+ ){0,3}(?:photo(?:graph)?|image|picture)s?"
            r"(?: of [^;\ufffc]{2,140})? (?:was|were) (?:taken|made|shot)(?: [^.;]{2,60})? by"
            r" (?:(?:the )?(?:photographer|astronaut|cosmonaut) )?"
            rf"(?P<credit>{NAME})(?=[,.]| \ufffc| (?:in|on|at|for|who|when|as)\b)"
        ),
        0.85,
    ),
    CreditForm(  # as museums write it: name, nation, years
        "photographer-museum",
        Named(rf"(?:^|[,.;]\s+)(?P<credit>{NAME})(?:, | \()(?:{NATIONS}),? (?:born |b\. ?)?\ufffc"),
    ),
    CreditForm(  # with what it is printed on
        "photographer-print",
        Named(
            rf"(?:^|[.;]\s+)(?P<credit>{NAME}), (?:[a-z]+ )?(?:albumen|gelatin|silver|platinum"
            r"|salted paper|daguerreotype|cyanotype|tintype|chromogenic|carbon|glass)"
        ),
    ),
    CreditForm(
        "photographer-named",
        Named(
            rf"(?:^|[.;\"'\])]\s+)(?:-+\s*)?(?P<credit>(?:{NAME}"
            r"|[A-Z][\w'.-]+(?: (?:[A-Z][\w'.-]*|&)){1,3})"
            r", [Pp]hotographers?)(?=\W|$)"
        ),
    ),
    CreditForm(  # with the number under which an archive keeps it: ``Pfc. Jane Doe. 111-SC-1234``
        "numbered",
        Named(
            rf"\ufffc\.? (?:[STM]/(?:Sgt\.|\d) )?(?P<credit>(?:[A-Z][A-Za-z]*\. )?{NAME})\.? "
            r"\d{2,3}-[A-Z]{1,3}-[\w-]+\W*"
            r"(?:(?:National Archives|NARA|NAID|ARC)\b[^.()]{0,40})?\W*$"
        ),
    ),
    CreditForm(  # with the force: ``…, April 22, 1945. Pvt. Jane Doe, USAF. (Army)``
        "photographer-serving",
        Named(
            r"(?:\ufffc\.|(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})"
            rf"(?<!\b[A-Z][a-z]{{4}})[.!?](?= (?:[A-Z][a-z]+\. |[STM]/|(?:{GIVEN})\b)"
            r"[^\n]{3,60}, \ufffc+\. (?:\([A-Z]|\d{2,3}-[A-Z]{1,4}-)))"
            rf" (?:[STM]/(?:Sgt\.|\d) )?(?P<credit>(?:[A-Z][A-Za-z]*\. ){{0,2}}{NAME})"
            r"(?:, [A-Z][\w. ]{1,14}?)?(?:, \ufffc+)?\. "
            r"(?:\((?:Army|Navy|Marine Corps|Marines|Coast Guard|Air Force|OWI|USIA)\)"
            r"|\d{2,3}-[A-Z]{1,4}-[\w-]+)\W*$"
        ),
        0.85,
    ),
    CreditForm(  # as museums file it: ``…. Doe, Jane May 1937``
        "photographer-dated",
        Named(
            rf"(?P<credit>{AT_A_PLACE}(?<= )[A-Z][\w'-]+, {GIVEN_LAST}(?: [A-Z]\b\.?)?"
            r"|(?:(?<=[a-z]{3}[.!?:] )|(?<=[)\d\ufffc][.!?:] )|(?<=\.[A-Z]\. )|(?<=[.!?][\"'] ))"
            rf"(?:{GIVEN})(?: [A-Z]\.)? (?!(?:{PLACE_NOUNS})\b)[A-Z][\w'-]+)"
            r"(?=,? \ufffc+(?:\W*$|\. (?:NARA|National Archives|Library of Congress)\b))"
        ),
    ),
    CreditForm(  # ``…, April 1938. Jane Doe``
        "photographer-last",
        Named(
            rf"\ufffc(?:\.? |\.)(?P<credit>(?:{GIVEN})(?: [A-Z]\.)? "
            rf"(?!(?:{PLACE_NOUNS})\b)[A-Z][\w'-]+|[A-Z][\w'-]+, {GIVEN_LAST}(?: [A-Z]\.?)?)\W*$"
        ),
        0.8,
    ),
    CreditForm(  # ``…, 1865. Jane Doe. Courtesy of …``
        "photographer-before",
        Named(
            rf"\ufffc\. (?P<credit>{NAME})\. (?=[Cc]ourtesy (?:of )?(?:the )?[A-Z]"
            r"|(?:[A-Z][\w'-]+ (?:of |the )?){1,5}(?:Society|Archives?|Museum|Library)\W*$)"
        ),
        0.8,
    ),
    CreditForm(  # ``…, 3 May 2009/Jane Doe``
        "photographer-slashed", Named(rf"\ufffc ?[/|] ?(?P<credit>{NAME})\W*$"), 0.8
    ),
    CreditForm(  # ``…. By Jane Doe``: a sentence of its own
        "photographer-signed",
        Named(
            rf"(?:[.;!?\"')\]]|\ufffc[,;]?) +(?:\( ?)?[Bb]y (?P<credit>{NAME})"
            rf"(?=\W*$|,? \ufffc+\.? ?(?:\W*$|(?:{ARCHIVE_ALIASES})\b)"
            r"|, (?:[A-Z][\w'. -]{2,30}, ){1,3}\ufffc)"
        ),
        0.8,
    ),
    CreditForm(  # behind the words that an archive quotes: ``…." Jane Doe, Echo, Ohio, May 1973``
        "photographer-placed",
        Named(
            r"[.!?]\" (?!(?:New|San|Los|Las|Fort|Port|North|South|East|West|Saint) )"
            r"(?P<credit>[A-Z][a-z]+(?: [A-Z]\.)? (?:[A-Z]')?[A-Z][a-z]+)"
            r"(?=, (?:[A-Z][\w'. -]{2,30}, ){1,3}\ufffc)"
        ),
        0.8,
    ),
    CreditForm(  # who is known for it: ``…. Jane Doe, Echo, Ohio, May 1973``
        "photographer-known-placed",
        Named(rf"[.!?][\"']? (?P<credit>{KNOWN})(?=, (?:[A-Z][\w'. -]{{2,30}}, ){{1,3}}\ufffc)"),
        0.85,
    ),
    CreditForm(  # ``…." Comdr. Jane Doe, May 1943``
        "photographer-ranked",
        Named(
            r"[.!?]\" (?P<credit>[A-Z][a-z]+\. [A-Z][a-z]+(?: [A-Z]\.)? [A-Z][a-z]+)(?=, \ufffc)"
        ),
        0.8,
    ),
    CreditForm(  # ``…, May 1937 photographer Jane Doe``
        "photographer-titled",
        Named(
            rf"(?:\ufffc,? |\bby )[Pp]hotographer (?P<credit>{NAME})(?=\W*$|,? \ufffc+(?:\W*$| -))"
        ),
        0.8,
    ),
    CreditForm(  # ``A farm photographer Jane Doe 1937``
        "photographer-titled-dated",
        Named(rf"[a-z] photographer (?P<credit>{NAME})(?= \ufffc+(?:\W*$| -))"),
        0.75,
    ),
    CreditForm(  # who is known for it: ``Jane Doe, A farmer in …``
        "photographer-known-first",
        Named(
            rf"^(?:Source: )?(?P<credit>{KNOWN})(?!, [^.,]{{0,40}}[Pp]hotographer)"
            r"(?=,? \ufffc|[.,:] [A-Z\"]| caption:)"
        ),
        0.8,
    ),
    CreditForm(  # ``… Jane Doe. Credit: …``, ``(…, Jane Doe, 1937``
        "photographer-known-last",
        Named(
            rf"(?:[.;)\"'\]-] ?|[a-z], |\b[A-Z][\w'-]+ )(?P<credit>{KNOWN})"
            r"(?=\W*$|; [A-Z]|\. Credit\b| Courtesy\b|,? \ufffc+\W*$)"
        ),
        0.8,
    ),
    CreditForm(
        "photographer-undated",
        Named(
            rf"(?P<credit>{AT_A_PLACE}(?<= )[A-Z][\w'-]+, {GIVEN_LAST}"
            rf"|(?<= )(?:{GIVEN}) (?!(?:{PLACE_NOUNS})\b)[A-Z][\w'-]+)(?= n\.d\.)"
        ),
        0.8,
    ),
)
"""Those of ``CREDITS`` that stand together, in the order of trying."""
