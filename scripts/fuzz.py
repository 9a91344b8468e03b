"""Look for input that breaks a parser, led by which of its lines each input reaches.

    python scripts/fuzz.py TARGET [--seconds N] [--begin FOLDER] [--keep]

TARGET is one of ``tests/faults/parsers.py``. Needs atheris (``pip install atheris``), which nothing
else does. Begins with what ``tests/faults/corpus`` keeps, and the files of a folder; with
``--keep``, what reaches more is added there, as little of it as does. An input that breaks
something is printed as a line of that corpus, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
FAULTS = REPOSITORY / "tests" / "faults"

RUN = """#!{python}
import sys
import atheris
sys.path.insert(0, {faults!r})
with atheris.instrument_imports(include=["photocat"], enable_loader_override=False):
    from parsers import TARGETS
atheris.Setup(sys.argv, TARGETS[{name!r}])
atheris.Fuzz()
"""
"""A program of its own, which libFuzzer starts again and again where it sorts out inputs."""

LONGEST = 600
"""Bytes of an input: what breaks a parser seldom needs more."""

KEPT = 400
"""Inputs that are kept of one target at most, the shortest."""


def main() -> int:
    sys.path.insert(0, str(FAULTS))
    from parsers import TARGETS, keep, kept, line_of

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--begin", type=Path, help="a folder of inputs to begin with, too")
    parser.add_argument("--keep", action="store_true", help="add what reaches more to the corpus")
    asked = parser.parse_args()
    if find_spec("atheris") is None:
        parser.error("atheris is not installed: pip install atheris")
    with tempfile.TemporaryDirectory(prefix="photocat-fuzz-") as scratch:
        folder = Path(scratch)
        begun, found, least = (folder / name for name in ("begun", "found", "least"))
        for made in (begun, found, least):
            made.mkdir()
        more = [path.read_bytes() for path in asked.begin.iterdir()] if asked.begin else []
        for number, data in enumerate([*kept(asked.target), *more]):
            (begun / str(number)).write_bytes(data)
        limits = [f"-max_len={LONGEST}", "-timeout=10", "-rss_limit_mb=1536"]
        program = folder / "run.py"
        program.write_text(RUN.format(python=sys.executable, faults=str(FAULTS), name=asked.target))
        program.chmod(0o700)
        status = fuzz(
            program,
            *limits,
            f"-max_total_time={asked.seconds}",
            f"-artifact_prefix={folder}/broke-",
            str(found),
            str(begun),
        )
        broke = sorted(folder.glob("broke-*"))
        for path in broke:
            print("broken by", line_of(path.read_bytes()))
        if asked.keep:
            fuzz(program, "-merge=1", *limits, str(least), str(begun), str(found))
            inputs = sorted((path.read_bytes() for path in least.iterdir()), key=len)
            keep(asked.target, inputs[:KEPT])
            print(f"{len(inputs[:KEPT])} inputs are kept for {asked.target}")
    return 1 if broke or status else 0


def fuzz(program: Path, *arguments: str) -> int:
    done = subprocess.run([str(program), *arguments], stdout=sys.stderr, check=False)
    if done.returncode:
        print(f"atheris ended with status {done.returncode}", file=sys.stderr)
    return done.returncode


if __name__ == "__main__":
    raise SystemExit(main())
