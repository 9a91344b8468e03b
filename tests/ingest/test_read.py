"""One file as a photo, or the reason why it is none."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from photocat.errors import FileProblem
from photocat.fingerprints import KINDS, PreviewCache
from photocat.fingerprints.features import KIND as FEATURES
from photocat.ingest.alone import read_alone
from photocat.ingest.opening import read_bytes
from photocat.ingest.options import ReadOptions
from photocat.ingest.read import read_photo
from photocat.preferred import preferred
from photocat.records import Photo

Draw = Callable[..., Path]

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Headline="{}"{}/>
</rdf:RDF></x:xmpmeta>"""


def code_of(path: Path, options: ReadOptions | None = None) -> str:
    with pytest.raises(FileProblem) as caught:
        read_photo(str(path), options=options or ReadOptions(), follow=False)
    return caught.value.code


def said(photo: Photo, field: str) -> list[tuple[str, str]]:
    return [(s.text, s.scope) for s in photo.statements if s.field == field]


def test_a_photo_is_all_that_its_bytes_are_and_say(tmp_path: Path, draw: Draw) -> None:
    path = draw(tmp_path / "a.jpg", orientation=6)
    photo = read_photo(str(path), supplier="AP")

    assert photo.file.path == str(path)
    assert photo.file.supplier == "AP"
    assert (photo.file.size, photo.file.mtime_ns) == (
        path.stat().st_size,
        path.stat().st_mtime_ns,
    )
    assert (photo.format, photo.width, photo.height, photo.orientation) == ("JPEG", 72, 96, 6)
    assert said(photo, "date_created") == [("2016-03-20T10:15:00", "photo")]
    kinds = [*(kind.name for kind in KINDS), FEATURES]
    assert [fingerprint.kind for fingerprint in photo.fingerprints] == kinds
    assert photo.notes == ()


def test_a_name_says_nothing_of_the_format(tmp_path: Path, draw: Draw) -> None:
    path = draw(tmp_path / "a.jpg").rename(tmp_path / "b.png.txt")

    assert read_photo(str(path)).format == "JPEG"


def test_a_digest_of_the_pixels_is_taken_unless_it_is_declined(tmp_path: Path, draw: Draw) -> None:
    for name in ("a.jpg", "a.png"):
        path = str(draw(tmp_path / name))
        assert read_photo(path).pixel_digest
        assert read_photo(path, options=ReadOptions(pixels=False)).pixel_digest is None


def test_previews_go_into_the_cache(tmp_path: Path, draw: Draw) -> None:
    cache = PreviewCache(tmp_path / "previews")
    photo = read_photo(str(draw(tmp_path / "a.jpg")), cache=cache)

    with Image.open(cache.path_of(photo.sha256, 256)) as preview:
        assert preview.size == (96, 72)


def test_reading_one_file_leaves_nothing_behind_for_the_next(tmp_path: Path, draw: Draw) -> None:
    first, second = draw(tmp_path / "a.jpg", 1), draw(tmp_path / "b.jpg", 2)
    alone = read_photo(str(second))
    read_photo(str(first))

    assert read_photo(str(second)) == alone


def test_a_photo_travels_light(tmp_path: Path, draw: Draw) -> None:
    photo = read_photo(str(draw(tmp_path / "a.jpg")))
    packed = pickle.dumps(photo)

    assert pickle.loads(packed) == photo  # noqa: S301
    assert len(packed) < 10_000


def test_a_problem_travels_whole() -> None:
    problem = pickle.loads(pickle.dumps(FileProblem("timeout", "20 seconds")))  # noqa: S301

    assert (problem.code, problem.detail) == ("timeout", "20 seconds")
    assert str(problem) == "took longer than the time limit: 20 seconds"


def test_a_file_name_dates_a_picture_of_which_nothing_else_tells(
    tmp_path: Path,
) -> None:
    path = tmp_path / "IMG_20160312_101500.png"
    Image.new("RGB", (60, 40)).save(path)
    photo = read_photo(str(path))
    [date] = preferred(photo.statements)["date_created"]

    assert (date.text, date.scope) == ("2016-03-12T10:15:00", "file")
    assert (date.evidence.origin, date.evidence.quote) == ("file name[4:19]", "20160312_101500")


