"""What captions say around places: prepositions, states, directions, and what is no place at all.

Words are lower case unless they are written in capitals in captions.
"""

from __future__ import annotations

import re

STATES = {
    "Penna": "PA", "Cal": "CA", "Ia": "IA",
    "Ala": "AL", "Ariz": "AZ", "Ark": "AR", "Calif": "CA", "Colo": "CO", "Conn": "CT",
    "Del": "DE", "Fla": "FL", "Ga": "GA", "Ill": "IL", "Ind": "IN", "Kan": "KS", "Kans": "KS",
    "Ky": "KY", "La": "LA", "Md": "MD", "Mass": "MA", "Mich": "MI", "Minn": "MN", "Miss": "MS",
    "Mo": "MO", "Mont": "MT", "Neb": "NE", "Nebr": "NE", "Nev": "NV", "N.H": "NH", "N.J": "NJ",
    "N.M": "NM", "N. Mex": "NM", "N.Y": "NY", "N.C": "NC", "N.D": "ND", "N. Dak": "ND",
    "Okla": "OK", "Ore": "OR", "Oreg": "OR", "Pa": "PA", "Penn": "PA", "R.I": "RI", "S.C": "SC",
    "S.D": "SD", "S. Dak": "SD", "Tenn": "TN", "Tex": "TX", "Vt": "VT", "Va": "VA", "Wash": "WA",
    "W.Va": "WV", "W. Va": "WV", "Wis": "WI", "Wisc": "WI", "Wyo": "WY", "D.C": "DC", "DC": "DC",
}  # fmt: skip
"""Abbreviations of the AP Stylebook (and older ones) without their last dot, after a comma."""

_STATES = """
AL:alabama, AK:alaska, AZ:arizona, AR:arkansas, CA:california, CO:colorado, CT:connecticut,
DE:delaware, FL:florida, GA:georgia, HI:hawaii, ID:idaho, IL:illinois, IN:indiana, IA:iowa,
KS:kansas, KY:kentucky, LA:louisiana, ME:maine, MD:maryland, MA:massachusetts, MI:michigan,
MN:minnesota, MS:mississippi, MO:missouri, MT:montana, NE:nebraska, NV:nevada,
NH:new hampshire, NJ:new jersey, NM:new mexico, NY:new york, NC:north carolina,
ND:north dakota, OH:ohio, OK:oklahoma, OR:oregon, PA:pennsylvania, RI:rhode island,
SC:south carolina, SD:south dakota, TN:tennessee, TX:texas, UT:utah, VT:vermont,
VA:virginia, WA:washington, WV:west virginia, WI:wisconsin, WY:wyoming
"""
STATE_NAMES = dict(pair.strip().split(":") for pair in _STATES.replace("\n", " ").split(","))
"""Keys of the names of states by postal code."""

_CODES = """
AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM
NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC
"""
POSTAL = frozenset(_CODES.split())
"""Postal codes of states (USPS Publication 28, appendix B), after a comma."""

PROVINCES = {
    "Ont": ("CA", "Ontario"), "Que": ("CA", "Quebec"), "B.C": ("CA", "British Columbia"),
    "BC": ("CA", "British Columbia"), "Alta": ("CA", "Alberta"), "Man": ("CA", "Manitoba"),
    "Sask": ("CA", "Saskatchewan"), "N.S": ("CA", "Nova Scotia"), "N.B": ("CA", "New Brunswick"),
    "NSW": ("AU", "New South Wales"), "Qld": ("AU", "Queensland"), "Tas": ("AU", "Tasmania"),
    "P.E.I": ("CA", "Prince Edward Island"), "PEI": ("CA", "Prince Edward Island"),
    "NB": ("CA", "New Brunswick"), "QC": ("CA", "Quebec"),
    "Nfld": ("CA", "Newfoundland and Labrador"),
    "Beds": ("GB", "Bedfordshire"), "Berks": ("GB", "Berkshire"),
    "Bucks": ("GB", "Buckinghamshire"),
    "Cambs": ("GB", "Cambridgeshire"), "Glos": ("GB", "Gloucestershire"),
    "Hants": ("GB", "Hampshire"), "Herts": ("GB", "Hertfordshire"), "Lancs": ("GB", "Lancashire"),
    "Leics": ("GB", "Leicestershire"), "Lincs": ("GB", "Lincolnshire"),
    "Northants": ("GB", "Northamptonshire"), "Notts": ("GB", "Nottinghamshire"),
    "Oxon": ("GB", "Oxfordshire"), "Staffs": ("GB", "Staffordshire"),
    "Warks": ("GB", "Warwickshire"),
    "Wilts": ("GB", "Wiltshire"), "Worcs": ("GB", "Worcestershire"), "Yorks": ("GB", "Yorkshire"),
    "N. Yorks": ("GB", "North Yorkshire"), "S. Yorks": ("GB", "South Yorkshire"),
    "W. Yorks": ("GB", "West Yorkshire"), "E. Yorks": ("GB", "East Riding of Yorkshire"),
    "Pembs": ("GB", "Pembrokeshire"), "Shrops": ("GB", "Shropshire"), "P.R": ("PR", "Puerto Rico"),
}  # fmt: skip
"""Abbreviations of other countries' provinces, after a comma."""

