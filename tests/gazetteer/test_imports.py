"""What people bring themselves: a GeoNames dump, a CSV of airfields, their own aliases."""

from __future__ import annotations

import sqlite3
import zipfile
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

    with pytest.raises(UsageError, match="no column name or lat or lon among town, people"):
        import_places(source)


def test_importing_again_replaces(dump: Path, data: Path) -> None:
    first, second = import_places(dump), import_places(dump)

    assert first.path == second.path
    assert len(list(data.glob("*.sqlite"))) == 1


# --- the whole dump -------------------------------------------------------------------------------


@pytest.fixture
def whole_dump(dump: Path) -> Path:
    """The dump with every file that is published beside the places."""
    with (dump / "allCountries.txt").open("a", encoding="utf-8") as file:
        file.write(
            geonames_row(900010, "Bahria", "", 35.2, 36.0, "A", "ADM1", "SY", "99", 0)
            + geonames_row(900011, "Old Bahria", "", 35.2, 36.0, "L", "RGN", "SY", "99", 0)
            + geonames_row(900012, "Bahr Camp", "", 35.21, 36.0, "S", "CMPRF", "SY", "99", 0)
            + line("not", "a", "place")
            + geonames_row(900013, "Off Earth", "", 95.0, 36.0, "P", "PPL", "SY", "99", 0)
        )
    (dump / "admin1CodesASCII.txt").write_text(
        line("SY.99", "Bahria Governorate", "Bahria Governorate", 900010), encoding="utf-8"
    )
    (dump / "hierarchy.txt").write_text(
        line(900011, 900012, "ADM") + line(900003, 900012, "") + line("x", "y"), encoding="utf-8"
    )
    with (dump / "alternateNamesV2.txt").open("a", encoding="utf-8") as file:
        file.write(
            line(3, 900012, "ar", "مخيم البحر", "1", "", "", "", "", "")
            + line(4, 900012, "en", "Sea Camp", "1", "", "", "", "19990101", "")
            + line(5, 900012, "wkdt", "Q1", "", "", "", "", "", "")
            + line(6, 900003, "en", "Prison of Habs", "1", "", "", "", "", "")
            + line("7", "9")
        )
    return dump


def test_every_file_of_a_dump_is_read(whole_dump: Path, data: Path) -> None:
    gazetteer = opened(import_places(whole_dump).path)
    camp = gazetteer.find("مخيم البحر")[0]

    assert (camp.name, camp.kind, camp.hierarchy) == ("Bahr Camp", "camp", ("Bahria",))
    assert gazetteer.find("Bahria Governorate")[0].kind == "admin1"
    assert [p.name for p in gazetteer.ancestors(camp.id)] == ["Old Bahria", "Bahria"]
    assert gazetteer.find("Sea Camp", year=2010) == [camp]
    assert gazetteer.find("Sea Camp", year=1990) == []
    assert gazetteer.find("Prison of Habs") == []
    assert gazetteer.find("Q1") == []


def test_lines_of_a_dump_that_are_none_are_told_with_file_line_and_reason(
    whole_dump: Path, data: Path
) -> None:
    assert import_places(whole_dump).refused == (
        "allCountries: line 8: 3 columns of 19",
        "allCountries: line 9: no id, no name, or not on Earth: '900013' '95.0', '36.0'",
        "alternateNamesV2: line 7: 2 columns of 10",
        "hierarchy: line 3: no two ids",
    )


def test_files_are_read_zipped_as_they_are_published(whole_dump: Path, data: Path) -> None:
    plain = import_places(whole_dump)
    rows = sqlite3.connect(plain.path).execute("SELECT * FROM names").fetchall()
    for path in list(whole_dump.glob("*.txt")):
        with zipfile.ZipFile(path.with_suffix(".zip"), "w") as archive:
            archive.write(path, path.name)
        path.unlink()

    zipped = import_places(whole_dump / "allCountries.zip")

    assert zipped.places == plain.places
    assert sqlite3.connect(zipped.path).execute("SELECT * FROM names").fetchall() == rows


