"""Searching from the shell and from Python: one language, whatever it is written in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.exceptions import NoSuchOption
from click.testing import CliRunner, Result

from photocat import Catalog
from photocat.cli import photocat
from photocat.errors import BadQuery, UsageError
from photocat.query import SEARCH_FIELDS


def run(catalog: Catalog, *arguments: str) -> Result:
    arguments = ("--catalog", catalog.address, *arguments)
    return CliRunner().invoke(photocat, arguments, standalone_mode=False)


def count(catalog: Catalog, *arguments: str) -> int:
    return int(run(catalog, "search", "--count", *arguments).output)


@pytest.fixture
def own(gallery_catalog: Catalog, tmp_path: Path) -> Catalog:
    """A catalog of one's own, to save searches in."""
    with Catalog.init(tmp_path / "catalog.db") as catalog:
        return catalog


def test_a_query_a_list_of_options_and_keywords_find_the_same(gallery_catalog: Catalog) -> None:
    expected = gallery_catalog.find("in:Syria width>=1000 date:2016..2018")
    assert expected

    by_options = run(
        gallery_catalog,
        *("search", "--in", "Syria", "--width", ">=1000", "--date=2016..2018", "--format", "json"),
    )

    assert [photo["id"] for photo in json.loads(by_options.output)] == expected
    assert gallery_catalog.find(in_="Syria", width=">=1000", date="2016..2018") == expected


def test_of_several_values_for_one_field_any_will_do(gallery_catalog: Catalog) -> None:
    one, other = (
        count(gallery_catalog, "--supplier", name)
        for name in ("Harbour Wire", "Quillhaven Pictures")
    )
    both = ("--supplier", "Harbour Wire", "--supplier", "Quillhaven Pictures")
    assert one < count(gallery_catalog, *both) <= one + other


def test_a_term_may_begin_with_a_minus_and_is_no_option(gallery_catalog: Catalog) -> None:
    everything = count(gallery_catalog)
    inside = count(gallery_catalog, "in:Tartus")

    assert 0 < inside < everything
    assert count(gallery_catalog, "-in:Tartus") == everything - inside
    assert count(gallery_catalog, "--", "-in:Tartus") == everything - inside
    assert count(gallery_catalog, "-shown:Syria", "-has:gps") <= everything


def test_an_option_there_is_not_is_no_word_of_the_query(gallery_catalog: Catalog) -> None:
    refused = run(gallery_catalog, "search", "--limt", "5").exception
    assert isinstance(refused, NoSuchOption)
    assert "--limit" in (refused.possibilities or [])


@pytest.mark.parametrize("field", SEARCH_FIELDS, ids=lambda field: field.name)
def test_every_search_field_is_an_option(field: object, gallery_catalog: Catalog) -> None:
    name = field.name  # type: ignore[attr-defined]
    example = gallery_catalog.read_query(field.example).terms[0].text  # type: ignore[attr-defined]
    value = example.removeprefix(name).removeprefix(":")

    option = "--file-format" if name == "format" else f"--{name}"
    done = run(gallery_catalog, "search", "--count", option, value)

    assert done.output.strip().isdigit(), done.output


@pytest.mark.parametrize("verb", ["search", "show", "duplicates", "conflicts", "check"])
def test_every_verb_takes_a_query(verb: str, gallery_catalog: Catalog) -> None:
    answered = run(gallery_catalog, verb, "in:Syria", "-date:1900")
    assert answered.return_value == 0, answered.exception
    refused = run(gallery_catalog, verb, "dat:2016")
    assert isinstance(refused.exception, BadQuery)


def test_changing_verbs_take_a_query_too(gallery_catalog: Catalog) -> None:
    edited = run(
        gallery_catalog,
        "edit",
        "--dry-run",
        "rating>=4",
        "-in:Syria",
        "rating=3",
        "--format",
        "json",
    )
    assert json.loads(edited.output)["changes"] == []
    written = run(gallery_catalog, "write", "--dry-run", "id:1", "--format", "jsonl")
    assert len(written.output.splitlines()) == len(gallery_catalog.show(1)["files"])
    reread = run(gallery_catalog, "reread", "--dry-run", "--in", "Tartus", "--format", "json")
    assert set(json.loads(reread.stdout)) == {"txns", "changes"}