DIRECTIONS = {
    "north": 0, "northern": 0, "northeast": 45, "northeastern": 45, "north-east": 45,
    "north-eastern": 45, "east": 90, "eastern": 90, "southeast": 135, "southeastern": 135,
    "south-east": 135, "south-eastern": 135, "south": 180, "southern": 180, "southwest": 225,
    "southwestern": 225, "south-west": 225, "south-western": 225, "west": 270, "western": 270,
    "northwest": 315, "northwestern": 315, "north-west": 315, "north-western": 315,
    "north east": 45, "south east": 135, "south west": 225, "north west": 315,
}  # fmt: skip
"""Compass words in degrees from north."""

MIDDLES = frozenset({"central", "downtown", "inner", "old", "greater", "upper", "lower", "inside",
                     "mainland", "continental", "contiguous", "rural", "metro", "metropolitan",
                     "suburban", "rebel-held", "government-held", "war-torn"})  # fmt: skip
"""Words before a name that change nothing about where it is."""

LOCATIVE = {
    "in": 3.0, "at": 3.0, "near": 3.0, "outside": 2.6, "inside": 2.8, "on": 2.2, "off": 2.4,
    "over": 2.0, "above": 1.6, "around": 2.0, "across": 1.8, "along": 2.2, "aboard": 0.5,
    "throughout": 2.0, "through": 1.4, "within": 2.2, "under": 1.0, "into": 1.4, "down": 1.8,
    "atop": 2.4, "up": 0.8, "en": 2.5,
    "à": 2.5, "au": 2.0, "im": 2.5, "bei": 2.5, "aus": 0.3, "auf": 2.0, "nahe": 2.5, "dans": 2.2,
    "em": 2.5, "cerca": 2.0, "v": 2.5, "na": 2.2, "i": 2.0, "på": 2.0, "в": 2.5,
    "на": 2.2, "у": 2.2, "под": 2.2, "під": 2.2, "près": 2.5, "by": 0.0, "towards": 0.9,
    "toward": 0.9, "to": 0.7, "from": 0.2, "of": -0.6, "for": -1.5, "about": -3.0, "with": -1.5,
    "against": -2.5, "and": 0.0, "between": 0.6, "del": 0.0, "beside": 1.5, "during": 1.4,
    "beneath": 1.0,
    "amid": 0.5, "via": 0.3, "leaving": 1.5, "entering": 1.8, "crossing": 1.8, "patrols": 2.2,
    "cross": 1.6, "crosses": 1.6, "crossed": 1.4,
    "patrol": 2.0, "enters": 1.8, "visits": 2.2, "visit": 1.6, "transits": 2.6, "transit": 2.4,
    "leaves": 1.5, "departs": 1.8, "departing": 1.8, "overlooking": 1.6, "surrounding": 1.0,
    "zu": 0.5, "von": -0.5, "der": 0.0, "vor": 1.0, "vers": 0.6, "sur": 1.6, "outskirts": 2.4,
    "past": 1.8, "visited": 2.2, "visiting": 2.0, "toured": 2.0, "touring": 2.0, "reached": 1.4,
    "tours": 2.0, "reaches": 1.6, "approaches": 2.6, "approaching": 1.4,
    "hits": 1.5, "devastated": 1.5, "struck": 1.5, "hit": 1.4,
}  # fmt: skip
"""How much a word before a name says that the photo was made there."""

