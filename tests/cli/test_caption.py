"""``photocat caption``: a caption without a catalog, one or many."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from photocat.cli.caption import command

TUG = "A tug anchors in the harbour in September 2019. (AP Photo/Jane Doe)"


def caption(*arguments: str, input: str = "") -> Result:
    return CliRunner().invoke(
        command, ["--no-places", *arguments], input=input, standalone_mode=False
    )


def test_one_caption_becomes_one_document() -> None:
    shape = json.loads(caption(TUG).stdout)
    assert shape["date_created"]["edtf"] == "2019-09"
    assert (shape["date_created"]["start"], shape["date_created"]["end"]) == (29, 46)
    assert shape["date_created"]["quote"] == "in September 2019"
    assert [creator["name"] for creator in shape["creator"]] == ["Jane Doe"]
    assert shape["location_created"] is None


def test_a_dash_reads_standard_input() -> None:
    assert json.loads(caption("-", input=TUG).stdout) == json.loads(caption(TUG).stdout)


def test_the_day_of_publication_lends_a_year() -> None:
    shape = json.loads(caption("--published", "2024-12", "A truck on December 15.").stdout)
    assert shape["date_created"]["edtf"] == "2024-12-15"
    assert shape["date_created"]["inferred_from"] == "published 2024-12"


def test_a_table_for_people_says_the_same() -> None:
    out = caption("--format", "table", TUG).stdout
    assert "2019-09" in out
    assert "Jane Doe" in out


def test_many_lines_become_one_line_each() -> None:
    lines = [
        TUG,
        json.dumps({"caption": "A truck on December 15.", "published": "2024-12-20"}),
        json.dumps("A truck in 2015."),
        "{not JSON} in March 2016",
    ]
    done = caption("--lines", "-", input="\n".join(lines))
    shapes = [json.loads(line) for line in done.stdout.splitlines()]
    assert [s["date_created"]["edtf"] for s in shapes] == [
        "2019-09", "2024-12-15", "2015", "2016-03",
    ]  # fmt: skip
    assert done.return_value == 0


@pytest.mark.parametrize(
    "line", ['{"caption": 5}', '{"caption": "x", "published": "never"}', "[]{"]
)
def test_a_bad_line_is_told_and_the_others_are_read(line: str) -> None:
    done = caption("--lines", "-", input=f"{line}\n{TUG}\n")
    first, second = [json.loads(out) for out in done.stdout.splitlines()]
    if line.startswith("{"):
        assert first["line"] == 1
        assert first["problem"]
        assert done.return_value == 3
    assert second["date_created"]["edtf"] == "2019-09"


def test_a_caption_or_lines_but_not_both() -> None:
    for arguments in ((), (TUG, "--lines", "-")):
        done = CliRunner().invoke(command, arguments)
        assert done.exit_code == 2
