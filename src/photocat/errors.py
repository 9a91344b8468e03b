"""Everything that can go wrong, as one family.

    PhotocatError                        exit status
    ├── UsageError                       2   what was asked makes no sense
    │   ├── BadDate
    │   ├── BadPlace
    │   └── BadQuery
    ├── FileProblem                      3   one file, listed with its reason; never stops the rest
    ├── CatalogError                     4   the catalog cannot be used as it is
    │   ├── CatalogMissing
    │   ├── CatalogNeedsUpgrade
    │   ├── CatalogTooNew
    │   └── CatalogDamaged
    ├── CatalogLocked                    5
    └── SourceRefused                    6   a source folder that is not what it was

A docstring says what the class means, the message says which file or word, and what to do about it.
``REASONS`` lists every code that a skipped, failed or warned file may carry.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

EXIT_STATUS = {
    0: "done",
    1: "nothing found",
    2: "usage",
    3: "some files listed with a problem",
    4: "the catalog needs upgrading or is unusable",
    5: "the catalog is locked",
    6: "a source folder was refused",
    130: "interrupted",
}
"""What each exit status of the command line means."""


class PhotocatError(Exception):
    """Anything that photocat reports as an error of its own."""

    exit_status: ClassVar[int] = 4


class UsageError(PhotocatError):
    """What was asked makes no sense; nothing was done."""

    exit_status = 2


class BadDate(UsageError, ValueError):
    """A text is not a date, an EDTF expression or a date range."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f"not a date: {text!r}: {reason}")
        self.text = text
        self.reason = reason


class BadPlace(UsageError, ValueError):
    """A text is not a coordinate pair, a box or a distance."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f"not a place: {text!r}: {reason}")
        self.text = text
        self.reason = reason


class BadQuery(UsageError, ValueError):
    """A query cannot be understood; says where, and the nearest right spelling."""

    def __init__(
        self, query: str, position: int, reason: str, suggestion: str | None = None
    ) -> None:
        hint = f"; did you mean {suggestion}?" if suggestion else ""
        super().__init__(
            f"{reason}, at position {position + 1}{hint}\n  {query}\n  {' ' * position}^"
        )
        self.query = query
        self.position = position
        self.reason = reason
        self.suggestion = suggestion


class CatalogError(PhotocatError):
    """The catalog cannot be used as it is."""


class CatalogMissing(CatalogError):
    """There is no catalog at this address."""


class CatalogNeedsUpgrade(CatalogError):
    """The catalog was written by an older photocat."""


class CatalogTooNew(CatalogError):
    """The catalog was written by a newer photocat."""


class CatalogDamaged(CatalogError):
    """The file is not a catalog, or its contents contradict themselves."""


class CatalogLocked(PhotocatError):
    """Another process has held the catalog for longer than we waited."""

    exit_status = 5


class SourceRefused(PhotocatError):
    """A source folder is absent, empty where it was not, or on another device."""

    exit_status = 6


Severity = Literal["skipped", "failed", "warned"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of ``REASONS``: why a file was not stored, or was stored with a warning."""

    code: str
    severity: Severity
    meaning: str
    remedy: str


REASONS: tuple[Reason, ...] = (
    Reason("hidden", "skipped", "hidden file or folder", "name it on the command line"),
    Reason("not-a-photo", "skipped", "its content is no picture format we know", "none needed"),
    Reason("sidecar", "skipped", "read together with the photo beside it", "none needed"),
    Reason("orphan-sidecar", "skipped", "a sidecar with no photo beside it", "add the photo"),
    Reason("empty", "skipped", "the file has no bytes", "fetch it again"),
    Reason("symlink", "skipped", "a symbolic link", "pass --follow-symlinks"),
    Reason("symlink-loop", "skipped", "a link back into a folder already seen", "none needed"),
    Reason("special-file", "skipped", "not a regular file", "none needed"),
    Reason("unreadable", "failed", "no permission to read it", "change its mode or owner"),
    Reason("io-error", "failed", "the system could not read it", "check the medium"),
    Reason("vanished", "failed", "it disappeared while being read", "run ingest again"),
    Reason("changed-while-reading", "failed", "it was being written", "run ingest again"),
    Reason("needs-extra", "failed", "its format needs an optional decoder", "install the extra"),
    Reason("unsupported", "failed", "a picture format that photocat does not decode", "convert it"),
    Reason("undecodable", "failed", "its header or picture data is damaged", "fetch it again"),
    Reason("too-many-pixels", "failed", "larger than the pixel limit", "raise --max-pixels"),
    Reason("too-many-bytes", "failed", "larger than the size limit", "raise --max-bytes"),
    Reason("too-many-scans", "failed", "progressive JPEG with absurdly many scans", "re-encode it"),
    Reason("timeout", "failed", "took longer than the time limit", "raise --timeout, --retry"),
    Reason("memory", "failed", "needed more than the memory limit", "raise --memory, --retry"),
    Reason("crashed", "failed", "the decoder crashed on it", "report it; photocat went on"),
    Reason("truncated", "warned", "picture data ends early; the rest was read", "fetch it again"),
    Reason(
        "no-picture",
        "warned",
        "its picture could not be decoded; what it says was read",
        "fetch it again, or convert it",
    ),
    Reason("no-fingerprint", "warned", "too flat or too small to compare", "none needed"),
    Reason("metadata-damaged", "warned", "a metadata block could not be read", "see show --tags"),
    Reason("date-refused", "warned", "a date tag that states no possible date", "see show --tags"),
    Reason(
        "caption-contradicts", "warned", "its caption contradicts itself", "see show --evidence"
    ),
    Reason("place-refused", "warned", "a coordinate that is no place on Earth", "see show --tags"),
)
"""Every code that a file may be listed with."""

REASON = {reason.code: reason for reason in REASONS}


class FileProblem(PhotocatError):
    """One file could not be catalogued; ``code`` is a key of ``REASONS``."""

    exit_status = 3

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{REASON[code].meaning}: {detail}" if detail else REASON[code].meaning)
        self.code = code
        self.detail = detail

    def __reduce__(self) -> tuple[type[FileProblem], tuple[str, str]]:
        """Travel between processes whole; exceptions otherwise pickle their message alone."""
        return FileProblem, (self.code, self.detail)