FOREIGN_LOCATIVE = {"i": 2.2, "w": 2.5, "we": 2.5, "v": 2.5, "ve": 2.5, "a": 1.0, "de": 0.4,
                    "ved": 2.0, "em": 2.5, "no": 2.0, "na": 2.2, "z": 0.4, "til": 0.7}  # fmt: skip
"""The same where the caption is not English."""

GERMAN_NOUNS = frozenset(("Stadt", "Gemeinde", "Ort", "Dorf", "Ortschaft", "Kreisstadt", "Insel"))
"""``der sächsischen Stadt Meißen``: they stand before a name, and villages bear some of them."""

NOT_HERE = re.compile(
    r"\b(?:assigned to|attached to"
    r"|, (?:(?:an?|the) )?(?:[\w-]+ ){0,3}(?:professor|lecturer|researcher|scientist|historian"
    r"|economist|analyst|fellow|expert|specialist|student|graduate|dean|surgeon|doctor|curator"
    r"|biologist|scholar|director)(?: (?:of|in) [a-z ]{3,30})? (?:at|with)"
    r"|(?<!to )(?<!its )home ?port(?:ed)? (?:at|in|of)"
    r"|headquartered (?:in|at)|born in"
    r"|raised in|based (?:in|at|out of)|native of|resident of|(?-i:residents) of|citizens? of"
    r"|(?:will|would|plans? to|due to|set to|scheduled to) (?:[a-z]+ ){1,3}in"
    r"|in connection with [a-z ]{3,30} in"
    r"|(?:to|will) go to|going to|(?:leav|depart|embark)(?:es|s|ing) for"
    r"|on (?:the|it'?s|their|his|her|our) way (?:back )?(?:home )?to"
    r"(?: (?:the )?[a-z]+){0,4}(?: of)?"
    r"|spen(?:t|ding|ds) (?:the |their |his |her |an? |two |three |several |many |\d+ )?"
    r"(?:summers?|winters?|months?|years?|time|seasons?) (?:in|on)"
    r"|(?-i:[A-Z][a-z’'-]+), (?:left, |right, |center, )?from"
    r"|originally from|(?:famil(?:y|ies)|mother|father|boy|girl|woman|man|couple|farmer|farmers"
    r"|soldiers?|sailors?|marines?|airm[ae]n|troops|guardsm[ae]n|students?|pilots?"
    r"|migrants?|refugees?|evacuees?|tenants?|pickers?) from"
    r"|visiting (?-i:[A-Z])[^.;]{1,60} from"
    r"|en ?route from [^.;]{2,60} to"
    r"|imprisoned in|detained in|jailed in|captive in"
    r"|exiled? (?:in|to)|who lives in|lives in|living in|grew up in|fled|fleeing|returned from"
    r"|returning from|deploy(?:ed|ing|ment)? (?:to|from)|ahead of|presence in|role in|invasion of"
    r"|annexation of|occupation of|(?:bound for|heading to|headed to|en route to|on the way to"
    r"|(?:travell?ing|flying|driving|sailing) to)"
    r"(?: [a-z]+){0,2}(?: in)?|coup in|elections? in|trip to|tour of"
    r"|ambassador (?:to|in)|embassy of|talks with|talks on"
    r"|war in|conflict in|crisis in|situation in|fighting in|troops in|violence in|attacks? in"
    r"|policy (?:in|on|toward)|protests? against|solidarity with|support of|withdrawal from"
    r"|president of|minister of|king of|queen of|prince of|bishop of|mayor of|governor of"
    r"|people of|map of|flags? of|relations with"
    r"|(?<!ern )(?<!north )(?<!south )(?<!east )(?<!west )part of)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a name: it is where somebody or something belongs, not where the photo was made."""

SCENE = re.compile(
    r"\b(?:sites?|scenes?|aftermath|place|after|following|hours after|wake|wreckage|debris|damage"
    r"|damaged|destroyed|killed|wounded|injured|victims?) (?:(?:of|by|from|in|during) )?"
    r"[^.;,]{0,60}(?:attacks?|violence|fighting|crisis|conflict|coup) in\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a name: what happened there is what the photo shows, whatever ``NOT_HERE`` says."""

STREETS = re.compile(
    r"\b(?:streets|outskirts|centre|center|heart|skies|banks|coast|roofs|rooftops|skyline|suburbs"
    r"|slums|edge|waterfront|houses|homes"
    r"|beaches|fields|ruins|rubble|remains|plains|forests|walls) of $"
    r"|\b(?:during|amid|under|after|following) (?:an? |the )?(?:\w+ )?"
    r"(?:bombardment|shelling|bombing|siege) of $"
    r"|\b(?:calles|centro|afueras|puerto|rues|centre|port|banlieue) de $"
    r"|\b(?:Straßen|Viertel|Teil|Innenstadt|Altstadt|Zentrum|Hafen|Nähe|Bahnhof|Rathaus|Norden|Süden|Osten"
    r"|Westen|Raum|Stadtteil|Kanälen) von $"
)
"""Before a name: what is there is in the place."""

PLACE_NOUNS = (
    "city|town|village|hamlet|settlement|port|capital|section|province|region|district|state|island"
    "|islands|county|neighbou?rhood|suburb|suburbs|outskirts|commune|municipality|borough|area"
    "|enclave|township|resort|community|republic|peninsula|oblast|coast|coastline|shores?|banks"
    "|border|valley|kibbutz|stronghold|quarter|part|parts|side|edge|center|centre|heart|streets"
    "|governorate|prefecture|department|parish|hub|crossing|checkpoint|camp|base|airport|waters"
    "|skies|desert|mountains|countryside|ghetto|slum|site|ruins|territory|canton|kingdom|emirate"
    "|reserve|game reserve|nature reserve|national park|sanctuary"
    "|atoll|archipelago|foothills|favela|shantytown|highlands|lowlands|plains|hills|interior"
    "|heartland|harbou?r|seaport|marina"
)
"""Nouns that stand before ``of NAME`` or before the name itself, and make it a place."""

ROADS = (
    r"Avenue|Ave|Street|Road|Rd|Boulevard|Blvd|Lane|Drive|Highway|Hwy|Route|Parkway|Freeway|Pike"
)

ORGANISATIONS = (
    r"Department|Dept|Ministry|Agency|Institute|Bank|Party|Corporation|Corp|Inc|Company|Co|Times"
    r"|Post|News|Congress|Committee|Council|Commission|Association|Federation|League|Union|Herald"
    r"|Foundation|Society|Airlines|Airways|Air Lines|Team|Club|FC|SC|Brigade|Battalion|Regiment"
    r"|Division|Battery|Wing|Detachment|Corps|Command|Fleet|Squadron|Battle Group|Strike Group"
    r"|Ready Group|Task Force|National Guard|Guard|Police|Army|Navy|Air Force|Force|Forces|Marines"
    r"|Coalition|Alliance|Movement|Front|Group|Parliament|Senate|Assembly|Government|Journal"
    r"|Tribune|Chronicle|Gazette|Globe|Examiner|Service|Services|Administration|Authority|Bureau"
    r"|Fund|Trust|Organi[sz]ation|Initiative|Programme|Program|Network|Television|TV|Radio|Press"
    r"|Media|Observatory|Watch|Exchange|Chamber|Cup|Open|Marathon|Games|Olympics|Festival|Awards"
    r"|Conference|Summit|Accords?|Agreement|Convention|Treaty|Protocol|War|Revolution|Fashion Week"
    r"|Film Festival|Motor Show|Auto Show|Biennale|Book Fair|Championships?|Tournament|Grand Prix"
    r"|Democrats?|Republicans?|Delegation|Premier|Stock Exchange"
)
"""Last words of names of bodies and events: a place within such a name is not where one is."""

EVENTS = frozenset(
    {"Games", "Olympics", "Marathon", "Festival", "Fashion Week", "Film Festival", "Open", "Summit",
     "Conference", "Grand Prix", "Championship", "Championships", "Motor Show", "Auto Show",
     "Biennale", "Book Fair", "Tournament", "Cup", "Awards", "Parliament", "Assembly",
     "Stock Exchange", "Pride", "Protest", "Protests", "Rally", "Parade",
     "Carnival", "Pride Parade", "Pride March",
     "Book Festival",
     "Fest", "Jazz Fest", "Jazz Festival", "Music Festival", "Air Show", "Airshow", "Triathlon",
     "Regatta", "Derby", "Masters", "Paralympics"}
)  # fmt: skip
"""Those of them that are held where their name says: weak evidence, never none."""

FACILITIES = (
    r"Museum|University|College|School|Hospital|Embassy|Stadium|Arena|Airport|Medical Center"
    r"|Medical Centre|Clinic|Church|Cathedral|Mosque|Synagogue|Temple|Hotel|Prison|Jail|Palace"
    r"|Square|Courthouse|Court|Zoo|Center|Centre|Hall|Theater|Theatre|Library|Station|Park|Gardens?"
    r"|Bridge|Tower|Plaza|Field|Speedway|Raceway|Market|Monastery|Cemetery|Memorial|Fairgrounds"
    r"|Convention Center|Opera House|Opera|Studio|Studios|Laboratory|Shipyard|Pier|Harbor|Factory"
    r"|Building|House|Ballroom|Auditorium|Barracks|Mall|Academy|Coliseum|Ballpark|Golf Club"
    r"|Country Club|Stock Exchange|Exchange"
    r"|Landing Zone|Range Complex|Outpost|Training Area|Compound"
    r"|Reserve|Refuge|Sanctuary|Preserve|Conservancy|Ranch|Racecourse|Circuit|Velodrome|Terminal"
    r"|Castle|Abbey|Basilica|Shrine|Pagoda|Fortress|Citadel|Mausoleum|Monument|Obelisk|Statue"
    r"|Gate|Checkpoint|Dam|Refinery|Farm|Old City|Old Town|Quarter|Chinatown"
)
"""Last words of names of buildings: a place within such a name is where the building stands."""

_TEAM_NAMES = """
Angels | Astros | Athletics | Blue Jays | Braves | Brewers | Cardinals | Cubs | Diamondbacks
| Dodgers | Giants | Guardians | Indians | Mariners | Marlins | Mets | Nationals | Orioles |
Padres | Phillies | Pirates | Rangers | Rays | Red Sox | Reds | Rockies | Royals | Tigers |
Twins | White Sox | Yankees | 76ers | Bucks | Bulls | Cavaliers | Celtics | Clippers |
Grizzlies | Hawks | Heat | Hornets | Jazz | Kings | Knicks | Lakers | Magic | Mavericks |
Nets | Nuggets | Pacers | Pelicans | Pistons | Raptors | Rockets | Spurs | Suns | Thunder |
Timberwolves | Trail Blazers | Warriors | Wizards | 49ers | Bears | Bengals | Bills |
Broncos | Browns | Buccaneers | Chargers | Chiefs | Colts | Commanders | Cowboys | Dolphins
| Eagles | Falcons | Jaguars | Jets | Lions | Packers | Panthers | Patriots | Raiders | Rams
| Ravens | Redskins | Saints | Seahawks | Steelers | Texans | Titans | Vikings | Avalanche |
Blackhawks | Blue Jackets | Blues | Bruins | Canadiens | Canucks | Capitals | Coyotes |
Devils | Ducks | Flames | Flyers | Golden Knights | Hurricanes | Islanders | Kraken |
Lightning | Maple Leafs | Oilers | Penguins | Predators | Red Wings | Sabres | Senators |
Sharks | Stars | Wild | United | City | Hotspur | Wanderers | Rovers | Athletic | Albion |
Villa | Wolves | Sounders | Galaxy | Sparks | Sky | Mercury | Liberty | Storm | Dream | Aces
| Lynx | Mystics | Fever | Sun | Madrid | Barcelona | Bayern | Borussia | Dynamo | Lokomotiv
| Spartak | Zenit | Crusaders | Brumbies | Bulldogs | Wildcats | Huskies | Longhorns |
Buckeyes | Crimson Tide
"""
TEAMS = frozenset(" ".join(name.split()) for name in _TEAM_NAMES.split("|"))
"""Names of teams that follow a place; ``City`` and ``United`` only between other team names."""

ENGLISH = re.compile(
    r"\b(?:the|and|of|with|during|from|is|his|her)\b|^(?:FILE\W+)?An? [a-z]|^An? [A-Z]\w+ [a-z]"
)
"""Words that no other language we read has."""
