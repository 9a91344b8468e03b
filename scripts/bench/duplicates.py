"""How well near-duplicates are found, named and told from other frames of a scene; and the cost.

    python scripts/bench/duplicates.py PICTURES [--originals N] [--skip N] [--seed S] [--wrong]

PICTURES holds ``manifest.jsonl`` with a line ``{"file", "role", "set"}`` for each picture, and
``attacks.py``, which makes near-duplicates of its originals; the files are made in memory. ``role``
is ``original``, ``sibling`` (frames of one ``set`` are the same scene, not the same picture),
``flat``, ``lowtex`` or ``distractor``.

Every near-duplicate is looked for among all PICTURES, as ``photocat similar`` does: photos that
share features are laid on it, and *first* says that its original is the one that most features
agree on (or that whole-picture fingerprints find), *named* and *accepted* what the pixels then say.
Thresholds were chosen on other pictures and numbers than those of ``--role distractor --seed 7``.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from attacks import Attacks, Box, Made, frames, listed, opened
from looked import Bench
from small import read_options

from photocat.dedup.verdict import Verdict

BARS = (
    ("everything", 0.97, lambda _: True),
    ("copies, tones, overlays, borders, mirrors, turns", 0.99, lambda made: _plain(made)),
    ("crops of up to 70 %", 0.96, lambda made: _crop(made) <= 0.705),
    ("crops of 80 %", 0.90, lambda made: 0.705 < _crop(made) < 1),
    ("pages", 0.85, lambda made: "screenshot" in made.attack),
)
"""What is asked of the share whose original comes first."""
STEPS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.99, 1.01)
"""Between which confidences are counted."""
ON_FRAMES = (
    *("reencode q90", "16% px + jpeg q8", "scale 320", "crop 30%", "gamma 0.6", "b&w", "sharpen"),
    *("noise 20", "watermark", "logo", "caption over 15%", "border 6%", "mirror", "print-scan"),
    *("page screenshot", "crop20+border", "letterbox+logo", "screenshot+crop30", "equalize"),
)
"""What is done to frames of a scene, which must not be joined to the next frame."""


class Judged(NamedTuple):
    """One near-duplicate, looked for and judged."""

    made: Made
    first: bool
    verdict: Verdict | None

    @property
    def named(self) -> bool:
        """Whether the relation to the original is called what it is."""
        v = self.verdict
        return v is not None and self.made.named == (v.relation, v.mirrored, v.rotation != 0)

    @property
    def accepted(self) -> bool:
        """Whether the two are joined without a person."""
        return self.verdict is not None and self.verdict.status == "accepted"

    @property
    def overlap(self) -> float | None:
        """Of the box of a crop with the true one: intersection over union."""
        if self.made.box is None or self.verdict is None or self.verdict.relation != "crop":
            return None
        return _overlap(self.made.box, self.verdict.box)


def attacked(
    bench: Bench, folder: Path, files: Iterable[str], seed: str, names: Sequence[str] = ()
) -> Iterator[Judged]:
    """Every near-duplicate of some pictures, or those that some attacks make, judged."""
    attacks = Attacks(folder, seed)
    for file in files:
        picture = opened(folder, file)
        for attack in names or attacks.names:
            made = attacks.make(attack, picture, file)
            asked = bench.see(made.jpeg)
            first = bench.first(asked) == file
            yield Judged(made, first, bench.judged(asked, bench.seen[file]))


def frames_attacked(bench: Bench, folder: Path, seed: str) -> Iterator[tuple[str, Verdict | None]]:
    """Changed frames of a scene beside the next frame, in turns: none may be accepted."""
    attacks = Attacks(folder, seed)
    for number, (one, other) in enumerate(frames(bench.entries)):
        attack = ON_FRAMES[number % len(ON_FRAMES)]
        made = attacks.make(attack, opened(folder, one), one)
        yield f"{one} {attack}, {other}", bench.judged(bench.see(made.jpeg), bench.seen[other])


def pairs(bench: Bench) -> Iterator[tuple[str, str, Verdict | None]]:
    """Every pair of pictures: of which kind it is, which pair, and what is said of it."""
    for one, other in combinations(bench.entries, 2):
        kind = "unrelated"
        if one["role"] == other["role"] == "sibling" and one["set"] == other["set"]:
            kind = "frames of one scene"
        elif {one["role"], other["role"]} <= {"flat", "lowtex"}:
            kind = "flat, foggy, dark"
        verdict = bench.judged(bench.seen[one["file"]], bench.seen[other["file"]])
        yield kind, f"{one['file']} {other['file']}", verdict


def main() -> None:
    """Print a line for each attack, the bars, what was said of other pairs, and what it cost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pictures", type=Path)
    parser.add_argument("--originals", type=int, default=50, help="how many of them to attack")
    parser.add_argument("--skip", type=int, default=0, help="how many to leave out before")
    parser.add_argument("--role", default="original", help="attack pictures of another role")
    parser.add_argument("--seed", default="0", help="of the random numbers of attacks.py")
    parser.add_argument("--wrong", action="store_true", help="list what is named otherwise")
    options = read_options(parser, originals=2)

    entries = listed(options.pictures)
    of_role = [entry["file"] for entry in entries if entry["role"] == options.role]
    chosen = of_role[options.skip :][: options.originals]
    bench = Bench(options.pictures, entries)
    results = list(attacked(bench, options.pictures, chosen, options.seed))
    cost = {stage: (len(spent), np.mean(spent)) for stage, spent in bench.spent.items()}
    print_attacks(results)
    if options.wrong:
        print_wrong(results)
    print_bars(results)

    told = list(pairs(bench))
    on_frames = list(frames_attacked(bench, options.pictures, options.seed))
    told += [("changed frames of one scene", pair, verdict) for pair, verdict in on_frames]
    print_pairs(told, bench)
    print_confidence(
        [_one_picture(r.verdict) for r in results if r.verdict],
        [_one_picture(verdict) for _, _, verdict in told if verdict],
    )
    print(f"\n{'cost':<32}{'number':>8}{'ms each':>9}")
    for stage, (number, seconds) in cost.items():
        print(f"{stage:<32}{number:>8}{seconds * 1000:>9.1f}")
    stored = np.mean([seen.stored for seen in bench.seen.values()])
    print(f"{'fingerprints and features':<32}{stored:>11,.0f} bytes a photo")


