"""What is to be stored together: told of only after the commit that holds it."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING

from photocat.ingest.listed import Listed
from photocat.records import Added, Photo

if TYPE_CHECKING:
    from photocat.store import Store

PHOTOS = 64
"""Photos in one transaction: what an interruption may cost."""

CHARACTERS = 4_000_000
"""Characters of their tags, likewise: what the parent holds in memory at once."""

FILES = 2000
"""Files that are known or listed, in one transaction."""

SECONDS = 1.0
"""How long anything waits for a commit."""


class Batch:
    """What became of files, from when it is known to when it is committed."""

    def __init__(self, store: Store, run_id: int, supplier: str | None) -> None:
        self.counts: Counter[str] = Counter()
        self._store = store
        self._run_id = run_id
        self._supplier = supplier
        self._photos: list[Photo] = []
        self._characters = 0
        self._seen: list[str] = []
        self._listed: dict[str, Listed] = {}
        self._told: list[Added] = []
        self._since = 0.0

    def take_photo(self, photo: Photo) -> None:
        """A file that was read."""
        self._begin()
        self._photos.append(photo)
        self._characters += sum(len(tag.value) for tag in photo.tags)

    def take_known(self, added: Added) -> None:
        """A file that was seen as it was."""
        self._begin()
        self._told.append(added)
        self._seen.append(added.path)

    def take_listed(self, listed: Listed, *, store: bool) -> None:
        """A file or folder that was skipped or failed; to be listed in the catalog if ``store``."""
        self._begin()
        self._told.append(listed.as_added())
        if store:
            self._listed[listed.path] = listed

    @property
    def due(self) -> bool:
        """Whether it is time to commit."""
        if not (self._photos or self._told):
            return False
        full = len(self._photos) >= PHOTOS or len(self._told) >= FILES
        full = full or self._characters >= CHARACTERS
        return full or time.monotonic() - self._since >= SECONDS

    def commit(self) -> list[Added]:
        """Store what was taken, and only then tell of it."""
        self._write()
        told, self._told = self._told, []
        self.counts.update(added.outcome for added in told)
        return told

    def _write(self) -> None:
        """Let go of each part when it is stored: after an interruption this is called again."""
        from photocat.store import Problem

        if self._seen:
            self._store.touch_files(self._run_id, self._seen, self._supplier)
            self._seen = []
        if self._listed:
            problems = [
                Problem(
                    listed.path,
                    listed.problem.code,
                    listed.problem.detail,
                    listed.file.size if listed.file else None,
                    listed.file.mtime_ns if listed.file else None,
                )
                for listed in self._listed.values()
            ]
            self._store.add_failures(self._run_id, problems)
            self._listed = {}
        if self._photos:
            self._told += self._store.add_photos(self._run_id, self._photos)
            self._photos, self._characters = [], 0

    def _begin(self) -> None:
        if not (self._photos or self._told):
            self._since = time.monotonic()


class Rehearsal(Batch):
    """The batch of a dry run: says what would become of files, and writes nothing."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, run_id=0, supplier=None)
        self._met: set[str] = set()

    def _write(self) -> None:
        for photo in self._photos:
            id = self._store.find_photo(photo.sha256)
            known = id is not None or photo.sha256 in self._met
            self._met.add(photo.sha256)
            self._told.append(Added(photo.file.path, "known" if known else "stored", id))
        self._photos, self._seen, self._listed = [], [], {}
