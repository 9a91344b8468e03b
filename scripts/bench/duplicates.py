"""How well near-duplicates are found, named and told from other frames of a scene; and the cost.

    python scripts/bench/duplicates.py PICTURES ATTACKS [--originals N]

PICTURES and ATTACKS are as in ``copies.py``. Every attack is looked for among all PICTURES: *found*
is the share whose original comes first among the candidates by local features (or is a copy by
whole-picture fingerprints), *held* the share where the geometry holds, *named* and *accepted* what
the pixels then say.
"""

from __future__ import annotations

import argparse
import io
import json
import time
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from PIL import Image

from photocat.dedup import copies
from photocat.dedup.feature_index import FeatureIndex
from photocat.dedup.geometry import Laid, lay
from photocat.dedup.verdict import Verdict, judge
from photocat.fingerprints import decode_reduced, fingerprints_of, previews_of
from photocat.fingerprints.features import KIND, Features, read_features

NAMES = {"rotated": "rotation", "crop+mirror": "crop", "crop+rotated": "crop"}
"""What the relations of ATTACKS are called here, where the geometry says the rest."""


@dataclass(frozen=True)
class Seen:
    """What photocat sees of one file."""

    features: Features
    near: np.ndarray
    comparable: bool
    preview: bytes
    width: float

    def picture(self) -> Image.Image:
        """The large preview."""
        return Image.open(io.BytesIO(self.preview)).convert("RGB")


def see(path: Path) -> Seen:
    """Decode one JPEG as ingest does."""
    decoded = decode_reduced(path.read_bytes(), "JPEG")
    prints = {f.kind: f for f in fingerprints_of(decoded)}
    return Seen(
        read_features(prints[KIND].bits if prints[KIND].quality else b""),
        np.frombuffer(prints[copies.KIND].bits, np.uint8),
        prints[copies.KIND].quality > 0,
        previews_of(decoded)[1024],
        decoded.width / max(decoded.width, decoded.height),
    )


def compared(one: Seen, other: Seen) -> tuple[Laid | None, Verdict | None]:
    """Both stages for one pair."""
    laid = lay(one.features, other.features, one.width)
    return laid, judge(one.picture(), other.picture(), laid) if laid else None


def is_copy(one: Seen, other: Seen) -> bool:
    """Whether whole-picture fingerprints bring the two together."""
    near = np.bitwise_count(one.near ^ other.near).sum() <= copies.NEAR
    return bool(near and one.comparable and other.comparable)


def main() -> None:
    """Print a line for each attack, then what was said of other pairs, and what it cost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pictures", type=Path)
    parser.add_argument("attacks", type=Path)
    parser.add_argument("--originals", type=int, default=50, help="how many of them to attack")
    options = parser.parse_args()

    listed = [json.loads(line) for line in (options.pictures / "manifest.jsonl").open()]
    seen = {entry["file"]: see(options.pictures / entry["file"]) for entry in listed}
    files = list(seen)
    index = FeatureIndex()
    for number, file in enumerate(files):
        index.add(number, seen[file].features)

    originals = [entry["file"] for entry in listed if entry["role"] == "original"]
    chosen = set(originals[:: max(1, len(originals) // options.originals)][: options.originals])
    results: dict[str, list[tuple[bool, ...]]] = defaultdict(list)
    spent = {"seek": 0.0, "lay and judge": 0.0}
    for line in (options.attacks / "pairs.jsonl").open():
        made = json.loads(line)
        if made["original"] not in chosen:
            continue
        asked, original = see(options.attacks / made["file"]), seen[made["original"]]
        start = time.process_time()
        first = index.candidates(asked.features, 1)
        spent["seek"] += time.process_time() - start
        start = time.process_time()
        laid, verdict = compared(asked, original)
        spent["lay and judge"] += time.process_time() - start
        wanted = NAMES.get(made["relation"], made["relation"])
        results[made["attack"]].append(
            (
                is_copy(asked, original) or (first and files[first[0]] == made["original"]),
                laid is not None,
                verdict is not None and verdict.relation == wanted,
                verdict is not None and verdict.status == "accepted",
            )
        )
    print(f"{'attack':<24}{'number':>7}{'found':>8}{'held':>8}{'named':>8}{'accepted':>10}")
    results["all"] = [row for rows in results.values() for row in rows]
    for attack, rows in results.items():
        shares = np.mean(rows, axis=0)
        print(f"{attack:<24}{len(rows):>7}" + "".join(f"{share:>8.3f}" for share in shares))

    said: dict[tuple[str, str], int] = defaultdict(int)
    for one, other in combinations(listed, 2):
        siblings = one["role"] == other["role"] == "sibling" and one["set"] == other["set"]
        _, verdict = compared(seen[one["file"]], seen[other["file"]])
        told = f"{verdict.relation}, {verdict.status}" if verdict else "nothing"
        said["frames of one scene" if siblings else "unrelated", told] += 1
    for (kind, told), number in sorted(said.items()):
        print(f"{kind:<24}{number:>7}  {told}")
    asked = len(results["all"])
    for stage, seconds in spent.items():
        print(f"{stage:<24}{seconds / asked * 1000:>7.1f} ms")


if __name__ == "__main__":
    main()
