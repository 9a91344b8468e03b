#!/usr/bin/env python3
"""Compare what photocat reads with what an oracle reads, field by field and format by format.

    python scripts/oracle.py FOLDER [--format JPEG] [--field caption] [--quiet]

FOLDER holds files and a `manifest.jsonl`: one JSON object a line with `path` and `oracle`, the
normalised values by ExifTool. Prints the agreement and lists every disagreement; exit status 1
where agreement is below what `--floor` demands.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from photocat.fingerprints import header_size
from photocat.places import Point
from photocat.preferred import preferred
from photocat.readers import SNIFF_BYTES, read_metadata, read_sidecar, sniff, state, stated_size
from photocat.readers.read import Metadata, orientation_of
from photocat.records import Statement

Believed = dict[str, tuple[Statement, ...]]
Size = tuple[int, int]

MAX_PIXELS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One value that the two read differently."""

    path: str
    format: str
    field: str
    oracle: Any
    photocat: Any
    reason: str
    """Why they differ, by one of ``EXPLANATIONS``; empty: nobody has said yet."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All values of a corpus: how many the oracle has, and those that differ."""

    counted: Counter[tuple[str, str]]
    """How many values the oracle has, by field and format."""
    differing: tuple[Disagreement, ...]
    invented: tuple[Disagreement, ...]
    """Values that only photocat has, where the oracle looked and found none."""

    def agreement(self, field: str | None = None) -> float:
        """Share of the oracle's values that are exactly ours."""
        total = sum(n for (f, _), n in self.counted.items() if field in (None, f))
        wrong = sum(1 for d in self.differing if field in (None, d.field))
        return (total - wrong) / total if total else 1.0


# --- what the oracle says and what we say, in one form --------------------------------------------


def plain(text: Any) -> str:
    """Text with one form of line end and no outer space."""
    return str(text).replace("\r\n", "\n").replace("\r", "\n").strip()


def first_text(field: str) -> Callable[[Believed, Metadata], Any]:
    return lambda said, _: plain(said[field][0].text) if field in said else None


def texts(field: str) -> Callable[[Believed, Metadata], Any]:
    return lambda said, _: sorted({plain(s.text) for s in said.get(field, ())}) or None


def our_date(_: Believed, metadata: Metadata) -> Any:
    """The date of the carrier that goes before the others; what digitising says only alone."""
    dates = [s for s in metadata.statements if s.field == "date_created"]
    return min(dates, key=lambda s: s.rank).text if dates else None


def our_believed_date(said: Believed, _: Metadata) -> Any:
    return said["date_created"][0].text if "date_created" in said else None


def our_gps(_: Believed, metadata: Metadata) -> Any:
    return next(
        (s.point for s in metadata.statements if s.evidence.rule in ("exif-gps", "xmp-gps")), None
    )


def our_city(level: int) -> Callable[[Believed, Metadata], Any]:
    """The country (0) or the city (1) of the legacy fields, where a place was made of it."""

    def read(_: Believed, metadata: Metadata) -> Any:
        carriers = (("IIM 2:101", "XMP photoshop:Country"), ("IIM 2:090", "XMP photoshop:City"))
        named = {t.origin: plain(t.value) for t in reversed(metadata.tags)}
        value = next((named[c] for c in carriers[level] if named.get(c)), None)
        stated = {
            name
            for s in metadata.statements
            if s.evidence.rule == "city-of-blurred-role" and s.place
            for name in map(plain, (s.place.name, *s.place.hierarchy))
        }
        return value if value in stated else None

    return read


def our_make(_: Believed, metadata: Metadata) -> Any:
    return next(
        (plain(t.value) for t in metadata.tags if t.origin in ("EXIF Make", "XMP tiff:Make")), None
    )


def our_model(_: Believed, metadata: Metadata) -> Any:
    return next(
        (plain(t.value) for t in metadata.tags if t.origin in ("EXIF Model", "XMP tiff:Model")),
        None,
    )


def oracle_text(key: str) -> Callable[[dict[str, Any]], Any]:
    return lambda oracle: plain(oracle[key]) if oracle.get(key) not in (None, "") else None


def oracle_texts(key: str) -> Callable[[dict[str, Any]], Any]:
    return lambda oracle: sorted({plain(v) for v in oracle.get(key) or () if plain(v)}) or None


def oracle_date(oracle: dict[str, Any]) -> Any:
    """When it was taken, else when it was digitised; when a container was written is neither."""
    stated = oracle.get("date_taken") or oracle.get("date_fallback") or {}
    return None if str(stated.get("source", "")).startswith("QuickTime") else stated.get("edtf")


