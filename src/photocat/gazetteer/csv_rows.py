"""Tables that people keep: CSV with commas, semicolons or tabs, and headings of many names."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from photocat.errors import UsageError

_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV: its headings as written, and in which of its columns each of ours stands."""

    path: Path
    headings: tuple[str, ...]
    columns: Mapping[str, tuple[int, ...]]
    delimiter: str
    encoding: str

    def rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Each row by our columns, with the number of the line it ends on; empty rows are passed
        over. Of several columns of one meaning the first that is filled counts."""
        with self.path.open(encoding=self.encoding, errors="replace", newline="") as lines:
            reader = csv.reader(lines, delimiter=self.delimiter)
            next(reader, None)
            for row in reader:
                if any(cell.strip() for cell in row):
                    yield (
                        reader.line_num,
                        {
                            column: next((row[at].strip() for at in where if at < len(row)
                                          and row[at].strip()), "")
                            for column, where in self.columns.items()
                        },
                    )  # fmt: skip


def read_table(path: Path, meanings: Mapping[str, tuple[str, ...]]) -> Table:
    """Open a CSV; ``meanings`` are the headings that a column of ours may have.

    Headings are compared without case, spaces, dashes and units: ``Latitude (deg)`` is
    ``latitude_deg``.
    """
    head = path.read_bytes()[:4_000_000]
    encoding = _encoding(head)
    first = head.decode(encoding, errors="replace").splitlines()[:1]
    if not first or "\0" in first[0]:
        raise UsageError(f"{path} is no text of comma-separated values")
    delimiter = max(_DELIMITERS, key=first[0].count)
    headings = tuple(next(csv.reader(first, delimiter=delimiter)))
    plain = [re.sub(r"[\W_]+", "_", heading.lower()).strip("_") for heading in headings]
    columns = {
        column: tuple(plain.index(heading) for heading in known if heading in plain)
        for column, known in meanings.items()
    }
    return Table(path, headings, {c: at for c, at in columns.items() if at}, delimiter, encoding)


def _encoding(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 4:  # else the head was cut inside a letter
            return "cp1252"
    return "utf-8-sig"
