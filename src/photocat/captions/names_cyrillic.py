"""Russian and Ukrainian names as credits decline and turn them."""

from __future__ import annotations

import re

_NAME = re.compile(r"[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]+")
_SURNAME = re.compile(r"(?:[оеё]в|ин|ын|[сц]кий|[оеё]ва|ина|ына|[сц]кая|енко|чук|юк|як)$")

_MEN_TEXT = (
    "Александр Алексей Анатолий Андрей Антон Аркадий Артем Артём Борис Вадим Валентин Василий"
    " Виктор Виталий Владимир Владислав Вячеслав Георгий Григорий Денис Дмитрий Иван Игорь Кирилл"
    " Константин Леонид Максим Михаил Николай Олег Пётр Роман Руслан Сергей Станислав"
    " Степан Тимур Фёдор Эдуард Юрий Яков Іван Ігор Сергій Дмитро Олександр Андрій Микола"
    " Василь Юрій Євген Володимир Богдан Тарас Віталій Ярослав Олексій Анатолій"
)
_WOMEN_TEXT = (
    "Алина Алла Анна Анастасия Вера Виктория Галина Дарья Екатерина Елена Ирина Ксения Людмила"
    " Марина Мария Наталия Наталья Нина Оксана Ольга Полина Светлана София Татьяна Юлия"
)
_OTHERWISE = {"Пётр": "Петра", "Павел": "Павла", "Лев": "Льва", "Илья": "Ильи", "Дмитро": "Дмитра"}


def _of(name: str) -> str:
    """A first name in the genitive."""
    if name in _OTHERWISE:
        return _OTHERWISE[name]
    stem, last = name[:-1], name[-1]
    if last in "йь":
        return f"{stem}я"
    if last == "я":
        return f"{stem}и"
    if last == "а":
        return f"{stem}{'и' if stem[-1] in 'гкхжчшщ' else 'ы'}"
    return f"{name}а"


_MEN = {_of(name): name for name in (*_MEN_TEXT.split(), "Павел", "Лев", "Илья")}
_WOMEN = {_of(name): name for name in _WOMEN_TEXT.split()}
_CALLED = frozenset((*_MEN.values(), *_WOMEN.values()))
_LAST: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("ова", "ов", _MEN),
    ("ева", "ев", _MEN),
    ("ина", "ин", _MEN),
    ("ского", "ский", _MEN),
    ("цкого", "цкий", _MEN),
    ("ера", "ер", _MEN),
    ("мана", "ман", _MEN),
    ("вича", "вич", _MEN),
    ("ука", "ук", _MEN),
    ("юка", "юк", _MEN),
    ("енко", "енко", _MEN | _WOMEN),
    ("овой", "ова", _WOMEN),
    ("евой", "ева", _WOMEN),
    ("иной", "ина", _WOMEN),
    ("ской", "ская", _WOMEN),
)
"""How a surname ends in the genitive and in the nominative, and whose first names it follows."""


def nominative(name: str) -> str:
    """``Ивана Иванова`` as he is called, ``Иван Иванов``; every other name as it stands."""
    first, _, last = name.partition(" ")
    for ending, called, names in _LAST:
        if last.endswith(ending) and first in names:
            return f"{names[first]} {last.removesuffix(ending)}{called}"
    return name


def first_name_first(name: str) -> str:
    """``Иванов Иван`` the other way round; every other name as it stands."""
    words = name.split()
    if len(words) != 2 or not all(map(_NAME.fullmatch, words)):
        return name
    last, first = words
    called = first in _CALLED or _SURNAME.search(first) is None
    turned = called and last not in _CALLED and _SURNAME.search(last) is not None
    return f"{first} {last}" if turned else name
