"""The one object: a catalog of photos. The command line and the web use nothing else.

    with Catalog.init("catalog.db") as catalog:
        for added in catalog.add(["./drop/ap"], supplier="AP"):
            print(added.outcome, added.path)
        for match in catalog.search("in:Latakia date:2016-03"):
            print(match.id, match.certainty, match.record["caption"])

Importing this module is quick: the store, the decoders and numpy are imported where they are used.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Self

from photocat.care import Care
from photocat.changes import Changes
from photocat.errors import FileProblem, UsageError
from photocat.finding import Asked, Finding
from photocat.works import Works

if TYPE_CHECKING:
    from photocat.exporting import Exported
    from photocat.fingerprints import PreviewCache
    from photocat.ingest import IngestOptions
    from photocat.query import Query
    from photocat.records import Added
    from photocat.store import Store
    from photocat.writing import WriteOptions, Wrote

Shape = dict[str, Any]
Address = str | os.PathLike[str]


class Catalog(Finding, Care, Works, Changes):
    """A catalog at an address: a path of an SQLite file, or a ``postgresql+psycopg://`` URL.

    Opening raises ``CatalogMissing``, ``CatalogNeedsUpgrade``, ``CatalogTooNew``,
    ``CatalogDamaged`` or ``CatalogLocked``. Close it, or use it in a ``with``.
    """

    def __init__(
        self,
        address: Address = "catalog.db",
        *,
        who: str | None = None,
        store: Store | None = None,
    ) -> None:
        """``who`` signs what is changed: else ``PHOTOCAT_WHO``, else the user."""
        from photocat.store import open_store

        self._store = store or open_store(address, mode="write")
        self._store.who = who or self._store.who
        self.address = os.fspath(address)
        self.alarms: list[Shape] = []
        """What ``conflicts`` says, of the gravest kind, of the photos that ``add`` added last."""

    @classmethod
    def init(cls, address: Address = "catalog.db", *, who: str | None = None) -> Self:
        """Open a catalog; make it if there is none, bring it up to date if it is older."""
        from photocat.store import open_store

        return cls(address, who=who, store=open_store(address, mode="create"))

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # --- adding ---------------------------------------------------------------------------------

    def add(
        self,
        paths: Iterable[Address],
        *,
        supplier: str | None = None,
        options: IngestOptions | None = None,
    ) -> Generator[Added]:
        """Add files and folders: what became of each file, told after the commit that holds it.

        In the end ``alarms`` holds the works in which new files contradict others gravely.
        """
        from photocat.ingest import IngestOptions, add

        self.alarms = []
        new: set[int] = set()
        for added in add(
            self._store,
            [os.fspath(path) for path in paths],
            supplier=supplier,
            options=options or IngestOptions(),
            cache=self._store.cache_folder,
        ):
            if added.id is not None and (added.outcome == "stored" or added.reason):
                new.add(added.id)
            yield added
        if new or not self._store.is_related():
            self._relate(new)

    def _relate(self, new: set[int]) -> None:
        from photocat.dedup.relate import relate
        from photocat.dedup.works import disagreements

        relate(self._store, self.previews)
        told = disagreements(self._store, photos=new)
        self.alarms = [conflict for conflict in told if conflict["gravity"] == "grave"]

    @property
    def previews(self) -> PreviewCache:
        """The disposable cache of previews beside the catalog."""
        from photocat.fingerprints import PreviewCache

        return PreviewCache(self._store.cache_folder)

    # --- finding --------------------------------------------------------------------------------

    def named(self, photo: int | str) -> int | None:
        """The id of a photo by id, path, or the start of its SHA-256 digest, if there is one."""
        return self._store.find_photo(str(photo))

    def show(self, photo: int | str) -> Shape:
        """Everything about one photo: by id, path, or the start of its SHA-256 digest."""
        return self._store.read_full(self._id_of(photo))

    # --- writing --------------------------------------------------------------------------------

    def write(
        self, photos: str | Sequence[int | str] = "", *, options: WriteOptions | None = None
    ) -> Iterator[Wrote]:
        """Write what is believed of photos into XMP sidecars beside their files.

        ``photos`` is a query, or the ids, paths or digests of some. What became of each file, as
        it is done. Files themselves are only changed where ``options.embed`` says so, and then by
        ExifTool, with proof that their pixels are the same.
        """
        from photocat.writing import WriteOptions, write

        ids = self.find(photos) if isinstance(photos, str) else list(map(self._id_of, photos))
        return write(self._store, ids, options or WriteOptions())

    def export(
        self,
        query: str | Query,
        to: Address | BinaryIO,
        *,
        format: str | None = None,
        columns: Sequence[str] = (),
        bom: bool = False,
        force: bool = False,
        limit: int | None = None,
        tell: Callable[[int], None] = lambda _photos: None,
        today: datetime.date | None = None,
        **fields: Asked,
    ) -> Exported:
        """Hand on the photos of a query in a format of ``photocat.exporting.FORMATS``.

        ``to`` is a file, whose ending tells the format unless that is given, an open binary file,
        or for ``xmp`` a folder. Nothing is replaced without ``force``. ``columns`` of csv and
        parquet: which, in this order. ``bom``: the mark by which Excel knows UTF-8. ``tell`` is
        given the number of photos done, as they are. Raises ``UsageError``.
        """
        from photocat.exporting import ExportOptions, export

        return export(
            self._store,
            self.read_query(query, today=today, **fields),
            os.fspath(to) if isinstance(to, str | os.PathLike) else to,
            ExportOptions(format, tuple(columns), bom, force, limit),
            tell=tell,
        )

    # --- looking after --------------------------------------------------------------------------

    def problems(self) -> list[Shape]:
        """The files that could not be catalogued, or were with a warning, with their reasons."""
        return self._store.problems()

    def stats(self) -> Shape:
        """What the catalog holds, counted."""
        return self._store.stats()

    def dump_normalised(self) -> Iterator[Shape]:
        """Every fact in a stable order, without row ids or times."""
        return self._store.dump_normalised()

    def _id_of(self, photo: int | str) -> int:
        found = self._store.find_photo(str(photo))
        if found is None:
            raise UsageError(f"no photo has the id, path or digest {str(photo)!r}")
        return found


def read_shape(path: Address) -> Shape:
    """One photo, or a sidecar by itself, as JSON, without a catalog. Raises ``FileProblem``."""
    from photocat.gazetteer import gazetteer_files
    from photocat.ingest import ReadOptions, read_alone, read_photo
    from photocat.shapes import unstored_shape

    places = tuple(map(str, gazetteer_files()))
    try:
        photo = read_photo(os.fspath(path), options=ReadOptions(gazetteer=places))
    except FileProblem as problem:
        if problem.code != "not-a-photo":
            raise
        photo = read_alone(os.fspath(path))
    return unstored_shape(photo)
