"""The tags of one file, by the carrier that speaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from photocat.fields import carrier_of, rank_of
from photocat.readers.charsets import clean
from photocat.records import Evidence, Statement, Tag


class Voices:
    """Tags by their carrier: ``XMP a:B[2]/c:D`` speaks for ``XMP a:B/c:D``."""

    def __init__(self, tags: Iterable[Tag]) -> None:
        self.by_carrier: dict[str, list[Tag]] = defaultdict(list)
        for tag in tags:
            self.by_carrier[carrier_of(tag.origin)].append(tag)

    def all(self, carrier: str) -> list[Tag]:
        """Every tag of a carrier, in the order of the file."""
        return self.by_carrier.get(carrier, [])

    def first(self, carrier: str) -> Tag | None:
        """The first tag of a carrier that says anything."""
        tags = self.all(carrier)
        return next((tag for tag in tags if clean(tag.value)), tags[0] if tags else None)

    def text(self, carrier: str) -> str:
        """The first value of a carrier as clean text; empty where it is silent."""
        tag = self.first(carrier)
        return clean(tag.value) if tag else ""


def text_statement(
    field: str, tag: Tag, text: str, rule: str, confidence: float = 1.0
) -> Statement:
    """A statement whose value is a text found in a tag."""
    return Statement(
        field=field,
        text=text,
        evidence=Evidence(tag.origin, tag.value, rule, confidence=confidence),
        rank=rank_of(field, tag.origin),
        scope=tag.scope,
    )
