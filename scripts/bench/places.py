"""How often a caption's place is right, on captions labelled by hand; where it is not.

    python scripts/bench/places.py GOLD.jsonl [--wrong] [--texts TEXTS.jsonl]

Right: the middle that we give lies within 25 km of the label, or within the label's own tolerance.
Wrong: it does not, and what we give does not contain it either. An ambiguous name is no answer.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from photocat.captions.caption_dates import read_dates
from photocat.captions.found import Context
from photocat.captions.places import FoundPlace, PlacesFound, find_places
from photocat.captions.text import Text, read_text
from photocat.gazetteer import Gazetteer, open_gazetteer
from photocat.places import Point

LEAST_M = 25_000.0


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read(caption: str, gazetteer: Gazetteer) -> tuple[Text, PlacesFound, float]:
    """The places of a caption, and the seconds that they took beside the dates."""
    text = read_text(caption)
    dates = read_dates(text, Context()).claimed
    start = time.process_time()
    found = find_places(text, gazetteer, dates=dates)
    return text, found, time.process_time() - start


def verdict(place: FoundPlace | None, gold: dict[str, Any] | None) -> str:
    if gold is None:
        return "none as labelled" if place is None else "invented"
    if place is None or place.point is None:
        return "missed"
    point = Point(gold["lat"], gold["lon"])
    away = place.point.distance_m(point)
    if away <= max(LEAST_M, gold["tol_km"] * 1000):
        return "right"
    return "coarse" if away <= place.point.radius_m * 1.5 else "wrong"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("gold", type=Path)
    parser.add_argument("--wrong", action="store_true", help="print what is not right")
    parser.add_argument("--texts", type=Path, help="captions without labels, for speed")
    options = parser.parse_args()
    gazetteer = open_gazetteer()
    counts: Counter[str] = Counter()
    by_group: dict[str, Counter[str]] = {}
    country: Counter[str] = Counter()
    for row in lines(options.gold):
        _, found, _ = read(row["caption"], gazetteer)
        place = found.created or found.shown
        said = verdict(place, row["place"])
        counts[said] += 1
        by_group.setdefault(f"{row['group']} {row['lang']}", Counter())[said] += 1
        right_country = row["place"] and row["place"]["country"]
        code = place.name.country_code if place else None
        if right_country:
            country["gold"] += 1
        if code:
            country["given"] += 1
            country["right"] += code == right_country
        if options.wrong and (said not in {"right", "none as labelled"} or (right_country != code)):
            print(f"{said:8} {row['id']} {row['caption'][:260]!r}")
            print(f"    gold {row['place'] and (row['place']['name'], right_country)}")
            if place:
                print(f"    ours {place.name} {place.quote!r} {place.rule} {place.confidence}")
            for other in found.ambiguous:
                print(
                    f"    ambiguous {other.quote!r} in "
                    f"{[(c.name, c.country) for c in other.candidates][:5]}"
                )
    given = counts["right"] + counts["coarse"] + counts["wrong"] + counts["invented"]
    labelled = given - counts["invented"] + counts["missed"]
    print(dict(counts))
    for group, of_group in sorted(by_group.items()):
        print(f"  {group:12} {dict(of_group)}")
    print(f"place    P {counts['right'] / given:.3f}  R {counts['right'] / labelled:.3f}")
    print(f"wrong    {(counts['wrong'] + counts['invented']) / given:.3f} of those given")
    print(
        f"country  P {country['right'] / country['given']:.3f}"
        f"  R {country['right'] / country['gold']:.3f}"
    )
    if options.texts:
        texts = [row["text"] for row in lines(options.texts)]
        spent = sum(read(text, gazetteer)[2] for text in texts)
        print(f"places alone: {len(texts) / spent:,.0f} captions/s")


if __name__ == "__main__":
    main()
