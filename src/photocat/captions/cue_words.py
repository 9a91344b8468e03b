"""The words that the cues of ``date_cues`` are made of, as patterns over lower case."""

import re

PICTURE = (
    r"(?:photo|photograph|image|picture|video|footage|frame ?grab|screen ?grab|screenshot|still"
    r"|handout|(?:studio|publicity|promotional|file) shot"
    r"|frame|satellite|foto|aufnahme|archivfoto|archivbild|imagen|fotografía|archivo|cliché"
    r"|снимок|фото|кадр|bild)s?"
)
RELEASED = (
    r"(?:released|provided|issued|made available|handed out|distributed|posted|uploaded|published"
    r"|broadcast|aired|obtained|received|supplied|furnished|tweeted|shared|submitted|circulated"
    r"|veröffentlicht\w*|verbreitet\w*|diffusée?s?|publiée?s?|publicada|difundida|facilitada"
    r"|опубликован\w*|распространен\w*|оприлюднен\w*)"
)
NOT_SHOWN = (
    r"(?:(?!\bshow|\btaken\b|\bshot\b|\bpurport|\bdepict|\bzeigt|\bmuestra|\bmontre)"
    r"(?:[^.,;\"]|(?<=\b[a-z])\.|(?<=\binc)\.)){0,100}"
)
TAKEN = (
    r"(?:(?<!to be )(?<!have )taken|photographed|(?<=to be )shot|(?<=was )shot|pictured|captured"
    r"|snapped|seen|shown|filmed|recorded|dated(?: on (?:the )?(?:back|verso|reverse))?|made"
    r"|aufgenommen|entstand|entstanden|fotografiert|prise?s?|photographiée?|tomada|captada"
    r"|сделан\w*|снят\w*"
    r"|сделано|зроблен\w*|знят\w*|التقطت|摄于|拍摄于)"
)
EVENT = (
    r"(?:elections?|referendum|vote|olympics|olympic games|paralympics|world cup|asian games|games"
    r"|championships?|festival|summit|conference|awards?|competition|contest|expo|parade|final|finals|tournament"
    r"|marathon"
    r"|convention|inauguration|grand prix|super bowl|campaign|carnival|pageant|gala|fair"
    r"|exposition|cup|primary|primaries)"
)
BLOW = (
    r"(?:attacks?|bombings?|earthquake|quake|tsunami|hurricane|massacre|revolution|uprising|war"
    r"|genocide"
    r"|revolt|rebellion|overthrow"
    r"|crash|shootings?|protests?|riots?|invasion|crisis|annexation|killings|killing(?= of)|rape"
    r"|kidnapping|abduction|evacuation|blast|collapse"
    r"|murder|disaster|coup"
    r"|ceasefire|truce|deal|agreement|accord|treaty|offensive|siege|rally|demonstrations?|conflict"
    r"|flood|floods|eruption|explosion|fire|wildfire|storm|famine|strike|strikes|airstrike|raid"
    r"|meeting|deployment"
    r"|visit|talks|speech|debate|trial|verdict|ruling|law|report|budget|census|season|film|movie"
    r"|book"
    r"|album|song|novel|issue|edition|constitution|death|arrest|disappearance|downing|ouster|putsch"
    r"|slaying|execution|executions|hanging|outbreak|pandemic|poll|polls|runoff|deadline|launch|test|vote|attentats?|anschlag|anschläge)"
)
DISASTER = (
    r"(?:floods?|flooding|floodwaters|storms?|earthquake|quake|tsunami|hurricane|cyclone|typhoon|tornado"
    r"|landslide|mudslide|avalanche|eruption|wildfires?|bushfires?)"
)
"""Blows whose traces are gone soon: who shows the wreckage shows it of those days."""
FEAST = (
    r"(?:\w*day|new year|christmas|easter|eid(?: al-\w+)?|ramadan|ashura|purim|passover|diwali|holi"
    r"|nowruz|festival|holidays?|birthday|feast)"
)
SMALL = (
    r"(?:as|an?|the|in|at|on|of|to|and|or|with|during|after|before|for|by|from|near|is|are|was"
    r"|her|his|their|its|will|would|were|has|have|had|be|it|he|she|they|who|that|which)\b"
)
BLOW_ABROAD = (
    r"\w (?:(?:anschlag|anschläge|attentat|angriff|erdbeben|unwetter|unglück|massaker|putsch"
    r"|volksaufstand)\w*|attentats?|attaques?|séismes?|massacres?|inondations?|élections?|accident"
    r"|atentados?|ataques?|terremotos?|elecciones|golpe de estado|masacres?)"
)
AFTER_BLOW = r"\b(?:после|жертв\w*|годовщин\w*|накануне|після|річниц\w*|напередодні)\b[^.,;]{3,40}"
"""What leads to the date of a blow in other languages: ``Anschlag vom``, ``после взрыва``."""
DONE = (
    r"(?:killed|murdered|slain|founded|established|built|formed|created|opened|launched|signed|adopted|elected"
    r"|re-elected|selected|chosen|born|died"
    r"|married|completed|constructed|invented|discovered|abolished|annexed"
    r"|independence(?! (?:square|day|avenue|hall|mall|monument))|resigned"
    r"|ousted"
    r"|toppled|overthrown|deposed|appointed|crowned|enthroned|introduced|ratified|inaugurated"
    r"|introduced"
    r"|assassinated|executed|convicted|sentenced|dedicated|erected|designed|patented|commissioned"
    r"|decommissioned|drafted|acquired|purchased|expired|started|begun|began|ended|gegründet"
    r"|erbaut|gebaut"
    r"|unveiled|printed|reprinted|fallecid[ao]|muert[ao]|inaugurad[ao]|décédée?|inaugurée?"
    r"|expelled|deported|exiled|indicted|acquitted|pardoned|extradited|hanged|beheaded|hijacked"
    r"|torpedoed|fusillée?s?|assassinée?s?|disparue?s|fusilad[ao]s?|asesinad[ao]s?|desaparecid[ao]s?"
    r"|verstorben|eingeweiht|enthüllt|скончал\w+|умер\w*"
    r"|разбивш\w+|рухнувш\w+|затонувш\w+|взорванн\w+|открыт\w+"
    r"|geboren|gestorben|eröffnet|fondée?|construite?|né|née|mort|fundad[ao]|nacid[ao]|основан\w*"
    r"|построен\w*|родил\w*|заснован\w*|took office|came to power|took power|went missing"
    r"|disappeared|разруш\w+|погибш\w+|убит\w+|захвачен\w*|уничтож\w+|зруйнован\w*|загибл\w+"
    r"|demolished|destroyed|rebuilt|restored|renovated|renamed|dismantled|torn down"
    r"|vanished|seized|kidnapped|abducted|jailed|imprisoned|arrested|won|legalized|banned|outlawed)"
)
RUINED = (
    r"(?:(?<=\ba )|(?<=\ban )|(?<=\bthe )|(?<=\btheir ))"
    r"(?:destroyed|demolished|restored|renovated|rebuilt) [a-z]"
)
"""What one sees, and nothing that was done then: ``look at a destroyed house August 15, 2006``."""
PAST = (
    r"(?:was|were|had|has|have|been|died|fled|won|took|became|began|fell|broke|left|lost|came"
    r"|went|struck"
    r"|hit|shot|said|sank|led|ran|rose|met|held|sent|gave|\w{2,}ed)"
)
KNOWN_DAYS: tuple[tuple[str, str, str], ...] = (
    ("XXXX-09-11", r"(?:terror|attacks?|hijack|world trade|memorial|anniversary)", "2001-09-11"),
    ("XXXX-01-06", r"(?:capitol|riot|insurrection|attack|committee|rioters)", "2021-01-06"),
    ("XXXX-10-07", r"(?:attack|assault|massacre|hamas|hostage)", "2023-10-07"),
)
"""Days that everyone calls without their year, with the words that must follow."""
UNDATED = re.compile(
    r"\b(?:n\. ?d\.|[Uu]ndated\b|[Nn]o date\b|ohne Datum|undatiert\w*|o\. ?D\.|s\. ?d\.|sin fecha)"
)
"""Words of a caption that says that nobody knows when it was; in the case they are written in."""
