"""A histogram of answers by date, as SVG: what is dated so, and pale on top what may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

Shape = dict[str, Any]

WIDTH, HEIGHT = 960, 220
LEFT, BOTTOM, TOP = 44, 26, 14
MOST_LABELS = 14
EDGE = 30
"""Room for half a label."""

DIGITS = {"day": 10, "month": 7, "year": 4, "decade": 3}
"""Digits of a date that name a unit."""


def histogram(told: Shape) -> str:
    """The answer of ``Catalog.histogram``; nothing where no answer has a date."""
    unit = told["unit"]
    # What may be of a whole decade would draw the axis out where the others are of one year.
    dated = [d for d in told["counts"] or told["vague"] if d[:3].isdigit()]
    bins = list(_bins(dated, unit))
    if not bins:
        return ""
    sure = [told["counts"].get(name, 0) for name in bins]
    perhaps = _spread(told["vague"], bins)
    most = max(a + b for a, b in zip(sure, perhaps, strict=True))
    step = (WIDTH - LEFT) / len(bins)
    gap = min(2.0, step / 5)
    high = (HEIGHT - BOTTOM - TOP) / most
    frame = f'viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="Answers by {unit}"'
    parts = [f'<svg class="histogram" {frame}>', *_grid(most, high)]
    for n, name in enumerate(bins):
        x, width = LEFT + n * step + gap / 2, step - gap
        y = HEIGHT - BOTTOM
        told_of = [f"{name}: {sure[n]:,}"]
        bars = ""
        for count, kind in ((sure[n], "sure"), (perhaps[n], "perhaps")):
            if count:
                y -= count * high
                bars += (
                    f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}"'
                    f' height="{count * high:.1f}"/>'
                )
        if perhaps[n]:
            told_of.append("and others that may be")
        if bars:
            parts.append(f"<g><title>{escape(' '.join(told_of))}</title>{bars}</g>")
    parts += _labels(bins, step)
    return "".join([*parts, "</svg>"])


def _bins(dates: Sequence[str], unit: str) -> Iterator[str]:
    """Every unit from the first to the last of some dates."""
    if not dates:
        return
    first = min(date.replace("X", "0") for date in dates)
    last = max(date.replace("X", "9") for date in dates)
    year = int(first[:4])
    while year <= int(last[:4]):
        if unit == "decade":
            yield f"{year // 10:03}X"
            year += 10 - year % 10
            continue
        yield from (
            name
            for name in _of_year(year, unit)
            if first[: len(name)] <= name[: len(first)] and name[: len(last)] <= last[: len(name)]
        )
        year += 1


def _of_year(year: int, unit: str) -> Iterator[str]:
    from calendar import monthrange

    if unit == "year":
        yield f"{year:04}"
        return
    for month in range(1, 13):
        if unit == "month":
            yield f"{year:04}-{month:02}"
        else:
            days = monthrange(year, month)[1]
            yield from (f"{year:04}-{month:02}-{day:02}" for day in range(1, days + 1))


def _spread(vague: dict[str, int], bins: Sequence[str]) -> list[float]:
    """Each vague date in equal parts over what it may be, as far as that is shown."""
    spread = [0.0] * len(bins)
    unit = next(name for name, digits in DIGITS.items() if digits == len(bins[0].rstrip("X")))
    for date, count in vague.items():
        if date[:3].isdigit():
            parts = sum(1 for _ in _bins([date], unit))
            for n, name in enumerate(bins):
                spread[n] += count / parts if name.startswith(date.rstrip("X")) else 0
    return spread


def _grid(most: float, high: float) -> Iterator[str]:
    step = 10 ** (len(str(int(most))) - 1)
    step = next((s for s in (step // 5, step // 2, step) if s >= 1 and most / s <= 5), step)
    for count in range(0, int(most) + 1, max(step, 1)):
        y = HEIGHT - BOTTOM - count * high
        yield (
            f'<line class="grid" x1="{LEFT}" x2="{WIDTH}" y1="{y:.1f}" y2="{y:.1f}"/>'
            f'<text class="count" x="{LEFT - 8}" y="{y + 4:.1f}">{count:,}</text>'
        )


def _labels(bins: Sequence[str], step: float) -> Iterator[str]:
    every = max(1, -(-len(bins) // MOST_LABELS))
    for n in range(0, len(bins), every):
        name = bins[n].replace("X", "0s")
        yield (
            f'<text class="when" x="{min(LEFT + (n + 0.5) * step, WIDTH - EDGE):.1f}"'
            f' y="{HEIGHT - 6}">{name}</text>'
        )
