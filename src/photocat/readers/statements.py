"""From tags to statements: what each carrier says of each field, with its evidence.

The order of precedence is that of ``photocat.fields.FIELDS``. Nothing is chosen and nothing dropped
here: every carrier that speaks makes its own statement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from photocat.fields import FIELD, FIELDS, Kind
from photocat.readers.blocks import damaged
from photocat.readers.charsets import clean
from photocat.readers.exif import CHARSET_ORIGIN as EXIF_CHARSET
from photocat.readers.iim import CHARSET_ORIGIN as IIM_CHARSET
from photocat.readers.stated_dates import date_statements
from photocat.readers.stated_places import place_statements
from photocat.readers.voices import Voices, text_statement
from photocat.records import Note, Statement, Tag

GUESSED = 0.8
"""Confidence in a text whose encoding was guessed."""

BOILERPLATE = 0.1
"""Confidence in a caption that the camera or program writes into every picture."""

_BOILERPLATE_CAPTIONS = (
    "olympus digital camera",
    "minolta digital camera",
    "konica minolta digital camera",
    "kodak digital still camera",
    "digital camera",
    "sony dsc",
    "dcf 1.0",
    "exif_jpeg_picture",
    "created with gimp",
    "created with the gimp",
    "default",
    "untitled",
    "dav",
    "sdr",
    "hdr",
    "screenshot",
    "exif jpeg picture",
    "jpeg picture",
)

_CAMERAS = (
    ("EXIF Model", "EXIF Make"),
    ("CIFF Model", "CIFF Make"),
    ("XMP tiff:Model", "XMP tiff:Make"),
)
_LISTS = ("EXIF XPKeywords", "EXIF XPAuthor", "EXIF Artist")
"""Carriers that keep several values in one text, between semicolons (MWG 2.0)."""

_WORDS = tuple(f for f in FIELDS if f.kind in (Kind.TEXT, Kind.NUMBER) and f.name != "camera")
"""Fields whose values are the words of one tag."""

_REGION_NAME = "XMP mwg-rs:Regions/mwg-rs:RegionList/mwg-rs:Name"


def state(
    tags: Iterable[Tag], today: date | None = None
) -> tuple[tuple[Statement, ...], tuple[Note, ...]]:
    """What the tags of one file say, and notes on what they say in vain.

    With ``today``, dates more than a day after it are refused. Tags from the bytes and tags from
    beside them are never combined into one statement. Raises nothing, whatever the tags are.
    """
    statements: list[Statement] = []
    notes: list[Note] = []
    kept = list(tags)
    for scope in ("photo", "file"):
        voices = Voices(tag for tag in kept if tag.scope == scope)
        if not voices.by_carrier:
            continue
        for rule in (_texts, _cameras, partial(date_statements, today=today), place_statements):
            try:
                for item in rule(voices):
                    if isinstance(item, Note):
                        notes.append(item)
                    else:
                        statements.append(item)
            except Exception as problem:  # noqa: BLE001 (no tag, however absurd, costs the others)
                notes.append(damaged(f"statements: {type(problem).__name__} {problem}"[:200]))
    return tuple(statements), tuple(notes)


def _texts(voices: Voices) -> Iterator[Statement]:
    """Fields whose values are the words of a tag as they stand."""
    for field in _WORDS:
        for carrier in field.carriers:
            speak = _SPEAKERS.get(carrier, Voices.all)
            for tag in speak(voices, carrier):
                for text in _values(carrier, tag):
                    rule, confidence = _trust(voices, field.name, tag, text)
                    yield text_statement(field.name, tag, text, rule, confidence)


def _values(carrier: str, tag: Tag) -> list[str]:
    parts = tag.value.split(";") if carrier in _LISTS else [tag.value]
    return [text for text in map(clean, parts) if text]


def _trust(voices: Voices, field: str, tag: Tag, text: str) -> tuple[str, float]:
    """Name of the rule and confidence in a text."""
    if field == "caption" and text.lower().rstrip(" .") in _BOILERPLATE_CAPTIONS:
        return "boilerplate", BOILERPLATE
    charset = {"IIM": IIM_CHARSET, "EXI": EXIF_CHARSET}.get(tag.origin[:3], "")
    guesses = [] if text.isascii() else voices.all(charset)
    if any(charset == IIM_CHARSET or guess.value.startswith(tag.origin) for guess in guesses):
        return "text-guessed-charset", GUESSED
    return "text", 1.0


def _faces(voices: Voices, carrier: str) -> list[Tag]:
    """Names of the regions that are faces; a region without a type is taken for one."""
    kinds = {tag.origin: tag.value for tag in voices.all(carrier.replace(":Name", ":Type"))}
    return [
        tag
        for tag in voices.all(carrier)
        if kinds.get(tag.origin.replace(":Name", ":Type"), "Face") == "Face"
    ]


def _default_language(voices: Voices, carrier: str) -> list[Tag]:
    """A text in its default language; the translations stay tags."""
    return [tag for tag in voices.all(carrier) if tag.origin == carrier] or voices.all(carrier)[:1]


def _rating(voices: Voices, carrier: str) -> list[Tag]:
    """A rating; 0 says that there is none (XMP Part 2, xmp:Rating)."""
    return [tag for tag in voices.all(carrier) if tag.value.strip(" .0")]


def _windows_keywords(voices: Voices, carrier: str) -> list[Tag]:
    """Windows copies the keywords of IIM and XMP, so it is heard only where these are silent."""
    others = (other for other in FIELD["keywords"].carriers if other != carrier)
    return [] if any(map(voices.all, others)) else voices.all(carrier)


_SPEAKERS: dict[str, Callable[[Voices, str], list[Tag]]] = {
    _REGION_NAME: _faces,
    "XMP xmp:Rating": _rating,
    "EXIF Rating": _rating,
    "EXIF XPKeywords": _windows_keywords,
    **{
        carrier: _default_language
        for field in ("title", "caption", "copyright_notice", "usage_terms", "event", "alt_text")
        for carrier in FIELD[field].carriers
        if carrier.startswith("XMP ")
    },
}
"""Carriers of which not every tag speaks for the field."""


def _cameras(voices: Voices) -> Iterator[Statement]:
    """Maker and model as one name, without the maker twice."""
    for model_carrier, make_carrier in _CAMERAS:
        make, model = voices.text(make_carrier), voices.text(model_carrier)
        tag = voices.first(model_carrier) or voices.first(make_carrier)
        name = camera_name(make, model)
        if tag and name:
            yield text_statement("camera", tag, name, "make-model")


def camera_name(make: str, model: str) -> str:
    """``SONY ILCE-1`` of ``SONY`` and ``ILCE-1``; ``Canon EOS R5`` of ``Canon`` and itself."""
    first = make.split()[0] if make.split() else ""
    if model.lower().startswith(first.lower()):
        return model or make
    return f"{make} {model}".strip()
