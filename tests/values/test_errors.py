"""The family of errors and the table of reasons."""

import inspect

import pytest

from photocat import errors
from photocat.errors import EXIT_STATUS, REASON, REASONS, BadQuery, FileProblem, PhotocatError

FAMILY = [
    cls for _, cls in inspect.getmembers(errors, inspect.isclass) if issubclass(cls, PhotocatError)
]


@pytest.mark.parametrize("cls", FAMILY)
def test_every_error_says_what_it_means_and_how_it_exits(cls: type[PhotocatError]) -> None:
    assert cls.__doc__
    assert cls.exit_status in EXIT_STATUS


@pytest.mark.parametrize("cls", FAMILY)
def test_every_error_stands_in_the_family_tree(cls: type[PhotocatError]) -> None:
    assert cls.__name__ in (errors.__doc__ or "")


def test_reason_codes_are_unique_and_have_a_remedy() -> None:
    assert len(REASON) == len(REASONS)
    assert all(reason.meaning and reason.remedy for reason in REASONS)


def test_a_file_problem_needs_a_code_of_the_table() -> None:
    with pytest.raises(KeyError):
        FileProblem("no-such-code", "detail")


def test_a_bad_query_points_at_the_place() -> None:
    message = str(BadQuery("in:Homs dat:2016", 8, "there is no search field 'dat'", "date:"))

    assert "at position 9; did you mean date:?" in message
    assert message.splitlines()[-1] == "          ^"
