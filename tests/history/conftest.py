"""A catalog of a few photos of the gallery that a test may change, on each database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pytest

from photocat import Catalog
from photocat.sample import Delivered

FILES = (
    "QH-0412207.jpg",
    "hw1890042.jpg",
    "CLM_155209.jpg",
    "CLM_243390.jpg",
    "hw3308861.jpg",
)
"""The jet, its copy and its crop; a ballot with words beside it, and its original."""


@pytest.fixture
def few(gallery: list[Delivered]) -> list[Delivered]:
    return [d for name in FILES for d in gallery if d.path.name == name]


@pytest.fixture
def catalog(
    catalog_url: str,
    few: list[Delivered],
    deliver: Callable[[Catalog, Iterable[Delivered]], None],
) -> Iterator[Catalog]:
    with Catalog.init(catalog_url, who="ada") as catalog:
        deliver(catalog, few)
        yield catalog


@pytest.fixture
def jet(catalog: Catalog) -> int:
    """A photo with the keywords aircraft, Su-25, air base and حميميم, of December 2015."""
    (match,) = catalog.search('"bombs under its wings"')
    return match.id
