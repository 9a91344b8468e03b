"""How well copies are told from frames of the same scene, gate by gate.

    python scripts/bench/copies.py PICTURES ATTACKS

PICTURES holds ``manifest.jsonl`` with a line ``{"file", "role", "set"}`` for each picture; ``role``
is ``original``, ``sibling`` (frames of one ``set`` are the same scene, not the same picture),
``flat``, ``lowtex`` or ``distractor``. ATTACKS holds ``pairs.jsonl`` with a line ``{"file",
"original", "attack", "relation"}`` for each near-duplicate made of an original.
"""

from __future__ import annotations

import argparse
import io
import json
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from PIL import Image

from photocat.dedup import copies
from photocat.fingerprints import DecodeLimits, decode_reduced, fingerprints_of, previews_of


@dataclass(frozen=True)
class Seen:
    """What photocat sees of one file."""

    near: np.ndarray
    alike: np.ndarray
    look: np.ndarray
    comparable: bool


def see(path: Path) -> Seen:
    """Decode one JPEG as ingest does."""
    decoded = decode_reduced(path.read_bytes(), "JPEG", 1, DecodeLimits())
    prints = {f.kind: f for f in fingerprints_of(decoded)}
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
    parser.add_argument("attacks", type=Path)
    options = parser.parse_args()

    listed = [json.loads(line) for line in (options.pictures / "manifest.jsonl").open()]
    seen = {entry["file"]: see(options.pictures / entry["file"]) for entry in listed}
    passed: dict[str, list[tuple[bool, bool, bool]]] = defaultdict(list)
    for line in (options.attacks / "pairs.jsonl").open():
        made = json.loads(line)
        pair = gates(see(options.attacks / made["file"]), seen[made["original"]])
        passed[f"attack: {made['relation']}"].append(pair)
    for one, other in combinations(listed, 2):
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
