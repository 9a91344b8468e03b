"""The forms of file names that carry a date: one table, whose examples are its tests.

A form is here only where it can be nothing else. Six or eight figures alone may be an id, four a
size or a count, ``2008-09`` a season: they say nothing. What an app writes when it receives a
picture is no date of creation but a bound: the picture was made no later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from photocat.dates.virin import VIRIN

Says = Literal["local", "utc", "no later"]
"""``local``: when it was made, on a clock nobody named. ``utc``: the same in UTC. ``no later``:
when it was sent, or came in."""

PLAIN = 0.6
"""Confidence in a date that a camera or a person put into a name: just not doubtful."""

WEAK = 0.5
"""Confidence in a bound, and in a year, which may be that of a model or an event."""

_YEAR = r"(?P<year>(?:18[4-9]|19[0-9]|20[0-9])[0-9])"
_DIGITAL = r"(?P<year>(?:199|20[0-9])[0-9])"
_MONTH = r"(?P<month>0[1-9]|1[0-2])"
_DAY = r"(?P<day>0[1-9]|[12][0-9]|3[01])"
_HOUR = r"(?P<hour>[01][0-9]|2[0-3])"
_SHORT_HOUR = r"(?P<hour>[01]?[0-9]|2[0-3])"
_TO_SECOND = r"(?P<minute>[0-5][0-9])(?P<dot>[-._:]?)(?P<second>[0-5][0-9])"
_HALF = r"(?:[ \u202f]?(?P<half>[AP])M)?"
_COMPACT = f"{_DIGITAL}{_MONTH}{_DAY}"
_ISO = f"{_YEAR}-{_MONTH}-{_DAY}"
_CLOCK = rf"{_HOUR}[-._:]?{_TO_SECOND}"
_SHORT_CLOCK = rf"{_SHORT_HOUR}[-._:]?{_TO_SECOND}{_HALF}"
_END = r"(?![0-9A-Za-z])(?!.*[0-9]{5})"
"""The date is a word of its own, and no long number follows that would make it part of an id."""
_NO_RANGE = (
    r"(?!.*(?:1[89]|20)[0-9]{2}[-._][0-9]{2})(?!-[0-9]{1,2}(?![0-9]))"
    r"(?![ _](?:-|–|to|bis|until)[ _]?[0-9])(?!–)"
)
"""Neither a second date follows nor the last day of several."""
_SEASONS = "|".join(f"[0-9]{{2}}{year:02}-{year + 1:02}" for year in range(12))
_NO_SEASON = f"(?!{_SEASONS})"
"""``2008-09`` is August after 2007, or a season, or a school year."""
_COUNTED = (
    r"(?:k?m|km/h|met(?:re|er)s?|miles?|feet|yards?|euros?|dollars?|pounds?|years?|jahre|watts?"
    r"|volts?|pixels?|calories|guineas|people|series|edition|model)"
)
"""What a number before it counts: it is no year."""


@dataclass(frozen=True, slots=True)
class NameForm:
    """One line of ``NAME_FORMS``."""

    rule: str
    pattern: re.Pattern[str]
    """Fits from the start of a name without its ending; the group ``said`` is what is quoted."""
    says: Says
    confidence: float
    examples: tuple[tuple[str, str], ...]
    """A name, and the EDTF text that is read of it."""


def _form(
    rule: str, pattern: str, says: Says, confidence: float, *examples: tuple[str, str]
) -> NameForm:
    return NameForm(rule, re.compile(pattern, re.IGNORECASE), says, confidence, examples)


NAME_FORMS: tuple[NameForm, ...] = (
    _form(
        "name-camera",
        rf"(?:(?:IMG|MVIMG|PANO|DSC|WIN)_)?(?P<said>{_COMPACT}[_-]{_HOUR}{_TO_SECOND}"
        rf"(?P<fraction>[0-9]{{3}})?){_END}",
        "local",
        PLAIN,
        ("IMG_20160312_101500.jpg", "2016-03-12T10:15:00"),
        ("20160312_101500.jpg", "2016-03-12T10:15:00"),
        ("20160312_101500(1).jpg", "2016-03-12T10:15:00"),
        ("IMG_20160312_101500_HDR.jpg", "2016-03-12T10:15:00"),
        ("img_20160312_101500123.jpg", "2016-03-12T10:15:00.123"),
    ),
    _form(
        "name-camera",
        rf"WP_(?P<said>{_COMPACT}_{_HOUR}_{_TO_SECOND})",
        "local",
        PLAIN,
        ("WP_20160312_10_15_00_Pro.jpg", "2016-03-12T10:15:00"),
    ),
    # Google's camera writes UTC, whatever the phone shows.
    _form(
        "name-camera-utc",
        rf"PXL_(?P<said>{_COMPACT}_{_HOUR}{_TO_SECOND}(?P<fraction>[0-9]{{3}})){_END}",
        "utc",
        PLAIN,
        ("PXL_20210312_101500123.jpg", "2021-03-12T10:15:00.123Z"),
        ("PXL_20210312_101500123.PORTRAIT.jpg", "2021-03-12T10:15:00.123Z"),
    ),
    _form(
        "name-screenshot",
        r"(?:Screen[ _-]?shot|Bildschirmfoto)[ _-](?:from )?"
        rf"(?P<said>{_YEAR}-?{_MONTH}-?{_DAY}[ _-]+(?:at |um )?{_SHORT_CLOCK}){_END}",
        "local",
        PLAIN,
        ("Screenshot_2016-03-12-10-15-00.png", "2016-03-12T10:15:00"),
        ("Screenshot_20160312-101500_Maps.png", "2016-03-12T10:15:00"),
        ("Screenshot from 2016-03-12 10-15-00.png", "2016-03-12T10:15:00"),
        ("Screen Shot 2016-03-12 at 9.15.00 PM.png", "2016-03-12T21:15:00"),
        ("Bildschirmfoto 2016-03-12 um 10.15.00.png", "2016-03-12T10:15:00"),
    ),
    _form(
        "name-received",
        rf"IMG-(?P<said>{_COMPACT})-WA[0-9]{{4}}{_END}",
        "no later",
        WEAK,
        ("IMG-20160312-WA0001.jpg", "[..2016-03-12]"),
    ),
    _form(
        "name-received",
        rf"(?:WhatsApp Image |signal-|photo_)(?P<said>{_ISO})"
        rf"[ _-]+(?:at )?{_SHORT_CLOCK}{_END}",
        "no later",
        WEAK,
        ("WhatsApp Image 2016-03-12 at 10.15.00.jpeg", "[..2016-03-12]"),
        ("signal-2016-03-12-101500.jpg", "[..2016-03-12]"),
        ("photo_2016-03-12_10-15-00.jpg", "[..2016-03-12]"),
    ),
    # Year and day of the year on which AP took it in; what is a full date as well says nothing.
    _form(
        "name-ap",
        r"AP[_ -]?(?!20[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-2][0-9][0-5])"
        r"(?P<said>(?P<short_year>1[5-9]|[2-9][0-9])(?P<day_of_year>[0-3][0-9]{2}))[0-9]{9}"
        r"(?![0-9A-Za-z])",
        "no later",
        WEAK,
        ("AP_16072374837164.jpg", "[..2016-03-12]"),
        ("AP16366374837164.jpg", "[..2016-12-31]"),
    ),
    _form(
        "name-virin",
        rf"(?P<said>(?P<virin>{VIRIN})){_END}",
        "local",
        PLAIN,
        ("160312-N-AB123-001.jpg", "2016-03-12"),
        ("160312-N-AB123-001 Latakia.jpg", "2016-03-12"),
    ),
    _form(
        "name-zuma",
        rf"(?P<said>{_COMPACT})[_-]z[a-z0-9]{{2}}[_-][a-z0-9]{{2,4}}(?:[_-][0-9]{{3,4}})?$",
        "local",
        PLAIN,
        ("20160312_zaa_n230_123.jpg", "2016-03-12"),
        ("20160312-zaa-1234.jpg", "2016-03-12"),
    ),
    _form(
        "name-moment",
        rf"(?P<said>{_ISO}[ _T-]+{_CLOCK}){_END}{_NO_RANGE}",
        "local",
        PLAIN,
        ("2016-03-12 10.15.00.jpg", "2016-03-12T10:15:00"),
        ("2016-03-12_10-15-00.jpg", "2016-03-12T10:15:00"),
        ("2016-03-12-101500.jpg", "2016-03-12T10:15:00"),
    ),
    _form(
        "name-day",
        rf"(?P<said>{_ISO}){_END}{_NO_RANGE}",
        "local",
        PLAIN,
        ("2016-03-12.jpg", "2016-03-12"),
        ("2016-03-12 Latakia 03.jpg", "2016-03-12"),
        ("1936-08-01_Berlin.tif", "1936-08-01"),
        ("2021-02-13-1929.heic", "2021-02-13"),
    ),
    _form(
        "name-month",
        rf"{_NO_SEASON}(?P<said>{_YEAR}-{_MONTH})[ _](?=[^\W\d_]{{2}})(?!.*[0-9]{{4}})",
        "local",
        PLAIN,
        ("2016-03 Latakia 03.jpg", "2016-03"),
        ("2016-03_Латакия.jpg", "2016-03"),
    ),
    _form(
        "name-year",
        rf"(?P<said>{_YEAR}) (?!{_COUNTED}\b)(?-i:(?=[^\W\d_a-z]))[^\W\d_]{{2,}}"
        r"(?:[ ,-]+[^\W\d_]+)*(?: \(?[0-9]{1,3}\)?)?$",
        "local",
        WEAK,
        ("1936 Berlin.jpg", "1936"),
        ("1936 Berlin, Unter den Linden 02.jpg", "1936"),
    ),
)
"""The forms in the order in which they are tried: the first that fits is the only one."""

SILENT: tuple[str, ...] = (
    *("20160312.jpg", "160312.jpg", "160312-001.jpg", "IMG_0312.jpg", "DSC_2016.jpg", "2016.jpg"),
    *("2016-03.jpg", "2016-03 03.jpg", "2008-09 Season.jpg", "2000-01 Rapport.jpg"),
    *("201603.jpg", "P2016031.jpg", "1920x1080.jpg", "2016-2017 Berlin.jpg", "iptc-2016.jpg"),
    *("20161312_101500.jpg", "20160230_101500.jpg", "20160312_251500.jpg", "2016-13-12.jpg"),
    *("20160312_10150012345678.jpg", "20160312-101500-99887766.jpg", "FB_IMG_1457777700000.jpg"),
    *("+442071234567.jpg", "2071-234-567.jpg", "18500312_101500.jpg", "000_9A2QF.jpg"),
    *("2016-03-12 - 2016-03-14.jpg", "2016-03-12-14.jpg", "2016-03-12 to 14.jpg"),
    *("03-12-2016.jpg", "12.03.2016.jpg", "2016-3-12.jpg", "RTX16072.jpg"),
    *("AP_16072.jpg", "AP_16400374837164.jpg", "AP_20160312101500.jpg", "AP_160312012345.jpg"),
    *("161332-N-AB123-001.jpg", "160312-N-AB123.jpg", "crs-090521-F-0168M-186.jpg"),
    *("1500 Meters.jpg", "2000 Euro.jpg", "2016 03.jpg", "1936 berlin.jpg", "1936 Berlin 1945.jpg"),
    *("UTC-20240413-203430-Auckland.jpg", "Nikon-D300_2020_g1.png", "IM000958.JPG", "P003910.KDC"),
    *("PXL_20210312_101500.jpg", "IMG-20160312-WA1.jpg", "", ".jpg", "Berlin 1936.jpg"),
)
"""Names that look like dates and say nothing."""
