"""What is listed instead of stored: a file or folder, and the reason."""

from __future__ import annotations

import errno
from dataclasses import dataclass

from photocat.errors import REASON, FileProblem
from photocat.records import Added, ImageFile, Outcome

_CODES = {
    errno.EACCES: "unreadable",
    errno.EPERM: "unreadable",
    errno.ENOENT: "vanished",
    errno.ENOTDIR: "vanished",
    errno.ELOOP: "symlink",
    errno.EISDIR: "special-file",
    errno.ENXIO: "special-file",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A file, or a folder as a whole, that was skipped or failed."""

    path: str
    problem: FileProblem
    file: ImageFile | None = None
    """As it was when it failed; None where it was not even looked at."""

    def as_added(self) -> Added:
        """The same as it is told."""
        code = self.problem.code
        skipped = REASON[code].severity == "skipped"
        outcome: Outcome = "skipped" if skipped else "failed"
        return Added(self.path, outcome, code=code, reason=str(self.problem))


def problem_of(error: OSError) -> FileProblem:
    """What the system's refusal of one file is called here."""
    return FileProblem(_CODES.get(error.errno or 0, "io-error"), error.strerror or str(error))
