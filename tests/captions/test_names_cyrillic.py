"""Names as Russian and Ukrainian credits decline and turn them."""

from __future__ import annotations

import pytest

from photocat.captions.names_cyrillic import first_name_first, nominative


@pytest.mark.parametrize(
    ("written", "called"),
    [
        ("Ивана Иванова", "Иван Иванов"),
        ("Сергея Примерова", "Сергей Примеров"),
        ("Ильи Образцова", "Илья Образцов"),
        ("Євгена Примера", "Євген Пример"),
        ("Павла Примерного", "Павла Примерного"),
        ("Петра Образцовского", "Пётр Образцовский"),
        ("Анны Ивановой", "Анна Иванова"),
        ("Ольги Иваненко", "Ольга Иваненко"),
        ("Анна Иванова", "Анна Иванова"),
        ("Иван Иванов", "Иван Иванов"),
        ("Jane Doe", "Jane Doe"),
        ("Иванова", "Иванова"),
    ],
)
def test_a_name_in_the_genitive_is_told_as_it_is_called(written: str, called: str) -> None:
    assert nominative(written) == called


@pytest.mark.parametrize(
    ("written", "called"),
    [
        ("Иванов Иван", "Иван Иванов"),
        ("Примерин Валентин", "Валентин Примерин"),
        ("Иван Иванов", "Иван Иванов"),
        ("Валентин Примерин", "Валентин Примерин"),
        ("Doe Jane", "Doe Jane"),
        ("Иванов", "Иванов"),
    ],
)
def test_a_surname_that_comes_first_comes_last(written: str, called: str) -> None:
    assert first_name_first(written) == called
