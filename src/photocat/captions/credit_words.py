"""What credits are made of, as patterns: names of agencies, words for a picture, people's names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from photocat.agencies import AGENCIES

_ALSO_WORDS_TEXT = (
    "army|navy|air force|coast guard|rex|guardian|abc|sta|tt|nasa|petra|bbc|state department"
    "|national guard|marine corps|space force|united nations|esa|nato|spacex|unicef|unhcr|unrwa"
    "|undp|wfp|world food programme|unama|unamid|unmiss|minusma|monusco|iaea|icrc"
    "|white house|the white house|fema|noaa|fars|mehr|mena|hina|spa|andina|cna|iha|wafa|wam|gamma"
    "|rapho|flickr|wikimedia|wikipedia|roscosmos|usgs|cdc|iwm|awm|signal corps|spiegel"
    "|farm security administration|fsa|owi|office of war information|ins|acme|msf|nps|hrw|usaid"
    "|usda|usace|usfs|u.s. forest service|u.s. army corps of engineers|save the children"
    "|national park service|human rights watch|amnesty international|doctors without borders"
    "|u.s. customs and border protection|customs and border protection|cbp|usfws"
    "|us customs and border protection|u.s. customs & border protection"
    "|u.s. immigration and customs enforcement|immigration and customs enforcement"
    "|us immigration and customs enforcement|u.s. fish and wildlife service"
    "|us fish and wildlife service|u.s. fish & wildlife service"
    "|naval history and heritage command|u.s. naval history and heritage command|nhhc"
    "|us naval history and heritage command|naval history & heritage command"
    "|naval historical center|u.s. naval historical center|us naval historical center"
    "|yad vashem|ministry of defence|eps|ап|спутник|u.s. central command|us central command|centcom"
    "|u.s. centcom"
)
_ALSO_WORDS = frozenset(_ALSO_WORDS_TEXT.split("|"))
"""Names that captions use in their sentences too: no credit by themselves."""


_NAMES = frozenset(
    name for agency in AGENCIES for name in (agency.name, *agency.aliases.split("|")) if name
)


_PLAIN = re.compile(r"[^\W\d_ ]{3,}(?: [^\W\d_ ]{2,})*")
"""Names that are also written in capitals: ``ASSOCIATED PRESS``; not ``AP`` or ``U.S. Navy``."""


Letters = dict[str, "Letters"]
"""What may follow a letter in names; ``""`` where one ends."""


def _alternatives(names: Iterable[str], *, words_too: bool = False) -> str:
    """Names as a pattern, the longest first, in capitals too."""
    written = {name for name in names if words_too or name.lower() not in _ALSO_WORDS}
    written |= {name.upper() for name in written if _PLAIN.fullmatch(name)}
    letters: Letters = {}
    for name in written:
        at = letters
        for letter in name:
            at = at.setdefault(letter, {})
        at[""] = {}
    return _spelt(letters)


def _spelt(letters: Letters) -> str:
    """A tree of letters as a pattern: what names begin with alike is compiled and tried once."""
    ways = [
        (r"\s{1,3}" if letter == " " else re.escape(letter)) + _spelt(further)
        for letter, further in sorted(letters.items())
        if letter
    ]
    if not ways:
        return ""
    ends = "" in letters
    some = ways[0] if len(ways) == 1 and not ends else f"(?:{'|'.join(ways)})"
    return some + "?" * ends


ALIASES = _alternatives(_NAMES)
EVERY_ALIAS = _alternatives(_NAMES, words_too=True)
ARCHIVE_ALIASES = _alternatives(
    (n for a in AGENCIES if a.kind == "archive" for n in (a.name, *a.aliases.split("|")) if n),
    words_too=True,
)
HAN = _alternatives(name for name in _NAMES if "\u4e00" <= name[0] <= "\u9fff")
PHOTO = (
    r"(?:photo(?:graph)?s?|pics?(?=:| by\b)|phoot|phto|pohto|poto|pictures?|image"
    r"|photography|foto(?:s|grafie)?|fot\."
    r"|bild(?:er|rechte|quelle)?|imagen"
    r"|kuva|(?:author|auteur|autore?a?)(?=:)|negative|transparency|kodachrome|video|fotó|illustration|grafik|karikatur|montage|fotomontage|photographer|fotograf"
    r"|(?:gelatin |silver |albumen |platinum )+print|tintype|daguerreotype|ambrotype"
    r"|(?:автор )?фото|фотограф|автор|світлина|zdjęcie|crédit(?:s)?(?: photo)?"
    r"|(?:mandatory )?credits?|quelle|courtesy|graphic|still)"
)
BY = (
    r"(?:(?: (?:and|&) (?:captions?|text|words|story|video))?"
    r"\s+(?:by|courtesy(?: of)?|attributed to|via|credit|von|par|de|del|taken by)\b\s*[:\-]?"
    r"|\s*(?:[:©]|\.\.\.))"
)
LABELLED = r"(?!(?:(?<=\bfile )|(?<!.))photo: (?-i:[^.()\n]{2,90}?(?: [a-z]+){4}))"
"""Not ``FILE PHOTO: Children, driven out by …``: what follows is a sentence, and no credit."""
REST = r"[^()\n|]{2,140}"

CAPITALS = (
    r"(?:(?:[^\W\d_a-z][\w'-]*|[A-Z][a-z]{0,2}\.|[123](?:st|nd|rd)|de|del|van|von|der|den|al|el"
    r"|bin|la|le|da|dos|di|du|y) ){0,7}[^\W\d_a-z][\w'-]*\.?"
)
"""A run of capitalised words, such as a rank and a name: ``Petty Officer 2nd Class Jane Doe``."""

NAME = (
    r"(?:(?:[A-Z]\.){1,3}[A-Z][a-z][\w'-]+"
    r"|[A-Z][\w'.-]*"
    r"(?:(?: (?:de|del|della|di|da|van|von|der|den|el|al|bin|la|le|du|dos|y|e|uz|ur|ul)\b){0,3}"
    r" (?:(?:al|el)-)?(?:[A-Z] )?[A-Z][\w'.-]+){1,3})"
)
"""A person's name, particles in small letters included."""
NATIONS = (
    r"American|British|English|French|German|Italian|Spanish|Dutch|Swiss|Austrian|Belgian|Canadian"
    r"|Mexican|Brazilian|Argentine|Cuban|Russian|Polish|Czech|Hungarian|Japanese|Chinese|Korean"
    r"|Indian|Australian|Scottish|Irish|Swedish|Danish|Norwegian|Finnish|Ukrainian|South African"
)
"""Of which a museum says that a photographer was one."""
GIVEN = (
    r"Aaron|Adam|Adrian|Alan|Albert|Alex|Alexander|Alexandra|Alexis|Alfred|Alice|Alison"
    r"|Allison|Amanda|Amber|Amy|Andre|Andrea|Andreas|Andrew|Andy|Angela|Anita|Ann|Anna|Anne"
    r"|Annie|Anthony|Antonio|Arthur|Ashley|Barbara|Barry|Ben|Benjamin|Berenice|Bernard|Beth"
    r"|Bill|Billy|Bob|Bobby|Brad|Bradley|Brandon|Brenda|Brent|Brett|Brian|Bruce|Bryan|Burt"
    r"|Calvin|Carl|Carla|Carlos|Carol|Caroline|Carolyn|Catherine|Chad|Charles|Charlie"
    r"|Cheryl|Chip|Chris|Christian|Christina|Christine|Christopher|Chuck|Cindy|Claire|Clara"
    r"|Clarence|Claude|Clifford|Colin|Connie|Craig|Curtis|Cynthia|Dan|Daniel|Danielle|Danny"
    r"|Darren|Darryl|Dave|David|Deborah|Debra|Denise|Dennis|Derek|Diana|Diane|Dick|Don"
    r"|Donald|Donna|Doris|Dorothea|Dorothy|Doug|Douglas|Duane|Ed|Eddie|Edgar|Edward|Edwin"
    r"|Eileen|Elaine|Eleanor|Elizabeth|Ellen|Elliott|Emil|Emily|Emma|Eric|Erik|Erin|Ernest"
    r"|Esther|Ethan|Eugene|Eva|Evan|Evelyn|Fenno|Frances|Francis|Frank|Franklin|Fred"
    r"|Frederick|Gail|Gary|Gene|Geoff|Geoffrey|Georg|George|Gerald|Gerard|Gilbert|Glen"
    r"|Glenn|Gloria|Gordon|Grace|Graham|Greg|Gregory|Hannah|Hans|Harold|Harry|Harvey"
    r"|Heather|Heinrich|Helen|Helene|Henri|Henry|Herbert|Herman|Howard|Hugh|Ian|Imogen"
    r"|Irene|Irving|Isaac|Ivan|Jack|Jacob|Jacqueline|James|Jamie|Jan|Jane|Janet|Janice"
    r"|Jared|Jason|Jay|Jean|Jeff|Jeffrey|Jennifer|Jeremy|Jerome|Jerry|Jesse|Jessica|Jill"
    r"|Jim|Jimmy|Joan|Joanne|Joe|Joel|Johann|Johannes|John|Johnny|Jon|Jonathan|Jose|Joseph"
    r"|Josh|Joshua|Joyce|Juan|Judith|Judy|Julia|Julie|Justin|Karen|Karl|Kate|Katherine"
    r"|Kathleen|Kathryn|Kathy|Katie|Keith|Kelly|Ken|Kenneth|Kent|Kevin|Kim|Kimberly|Kristin"
    r"|Kurt|Kyle|Larry|Laura|Lauren|Laurence|Lawrence|Lee|Leroy|LeRoy|Len|Leo|Leon|Leonard|Leslie|Lewis"
    r"|Linda|Lisa|Liz|Lloyd|Lois|Lori|Louis|Louise|Lucas|Lucy|Ludwig|Luis|Luke|Lynn|Marc"
    r"|Marcus|Margaret|Maria|Marie|Marilyn|Marion(?: Post)?|Marjory|Mark|Martha|Martin"
    r"|Marvin|Mary|Mathew|Matt|Matthew|Maurice|Max|Megan|Melanie|Melissa|Michael|Michelle"
    r"|Mickey|Miguel|Mike|Milton|Molly|Monica|Nancy|Natalie|Nathan|Neal|Neil|Nicholas|Nick"
    r"|Nicole|Nigel|Norman|Oliver|Oscar|Otto|Owen|Pam|Pamela|Patricia|Patrick|Paul|Paula"
    r"|Pauline|Pedro|Peggy|Perry|Pete|Peter|Phil|Philip|Phillip|Rachel|Ralph|Randall|Randy"
    r"|Ray|Raymond|Rebecca|Richard|Rick|Ricky|Rob|Robert|Roberta|Roberto|Robin|Rodney|Roger"
    r"|Roland|Ron|Ronald|Rosa|Rosemary|Ross|Roy|Russ|Russell|Ruth|Ryan|Sally|Sam|Samantha"
    r"|Samuel|Sandra|Sara|Sarah|Scott|Sean|Seth|Shane|Shannon|Sharon|Shawn|Sheila|Sheldon"
    r"|Shirley|Sidney|Simon|Sonya|Spencer|Stan|Stanley|Stefan|Stephanie|Stephen|Steve"
    r"|Steven|Stewart|Stuart|Sue|Susan|Suzanne|Sylvia|Tamara|Tammy|Tara|Ted|Teresa|Terry"
    r"|Theodor|Theodore|Theresa|Thomas|Tiffany|Tim|Timothy|Tina|Todd|Tom|Tommy|Tony|Tracy"
    r"|Travis|Troy|Tyler|Valerie|Vanessa|Vera|Vernon|Vic|Victor|Vincent|Walker|Wallace|Walt"
    r"|Walter|Warren|Wendy|Wilhelm|Will|William|Willie|Zach|Zachary"
)
"""First names: in ``Doe, Jane`` they tell a name turned round from a town and its state."""

