"""Corrupt files, fuzzers' finds and bombs: each is stored or listed, and none ends a worker."""

from __future__ import annotations

from pathlib import Path

from photocat.ingest import IngestOptions, add
from photocat.store import open_store


def test_every_hostile_file_is_stored_or_listed(corpus: Path, tmp_path: Path) -> None:
    folder = corpus / "hostile"
    with open_store(str(tmp_path / "catalog.db"), mode="create") as store:
        told = list(add(store, [str(folder)], options=IngestOptions(jobs=2)))
        assert all(finding["ok"] for finding in store.check())

    assert sorted(added.path for added in told) == sorted(
        str(path) for path in folder.rglob("*") if path.is_file()
    )
    assert [added for added in told if added.code in ("crashed", "timeout", "memory")] == []
