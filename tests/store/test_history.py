"""Whatever happens to a folder, the catalog knows what lies where, and stays sound."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from photocat.records import Photo, Statement
from photocat.store import Store, open_store

MakePhoto = Callable[..., Photo]
Said = Callable[..., Statement]

PATHS = st.sampled_from(["/a/1.jpg", "/a/2.jpg", "/b/1.jpg", "/b/\udcff.jpg"])
BYTES = st.sampled_from(["river", "bridge", "ship"])
SUPPLIER = st.sampled_from([None, "AP", "AFP"])
BESIDE = st.sampled_from([None, "A ship.", "Ein Schiff."])

DELIVER = st.tuples(st.just("deliver"), PATHS, BYTES, SUPPLIER, BESIDE)
VANISH = st.tuples(st.just("vanish"), PATHS)
RETURN = st.tuples(st.just("return"), PATHS, SUPPLIER)


class Folder:
    """What a person would say lies where: the slow twin of the store."""

    def __init__(self) -> None:
        self.now: dict[str, str] = {}
        """Path to bytes."""
        self.held: dict[tuple[str, str], tuple[str, str | None, str | None]] = {}
        """Path and bytes to state, supplier and what is said beside it."""

    def deliver(self, path: str, bytes_: str, supplier: str | None, beside: str | None) -> None:
        before = self.now.get(path)
        if before not in (None, bytes_):
            _, *rest = self.held[path, before]
            self.held[path, before] = ("changed", *rest)
        _, kept, _ = self.held.get((path, bytes_), (None, None, None))
        self.held[path, bytes_] = ("present", supplier or kept, beside)
        self.now[path] = bytes_

    def vanish(self, path: str) -> None:
        self._set(path, "missing", None)

    def return_(self, path: str, supplier: str | None) -> None:
        self._set(path, "present", supplier)

    def _set(self, path: str, state: str, supplier: str | None) -> None:
        if path in self.now:
            key = path, self.now[path]
            _, kept, beside = self.held[key]
            self.held[key] = (state, supplier or kept, beside)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(DELIVER | VANISH | RETURN, max_size=12))
def test_the_catalog_knows_what_lies_where(
    photo: MakePhoto,
    said: Said,
    hasty: None,
    tmp_path_factory: pytest.TempPathFactory,
    events: list[tuple[str, ...]],
) -> None:
    folder = Folder()
    with open_store(tmp_path_factory.mktemp("history") / "c.db", mode="create") as store:
        for what, path, *rest in events:
            run = store.begin_run("ingest")
            if what == "deliver":
                bytes_, supplier, beside = rest
                words = [said("caption", bytes_)]
                words += [said("caption", beside, scope="file")] if beside else []
                store.add_photos(run, [photo(path, *words, bytes_=bytes_, supplier=supplier)])
                folder.deliver(path, bytes_, supplier, beside)
            elif what == "vanish":
                store.mark_missing(run, [path], set())
                folder.vanish(path)
            else:
                store.touch_files(run, [path], *rest)
                folder.return_(path, *rest)
        assert held_by(store) == folder.held
        assert {path: store.find_photo(path) for path in folder.now} == {
            path: store.find_photo(digest(bytes_)) for path, bytes_ in folder.now.items()
        }
        assert all(finding["ok"] for finding in store.check(full=True))


def held_by(store: Store) -> dict[tuple[str, str], tuple[str, str | None, str | None]]:
    """The same, as the catalog tells it."""
    names = {digest(bytes_): bytes_ for bytes_ in ("river", "bridge", "ship")}
    held = {}
    for line in store.dump_normalised():
        for file in line["files"]:
            path = "/b/\udcff.jpg" if "path_base64" in file else file["path"]
            beside = [statement["text"] for statement in file["statements"]]
            words = beside[0] if beside else None
            held[path, names[line["sha256"]]] = (file["state"], file["supplier"], words)
    return held


def digest(bytes_: str) -> str:
    return hashlib.sha256(bytes_.encode()).hexdigest()
