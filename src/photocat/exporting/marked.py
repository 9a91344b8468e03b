"""A caption with the words marked that say when, where and who."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from photocat.preferred import preferred
from photocat.records import Statement

KINDS = {
    "date_created": "when",
    "location_created": "where",
    "location_shown": "where",
    "person_shown": "who",
    "creator": "who",
}
"""What the words say that a believed statement of a field rests on."""


def marked(caption: str, statements: Sequence[Statement]) -> Iterator[tuple[str, str]]:
    """The caption in pieces, each with the kind of what it says, or with nothing.

    Of words that overlap the first are marked, and of those the longest.
    """
    spans = {
        (start, -end, kind)
        for field, told in preferred(statements).items()
        if (kind := KINDS.get(field))
        for evidence in (statement.evidence for statement in told)
        for start, end in [evidence.span or (0, 0)]
        if start < end and caption[start:end] == evidence.quote
    }
    done = 0
    for start, minus_end, kind in sorted(spans):
        if start >= done:
            yield caption[done:start], ""
            yield caption[start:-minus_end], kind
            done = -minus_end
    yield caption[done:], ""
