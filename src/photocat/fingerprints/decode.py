"""One reduced decode of a picture: the road that previews, fingerprints and digest share.

    bytes ─ opened ─ within limits ─▶ JPEG: decoded at 1/1, 1/2, 1/4 or 1/8
                                      others: decoded whole, digested and reduced strip by strip
                                        │
                  turned ◀─ sRGB ◀─ on white ─▶ previews are made of it, at most 1024
                                        │
                                        ▼
              seen: grey, halved if 480 are left of it ─▶ canonical grey, at most 256

A fingerprint belongs to this road: to change a step of it is to give ``KINDS`` new versions. A JPEG
of which no previews are wanted is decoded at once at the size that is seen, and in grey: the halves
that libjpeg makes are means of the wholes it would make, but for rounding.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PIL import Image, JpegImagePlugin

from photocat.errors import FileProblem
from photocat.fingerprints import jpeg, png
from photocat.fingerprints.decoded import Decoded
from photocat.fingerprints.digest import PixelDigest
from photocat.fingerprints.formats import FORMAT, open_picture
from photocat.fingerprints.guards import decoding
from photocat.fingerprints.orientation import size_as_shown, strips, turned
from photocat.fingerprints.quality import quality_of
from photocat.fingerprints.raw import read_raw
from photocat.fingerprints.sizes import LARGE, SMALL, fit, stacked
from photocat.fingerprints.tones import Tones, colour_is_flat, is_srgb, on_white, to_srgb
from photocat.records import Note

_SEEN = 480
"""Long side in pixels that fingerprints and local features need."""

_NEAR_ENOUGH = 2 * _SEEN
"""A JPEG that its decoder reduces to this long side is not decoded at twice the size for 1024."""

_TINY = 32
"""Pixels of the shorter side below which a picture says too little to be compared."""

_ALL_OF_IT = 1 << 40
"""Bytes that the decoder of JPEGs is given at once: every 64 KiB, as Pillow has it, it would stop,
and go on slowly from there."""

_STRIP = 1 << 20
"""Pixels normalised, digested and reduced at a time, so that large pictures cost no more memory."""


@dataclass(frozen=True, slots=True)
class DecodeLimits:
    """What a picture may ask for before it is refused."""

    max_pixels: int = 250_000_000
    max_scans: int = 300
    """Of a progressive JPEG; genuine ones have a dozen."""
    max_scanned: int = 5_000_000_000
    """Pixels times scans of one, of which a decoder does five hundred million a second."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made of a picture, beside its fingerprints."""

    previews: bool = True
    pixels: bool = True
    """The digest of the pixels, where it is taken while they are decoded."""


def decode_reduced(
    data: bytes,
    format: str,
    orientation: int = 1,
    limits: DecodeLimits = DecodeLimits(),
    wanted: Wanted = Wanted(),
) -> Decoded:
    """The picture in ``data``, a whole file of ``format`` (as in ``records.Photo.format``).

    ``orientation`` is what EXIF says, 1 to 8; it is ignored where the container decides (HEIC,
    AVIF, JXL) and where the decoder turns by itself (TIFF). Damaged picture data is decoded as far
    as it goes, with a note; raises FileProblem where nothing is to be seen or a limit is exceeded.
    """
    if format.startswith("RAW/"):
        return _decode_raw(data, limits, wanted)
    if format == "JPEG":
        _refuse_scans(data, limits)
    try:
        return _decode(data, format, orientation, limits, wanted)
    except FileProblem as problem:
        if problem.code != "undecodable":
            raise
        return _decode_damaged(data, format, orientation, limits, wanted, problem)


def _refuse_scans(data: bytes, limits: DecodeLimits) -> None:
    scans = jpeg.scan_count(data)
    if scans > limits.max_scans:
        raise FileProblem("too-many-scans", f"more than {limits.max_scans}")
    pixels = jpeg.frame_pixels(data) if scans > 1 else 0
    if pixels <= limits.max_pixels and scans * pixels > limits.max_scanned:
        raise FileProblem("too-many-scans", f"{scans} of {pixels} pixels each")


def _decode_damaged(
    data: bytes,
    format: str,
    orientation: int,
    limits: DecodeLimits,
    wanted: Wanted,
    problem: FileProblem,
) -> Decoded:
    """Once more without the texts that a PNG may choke on, then taking what pixels there are."""
    if format == "PNG":
        data = png.without_texts(data)
        try:
            decoded = _decode(data, format, orientation, limits, wanted)
            return _noted(decoded, "metadata-damaged", problem.detail)
        except FileProblem as still:
            problem = still
    try:
        decoded = _decode(data, format, orientation, limits, wanted, tolerant=True)
    except FileProblem:
        raise problem from None
    if decoded.grey.getextrema()[0] == decoded.grey.getextrema()[1]:
        raise problem
    return _noted(decoded, "truncated", problem.detail)