def test_a_file_name_of_the_future_is_a_note(tmp_path: Path, draw: Draw) -> None:
    photo = read_photo(str(draw(tmp_path / "20890312_101500.jpg")))

    assert [note.code for note in photo.notes] == ["date-refused"]
    assert {statement.scope for statement in photo.statements} == {"photo"}


# --- what is no photo -----------------------------------------------------------------------------


def test_a_photo_cut_short_is_kept_with_a_note(tmp_path: Path, draw: Draw) -> None:
    path = draw(tmp_path / "a.jpg")
    path.write_bytes(path.read_bytes()[:-600])

    assert "truncated" in [note.code for note in read_photo(str(path)).notes]


def test_what_is_not_there_or_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.jpg")
    (tmp_path / "folder.jpg").mkdir()
    (tmp_path / "empty.jpg").touch()

    assert code_of(tmp_path / "absent.jpg") == "vanished"
    assert code_of(tmp_path / "fifo.jpg") == "special-file"
    assert code_of(tmp_path / "folder.jpg") == "special-file"
    assert code_of(tmp_path / "empty.jpg") == "empty"
    assert code_of(Path("/dev/zero")) == "special-file"


def test_a_link_is_followed_only_where_it_is_known_to_be_one(tmp_path: Path, draw: Draw) -> None:
    draw(tmp_path / "a.jpg")
    (tmp_path / "link.jpg").symlink_to("a.jpg")

    assert code_of(tmp_path / "link.jpg") == "symlink"
    assert read_photo(str(tmp_path / "link.jpg")).file.path == str(tmp_path / "link.jpg")


def test_what_no_decoder_may_see_is_no_photo(tmp_path: Path) -> None:
    for head in (b"%!PS-Adobe-3.0 EPSF-3.0\n", b"hello", b"<svg", b"MZ", b"%PDF-1.7"):
        (tmp_path / "a.jpg").write_bytes(head)

        assert code_of(tmp_path / "a.jpg") == "not-a-photo"


def test_limits_hold_before_anything_is_read_or_decoded(tmp_path: Path, draw: Draw) -> None:
    path = draw(tmp_path / "a.jpg")

    assert code_of(path, ReadOptions(max_bytes=100)) == "too-many-bytes"
    assert code_of(path, ReadOptions(max_pixels=100)) == "too-many-pixels"


def test_a_sparse_file_of_64_gib_is_judged_by_its_head(tmp_path: Path, draw: Draw) -> None:
    path = draw(tmp_path / "a.jpg")
    os.truncate(path, 64 << 30)
    (tmp_path / "video.mp4").write_bytes(b"\0\0\0\x18ftypmp42")
    os.truncate(tmp_path / "video.mp4", 64 << 30)

    assert code_of(path) == "too-many-bytes"
    assert code_of(tmp_path / "video.mp4") == "not-a-photo"


def test_bytes_that_change_while_they_are_read_are_of_no_file(tmp_path: Path, draw: Draw) -> None:
    path = draw(tmp_path / "a.jpg")
    original = path.read_bytes()
    later = path.stat().st_mtime_ns + 10**9
    draw(tmp_path / "b.jpg", 1)

    def append(head: bytes) -> None:
        with path.open("ab") as file:
            file.write(b"more")

    def truncate(head: bytes) -> None:
        os.truncate(path, 100)

    def rewrite(head: bytes) -> None:
        path.write_bytes(original[::-1])
        os.utime(path, ns=(later, later))

    def replace(head: bytes) -> None:
        os.replace(tmp_path / "b.jpg", path)

    def remove(head: bytes) -> None:
        path.unlink()

    codes = []
    for change in (append, truncate, rewrite, replace, remove):
        with pytest.raises(FileProblem) as caught:
            read_bytes(str(path), max_bytes=10**6, follow=False, judge=change)
        codes.append(caught.value.code)

    assert codes == ["changed-while-reading"] * 4 + ["vanished"]


# --- what says something, but shows nothing -------------------------------------------------------