def test_photos_are_shown_by_name_or_by_query(gallery_catalog: Catalog) -> None:
    by_id = run(gallery_catalog, "show", "1", "2", "--format", "json")
    by_query = run(gallery_catalog, "show", "id:1,2", "--format", "json")
    nothing = run(gallery_catalog, "show", "99999")

    assert {p["id"] for p in json.loads(by_id.output)} == {1, 2}
    assert {p["id"] for p in json.loads(by_query.output)} == {1, 2}
    assert isinstance(nothing.exception, UsageError)


# --- places ---------------------------------------------------------------------------------------


def test_a_place_is_everything_that_lies_in_it_whatever_it_is_called(
    gallery_catalog: Catalog,
) -> None:
    found = {name: set(gallery_catalog.find(f'in:"{name}"')) for name in ("Syria", "Сирия", "SY")}
    assert found["Syria"] == found["Сирия"] == found["SY"] != set()
    assert set(gallery_catalog.find("in:Tartus")) < found["Syria"]
    assert found["Syria"] <= set(gallery_catalog.find('in:"Middle East"'))
    assert set(gallery_catalog.find("in:Khmeimim")) <= set(gallery_catalog.find("in:Hmeimim"))
    assert gallery_catalog.find("in:Georgia") == []


def test_a_query_tells_which_place_was_meant_and_which_might_have_been(
    gallery_catalog: Catalog,
) -> None:
    (term,) = gallery_catalog.explain("in:Georgia")["terms"]
    (place,) = term["places"]

    assert place["name"] == "Georgia (country)"
    other = next(other for other in place["others"] if "United States" in other["name"])
    (meant,) = gallery_catalog.explain(f"in:{other['id']}")["terms"][0]["places"]
    assert meant["name"] == "Georgia, United States (admin1)"
    (unknown,) = gallery_catalog.explain("in:Xyzzyville")["terms"][0]["places"]
    assert unknown["name"] == ""


def test_near_a_place_is_near_its_coordinates(gallery_catalog: Catalog) -> None:
    assert gallery_catalog.find("near:Hmeimim~25km") == gallery_catalog.find(
        "near:35.401,35.949~25km"
    )


def test_in_a_name_may_be_any_of_several_places_near_it_is_one(gallery_catalog: Catalog) -> None:
    lying, near = (
        gallery_catalog.explain(f"{field}:Springfield")["terms"][0]["places"][0]
        for field in ("in", "near")
    )
    first, *rest = lying["ids"]
    assert rest
    assert list(near["ids"]) == [first]
    assert [other["id"] for other in near["others"]][: len(rest)] == rest


def test_a_place_that_is_mistyped_is_told_and_its_words_are_looked_for(
    gallery_catalog: Catalog,
) -> None:
    counted = run(gallery_catalog, "search", "--count", "in:Latakai")
    assert counted.stdout == "0\n"
    assert "no place 'Latakai' (did you mean Latakia?); names as stated" in counted.stderr
    explained = run(gallery_catalog, "search", "--explain", "in:Latakai", "--format", "table")
    assert "words alone; did you mean Latakia?" in explained.output
    refused = run(gallery_catalog, "search", "near:Latakai~5km").exception
    assert isinstance(refused, BadQuery)
    assert refused.suggestion == "near:Latakia~5km"


# --- orders, counts and explanations --------------------------------------------------------------


def test_answers_are_sorted_by_distance_size_and_relevance(gallery_catalog: Catalog) -> None:
    sizes = [
        gallery_catalog.show(match.id)["byte_size"]
        for match in gallery_catalog.search(sort="-size")
    ]
    assert sizes == sorted(sizes, reverse=True)
    near = gallery_catalog.search("near:Hmeimim~500km", sort="distance")
    assert near[0].record["location_created"]["name"]
    chapel = gallery_catalog.search("chapel OR priest", sort="relevance")
    assert {m.id for m in chapel} == set(gallery_catalog.find("chapel OR priest"))
    for sort in ("distance", "relevance"):
        with pytest.raises(UsageError, match="to sort by"):
            gallery_catalog.search("in:Syria", sort=sort)  # type: ignore[arg-type]


def test_the_next_page_follows_the_last_photo_of_the_one_before(gallery_catalog: Catalog) -> None:
    found = gallery_catalog.find("in:Syria", limit=4)
    page = run(
        gallery_catalog,
        *("search", "in:Syria", "--limit", "2", "--following", str(found[1]), "--format", "json"),
    )
    assert [photo["id"] for photo in json.loads(page.output)] == found[2:]


