"""What carriers say of the date a photo was created.

IPTC Date Created is when the picture was taken. When it was digitised, and when the receiver had
its last fix, are lesser voices: they never go before a date of creation (MWG 2.0).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from photocat.dates import Edtf, Refused, read_exif_date, read_iim_date, read_xmp_date
from photocat.fields import rank_of
from photocat.readers.charsets import clean
from photocat.readers.voices import Voices
from photocat.records import Evidence, Note, Statement, Tag

DIGITISED = 0.5
"""Confidence that a picture was created when it was digitised, or at its last satellite fix."""

UPLOADED = "Takeout creationTime/timestamp"
UPLOAD = 0.1
"""Confidence that a picture was created when it was uploaded."""

FIRST_FIX = "1980-01-06"
"""Start of GPS time; earlier dates are what receivers write before they know."""


MAX_QUOTE = 80
"""Characters of a refused value that its note shows."""


@dataclass(frozen=True, slots=True)
class DateCarrier:
    """One line of ``DATE_CARRIERS``: a date, and the tags that refine it."""

    carrier: str
    form: Literal["exif", "iim", "xmp", "gps", "xmp-gps", "png", "manifest", "unix"]
    rule: str
    confidence: float = 1.0
    time: str = ""
    subsec: str = ""
    offset: str = ""


DATE_CARRIERS: tuple[DateCarrier, ...] = (
    DateCarrier("XMP photocat:DateCreated", "xmp", "edtf"),
    DateCarrier(
        "EXIF DateTimeOriginal",
        "exif",
        "exif-date",
        subsec="EXIF SubSecTimeOriginal",
        offset="EXIF OffsetTimeOriginal",
    ),
    DateCarrier("CIFF DateTimeOriginal", "exif", "ciff-date"),
    DateCarrier("XMP exif:DateTimeOriginal", "xmp", "xmp-date"),
    DateCarrier("IIM 2:055", "iim", "iim-date", time="IIM 2:060"),
    DateCarrier("XMP photoshop:DateCreated", "xmp", "xmp-date"),
    DateCarrier("EXIF GPSDateStamp", "gps", "gps-utc", DIGITISED, time="EXIF GPSTimeStamp"),
    DateCarrier("XMP exif:GPSTimeStamp", "xmp-gps", "gps-utc", DIGITISED),
    DateCarrier(
        "EXIF DateTimeDigitized",
        "exif",
        "exif-date-digitised",
        DIGITISED,
        subsec="EXIF SubSecTimeDigitized",
        offset="EXIF OffsetTimeDigitized",
    ),
    DateCarrier("XMP exif:DateTimeDigitized", "xmp", "xmp-date-digitised", DIGITISED),
    DateCarrier("IIM 2:062", "iim", "iim-date-digitised", DIGITISED, time="IIM 2:063"),
    DateCarrier("XMP xmp:CreateDate", "xmp", "xmp-date-digitised", DIGITISED),
    DateCarrier("PNG Creation Time", "png", "png-date-digitised", DIGITISED),
    DateCarrier("ninjs contentCreated", "xmp", "ninjs-date"),
    DateCarrier("Manifest date_created", "manifest", "manifest-date", time="Manifest time_created"),
    DateCarrier("Takeout photoTakenTime/timestamp", "unix", "takeout-utc", DIGITISED),
)
"""Every carrier of ``date_created``, and how its text is read."""

_PNG_DATE = re.compile(
    r"(?:[A-Z][a-z]{2,8},? +)?(?P<day>\d{1,2}) +(?P<month>[A-Z][a-z]{2})[a-z]* +(?P<year>\d{4})"
    r"(?: +(?P<clock>\d{2}:\d{2}(?::\d{2})?))?(?: *(?P<offset>[+-]\d{4}|GMT|UTC|Z))?"
)
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def date_statements(voices: Voices, today: date | None = None) -> Iterator[Statement | Note]:
    """One statement for each carrier that states a date; a note where its date cannot be."""
    for line in DATE_CARRIERS:
        tag = voices.first(line.carrier)
        if tag is None:
            continue
        stated = _read(line, tag, voices, today)
        if isinstance(stated, Edtf):
            quote = _quote(line, tag, voices)
            rule, confidence = _trust(line, tag, voices)
            yield Statement(
                field="date_created",
                text=stated.text,
                evidence=Evidence(tag.origin, quote, rule, None, confidence),
                rank=rank_of("date_created", tag.origin),
                scope=tag.scope,
                date=stated,
            )
        elif stated is not None and stated.code != "blank":
            shown = tag.value[:MAX_QUOTE]
            yield Note("date-refused", f"{tag.origin} {shown!r}: {stated.reason}")


def _trust(line: DateCarrier, tag: Tag, voices: Voices) -> tuple[str, float]:
    """Rule and confidence: Google gives a photo without a date that of its upload."""
    if line.form == "unix" and voices.text(UPLOADED) == clean(tag.value):
        return "takeout-upload", UPLOAD
    return line.rule, line.confidence


def _read(line: DateCarrier, tag: Tag, voices: Voices, today: date | None) -> Edtf | Refused | None:
    text = clean(tag.value)
    time, subsec = voices.text(line.time) or None, voices.text(line.subsec) or None
    offset = voices.text(line.offset) or None
    match line.form:
        case "exif":
            return read_exif_date(text, subsec, offset, today=today)
        case "iim":
            return read_iim_date(text, time, today=today)
        case "gps":
            return _read_gps_date(text, time or "", today)
        case "png":
            return read_xmp_date(_iso(text), today=today)
        case "xmp":
            return read_xmp_date(text, today=today)
        case "xmp-gps":
            return _since_the_first_fix(read_xmp_date(text, today=today), text)
        case "manifest":
            return _read_manifest_date(text, time, today)
        case "unix":
            return _read_unix_time(text, today)


def _read_manifest_date(text: str, time: str | None, today: date | None) -> Edtf | Refused:
    """A date as ISO 8601 or EDTF writes it, with its time where that has a column of its own."""
    stated = read_xmp_date(text, today=today)
    if time and isinstance(stated, Edtf) and len(stated.text) == len("2016-03-20"):
        return read_iim_date(text, time, today=today)
    return stated


def _read_unix_time(text: str, today: date | None) -> Edtf | Refused:
    """Seconds since 1970-01-01 in UTC; zero is no moment but a blank."""
    try:
        seconds = int(text)
        moment = datetime(1970, 1, 1) + timedelta(seconds=seconds)
    except (ValueError, OverflowError):
        return Refused("not-a-date", "it is no number of seconds", text[:MAX_QUOTE])
    if not seconds:
        return Refused("zero-date", "it is zero", text)
    return read_xmp_date(f"{moment.isoformat()}Z", today=today)


def _read_gps_date(text: str, time: str, today: date | None) -> Edtf | Refused | None:
    """A day with its time of day in UTC.

    A day alone is no statement: in UTC it may be the day before or after.
    """
    clock = _gps_clock(time)
    if not clock:
        return None
    return _since_the_first_fix(read_exif_date(f"{text} {clock}", None, "Z", today=today), text)


def _since_the_first_fix(stated: Edtf | Refused, text: str) -> Edtf | Refused:
    if isinstance(stated, Edtf) and stated.text < FIRST_FIX:
        return Refused("epoch-default", f"no satellite told the time before {FIRST_FIX}", text)
    return stated


def _gps_clock(text: str) -> str:
    """``9/1 5/1 3050/100`` as ``09:05:30``: hours, minutes and seconds as rationals."""
    numbers: list[int] = []
    for part in text[:MAX_QUOTE].split():
        over, _, under = part.partition("/")
        if not (over.isdecimal() and under.isdecimal()) or int(under) == 0:
            return ""
        numbers.append(int(over) // int(under))
    return "{:02}:{:02}:{:02}".format(*numbers) if len(numbers) == 3 else ""


def _iso(text: str) -> str:
    """``Sun, 20 Mar 2016 10:11:12 +0200``, which PNG recommends (RFC 1123), as ISO 8601."""
    match = _PNG_DATE.fullmatch(text)
    if match is None or match["month"] not in _MONTHS:
        return text
    month = _MONTHS.index(match["month"]) + 1
    day = f"{match['year']}-{month:02}-{int(match['day']):02}"
    offset = (match["offset"] or "").replace("GMT", "Z").replace("UTC", "Z")
    return f"{day}T{match['clock']}{offset}" if match["clock"] else day


def _quote(line: DateCarrier, tag: Tag, voices: Voices) -> str:
    """The raw values that the date was read from, in the order date, time, subseconds, offset."""
    further = (voices.first(c) for c in (line.time, line.subsec, line.offset) if c)
    return " ".join([tag.value, *(other.value for other in further if other and other.value)])
