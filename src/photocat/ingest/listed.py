"""What is listed instead of stored: a code of ``photocat.errors.REASONS`` and its words."""

from __future__ import annotations

import errno

from photocat.errors import REASON, FileProblem
from photocat.records import Added

_CODES = {
    errno.EACCES: "unreadable",
    errno.EPERM: "unreadable",
    errno.ENOENT: "vanished",
    errno.ENOTDIR: "vanished",
    errno.ELOOP: "symlink",
}


def problem_of(error: OSError) -> FileProblem:
    """What the system's refusal of one file is called here."""
    return FileProblem(_CODES.get(error.errno or 0, "io-error"), error.strerror or str(error))


def listed(path: str, problem: FileProblem) -> Added:
    """A file, or a folder as a whole, that was skipped or failed."""
    skipped = REASON[problem.code].severity == "skipped"
    return Added(path, "skipped" if skipped else "failed", code=problem.code, reason=str(problem))
