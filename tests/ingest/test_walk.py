"""Every file under the named paths comes exactly once, in one order, or is listed with a reason."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from photocat.ingest.listed import Listed
from photocat.ingest.roots import roots_of
from photocat.ingest.walk import Found, walk


def walked(*roots: Path | str, **options: bool) -> list[tuple[str, str]]:
    """Paths below the first root, with ``read`` or the code with which they are listed."""
    named = roots_of([str(root) for root in roots])
    base = named[0]
    return [
        (os.path.relpath(path_of(entry), base), code_of(entry)) for entry in walk(named, **options)
    ]


def path_of(entry: Found | Listed) -> str:
    return entry.file.path if isinstance(entry, Found) else entry.path


def code_of(entry: Found | Listed) -> str:
    return "read" if isinstance(entry, Found) else entry.problem.code


def plant(root: Path, *names: str) -> None:
    """Files with a byte in them; a name that ends in a slash is a folder."""
    for name in names:
        path = root / name
        (path if name.endswith("/") else path.parent).mkdir(parents=True, exist_ok=True)
        if not name.endswith("/"):
            path.write_bytes(b"x")


def test_files_come_in_the_order_of_the_bytes_of_their_paths(tmp_path: Path) -> None:
    names = ["a/1", "a/2", "a b", "a.jpg", "a-b/1", "B", "b", "é", "z/y/x", "a/1x/0"]
    plant(tmp_path, *names)

    paths = [name for name, _ in walked(tmp_path)]

    assert paths == sorted(names, key=os.fsencode)


def test_a_file_may_be_named_itself(tmp_path: Path) -> None:
    plant(tmp_path, "a/1", "a/2")

    assert walked(tmp_path / "a/2") == [(".", "read")]


def test_nothing_comes_twice_however_it_is_named(tmp_path: Path) -> None:
    plant(tmp_path, "a/1", "a/2", "b/3")
    roots = [tmp_path, tmp_path / "a", tmp_path / "a/1", tmp_path / "b/../a/2", tmp_path]

    assert sorted(walked(*roots)) == [("a/1", "read"), ("a/2", "read"), ("b/3", "read")]


def test_what_is_hidden_is_listed_and_not_entered(tmp_path: Path) -> None:
    plant(tmp_path, ".git/x.jpg", ".a.jpg", "@eaDir/a.jpg", "__MACOSX/._a.jpg", "a.jpg")

    found = dict(walked(tmp_path))

    assert found.pop("a.jpg") == "read"
    assert found == dict.fromkeys([".git", ".a.jpg", "@eaDir", "__MACOSX"], "hidden")


def test_what_is_hidden_is_entered_when_asked_or_named(tmp_path: Path) -> None:
    plant(tmp_path, ".drop/a.jpg", ".drop/.b.jpg")

    assert walked(tmp_path, hidden=True) == [(".drop/.b.jpg", "read"), (".drop/a.jpg", "read")]
    assert walked(tmp_path / ".drop") == [(".b.jpg", "hidden"), ("a.jpg", "read")]
    assert walked(tmp_path / ".drop/.b.jpg") == [(".", "read")]


def test_what_is_no_file_to_read_is_listed(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.jpg")
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind(str(tmp_path / "socket.jpg"))
    (tmp_path / "empty.jpg").touch()

    assert walked(tmp_path) == [
        ("empty.jpg", "empty"),
        ("fifo.jpg", "special-file"),
        ("socket.jpg", "special-file"),
    ]
    assert walked("/dev/null") == [(".", "special-file")]


@pytest.mark.parametrize(
    "name",
    [
        "new\nline.jpg",
        "escape\x1b[31m.jpg",
        "right\u202eto left.jpg",
        "x" * 251 + ".jpg",
        os.fsdecode(b"caf\xe9.jpg"),
        os.fsdecode(b"\xff\xfe"),
    ],
)
def test_any_name_there_is_comes_back_as_it_stands(tmp_path: Path, name: str) -> None:
    plant(tmp_path, name)

    assert walked(tmp_path) == [(name, "read")]


def test_names_that_look_alike_are_two_files(tmp_path: Path) -> None:
    plant(tmp_path, "caf\u00e9", "cafe\u0301", "A", "a")

    assert len(walked(tmp_path)) == 4


def test_folders_nest_deeper_than_calls_may(tmp_path: Path) -> None:
    folders = [str(tmp_path / ("d/" * depth)) for depth in range(1, 1051)]
    for folder in folders:
        os.mkdir(folder)
    photo = Path(folders[-1]) / "a.jpg"
    photo.write_bytes(b"x")

    assert walked(tmp_path) == [("d/" * 1050 + "a.jpg", "read")]

    photo.unlink()
    for folder in reversed(folders):
        os.rmdir(folder)


def test_a_folder_that_cannot_be_read_is_a_failure_that_stops_nothing(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("no mode keeps root out of a folder")
    plant(tmp_path, "a/1", "b/2")
    (tmp_path / "a").chmod(0)
    try:
        assert walked(tmp_path) == [("a", "unreadable"), ("b/2", "read")]
    finally:
        (tmp_path / "a").chmod(0o700)


def test_an_absent_path_is_a_failure_of_that_path(tmp_path: Path) -> None:
    assert walked(tmp_path / "absent") == [(".", "vanished")]


# --- symbolic links -------------------------------------------------------------------------------


def test_links_are_listed_and_not_followed(tmp_path: Path) -> None:
    plant(tmp_path, "a/1", "b.jpg")
    (tmp_path / "to-folder").symlink_to("a")
    (tmp_path / "to-file").symlink_to("b.jpg")
    (tmp_path / "to-nothing").symlink_to("nothing")

    links = dict(walked(tmp_path)[2:])

    assert links == dict.fromkeys(["to-folder", "to-file", "to-nothing"], "symlink")


def test_a_link_that_is_named_is_followed(tmp_path: Path) -> None:
    plant(tmp_path, "a/1")
    (tmp_path / "link").symlink_to("a")
    (tmp_path / "link-1").symlink_to("a/1")

    assert walked(tmp_path / "link") == [("1", "read")]
    [found] = walk(roots_of([str(tmp_path / "link-1")]))
    assert isinstance(found, Found)
    assert found.linked


def test_followed_links_lead_out_but_say_where(tmp_path: Path) -> None:
    plant(tmp_path, "in/1", "out/2", "out-3")
    (tmp_path / "in/folder").symlink_to("../out")
    (tmp_path / "in/file").symlink_to("../out-3")
    (tmp_path / "in/nothing").symlink_to("nothing")
    entries = list(walk(roots_of([str(tmp_path / "in")]), follow_symlinks=True))

    assert walked(tmp_path / "in", follow_symlinks=True) == [
        ("1", "read"),
        ("file", "read"),
        ("folder", "symlink"),
        ("folder/2", "read"),
        ("nothing", "symlink"),
    ]
    assert [str(e.problem) for e in entries if isinstance(e, Listed)] == [
        f"a symbolic link: followed to {tmp_path}/out",
        f"a symbolic link: leads nowhere: {tmp_path}/in/nothing",
    ]


def test_followed_links_never_lead_in_circles(tmp_path: Path) -> None:
    plant(tmp_path, "in/a/1", "out/b/2")
    (tmp_path / "in/a/up").symlink_to("..")
    (tmp_path / "in/self").symlink_to("self")
    (tmp_path / "in/out").symlink_to("../out")
    (tmp_path / "in/out2").symlink_to("../out")
    (tmp_path / "out/back").symlink_to("../in")
    (tmp_path / "out/b/round").symlink_to("..")

    assert walked(tmp_path / "in", follow_symlinks=True) == [
        ("a/1", "read"),
        ("a/up", "symlink-loop"),
        ("out", "symlink"),
        ("out/b/2", "read"),
        ("out/b/round", "symlink-loop"),
        ("out/back", "symlink-loop"),
        ("out2", "symlink-loop"),
        ("self", "symlink"),
    ]


# --- what belongs to a photo, and to photocat -----------------------------------------------------


def test_sidecars_go_with_their_photo(tmp_path: Path) -> None:
    plant(tmp_path, "a.jpg", "a.xmp", "b.jpg", "b.jpg.xmp", "lonely.xmp", "c.jpg")

    found = {path_of(e): e for e in walk(roots_of([str(tmp_path)])) if isinstance(e, Found)}

    sidecars = {
        os.path.basename(path): [os.path.basename(s.path) for s in entry.sidecars]
        for path, entry in found.items()
    }
    assert sidecars == {"a.jpg": ["a.xmp"], "b.jpg": ["b.jpg.xmp"], "c.jpg": []}
    listed = {name: code for name, code in walked(tmp_path) if code != "read"}
    assert listed == {"a.xmp": "sidecar", "b.jpg.xmp": "sidecar", "lonely.xmp": "orphan-sidecar"}


def test_a_photo_named_itself_has_its_sidecars_too(tmp_path: Path) -> None:
    plant(tmp_path, "a.jpg", "a.xmp")

    [found] = walk(roots_of([str(tmp_path / "a.jpg")]))

    assert isinstance(found, Found)
    assert [sidecar.path for sidecar in found.sidecars] == [str(tmp_path / "a.xmp")]


def test_what_is_photocats_own_is_never_looked_into(tmp_path: Path) -> None:
    plant(tmp_path, "catalog.db", "catalog.cache/ab/preview.jpg", "a.jpg")
    own = [str(tmp_path / "catalog.db"), str(tmp_path / "catalog.cache")]

    entries = list(walk(roots_of([str(tmp_path)]), own=own))

    assert [(path_of(e), code_of(e)) for e in entries] == [
        (str(tmp_path / "a.jpg"), "read"),
        (str(tmp_path / "catalog.cache"), "not-a-photo"),
        (str(tmp_path / "catalog.db"), "not-a-photo"),
    ]
