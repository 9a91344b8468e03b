"""What carriers say of the date a photo was created.

IPTC Date Created is when the picture was taken. When it was digitised, and when the receiver had
its last fix, are lesser voices: they never go before a date of creation (MWG 2.0, 5.5).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from photocat.dates import Edtf, Refused, read_exif_date, read_iim_date, read_xmp_date
from photocat.fields import rank_of
from photocat.readers.charsets import clean
from photocat.readers.voices import Voices
from photocat.records import Evidence, Note, Statement, Tag

DIGITISED = 0.5
"""Confidence that a picture was created when it was digitised, or at its last satellite fix."""

FIRST_FIX = "1980-01-06"
"""Start of GPS time; earlier dates are what receivers write before they know."""


@dataclass(frozen=True, slots=True)
class DateCarrier:
    """One line of ``DATE_CARRIERS``: a date, and the tags that refine it."""

    carrier: str
    form: Literal["exif", "iim", "xmp", "gps"]
    time: str = ""
    subsec: str = ""
    offset: str = ""
    confidence: float = 1.0


DATE_CARRIERS: tuple[DateCarrier, ...] = (
    DateCarrier(
        "EXIF DateTimeOriginal",
        "exif",
        subsec="EXIF SubSecTimeOriginal",
        offset="EXIF OffsetTimeOriginal",
    ),
    DateCarrier("CIFF DateTimeOriginal", "exif"),
    DateCarrier(
        "XMP exif:DateTimeOriginal",
        "xmp",
        subsec="XMP exif:SubSecTimeOriginal",
        offset="XMP exifEX:OffsetTimeOriginal",
    ),
    DateCarrier("IIM 2:055", "iim", time="IIM 2:060"),
    DateCarrier("XMP photoshop:DateCreated", "xmp"),
    DateCarrier("EXIF GPSDateStamp", "gps", time="EXIF GPSTimeStamp", confidence=DIGITISED),
    DateCarrier(
        "EXIF DateTimeDigitized",
        "exif",
        subsec="EXIF SubSecTimeDigitized",
        offset="EXIF OffsetTimeDigitized",
        confidence=DIGITISED,
    ),
    DateCarrier("XMP exif:DateTimeDigitized", "xmp", confidence=DIGITISED),
    DateCarrier("IIM 2:062", "iim", time="IIM 2:063", confidence=DIGITISED),
    DateCarrier("XMP xmp:CreateDate", "xmp", confidence=DIGITISED),
    DateCarrier("PNG Creation Time", "xmp", confidence=DIGITISED),
)
"""Every carrier of ``date_created``, and how its text is read."""


def date_statements(voices: Voices, today: date | None = None) -> Iterator[Statement | Note]:
    """One statement for each carrier that states a date; a note where its date cannot be."""
    for line in DATE_CARRIERS:
        tag = voices.first(line.carrier)
        if tag is None:
            continue
        stated = _read(line, tag, voices, today)
        if isinstance(stated, Edtf):
            rule = "gps-utc" if line.form == "gps" else f"{line.form}-date"
            if line.confidence < 1 and line.form != "gps":
                rule += "-digitised"
            yield Statement(
                field="date_created",
                text=stated.text,
                evidence=Evidence(
                    tag.origin, _quote(line, tag, voices), rule, None, line.confidence
                ),
                rank=rank_of("date_created", tag.origin),
                scope=tag.scope,
                date=stated,
            )
        elif stated is not None and stated.code != "blank":
            yield Note("date-refused", f"{tag.origin} {tag.value!r}: {stated.reason}")


def _read(line: DateCarrier, tag: Tag, voices: Voices, today: date | None) -> Edtf | Refused | None:
    text = clean(tag.value)
    time, subsec = voices.text(line.time) or None, voices.text(line.subsec) or None
    offset = voices.text(line.offset) or None
    if line.form == "exif":
        return read_exif_date(text, subsec, offset, today=today)
    if line.form == "iim":
        return read_iim_date(text, time, today=today)
    if line.form == "xmp":
        return read_xmp_date(text, today=today)
    clock = _gps_clock(time or "")
    if not clock:
        return None
    stated = read_exif_date(f"{text} {clock}", None, "Z", today=today)
    if isinstance(stated, Edtf) and stated.text < FIRST_FIX:
        return Refused("epoch-default", f"no satellite told the time before {FIRST_FIX}", text)
    return stated


def _quote(line: DateCarrier, tag: Tag, voices: Voices) -> str:
    """The raw values that the date was read from, in the order date, time, subseconds, offset."""
    further = (voices.first(c) for c in (line.time, line.subsec, line.offset) if c)
    return " ".join([tag.value, *(other.value for other in further if other and other.value)])


def _gps_clock(text: str) -> str:
    """``9/1 5/1 3050/100`` as ``09:05:30``: hours, minutes and seconds of UTC as rationals.

    A day alone is no statement: in UTC it may be the day before or after.
    """
    numbers: list[int] = []
    for part in text.split():
        over, _, under = part.partition("/")
        if not (over.isdigit() and under.isdigit()) or int(under) == 0:
            return ""
        numbers.append(int(over) // int(under))
    return "{:02}:{:02}:{:02}".format(*numbers) if len(numbers) == 3 else ""
