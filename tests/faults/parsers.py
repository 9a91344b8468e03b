"""Everything that reads what strangers wrote, as functions of bytes, each with what must hold.

The tests replay ``corpus/*.txt`` through them, and ``scripts/fuzz.py`` looks for more. A line of
a corpus is one input, its bytes escaped as Python escapes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from photocat.captions import read_caption, read_gallery
from photocat.dates import Edtf, read_exif_date, read_iim_date, read_xmp_date
from photocat.errors import PhotocatError
from photocat.query import parse
from photocat.readers import orientation_of, read_file_name, read_tags, sniff, state
from photocat.readers.directories import read_directories
from photocat.readers.exif import read_exif
from photocat.readers.iim import read_iim
from photocat.readers.manifest import read_manifest, row_tags
from photocat.readers.sidecar import read_sidecar
from photocat.readers.xmp import read_xmp
from photocat.records import Note, Tag

Read = Callable[[bytes], object]

CORPUS = Path(__file__).parent / "corpus"
TODAY = date(2026, 11, 23)


def _text(data: bytes) -> str:
    """UTF-8, and lone surrogates where it is none."""
    return data.decode("utf-8", "surrogateescape")


def _query(data: bytes) -> None:
    with suppress(PhotocatError):
        parse(_text(data), TODAY)


def _edtf(data: bytes) -> None:
    with suppress(PhotocatError):
        stated = Edtf.parse(_text(data))
        assert Edtf.parse(stated.text) == stated
        assert stated.earliest <= stated.latest


def _carried_date(data: bytes) -> None:
    text = _text(data)
    for read in (read_exif_date, read_iim_date, read_xmp_date):
        stated = read(text, today=TODAY)
        assert not isinstance(stated, Edtf) or Edtf.parse(stated.text) == stated


def _caption(data: bytes) -> None:
    text = _text(data)
    said = read_caption(text)
    dates = (*said.mentioned_dates, *([said.date_created] if said.date_created else ()))
    for found in (*dates, *said.person_shown, *said.creator):
        assert text[found.start : found.end] == found.quote


def _storable(tags: Iterable[Tag | Note]) -> tuple[Tag, ...]:
    """Tags that any database and any terminal can take."""
    kept = [tag for tag in tags if isinstance(tag, Tag)]
    for tag in kept:
        for text in (tag.origin, tag.value):
            assert "\0" not in text
            text.encode()
    return tuple(kept)


def _stated(tags: tuple[Tag, ...]) -> None:
    orientation_of(tags)
    _, notes = state(tags, TODAY)
    assert not [note for note in notes if note.detail.startswith("statements:")]


def _xmp(data: bytes) -> None:
    _stated(_storable(read_xmp(data)))


def _iim(data: bytes) -> None:
    _stated(_storable(read_iim(data)))


def _exif(data: bytes) -> None:
    list(read_directories(data))
    _stated(_storable(read_exif(data)))


def _file(data: bytes) -> None:
    """A whole file, in whatever format it says it is; a walk may end in a note, never worse."""
    tags, notes = read_tags(data, sniff(data) or "JPEG")
    _stated(_storable(tags))
    for note in notes:
        note.detail.encode()


def _file_name(data: bytes) -> None:
    statements, _ = read_file_name(_text(data), TODAY)
    for statement in statements:
        assert statement.evidence.quote in _text(data)


def _gallery(data: bytes) -> None:
    text = _text(data)
    for paragraph in read_gallery(text).paragraphs:
        assert paragraph.text in text


def _manifest(data: bytes) -> None:
    for name in ("manifest.csv", "manifest.jsonl"):
        manifest = read_manifest(data, name)
        _storable(row_tags(manifest, "folder/a.jpg", name)[0])


def _sidecar(data: bytes) -> None:
    for name in ("a.jpg.json", "a.jpg.xmp"):
        tags, _ = read_sidecar(data, name, "folder/a.jpg")
        _stated(_storable(tags))


TARGETS: dict[str, Read] = {
    "query": _query,
    "edtf": _edtf,
    "date": _carried_date,
    "caption": _caption,
    "gallery": _gallery,
    "xmp": _xmp,
    "iim": _iim,
    "exif": _exif,
    "file": _file,
    "file-name": _file_name,
    "manifest": _manifest,
    "sidecar": _sidecar,
}
"""Every parser by name, with what must hold of its answer."""


def kept(name: str) -> list[bytes]:
    """The inputs that are kept for a parser, and the words that are for all of them."""
    texts = [text.encode("utf-8", "surrogatepass") for text in _lines(CORPUS / "words.txt")]
    return [text.encode("latin-1") for text in _lines(CORPUS / f"{name}.txt")] + texts


def _lines(corpus: Path) -> list[str]:
    lines = corpus.read_text(encoding="ascii").splitlines() if corpus.exists() else []
    return [line.encode().decode("unicode_escape") for line in lines if not line.startswith("# ")]


def keep(name: str, inputs: Iterable[bytes]) -> None:
    """Make these what is kept for a parser."""
    lines = {line_of(data) for data in inputs}
    held = "".join(f"{line}\n" for line in sorted(lines, key=lambda line: (len(line), line)))
    (CORPUS / f"{name}.txt").write_text(f"# {name}: kept by scripts/fuzz.py\n{held}", "ascii")


def line_of(data: bytes) -> str:
    """An input as a line of a corpus."""
    return data.decode("latin-1").encode("unicode_escape").decode()
