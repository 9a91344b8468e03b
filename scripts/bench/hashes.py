"""Which near-duplicates find their original: photocat beside imagehash, pdqhash and imagededup.

    python scripts/bench/hashes.py PICTURES [--small] [--originals N] [--peers FOLDER [--install]]

PICTURES is as in ``duplicates``. *Found* means that of all pictures the original comes first and
lies within the distance that the tool's own documents name (10 of 64 bits; PDQ: 31 of 256); for
photocat, that ``photocat similar`` puts it first. ``wrong pairs`` are pairs of different pictures,
frames of one scene left out, that lie within the same distance, flat pictures among them; for
photocat, such pairs that it would join by itself are counted by ``duplicates``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import numpy as np
from attacks import Attacks, listed, opened
from looked import Bench
from numpy.typing import NDArray
from small import read_options
from spent import STAND_INS, NotThere, add_peers, install, python_of

from photocat.dedup import copies

Bits = NDArray[np.uint8]

READ = """
import json, sys, time
from pathlib import Path
import numpy as np
from PIL import Image
{setup}
found, begun = {{}}, time.process_time()
for path in sorted(Path(sys.argv[1]).iterdir()):
    {hash}
    found[path.name] = np.packbits(np.asarray(bits, bool).ravel()).tobytes().hex()
print(json.dumps([found, (time.process_time() - begun) / max(1, len(found)) * 1e3]))
"""

TOOLS = (
    (
        "imagehash phash",
        "imagehash",
        10,
        "import imagehash",
        "bits = imagehash.phash(Image.open(path)).hash",
    ),
    (
        "imagehash dhash",
        "imagehash",
        10,
        "import imagehash",
        "bits = imagehash.dhash(Image.open(path)).hash",
    ),
    (
        "pdqhash",
        "pdqhash",
        31,
        "import pdqhash",
        "bits, _ = pdqhash.compute(np.asarray(Image.open(path).convert('RGB')))",
    ),
    (
        "imagededup PHash",
        "imagededup",
        10,
        STAND_INS + "from imagededup.methods.hashing import PHash\nhasher = PHash(verbose=False)",
        "bits = np.unpackbits(np.frombuffer(bytes.fromhex(hasher.encode_image(str(path))), 'u1'))",
    ),
)


def hashed(
    tool: tuple[str, str, int, str, str], peers: Path | None, folder: Path
) -> tuple[dict[str, Bits], float]:
    """The bits that a tool gives every file of a folder, and milliseconds a file."""
    _, module, _, setup, line = tool
    script = READ.format(setup=setup, hash=line)
    done = subprocess.run(
        [python_of(peers, module), "-c", script, str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stderr[-2000:])
    found, cost = json.loads(done.stdout)
    return {
        name: np.frombuffer(bytes.fromhex(bits), np.uint8) for name, bits in found.items()
    }, cost


def nearest(asked: Bits, among: Bits) -> tuple[int, int]:
    """Which row is nearest, and how far it is."""
    distance = np.bitwise_count(among ^ asked).sum(axis=1, dtype=np.int32)
    first = int(distance.argmin())
    return first, int(distance[first])


def main() -> None:
    """Print a line for each kind of attack and a column for each tool."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("pictures", type=Path)
    parser.add_argument("--originals", type=int, default=50, help="how many of them to attack")
    add_peers(parser)
    asked = read_options(parser, originals=4)
    peers = install(asked)
    entries = listed(asked.pictures)
    files = [entry["file"] for entry in entries]
    originals = [entry["file"] for entry in entries if entry["role"] == "original"]
    originals = originals[: asked.originals]

    bench, attacks = Bench(asked.pictures, entries), Attacks(asked.pictures)
    found: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    wrong: dict[str, int] = {}
    cost: dict[str, float] = {}
    kinds: list[tuple[str, int]] = []
    with tempfile.TemporaryDirectory(prefix="photocat-bench-") as scratch:
        for number, file in enumerate(files):
            (Path(scratch) / f"{number:06}.jpg").write_bytes((asked.pictures / file).read_bytes())
        for file in originals:
            picture = opened(asked.pictures, file)
            for attack in attacks.names:
                made = attacks.make(attack, picture, file)
                seen = bench.see(made.jpeg)
                found[made.relation]["photocat similar"].append(bench.first(seen) == file)
                near, distance = nearest(seen.near, np.stack([bench.seen[f].near for f in files]))
                alike = files[near] == file and distance <= copies.NEAR and seen.comparable
                found[made.relation]["photocat phash64"].append(alike)
                number = len(files) + len(kinds)
                (Path(scratch) / f"{number:06}.jpg").write_bytes(made.jpeg)
                kinds.append((made.relation, files.index(file)))
        for tool in TOOLS:
            try:
                bits, cost[tool[0]] = hashed(tool, peers, Path(scratch))
            except NotThere as how:
                print(f"{tool[0]}: not installed ({how})")
                continue
            rows = np.stack([bits[f"{number:06}.jpg"] for number in range(len(files))])
            for number, (relation, original) in enumerate(kinds, len(files)):
                near, distance = nearest(bits[f"{number:06}.jpg"], rows)
                found[relation][tool[0]].append(near == original and distance <= tool[2])
            wrong[tool[0]] = false_pairs(entries, rows, tool[2])
    wrong["photocat phash64"] = false_pairs(
        [entry for entry in entries if bench.seen[entry["file"]].comparable],
        np.stack([bench.seen[f].near for f in files if bench.seen[f].comparable]),
        copies.NEAR,
    )
    told(found, wrong, cost)


def false_pairs(entries: list[dict[str, str]], rows: Bits, radius: int) -> int:
    """Pairs of different pictures within a distance; frames of one scene are left out."""
    pairs = 0
    for (one, row), (other, another) in combinations(zip(entries, rows, strict=True), 2):
        frames = one["role"] == other["role"] == "sibling" and one["set"] == other["set"]
        pairs += not frames and int(np.bitwise_count(row ^ another).sum()) <= radius
    return pairs


def told(
    found: dict[str, dict[str, list[bool]]], wrong: dict[str, int], cost: dict[str, float]
) -> None:
    """The table."""
    names = list(dict.fromkeys(name for by_tool in found.values() for name in by_tool))
    everything: dict[str, list[bool]] = defaultdict(list)
    for by_tool in found.values():
        for name, results in by_tool.items():
            everything[name] += results
    print(f"{'original found':22}{'number':>8}" + "".join(f"{name:>18}" for name in names))
    for relation, by_tool in [*sorted(found.items()), ("everything", everything)]:
        shares = "".join(f"{np.mean(by_tool[name]):>18.3f}" for name in names)
        print(f"{relation:22}{len(by_tool[names[0]]):>8}{shares}")
    blank = "-"
    print(f"{'wrong pairs':30}" + "".join(f"{wrong.get(name, blank):>18}" for name in names))
    ms = "".join(f"{f'{cost[name]:.1f}' if name in cost else blank:>18}" for name in names)
    print(f"{'ms a picture':30}{ms}")


if __name__ == "__main__":
    main()
