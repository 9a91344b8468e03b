"""A catalog of a few photos of the gallery that a test may change, on each database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from photocat import Catalog, IngestOptions
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
def catalog(catalog_url: str, few: list[Delivered]) -> Iterator[Catalog]:
    with Catalog.init(catalog_url, who="ada") as catalog:
        for supplier in dict.fromkeys(d.supplier for d in few):
            paths = [d.path for d in few if d.supplier == supplier]
            list(catalog.add(paths, supplier=supplier, options=IngestOptions(jobs=0)))
        yield catalog


@pytest.fixture
def jet(catalog: Catalog) -> int:
    """A photo with the keywords aircraft, Su-25, air base and حميميم, of December 2015."""
    (match,) = catalog.search('"bombs under its wings"')
    return match.id
