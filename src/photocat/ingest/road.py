"""The whole road: files are found, recalled or read, stored in batches, and told of."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from photocat.errors import FileProblem, PhotocatError, UsageError
from photocat.ingest.batch import Batch, Rehearsal
from photocat.ingest.beside import is_manifest, regular_file, speaks_for_many
from photocat.ingest.gallery import is_gallery, names_its_files, read_gallery_file
from photocat.ingest.known import Known
from photocat.ingest.listed import Listed
from photocat.ingest.options import IngestOptions
from photocat.ingest.roots import devices_of, refuse_the_unexpected, roots_of
from photocat.ingest.walk import Found, walk
from photocat.ingest.workers import LOOK, Limits, Workers
from photocat.records import Added, ImageFile, Photo

if TYPE_CHECKING:
    from _typeshed import StrPath

    from photocat.fingerprints import PreviewCache
    from photocat.store import Store

PASSED_BY = frozenset(("hidden", "sidecar", "symlink", "symlink-loop", "special-file"))
"""Told of, but not kept in the catalog: nothing is wrong, and the next walk sees it again."""


def add(
    store: Store,
    paths: Sequence[str],
    *,
    supplier: str | None = None,
    options: IngestOptions | None = None,
    cache: PreviewCache | StrPath | None = None,
) -> Iterator[Added]:
    """Add files and folders to a catalog: what became of each, told after the commit that holds it.

    What is known by its size and time is not even opened, and a picture whose bytes are known from
    elsewhere is not decoded. Whatever ends this early (Ctrl-C, an
    error, a caller who asks no further) ends every worker; what was read by then is stored, and
    the next run goes on from there. Previews go into ``cache``, or a cache in that folder. Raises
    ``SourceRefused`` before anything is done.
    """
    options = options or IngestOptions()
    roots = roots_of(paths)
    captions = _captions(options.captions, roots)
    refuse_the_unexpected(store, roots, options)
    own = (store.address, str(store.cache_folder))
    entries = walk(roots, hidden=options.hidden, follow_symlinks=options.follow_symlinks, own=own)

    def reader() -> Callable[[Found], Photo]:
        # Brings the decoders and numpy; where nothing is new, nobody needs them.
        from photocat.gazetteer import gazetteer_files
        from photocat.ingest.read import read_found

        into = cache if options.previews and not options.dry_run else None
        places = tuple(map(str, gazetteer_files()))
        reading = replace(options.reading, gazetteer=places, catalog=store.identity())
        return functools.partial(read_found, supplier, reading, into)

    if options.dry_run:
        known = Known(store, roots, retry=options.retry)
        entries = _captioned(entries, captions, roots, known)
        yield from _road(entries, known, reader, options, Rehearsal(store))
        return

    told = asdict(options) | {"devices": devices_of(roots)}
    run_id = store.begin_run("ingest", supplier, roots, told)
    batch = Batch(store, run_id, supplier)
    try:
        known = Known(store, roots, retry=options.retry)
        entries = _captioned(entries, captions, roots, known)
        yield from _road(entries, known, reader, options, batch)
        batch.counts["missing"] = known.mark_missing(run_id)
        known.forget_vanished(run_id)
    except (KeyboardInterrupt, GeneratorExit):
        batch.commit()
        store.end_run(run_id, batch.counts, "interrupted")
        raise
    except BaseException:
        with suppress(PhotocatError):
            store.end_run(run_id, batch.counts, "failed")
        raise
    store.end_run(run_id, batch.counts)


def _captions(paths: Sequence[str], roots: Sequence[str]) -> tuple[ImageFile, ...]:
    """The manifests and galleries that were named, as they are now."""
    found = []
    for path in paths:
        file = regular_file(os.path.realpath(path))
        if file is None or not speaks_for_many(path):
            kinds = ".csv, .tsv, JSON lines or a gallery's .txt"
            raise UsageError(f"no manifest ({kinds}) of captions: {path}")
        if _goes_by_order(file) and len(_folders(roots)) != 1:
            raise UsageError(f"captions in order are of one folder, name it alone: {path}")
        found.append(file)
    return tuple(found)


def _goes_by_order(file: ImageFile) -> bool:
    """Whether only the order of its captions says whose they are."""
    if is_manifest(file.path) or not is_gallery(file.path):
        return False
    _, gallery = read_gallery_file(file.path, file.size, file.mtime_ns)
    return not names_its_files(gallery)


def _folders(roots: Sequence[str]) -> set[str]:
    return {root if os.path.isdir(root) else os.path.dirname(root) for root in roots}


def _captioned(
    entries: Iterable[Found | Listed],
    captions: Sequence[ImageFile],
    roots: Sequence[str],
    known: Known,
) -> Iterator[Found | Listed]:
    """Give every photo what speaks for it; manifests and galleries are no photos themselves."""
    named = {file.path for file in captions}
    everywhere = [file for file in captions if not _goes_by_order(file)]
    folders = _folders(roots)
    for entry in entries:
        if isinstance(entry, Listed):
            yield entry
        elif entry.file.path in named:
            yield Listed(entry.file.path, FileProblem("sidecar", ""))
        else:
            there = {file.path for file in entry.sidecars}
            given = captions if os.path.dirname(entry.file.path) in folders else everywhere
            told = dict.fromkeys((*given, *known.captions_of(entry.file.path)))
            more = tuple(file for file in told if file.path not in there)
            yield replace(entry, sidecars=entry.sidecars + more) if more else entry


def _road(
    entries: Iterable[Found | Listed],
    known: Known,
    reader: Callable[[], Callable[[Found], Photo]],
    options: IngestOptions,
    batch: Batch,
) -> Iterator[Added]:
    """Everything that was found, until it is stored."""
    limits = Limits(options.timeout, options.memory * 1024 * 1024)
    with Workers(reader, jobs=options.jobs, limits=limits) as workers:
        for entry in entries:
            if isinstance(entry, Listed):
                worth_storing = entry.problem.code not in PASSED_BY and not known.is_listed(entry)
                batch.take_listed(entry, store=worth_storing)
            elif (recalled := known.recall(entry)) is None:
                workers.put(replace(entry, known=known.digests_of(entry.file.size)))
            elif isinstance(recalled, Listed):
                batch.take_listed(recalled, store=False)
            else:
                batch.take_known(recalled)
            yield from _stored(workers, known, batch)
            while not workers.room:
                yield from _stored(workers, known, batch, timeout=LOOK)
        while workers.busy:
            yield from _stored(workers, known, batch, timeout=LOOK)
    yield from batch.commit()


def _stored(
    workers: Workers[Found, Photo], known: Known, batch: Batch, *, timeout: float = 0.0
) -> Iterator[Added]:
    """Take what has been read by now, and commit if it is time."""
    for found, read in workers.finished(timeout):
        if isinstance(read, FileProblem):
            batch.take_listed(Listed(found.file.path, read, found.file), store=True)
        else:
            known.confirm(found.file.path)
            batch.take_photo(read)
    if batch.due:
        yield from batch.commit()