def test_a_damaged_zip_is_told_and_leaves_what_was_imported(dump: Path, data: Path) -> None:
    before = import_places(dump).path.read_bytes()
    (dump / "allCountries.txt").unlink()
    (dump / "allCountries.zip").write_bytes(b"PK no zip")

    with pytest.raises(UsageError, match="no whole zip file"):
        import_places(dump)

    assert [path.read_bytes() for path in data.glob("*.sqlite")] == [before]


def test_an_import_that_is_killed_leaves_the_old_one_and_the_next_clears_up(
    dump: Path, data: Path
) -> None:
    before = import_places(dump)
    half_made = data / f".{before.path.name}-killed"
    half_made.mkdir()
    (half_made / "part.sqlite").write_bytes(b"half")

    assert opened(before.path).find("Sea Castle")
    assert import_places(dump).path == before.path
    assert not half_made.exists()


# --- tables of one's own --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("Name;Latitude;Longitude;Country", "Gull Rock;10,5;20,5;Chad"),
        ("NAME\tLat\tLng\tISO Country", "Gull Rock\t10.5\t20.5\ttd"),
        ("place name,latitude (deg),longitude-deg,cc", "Gull Rock,10.5,20.5,TCD"),
        ("\ufeffname,lat,lon,country", "Gull Rock, 10.5 , 20.5 ,TD"),
    ],
)
def test_headings_and_separators_are_taken_as_people_write_them(
    tmp_path: Path, data: Path, headings: str, row: str
) -> None:
    source = tmp_path / "own.csv"
    source.write_text(f"{headings}\n{row}\n\n", encoding="utf-8")

    imported = import_places(source)

    assert imported.refused == ()
    place = opened(imported.path).find("gull rock")[0]
    assert (place.lat, place.lon, place.country, place.kind) == (10.5, 20.5, "TD", "landmark")


def test_latin_1_is_read_where_it_is_no_utf_8(tmp_path: Path, data: Path) -> None:
    source = tmp_path / "own.csv"
    source.write_bytes("name,lat,lon\nSaint-Élie,48,2\n".encode("cp1252"))

    assert opened(import_places(source).path).find("saint elie")[0].name == "Saint-Élie"


def test_every_wrong_row_is_told_with_its_line_and_reason(tmp_path: Path, data: Path) -> None:
    source = tmp_path / "own.csv"
    source.write_text(
        "name,lat,lon,country,radius_km\n"
        "A Rock,10,20,TD,\n"
        ",10,20,TD,\n"
        "B Rock,ten,20,TD,\n"
        "C Rock,10,,TD,\n"
        "D Rock,10,200,TD,\n"
        "E Rock,10,20,Narnia,\n"
        '"F\nRock",10,20,TD,wide\n',
        encoding="utf-8",
    )
    imported = import_places(source)

    assert imported.places == 1
    assert imported.refused == (
        "line 3: no name",
        "line 4: latitude 'ten' is not a number",
        "line 5: no longitude",
        "line 6: 10, 200 is not on Earth (latitude -90..90, longitude -180..180)",
        "line 7: no country 'Narnia'",
        "line 9: radius 'wide' is not a number",
    )


def test_a_place_of_ones_own_lies_in_the_province_of_the_nearest_town(
    tmp_path: Path, data: Path
) -> None:
    source = tmp_path / "own.csv"
    source.write_text("name,lat,lon,country\nOur Bureau,35.52,35.79,SY\n", encoding="utf-8")
    import_places(source)

    assert open_gazetteer().find("Our Bureau")[0].hierarchy == ("Latakia", "Syria")


def test_an_alias_may_have_years(tmp_path: Path, data: Path) -> None:
    source = tmp_path / "ours.csv"
    source.write_text("alias,place,since,until\nThe Post,Damascus,1990,1999\n", encoding="utf-8")
    import_places(source)
    gazetteer = open_gazetteer()

    assert gazetteer.find("The Post", year=1995)[0].name == "Damascus"
    assert "Damascus" not in {p.name for p in gazetteer.find("The Post", year=2005)}


def test_a_picture_is_no_table(tmp_path: Path, data: Path) -> None:
    source = tmp_path / "own.csv"
    source.write_bytes(b"\x89PNG\0\0\0\n\0")

    with pytest.raises(UsageError, match="no text of comma-separated values"):
        import_places(source)


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
