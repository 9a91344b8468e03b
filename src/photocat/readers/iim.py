"""IPTC-IIM: the datasets of news agencies (Information Interchange Model 4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from photocat.readers.blocks import Tags, damaged
from photocat.readers.charsets import binary_tag, decode, likelier_encoding, text_tag
from photocat.records import Note

CHARSET_ORIGIN = "IIM charset"
"""Origin of the tag that says how undeclared text was read. It stands in no file."""

MAX_DATASETS = 10_000

_MARK = 0x1C
_CHARSET = (1, 90)
_BINARY = {(2, 0), (2, 125), (2, 200), (2, 201), (2, 202), (1, 0), (1, 20), (1, 22), _CHARSET}
_UTF8 = (b"\x1b%G", b"\x1b%/G", b"\x1b%/H", b"\x1b%/I")
_LATIN = {
    letter: f"iso8859-{part}"
    for letter, part in zip(b"ABCDGFHML@", (1, 2, 3, 4, 6, 7, 8, 9, 5, 5), strict=True)
}
"""Final bytes of ISO 2022 escapes for a 96-character set in G1 to G3, and what they mean."""


def read_iim(raw: bytes) -> Tags:
    """One tag for each dataset, repeated ones included: ``IIM 2:025``."""
    datasets: list[tuple[int, int, bytes]] = []
    for item in _datasets(raw):
        if isinstance(item, Note):
            yield item
        else:
            datasets.append(item)
    declared = _declared(next((r for rec, ds, r in datasets if (rec, ds) == _CHARSET), b""))
    texts = [r for rec, ds, r in datasets if _is_text(rec, ds) and not r.isascii()]
    guess = _guess(texts, declared)
    if guess:
        yield text_tag(CHARSET_ORIGIN, f"guessed {guess}")
    for record, dataset, value in datasets:
        origin = f"IIM {record}:{dataset:03}"
        if _is_text(record, dataset):
            yield text_tag(origin, decode(value, guess or declared).text.rstrip("\0"))
        else:
            yield binary_tag(origin, value)


def _datasets(raw: bytes) -> Iterator[tuple[int, int, bytes] | Note]:
    """Record, dataset and bytes of each; a length with its first bit set is an extended one."""
    position = 0
    for _ in range(MAX_DATASETS):
        if position + 5 > len(raw):
            return
        if raw[position] != _MARK:
            if raw[position:].strip(b"\0"):
                yield damaged(f"IIM: no dataset at byte {position} of {len(raw)}")
            return
        record, dataset = raw[position + 1], raw[position + 2]
        length = int.from_bytes(raw[position + 3 : position + 5], "big")
        position += 5
        if length & 0x8000:
            width = length & 0x7FFF
            if width > 8:
                yield damaged(f"IIM {record}:{dataset:03}: a length of {width} bytes")
                return
            length = int.from_bytes(raw[position : position + width], "big")
            position += width
        if position + length > len(raw):
            yield damaged(f"IIM {record}:{dataset:03}: {length} bytes, {len(raw) - position} left")
            return
        yield record, dataset, raw[position : position + length]
        position += length
    yield damaged(f"IIM: more than {MAX_DATASETS} datasets, the rest is not read")


def _is_text(record: int, dataset: int) -> bool:
    return record in (1, 2) and (record, dataset) not in _BINARY


def _declared(escape: bytes) -> str | None:
    """The encoding that dataset 1:90 declares by ISO 2022 escapes, where Python knows it."""
    if escape.startswith(_UTF8):
        return "utf-8"
    if len(escape) == 3 and escape[:2] in (b"\x1b-", b"\x1b.", b"\x1b/"):
        return _LATIN.get(escape[2])
    return None


def _guess(texts: list[bytes], declared: str | None) -> str | None:
    """The encoding of all texts together, where neither the declared one nor UTF-8 reads them."""
    for encoding in (declared, "utf-8"):
        if encoding and all(_reads_as(text, encoding) for text in texts):
            return None
    return likelier_encoding(b" ".join(texts))


def _reads_as(text: bytes, encoding: str) -> bool:
    try:
        text.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