def oracle_gps(oracle: dict[str, Any]) -> Any:
    gps = oracle.get("gps")
    if not gps or gps.get("null_island") or gps["source"] == "other":
        return None
    return Point(gps["lat"], gps["lon"])


def oracle_place(key: str) -> Callable[[dict[str, Any]], Any]:
    return lambda oracle: (
        plain(oracle["location"][key]) if (oracle.get("location") or {}).get(key) else None
    )


def oracle_size(oracle: dict[str, Any]) -> Any:
    return tuple(oracle["display_size"]) if oracle.get("display_size") else None


FIELDS: tuple[
    tuple[str, Callable[[dict[str, Any]], Any], Callable[[Believed, Metadata], Any]], ...
] = (
    ("date_created", oracle_date, our_date),
    ("date_believed", oracle_date, our_believed_date),
    ("gps", oracle_gps, our_gps),
    ("caption", oracle_text("caption"), first_text("caption")),
    ("headline", oracle_text("headline"), first_text("headline")),
    ("title", oracle_text("title"), first_text("title")),
    ("creator", oracle_texts("creator"), texts("creator")),
    ("creator_title", oracle_text("byline_title"), first_text("creator_title")),
    ("credit_line", oracle_text("credit"), first_text("credit_line")),
    ("source", oracle_text("source"), first_text("source")),
    ("copyright_notice", oracle_text("copyright"), first_text("copyright_notice")),
    ("usage_terms", oracle_text("usage_terms"), first_text("usage_terms")),
    ("instructions", oracle_text("instructions"), first_text("instructions")),
    ("job_id", oracle_text("transmission_reference"), first_text("job_id")),
    ("caption_writer", oracle_text("caption_writer"), first_text("caption_writer")),
    ("city", oracle_place("city"), our_city(1)),
    ("country", oracle_place("country"), our_city(0)),
    ("keywords", oracle_texts("keywords"), texts("keywords")),
    ("person_shown", oracle_texts("persons"), texts("person_shown")),
    ("event", oracle_text("event"), first_text("event")),
    ("digital_source_type", oracle_text("digital_source_type"), first_text("digital_source_type")),
    ("rating", oracle_text("rating"), first_text("rating")),
    ("orientation", lambda o: o.get("orientation"), lambda _, m: m.orientation),
    ("make", oracle_text("make"), our_make),
    ("model", oracle_text("model"), our_model),
)
"""Name, the oracle's value, our value; None is silence."""

SIZE = "dimensions"
"""Told by the picture, not by its tags."""


def agree(oracle: Any, ours: Any) -> bool:
    """Whether two values are the same: points within a metre, dates by what they cover."""
    if isinstance(oracle, Point) and isinstance(ours, Point):
        return oracle.distance_m(ours) <= 1.0
    return bool(oracle == ours)


# --- why they differ ------------------------------------------------------------------------------


def is_more_precise(oracle: Any, ours: Any) -> bool:
    return bool(oracle and ours) and ours[: len(oracle[:19])] == oracle[:19]


def is_earlier(oracle: Any, ours: Any) -> bool:
    return bool(oracle and ours) and ours[:10] < oracle[:10]


def has_more(oracle: Any, ours: Any) -> bool:
    return bool(oracle and ours) and set(oracle) < set(ours)


def is_unreadable(oracle: Any, ours: Any) -> bool:
    return "?" in str(oracle) and not str(ours).isascii()


def is_turned(oracle: Any, ours: Any) -> bool:
    return bool(oracle and ours) and tuple(oracle) == tuple(reversed(ours))


def is_preview(oracle: Any, ours: Any) -> bool:
    return bool(oracle and ours) and oracle[0] * oracle[1] < ours[0] * ours[1]


EXPLANATIONS: tuple[tuple[str, Callable[[Any, Any], bool], str], ...] = (
    ("date_believed", is_more_precise, "a lesser carrier states the same second more precisely"),
    (
        "date_believed",
        is_earlier,
        "IPTC or XMP tell an earlier day than the camera: it was scanned",
    ),
    ("person_shown", has_more, "names in PersonInImageWDetails are persons, too"),
    ("caption", is_unreadable, "ExifTool shows what is no UTF-8 in EXIF as question marks"),
    (SIZE, is_turned, "the container turns the picture, and the oracle did not: AVIF by irot"),
    (SIZE, is_preview, "ExifTool tells the size of the preview inside"),
)
"""Field, a test of the oracle's value and ours, and the reason where it holds."""


def explained(field: str, oracle: Any, ours: Any, metadata: Metadata) -> str:
    """Why two values differ, as far as a rule or a note of the reader tells."""
    for name, holds, reason in EXPLANATIONS:
        if name == field and holds(oracle, ours):
            return reason
    refused = {"gps": "place-refused", "date_created": "date-refused"}.get(field)
    notes = [n.detail for n in metadata.notes if n.code in (refused, "metadata-damaged")]
    return "; ".join(notes) if ours is None else ""


