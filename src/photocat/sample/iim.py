"""A small writer of IPTC-IIM (IIM 4.2): datasets, and the JPEG segment that carries them."""

import struct
from collections.abc import Iterable
from typing import TypeAlias

from photocat.sample.said import Stated, Words, finest_name

Dataset: TypeAlias = tuple[int, int, bytes]
"""Record, dataset number, value."""

DATASETS: tuple[tuple[int, str, int], ...] = (
    (5, "title", 64),
    (25, "keywords", 64),
    (40, "instructions", 256),
    (55, "date_created", 8),
    (80, "creator", 32),
    (90, "city", 32),
    (92, "sublocation", 32),
    (95, "state", 32),
    (101, "country", 64),
    (105, "headline", 256),
    (110, "credit_line", 32),
    (115, "source", 32),
    (116, "copyright_notice", 128),
    (120, "caption", 2000),
)
"""Dataset of record 2, field, and the most bytes the standard allows."""

PLACE = {"sublocation", "city", "state", "country"}
_UTF8 = b"\x1b%G"


def picture_words(
    words: Words, *, legacy: bool, from_above: bool
) -> tuple[list[Dataset], list[Stated]]:
    """The datasets for the words, and what can be read back from them.

    ``legacy`` writes Latin-1 and does not say so; else UTF-8 is declared by 1:90. A picture
    ``from_above`` gets no city of its own, only the place of its content (2:26, 2:27).
    Raises ``ValueError`` where a value is longer than the standard allows.
    """
    encoding = "latin-1" if legacy else "utf-8"
    datasets: list[Dataset] = [] if legacy else [(1, 90, _UTF8)]
    datasets.append((2, 0, struct.pack(">H", 4)))
    stated: list[Stated] = []
    if from_above:
        datasets += [(2, 26, b"SYR"), (2, 27, finest_name(words).encode(encoding))]
    for number, field, most in DATASETS:
        if from_above and field in PLACE:
            continue
        for text in words.get(field, ()):
            value = (iim_date(text) if field == "date_created" else text).encode(encoding)
            if len(value) > most:
                raise ValueError(f"IIM 2:{number:03} holds {most} bytes, not {len(value)}: {text}")
            datasets.append((2, number, value))
            if field not in PLACE:
                stated.append(Stated(field, text, f"IIM 2:{number:03}"))
    if not from_above:
        datasets.append((2, 100, b"SYR"))
        finest = "IIM 2:092" if "sublocation" in words else "IIM 2:090"
        stated.append(Stated("location_created", finest_name(words), finest))
    return sorted(datasets, key=lambda dataset: dataset[:2]), stated


def iim_date(edtf: str) -> str:
    """``2016-03`` as ``20160300``: unknown parts are zeros (IIM 4.2, 2:55)."""
    year, month, day = (*edtf.split("-"), "00", "00")[:3]
    return year + month + day


def app13(datasets: Iterable[Dataset]) -> bytes:
    """The JPEG segment: Photoshop image resource 0x0404 within APP13."""
    block = b"".join(
        struct.pack(">BBBH", 0x1C, record, number, len(value)) + value
        for record, number, value in datasets
    )
    padding = b"\0" * (len(block) % 2)
    resource = b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(block)) + block + padding
    payload = b"Photoshop 3.0\0" + resource
    return struct.pack(">HH", 0xFFED, len(payload) + 2) + payload
