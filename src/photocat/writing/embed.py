"""Into the files themselves: by ExifTool alone, on a copy, with proof that the pixels are the same.

    file ─ copied ─ ExifTool ─▶ copy ─ same pixels? says what it should? ─▶ takes the file's place

The XMP block is edited as a sidecar would be, and put in whole. IIM and EXIF fields that the file
has are brought into agreement, so that no reader hears the old words first (MWG 2.0, 5); those
that it lacks are not made.
"""

from __future__ import annotations

import functools
import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from photocat.errors import FileProblem, UsageError
from photocat.preferred import DOUBTFUL, preferred
from photocat.readers import read_tags, sniff
from photocat.readers.blocks import Block
from photocat.readers.containers import find_blocks
from photocat.readers.ours import by_property
from photocat.readers.xmp import read_xmp
from photocat.records import Tag
from photocat.writing.outcomes import Refused, Wrote
from photocat.writing.packet import BrokenPacket
from photocat.writing.properties import PROPERTIES
from photocat.writing.sidecar import Edited, edited, sync_folder
from photocat.writing.values import Believed, wanted

if TYPE_CHECKING:
    from photocat.store.written import Told, Written

LEAST_VERSION = (12, 15)
"""Of ExifTool; older ones damage some files that newer ones do not."""

SECONDS = 60
"""That ExifTool may take for one file."""

MAX_PIXELS = 1_000_000_000

FORMATS = ("JPEG", "TIFF", "PNG", "WebP", "PSD", "JP2", "HEIC", "AVIF", "JXL")
"""Formats of which the pixels can be proved; a raw file gets a sidecar."""


@functools.cache
def find_exiftool() -> str:
    """The ExifTool on the path. Raises ``UsageError`` where there is none, or too old a one."""
    found = shutil.which("exiftool")
    if found is None:
        raise UsageError("--embed needs ExifTool (exiftool.org) on the path; there is none")
    told = _run([found, "-ver"], SECONDS)
    version = tuple(int(part) for part in told.split(".") if part.isdecimal())
    if version < LEAST_VERSION:
        least = ".".join(map(str, LEAST_VERSION))
        raise UsageError(f"--embed needs ExifTool {least} or later; {found} is {told or 'another'}")
    return found


def embed(told: Told, tool: str, catalog: str, *, dry_run: bool) -> tuple[Wrote, Written | None]:
    """Write what is believed of one file into it. Raises ``Refused``: the file is as it was."""
    from photocat.store.written import Written

    path = told.file.path
    status = os.lstat(path)
    data = Path(path).read_bytes()
    format = sniff(data)
    if format not in FORMATS:
        raise Refused(f"{format or 'this format'} is not written into; write a sidecar")
    believed = preferred(told.statements)
    blocks = (block for block in find_blocks(data, format) if isinstance(block, Block))
    packet = next((bytes(block.data) for block in blocks if block.kind == "xmp"), None)
    try:
        new = edited(packet, wanted(believed), catalog=catalog)
    except (BrokenPacket, RecursionError) as broken:
        raise Refused(f"its XMP is damaged and cannot be edited: {broken}") from broken
    if not new.changed:
        return Wrote(path, path, "unchanged"), None
    if dry_run:
        return Wrote(path, path, "would write", new.changed), None

    before = _proof(data, format)
    folder = os.path.dirname(path)
    with tempfile.TemporaryDirectory(prefix=".photocat-", dir=folder) as room:
        copy = os.path.join(room, "copy" + os.path.splitext(path)[1])
        sidecar = os.path.join(room, "packet.xmp")
        shutil.copy2(path, copy)
        Path(sidecar).write_bytes(new.data)
        there = {tag.origin for tag in read_tags(data, format)[0]}
        legacy = list(_legacy(believed, there))
        arguments = [tool, "-config", "", "-q", "-q", "-m", "-overwrite_original"]
        _run([*arguments, f"-XMP<={sidecar}", *legacy, copy], SECONDS)
        result = Path(copy).read_bytes()
        if _proof(result, format) != before:
            raise Refused("ExifTool's copy shows other pixels; the file is as it was")
        if not _says(result, format, new):
            raise Refused("ExifTool's copy does not say what it should; the file is as it was")
        if os.lstat(path) != status:
            raise Refused("it is being changed by another program")
        with open(copy, "rb") as file:
            os.fsync(file.fileno())
        os.replace(copy, path)
    sync_folder(folder)
    return Wrote(path, path, "written", new.changed), Written(
        told.file_id,
        told.photo_id,
        path,
        hashlib.sha256(data).hexdigest(),
        hashlib.sha256(result).hexdigest(),
        new.changed,
        told.sidecars,
    )


def _proof(data: bytes, format: str) -> str:
    """The digest of the pixels. Raises ``Refused`` where there is none.

    Of an animation and of several pages the digest is that of the file: the catalog would not know
    it again once it was written.
    """
    from photocat.fingerprints import Wanted, decode_reduced, pixel_digest
    from photocat.fingerprints.formats import open_picture
    from photocat.fingerprints.guards import decoding

    try:
        with decoding(tolerant=False, max_pixels=MAX_PIXELS):
            opened = open_picture(data, format)
            several = format not in ("JPEG", "PSD") and getattr(opened, "is_animated", False)
        if several:
            raise Refused("it holds several pictures, of which only one is known; write a sidecar")
        decoded = decode_reduced(data, format, wanted=Wanted(previews=False))
        digest = None if decoded.truncated else pixel_digest(data, format, decoded)
    except FileProblem as problem:
        raise Refused(f"its pixels cannot be proved: {problem}") from problem
    if digest is None:
        raise Refused("its pixels cannot be proved")
    return digest


def _says(data: bytes, format: str, new: Edited) -> bool:
    """Whether a file says what was put into it, and nothing else under those names."""
    said = by_property(read_tags(data, format)[0])
    meant = by_property(tag for tag in read_xmp(new.data) if isinstance(tag, Tag))
    return all(said.get(name) == meant.get(name) for name in new.changed)


def _legacy(believed: Believed, there: set[str]) -> Iterator[str]:
    """Arguments that bring what the file has in IIM and EXIF into agreement."""
    has_iim = any(origin.startswith("IIM 2:") for origin in there)
    if has_iim:
        yield "-IPTC:CodedCharacterSet=UTF8"
    for line in PROPERTIES:
        texts = [s.text for s in believed.get(line.field, ()) if s.evidence.confidence >= DOUBTFUL]
        if line.iim and has_iim and texts:
            several = texts if line.form in ("bag", "sequence") else texts[:1]
            yield from (f"-IPTC:{line.iim}={text}" for text in several)
        if line.exif and texts and f"EXIF {line.exif}" in there:
            yield f"-EXIF:{line.exif}={'; '.join(texts)}"


def _run(arguments: Sequence[str], seconds: float) -> str:
    """What a program prints. Raises ``Refused`` where it fails or takes too long."""
    try:
        done = subprocess.run(
            arguments, capture_output=True, timeout=seconds, check=False, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired as slow:
        raise Refused(f"ExifTool took longer than {seconds} seconds") from slow
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise Refused(f"ExifTool: {told[0][:200] if told else f'status {done.returncode}'}")
    return done.stdout.decode("utf-8", "replace").strip()
