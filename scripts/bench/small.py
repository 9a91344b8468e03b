"""The small mode that every benchmark has: the same question in seconds instead of minutes."""

from __future__ import annotations

import argparse


def read_options(parser: argparse.ArgumentParser, **small: object) -> argparse.Namespace:
    """What the command line asks; under ``--small`` options have the values told here."""
    parser.add_argument("--small", action="store_true", help="seconds instead of minutes")
    options = parser.parse_args()
    if options.small:
        vars(options).update(small)
    return options