GIVEN_LAST = rf"(?!(?:Chad|Kent|Troy|Vernon|Warren)\b)(?:{GIVEN})"
"""The same behind a comma, less those that lands and towns are called by: ``Abeche, Chad``."""
PLACE_NOUNS = (
    r"Bay|Beach|Bridge|Camp|Canyon|City|County|Creek|Falls|Forest|Hall|Heights|Hills?|House|Island|Lakes?"
    r"|Mountains?|Park|River|Springs?|Station|Street|Town|Valley|Village"
)
"""Words that end the name of a place and hardly one of a person."""

KNOWN_PHOTOGRAPHERS = (
    "Alexander Gardner|Alfred T. Palmer|Alfred Palmer|Andreas Feininger|Ann Rosener|Ansel Adams"
    "|Arthur Rothstein|Ben Shahn|Carl Mydans|Carol M. Highsmith|Clem Albers|Dorothea Lange"
    "|Edward S. Curtis|Esther Bubley|Frances Benjamin Johnston|George N. Barnard|Gordon Parks"
    "|Howard R. Hollem|Howard Hollem|Jack Delano|Jacob A. Riis|Jacob Riis|John Collier"
    "|John Vachon|Lewis W. Hine|Lewis Wickes Hine|Lewis Hine|Marion Post Wolcott|Marjory Collins"
    "|Mathew Brady|Roger Fenton|Russell Lee|Timothy H. O'Sullivan|Timothy O'Sullivan|Toyo Miyatake"
    "|Walker Evans|William Henry Jackson|Fenno Jacobs|David Bransby|Arthur Tress|Bill Gillette"
    "|Bill Shrout|Blair Pittman|Boyd Norton|Bruce McAllister|Charles O'Rear|Charles Steinhacker"
    "|Danny Lyon|David Hiser|Dennis Cowals|Dick Swanson|Donald Emmerich|Erik Calonius|Flip Schulke"
    "|Gene Daniels|Hope Alexander|Jack Corn|John H. White|LeRoy Woodson|Leroy Woodson"
    "|Lyntha Scott Eiler|Marc St. Gil|Michael Philip Manheim|Terry Eiler|Tom Hubbard|William Strode"
)
"""Whose pictures archives keep by the thousand, and sign with nothing but the name."""
KNOWN_STUDIOS = (
    r"(?:Harris & Ewing|Underwood & Underwood|(?:Brown|Pach) Bro(?:s\b\.?|thers)|Clinedinst Studio"
    r"|Edmonston(?: Studio)?|Moffett Studio|Bachrach)"
)
"""Studios that stand under a picture with nothing but their town."""
KNOWN = rf"(?:{'|'.join(map(re.escape, KNOWN_PHOTOGRAPHERS.split('|')))})"
