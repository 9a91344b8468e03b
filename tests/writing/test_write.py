"""Sidecars beside the files of a catalog: what is written, what is refused, what is remembered."""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from photocat import Catalog
from photocat.cli import main
from photocat.errors import UsageError
from photocat.readers import read_sidecar, state
from photocat.writing import WriteOptions, Wrote
from photocat.writing.sidecar import replace_file

Ingest = Callable[[Catalog, Path], dict[str, str]]

THEIRS = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Headline="Theirs"{}/></rdf:RDF>
</x:xmpmeta>"""


def write(catalog: Catalog, **options: Any) -> Wrote:
    """Write beside the one file there is."""
    (wrote,) = catalog.write(options=WriteOptions(**options))
    return wrote


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def values(sidecar: Path) -> dict[str, list[str]]:
    tags, _ = read_sidecar(sidecar.read_bytes(), sidecar.name, "a.jpg")
    told: dict[str, list[str]] = {}
    for statement in state(tags)[0]:
        told.setdefault(statement.field, []).append(statement.text)
    return told


def shown(catalog: Catalog, drop: Path, field: str) -> Any:
    return catalog.show(str(drop / "a.jpg"))[field]


def later(path: Path) -> None:
    after = path.stat().st_mtime_ns + 10**9
    os.utime(path, ns=(after, after))


def test_what_is_believed_is_written_beside_and_the_original_is_not_touched(
    catalog: Catalog, drop: Path
) -> None:
    before = digest(drop / "a.jpg"), (drop / "a.jpg").stat()
    wrote = write(catalog)

    assert (wrote.outcome, Path(wrote.target).name) == ("written", "a.jpg.xmp")
    assert values(drop / "a.jpg.xmp") == {
        "caption": ["A priest blesses jets"],
        "copyright_notice": ["(c) 2016 Harbour Wire"],
        "date_created": ["2016-03-20T10:15:00", "2016-03-20T10:15:00"],
    }
    assert (digest(drop / "a.jpg"), (drop / "a.jpg").stat()) == before
    assert sorted(p.name for p in drop.iterdir()) == ["a.jpg", "a.jpg.xmp"]


def test_the_catalog_knows_what_it_wrote_and_takes_no_evidence_from_it(
    catalog: Catalog, drop: Path, ingest: Ingest
) -> None:
    before = list(catalog.dump_normalised())
    write(catalog)

    assert ingest(catalog, drop)["a.jpg"] == "known"
    later(drop / "a.jpg")  # now it is read again, with its sidecar
    assert ingest(catalog, drop)["a.jpg"] == "known"
    assert shown(catalog, drop, "statements") == [
        s for s in shown(catalog, drop, "statements") if s["scope"] == "photo"
    ]
    assert len(list(catalog.dump_normalised())) == len(before)
    assert write(catalog, force=True).outcome == "unchanged"


def test_another_catalog_hears_it(
    catalog: Catalog, drop: Path, tmp_path: Path, ingest: Ingest
) -> None:
    catalog.edit("", ["headline=Blessed"])
    write(catalog)
    with Catalog.init(tmp_path / "other.db") as other:
        ingest(other, drop)

        assert shown(other, drop, "headline") == "Blessed"


def test_a_dry_run_writes_nothing(catalog: Catalog, drop: Path) -> None:
    wrote = write(catalog, dry_run=True)

    assert wrote.outcome == "would write"
    assert "dc:description" in wrote.changed
    assert [p.name for p in drop.iterdir()] == ["a.jpg"]


def test_a_person_is_believed_and_written_and_heard_when_changing_the_sidecar(
    catalog: Catalog, drop: Path, ingest: Ingest
) -> None:
    catalog.edit("", ["caption=A bishop blesses jets", "date_created=2016-03~"])
    write(catalog)
    sidecar = drop / "a.jpg.xmp"

    assert values(sidecar)["caption"] == ["A bishop blesses jets"]
    assert values(sidecar)["date_created"] == ["2016-03~"]
    assert b"photoshop:DateCreated" not in sidecar.read_bytes().replace(
        b"photoshop:DateCreated ", b""
    )
    sidecar.write_bytes(sidecar.read_bytes().replace(b"A bishop", b"A deacon"))
    later(sidecar)
    ingest(catalog, drop)
    told = [
        s["text"]
        for s in shown(catalog, drop, "statements")
        if s["field"] == "caption" and s["scope"] == "file"
    ]
    assert told == ["A deacon blesses jets"]
    assert shown(catalog, drop, "caption") == "A bishop blesses jets"


def test_what_others_wrote_stays(catalog: Catalog, drop: Path, ingest: Ingest) -> None:
    (drop / "a.jpg.xmp").write_text(THEIRS.format(' photoshop:Urgency="3"'))
    ingest(catalog, drop)
    wrote = write(catalog)

    assert "photoshop:Headline" not in wrote.changed
    assert b"Urgency" in (drop / "a.jpg.xmp").read_bytes()
    later(drop / "a.jpg")
    ingest(catalog, drop)
    assert shown(catalog, drop, "headline") == "Theirs"


def test_a_sidecar_that_was_not_read_as_it_is_is_left_alone(
    catalog: Catalog, drop: Path, ingest: Ingest
) -> None:
    sidecar = drop / "a.jpg.xmp"
    sidecar.write_text(THEIRS.format(""))
    wrote = write(catalog)
    assert (wrote.outcome, sidecar.read_text()) == ("refused", THEIRS.format(""))

    ingest(catalog, drop)
    sidecar.write_text(THEIRS.format(' photoshop:City="Tartus"'))
    later(sidecar)
    wrote = write(catalog)
    assert wrote.outcome == "refused"
    assert "changed since it was read" in str(wrote.reason)

    assert write(catalog, force=True).outcome == "written"
    assert values(sidecar)["headline"] == ["Theirs"]


@pytest.mark.parametrize("content", ["", "<x:xmpmeta", "no xmp"])
def test_a_damaged_sidecar_is_left_alone_even_by_force(
    catalog: Catalog, drop: Path, content: str
) -> None:
    (drop / "a.jpg.xmp").write_text(content)

    assert write(catalog, force=True).outcome == "refused"
    assert (drop / "a.jpg.xmp").read_text() == content


def test_a_link_is_never_written_through(catalog: Catalog, drop: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.xmp").write_text(THEIRS.format(""))
    (drop / "a.jpg.xmp").symlink_to(tmp_path / "elsewhere.xmp")

    assert write(catalog, force=True).outcome == "refused"
    assert (tmp_path / "elsewhere.xmp").read_text() == THEIRS.format("")


def test_a_file_that_is_gone_or_changed_is_not_written_beside(catalog: Catalog, drop: Path) -> None:
    later(drop / "a.jpg")
    assert write(catalog).outcome == "refused"
    (drop / "a.jpg").unlink()
    assert write(catalog).outcome == "refused"
    assert list(drop.iterdir()) == []


def test_adobes_name_says_whose_it_is(catalog: Catalog, drop: Path) -> None:
    wrote = write(catalog, style="stem")

    assert Path(wrote.target).name == "a.xmp"
    assert b"<photoshop:SidecarForExtension>jpg<" in (drop / "a.xmp").read_bytes()


def test_a_sidecar_of_another_photo_of_the_stem_is_left_alone(
    catalog: Catalog, drop: Path, ingest: Ingest
) -> None:
    (drop / "a.xmp").write_text(THEIRS.format(' photoshop:SidecarForExtension="NEF"'))
    ingest(catalog, drop)
    wrote = write(catalog, style="stem", force=True)

    assert (wrote.outcome, wrote.reason) == (
        "refused",
        "the sidecar of this name is that of another photo",
    )


def test_every_write_is_logged(catalog: Catalog, drop: Path) -> None:
    write(catalog)
    latest = catalog.log()[0]
    (change,) = catalog.log(txn=latest["txn"])[0]["changes"]

    assert latest["verb"] == "write"
    assert change["old"] is None
    assert change["new"]["sha256"] == digest(drop / "a.jpg.xmp")
    assert "dc:description" in change["new"]["changed"]


# --- taken back -----------------------------------------------------------------------------------


def test_a_sidecar_that_was_made_is_removed_again(
    catalog: Catalog, drop: Path, ingest: Ingest
) -> None:
    before = list(catalog.dump_normalised())
    write(catalog)
    undone = catalog.undo(catalog.log()[0]["txn"])

    assert [p.name for p in drop.iterdir()] == ["a.jpg"]
    assert undone["verb"] == "undo"
    assert ingest(catalog, drop)["a.jpg"] == "known"
    assert list(catalog.dump_normalised()) == before
    assert write(catalog).outcome == "written"


def test_a_sidecar_that_was_changed_has_its_bytes_again(
    catalog: Catalog, drop: Path, ingest: Ingest
) -> None:
    sidecar = drop / "a.jpg.xmp"
    sidecar.write_text(THEIRS.format(' photoshop:Urgency="3"'))
    sidecar.chmod(0o640)
    ingest(catalog, drop)
    catalog.edit("", ["headline=Ours"])
    write(catalog)
    txn = catalog.log()[0]["txn"]
    (change,) = catalog.log(txn=txn)[0]["changes"]
    assert set(change["old"]) == {"sha256"}
    catalog.undo(txn)

    assert sidecar.read_text() == THEIRS.format(' photoshop:Urgency="3"')
    assert sidecar.stat().st_mode & 0o777 == 0o640
    assert ingest(catalog, drop)["a.jpg"] == "known"
    assert not [finding for finding in catalog.check() if not finding["ok"]]


def test_what_somebody_changed_since_is_not_taken_back(catalog: Catalog, drop: Path) -> None:
    write(catalog)
    sidecar = drop / "a.jpg.xmp"
    sidecar.write_bytes(sidecar.read_bytes().replace(b"priest", b"bishop"))

    with pytest.raises(UsageError, match="is not what transaction"):
        catalog.undo(catalog.log()[0]["txn"])
    assert b"bishop" in sidecar.read_bytes()


def test_a_write_is_taken_back_once(catalog: Catalog, drop: Path) -> None:
    write(catalog)
    txn = catalog.log()[0]["txn"]
    undoing = catalog.undo(txn)["txn"]

    with pytest.raises(UsageError, match="undone already"):
        catalog.undo(txn)
    with pytest.raises(UsageError, match="photocat write makes them again"):
        catalog.undo(undoing)


def test_taking_back_that_was_cut_off_is_ended(
    catalog: Catalog, drop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(catalog)
    txn = catalog.log()[0]["txn"]
    monkeypatch.setattr(catalog._store, "add_put_back", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        catalog.undo(txn)
    monkeypatch.undo()

    assert catalog.undo(txn)["undoes"] == txn
    assert [p.name for p in drop.iterdir()] == ["a.jpg"]


def test_a_failure_leaves_the_old_sidecar_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.xmp").write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        replace_file(str(tmp_path / "a.xmp"), b"new")

    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("a.xmp", "old")]


# --- the command ----------------------------------------------------------------------------------


def test_the_command_asks_says_and_does(
    catalog: Catalog,
    drop: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("y"))
    address = ["--catalog", catalog.address, "write"]

    assert main([*address, "--all", "--dry-run", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["outcome"] == "would write"
    assert main([*address, "--all"]) == 2  # nobody there to say yes
    assert not (drop / "a.jpg.xmp").exists()
    capsys.readouterr()
    assert main([*address, "priest", "-y", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["outcome"] == "written"
    assert (drop / "a.jpg.xmp").exists()
    assert main([*address, "bishop", "-y", "--format", "jsonl"]) == 1
    assert main(address) == 2
    later(drop / "a.jpg")
    assert main([*address, "--photo", str(drop / "a.jpg"), "-y"]) == 3
