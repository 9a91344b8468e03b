"""A text gallery given by hand: whose captions are whose, by file name where stated, else by order.

Order is that of the file names as people count (``2.jpg`` before ``10.jpg``), and is only believed
where a folder holds exactly as many pictures as the text has captions.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import PurePath

from photocat.captions import Gallery, Paragraph, read_gallery
from photocat.ingest.opening import read_bytes
from photocat.readers.charsets import decode, text_tag
from photocat.records import ImageFile, Note, Tag

ENDING = ".txt"
MAX_GALLERY_BYTES = 16 * 1024 * 1024

DOCUMENT = "Gallery text"
"""Origin of the tag that keeps the whole text: what it lends to its captions can be read again."""

PICTURES = (
    *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".tif", ".tiff", ".webp", ".gif", ".avif", ".heic"),
    *(".heif", ".jxl", ".bmp", ".dng", ".nef", ".arw", ".cr2", ".cr3", ".crw", ".raf", ".orf"),
    *(".rw2", ".pef"),
)
"""Endings of the files that are counted where captions are told apart by order."""

_NUMBER = re.compile(r"(\d+)")


def is_gallery(name: str) -> bool:
    """Whether a file may be a text gallery by its name."""
    return name.lower().endswith(ENDING)


@lru_cache(maxsize=4)
def read_gallery_file(path: str, _size: int, _mtime_ns: int) -> tuple[ImageFile, Gallery]:
    """A gallery, read once by each process for all the photos that it speaks for."""
    file, data = read_bytes(path, max_bytes=MAX_GALLERY_BYTES, follow=True)
    wide = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else None
    return file, read_gallery(decode(data.removeprefix(b"\xef\xbb\xbf"), wide).text)


def names_its_files(gallery: Gallery) -> bool:
    """Whether a file name stands before the captions."""
    return any(caption.file for caption in gallery.captions)


def gallery_tags(
    gallery: Gallery, path: str, name: str
) -> tuple[tuple[Tag, ...], tuple[Note, ...]]:
    """What a gallery of this name says of the photo at a path, with the text it stands in."""
    if names_its_files(gallery):
        captions = _named(gallery, path)
    else:
        pictures = _pictures_beside(path)
        if len(pictures) != len(gallery.captions):
            told = f"{len(gallery.captions)} captions for {len(pictures)} pictures"
            return (), (Note("metadata-damaged", f"{name}: {told}, so no order is believed"),)
        file = os.path.basename(path)
        captions = [c for c, p in zip(gallery.captions, pictures, strict=True) if p == file]
    tags = [text_tag(f"Manifest caption[line {c.line}]", c.text, "file") for c in captions]
    return (*tags, text_tag(DOCUMENT, gallery.text, "file")) if tags else (), ()


def _named(gallery: Gallery, path: str) -> list[Paragraph]:
    """The captions before which the photo is named: whole, else without its ending."""
    photo = PurePath(path).name.lower()
    named = [
        (PurePath((c.file or "").replace("\\", "/")).name.lower(), c) for c in gallery.captions
    ]
    whole = [c for name, c in named if name == photo]
    return whole or [c for name, c in named if PurePath(name).stem == PurePath(photo).stem]


def _pictures_beside(path: str) -> tuple[str, ...]:
    folder = os.path.dirname(path) or "."
    return _pictures_in(folder, os.stat(folder).st_mtime_ns)


@lru_cache(maxsize=4)
def _pictures_in(folder: str, _mtime_ns: int) -> tuple[str, ...]:
    names = (n for n in os.listdir(folder) if n.lower().endswith(PICTURES) and n[0] != ".")
    return tuple(sorted(names, key=_as_people_count))


def _as_people_count(name: str) -> tuple[list[tuple[int, str]], str]:
    parts = _NUMBER.split(name.lower())
    return [(int(p), "") if p.isdecimal() else (-1, p) for p in parts if p], name
