"""``PAST_CUES``: what was done, made or said on a day, which is told of and not shown."""

from __future__ import annotations

from photocat.captions.cue import Cue
from photocat.captions.cue_words import DONE, PAST, RUINED

PAST_CUES: tuple[Cue, ...] = (
    Cue(
        "paper-dated",
        "mentioned",
        before=r"\b(?:report|statement|letter|document|order|decree|bill|law|decision|study"
        r"|survey|poll)s?\b"
        r"(?: \w+){0,3} (?:issued|released|published|signed|dated|sent|written|passed)$",
        when="past",
        confidence=0.85,
        examples=("An intelligence report issued {on December 13} linked the two.",),
    ),
    Cue(
        "done-then",
        "mentioned",
        when="past",
        loose=True,
        before=rf"\b(?<!\bis )(?<!\bare )(?<!\bbeing )(?!{RUINED})"
        rf"{DONE}(?:\s+[\w'.-]+){{0,4}}$",
        confidence=0.9,
        examples=(
            "A facility first established by the Soviets {in 1971}.",
            "A statue in Chemnitz, unveiled {October 9, 1971}.",
            "Retrato de un poeta fallecido {en marzo de 1942}.",
        ),
    ),
    Cue(
        "done-then",
        "mentioned",
        when="past",
        before=r"\bfor (?:(?:his|her|their) )?(?:actions?|valou?r|heroism|bravery|gallantry"
        r"|service)\b[^.;]{0,60}$",
        examples=("A sergeant receives a medal for actions in Sangin {on Oct. 14, 2010}.",),
    ),
    Cue(
        "done-then",
        "mentioned",
        when="past",
        before=r"\b(?:first|originally|initially) (?!photogr|publish|seen)\w+ed\b[^.;,]{0,70}$",
        examples=("A missile first deployed there after a jet was downed {on 24 November 2015}.",),
    ),
    Cue(
        "done-then",
        "mentioned",
        when="past",
        before=r"\b(?:accused|convicted|suspected|charged|issued|written|signed|published)\b"
        r"[^.;,]{0,60}$",
        after=r"^,? (?:is|are|hangs?|lies?|shows?|arrives?|waits?|stands?|sits?|walks?|leaves?) "
        r"(?:an?|the|his|her|in|on|at|to|for|from|with|out|by|near|outside)\b",
        examples=("A man accused of a killing {on June 3, 2011} arrives in court.",),
    ),
    Cue(
        "done-then",
        "mentioned",
        when="past",
        before=r"\bsince (?:his|her|their|its|the|an?) (?:[\w'-]+ ){0,5}[\w'-]+$",
        examples=("A president, in office since her election {on May 7, 2017}, visits Lyon.",),
    ),
    Cue(
        "done-then",
        "mentioned",
        when="past",
        before=r"\b(?:recall(?:s|ing)?|remembers?|relives?) (?:[a-z]+ ){0,4}of(?: the)?$"
        r"|\berinner\w+ an(?: den| die)?$",
        examples=("A woman recalls the night of {13 February 1945}, when the city was bombed.",),
    ),
    Cue(
        "clause",
        "mentioned",
        when="past",
        before=r", (?:der|die|das|dem|den|denen)(?: [a-zäöüß]+){0,3}$",
        after=r"^[^.;,]{3,60} (?:wurden?|worden|waren?|starb\w*|[a-zäöüß]+ten?)\s*(?:,|\.|$)",
        examples=("Ein Mann, der {am 19. Dezember 2016} festgenommen wurde, im Gericht.",),
    ),
    Cue(
        "clause",
        "mentioned",
        when="past",
        loose=True,
        before=rf"\b(?:who|which|that|whose|where|when"
        rf"|than)\b(?:\s+(?!{PAST}\b)[\w'-]+){{0,4}}\s+{PAST}\b(?:\s+[\w'.-]+){{0,6}}$",
        confidence=0.8,
        examples=("Relatives hold a picture of a man who was shot in a raid {on May 5, 2015}.",),
    ),
    Cue(
        "told-of-then",
        "mentioned",
        before=r"(?<!\bwhat )\b(?:was|were|had) (?!.*\b(?:photo|picture|image|taken|seen|shown|made"
        r"|pictured|photographed|built)\b)[^.;]*$",
        inside=r"in\b",
        forms=("year",),
        when="past",
        confidence=0.8,
        examples=("Jane Doe, a founder of the movement, was struck down {in 2020} by a fever.",),
    ),
    Cue(
        "told-of-then",
        "mentioned",
        before=r"(?:^|[:,;])$",
        after=r"^ (?:hatten?|wurden?|kam|entstand|begann|eröffnete|zog|starben?) [\wäöüß\"']",
        forms=("year",),
        when="past",
        confidence=0.8,
        examples=("Ein Kaufhaus um 1920: {1907} hatte es seine Pforten geöffnet.",),
    ),
    Cue(
        "told-of-then",
        "mentioned",
        before=r"\b(?:wurden?|hatten?|wie wir ihn heute kennen, wurde)$",
        after=r"^ [a-zäöüß]",
        forms=("year",),
        when="past",
        confidence=0.8,
        examples=("Ein Bahnhof in Köln, der wurde {1940} fertig.",),
    ),
    Cue(
        "casualties",
        "mentioned",
        when="past",
        before=r"\d (?:\w+ )?(?:wounded|killed|injured|dead|missing)(?:,? (?:from|between))?,?$",
        examples=("A battle of 32 dead and 1,593 wounded, from {24 July until 1 August 1944}.",),
    ),
    Cue(
        "clause",
        "mentioned",
        when="future",
        before=r"(?<!shortly )(?<!moments )(?<!minutes )(?<!just )(?<!right )\b(?:before|until)\b"
        rf"(?:\s+(?!{PAST}\b)[\w'-]+){{1,4}}\s+{PAST}\b"
        r"(?:\s+[\w'.-]+){0,5}$",
        confidence=0.85,
        examples=("A mosque before it was blown up {on June 21, 2017}.",),
    ),
)
"""Those of the cues that speak of what is over, in the order of trying."""