def print_attacks(results: list[Judged]) -> None:
    """A line for each attack."""
    print(f"{'attack':<24}{'number':>7}{'first':>8}{'named':>8}{'accepted':>10}{'box .9':>8}")
    by_attack: dict[str, list[Judged]] = defaultdict(list)
    for result in results:
        by_attack[result.made.attack].append(result)
    for attack, judged in (by_attack | {"all": results}).items():
        shares = [np.mean([getattr(j, of) for j in judged]) for of in ("first", "named")]
        accepted = np.mean([j.accepted for j in judged])
        boxes = [j.overlap >= 0.9 for j in judged if j.overlap is not None]
        box = f"{np.mean(boxes):>8.3f}" if boxes and (judged[0].made.box or attack == "all") else ""
        print(
            f"{attack:<24}{len(judged):>7}{shares[0]:>8.3f}{shares[1]:>8.3f}{accepted:>10.3f}{box}"
        )


def print_wrong(results: list[Judged]) -> None:
    """What is called otherwise than it should be."""
    for result in results:
        if not result.named:
            verdict = result.verdict
            said = f"{verdict.relation}, {verdict.status}" if verdict else "nothing"
            print(f"  {result.made.attack}: {result.made.relation} is called {said}")


def print_bars(results: list[Judged]) -> None:
    """What is asked, and what was reached."""
    print(f"\n{'the original comes first':<52}{'number':>7}{'asked':>8}{'is':>8}")
    for name, asked, belongs in BARS:
        found = [r.first for r in results if belongs(r.made)]
        if found:
            print(f"{name:<52}{len(found):>7}{asked:>8.2f}{np.mean(found):>8.3f}")
    named, boxes = [r.named for r in results], [r.overlap for r in results if r.overlap is not None]
    print(f"{'named rightly':<52}{len(named):>7}{0.95:>8.2f}{np.mean(named):>8.3f}")
    held = np.mean(np.array(boxes) >= 0.9)
    print(f"{'boxes of crops that overlap by .9':<52}{len(boxes):>7}{0.95:>8.2f}{held:>8.3f}")


def print_pairs(told: list[tuple[str, str, Verdict | None]], bench: Bench) -> None:
    """How often which verdict was given, and each pair that was accepted."""
    said: dict[tuple[str, str], int] = defaultdict(int)
    for kind, _, verdict in told:
        said[kind, f"{verdict.relation}, {verdict.status}" if verdict else "nothing"] += 1
    print()
    for (kind, verdict_), number in sorted(said.items()):
        print(f"{kind:<30}{number:>7}  {verdict_}")
    flat = [e["file"] for e in bench.entries if e["role"] in ("flat", "lowtex")]
    mute = sum(not bench.seen[file].comparable for file in flat)
    print(f"{'flat, foggy, dark':<30}{mute:>7}  of {len(flat)} pictures are not comparable")
    joined = [(p, v) for _, p, v in told if v and v.status == "accepted"]
    print(f"{'joined, of all of these':<30}{len(joined):>7}")
    for pair, verdict in joined:
        print(f"  {pair}: {verdict.relation}{_pixels_apart(pair, bench)}")


def _pixels_apart(pair: str, bench: Bench) -> str:
    one, *_, other = pair.split(" ")
    if other not in bench.seen or one not in bench.seen:
        return ""
    a, b = (np.asarray(bench.seen[file].picture().convert("L"), float) for file in (one, other))
    if a.shape != b.shape:
        return ""
    apart = np.abs(a - b)
    return f", {apart.mean():.2f} grey levels apart, {apart.max():.0f} at most"


def print_confidence(same: list[float], other: list[float]) -> None:
    """How sure verdicts were that two are one picture, where they were, and where they were not."""
    print(f"\n{'confidence':<14}{'one picture':>12}{'another':>9}{'true':>8}")
    for low, high in pairwise(STEPS):
        yes, no = (sum(low <= c < high for c in found) for found in (same, other))
        if yes + no:
            share = yes / (yes + no)
            print(f"{low:>4.2f} to {min(high, 1):<6.2f}{yes:>12}{no:>9}{share:>8.3f}")


def _one_picture(verdict: Verdict) -> float:
    """How sure it is that two are one picture."""
    sibling = verdict.relation == "sibling"
    return 1 - verdict.confidence if sibling else verdict.confidence


def _plain(made: Made) -> bool:
    return "+" not in made.attack.replace("px + jpeg", "").replace("contrast +", "") and (
        made.box is None and "screenshot" not in made.attack
    )


def _crop(made: Made) -> float:
    """How much of the picture is cut away; 2 where it is no crop, or more than that."""
    if made.box is None or "+" in made.attack:
        return 2
    return 1 - made.box[2] * made.box[3]


def _overlap(one: Box, other: Box) -> float:
    wide = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    high = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    common = max(0.0, wide) * max(0.0, high)
    return common / (one[2] * one[3] + other[2] * other[3] - common)


if __name__ == "__main__":
    main()
