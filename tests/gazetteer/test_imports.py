"""What people bring themselves: a GeoNames dump, a CSV of airfields, their own aliases."""

from __future__ import annotations

from pathlib import Path

import pytest

from photocat.cli import main
from photocat.errors import UsageError
from photocat.gazetteer import Gazetteer, open_gazetteer
from photocat.gazetteer.imports import import_places
from photocat.places import Point


def line(*columns: object) -> str:
    return "\t".join(map(str, columns)) + "\n"


def geonames_row(id: int, name: str, others: str, lat: float, lon: float, cls: str, code: str,
                 country: str, admin1: str, people: int) -> str:  # fmt: skip
    return line(id, name, name, others, lat, lon, cls, code, country, "", admin1, "", "", "",
                people, "", "", "Asia/Damascus", "2024-01-01")  # fmt: skip


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    folder = tmp_path / "dump"
    folder.mkdir()
    (folder / "allCountries.txt").write_text(
        geonames_row(900001, "Qal‘at al Bahr", "Sea Castle", 35.1, 35.9, "P", "PPL", "SY", "06", 90)
        + geonames_row(900002, "Jabal Test", "", 35.2, 36.0, "T", "MT", "SY", "06", 0)
        + geonames_row(900003, "Wādī Ḩabs", "", 35.3, 36.1, "S", "PRN", "SY", "06", 0)
        + geonames_row(900004, "Neustadt am Bahr", "", 35.4, 36.2, "P", "PPL", "SY", "06", 4000),
        encoding="utf-8",
    )
    (folder / "alternateNamesV2.txt").write_text(
        line(1, 900004, "de", "Altstadt am Bahr", "", "", "", "1", "1924", "1961")
        + line(2, 900004, "link", "https://example.org/bahr", "", "", "", "", "", ""),
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PHOTOCAT_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def opened(path: Path) -> Gazetteer:
    return Gazetteer(path)


def test_a_dump_brings_towns_and_sites_and_leaves_prisons(dump: Path, data: Path) -> None:
    imported = import_places(dump)
    gazetteer = opened(imported.path)

    assert imported.places == 3
    assert gazetteer.find("Sea Castle")[0].name == "Qal‘at al Bahr"
    assert gazetteer.find("Jabal Test")[0].kind == "mountain"
    assert gazetteer.find("Wadi Habs") == []


def test_alternate_names_keep_their_years(dump: Path, data: Path) -> None:
    gazetteer = opened(import_places(dump).path)

    assert gazetteer.find("Altstadt am Bahr", year=1950)
    assert not gazetteer.find("Altstadt am Bahr", year=1970)
    assert not gazetteer.find("https://example.org/bahr")


def test_ourairports_columns_are_understood(tmp_path: Path, data: Path) -> None:
    source = tmp_path / "airports.csv"
    source.write_text(
        "id,ident,type,name,latitude_deg,longitude_deg,iso_country,municipality,keywords\n"
        '1,XX01,medium_airport,"Gull Rock Airfield",10.5,20.5,TD,Gullville,"Old Gull, GRA"\n'
        '2,XX02,heliport,"Nowhere",99,20,TD,,\n',
        encoding="utf-8",
    )
    imported = import_places(source)

    assert imported.places == 1
    assert imported.refused == (
        "line 3: 99, 20 is not on Earth (latitude -90..90, longitude -180..180)",
    )
    place = opened(imported.path).find("Old Gull")[0]
    assert (place.name, place.kind, place.country) == ("Gull Rock Airfield", "airfield", "TD")


def test_an_alias_of_ones_own_is_believed_first(tmp_path: Path, data: Path) -> None:
    source = tmp_path / "ours.csv"
    source.write_text("alias,place,within\nParis,Hmeimim,SY\nX,No Such Place,\n", encoding="utf-8")

    imported = import_places(source)

    assert imported.refused == ("line 3: no place called 'No Such Place'",)
    assert open_gazetteer().find("Paris")[0].name == "Hmeimim air base"


def test_a_csv_without_coordinates_is_refused_with_advice(tmp_path: Path, data: Path) -> None:
    source = tmp_path / "bad.csv"
    source.write_text("town,people\nA,1\n", encoding="utf-8")

    with pytest.raises(UsageError, match="name, lat and lon"):
        import_places(source)


def test_importing_again_replaces(dump: Path, data: Path) -> None:
    first, second = import_places(dump), import_places(dump)

    assert first.path == second.path
    assert len(list(data.glob("*.sqlite"))) == 1


# --- the command line -----------------------------------------------------------------------------


def test_place_find_tells_the_place_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["place", "find", "Khmeimim", "--format", "jsonl"]) == 0
    assert '"Hmeimim air base"' in capsys.readouterr().out


def test_place_find_says_by_its_status_that_there_is_none() -> None:
    assert main(["place", "find", "Xyzzyville", "--format", "jsonl"]) == 1


def test_place_near_in_the_sea_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["place", "near", "16.5,63.0", "--limit", "1", "--format", "jsonl"]) == 0
    assert "Arabian Sea" in capsys.readouterr().out.splitlines()[0]


def test_place_import_lists_what_it_refused(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "few.csv"
    source.write_text("name,lat,lon\nA Rock,10,20\nNo Rock,,\n", encoding="utf-8")

    assert main(["place", "import", str(source)]) == 3
    captured = capsys.readouterr()
    assert "1 places imported" in captured.out
    assert "line 3" in captured.err
    assert open_gazetteer().find("A Rock")[0].point.distance_m(Point(10, 20)) < 1
