"""``PICTURE_CUES``: words that speak of the picture itself: when it was taken, or sent out."""

from __future__ import annotations

from photocat.captions.cue import Cue
from photocat.captions.cue_words import NOT_SHOWN, PICTURE, RELEASED, TAKEN

PICTURE_CUES: tuple[Cue, ...] = (
    Cue(
        "picture-in-the-picture",
        "mentioned",
        before=r"\b(?:looks?|looking|holds?|holding|held|views?|viewing|watch\w*|passes|past|studies"
        r"|displays?|exhibition of)\b[^.,;]{0,50}"
        r"\b(?:photos?|photographs?|pictures?|images?|posters?|portraits?|paintings?)"
        r"(?: (?:from|of|taken|dated|made)(?: in| on)?)?$",
        when="past",
        examples=("A woman looks at photographs from {1968} at an exhibition.",),
    ),
    Cue(
        "picture-in-the-picture",
        "mentioned",
        before=r"\b(?:looks?|looking|holds?|holding|held|views?|viewing|studies|displays?)\b[^;]{0,60}"
        r"\b(?:photo(?:graph)?|picture|image|portrait|snapshot|plate)s? of [^;,]{2,60}"
        r" (?:taken|made|shot)(?: in| on| around)?$",
        when="past",
        examples=("A man looks at a plate photograph of Adm. John Roe taken {in 1898}.",),
    ),
    Cue(
        "picture-in-the-picture",
        "mentioned",
        before=r"\b(?:betrachte\w*|hält|halten|sehen sich|vor) [^.,;]{0,30}"
        r"\b\w*(?:foto|bild|aufnahme)\w*(?: aus(?: dem)?(?: jahre?)?| vom?)?$",
        when="past",
        examples=("Ein Mann betrachtet ein Großfoto aus dem {Jahr 1945}, das Ruinen zeigt.",),
    ),
    Cue(
        "paper-in-the-picture",
        "mentioned",
        before=r"\b(?:newspapers?|letters?|notes?|documents?|memos?|diary|calendar|certificates?"
        r"|banknotes?|telegrams?) dated$",
        when="past",
        examples=("A man reads a newspaper dated {Sept. 12, 2001}, in Oslo.",),
    ),
    Cue(
        "paper-in-the-picture",
        "mentioned",
        before=r"(?<!photo )(?<!photograph )(?<!picture )(?<!image )\bdated$",
        after=r"^,? (?:(?:is|are|was|were) (?:seen|shown|displayed|on display|held)|hang|lie)s?\b",
        when="past",
        examples=("Coins dated {1943} are displayed in Denver on Feb. 7, 2013.",),
    ),
    Cue(
        "paper-in-the-picture",
        "mentioned",
        before=r"\b(?:bears?|bearing|shows?|showing|reads?|marked)(?: with)? (?:the|a) date,?$"
        r"|\b(?:calendar|plaque|inscription|tombstone)\b[^.;]{0,40} (?:shows?|reads?|says)$"
        r"|\breads? [\"'“‘]$",
        when="past",
        examples=(
            "A monument bears the date {May 18, 1944}.",
            "The calendar on the wall still shows {April 26, 1986}.",
        ),
    ),
    Cue(
        "released-in-parentheses",
        "released",
        before=r"[(\[]\s*(?:re-?)?(?:issued|released|made available|provided|handed out"
        r"|veröffentlicht)\s*$",
        examples=("A camp, 30 January 2024 (issued {26 February 2024}).",),
    ),
    Cue(
        "released-first",
        "released",
        before=r"^\W*(?:re-?)?(?:released|issued|published)$",
        after=r"^(?::|\)|,? (?:an?|the|this|by)\b)",
        examples=("Released {on November 14, 2013}: an undated view shows an islet.",),
    ),
    Cue(
        "released",
        "released",
        before=rf"\b{PICTURE}\b[^.;]{{0,80}}(?<!taken )\band (?:later |then |first )?"
        rf"{RELEASED}\b{NOT_SHOWN}$",
        examples=("A missile in this photo taken in 2015 and released {in March 2018}.",),
    ),
    Cue(
        "taken-and",
        "photo",
        before=rf"\b{PICTURE}\b[^.;]{{0,60}}\b{TAKEN}\s*,?$|\b{PICTURE} (?:de archivo "
        rf"|d'archives? )?(?:from|dated|del?|du|vom|von|от|від)$",
        confidence=0.97,
        examples=(
            "This picture taken {on May 4, 2016} and released by KCNA shows a launch.",
            "Die Aufnahme entstand {um 1930}.",
        ),
    ),
    Cue(
        "taken-and",
        "photo",
        before=rf"\b{PICTURE}\b(?: [\w-]+){{0,3}} (?:was|were) (?:acquired|obtained|collected)$",
        examples=("This astronaut photograph ISS052-E-6364 was acquired {on June 21, 2017}.",),
    ),
    Cue(
        "camera-then",
        "photo",
        before=r"^\W*$",
        after=r"^, [^.;]{3,120}\b(?:captured|took|acquired|snapped|shot) (?:this|the) "
        r"(?:[\w-]+ ){0,2}(?:image|photo|photograph|picture|view|shot)\b",
        examples=("{On October 26}, a satellite captured this image of the volcano.",),
    ),
    Cue(
        "taken-and",
        "photo",
        before=r"\b(?:landsat|modis|aster|terra|aqua|sentinel|satellite|image)\b[\w -]{0,12}"
        r" acquired:?$",
        examples=("Swirls from space, Landsat 7 acquired {7/13/2005}",),
    ),
    Cue(
        "posted-by",
        "released",
        before=r"\b(?:posted|tweeted|shared|uploaded|published) (?:this|these|the) (?:\w+ )?"
        r"(?:photo|photograph|image|picture|video|selfie)s?\b[^.;\"]{0,60}$"
        r"|^\W*(?:posted|tweeted|shared) (?:by|on) [^.;]{2,60},$",
        examples=("An astronaut posted this photo to Twitter {on March 1, 2016}.",),
    ),
    Cue(
        "credit-dated",
        "photo",
        before=r"^\W*(?:photo(?:graph)?|image|picture)(?: ?credits?:?| by) [\w/.' -]{2,40}$",
        after=r"^\W*$",
        examples=("A crew rests. Photo credit: NASA {July 16, 2011}",),
    ),
    Cue(
        "credit-dated",
        "photo",
        before=r"\b(?:photo(?: ?credit:?)?|un|unhcr|unicef|afp|ap|epa|reuters) ?/ ?[\w.' -]{3,40}$",
        after=r"^(?: [\w, ]{2,40})? photo (?:#|no\.?|id) ?[\w-]+\W*$",
        examples=("A girl goes home. UN Photo/Jane Doe {25 July 2012} Gereida Photo # 5217",),
    ),
    Cue(
        "taken-and",
        "photo",
        before=r"\b(?:captured|took|made|shot|snapped) (?:this|the) (?:\w+ )?"
        r"(?:image|photo|photograph|picture|shot)\b[^;]{0,160}$",
        examples=(
            "A photographer captured this image of a child carried ashore {on May 10, 1980}.",
        ),
    ),
    Cue(
        "released",
        "released",
        before=rf"\b(?:undated|{PICTURE})\b{NOT_SHOWN}\b{RELEASED}\b{NOT_SHOWN}$",
        examples=(
            "This file photo provided {Sunday, Oct. 8, 2017} by the White Helmets shows workers.",
            "An undated handout photo released by SANA {on 5 May 2016} shows a street.",
        ),
    ),
    Cue(
        "released",
        "released",
        before=rf"\b{PICTURE}\b{NOT_SHOWN}\b{RELEASED}\b{NOT_SHOWN},$",
        after=r"^,? (?:shows?|showing|depicts)\b",
        examples=("A handout issued by the police, {June 6, 2017}, shows two suspects.",),
    ),
    Cue(
        "released",
        "released",
        before=rf"^\W*(?:in )?(?:this|these|an?) (?:undated |handout )?{PICTURE}, "
        rf"(?:which was |that was )?{RELEASED} (?:by|on|late|to)\b{NOT_SHOWN},?$",
        after=r"^, ",
        examples=("This photo, released by the navy {on May 3, 2016}, shows a ship.",),
    ),
    Cue(
        "released",
        "released",
        before=rf"\b(?:handout|undated) {PICTURE}\b{NOT_SHOWN}\b{RELEASED}\b{NOT_SHOWN},$",
        after=r"^\W*$",
        examples=("A camp is seen in this handout photo released by the police, {June 6, 2017}.",),
    ),
    Cue(
        "released",
        "released",
        before=r"\b(?:views?|concept|impression|illustration|rendering|graphic|animation|map|mosaic"
        rf"|composite|portrait) (?:was )?{RELEASED}\b(?: by [^.,;]{{2,60}})?$",
        examples=("A star in an artist's concept released by NASA {on March 18, 2013}.",),
    ),
    Cue(
        "released-by",
        "released",
        after=r"^ (?:von|durch|vom)\b[^.,;]{0,60}\b(?:veröffentlicht|verbreitet|freigegeben)",
        examples=("Ein Foto, das {am 3. März 2011} von der Agentur veröffentlicht wurde.",),
    ),
    Cue(
        "date-of-this-photo",
        "photo",
        before=r"(?:^|\b(?:this|file|in an?|in the|of|from an?|from)\b|[-:*])\s*(?:[a-z]+ ){0,1}$",
        after=r"^,?\s*(?:[a-z-]+ ){0,2}(?:photo|photos|photograph|photographs|image|images|picture"
        r"|pictures|video|frame|screengrab|screen|handout|view|combination"
        r"|still(?= (?:image|frame|photo|picture|shows?|from|of|taken|provided))|aufnahme)\b",
        confidence=0.97,
        examples=(
            "FILE - In this {Nov. 11, 2019} file photo, a man stands at the border.",
            "This {Aug. 29, 2017}, file photo shows a launch.",
        ),
    ),
    Cue(
        "date-of-this-photo",
        "photo",
        before=r"^\W*an?(?:other)?$",
        after=r"^,?\s*(?:[a-z-]+ ){0,2}(?:photo|photograph|image|picture|postcard|view|portrait)\b"
        r"(?!.*\b(?:is|are|was|were|hangs?|sits?|stands?|displayed|held|projected)\b)",
        forms=("year", "month-year", "decade", "circa-year"),
        confidence=0.9,
        examples=("A {1915} photo of a farm in Iowa.",),
    ),
    Cue(
        "shown-as-of",
        "photo",
        before=r"^\W*(?:this|the) (?:\w+ ){0,2}(?:view|vista|map|photo(?:graph)?|image|picture)"
        r" shows?\b.* as of$",
        confidence=0.85,
        examples=("This view shows damage by beetles near a lake as of {April 2016}.",),
    ),
    Cue(
        "last-seen",
        "mentioned",
        before=r"\b(?:last|first|never) (?:been )?seen(?: alive)?(?: (?:in|at) [^.;,]{1,40})?$",
        when="past",
        examples=("A poster of a girl last seen {on May 3, 2014} hangs in a street.",),
    ),
    Cue(
        "taken",
        "photo",
        before=rf"\b{TAKEN}(?<!captured)\s*,?$|\b{PICTURE}\s*(?:[:,(-]|from|from the|dated"
        rf"|aus(?: dem)?(?: jahre?)?|by [^,.;]{{3,40}})?\s*$",
        confidence=0.95,
        examples=(
            "The programming division in New York, seen {Feb. 27, 1953}.",
            "Astoria hotel, photo by John Smith ({1958})",
            "Archivbild aus dem {Jahr 2016}.",
            "Family portrait, dated on back {Oct. 19, 1921}.",
        ),
    ),
    Cue(
        "taken",
        "photo",
        before=rf"\b(?:this|the) {PICTURE} (?:is|was|dates)$",
        inside=r"from\b",
        confidence=0.95,
        examples=("The army came in 1935; this photo is {from 2016}.",),
    ),
    Cue(
        "taken-in-place",
        "photo",
        before=r"(?<!to be )\b(?:taken(?! (?:to|into|away|out|over|aboard|hostage|prisoner)\b)"
        r"|photographed|pictured|aufgenommen)\b[^.;,]{0,40},?\s*$"
        r"|^\W*photographed\b[^.;]{3,80}$",
        confidence=0.93,
        examples=("The crew, photographed near the harbour {in 1936}.",),
    ),
    Cue(
        "credited-then",
        "photo",
        before=r"[.:;] ?photo(?:graph)?s? by [^.;]{3,110},$",
        after=r"^\W*(?:\(|$)",
        confidence=0.85,
        examples=("A church: photo by Jane Doe for the Farm Bureau, {19 March 1942} (Archive).",),
    ),
    Cue(
        "this-ceremony",
        "photo",
        before=r"^\W*the$",
        after=r"^,? (?:[a-z]+ ){0,2}(?:ceremony|event|exercise|drill|training|inauguration|parade"
        r"|reception|dinner|concert|rehearsal)\b",
        confidence=0.8,
        examples=("Ann Roe takes an oath. The {Jan. 20, 2001}, ceremony marks her return.",),
    ),
    Cue(
        "taken-in-place",
        "photo",
        before=r"\b(?:video|footage)(?: was| were)?(?: said to (?:be|have been))? (?:shot|filmed"
        r"|recorded|taken|made) (?:in|at|near)\b(?:(?!\bshow|\bof\b)[^.;]){0,50}$",
        confidence=0.9,
        examples=("A man waves. Video said to be shot in Mosul, Iraq, {on October 18, 2016}.",),
    ),
)
"""The strongest of the cues, in the order in which they are tried."""
