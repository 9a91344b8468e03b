"""Month and weekday names, held against the Unicode CLDR."""

from __future__ import annotations

import pytest

from photocat.captions import read_caption
from photocat.captions.dates import stated_dates
from photocat.captions.languages import LANGUAGES
from photocat.captions.text import read_text

DEEP = ("en", "de", "fr", "es", "pt", "it", "nl", "pl", "cs", "sv", "fi", "ru", "uk", "ar")


@pytest.mark.parametrize("code", DEEP)
def test_the_months_of_a_language_are_those_of_the_cldr(code: str) -> None:
    from babel.dates import get_month_names

    for context in ("format", "stand-alone"):
        for number, name in get_month_names("wide", context, code).items():
            if (code, name) in (("cs", "listopad"), ("pl", "listopad")):
                continue  # another month in a neighbouring language
            found, _ = stated_dates(read_text(f"19 {name} 2016"))
            assert [stated.edtf for stated in found] == [f"2016-{number:02}-19"], name


@pytest.mark.parametrize("code", DEEP)
def test_the_weekdays_of_a_language_are_those_of_the_cldr(code: str) -> None:
    from babel.dates import get_day_names

    words = {w for lang in LANGUAGES for names in lang.weekdays for w in names.split()}
    for name in get_day_names("wide", "format", code).values():
        assert read_text(name.lower()).work.replace("-feira", "") in words, name


def test_no_name_is_two_months() -> None:
    months: dict[str, int] = {}
    for language in LANGUAGES:
        for number, names in enumerate(language.months, 1):
            for name in names.split():
                assert months.setdefault(name, number) == number, name


@pytest.mark.parametrize(
    "text",
    [
        "They may march on.",
        "Theresa May waves.",
        "A women's March in Mar del Plata.",
        "Jan Doe runs.",
    ],
)
def test_a_name_that_is_also_a_month_is_no_date(text: str) -> None:
    caption = read_caption(text)
    assert (caption.date_created, caption.mentioned_dates) == (None, ())
