"""``FORMS``: every way in which captions write a date, as patterns over the classes of ``tokens``.

A form's examples are its tests. Forms are tried in order at every place, so what says more stands
before what says less. What a form makes is EDTF text; a missing year is ``XXXX`` (and is filled,
if anything tells it, by ``years``).
"""

from __future__ import annotations

import re

from photocat.captions.date_figures import alternatives, compact, han_month, han_range, numeric
from photocat.captions.date_form import Form
from photocat.captions.date_parts import (
    century,
    day,
    day_list,
    day_range,
    days_of_months,
    decade,
    decade_range,
    month,
    month_of_event,
    month_range,
    season,
    year,
    year_range,
)
from photocat.captions.date_weekdays import weekday
from photocat.captions.feast_forms import FEAST_FORMS

_ON = "(?:[ni]o?)?"
_DAY = rf"{_ON}(?:W[.,]?[no]{{0,2}})?"
"""What may stand before a day: ``on``, ``am Montag, dem``, ``Friday,``."""
_IN = "(?:[ino]{1,2})?(?:e-?o{0,2})?"
"""What may stand before a month or a year: ``in``, ``in early``, ``in the late``."""
_C = "(?:c[.,]?)?"

FORMS: tuple[Form, ...] = (
    Form(
        "day-to-day",
        rf"{_DAY}(?:M[.,]?[dq],?Y[-tu](?:W,?)?M[.,]?[dq],?Y|bM[.,]?[dq],?Yr(?:W,?)?M[.,]?[dq],?Y"
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
        rf"{_DAY}(?:Y-d-d(?!-?[dzN])|Y/d/d|Y[.]d[.]d|Y,?g?o?M[.,]?[dq](?!,?Y)|YJdKdL?)",
        day,
        (
            ("2016-03-19", "2016-03-19"),
            ("1954 Aug. 6", "1954-08-06"),
            ("2016年3月19日", "2016-03-19"),
        ),
    ),
    Form(
        "month-day-year",
        rf"{_DAY}M[.,]?o?[dq][.,]?o?Y",
        day,
        (
            ("Monday, Dec. 12, 2016", "2016-12-12"),
            ("on March 26, 2010", "2010-03-26"),
            ("Aug, 9, 2022", "2022-08-09"),
            ("Feburary 3, 2015", "2015-02-03"),
        ),
    ),
    Form(
        "day-month-year",
        rf"{_DAY}{_C}[dq][.,]?-?o{{0,2}}M(?:[.,]|-|/M)?o{{0,2}}(?:g?Y)",
        day,
        (
            ("19 March 2016", "2016-03-19"),
            ("am 25. August 2023", "2023-08-25"),
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
        rf"{_DAY}(?:[dq]M'?z|dM'?d(?![dzYN])|[dq]-M-[dz]|M[.]?d,?'[dz]|M'[dz])",
        alternatives,
        (("19 MAR 44", "1944-03-19"), ("May '45", "1945-05")),
    ),
    Form(
        "numeric",
        r"n?(?:d/[dz]/[Ydz]|d-[dz]-Y|d[.][dz][.][Yz]|(?<=\()d[.]d[.]d(?=\))|(?<=,)d[.]d[.]d(?=x|$))(?![.][dz])",
        numeric,
        (
            ("7/20/45", "1945-07-20"),
            ("19/03/2016", "2016-03-19"),
            ("03/04/2016", "[2016-03-04,2016-04-03]"),
            ("19.03.2016", "2016-03-19"),
            ("04.03.2016", "2016-03-04"),
            ("Berlin, 21.1.17", "[1917-01-21,2017-01-21]"),
        ),
    ),
    Form("compact", r"(?<![-/])B(?![-/])", compact, (("20181227", "2018-12-27"),)),
    Form(
        "month-to-month",
        rf"{_IN}b?{_C}(?:M[.,]?o?Y[-tur]{_C}M[.,]?o?Y|M[.]?[-/tur](?:e-?)?M[.,]?o?Y|e-?M[.]?[-/tur](?:e-?)?M[.,]?o?Y"
        rf"|M[.]?[-/tu]M[.]?[-/tu]M[.,]?o?Y)",
        month_range,
        (
            ("June-July 1936", "1936-06/1936-07"),
            ("June or July 1936", "[1936-06,1936-07]"),
            ("circa late May or early June 1944", "[1944-05~,1944-06~]"),
            ("Dec. 2015 - Jan. 2016", "2015-12/2016-01"),
        ),
    ),
    Form(
        "month-year",
        rf"{_IN}{_C}(?:M(?:/M)?(?:[.,]|-|[?])?[og]{{0,3}}Y|Y[.,]?g?M(?![.,]?[dq]?,?Y|[.,]?[dq])"
        rf"|YJdK)[?]?",
        month,
        (
            ("in March 2016", "2016-03"),
            ("1938, November", "1938-11"),
            ("1942 June", "1942-06"),
            ("in early March 2016", "2016-03"),
            ("ca. March 1936", "1936-03~"),
            ("Sept? 1941", "1941-09?"),
            ("2011年3月", "2011-03"),
            ("в марте 2016 года", "2016-03"),
        ),
    ),
    Form(
        "season-year",
        rf"{_IN}{_C}(?:S[.,]?o{{0,2}},?(?:Y(?:[-/][Yzd])?|'[dz])|YJH|Y,?S[?]?(?=[]).,]|$))",
        season,
        (
            ("Spring 1937", "1937-21"),
            ("in the fall of 1939", "1939-23"),
            ("winter 1936-37", "1936-24"),
            ("1941 Spring?", "1941-21?"),
            ("1978年冬", "1978-24"),
        ),
    ),
    *FEAST_FORMS,
    Form(
        "decade-to-decade",
        rf"{_IN}b?{_C}D[-tur]{_C}(?:e-?)?D",
        decade_range,
        (("1930s-1940s", "1930/1949"),),
    ),
    Form(
        "decade",
        rf"{_IN}{_C}(?:e-?)?(?:'?D[?]?|ho?Y)",
        decade,
        (
            ("the mid-1950s", "195X"),
            ("1930er", "193X"),
            ("ca. 1930s", "193X~"),
            ("the '60s", "196X"),
            ("20世纪30年代", "193X"),
            ("dans les années 1930", "193X"),
        ),
    ),
    Form(
        "year-to-year",
        rf"{_IN}b?{_C}(?:Y[-tu]{_C}[Yzd](?![-/])|Yr{_C}Y|Y/[Yzd])",
        year_range,
        (
            ("ca. 1936–39", "1936~/1939~"),
            ("between 1936 and 1939", "1936/1939"),
            ("1918 or 1919", "[1918,1919]"),
            ("from 2016 and 2021", "{2016,2021}"),
            ("on 1937-05", "1937-05"),
        ),
    ),
    Form(
        "days-of-month",
        rf"{_DAY}@M[.]?[dq][-tur][dq](?![dzYN])",
        day_list,
        (
            ("March 3-5", "XXXX-03-03/XXXX-03-05"),
            ("on March 3-5", "XXXX-03-03/XXXX-03-05"),
            ("on March 3 and 4", "XXXX-03-03/XXXX-03-04"),
            ("March 3 and 9", "XXXX-03-03"),
        ),
    ),
    Form(
        "days-of-months",
        r"[bsn]?(?:M[.]?[dq][-tu]n?M[.]?[dq]|[dq][.]?o?M[-tu]n?[dq][.]?o?M)(?!,?[.]?[dzYN])",
        days_of_months,
        (
            ("from April 15 to April 20", "XXXX-04-15/XXXX-04-20"),
            ("vom 15. April bis 2. Mai", "XXXX-04-15/XXXX-05-02"),
            ("з 14 червня по 15 липня", "XXXX-06-14/XXXX-07-15"),
        ),
    ),
    Form(
        "month-day",
        rf"{_DAY}@(?:M[.,]?[dq](?!\d|[.]?[dzN])|[dq][.]?o?M(?![.]?[dq])|dKdL)",
        day,
        (
            ("December 13", "XXXX-12-13"),
            ("19. März", "XXXX-03-19"),
            ("4月16日", "XXXX-04-16"),
            ("they may 20", None),
        ),
    ),
    Form("century", r"(?:o?e-?)?q(?=x)", century, (("the 19th century", "18XX"),)),
    Form(
        "circa-year",
        r"c[.,]?Y[?]?",
        year,
        (
            ("ca. 1936", "1936~"),
            ("Circa, 1917", "1917~"),
            ("um 1930", "1930~"),
            ("c. 1940?", "1940%"),
        ),
    ),
    Form(
        "year",
        rf"(?:b|{_IN})(?:gY|YJ|Y[?]?)",
        year,
        (("in 2017", "2017"), ("1936?", "1936?"), ("2000 people", None)),
    ),
    Form(
        "month-only",
        r"(?:[isu]o?(?:e-?o{0,2})?|n?o?eo{0,2}|b(?:e-?))@M(?![.]?o?[dqY])",
        month,
        (
            ("in September", "XXXX-09"),
            ("since August", "XXXX-08"),
            ("in late December", "XXXX-12"),
            ("at the end of March", "XXXX-03"),
            ("throughout October", "XXXX-10"),
            ("during May Day", None),
            ("took part in the march", None),
        ),
    ),
    Form(
        "month-of-event",
        r"M(?![.]?o?[dqY])",
        month_of_event,
        (
            ("the November elections", "XXXX-11"),
            ("ousted last February", "XXXX-02"),
            ("the Women's March rally", None),
        ),
    ),
    Form("month-of-year", "dK(?!d?L)", han_month, (("今年6月", "XXXX-06"), ("6月", None))),
    Form("weekday-only", r"n?@W", weekday, (("on Thursday", "weekday 3"),)),
)
"""Every form, the one that says most first."""


def _compiled() -> re.Pattern[str]:
    parts = []
    for number, form in enumerate(FORMS):
        before, at, after = form.pattern.partition("@")
        pattern = f"(?:{before})(?P<d{number}>{after})" if at else f"(?P<d{number}>{before})"
        parts.append(_MONTH.sub("[Mm]", pattern))
    return re.compile("|".join(parts))


_MONTH = re.compile(r"(?<!\[)M(?!m\])")
DATE = _compiled()
"""All forms as one pattern; the group ``d<number>`` that matched is the form."""
