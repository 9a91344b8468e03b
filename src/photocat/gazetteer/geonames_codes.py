"""Which feature codes of GeoNames are kept, and as what (https://www.geonames.org/export/codes.html)."""

from __future__ import annotations

import math

from photocat.gazetteer.entry import town_radius_m

KIND_OF_CODE: dict[str, tuple[str, float, float]] = {
    "PCLI": ("country", 9.0, 300_000), "PCLD": ("country", 7.0, 50_000),
    "PCLS": ("country", 7.0, 50_000), "PCLF": ("country", 7.0, 50_000),
    "PCLIX": ("country", 7.0, 50_000), "TERR": ("country", 6.0, 50_000),
    "ADM1": ("admin1", 6.0, 100_000), "ADM2": ("admin2", 3.2, 30_000),
    "AIRP": ("airfield", 3.0, 3_000), "AIRB": ("airfield", 4.0, 4_000),
    "AIRF": ("airfield", 2.5, 2_000), "AIRQ": ("airfield", 2.0, 2_000),
    "INSM": ("base", 4.0, 5_000), "MILB": ("base", 4.0, 5_000), "NVB": ("base", 4.0, 4_000),
    "CMP": ("camp", 3.0, 3_000), "CMPRF": ("camp", 3.5, 4_000), "PRT": ("port", 3.0, 3_000),
    "HBR": ("port", 3.0, 3_000), "RUIN": ("ruins", 2.5, 1_000), "ANS": ("ruins", 2.5, 1_000),
    "OCN": ("ocean", 7.0, 3_000_000), "SEA": ("sea", 7.0, 400_000), "GULF": ("sea", 5.5, 150_000),
    "BAY": ("bay", 3.5, 10_000), "STRT": ("strait", 4.5, 30_000), "LK": ("lake", 3.5, 10_000),
    "RSV": ("lake", 3.0, 5_000), "STM": ("river", 2.5, 50_000), "CNL": ("canal", 2.5, 10_000),
    "BCH": ("beach", 2.5, 2_000), "DAM": ("landmark", 3.0, 1_000),
    "PSN": ("landmark", 3.5, 2_000), "BTL": ("landmark", 3.5, 3_000),
    "ISL": ("island", 3.5, 10_000), "ISLS": ("island", 4.0, 50_000),
    "MT": ("mountain", 2.5, 5_000), "MTS": ("mountain", 3.5, 80_000),
    "VLC": ("mountain", 3.0, 5_000), "VAL": ("valley", 2.5, 15_000),
    "PASS": ("pass", 2.5, 3_000), "CAPE": ("cape", 2.5, 3_000), "RGN": ("region", 3.5, 60_000),
    "PRK": ("park", 3.0, 15_000), "CONT": ("continent", 7.5, 3_000_000),
}  # fmt: skip
"""Feature codes that are kept beside towns, as kind, weight and radius in metres."""

_TOWNS = ("PPL", "STLMT")
_PARTS = frozenset({"PPLH", "PPLQ", "PPLW"})
"""Towns that are no more: historical, abandoned, destroyed."""


def kind_weight_radius(feature: str, code: str, population: int) -> tuple[str, float, float] | None:
    """What a feature is to us, its weight and its radius in metres; None where it is not kept."""
    if feature == "P" and code.startswith(_TOWNS):
        if code in _PARTS:
            return "town", 1.0, 1_500.0
        weight = math.log10(population + 10) + (1.0 if code == "PPLC" else 0.0)
        return "town", weight, town_radius_m(population)
    return KIND_OF_CODE.get(code)
