"""The embedded gazetteer, opened once for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from photocat.gazetteer import Gazetteer, open_gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    opened = open_gazetteer()
    yield opened
    opened.close()
