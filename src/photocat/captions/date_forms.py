"""``FORMS``: every way in which captions write a date, as patterns over the classes of ``tokens``.

A form's examples are its tests. Forms are tried in order at every place, so what says more stands
before what says less. What a form makes is EDTF text; a missing year is ``XXXX`` (and is filled,
if anything tells it, by ``years``).
"""

from __future__ import annotations

import re

from photocat.captions.date_figures import han_month, month_in_figures
from photocat.captions.date_form import Form
from photocat.captions.date_forms_day import DAY, DAY_FORMS, C
from photocat.captions.date_parts import (
    century,
    day,
    day_list,
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

_IN = "(?:[ino]{1,2})?(?:e-?o{0,2})?"
"""What may stand before a month or a year: ``in``, ``in early``, ``in the late``."""

FORMS: tuple[Form, ...] = (
    *DAY_FORMS,
    Form(
        "month-to-month",
        rf"{_IN}b?{C}(?:M[.,]?o?Y[-tur]{C}M[.,]?o?Y|M[.]?[-/tur](?:e-?)?M[.,]?o?Y|e-?M[.]?[-/tur](?:e-?)?M[.,]?o?Y"
        rf"|M[.]?[-/tu]M[.]?[-/tu]M[.,]?o?Y"
        rf"|Y[.,]?M[.]?(?:[-tu]Y[.,]?|[-/tur])M(?![.,]?o?[dqY]))",
        month_range,
        (
            ("June-July 1936", "1936-06/1936-07"),
            ("June or July 1936", "[1936-06,1936-07]"),
            ("circa late May or early June 1944", "[1944-05~,1944-06~]"),
            ("Dec. 2015 - Jan. 2016", "2015-12/2016-01"),
            ("1940 July-August", "1940-07/1940-08"),
            ("1940 Dec.-1941 Jan.", "1940-12/1941-01"),
            ("1940 December-January", "1940-12/1941-01"),
        ),
    ),
    Form(
        "month-year",
        rf"{_IN}{C}(?:M(?:/M)?(?:[.,]|-|[?])?[og]{{0,3}}Y|Y[.,]?g?M(?![.,]?[dq]?,?Y|[.,]?[dq])(?:[.](?=[?]))?"
        rf"|YJdK)[?]?",
        month,
        (
            ("in March 2016", "2016-03"),
            ("1938, November", "1938-11"),
            ("1942 June", "1942-06"),
            ("in early March 2016", "2016-03"),
            ("ca. March 1936", "1936-03~"),
            ("Sept? 1941", "1941-09?"),
            ("1939 Oct.?", "1939-10?"),
            ("2011年3月", "2011-03"),
            ("в марте 2016 года", "2016-03"),
        ),
    ),
    Form(
        "month-slash-year",
        r"(?<![-/d])d/Y(?![-/])",
        month_in_figures,
        (("06/1972", "1972-06"), ("6/1972", None), ("13/1972", None)),
    ),
    Form(
        "season-year",
        rf"{_IN}b?{C}(?:S[-/tur]o{{0,2}}S[.,]?o?Y|S[.,]?o{{0,2}},?(?:Y(?:[-/][Yzd])?|'[dz])|YJH|Y,?S[?]?(?=[]).,]|$))",
        season,
        (
            ("Spring 1937", "1937-21"),
            ("in the fall of 1939", "1939-23"),
            ("winter 1936-37", "1936-24"),
            ("1941 Spring?", "1941-21?"),
            ("spring/summer 1940", "1940-21/1940-22"),
            ("spring or summer 1940", "[1940-21,1940-22]"),
            ("1978年冬", "1978-24"),
        ),
    ),
    *FEAST_FORMS,
    Form(
        "decade-to-decade",
        rf"{_IN}b?{C}D[-tur]{C}(?:e-?)?D",
        decade_range,
        (("1930s-1940s", "1930/1949"),),
    ),
    Form(
        "decade",
        rf"{_IN}{C}(?:e-?)?(?:'?D[?]?|ho?Y)",
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
        rf"{_IN}b?{C}(?:Y[-tu]{C}[Yzd](?![-/])|Yr{C}Y|Y/[Yzd])",
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
        rf"{DAY}@(?:M[.]?[dq][-tur][dq](?![dzYN])|b?n?[dq][.]?[-tur]n?[dq][.]?o?M(?![.,]?o?[dqzYN]))",
        day_list,
        (
            ("March 3-5", "XXXX-03-03/XXXX-03-05"),
            ("on March 3-5", "XXXX-03-03/XXXX-03-05"),
            ("on March 3 and 4", "XXXX-03-03/XXXX-03-04"),
            ("March 3 and 9", "XXXX-03-03"),
            ("from 21 to 26 September", "XXXX-09-21/XXXX-09-26"),
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
        rf"{DAY}@(?:M[.,]?[dq](?!\d|[.]?[dzN])|[dq][.]?o?M(?![.]?[dq])|dKdL)",
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
        r"(?:[isu]o?(?:e-?o{0,2})?|[vk]|n?o?eo{0,2}|b(?:e-?))@M(?![.]?o?[dqY])",
        month,
        (
            ("in September", "XXXX-09"),
            ("since August", "XXXX-08"),
            ("in late December", "XXXX-12"),
            ("at the end of March", "XXXX-03"),
            ("throughout October", "XXXX-10"),
            ("before June", "XXXX-06"),
            ("before May", None),
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
