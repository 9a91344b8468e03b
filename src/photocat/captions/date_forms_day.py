"""``DAY_FORMS``: days with their year, in words, in figures or in Chinese, and stretches."""

from __future__ import annotations

from photocat.captions.date_figures import alternatives, compact, han_range, numeric
from photocat.captions.date_form import Form
from photocat.captions.date_parts import day, day_range

ON = "(?:[ni]o?)?"
DAY = rf"{ON}(?:W[.,]?[no]{{0,2}})?"
"""What may stand before a day: ``on``, ``am Montag, dem``, ``Friday,``."""
C = "(?:c[.,]?)?"

DAY_FORMS: tuple[Form, ...] = (
    Form(
        "day-to-day",
        rf"{DAY}(?:M[.,]?[dq],?Y[-tu](?:W,?)?M[.,]?[dq],?Y|bM[.,]?[dq],?Y?r(?:W,?)?M[.,]?[dq],?Y"
        rf"|Y[.,]?M[.,]?[dq][-/tur](?:M[.,]?)?[dq](?![dzNY]|,?Y)|bn?[dq][.]?o?Mrn?[dq][.]?o?M[.,]?o?Y"
        rf"|[dq][.]?o?M[.,]?o?Y[-tu]n?[dq][.]?o?M[.,]?o?Y"
        rf"|M[.,]?[dq][-tu](?:W,?)?M[.,]?[dq],?Y|[dq][.]?o?M[-tu]n?[dq][.]?o?M[.,]?o?Y"
        rf"|b?M[.,]?[dq][-/tur](?!d,?M)[dq],?Y|(?:bn?|o)?[dq][.]?(?:[-/tur][no]?|n)[dq][.]?o?M[.,]?o?Y)",
        day_range,
        (
            ("March 3-5, 2016", "2016-03-03/2016-03-05"),
            ("April 19/20, 2014", "2014-04-19/2014-04-20"),
            ("du 3 au 5 mars 2016", "2016-03-03/2016-03-05"),
            ("del 3 al 5 de marzo de 2016", "2016-03-03/2016-03-05"),
            ("3. bis 5. März 2016", "2016-03-03/2016-03-05"),
            ("zwischen dem 3. und 5. März 2016", "2016-03-03/2016-03-05"),
            ("from March 30 to April 2, 2016", "2016-03-30/2016-04-02"),
            ("flight 7 on 24 November 2015", "2015-11-24"),
            ("Dec. 30, 2015-Jan. 2, 2016", "2015-12-30/2016-01-02"),
            ("between Dec. 31, 2017 and Jan. 1, 2018", "2017-12-31/2018-01-01"),
            ("between May 30 and June 2, 1942", "1942-05-30/1942-06-02"),
            ("between 30 May and 2 June 1942", "1942-05-30/1942-06-02"),
            ("1940 July 3-5", "1940-07-03/1940-07-05"),
            ("1940 July 3 or 5", "[1940-07-03,1940-07-05]"),
        ),
    ),
    Form(
        "han-days",
        r"YJdKdL?[-t](?:YJ)?(?:dK)?dL",
        han_range,
        (("2016年3月3日至5日", "2016-03-03/2016-03-05"),),
    ),
    Form(
        "han-months",
        r"YJdK?[-t](?:YJ)?dK",
        han_range,
        (("1936年6月至7月", "1936-06/1936-07"),),
    ),
    Form("han-years", r"YJ?[-t]YJ", han_range, (("1936年至1939年", "1936/1939"),)),
    Form(
        "year-month-day",
        rf"{DAY}{C}(?:Y-d-d(?!-?[dzN])|Y/d/d|Y[.]d[.]d|Y[.,]?g?o?M[.,]?[dq][?]?(?!,?Y)|YJdKdL?)",
        day,
        (
            ("2016-03-19", "2016-03-19"),
            ("1954 Aug. 6", "1954-08-06"),
            ("2016年3月19日", "2016-03-19"),
            ("1956. október 30.", "1956-10-30"),
            ("1940 June 3?", "1940-06-03?"),
        ),
    ),
    Form(
        "month-day-year",
        rf"{DAY}{C}M[.,]?o?[dq][?]?[.,]?o?Y",
        day,
        (
            ("Monday, Dec. 12, 2016", "2016-12-12"),
            ("on March 26, 2010", "2010-03-26"),
            ("about June 3, 1940", "1940-06-03~"),
            ("June 3?, 1940", "1940-06-03?"),
            ("Aug, 9, 2022", "2022-08-09"),
            ("April 15, Juche 101 (2012)", "2012-04-15"),
            ("Feburary 3, 2015", "2015-02-03"),
        ),
    ),
    Form(
        "day-month-year",
        rf"{DAY}{C}[dq][.,]?-?o{{0,2}}M(?:[.,]|-|/M)?o{{0,2}}(?:g?Y)",
        day,
        (
            ("19 March 2016", "2016-03-19"),
            ("am 25. August 2023", "2023-08-25"),
            ("12 set. 2019", "2019-09-12"),
            ("3.V.1942", "1942-05-03"),
            ("19 de marzo de 2016", "2016-03-19"),
            ("le 1er mars 2016", "2016-03-01"),
            ("19 марта 2016 года", "2016-03-19"),
            ("19 березня 2016 року", "2016-03-19"),
            ("19 مارس 2016", "2016-03-19"),
            ("the 19th of March, 2016", "2016-03-19"),
            ("around 3 July 1916", "1916-07-03~"),
        ),
    ),
    Form(
        "two-digit-year",
        rf"{DAY}(?:[dq]M'?z|dM'?d(?![dzYN])|[dq]-M-[dz]|M[.]?d,?'[dz]|M'[dz]|M[.]?d/[dz](?![-/]))",
        alternatives,
        (
            ("19 MAR 44", "1944-03-19"),
            ("May '45", "1945-05"),
            ("June 22/38", "1938-06-22"),
        ),
    ),
    Form(
        "numeric",
        r"n?(?:d/[dz]/[Ydz]|(?<=[:,])d-d-d(?!-?[dzYN])|d-[dz]-Y|(?<![-x])d-d-z(?![-dz])|d[.][dz][.][Yz]|(?<=\()d[.]d[.]d(?=\))|(?<=,)d[.]d[.]d(?=x|$))(?![.][dz])",
        numeric,
        (
            ("7/20/45", "1945-07-20"),
            ("19/03/2016", "2016-03-19"),
            ("03/04/2016", "[2016-03-04,2016-04-03]"),
            ("19.03.2016", "2016-03-19"),
            ("04.03.2016", "2016-03-04"),
            ("Oslo. 3-31-41", "1941-03-31"),
            ("Oslo, MN, 4-10-06", "[1906-04-10,2006-04-10]"),
            ("PHOTO DATE: 07-29-13", "[1913-07-29,2013-07-29]"),
            ("Berlin, 21.1.17", "[1917-01-21,2017-01-21]"),
        ),
    ),
    Form("compact", r"(?<![-/])B(?![-/])", compact, (("20181227", "2018-12-27"),)),
)
"""Those of ``FORMS`` that say most, in the order of trying."""