def test_facets_count_what_the_query_finds(gallery_catalog: Catalog) -> None:
    names = ("supplier", "year", "country", "creator", "format", "relation")
    counted = gallery_catalog.facets("in:Syria", names)

    for value, number in counted["supplier"].items():
        assert gallery_catalog.count("in:Syria", supplier=value) == number
    for value, number in counted["year"].items():
        assert gallery_catalog.count("in:Syria", during=value) == number
    for value, number in counted["format"].items():
        assert gallery_catalog.count("in:Syria", format=value) == number
    assert sum(counted["country"].values()) <= gallery_catalog.count("in:Syria")
    assert list(gallery_catalog.facets("", ["supplier"], most=1)["supplier"].values()) == [
        max(gallery_catalog.facets("", ["supplier"])["supplier"].values())
    ]
    with pytest.raises(UsageError, match="'supplyer' is no facet; did you mean supplier"):
        gallery_catalog.facets("", ["supplyer"])
    with pytest.raises(UsageError, match="'colour' is no facet; there are supplier"):
        gallery_catalog.facets("", ["colour"])


def test_a_histogram_counts_every_photo_once(gallery_catalog: Catalog) -> None:
    told = gallery_catalog.histogram("in:Syria")

    counted = sum(told["counts"].values()) + sum(told["vague"].values()) + told["undated"]
    assert counted == gallery_catalog.count("in:Syria")
    for year, number in told["counts"].items():
        assert gallery_catalog.count("in:Syria", during=year) == number


def test_a_histogram_of_a_short_time_has_months_and_vaguer_dates(gallery_catalog: Catalog) -> None:
    told = gallery_catalog.histogram("during:2015-10..2016-12")

    assert told["unit"] == "month"
    assert all(len(month) == 7 for month in told["counts"])


def test_the_shell_prints_explanations_facets_and_histograms(gallery_catalog: Catalog) -> None:
    explained = run(gallery_catalog, "search", "--explain", "in:Syria", "-jet", "--format", "table")
    assert "Syria (country)" in explained.output
    assert "its words: has “jet”" in explained.output
    assert "full text" in explained.output
    assert "together: " in explained.output
    assert " and not: its words: has “jet”" in explained.output
    facets = run(gallery_catalog, "search", "--facets", "supplier,year", "--format", "jsonl")
    assert {json.loads(line)["facet"] for line in facets.output.splitlines()} == {
        "supplier",
        "year",
    }
    histogram = run(gallery_catalog, "search", "--histogram", "--format", "csv")
    assert histogram.output.splitlines()[0] == "date,photos"
    both = run(gallery_catalog, "search", "--count", "--histogram")
    assert isinstance(both.exception, UsageError)


# --- saved searches -------------------------------------------------------------------------------


def test_a_saved_search_stands_for_its_query(own: Catalog) -> None:
    assert run(own, "search", "jets OR planes", "--save", "flying").return_value == 0
    assert run(own, "search", "@flying in:Syria", "--save", "there").return_value == 0

    with Catalog(own.address) as catalog:
        there = [(s["name"], s["query"]) for s in catalog.saved_searches()]
        assert there == [("flying", "jets OR planes"), ("there", "@flying in:Syria")]
        assert catalog.read_query("@flying").node == catalog.read_query("jets OR planes").node
        with pytest.raises(BadQuery, match="did you mean @flying"):
            catalog.count("@flyin")
        with pytest.raises(UsageError, match="lead back"):
            catalog.save_search("flying", "@there")
        with pytest.raises(BadQuery, match="no search field"):
            catalog.save_search("bad", "dat:2016")
        with pytest.raises(UsageError, match="letters"):
            catalog.save_search("a b", "jets")


def test_a_saved_search_may_be_replaced_and_forgotten(own: Catalog) -> None:
    run(own, "search", "jets", "--save", "mine")
    run(own, "search", "planes", "--save", "mine")

    listed = run(own, "search", "--saved", "--format", "jsonl")
    assert [json.loads(line)["query"] for line in listed.output.splitlines()] == ["planes"]
    assert run(own, "search", "--forget", "mine").return_value == 0
    assert run(own, "search", "--saved").return_value == 1
    assert isinstance(run(own, "search", "--forget", "mine").exception, UsageError)
