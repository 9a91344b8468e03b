"""Languages whose dates are read where captions bring them."""

from photocat.captions.language import Language

# fmt: off
MORE: tuple[Language, ...] = (
    Language(
        "pt",
        months=(
            "janeiro", "fevereiro fev", "março", "abril", "maio", "junho", "julho", "agosto",
            "setembro", "outubro", "novembro", "dezembro",
        ),
        weekdays=(
            "segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo",
        ),
        seasons=(
            "primavera", "verão", "outono", "inverno",
        ),
        of="de do", on="no em", within="em", to="a até", either="ou e", between="entre",
        about="cerca", since="desde", until="até", before="antes", after="após", year="ano",
        decade="anos",
    ),
    Language(
        "it",
        months=(
            "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
            "settembre", "ottobre", "novembre", "dicembre",
        ),
        weekdays=(
            "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica",
        ),
        seasons=(
            "primavera", "estate", "autunno", "inverno",
        ),
        of="del di", on="il", within="nel", to="al", either="o e", between="tra",
        about="circa", since="dal", year="anno", decade="anni",
    ),
    Language(
        "nl",
        months=(
            "januari", "februari", "maart mrt", "april", "mei", "juni", "juli", "augustus",
            "september", "oktober", "november", "december",
        ),
        weekdays=(
            "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
        ),
        seasons=(
            "lente voorjaar", "zomer", "herfst najaar", "winter",
        ),
        on="op", within="in", to="tot", either="of en", between="tussen", about="omstreeks rond",
        since="sinds", year="jaar",
    ),
    Language(
        "pl",
        months=(
            "styczeń stycznia styczniu", "luty lutego lutym", "marzec marca marcu",
            "kwiecień kwietnia kwietniu", "maj maja maju", "czerwiec czerwca czerwcu",
            "lipiec lipca lipcu", "sierpień sierpnia sierpniu", "wrzesień września wrześniu",
            "październik października październiku", "listopada listopadzie",
            "grudzień grudnia grudniu",
        ),
        weekdays=(
            "poniedziałek", "wtorek", "środa środę", "czwartek", "piątek", "sobota sobotę",
            "niedziela niedzielę",
        ),
        on="w we dnia", within="w", to="do", about="około", since="od", year="roku r rok",
    ),
    Language(
        "cs",
        months=(
            "leden ledna lednu", "únor února únoru", "březen března březnu", "duben dubna dubnu",
            "květen května květnu", "červen června červnu", "červenec července červenci",
            "srpen srpna srpnu", "září", "říjen října říjnu", "listopadu",
            "prosinec prosince prosinci",
        ),
        weekdays=(
            "pondělí", "úterý", "středa středu", "čtvrtek", "pátek", "sobota sobotu",
            "neděle neděli",
        ),
        on="dne", within="v ve", to="až", since="od", year="roku rok",
    ),
    Language(
        "sl",
        months=(
            "januarja januarju", "februarja februarju", "marec marca marcu", "aprila aprilu",
            "maja maju", "junij junija juniju", "julij julija juliju", "avgust avgusta avgustu",
            "septembra septembru", "oktobra oktobru", "novembra novembru", "decembra decembru",
        ),
        weekdays=(
            "ponedeljek", "torek", "sreda sredo", "četrtek", "petek", "sobota soboto",
            "nedelja nedeljo",
        ),
        within="v", year="leta",
    ),
    Language(
        "sv",
        months=(
            "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
            "oktober", "november", "december",
        ),
        weekdays=(
            "måndag måndagen", "tisdag tisdagen", "onsdag", "torsdag", "fredag", "lördag",
            "söndag",
        ),
        seasons=(
            "våren", "sommaren", "hösten", "vintern",
        ),
        on="den", within="i", to="till", about="omkring", since="sedan",
    ),
    Language(
        "no",
        months=(
            "januar", "februar", "mars marts", "april", "mai maj", "juni", "juli", "august",
            "september", "oktober", "november", "desember december",
        ),
        weekdays=(
            "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
        ),
        seasons=(
            "våren forår", "sommeren", "høsten efterår", "vinteren",
        ),
        on="den", within="i", to="til", about="omkring", since="siden",
    ),
    Language(
        "fi",
        months=(
            "tammikuu tammikuuta tammikuussa", "helmikuu helmikuuta helmikuussa",
            "maaliskuu maaliskuuta maaliskuussa", "huhtikuu huhtikuuta huhtikuussa",
            "toukokuu toukokuuta toukokuussa", "kesäkuu kesäkuuta kesäkuussa",
            "heinäkuu heinäkuuta heinäkuussa", "elokuu elokuuta elokuussa",
            "syyskuu syyskuuta syyskuussa", "lokakuu lokakuuta lokakuussa",
            "marraskuu marraskuuta marraskuussa", "joulukuu joulukuuta joulukuussa",
        ),
        weekdays=(
            "maanantai maanantaina", "tiistai tiistaina", "keskiviikko keskiviikkona",
            "torstai torstaina", "perjantai perjantaina", "lauantai lauantaina",
            "sunnuntai sunnuntaina",
        ),
        within="vuonna",
    ),
    Language(
        "lv",
        months=(
            "janvāris janvārī", "februāris februārī", "marts martā", "aprīlis aprīlī",
            "maijs maijā", "jūnijs jūnijā", "jūlijs jūlijā", "augusts augustā",
            "septembris septembrī", "oktobris oktobrī", "novembris novembrī", "decembris decembrī",
        ),
        year="gada gads gadā",
    ),
    Language(
        "hu",
        months=(
            "január januárban", "február februárban", "március márciusban", "április áprilisban",
            "május májusban", "június júniusban", "július júliusban", "augusztus augusztusban",
            "szeptember szeptemberben", "október októberben", "november novemberben",
            "december decemberben",
        ),
        weekdays=(
            "hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat", "vasárnap",
        ),
    ),
    Language(
        "tr",
        months=(
            "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül",
            "ekim", "kasım", "aralık",
        ),
        weekdays=(
            "pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar",
        ),
    ),
)
# fmt: on
