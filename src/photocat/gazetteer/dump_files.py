"""The files of a GeoNames dump, as text or zipped as they are published."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from photocat.errors import UsageError
from photocat.gazetteer.build import Progress

TOLD_EVERY = 1_000_000
MOST_REFUSED = 200
"""Lines that are told one by one; of more the number is told."""


@dataclass(slots=True)
class Refused:
    """Lines that could not be used, each with its reason."""

    lines: list[str] = field(default_factory=list)
    more: int = 0

    def add(self, number: int, reason: str, name: str = "") -> None:
        """Keep a line's reason; ``name`` is the file, where there are several."""
        if len(self.lines) < MOST_REFUSED:
            self.lines.append(f"{name}{': ' if name else ''}line {number}: {reason}")
        else:
            self.more += 1

    def told(self) -> tuple[str, ...]:
        """Every line that was kept, and how many more there are."""
        return (*self.lines, f"and {self.more:,} more lines") if self.more else tuple(self.lines)


def main_name(source: Path) -> tuple[Path, str]:
    """The folder of a dump, and its main file without suffix: ``allCountries``, or a country's."""
    if not source.is_dir():
        return source.parent, source.stem
    for name in ("allCountries", *sorted(p.stem for p in source.glob("[A-Z][A-Z].*"))):
        if _file(source, name):
            return source, name
    raise UsageError(f"{source} holds no allCountries.txt or .zip and no country's file (SY.txt)")


def lines_of(folder: Path, name: str, say: Progress) -> Iterator[tuple[int, list[str]]]:
    """Numbered lines of a file of the dump as columns; none where there is no such file.

    Comments and empty lines are passed over. What is not UTF-8 is read with a replacement mark.
    """
    path = _file(folder, name)
    if path is None:
        return
    with _opened(path, name) as (lines, size):
        done = 0
        for number, line in enumerate(lines, 1):
            done += len(line)
            if number % TOLD_EVERY == 0:
                share = f" ({100 * done // size} %)" if size else ""
                say(f"{name}: {number:,} lines{share}")
            if line[:1] != b"#" and not line.isspace():
                yield number, line.decode(errors="replace").rstrip("\r\n").split("\t")


def _file(folder: Path, name: str) -> Path | None:
    for path in (folder / f"{name}.txt", folder / f"{name}.zip"):
        if path.is_file():
            return path
    return None


@contextmanager
def _opened(path: Path, name: str) -> Iterator[tuple[BinaryIO, int]]:
    """The lines of a file, or of the text in a zip, and how many bytes they are."""
    if path.suffix != ".zip":
        with path.open("rb", buffering=1 << 20) as lines:
            yield lines, path.stat().st_size
        return
    try:
        with zipfile.ZipFile(path) as archive:
            member = archive.getinfo(f"{name}.txt")
            with archive.open(member) as packed:
                yield io.BufferedReader(packed, 1 << 20), member.file_size  # type: ignore[type-var]
    except KeyError:
        raise UsageError(f"{path} holds no {name}.txt") from None
    except zipfile.BadZipFile as error:
        raise UsageError(f"{path} is no whole zip file ({error}); fetch it again") from error
