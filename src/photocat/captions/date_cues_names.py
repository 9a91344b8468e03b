"""``NAME_CUES``: what only looks like a date: a life, a season, a title, a name."""

from __future__ import annotations

from photocat.captions.credit_words import NATIONS
from photocat.captions.cue import Cue

NAME_CUES: tuple[Cue, ...] = (
    Cue(
        "copyright-year",
        "nothing",
        before=r"(?:©|\(c\)|copyright|\bcc[ -]by[\w .-]{0,12})\s*(?:[\w&'./ -]{0,40},?)?$",
        forms=("year", "year-to-year"),
        examples=("A view. © {2016} Jane Doe", "A view. © Echo/Jane Doe, {2016}."),
    ),
    Cue(
        "copyright-year",
        "nothing",
        inside=r"\d",
        after=r"^ (?:maxar|planet labs|digitalglobe|airbus|cnes|google|blacksky|umbra|capella)\b",
        forms=("year",),
        examples=("A view of a port. Satellite image {2019} Maxar Technologies.",),
    ),
    Cue(
        "life-span",
        "nothing",
        before=r"\b(?!(?:war|revolution|siege|conflict|uprising|occupation|festival|dictatorship|regime|rule"
        r"|reign|era|period|dictadura|militar|guerra|guerre|krieg|dynasty|republic)\b)"
        r"[a-z'.]+\s*\((?:born )?$",
        after=r"^\)(?!\s*(?:--|-))",
        forms=("year-to-year",),
        examples=("A portrait of the author Jane Doe ({1923-2011}) in a museum.",),
    ),
    Cue(
        "life-span",
        "nothing",
        before=rf"[,(] ?(?:{NATIONS.lower()}|born|geb\.|\bb\.),?(?: b\.| born)?$",
        forms=("year", "year-to-year"),
        examples=(
            "A farm, 1938, Jane Doe, American, {1895-1965}, silver gelatin print",
            "Nick Moe (b. {1944}) in London, 1971.",
        ),
    ),
    Cue(
        "title-in-quotes",
        "nothing",
        before=r"[\"'“‘]$",
        after=r"^[\"'”’]",
        forms=("year",),
        examples=('A woman walks past a poster of the film "{1984}" in Oslo.',),
    ),
    Cue(
        "award-year",
        "nothing",
        before=r"\bof$",
        inside=r"the year \d",
        forms=("year",),
        examples=("A lynx in snow. (Photo by Jane Doe/Nature Photographer of {the Year 2017})",),
    ),
    Cue(
        "award-year",
        "nothing",
        before=r"\b(?:awards?|contest|competition)$",
        inside=r"\d",
        forms=("year",),
        examples=("A lynx in snow. (Photo by Jane Doe/Lady Food Photographer Award {2020})",),
    ),
    Cue(
        "award-year",
        "nothing",
        before=r"\b(?:winners? of|received|awarded|winning)$",
        inside=r"the \d",
        after=r"^ (?:[\w'-]+ ){0,4}(?:prize|award|medal|contest|competition)\b",
        forms=("year",),
        examples=("A girl runs in Hue. Winner of {the 1970} Lens Prize for News.",),
    ),
    Cue(
        "class-of",
        "nothing",
        before=r"\bclass of(?: the)?$",
        forms=("year",),
        examples=("Cadets of the class of {2019} throw their hats.",),
    ),
    Cue(
        "every-year",
        "nothing",
        before=r"\b(?:annually|(?:every|each|(?:once|twice|times) an?) year|yearly)\b[^.;]{0,40}$",
        forms=("month-only",),
        examples=("The festival is celebrated annually on the first Sunday {in August}.",),
    ),
    Cue(
        "every-year",
        "nothing",
        after=r"^,? or (?:in |at |by |on )?(?:the )?(?:(?:first|second|last|early|late|mid|middle"
        r"|end|beginning|start|week|half|days)[ -](?:of )?)*(?:jan|feb|mar|apr|may|jun|jul|aug|sep"
        r"|oct|nov|dec)",
        forms=("month-only",),
        examples=("The rains come at the end {of May} or in the first week of June.",),
    ),
    Cue(
        "name-of-a-thing",
        "nothing",
        before=r"\blong$",
        inside=r"march\b",
        examples=("A Long {March 2}-F rocket stands at the launch site.",),
    ),
    Cue(
        "season-name",
        "nothing",
        before=r"\b(?:saison|season|temporada|сезон|stagione)$",
        forms=("year", "year-to-year"),
        examples=("Players of the club, Saison {2020/2021}",),
    ),
    Cue(
        "season-name",
        "nothing",
        after=r"^ (?:(?!during|in|of)[\w'-]+ ){0,3}(?:season|saison|temporada|campaign)\b",
        forms=("year-to-year",),
        examples=("Dancers of the company, {1961/62} season",),
    ),
    Cue(
        "season-name",
        "nothing",
        before=r"(?:(?:spring|summer|autumn|fall|pre-fall|fashion week|couture|menswear|womenswear"
        r"|resort|cruise)[ /&-]{0,3}|\w+'s)$",
        inside=r"(?:the )?(?:winter|summer|fall|autumn|spring|festive)\b.{0,3}(?:19[6-9]\d|20\d\d)",
        forms=("season-year",),
        examples=("A model wears a creation of the Resort {Winter 2023} collection in Milan.",),
    ),
    Cue(
        "season-name",
        "nothing",
        inside=r"(?:the )?(?:winter|summer|fall|autumn|spring)\b.{0,3}(?:19[6-9]\d|20\d\d)",
        after=r"^(?:[/-]\d{2,4})?,? (?:[\w'-]+ ){0,3}(?:collections?|fashion|runway|shows?|haute"
        r"|ready-to-wear|couture|catwalk|line|lookbook)\b",
        forms=("season-year",),
        examples=("A model presents a creation of the {Spring 2019} haute couture collection.",),
    ),
    Cue(
        "name-of-a-law",
        "nothing",
        before=r"\bact of$",
        forms=("year",),
        examples=("A dam in Idaho, authorised in the Water Act of {1946}.",),
    ),
    Cue(
        "name-of-a-law",
        "nothing",
        inside=r"(?:of )?(?:the )?\d",
        after=r"^ (?:[a-z'-]+ ){1,4}act\b",
        forms=("year",),
        examples=("A speech that led to the passage of {the 1964} Fair Bread Act.",),
    ),
    Cue(
        "filed-under",
        "nothing",
        before=r"\breleased\)$",
        inside=r"\d",
        forms=("year",),
        examples=("A truck. (Photo by Jane Doe/Released) {2013} Western drought",),
    ),
    Cue(
        "fiscal-year",
        "nothing",
        before=r"\bfiscal(?: year)?$",
        forms=("year", "year-to-year"),
        examples=("A hearing on the budget of fiscal {2018} in Washington.",),
    ),
)
"""Those of the cues that say that there is no date, in the order of trying."""
