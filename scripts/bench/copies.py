"""How well copies are told from frames of the same scene by whole-picture fingerprints, by gates.

    python scripts/bench/copies.py PICTURES [--originals N] [--seed S]

PICTURES is as in ``duplicates.py``.
"""

from __future__ import annotations

import argparse
import io
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from attacks import Attacks, listed, opened
from PIL import Image
from small import read_options

from photocat.dedup import copies
from photocat.fingerprints import decode_reduced, fingerprints_of, previews_of


@dataclass(frozen=True)
class Seen:
    """What photocat sees of one file."""

    near: np.ndarray
    alike: np.ndarray
    look: np.ndarray
    comparable: bool


def see(jpeg: bytes) -> Seen:
    """Decode one JPEG as ingest does."""
    decoded = decode_reduced(jpeg, "JPEG")
    prints = {f.kind: f for f in fingerprints_of(decoded, features=False)}
    preview = Image.open(io.BytesIO(previews_of(decoded)[256])).convert("L")
    return Seen(
        np.frombuffer(prints[copies.KIND].bits, np.uint8),
        np.frombuffer(prints[copies.SECOND_KIND].bits, np.uint8),
        np.asarray(preview.resize((copies.SIDE, copies.SIDE), Image.Resampling.BOX), np.float32),
        comparable=prints[copies.KIND].quality > 0,
    )


def gates(one: Seen, other: Seen) -> tuple[bool, bool, bool]:
    """Which gates a pair passes."""
    near = bool(np.bitwise_count(one.near ^ other.near).sum() <= copies.NEAR)
    near = near and one.comparable and other.comparable
    alike = near and bool(np.bitwise_count(one.alike ^ other.alike).sum() <= copies.ALIKE)
    return near, alike, alike and copies.residual(one.look, other.look) <= copies.SURE


def main() -> None:
    """Print the share of each kind of pair that passes each gate."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pictures", type=Path)
    parser.add_argument("--originals", type=int, default=50, help="how many of them to attack")
    parser.add_argument("--seed", default="0", help="of the random numbers of attacks.py")
    options = read_options(parser, originals=2)

    entries = listed(options.pictures)
    seen = {e["file"]: see((options.pictures / e["file"]).read_bytes()) for e in entries}
    passed: dict[str, list[tuple[bool, bool, bool]]] = defaultdict(list)
    attacks = Attacks(options.pictures, options.seed)
    originals = [e["file"] for e in entries if e["role"] == "original"]
    for file in originals[: options.originals]:
        picture = opened(options.pictures, file)
        for attack in attacks.names:
            made = attacks.make(attack, picture, file)
            passed[f"attack: {made.relation}"].append(gates(see(made.jpeg), seen[file]))
    for one, other in combinations(entries, 2):
        siblings = one["role"] == other["role"] == "sibling" and one["set"] == other["set"]
        kind = "frames of one scene" if siblings else "unrelated"
        passed[kind].append(gates(seen[one["file"]], seen[other["file"]]))

    print(f"{'pairs':<24}{'number':>8}{'near':>9}{'alike':>9}{'accepted':>10}")
    for kind, pairs in sorted(passed.items()):
        shares = np.mean(pairs, axis=0)
        accepted = sum(pair[2] for pair in pairs)
        print(f"{kind:<24}{len(pairs):>8}{shares[0]:>9.4f}{shares[1]:>9.4f}{accepted:>10}")


if __name__ == "__main__":
    main()
