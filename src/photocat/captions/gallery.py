"""Galleries and manifests: a text whose captions and body paragraphs belong to pictures.

A gallery alternates a picture's caption and text about it, as photo essays are published. A
manifest names a file before each caption. Which paragraphs are captions is decided for the whole
text at once: by what each says (``SIGNS``), and by the alternation where there is one. Body text
lends a year (``Context.document``) and never dates a picture.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from photocat.captions.date_roles import judge
from photocat.captions.dates import stated_dates
from photocat.captions.found import Context
from photocat.captions.text import Text, read_text
from photocat.dates import Edtf

ParagraphKind = Literal["caption", "body", "standfirst"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a gallery, and which picture it is of."""

    line: int
    """From 1, blank lines counted."""
    start: int
    """Where it begins in the whole text, in code points."""
    text: str
    kind: ParagraphKind
    picture: int | None = None
    """Which picture it belongs to, from 1."""
    file: str | None = None
    """The file name that stands before it, in a manifest."""


@dataclass(frozen=True, slots=True)
class Gallery:
    """A text taken apart."""

    text: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def captions(self) -> tuple[Paragraph, ...]:
        """The captions, one for each picture, in order."""
        return tuple(p for p in self.paragraphs if p.kind == "caption")

    def context_of(self, paragraph: Paragraph, published: Edtf | None = None) -> Context:
        """What the gallery lends to the reading of one of its paragraphs."""
        return Context(published=published, document=self.text, body=paragraph.kind != "caption")


@dataclass(frozen=True, slots=True)
class Sign:
    """One line of ``SIGNS``: what speaks for a caption, or against."""

    name: str
    weight: float
    holds: Callable[[Text], bool]


def read_gallery(text: str) -> Gallery:
    """A gallery's or a manifest's paragraphs, each told caption, body or standfirst."""
    lines = _lines(text)
    if lines and sum(file is not None for _, _, _, file in lines) * 2 > len(lines):
        return Gallery(text, _manifest(lines))
    weights = [weigh(read_text(words)) for _, _, words, _ in lines]
    return Gallery(text, tuple(_numbered(lines, _kinds(lines, weights))))


def within_document(text: str, context: Context) -> Context:
    """The context of a text that stands as a paragraph in its document: body text is told so."""
    if context.body or not context.document or text.strip() not in context.document:
        return context
    kind = _kinds_in(context.document).get(text.strip())
    return replace(context, body=True) if kind in ("body", "standfirst") else context


@lru_cache(maxsize=8)
def _kinds_in(document: str) -> dict[str, ParagraphKind]:
    paragraphs = read_gallery(document).paragraphs
    return {p.text: p.kind for p in paragraphs} if len(paragraphs) >= 4 else {}


def weigh(text: Text) -> float:
    """How much a paragraph speaks like a caption: above 0 for, below against."""
    return sum(sign.weight for sign in SIGNS if sign.holds(text))


_Line = tuple[int, int, str, str | None]
_MANIFEST = re.compile(
    r"^(?P<file>[^\t|;,\"]{1,200}?\.(?:jpe?g|png|tiff?|webp|heic|heif|avif|gif|jxl|dng|cr2|cr3"
    r"|nef|arw))\"?"
    r"\s*(?:[\t|;:,=]|\s-\s)\s*\"?(?P<caption>.*?)\"?\s*$",
    re.IGNORECASE,
)


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    start = 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        words = line.strip("\ufeff \t\r\n\x0b\x0c")
        if words:
            match = _MANIFEST.match(words) if len(words) < 20_000 else None
            at = start + line.index(words)
            if match:
                found.append((number, at + match.start("caption"), match["caption"], match["file"]))
            else:
                found.append((number, at, words, None))
        start += len(line)
    return found


def _manifest(lines: Sequence[_Line]) -> tuple[Paragraph, ...]:
    made: list[Paragraph] = []
    picture = 0
    for line, start, words, file in lines:
        picture += file is not None
        kind: ParagraphKind = "caption" if file else "body"
        made.append(Paragraph(line, start, words, kind, picture or None, file))
    return tuple(made)