def _decode(
    data: bytes,
    format: str,
    orientation: int,
    limits: DecodeLimits,
    wanted: Wanted,
    *,
    tolerant: bool = False,
) -> Decoded:
    with decoding(tolerant=tolerant, max_pixels=limits.max_pixels):
        opened = open_picture(data, format)
        if opened.width * opened.height > limits.max_pixels:
            size = f"{opened.width} × {opened.height}"
            raise FileProblem("too-many-pixels", f"{size} are more than {limits.max_pixels}")
        if isinstance(opened, JpegImagePlugin.JpegImageFile):
            return _decode_jpeg(opened, orientation, wanted)
        left = left_to_turn(opened, format, orientation)
        return _decode_whole(data, opened, left, wanted)


def left_to_turn(opened: Image.Image, format: str, orientation: int) -> int:
    """What is left for us to do of the picture's orientation."""
    by = FORMAT[format].turned
    # A JPEG kept inside JPEG XL is handed out as it was, beside its Exif.
    if by == "as the decoder says" or getattr(opened, "jpeg", False):
        said = opened.getexif().get(0x0112, 1)
        return said if isinstance(said, int) else 1
    return orientation if by == "by us" else 1


def _decode_jpeg(
    opened: JpegImagePlugin.JpegImageFile, orientation: int, wanted: Wanted
) -> Decoded:
    size = size_as_shown(opened.size, orientation)
    draft_jpeg(opened, wanted)
    opened.decodermaxblock = _ALL_OF_IT
    opened.load()
    whole = to_srgb(Tones(opened).plain(opened), opened.info.get("icc_profile"))
    picture = turned(fit(whole, LARGE), orientation) if wanted.previews else None
    return _finished(picture, turned(_seen(whole), orientation), size, orientation)


def draft_jpeg(opened: JpegImagePlugin.JpegImageFile, wanted: Wanted = Wanted()) -> None:
    """Let the decoder reduce by 2, 4 or 8 while it decodes, as far as what is wanted allows.

    Where no previews are wanted it leaves out the colours, too, if they are those of sRGB.
    """
    least = _NEAR_ENOUGH if wanted.previews else _SEEN
    grey = not wanted.previews and is_srgb(opened.info.get("icc_profile"))
    for scale in (8, 4, 2, 1):
        width, height = opened.width // scale, opened.height // scale
        if scale == 1 or (max(width, height) >= least and min(width, height) > 0):
            opened.draft("L" if grey else None, (width, height))
            return


def _decode_whole(data: bytes, opened: Image.Image, orientation: int, wanted: Wanted) -> Decoded:
    several = bool(getattr(opened, "is_animated", False)) and opened.format != "PSD"
    opened.load()
    size = size_as_shown(opened.size, orientation)
    tones = Tones(opened)
    digest = PixelDigest(opened.mode, size) if wanted.pixels else None
    factor = max(1, max(size) // LARGE)
    rows = max(1, _STRIP // size[0] // factor) * factor
    pieces = []
    for strip in strips(opened, orientation, rows):
        plain = tones.plain(strip)
        if digest:
            digest.add(strip, plain)
        pieces.append(plain.reduce(factor) if factor > 1 else plain)
    if digest and several:
        digest.add_file(data)
    reduced = fit(stacked(pieces), LARGE)
    hidden = reduced.mode == "RGBA" and colour_is_flat(reduced)
    picture = to_srgb(on_white(reduced), opened.info.get("icc_profile"))
    decoded = _finished(picture, _seen(picture), size, orientation, hidden=hidden)
    return replace(decoded, pixels=digest.hexdigest() if digest else None)


def _decode_raw(data: bytes, limits: DecodeLimits, wanted: Wanted) -> Decoded:
    with decoding(tolerant=False, max_pixels=limits.max_pixels):
        raw = read_raw(data, least=_NEAR_ENOUGH)
        size = size_as_shown(raw.size, raw.orientation)
        if isinstance(raw.seen, Image.Image):
            return _finished(fit(raw.seen, LARGE), _seen(raw.seen), size, raw.orientation)
    decoded = decode_reduced(raw.seen, "JPEG", raw.orientation, limits, wanted)
    return replace(decoded, width=size[0], height=size[1])


def _seen(picture: Image.Image) -> Image.Image:
    """The picture in grey, halved as long as enough is left of it."""
    grey = picture.convert("L")
    while max(grey.size) >= 2 * _SEEN:
        grey = grey.reduce(2)
    return grey


def _finished(
    picture: Image.Image | None,
    seen: Image.Image,
    size: tuple[int, int],
    orientation: int,
    *,
    hidden: bool = False,
) -> Decoded:
    if picture is not None:
        picture.info.clear()
    grey = fit(seen, SMALL)
    quality = 0.0 if hidden or min(size) < _TINY else quality_of(grey)
    decoded = Decoded(picture, seen, grey, *size, orientation, quality, None)
    if quality:
        return decoded
    why = "drawn by its alpha alone" if hidden else "tiny" if min(size) < _TINY else "flat"
    return _noted(decoded, "no-fingerprint", why)


def _noted(decoded: Decoded, code: str, detail: str) -> Decoded:
    return replace(decoded, notes=(*decoded.notes, Note(code, detail)))
