"""``EVENT_CUES``: dates in what an event is called, that the photo shows or that is told of."""

from __future__ import annotations

from photocat.captions.cue import Cue
from photocat.captions.cue_words import (
    AFTER_BLOW,
    BLOW,
    BLOW_ABROAD,
    DISASTER,
    EVENT,
    SMALL,
)

EVENT_CUES: tuple[Cue, ...] = (
    Cue(
        "event-photographed",
        "event",
        before=r"(?:^|\b(?:at|during|for))$",
        after=rf"^\s+(?:(?!{EVENT}|{SMALL})[a-z'.-]+ ){{0,4}}{EVENT}\b",
        confidence=0.8,
        examples=("A sprinter celebrates at {the 2016} Summer Olympics.",),
    ),
    Cue(
        "event-photographed",
        "event",
        before=r"\b(?:views?|scenes?) (?:of|from)$",
        after=rf"^\s+(?:(?!{EVENT}|{SMALL})[a-z'.-]+ ){{0,4}}{EVENT}\b",
        forms=("year",),
        confidence=0.8,
        examples=("An aerial view of {the 2016} Summer Olympics.",),
    ),
    Cue(
        "march-photographed",
        "event",
        before=r"(?:^|\b(?:at|during|from|in)|\b(?:views?|scenes?|photos?|photographs?|pictures?"
        r"|images?|footage|crowds?) (?:of|from|at))$",
        after=r"^ (?:[a-z'.-]+ ){0,3}march (?:on|for|against)\b",
        forms=("year",),
        confidence=0.8,
        examples=("A crowd at {the 1965} March for Peace in Oslo.",),
    ),
    Cue(
        "event-photographed",
        "event",
        before=r"\b(?:at|during)(?: the)? (?!tokyo$|euro$|expo$)[a-z.'-]+$",
        after=rf"^\s+(?:(?!{EVENT}|{SMALL})[a-z'.-]+ ){{0,2}}{EVENT}\b",
        forms=("year",),
        confidence=0.8,
        examples=("A sprinter waves during the Rio {2016} Olympic Games.",),
    ),
    Cue(
        "event-photographed",
        "event",
        inside=r"during\b",
        after=rf"^\s+(?:(?!{EVENT}|{SMALL})[a-z'.-]+ ){{0,4}}{EVENT}\b",
        confidence=0.8,
        examples=("Monks walk to a polling station {during the 2015} election.",),
    ),
    Cue(
        "event-photographed",
        "event",
        before=r"\b(?:vot\w+|casts?|ballots?|compet\w+|celebrat\w+|plays?|wins?|runs?|performs?|part|attends?"
        r"|participat\w+|races?|scores?|jumps?|dives?|sprints?|medals?)\b[^.;,]{0,60}$",
        inside=r"in\b",
        after=rf"^\s+(?:(?!{EVENT}|{SMALL})[a-z'.-]+ ){{0,4}}{EVENT}\b",
        confidence=0.8,
        examples=("A sailor votes {in the March 2024} presidential election near a portrait.",),
    ),
    Cue(
        "event-told-of",
        "event",
        before=rf"\b(?:{EVENT}|ceremon(?:y|ies)|match(?:es)?|race|concert|exercise|drill|rehearsal|spacewalks?"
        r"|meeting|wedding|rally) (?:which|that) (?:took place|was held|were held)"
        r"(?: (?:in|at|outside) [^.;,]{1,40})?$",
        confidence=0.8,
        examples=("Jane Doe in a spacewalk which took place {on Dec. 24, 2013}.",),
    ),
    Cue(
        "blow-seen",
        "event",
        before=r"^(?!.*\b(?:memorial|anniversary|years?|rebuilt|new|reminder|whose|who|that)\b).*"
        r"\b(?:wreck(?:ed|age)|ruin(?:s|ed)|rubble|debris|damaged?|destroyed|flooded|submerged"
        r"|stranded|collapsed|battered|mud)\b"
        rf"[^.;]{{0,60}}\b(?:after|following|in) (?:the|an?) (?:[a-z-]+ ){{0,2}}{DISASTER} of$",
        forms=("month-year",),
        confidence=0.8,
        examples=("Sheds lie wrecked in Exford after the flash flood of {August 1952}.",),
    ),
    Cue(
        "due-named",
        "mentioned",
        after=rf"^\s+(?:(?!{BLOW}|{SMALL})[a-z'.-]+ ){{0,3}}"
        r"(?:vote|polls?|runoff|deadline|launch|meeting|visit|talks|debate|parade)\b",
        forms=("month-day",),
        examples=("A polling station in Harare is made ready for the national {July 30} vote.",),
    ),
    Cue(
        "blow-named",
        "mentioned",
        after=r"^(?!,?\s+(?:following|after|amid|during|before|ahead|as)\b)"
        rf",?\s+(?:(?!{BLOW}|{SMALL})[a-z'.-]+ ){{0,3}}{BLOW}\b(?! (?:in|at) [a-z]+ on)",
        when="past",
        examples=("A mural of victims of {the March 2011} earthquake and tsunami.",),
    ),
    Cue(
        "blow-named",
        "mentioned",
        before=rf"{BLOW_ABROAD}(?: de)?$",
        inside=r"(?:vom|du|del|d'|janv|févr|mars|avril|mai|juin|juil|août|sept|octo|nov|déc|ener|febr"
        r"|marz|abri|mayo|juni|juli|agos|octu|dici)",
        when="past",
        examples=(
            "Kerzen am Tag nach dem Anschlag {vom 19. Februar 2020}.",
            "Des fleurs après les attentats de {janvier 2015}.",
        ),
    ),
    Cue(
        "blow-named",
        "mentioned",
        before=rf"{AFTER_BLOW}$",
        when="past",
        examples=("Свечи в память о жертвах теракта {11 марта 2016 года}.",),
    ),
    Cue(
        "blow-named",
        "mentioned",
        before=r"\b(?:days?|hours?|weeks?|months?) (?:before|after) (?:[\w'-]+ ){0,5}"
        rf"{BLOW}$",
        inside=r"on\b",
        forms=("month-day",),
        examples=("Smoke over Sirte in October 2011, days before the siege {on October 20}.",),
    ),
    Cue(
        "blow-told",
        "mentioned",
        before=rf"^\W*(?:the|an?) (?:[\w-]+ ){{0,3}}{BLOW}(?: (?:in|at|on|of) [^.;,]{{1,40}})?$",
        after=r"^[^.;,]{0,40} (?:killed|left|destroyed|wounded|claimed|has|had|was|were|led)\b",
        when="past",
        examples=("The truck attack {on July 14, 2016} in Nice killed 86.",),
    ),
    Cue(
        "event-named",
        "mentioned",
        before=r"\b(?:für|vor|auf|zu) d(?:ie|e[mnr]|as) \w*(?:wahl(?:en)?|abstimmung|referendum)$",
        inside=r"(?:am|im|vom)\b",
        when="future",
        examples=("Die Partei stellt die Weichen für die Landtagswahl {am 1. September 2024}.",),
    ),
    Cue(
        "event-named",
        "mentioned",
        after=rf"^,?\s+(?:(?!{EVENT}|{SMALL})[a-z'.-]+ ){{0,3}}{EVENT}\b",
        examples=("A candidate registers his candidacy for the {May 19} presidential election.",),
    ),
)
"""Those of the cues that speak of elections, games, wars and storms, in the order of trying."""
