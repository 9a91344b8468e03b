"""Keep the documents true: run their examples, print their tables.

    python scripts/docs.py            write what the commands print and what the tables hold
    python scripts/docs.py --check    say where a document is not true; status 1 if any is

In ``README.md`` and ``docs/`` a block marked ``console`` holds commands (``$ …``) and what they
print; all of them run, in order, in one new folder. What stands between ``<!-- table: NAME -->``
and ``<!-- end -->`` is a table of the code.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from difflib import unified_diff
from pathlib import Path
from tempfile import TemporaryDirectory

from photocat.cli.commands import COMMANDS
from photocat.dedup.best import CRITERIA
from photocat.dedup.conflicts import RULES
from photocat.errors import EXIT_STATUS, REASONS
from photocat.exporting import FORMATS as EXPORT_FORMATS
from photocat.exporting.columns import COLUMNS
from photocat.fields import FIELDS
from photocat.fingerprints import KINDS
from photocat.query import SEARCH_FIELDS
from photocat.readers import FORMATS

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
HOME = "/home/desk/news"
TODAY = "2026-11-23"
"""What the examples tell for the day they are run on."""

CONSOLE = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
TABLE = re.compile(r"(?<=<!-- table: )([\w-]+) -->\n.*?(?=<!-- end -->)", re.DOTALL)


def table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    lines = [list(headings)]
    lines += [["---"] * len(lines[0])]
    lines += [[cell.replace("|", "\\|") for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def codes(names: Iterable[str]) -> str:
    """Names in code type, side by side."""
    return ", ".join(f"`{name}`" for name in names)


TABLES: dict[str, Callable[[], str]] = {
    "commands": lambda: table(
        ("command", "what it does"), ((f"`photocat {c.name}`", c.help) for c in COMMANDS)
    ),
    "search-fields": lambda: table(
        ("field", "also", "finds photos", "example"),
        ((f"`{f.name}:`", codes(f.aliases), f.help, f"`{f.example}`") for f in SEARCH_FIELDS),
    ),
    "fields": lambda: table(
        ("field", "IPTC property", "read from, the first that speaks is believed"),
        ((f"`{f.name}`", f.label, codes(f.carriers)) for f in FIELDS),
    ),
    "formats": lambda: table(
        ("format", "needs"),
        ((f.name, f"`photocat[{f.extra}]`" if f.extra else "") for f in FORMATS if f.is_photo),
    ),
    "export-formats": lambda: table(
        ("format", "what it is", "endings"),
        ((f"`{f.name}`", f.help, codes(f.endings)) for f in EXPORT_FORMATS),
    ),
    "export-columns": lambda: codes(column.name for column in COLUMNS) + "\n",
    "kinds": lambda: table(("kind", "bits"), ((f"`{k.name}`", str(k.bits)) for k in KINDS)),
    "reasons": lambda: table(
        ("code", "the file is", "because", "remedy"),
        ((f"`{r.code}`", r.severity, r.meaning, r.remedy) for r in REASONS),
    ),
    "conflict-rules": lambda: table(
        ("rule", "field", "gravity", "because"),
        ((f"`{r.name}`", f"`{r.field}`", r.gravity, r.meaning) for r in RULES),
    ),
    "best-copy": lambda: table(
        ("criterion", "the better copy has, or is"), ((f"`{c.name}`", c.meaning) for c in CRITERIA)
    ),
    "exit-status": lambda: table(
        ("status", "means"), ((str(code), meaning) for code, meaning in EXIT_STATUS.items())
    ),
}


def rewritten(text: str, folder: Path) -> str:
    """A document with its examples run in the folder and its tables printed anew."""
    text = TABLE.sub(lambda match: f"{match[1]} -->\n{TABLES[match[1]]()}", text)
    return CONSOLE.sub(lambda match: run_block(match[0], folder), text)


def run_block(block: str, folder: Path) -> str:
    """A console block: every command with what it really prints."""
    commands = re.findall(r"^\$ (.*(?:\\\n.*)*)$", block, re.MULTILINE)
    return "".join(f"$ {command}\n{run(command, folder)}" for command in commands)


def run(command: str, folder: Path) -> str:
    """What a command prints on a terminal of a hundred columns."""
    environment = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "COLUMNS": "100",
        "LANG": "C.UTF-8",
        "NO_COLOR": "1",
        "PHOTOCAT_FORMAT": "table",
    }
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    told = done.stdout.replace(str(folder), HOME).replace(f"{datetime.now(UTC):%F}", TODAY)
    lines = told.splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines if line.strip())


def main() -> int:
    """Rewrite the documents, or say how they differ from what they ought to be."""
    check = "--check" in sys.argv[1:]
    untrue = 0
    with TemporaryDirectory(prefix="photocat-") as name:
        for document in DOCUMENTS:
            old = document.read_text()
            new = rewritten(old, Path(name).resolve())
            untrue += old != new
            if check:
                sys.stdout.writelines(
                    unified_diff(
                        old.splitlines(keepends=True),
                        new.splitlines(keepends=True),
                        f"{document.name} as it is",
                        f"{document.name} as it would be true",
                    )
                )
            else:
                document.write_text(new)
    return int(check and untrue > 0)


if __name__ == "__main__":
    sys.exit(main())
