"""Agencies: nobody twice, every name found."""

from __future__ import annotations

from collections import Counter

from photocat.agencies import AGENCIES, STOCK, agency_named, origin_of


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


def test_of_two_agencies_the_one_that_took_the_picture_is_meant() -> None:
    assert origin_of(("AP", "Yonhap")) == "AP"
    assert origin_of(("Keystone", "EPA")) == "EPA"
    assert origin_of(("NTB",)) == "NTB"
    assert origin_of(("Keystone", "SZ Photo")) == "Keystone"
    assert origin_of(("picture alliance", "dpa")) == "dpa"
    assert origin_of(("picture alliance",)) == "picture alliance"


def test_every_library_of_stock_pictures_is_in_the_table() -> None:
    assert {agency.name for agency in AGENCIES} >= STOCK