# --- the comparison -------------------------------------------------------------------------------


def compare(folder: Path) -> Comparison:
    """Read every file of a corpus and compare it with the corpus's oracle."""
    counted: Counter[tuple[str, str]] = Counter()
    differing: list[Disagreement] = []
    invented: list[Disagreement] = []
    for line in (folder / "manifest.jsonl").read_bytes().splitlines():
        entry = json.loads(line)
        metadata = read(folder / entry["path"])
        if metadata is None:
            continue
        kind = entry["format_class"]
        said = preferred(metadata.statements)
        oracle = right_charset(entry["oracle"])
        said_by_both = [(f, theirs(oracle), ours(said, metadata)) for f, theirs, ours in FIELDS]
        size = shown_size(folder / entry["path"], metadata)
        for field, expected, found in (*said_by_both, (SIZE, oracle_size(oracle), size)):
            why = explained(field, expected, found, metadata)
            case = Disagreement(entry["path"], kind, field, expected, found, why)
            if expected is not None:
                counted[field, kind] += 1
                if not agree(expected, found):
                    differing.append(case)
            elif found is not None and field not in ("orientation", SIZE):
                invented.append(case)
    return Comparison(counted, tuple(differing), tuple(invented))


def read(path: Path) -> Metadata | None:
    """What photocat reads of a file, a sidecar included; None for what is no photo."""
    data = path.read_bytes()
    format = sniff(data[:SNIFF_BYTES])
    if format == "XMP":
        tags, notes = read_sidecar(data, path.name)
        statements, doubts = state(tags)
        return Metadata(tags, statements, notes + doubts, orientation_of(tags) or 1)
    if format is None or format == "JSON":
        return None
    return read_metadata(str(path), data, format)


def shown_size(path: Path, metadata: Metadata) -> Size | None:
    """Width and height as shown: of raw files as the camera says, of others as decoded."""
    data = path.read_bytes()
    format = sniff(data[:SNIFF_BYTES]) or ""
    size = header_size(data, format, metadata.orientation, MAX_PIXELS)
    return size or stated_size(data, metadata.tags, metadata.orientation)


def right_charset(oracle: dict[str, Any]) -> dict[str, Any]:
    """The oracle with the right reading of undeclared text where the manifest knows it."""
    better = oracle.get("iptc_if_utf8") or oracle.get("iptc_if_macroman") or {}
    mended = oracle | better
    if "keywords_iptc" in better:
        mended["keywords"] = [*better["keywords_iptc"], *oracle.get("keywords_xmp", ())]
    return mended


def main() -> int:
    """Print agreement per field and format, then every disagreement."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--format", help="only this format class")
    parser.add_argument("--field", help="only this field")
    parser.add_argument("--quiet", action="store_true", help="only the table")
    parser.add_argument("--invented", action="store_true", help="list what only photocat has")
    parser.add_argument("--floor", type=float, default=0.0, help="least share that is agreement")
    asked = parser.parse_args()
    comparison = compare(asked.folder)
    print_table(comparison)
    cases = comparison.invented if asked.invented else comparison.differing
    for case in () if asked.quiet else cases:
        if asked.format in (None, case.format) and asked.field in (None, case.field):
            print(f"\n{case.path}\n  {case.field} ({case.format}): {case.reason or 'unexplained'}")
            print(f"    oracle   {str(case.oracle)[:300]!r}")
            print(f"    photocat {str(case.photocat)[:300]!r}")
    return 0 if comparison.agreement() >= asked.floor else 1


def print_table(comparison: Comparison) -> None:
    """Agreement as ``agreeing/values``, a line for each field and a column for each format."""
    formats = sorted({format for _, format in comparison.counted})
    wrong = Counter((d.field, d.format) for d in comparison.differing)
    print(f"{'':20}{'all':>10}" + "".join(f"{f:>9}" for f in formats))
    for field in (*(name for name, _, _ in FIELDS), SIZE):
        cells = [(comparison.counted[field, f], wrong[field, f]) for f in formats]
        row = "".join(f"{f'{n - w}/{n}' if n else '':>9}" for n, w in cells)
        print(f"{field:20}{100 * comparison.agreement(field):9.2f}%{row}")
    total, bad = comparison.counted.total(), len(comparison.differing)
    print(f"{'all':20}{100 * comparison.agreement():9.2f}%   {total - bad} of {total} values")
    print(f"{len(comparison.invented)} values are only ours")


if __name__ == "__main__":
    sys.exit(main())
