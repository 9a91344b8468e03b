"""What a person says is believed first, found by search, and survives every ingest."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from photocat import Catalog, IngestOptions
from photocat.errors import BadDate, BadPlace, UsageError
from photocat.history import is_edit, read_edits
from photocat.sample import Delivered

NOW = IngestOptions(jobs=0)


def sound(catalog: Catalog) -> bool:
    return all(finding["ok"] for finding in catalog._store.check(full=True))


# --- what is said ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edits", "field", "believed"),
    [
        (["caption=A jet."], "caption", "A jet."),
        (["caption=One = two"], "caption", "One = two"),
        (["caption!"], "caption", None),
        (["keywords=one", "keywords=two"], "keywords", ["one", "two"]),
        (["keywords+=one"], "keywords", ["one", "aircraft", "Su-25", "air base", "حميميم"]),
        (["keywords-=AIRCRAFT"], "keywords", ["Su-25", "air base", "حميميم"]),
        (["keywords-=air base", "keywords-=حميميم"], "keywords", ["aircraft", "Su-25"]),
        (["creator!", "creator+=Bea"], "creator", ["Bea"]),
        (["keywords!"], "keywords", []),
        (["by=Ada Reyes"], "creator", ["Ada Reyes"]),
        (["creator+=Ada Reyes", "creator+=Bea"], "creator", ["Ada Reyes", "Bea"]),
        (["rating=4"], "rating", 4.0),
        (["person_shown=Roman Filipov"], "person_shown", ["Roman Filipov"]),
    ],
    ids=str,
)  # fmt: skip
def test_an_edit_is_believed(
    catalog: Catalog, jet: int, edits: Sequence[str], field: str, believed: object
) -> None:
    catalog.edit([jet], edits)

    assert catalog.show(jet)[field] == believed
    assert sound(catalog)


def test_a_persons_date_stands_as_it_was_said_though_machines_know_more(
    catalog: Catalog, jet: int
) -> None:
    catalog.edit([jet], ["date=2015"])

    assert catalog.show(jet)["date_created"]["edtf"] == "2015"
    assert catalog.search("during:2015-12 bombs wings") == []


def test_a_place_has_names_a_country_and_a_point(catalog: Catalog, jet: int) -> None:
    catalog.edit([jet], ["place=Maidan, Kyiv, Ukraine, UA@50.4501,30.5234"])

    place = catalog.show(jet)["location_created"]
    assert (place["name"], place["hierarchy"]) == ("Maidan", ["Kyiv", "Ukraine"])
    assert (place["country_code"], place["lat"], place["lon"]) == ("UA", 50.4501, 30.5234)
    assert [m.id for m in catalog.search("in:Ukraine near:50.45,30.52~5km")] == [jet]


def test_what_was_denied_is_not_found_but_still_told(catalog: Catalog, jet: int) -> None:
    catalog.edit([jet], ["keywords-=aircraft", "place=Kyiv"])

    assert jet not in [m.id for m in catalog.search("keyword:aircraft")]
    assert jet not in [m.id for m in catalog.search("shot:Hmeimim")]
    assert jet not in [m.id for m in catalog.search("near:35.40,35.95~5km has:gps shot:Kyiv")]
    told = catalog.show(jet)["statements"]
    assert [s["text"] for s in told if s.get("denied")] == ["aircraft", ""]
    assert "aircraft" in [s["text"] for s in told if s["field"] == "keywords" and s["rank"] >= 0]


def test_what_is_said_again_is_no_longer_denied(catalog: Catalog, jet: int) -> None:
    catalog.edit([jet], ["keywords-=aircraft"])
    catalog.edit([jet], ["keywords+=aircraft"])

    assert "aircraft" in catalog.show(jet)["keywords"]
    assert [m.id for m in catalog.search("keyword:aircraft bombs wings")] == [jet]


def test_the_evidence_of_an_edit_is_who_said_it(catalog: Catalog, jet: int) -> None:
    catalog.edit([jet], ["caption=A jet."])
    (said,) = [s for s in catalog.show(jet)["statements"] if s["text"] == "A jet."]

    assert (said["origin"], said["rule"], said["rank"]) == ("person ada", "edit", -1)


def test_a_query_names_the_photos(catalog: Catalog) -> None:
    asked = {match.id for match in catalog.search("supplier:'Harbour Wire'")}
    made = catalog.edit("supplier:'Harbour Wire'", ["instructions=Syria only"])

    assert {change["photo"] for change in made["changes"]} == asked


# --- what is not said -----------------------------------------------------------------------------


def test_a_dry_run_tells_and_changes_nothing(catalog: Catalog, jet: int) -> None:
    before = list(catalog.dump_normalised()), catalog.log()
    planned = catalog.edit([jet], ["keywords-=aircraft"], dry_run=True)

    assert planned["txn"] is None
    assert planned["changes"] == [
        {
            "photo": jet,
            "field": "keywords",
            "old": ["aircraft", "Su-25", "air base", "حميميم"],
            "new": ["Su-25", "air base", "حميميم"],
        }
    ]
    assert (list(catalog.dump_normalised()), catalog.log()) == before


@pytest.mark.parametrize(
    "edit", ["caption=A jet.", "keywords+=jet", "keywords-=aircraft", "keywords!", "date=2015"]
)
def test_to_say_the_same_again_is_no_change(catalog: Catalog, jet: int, edit: str) -> None:
    catalog.edit([jet], [edit])

    assert catalog.edit([jet], [edit]) == {"txn": None, "changes": []}


@pytest.mark.parametrize(
    ("edit", "complaint"),
    [
        ("captoin=x", "did you mean caption"),
        ("date_craeted=2016", "did you mean date_created"),
        ("camera=Nikon", "no field 'camera' can be edited"),
        ("caption+=x", "holds one value"),
        ("caption=", "caption! says that there is none"),
        ("rating=9", "-1 to 5"),
        ("rating=4.5", "-1 to 5"),
        ("caption", "not an edit"),
    ],
)
def test_what_cannot_be_said_is_refused_with_a_hint(edit: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        read_edits([edit], "ada")


def test_bad_dates_and_places_are_refused() -> None:
    with pytest.raises(BadDate):
        read_edits(["date=March 2016"], "ada")
    for place in ("Tartus,,Syria", "Tartus@95,35", "Tartus@here"):
        with pytest.raises(BadPlace):
            read_edits([f"place={place}"], "ada")
    with pytest.raises(UsageError, match="holds one value, not 2"):
        read_edits(["date=2016", "date=2017"], "ada")


@pytest.mark.parametrize(
    ("argument", "is_one"),
    [
        ("caption=x", True),
        ("keywords+=x", True),
        ("keywords-=x", True),
        ("caption!", True),
        ("date-created=2016", True),
        ("date:2016", False),
        ("chapel", False),
        ("wow! really", False),
        ('"a=b"', False),
    ],
)
def test_edits_are_told_from_query_words(argument: str, is_one: bool) -> None:
    assert is_edit(argument) is is_one


# --- and machines ---------------------------------------------------------------------------------


def test_no_ingest_overwrites_a_person(
    catalog: Catalog, few: list[Delivered], tmp_path: Path
) -> None:
    ballot = next(d.path for d in few if d.path.name == "CLM_243390.jpg")
    sidecar = ballot.with_suffix(".xmp")
    copy = tmp_path / ballot.name
    copy.write_bytes(ballot.read_bytes())
    beside = tmp_path / sidecar.name
    beside.write_bytes(sidecar.read_bytes())
    list(catalog.add([copy], options=NOW))
    catalog.edit([str(copy)], ["caption=Seen by a person.", "keywords-=marin", "keywords+=vote"])
    believed = catalog.show(str(copy))

    text = beside.read_text("utf-8")
    assert "marin" in text
    beside.write_text(text.replace("Un marin", "Deux marins"), "utf-8")
    os.utime(beside, ns=(1, 1))
    (added,) = catalog.add([copy], options=NOW)
    assert added.outcome == "stored"

    again = catalog.show(str(copy))
    assert again["caption"] == "Seen by a person."
    assert again["keywords"] == believed["keywords"]
    assert "marin" not in again["keywords"]
    assert any("Deux marins" in s["text"] for s in again["statements"])
    assert sound(catalog)
