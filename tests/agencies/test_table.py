"""Agencies: nobody twice, every name found."""

from __future__ import annotations

from collections import Counter

from photocat.agencies import AGENCIES, agency_named


def test_no_name_stands_for_two_agencies() -> None:
    names = Counter(
        name.lower()
        for agency in AGENCIES
        for name in {agency.name.lower(), *agency.aliases.lower().split("|")}
        if name
    )
    assert [name for name, count in names.items() if count > 1] == []


def test_every_name_finds_its_agency_whatever_its_case_and_blanks() -> None:
    for agency in AGENCIES:
        for name in (agency.name, *filter(None, agency.aliases.split("|"))):
            assert agency_named(f"  {name.upper()}. ") is agency
            assert agency_named(name.replace(" ", "  ")) is agency


def test_a_stranger_is_no_agency() -> None:
    assert agency_named("Jane Doe") is None
    assert agency_named("") is None
