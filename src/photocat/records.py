"""The values that travel through photocat: frozen, comparable, printable, without behaviour.

    ImageFile ─ read ─▶ Photo( tags, statements(evidence), fingerprints, notes )
                          │
                        added ─▶ Added(outcome)          searched ─▶ Match
                          │
                        compared ─▶ Relation ─ joined ─▶ Work

A path is a ``str`` as ``os.fsdecode`` gives it, so every file name there is can be held.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from photocat.dates import Edtf
from photocat.places import Point

Outcome = Literal["stored", "known", "skipped", "failed"]
Scope = Literal["photo", "file"]
FileState = Literal["present", "missing", "changed"]


@dataclass(frozen=True, slots=True)
class ImageFile:
    """Where bytes were seen."""

    path: str
    size: int
    mtime_ns: int
    supplier: str | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """A raw value as it stands in a file or beside it, before anything is made of it."""

    origin: str
    """``EXIF Model``, ``IIM 2:120``, ``XMP Iptc4xmpExt:LocationShown[1]/Iptc4xmpExt:City``."""
    value: str
    """As text; a list is one Tag per item. Cut at the reader's limit (see ``length``)."""
    length: int | None = None
    """Full length in characters when the value was cut."""
    scope: Scope = "photo"
    """``photo``: from the bytes. ``file``: from beside them (a sidecar, a manifest)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a statement rests on."""

    origin: str
    """Where it was found: ``IIM 2:120``, ``XMP dc:description``, ``caption[58:71]``."""
    quote: str
    """The raw words or value, exactly as they stand there."""
    rule: str
    """The rule that made the statement of the quote: ``iim-date``, ``exif-gps``, ``text``."""
    span: tuple[int, int] | None = None
    """Start and end in code points, where the quote is part of a longer text."""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place as it was written: the finest name, and what it lies in, outwards."""

    name: str
    hierarchy: tuple[str, ...] = ()
    """What contains ``name``, from near to far, country last: ``("Latakia", "Syria")``."""
    country_code: str | None = None
    """ISO 3166-1 alpha-2, upper case, only where stated or certain."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one piece of evidence says about one field."""

    field: str
    """A name in ``photocat.fields.FIELDS``."""
    text: str
    """The value; for a place its name as written (or ``lat,lon``), for a date its EDTF."""
    evidence: Evidence
    rank: int
    """0 is believed first among the statements of a field; the order of ``Field.carriers``."""
    scope: Scope = "photo"
    date: Edtf | None = None
    place: PlaceName | None = None
    point: Point | None = None
    denied: bool = False
    """A person says that this is not so; with an empty text, that nothing machines say is."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person says of one field."""

    field: str
    words: tuple[Statement, ...]
    """Statements and denials."""
    replaces: bool
    """Whether they are all that people say of it now, or are said beside what was said before."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A perceptual hash of one kind; only fingerprints of one kind may be compared."""

    kind: str
    """Algorithm, decode path and version, a key of ``photocat.fingerprints.KINDS``."""
    bits: bytes
    """Big-endian bits, row by row: 8 bytes for a 64-bit hash."""
    quality: float
    """0 (flat, says nothing, never compared) to 1."""

    @property
    def hex(self) -> str:
        """The bits as hexadecimal text."""
        return self.bits.hex()


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person should know of a file that was stored all the same."""

    code: str
    """A key of ``photocat.errors.REASONS``."""
    detail: str


@dataclass(frozen=True, slots=True)
class Photo:
    """One picture as bytes, with all that was read from it and beside it. Knows no database."""

    file: ImageFile
    sha256: str
    """Of all bytes, 64 hexadecimal digits."""
    format: str
    """``JPEG``, ``PNG``, ``TIFF``, ``WebP``, ``GIF``, ``AVIF``, ``HEIC``, ``JXL``, ``RAW/NEF`` …"""
    width: int
    height: int
    """In pixels as shown, after orientation; 0 where the picture cannot be decoded (``no-picture``)
    and its file does not say."""
    orientation: int = 1
    """EXIF orientation 1–8 as stated, else as the decoder found it; already applied to everything
    that is derived."""
    pixel_digest: str | None = None
    """``scan:`` + SHA-256 of a JPEG without its metadata segments, else ``pixels:`` + SHA-256 of
    the decoded, oriented pixels: equal digests prove equal pixels."""
    tags: tuple[Tag, ...] = ()
    statements: tuple[Statement, ...] = ()
    fingerprints: tuple[Fingerprint, ...] = ()
    notes: tuple[Note, ...] = ()
    sidecars: tuple[ImageFile, ...] = ()
    """The files beside it that were read with it."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file: every file of an ingest yields exactly one."""

    path: str
    outcome: Outcome
    id: int | None = None
    """Of the photo, when stored or known."""
    code: str | None = None
    """A key of ``REASONS`` when skipped or failed, or stored with a warning."""
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """One photo of an answer, as the catalog tells it."""

    id: int
    certainty: Literal["certain", "possible"]
    record: Mapping[str, Any]
    """The JSON shape of DESIGN 7, plain values only."""


@dataclass(frozen=True, slots=True)
class Picture:
    """As much of a catalogued photo as comparing it with others needs."""

    id: int
    sha256: str
    pixel_digest: str | None
    width: int
    height: int
    byte_size: int


RelationName = Literal[
    "same-bytes",
    "same-pixels",
    "copy",
    "crop",
    "edit",
    "mirror",
    "rotation",
    "embedded",
    "sibling",
]
RelationStatus = Literal["proposed", "accepted", "rejected"]


@dataclass(frozen=True, slots=True)
class Relation:
    """What two photos are to each other: ``first`` is derived from ``second``."""

    first: int
    second: int
    relation: RelationName
    distance: int | None
    """Hamming distance of the fingerprints; None where bytes or pixels are equal, or where the
    pictures were not compared."""
    method: str
    confidence: float
    status: RelationStatus = "proposed"
    geometry: Mapping[str, Any] = field(default_factory=dict)
    """``box`` in fractions of ``second``, ``mirrored``, ``rotation``; empty: the whole."""
    decided_by: str | None = None
    """Who decided it; machines never touch such a relation."""


DecisionName = Literal[
    "same", "crop", "copy", "edit", "mirror", "rotation", "embedded", "different", "sibling"
]


@dataclass(frozen=True, slots=True)
class Work:
    """One picture, whoever delivered it: photos joined by accepted relations."""

    id: int
    best: int
    photos: tuple[int, ...]
    relations: tuple[Relation, ...]
