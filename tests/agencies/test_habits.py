"""Every agency shows what it sends, and what becomes of it."""

from __future__ import annotations

from photocat.agencies import AGENCIES


def test_every_agency_has_a_row_of_what_it_sends() -> None:
    assert [agency.name for agency in AGENCIES if not agency.sent] == []
