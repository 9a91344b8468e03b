"""How fast EDTF texts become dates, beside the packages edtf and edtf-validate.

    python scripts/bench/edtf.py [--small]

Every text is read by all three in turn, again and again, so that a busy machine slows them alike;
what is told is the median of CPU time per text. Ours includes the bounds, theirs does not. The bar:
20 times faster than edtf, and no text of the same length much slower than another.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import statistics
import sys
import time
import warnings
from collections.abc import Callable

from small import read_options

# This file has the name of the package it measures: its own folder must not be searched first.
sys.path.pop(0)

import edtf

from photocat.dates import Edtf, parse_query_date, read_exif_date, read_xmp_date
from photocat.dates.expressions import LONGEST

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from edtf_validate.valid_edtf import is_valid

BAR = 20
REPEATS = 100
"""Times that we read a text while the others read it once: too short to be timed alone."""

TEXTS = (
    "2016",
    "2016-03",
    "2016-03-31",
    "2016-03-31T23:59:59",
    "2016-03-31T23:59:59-07:00",
    "2016-03~",
    "193X",
    "1937-21",
    "XXXX-12-13",
    "1560-XX-25",
    "?2004-06-~11",
    "2015-10/2016-03",
    "2015/..",
    "[1667,1668,1670..1672]",
    "{1960,1961-12}",
    "Y170000002",
    "1950S2",
)

WORST = {
    "a set of days": lambda n: "[" + ",".join(["2016-03-31"] * (n // 11)) + "]",
    "a set of masks": lambda n: "[" + ",".join(["XXXX-XX-X5"] * (n // 11)) + "]",
    "a set of leap days": lambda n: "[" + ",".join(["9XXX-02-29"] * (n // 11)) + "]",
    "a set of ranges": lambda n: "[" + ",".join(["1670..1672"] * (n // 11)) + "]",
    "digits": lambda n: "1" * n,
    "qualifiers": lambda n: "2016" + "?~%" * (n // 3),
    "slashes": lambda n: "/" * n,
    "dots": lambda n: "2016" + "." * n,
}


def microseconds(read: Callable[[str], object], text: str, repeats: int = 1) -> float:
    """CPU time for reading a text once, be it a date or not."""
    start = time.process_time()
    for _ in range(repeats):
        with contextlib.suppress(ValueError):
            read(text)
    return (time.process_time() - start) / repeats * 1e6


def compare(rounds: int) -> float:
    """Print a line per text; the median ratio of edtf to ours."""
    print(f"{'microseconds per text':30}{'photocat':>10}{'edtf':>10}{'validate':>10}{'ratio':>8}")
    ratios = []
    for text in TEXTS:
        samples = []
        for _ in range(rounds):
            with contextlib.redirect_stdout(io.StringIO()):
                samples.append(
                    (
                        microseconds(Edtf.parse, text, REPEATS),
                        microseconds(edtf.parse_edtf, text),
                        microseconds(is_valid, text),
                    )
                )
        ours, theirs, validated = (
            statistics.median(column) for column in zip(*samples, strict=True)
        )
        ratios.append(theirs / ours)
        print(f"{text:30}{ours:10.1f}{theirs:10.0f}{validated:10.0f}{theirs / ours:7.0f}x")
    return statistics.median(ratios)


def show_worst() -> None:
    """Print how the time for the worst texts grows with their length."""
    lengths = (LONGEST // 4, LONGEST // 2, LONGEST, 1_000_000)
    print(f"\n{'microseconds by length':30}" + "".join(f"{length:>10}" for length in lengths))
    for name, write in WORST.items():
        times = [
            min(microseconds(Edtf.parse, write(length)) for _ in range(5)) for length in lengths
        ]
        print(f"{name:30}" + "".join(f"{spent:10.0f}" for spent in times))


def show_carriers() -> None:
    """Print what the other readers of dates take."""
    print(f"\n{'microseconds per call':30}")
    for name, read, text in (
        ("read_exif_date", read_exif_date, "2016:03:31 23:59:59"),
        ("read_xmp_date", read_xmp_date, "2016-03-31T23:59:59.12-07:00"),
        ("parse_query_date", parse_query_date, "2015..2016-03"),
    ):
        print(f"{name:30}{microseconds(read, text, REPEATS):10.1f}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=15)
    ratio = compare(read_options(parser, rounds=3).rounds)
    show_worst()
    show_carriers()
    print(f"\nedtf takes {ratio:.0f} times as long (median over the texts); the bar is {BAR}")
    return 0 if ratio >= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
