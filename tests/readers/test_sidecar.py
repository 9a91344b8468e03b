"""What stands beside a photo."""

from __future__ import annotations

from typing import Any

from photocat.readers import is_sidecar_for, read_sidecar, sidecars_of, state
from photocat.records import Tag


def test_a_sidecar_speaks_for_the_file(make: Any) -> None:
    tags, notes = read_sidecar(make.xmp("", "photoshop:Source='AP'"), "photo.jpg.xmp")

    assert tags == (Tag("XMP photoshop:Source", "AP", scope="file"),)
    assert not notes
    assert {s.scope for s in state([Tag("IIM 2:115", "AFP"), *tags])[0]} == {"photo", "file"}


def test_the_sidecar_that_names_the_photo_comes_first() -> None:
    names = ["photo.xmp", "photo.jpg", "Photo.JPG.xmp", "photo.raf", "photo2.xmp", "photo.txt"]

    assert sidecars_of("drop/photo.jpg", names) == ("Photo.JPG.xmp", "photo.xmp")
    assert sidecars_of("drop/photo.raf", names) == ("photo.xmp",)
    assert sidecars_of("drop/other.jpg", names) == ()


def test_a_sidecar_of_the_stem_may_say_whose_it_is(make: Any) -> None:
    tags, _ = read_sidecar(make.xmp("", "photoshop:SidecarForExtension='RAF'"), "photo.xmp")

    assert is_sidecar_for("photo.raf", "photo.xmp", tags)
    assert not is_sidecar_for("photo.jpg", "photo.xmp", tags)
    assert is_sidecar_for("photo.jpg", "photo.jpg.xmp", tags)
    assert is_sidecar_for("photo.jpg", "photo.xmp", ())


def test_a_damaged_sidecar_is_noted_by_name() -> None:
    tags, notes = read_sidecar(b"<x:xmpmeta", "drop/photo.xmp")

    assert tags == ()
    assert {note.code for note in notes} == {"metadata-damaged"}
    assert all(note.detail.startswith("photo.xmp: ") for note in notes)
