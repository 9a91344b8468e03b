"""What is printed is safe for terminals, spreadsheets and programs."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.cli.output import safe, to_json, write_csv
from photocat.exporting.text import from_cell


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("an ordinary caption — Хмеймим, حميميم", "an ordinary caption — Хмеймим, حميميم"),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("\x1b]52;c;cm0gLXJm\x07", "\\x1b]52;c;cm0gLXJm\\x07"),  # OSC 52 sets the clipboard
        ("line\r\nover\bwritten", "line\\r\\nover\\x08written"),
        ("\x9b31m", "\\x9b31m"),  # C1 control sequence introducer
        ("photo\u202egpj.exe", "photo\\u202egpj.exe"),  # right-to-left override
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("\udce9", "\\udce9"),  # a byte that is not UTF-8
    ],
)
def test_text_for_a_terminal_shows_what_would_act(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_safe_text_holds_no_control_character(text: str) -> None:
    assert not any(c < " " or "\x7f" <= c <= "\x9f" for c in safe(text))


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_json_is_strict_utf_8_whatever_is_in_it(text: str) -> None:
    assert json.loads(to_json({"caption": text}).encode("utf-8"))


def test_json_refuses_what_is_no_number() -> None:
    with pytest.raises(ValueError, match="JSON"):
        to_json(float("nan"))


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_of_a_csv_is_a_formula(formula: str, capsys: pytest.CaptureFixture[str]) -> None:
    write_csv(["caption"], [[formula]])

    rows = list(csv.reader(io.StringIO(capsys.readouterr().out, newline="")))
    (cell,) = rows[1]
    assert cell[0] in "'\\"
    assert from_cell(cell) == formula


def test_numbers_in_a_csv_stay_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    write_csv(["lon"], [[-35.95]])

    assert capsys.readouterr().out == "lon\r\n-35.95\r\n"