def _kinds(lines: Sequence[_Line], weights: Sequence[float]) -> list[ParagraphKind]:
    """Alternating where that agrees with the signs, else by the signs alone."""
    kinds: list[ParagraphKind] = ["caption" if weight > 0 else "body" for weight in weights]
    for index in (0, len(lines) - 1):
        if lines and _STANDFIRST.match(lines[index][2]):
            kinds[index] = "standfirst"
    inner = [i for i, kind in enumerate(kinds) if kind != "standfirst"]
    if len(inner) >= 4:
        for first in (0, 1):
            captions = inner[first::2]
            bodies = inner[1 - first :: 2]
            agreeing = sum(weights[i] > 0 for i in captions) + sum(weights[i] <= 0 for i in bodies)
            if agreeing >= 0.8 * len(inner):
                for i in captions:
                    kinds[i] = "caption"
                for i in bodies:
                    kinds[i] = "body"
    return kinds


_STANDFIRST = re.compile(
    r"(?:these |the )?(?:photographs?|photos|pictures|images)\b[^.]{0,60}\b(?:show|taken|from|by)\b"
    r"|(?:in|through) (?:these )?(?:photos|pictures|photographs)|a (?:look|selection|gallery"
    r"|photo essay)\b",
    re.IGNORECASE,
)


def _numbered(lines: Sequence[_Line], kinds: Sequence[ParagraphKind]) -> list[Paragraph]:
    made: list[Paragraph] = []
    picture = 0
    for (line, start, words, _), kind in zip(lines, kinds, strict=True):
        picture += kind == "caption"
        number = None if kind == "standfirst" else picture or None
        made.append(Paragraph(line, start, words, kind, number))
    return made


# --- signs ----------------------------------------------------------------------------------------


def _has(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> Callable[[Text], bool]:
    compiled = re.compile(pattern, flags)
    return lambda text: compiled.search(text.work) is not None


def _dated(text: Text) -> bool:
    """Whether a rule finds the photo's date, with its year, in the first sentence."""
    dates, _ = stated_dates(text)
    return any(
        j.role in ("photo", "event") and j.sentence == 0 and not j.stated.yearless
        for j in judge(text, dates)
    )


def _short(text: Text) -> bool:
    return len(text.work.split()) <= 25


def _long(text: Text) -> bool:
    return len(text.work.split()) > 60


SIGNS: tuple[Sign, ...] = (
    Sign("dated", 3, _dated),
    Sign(
        "credited",
        3,
        _has(
            r"(?:photo|foto|image) by |REUTERS|AFP|\bAP\b|Getty|\(.{0,40}/.{0,40}\)\W*$",
            re.IGNORECASE,
        ),
    ),
    Sign("short", 1, _short),
    Sign("long", -1, _long),
    Sign(
        "points",
        1,
        _has(
            r"\((?:[LRC]|left|right|center|centre|pictured left|above|below)\)|,\s(?:left|right),"
        ),
    ),
    Sign(
        "shows",
        1,
        _has(
            r"^(?:An?|The|Two|Three|People|Men|Women|[A-Z][a-z]+ (?:soldiers|troops|sailors|men"
            r"|women|personnel)) "
        ),
    ),
    Sign(
        "says",
        -3,
        _has(
            r"\b(?:said|says|told|reportedly|according to|announced|cited|report|wrote|added"
            r"|linked)\b"
        ),
    ),
    Sign("quotes", -1, _has(r"\"[^\"]{25,}")),
    Sign(
        "tells",
        -2,
        _has(r"\b(?:has|have|had|was|were|been|will|would|might|could|may|obliged|appears)\b"),
    ),
    Sign(
        "opens-with-a-year", -3, _has(r"^(?:In|Since|By|During|Until|After|Before) (?:the )?\d{4}")
    ),
    Sign(
        "points-back",
        -2,
        _has(r"\(pictured\)|\b(?:Those|These|This) (?:agreements?|talks|bases|deals?|events?)\b"),
    ),
)
"""Every sign."""
