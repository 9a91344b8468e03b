"""Columns in a file are as they were written, or are seen not to be."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from photocat.nearest.columns import Columns, Unsound, new_columns

IDS = np.arange(10, dtype=np.uint32)
CODES = np.random.default_rng(1).integers(0, 2**64, (5, 4), np.uint64)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "some.columns"
    shapes = {"ids": ("<u4", (10,)), "none": ("<u8", (0, 4)), "codes": ("<u8", (5, 4))}
    with new_columns(path, shapes, {"of": "a test"}) as out:
        out.add("ids", IDS[:3])
        out.add("codes", CODES)
        out.add("ids", IDS[3:])
    return path


def test_columns_come_back_as_they_were_written(path: Path) -> None:
    columns = Columns(path)

    assert columns.about == {"of": "a test"}
    assert columns["ids"].tolist() == IDS.tolist()
    assert columns["codes"].tolist() == CODES.tolist()
    assert columns["none"].shape == (0, 4)
    assert columns.is_sound()
    columns.let_go()
    assert columns["ids"].tolist() == IDS.tolist()


def test_a_file_that_is_mapped_can_be_read_though_it_is_deleted(path: Path) -> None:
    columns = Columns(path)
    path.unlink()

    assert columns["codes"].tolist() == CODES.tolist()


@pytest.mark.parametrize("at", [0, 17, 30, 60])
def test_a_flipped_bit_in_the_head_is_noticed_at_once(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 4
    path.write_bytes(data)

    with pytest.raises(Unsound):
        Columns(path)


@pytest.mark.parametrize("size", [0, 5, 100, -1, +1])
def test_a_file_of_another_length_is_noticed_at_once(path: Path, size: int) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:size] if size != 1 else data + b"\0")

    with pytest.raises((Unsound, ValueError)):
        Columns(path)


def test_a_flipped_bit_in_a_column_is_noticed_when_it_is_looked_for(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)

    assert not Columns(path).is_sound()


def test_what_is_not_finished_is_not_there(tmp_path: Path) -> None:
    def write(rows: int, problem: BaseException | None = None) -> None:
        with new_columns(tmp_path / "some.columns", {"ids": ("<u4", (10,))}, None) as out:
            out.add("ids", IDS[:rows])
            if problem is not None:
                raise problem

    with pytest.raises(ValueError, match="not as long"):
        write(3)
    with pytest.raises(KeyboardInterrupt):
        write(10, KeyboardInterrupt())

    assert list(tmp_path.iterdir()) == []
