"""Measure the reading of captions against labelled ones: every figure, and where it loses.

    python scripts/bench/captions.py GOLD.jsonl [--seed FOLDER] [--losses]

``GOLD`` holds one JSON object a line: ``id``, ``caption``, ``photo_date``, ``other_dates``,
``place`` (``lat``, ``lon``, ``tol_km``, ``country``), ``agency``, ``byline``, ``context``, ``lang``
and ``group``.
``--seed`` names a folder with one gallery; its labels, ``seed-gold.jsonl``, stand beside ``GOLD``.
How fast captions are read is told by ``captions_speed.py``.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from photocat.captions import Caption, Context, read_caption, read_gallery
from photocat.dates import Edtf
from photocat.gazetteer import open_gazetteer
from photocat.places import Point

Row = dict[str, Any]
STRICT_KM = 25.0


@dataclass
class Tally:
    """Right, wrong and missed, and the captions where we lose."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    none: int = 0
    losses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def lose(self, row: Row, wanted: object, got: object) -> None:
        self.losses.append(f"{row['id']}  wanted {wanted}  got {got}  {row['caption'][:110]!r}")


def context_of(row: Row) -> Context:
    known = row.get("context") or {}
    published = known.get("published")
    return Context(
        published=Edtf.parse(published) if published else None,
        ids=(known["virin"],) if known.get("virin") else (),
    )


# --- dates ----------------------------------------------------------------------------------------


def photo_dates(rows: Iterable[tuple[Row, Caption]]) -> tuple[Tally, int]:
    """Exact or correctly none; and how many are more precise than what was stated."""
    tally, invented = Tally(), 0
    for row, caption in rows:
        wanted = row["photo_date"]
        date = caption.date_created
        got = date.edtf.text if date else None
        if got == wanted:
            tally.right += 1
            continue
        tally.lose(row, wanted, got)
        if got is None or date is None:
            tally.missed += 1
            continue
        stated = Edtf.parse(wanted) if wanted else None
        if stated is not None and date.edtf.overlaps(stated):
            tally.missed += 1
            invented += date.edtf.within(stated) and date.edtf != stated
        else:
            tally.wrong += 1
    return tally, invented


def mentioned_dates(rows: Iterable[tuple[Row, Caption]]) -> Tally:
    tally = Tally()
    for row, caption in rows:
        wanted = Counter(row["other_dates"] or [])
        got = Counter(date.edtf.text for date in caption.mentioned_dates)
        tally.right += (wanted & got).total()
        tally.wrong += (got - wanted).total()
        tally.missed += (wanted - got).total()
        if got != wanted:
            tally.lose(row, list(wanted), list(got))
    return tally


# --- places ---------------------------------------------------------------------------------------


def places(rows: Iterable[tuple[Row, Caption]]) -> Tally:
    """Within 25 km or the tolerance of the label."""
    tally = Tally()
    for row, caption in rows:
        label = row["place"]
        found = caption.location_created or caption.location_shown
        point = found.point if found else None
        if label is None or label.get("lat") is None:
            tally.none += point is None
            tally.wrong += point is not None
            continue
        if point is None:
            tally.missed += 1
            tally.lose(row, label["name"], None)
            continue
        apart = point.distance_m(Point(label["lat"], label["lon"])) / 1000
        if apart <= max(STRICT_KM, label.get("tol_km") or 0):
            tally.right += 1
        else:
            tally.wrong += 1
            tally.missed += 1
            tally.lose(row, label["name"], f"{found and found.name.name} ({apart:.0f} km)")
    return tally


def wrong_places(rows: Iterable[tuple[Row, Caption]]) -> float:
    """The share whose place does not contain, or is not near, where the photo was made."""
    wrong = count = 0
    for row, caption in rows:
        label = row["place"]
        found = caption.location_created or caption.location_shown
        if label is None or label.get("lat") is None:
            continue
        count += 1
        if found is not None and found.point is not None:
            apart = found.point.distance_m(Point(label["lat"], label["lon"]))
            wrong += apart > max(STRICT_KM * 1000, found.point.radius_m) and (
                found.name.country_code != label.get("country")
                or apart > max((label.get("tol_km") or 0) * 1000, found.point.radius_m * 1.5)
            )
    return wrong / count if count else 0.0


