"""Languages whose captions are read in full, English first."""

from photocat.captions.language import Language

# fmt: off
MAIN: tuple[Language, ...] = (
    Language(
        "en",
        months=(
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sep sept", "october oct", "november nov", "december dec",
        ),
        weekdays=(
            "monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs",
            "friday fri", "saturday sat", "sunday sun",
        ),
        seasons=(
            "spring springtime", "summer summertime", "autumn fall", "winter wintertime",
        ),
        of="of the", on="on", within="in during throughout into",
        to="to through until till thru", either="or and", between="between from",
        about="about around circa ca c approx approximately cca",
        part="early mid late beginning middle end", since="since", until="until till",
        before="before", after="after", year="year",
    ),
    Language(
        "de",
        months=(
            "januar jänner jän", "februar feber", "märz mär mrz maerz", "april", "mai", "juni",
            "juli", "august", "september", "oktober okt", "november", "dezember dez",
        ),
        weekdays=(
            "montag montags", "dienstag dienstags", "mittwoch", "donnerstag", "freitag",
            "samstag sonnabend", "sonntag",
        ),
        seasons=(
            "frühling frühjahr", "sommer", "herbst", "winter",
        ),
        of="des", on="am vom dem den", within="im in", to="bis", either="oder und",
        between="zwischen von", about="um etwa ca circa rund", part="anfang mitte ende",
        since="seit", until="bis", before="vor", after="nach", year="jahr jahre jahren jahres",
    ),
    Language(
        "fr",
        months=(
            "janvier janv", "février fevrier févr", "mars", "avril avr", "mai", "juin",
            "juillet juil", "août aout", "septembre", "octobre", "novembre",
            "décembre decembre déc",
        ),
        weekdays=(
            "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
        ),
        seasons=(
            "printemps", "été", "automne", "hiver",
        ),
        of="de du d", on="le du au", within="en", to="au à a", either="ou et", between="entre",
        about="vers environ", part="début mi fin", since="depuis", until="jusqu", before="avant",
        after="après", year="an année", decade="années",
    ),
    Language(
        "es",
        months=(
            "enero ene", "febrero", "marzo", "abril abr", "mayo", "junio", "julio", "agosto",
            "septiembre setiembre", "octubre", "noviembre", "diciembre dic",
        ),
        weekdays=(
            "lunes", "martes", "miércoles miercoles", "jueves", "viernes", "sábado sabado",
            "domingo",
        ),
        seasons=(
            "primavera", "verano", "otoño", "invierno",
        ),
        of="de del", on="el", within="en", to="al a hasta", either="o y e", between="entre",
        about="hacia alrededor", part="principios mediados fines finales", since="desde",
        until="hasta", before="antes", after="después", year="año", decade="años",
    ),
    Language(
        "ru",
        months=(
            "январь января январе янв", "февраль февраля феврале фев", "март марта марте",
            "апрель апреля апреле апр", "май мая мае", "июнь июня июне", "июль июля июле",
            "август августа августе авг", "сентябрь сентября сентябре сен",
            "октябрь октября октябре окт", "ноябрь ноября ноябре ноя",
            "декабрь декабря декабре дек",
        ),
        weekdays=(
            "понедельник", "вторник", "среда среду", "четверг", "пятница пятницу",
            "суббота субботу", "воскресенье",
        ),
        seasons=(
            "весна весной весны", "лето летом лета", "осень осенью осени", "зима зимой зимы",
        ),
        within="в во", to="по до", either="или и", between="между", about="около примерно ок",
        part="начало начале середина середине конец конце", since="с со", until="до", before="до",
        after="после", year="год года году г гг годы годов годах",
    ),
    Language(
        "uk",
        months=(
            "січень січня січні", "лютий лютого лютому", "березень березня березні",
            "квітень квітня квітні", "травень травня травні", "червень червня червні",
            "липень липня липні", "серпень серпня серпні", "вересень вересня вересні",
            "жовтень жовтня жовтні", "листопад листопада листопаді", "грудень грудня грудні",
        ),
        weekdays=(
            "понеділок", "вівторок", "середа середу", "четвер", "п'ятниця п'ятницю",
            "субота суботу", "неділя неділю",
        ),
        seasons=(
            "навесні весни весна", "влітку літа літо", "восени осені осінь", "взимку зими зима",
        ),
        within="у в", to="по до", either="або і та", between="між", about="близько приблизно бл",
        part="початок початку середина середині кінець кінці",
        since="з із", until="до", year="рік року році рр роки років роках р",
    ),
    Language(
        "ar",
        months=(
            "يناير جانفي كانون_الثاني", "فبراير فيفري شباط", "مارس آذار اذار",
            "أبريل ابريل إبريل أفريل نيسان", "مايو ماي أيار ايار", "يونيو جوان حزيران",
            "يوليو جويلية تموز", "أغسطس اغسطس أوت آب", "سبتمبر شتنبر أيلول ايلول",
            "أكتوبر اكتوبر تشرين_الأول تشرين_الاول", "نوفمبر نونبر تشرين_الثاني",
            "ديسمبر دجنبر كانون_الأول كانون_الاول",
        ),
        weekdays=(
            "الاثنين الإثنين", "الثلاثاء", "الأربعاء الاربعاء", "الخميس", "الجمعة", "السبت",
            "الأحد الاحد",
        ),
        seasons=(
            "ربيع", "صيف", "خريف", "شتاء",
        ),
        of="من", within="في", to="إلى", either="أو و", between="بين", about="حوالي نحو",
        since="منذ", until="حتى", before="قبل", after="بعد", year="عام سنة العام",
    ),
)
# fmt: on
