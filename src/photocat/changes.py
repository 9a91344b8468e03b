"""The part of ``Catalog`` that changes what is said, logs it, and takes it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from photocat.records import DecisionName
    from photocat.store import Store

Shape = dict[str, Any]


class Changes:
    """Edits, merges, decisions, the log and undo: each change is one transaction."""

    _store: Store

    def find(self, query: str = "", *, limit: int | None = None) -> list[int]:
        """The ids of the photos that answer a query."""
        raise NotImplementedError

    def _id_of(self, photo: int | str) -> int:
        raise NotImplementedError

    def edit(
        self,
        photos: str | Sequence[int | str],
        edits: Iterable[str],
        *,
        note: str | None = None,
        dry_run: bool = False,
    ) -> Shape:
        """Say something of the photos of a query, or of some by id, path or digest.

        ``edits`` are ``field=value``, ``field+=value``, ``field-=value`` and ``field!``. Returns
        ``{txn, changes: [{photo, field, old, new}]}``; a dry run stores nothing. Raises
        ``UsageError`` for what cannot be said.
        """
        from photocat.history import edit

        ids = self.find(photos) if isinstance(photos, str) else list(map(self._id_of, photos))
        return edit(self._store, ids, edits, note=note, dry_run=dry_run)

    def reread(
        self,
        photos: str | Sequence[int | str] = "",
        *,
        note: str | None = None,
        dry_run: bool = False,
    ) -> Shape:
        """Read the captions of the photos of a query again, by the rules of today.

        What people said stays. Returns ``{txns, changes: [{photo, field, old, new}]}``, one
        transaction for each few hundred photos in which anything changes; a dry run stores nothing.
        """
        from photocat.ingest.reread import reread

        ids = self.find(photos) if isinstance(photos, str) else list(map(self._id_of, photos))
        return reread(self._store, ids, note=note, dry_run=dry_run)

    def merge(
        self,
        work: int,
        *,
        fields: Iterable[str],
        source: int | str,
        note: str | None = None,
        dry_run: bool = False,
    ) -> Shape:
        """Say of every photo of a work what is believed of one of them; returned as by ``edit``."""
        from photocat.history import merge

        return merge(
            self._store,
            work,
            fields=fields,
            source=self._id_of(source),
            note=note,
            dry_run=dry_run,
        )

    def decide(
        self,
        one: int | str,
        other: int | str,
        decision: DecisionName,
        *,
        note: str | None = None,
    ) -> Shape:
        """Decide that ``one`` is a crop, copy, edit or mirror of ``other``, or what else it is."""
        from photocat.dedup.decisions import decide

        return decide(self._store, self._id_of(one), self._id_of(other), decision, note=note)

    def decisions(self) -> list[Shape]:
        """Every decision in force, oldest first, by the digests of its photos."""
        from photocat.dedup.decisions import decisions

        return decisions(self._store)

    def import_decisions(self, decisions: Iterable[Shape]) -> Shape:
        """Take over what ``decisions`` of another catalog gave; what became of it, counted."""
        from photocat.dedup.decisions import import_decisions

        return import_decisions(self._store, decisions)

    def log(
        self, photo: int | str | None = None, *, txn: int | None = None, limit: int | None = None
    ) -> list[Shape]:
        """Transactions, latest first; those of one photo, or one, with everything it changed."""
        from photocat.store import history

        id = None if photo is None else self._id_of(photo)
        return history.read_log(self._store, photo=id, txn=txn, limit=limit)

    def undo(self, txn: int | None = None, *, note: str | None = None) -> Shape:
        """Take back a transaction, or the last that a person made; the undoing one, as in ``log``.

        What ``write`` put into sidecars is taken out of them. Raises ``UsageError`` where there is
        nothing to take back, or it was changed since.
        """
        from photocat.dedup.join import join
        from photocat.store import history

        if txn is not None and self._store.verb_of(txn) == "write":
            from photocat.writing import put_back

            undoing = put_back(self._store, txn, note=note)
            return history.read_log(self._store, txn=undoing)[0]
        return history.undo(self._store, txn, join, note=note)
