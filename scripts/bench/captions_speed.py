"""How fast captions are read, and that no caption of 1 MB is slow, whatever it holds.

    python scripts/bench/captions_speed.py [TEXTS.jsonl]

``TEXTS`` holds one JSON object a line with a ``text``. The bar: 300 captions a second on one core,
places and all.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from small import read_options

from photocat.captions import read_caption
from photocat.gazetteer import Gazetteer, open_gazetteer


def speed(texts: list[str], gazetteer: Gazetteer | None) -> float:
    """Captions a second of CPU time, so that a busy machine does not count."""
    start = time.process_time()
    for text in texts:
        read_caption(text, gazetteer=gazetteer)
    return len(texts) / (time.process_time() - start)


LONG: tuple[tuple[str, str], ...] = (
    (
        "prose",
        "A man walks in Aleppo, Syria, on March 19, 2016. He fled in 2015, said John Roe (L). ",
    ),
    ("digits", "2016-03-19/3.4.16 "),
    ("brackets", "(AP Photo/Jane Doe/"),
    ("capitals", "Jane Q. Doe "),
    ("commas", "in May, "),
    ("dots", "."),
    ("blanks", " "),
    ("blanks and words", "Jane" + 40_000 * " "),
    ("lines", "\n"),
    ("letters", "a"),
    ("controls", "\x00\u202e"),
    ("entities", "&amp;&#x41;"),
)


def linear(gazetteer: Gazetteer | None, kinds: int) -> None:
    """A caption of 64 KB, 256 KB (the longest that is read whole) and 1 MB, whatever it holds."""
    print("CPU seconds for captions of       64 KB  256 KB    1 MB   256 KB / 64 KB")
    for name, piece in LONG[:kinds]:
        times = []
        for size in (65_536, 262_144, 1_048_576):
            text = (piece * (size // len(piece) + 1))[:size]
            start = time.process_time()
            read_caption(text, gazetteer=gazetteer)
            times.append(time.process_time() - start)
        ratio = times[1] / max(times[0], 0.001)
        print(f"  {name:<29} {times[0]:7.2f} {times[1]:7.2f} {times[2]:7.2f} {ratio:16.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("texts", type=Path, nargs="?")
    parser.add_argument("--kinds", type=int, default=len(LONG), help="of long captions")
    asked = read_options(parser, kinds=2)
    path: Path | None = asked.texts
    gazetteer = open_gazetteer()
    if path is not None:
        lines = path.read_text(encoding="utf-8").splitlines()
        texts = [json.loads(line)["text"] for line in lines if line.strip()]
        print(f"{speed(texts, None):.0f} captions/s without places")
        print(f"{speed(texts, gazetteer):.0f} captions/s with places")
    linear(gazetteer, asked.kinds)


if __name__ == "__main__":
    main()
