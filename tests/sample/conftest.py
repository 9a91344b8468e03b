"""The sample gallery, drawn once for all of its tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from photocat.sample import Delivered, write_gallery


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the gallery lies."""
    return tmp_path_factory.mktemp("gallery")


@pytest.fixture(scope="session")
def gallery(folder: Path) -> list[Delivered]:
    """Every delivered file with its truth."""
    return write_gallery(folder)