def countries(rows: Iterable[tuple[Row, Caption]]) -> Tally:
    tally = Tally()
    for row, caption in rows:
        label = row["place"]
        found = caption.location_created or caption.location_shown
        got = found.name.country_code if found else None
        wanted = label.get("country") if label else None
        tally.right += got is not None and got == wanted
        tally.wrong += got is not None and got != wanted
        tally.missed += wanted is not None and got != wanted
        if got != wanted:
            tally.lose(row, wanted, got)
    return tally


# --- credits --------------------------------------------------------------------------------------


def credits(
    rows: Iterable[tuple[Row, Caption]], key: str, value: Callable[[Caption], str | None]
) -> Tally:
    tally = Tally()
    for row, caption in rows:
        wanted, got = row[key], value(caption)
        same = wanted is not None and got is not None and _plain(wanted) == _plain(got)
        tally.right += same
        tally.wrong += got is not None and not same
        tally.missed += wanted is not None and not same
        if not same and (wanted or got):
            tally.lose(row, wanted, got)
    return tally


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ")


def agency(caption: Caption) -> str | None:
    return caption.agency.value if caption.agency else None


def byline(caption: Caption) -> str | None:
    return caption.creator[0].value if caption.creator else None


# --- printing -------------------------------------------------------------------------------------


HEADS = (
    *("count", "date", "wrong", "invented", "mention P", "mention R", "place P", "place R"),
    *("wrong", "country P", "country R", "agency F1", "byline F1"),
)


def figures(rows: list[tuple[Row, Caption]]) -> tuple[list[str], dict[str, Tally]]:
    """One line of figures, and the tallies behind them."""
    date, invented = photo_dates(rows)
    told = {
        "photo date": date,
        "mentioned dates": mentioned_dates(rows),
        "place": places(rows),
        "country": countries(rows),
        "agency": credits(rows, "agency", agency),
        "byline": credits(rows, "byline", byline),
    }
    _, mention, place, country, by_agency, by_line = told.values()
    shares = (
        *(mention.precision, mention.recall, place.precision, place.recall, wrong_places(rows)),
        *(country.precision, country.recall, by_agency.f1, by_line.f1),
    )
    count = len(rows)
    dates = [f"{count}", f"{date.right / count:.3f}", f"{date.wrong / count:.3f}", f"{invented}"]
    return dates + [f"{share:.3f}" for share in shares], told


def report(read: list[tuple[Row, Caption]], keys: Iterable[str], losses: bool) -> None:
    """Every figure: of all, and by group, language and agency; then where we lose."""
    line, told = figures(read)
    print(f"{'':22}" + "".join(f"{head:>10}" for head in HEADS))
    print(f"{'all':22}" + "".join(f"{figure:>10}" for figure in line))
    for key in keys:
        for value, _ in Counter(row.get(key) for row, _ in read).most_common():
            line, _ = figures([pair for pair in read if pair[0].get(key) == value])
            name = f"{key} {value or 'none'}"[:21]
            print(f"{name:22}" + "".join(f"{figure:>10}" for figure in line))
    for name, tally in told.items() if losses else ():
        for loss in tally.losses:
            print(f"  {name}: {loss}")


def read_rows(path: Path) -> Iterator[Row]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def seed(folder: Path, labels: Path) -> None:
    """All twelve captions, and nothing from the other lines."""
    [story] = sorted(folder.glob("*.txt"))
    gallery = read_gallery(story.read_text(encoding="utf-8"))
    rows = list(read_rows(labels))
    exact = mentions = 0
    for paragraph, row in zip(gallery.paragraphs, rows, strict=True):
        caption = read_caption(paragraph.text, gallery.context_of(paragraph))
        label = row["photo_date"]
        date = caption.date_created
        exact += (date.edtf.text if date else None) == (label["edtf"] if label else None)
        mentions += [d.edtf.text for d in caption.mentioned_dates] == [
            m["edtf"] for m in row["mentioned_dates"]
        ]
    print(f"seed: photo dates {exact} of {len(rows)} lines, mentioned dates {mentions}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("--seed", type=Path)
    parser.add_argument("--losses", action="store_true")
    parser.add_argument("--no-places", action="store_true")
    arguments = parser.parse_args()
    gazetteer = None if arguments.no_places else open_gazetteer()
    rows = list(read_rows(arguments.gold))
    read = [(row, read_caption(row["caption"], context_of(row), gazetteer)) for row in rows]
    report(read, ("group", "lang", "agency"), arguments.losses)
    if arguments.seed:
        seed(arguments.seed, arguments.gold.with_name("seed-gold.jsonl"))


if __name__ == "__main__":
    main()
