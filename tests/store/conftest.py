"""Photos to store, made of nothing, and a fresh catalog to store them in."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

import pytest

from photocat.dates import Edtf
from photocat.places import Point
from photocat.records import (
    Evidence,
    Fingerprint,
    ImageFile,
    Note,
    Photo,
    PlaceName,
    Scope,
    Statement,
    Tag,
)
from photocat.store import Store, engine, open_store


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite catalogs that need not outlive a power cut: a hundred of them are made in a test."""
    pragmas = [p for p in engine.PRAGMAS if not p.startswith("synchronous")]
    monkeypatch.setattr(engine, "PRAGMAS", (*pragmas, "synchronous = OFF"))


@pytest.fixture
def store(catalog_url: str) -> Iterator[Store]:
    """An empty catalog, on each database in turn."""
    with open_store(catalog_url, mode="create") as store:
        yield store


def _said(
    field: str,
    text: str,
    origin: str = "XMP dc:description",
    *,
    rank: int = 0,
    scope: Scope = "photo",
    date: str | None = None,
    place: PlaceName | None = None,
    point: Point | None = None,
) -> Statement:
    evidence = Evidence(origin, text, "text")
    edtf = Edtf.parse(date) if date else None
    return Statement(field, text, evidence, rank, scope, edtf, place, point)


@pytest.fixture
def said() -> Callable[..., Statement]:
    """``said(field, text, origin=…, rank=…, scope=…, date=…, place=…, point=…)``."""
    return _said


def _photo(
    path: str,
    *statements: Statement,
    bytes_: str | None = None,
    supplier: str | None = None,
    size: int = 1000,
    mtime_ns: int = 1_458_000_000_000_000_000,
    bits: bytes = b"\0\1\2\3\4\5\6\7",
    tags: tuple[Tag, ...] = (),
    notes: tuple[Note, ...] = (),
    sidecars: tuple[ImageFile, ...] = (),
    format: str = "JPEG",
    width: int = 4000,
    height: int = 3000,
) -> Photo:
    digest = hashlib.sha256((bytes_ or path).encode("utf-8", "surrogateescape")).hexdigest()
    return Photo(
        ImageFile(path, size, mtime_ns, supplier),
        digest,
        format,
        width,
        height,
        pixel_digest=f"scan:{digest}",
        tags=tags,
        statements=statements,
        fingerprints=(Fingerprint("phash", bits, 0.8),),
        notes=notes,
        sidecars=sidecars,
    )


@pytest.fixture
def photo() -> Callable[..., Photo]:
    """``photo(path, *statements, bytes_=…, supplier=…, …)``: equal ``bytes_`` are equal bytes."""
    return _photo
