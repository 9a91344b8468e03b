#!/usr/bin/env python3
"""Write the table of post offices of the United States that photocat ships, from one package.

    python scripts/post_offices.py

Needs the Python package zipcodes (MIT); of each ZIP code it takes the name of the post office and
the point of GeoNames (CC BY 4.0). Left out is what lies at a town of the same name. Not needed to
run photocat.
"""

from __future__ import annotations

import statistics
from collections import defaultdict
from pathlib import Path

import zipcodes

from photocat.captions.places_words import POSTAL
from photocat.gazetteer.hamlets import KnownTowns
from photocat.gazetteer.keys import key, spelt_out
from photocat.gazetteer.sources import towns

DATA = Path(__file__).resolve().parent.parent / "src/photocat/gazetteer/data"


def main() -> None:
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in zipcodes.list_all():
        if row["state"] in POSTAL and float(row["lat"] or 0) and row["zip_code_type"] != "MILITARY":
            point = float(row["lat"]), float(row["long"])
            points[row["state"], row["city"].strip()].append(point)
    known = KnownTowns()
    for town in towns():
        if town.country == "US":
            known.add(town)
    lines = ["name\tstate\tlat\tlon"]
    for (state, name), all_points in sorted(points.items()):
        lat, lon = (statistics.median(values) for values in zip(*all_points, strict=True))
        written = {key(name), spelt_out(key(name))}
        if name.replace(" ", "").isalpha() and not any(
            known.near("US", state, of_name, lat, lon) for of_name in written
        ):
            lines.append(f"{name}\t{state}\t{lat:.2f}\t{lon:.2f}")
    (DATA / "post_offices.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
