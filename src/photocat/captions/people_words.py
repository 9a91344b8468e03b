"""The words that the rules of ``people`` are made of, as patterns."""

from __future__ import annotations

_PART = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ][\w'-]+"
_SMALL = r"(?:(?:al|el|bin|ibn|de|del|da|di|du|la|le|van|von|der|den|dos|bint)[ -])"
_MIDDLE = rf"(?:(?:[A-Z]\. ?){{1,2}}|\"[^\"]{{2,20}}\" )?{_SMALL}*"
FULL = (
    rf"(?:[A-Z]\. ?){{0,2}}{_PART}(?: {_MIDDLE}{_PART}){{1,3}}(?:,? [JS]r\.)?"
    rf"|{_PART}(?: [A-Z]\.){{1,2}} {_PART}"
)
"""A name of two words or more."""
ANY = rf"{_PART}(?: {_MIDDLE}{_PART}){{0,3}}(?:,? [JS]r\.)?"
"""A name, be it of one word, where something else tells that it is one."""

TITLE = (
    r"(?:[Vv]ice[- ][Pp]resident|[Pp]resident(?:-elect)?|[Pp]rime [Mm]inister|[Pp]remier"
    r"|[Cc]hancellor|[Kk]ing|[Qq]ueen|[Pp]rince|[Pp]rincess|Pope|Pastor|[Bb]ishop|[Aa]rchbishop"
    r"|[Cc]ardinal|[Pp]atriarch|[Ii]mam|[Rr]abbi|[Ss]heikh|[Aa]yatollah|[Ss]enator|Sen\.|Rep\."
    r"|Gov\.|[Gg]overnor|[Mm]ayor|[Mm]inister"
    r"|[Ss]ecretary(?:[- ][Gg]eneral| of (?:[Ss]tate|[Dd]efen[cs]e|the [A-Z]\w+|[A-Z]\w+))?"
    r"|[Aa]mbassador|[Ee]nvoy|[Cc]ommissioner|[Gg]en\.|[Gg]eneral|Col\.|[Cc]olonel|Maj\.|Major"
    r"|Capt\.|[Cc]aptain|Lt\.|[Ll]ieutenant|Sgt\.|[Ss]ergeant|Cpl\.|[Cc]orporal|Spc\.|Pfc\.|Pvt\."
    r"|Adm\.|[Aa]dmiral|Cmdr\.|[Cc]ommander|Seaman|Airman|Dr\.|Prof\.|[Pp]rofessor|Mr\.|Mrs\.|Ms\."
    r"|Sir|Lady|Lord|[Ff]irst lady|First Lady|[Jj]udge|[Jj]ustice|[Cc]oach|[Cc]hair(?:wo)?man"
    r"|[Dd]irector|[Ss]peaker|[Cc]hief|[Aa]ctor|[Aa]ctress|[Ss]inger|[Aa]uthor|[Pp]hotographer"
    r"|[Aa]ctivist|[Pp]ilot|[Jj]ournalist|[Ll]eader|[Cc]andidate|[Nn]ominee|[Mm]anager|[Mm]usician"
    r"|[Aa]rtist|[Ww]riter|[Dd]esigner|[Ss]pokes(?:man|woman|person)|[Ll]awyer|[Ll]awmaker"
    r"|[Ff]ounder|[Aa]dvis[eo]r|CEO|[Cc]ounterpart|[Cc]osmonaut|[Aa]stronaut|[Rr]apper|[Cc]omedian|[Pp]oet"
    r"|(?i:trainer|skipper|driver|farmer|fisherman|goalkeeper|midfielder|striker|forward|defender"
    r"|quarterback|pitcher|swimmer|sprinter|runner|champion|boxer|cyclist|skier|player|gymnast"
    r"|worker|teacher|student|nurse|volunteer|firefighter|officer|detective|prosecutor|mechanic"
    r"|engineer|scientist|researcher|historian|curator|chef|baker|shepherd|veteran|survivor"
    r"|refugee|defendant|suspect|businessman|billionaire|producer|conductor|composer|dancer|model)"
    r"|[Bb]undeskanzler(?:in)?|[Kk]anzler(?:in)?|[Pp]räsident(?:in)?|[Mm]inister(?:in|präsident)"
    r"|[Pp]résidente?|[Mm]inistre|[Pp]residenta?e?|[Mm]inistr[oa]|[Пп]резидент|[Мм]инистр"
    r"|[Пп]ремьер-министр|[Мм]іністр|[Пп]рем'єр-міністр)"
)
TITLE_THEN = rf"(?:{TITLE},? )"
TITLED = rf"(?:(?:[A-Z][\w.&'-]*|of|the|and|for|{TITLE}|former|then) ){{0,8}}?{TITLE},? "
"""``French Foreign Minister ``: words that end in a title, and the blank behind them."""

WHERE = (
    r"(?:(?:far|second|third|fourth|fifth|2nd|3rd|4th|top|bottom|front|back|upper|lower|center"
    r"|centre|rear|background)[ -]){0,2}"
    r"(?:from (?:the )?)?(?:left|right|center|centre|middle|foreground|background|top|bottom"
    r"|front|rear|L|R|C)"
    r"(?: (?:left|right|front|row|centre|center))?"
)
"""``left``, ``second from right``, ``2nd L``."""

_FOLLOWS = (
    r"(?:an?|the|his|her|their|its|to|at|in|on|with|during|from|for|by|as|after|before|into|up"
    r"|down|out|off|over|through|past|along|next|while|and|or|behind|inside|outside|under|against"
    r"|between|among|about|around|upon|towards?|near|beside|alongside|together|back|away|ahead"
    r"|aboard|across|one|two|three|questions|hands|not|ballots|reporters|journalists|photographers"
    r"|supporters|guests|students|soldiers|troops|people|that|how|this|him|them|it|via|like|of)"
)
ACTS = (
    r"(?!(?:who|whose|was|has|his|its|as|fans|supporters|followers|protesters|officials|members"
    r"|soldiers|fighters|voters|workers|has been|had|posters|campaigns)\b)"
    rf"(?:is|[a-z]{{2,}}s)(?=,? {_FOLLOWS}\b| [a-z]+(?:ing|ly|ed|en|wn)\b|,| \"| [A-Z]|\W*$"
    r"| ?\ufffc)"
)
"""``waves to``: a verb of one who acts, with a word that may follow one."""
ACT = (
    r"(?!(?:who|whose|was|were|of|in|at|on|with|for|from|as|to|by|during|the|a|an|his|her|are"
    r" accused|have been|had)\b)"
    rf"(?:are|[a-z]{{3,}})(?=,? {_FOLLOWS}\b| [a-z]+(?:ing|ly)\b| [A-Z]|\W*$| ?\ufffc)"
)
"""The same of several."""
MEETS = (
    r"(?:(?:meets?|talks?|speaks?|walks?|poses?|stands?|sits?|arrives?|shakes? hands|confers?"
    r"|chats?|appears?|dances?|laughs?|jokes?|sings?|performs?|plays?|waits?|rides?|signs?)"
    r"(?: [a-z]+){0,3}? (?:with|to|beside|alongside|next to)"
    r"|(?:accompanied|flanked|joined|greeted|escorted|welcomed|hugged|embraced|surrounded) by"
    r"|greets?|welcomes?|embraces?|hugs?|kisses|congratulates?|meets?|receives|hosts)"
)
"""What one does with somebody who is there too."""

KIN = (
    r"(?:(?:an?|the|his|her|their|fellow|former|then|late|wife|husband|son|daughter|brother"
    r"|sister|mother|father|teammate|colleague|counterpart|[A-Z][a-z]+) ){0,3}?"
)
"""``his Afghan counterpart`` before a name."""
LEAD = (
    r"^\W{0,20}(?:(?:FILE|File|TOPSHOT|UNDATED)\b(?: PHOTO| photo)?\W{1,20})?"
    r"(?:[A-Z][A-Z' .,-]{2,60}(?:\([A-Z]\w+\) ?)?(?: ?\ufffc{1,80}+)?\W{1,4})?"
    r"(?:(?:In|On|This) [^,]{0,70}, |\(?\ufffc{1,80}+\)?\W{1,3})?"
)
"""What may stand before who acts: a label, a dateline, ``In this March 2016 photo,``."""
APPOSED = r"(?:,? \([^()]{1,30}\)| of [A-Z][\w.]+,)?(?:,(?: [^,\ufffc]{1,80},){1,2})?"
"""``, head of the party,`` behind a name."""

LIKENESS = (
    r"\b(?:portraits?|posters?|memorials?|pictures?|photos?|photographs?|images?|murals?|statues?"
    r"|bust|effig(?:y|ies)|billboards?|paintings?|banners?|tomb|grave|funeral|masks?|cut-?outs?"
    r"|placards?|drawing|caricature|coffins?|body|remains|vigil|tribute|figure|wax|screens?"
    r"|television|broadcast|puppet|sculpture|T-shirts?|book|film|movie|name)\b[^.;]{0,40}\b(?:of|for"
    r"|depicting|showing|honou?ring|with|reading|to|featuring|displaying|about|bearing|shows?)\b"
    r"[^.;,]{0,60}$"
)
"""What stands before the name of somebody who is shown only as a likeness, or remembered."""

NO_PERSON = (
    r"^(?:The|A|An|This|In|On|At|U\.?S|US|UN|EU|New|North|South|East|West|Saudi|San|Los|Las|Fort"
    r"|Camp|Air|Coast|Army|Navy|Red|White|Black|Great|General View|Northern|Southern|Eastern"
    r"|Western|National|Royal|Supreme|Mount|Lake|River|Hurricane|Syrian|Russian|Turkish|Iraqi"
    r"|Afghan|Israeli|Palestinian|Ukrainian|Chinese|British|French|German|American|Indian"
    r"|Pakistani|Iranian|Egyptian|Japanese|Korean|Mexican|Cuban|Somali|Kurdish|African|European"
    r"|Asian|Muslim|Christian|Jewish|Catholic|Orthodox|Buddhist|Hindu|Police|Rebel|Members|People"
    r"|Men|Women|Children|Workers|Soldiers|House|Senate|State|Security|Supreme|Two|Three|Four|It"
    r"|He|She|They|His|Her|Their|From|Free|Islamic|Pro|Anti|Los)\b"
    r"|\b(?:Army|Navy|Force|Forces|Guard|Party|Council|Committee|University|Ministry|Department"
    r"|Company|Church|Team|House|Center|Centre|Airport|Base|Station|Street|Square|Park|Stadium"
    r"|Hospital|School|Museum|Island|Islands|Bay|Sea|City|County|Province|District|Region|States"
    r"|Kingdom|Republic|Union|Nations|Squad|Brigade|Battalion|Regiment|Division|Airlines|Club"
    r"|Mosque|Temple|Bridge|Tower|Palace|Association|Court|Police|Corps|Group|Command|Minister"
    r"|Secretary|Avenue|Road|Games|Cup|Festival|State|Services|Prison|Hotel|Bank|Wall|Gate)$"
)
"""Capitalised words that are no person."""