def test_a_photo_that_cannot_be_decoded_is_kept_for_what_it_says(
    tmp_path: Path, draw: Draw
) -> None:
    path = draw(tmp_path / "a.jpg", orientation=6)
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"\xff\xda")])
    photo = read_photo(str(path))

    assert said(photo, "date_created") == [("2016-03-20T10:15:00", "photo")]
    assert (photo.format, photo.width, photo.height, photo.orientation) == ("JPEG", 72, 96, 6)
    assert (photo.fingerprints, photo.pixel_digest) == ((), None)
    assert [note.code for note in photo.notes] == ["no-picture"]


def test_a_readable_header_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (64, 48)).save(path)
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"IDAT") + 6])
    photo = read_photo(str(path))

    assert (photo.width, photo.height, photo.statements) == (64, 48, ())
    assert photo.notes[0].code == "no-picture"


def test_a_picture_that_says_and_shows_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF")

    assert code_of(tmp_path / "a.jpg") == "undecodable"


def test_a_picture_beyond_the_limits_is_refused_whatever_it_says(
    tmp_path: Path, draw: Draw
) -> None:
    path = draw(tmp_path / "a.jpg")
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"\xff\xda")])

    assert code_of(path, ReadOptions(max_pixels=100)) == "too-many-pixels"


def test_a_file_whose_decoder_is_not_installed_waits_for_it(
    tmp_path: Path, draw: Draw, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiff = draw(tmp_path / "a.jpg").read_bytes().partition(b"Exif\0\0")[2]
    (tmp_path / "a.rw2").write_bytes(b"IIU\0" + tiff[4:])
    monkeypatch.setitem(sys.modules, "rawpy", None)

    assert code_of(tmp_path / "a.rw2") == "needs-extra"


# --- what stands beside it ------------------------------------------------------------------------


def test_a_sidecar_speaks_for_the_file(tmp_path: Path, draw: Draw) -> None:
    path = draw(tmp_path / "a.jpg")
    (tmp_path / "a.xmp").write_text(XMP.format("Beside", ""))
    photo = read_photo(str(path))

    assert said(photo, "headline") == [("Beside", "file")]
    assert [sidecar.path for sidecar in photo.sidecars] == [str(tmp_path / "a.xmp")]


def test_a_sidecar_of_the_raw_file_is_silent_for_the_jpeg(tmp_path: Path, draw: Draw) -> None:
    path = draw(tmp_path / "a.jpg")
    other = ' photoshop:SidecarForExtension="NEF"'
    (tmp_path / "a.xmp").write_text(XMP.format("Beside", other))
    photo = read_photo(str(path))

    assert said(photo, "headline") == []
    assert len(photo.sidecars) == 1


def test_a_sidecar_that_cannot_be_read_costs_a_note(tmp_path: Path, draw: Draw) -> None:
    path = draw(tmp_path / "a.jpg")
    (tmp_path / "a.xmp").touch()
    (tmp_path / "a.jpg.xmp").write_bytes(b"<x:xmpmeta")
    notes = read_photo(str(path)).notes

    assert [note.code for note in notes] == ["metadata-damaged"] * 2
    assert [note.detail.split(":")[0] for note in notes] == ["a.jpg.xmp", "a.xmp"]


def test_a_sidecar_by_itself_says_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "a.xmp").write_text(XMP.format("Beside", ""))
    (tmp_path / "a.json").write_text('{"uri": "x", "headline": "News"}')
    packet, item = (read_alone(str(tmp_path / name)) for name in ("a.xmp", "a.json"))

    assert (packet.format, packet.width, said(packet, "headline")) == (
        "XMP",
        0,
        [("Beside", "file")],
    )
    assert (item.format, said(item, "headline")) == ("JSON", [("News", "file")])


def test_what_says_nothing_of_a_photo_is_no_sidecar(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"name": "x"}')
    (tmp_path / "a.xmp").write_text("nothing")
    (tmp_path / "a.txt").write_text("nothing")

    for name in ("package.json", "a.xmp", "a.txt"):
        with pytest.raises(FileProblem) as caught:
            read_alone(str(tmp_path / name))
        assert caught.value.code == "not-a-photo"
