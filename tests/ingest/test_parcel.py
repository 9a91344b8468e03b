"""A photo arrives from another process as it was sent."""

from dataclasses import fields, is_dataclass
from multiprocessing.reduction import ForkingPickler

import pytest

from photocat.ingest.parcel import CARRIED, carry_by_fields
from photocat.ingest.read import read_photo


@pytest.fixture
def photo(tmp_path, draw):
    path = draw(tmp_path / "2016-03 Latakia.jpg", taken="2016:99:99 00:00:00")
    path.with_suffix(".xmp").write_text("not XMP")
    return read_photo(str(path), supplier="AP")


def kinds(value):
    if is_dataclass(value):
        yield type(value)
        for field in fields(value):
            yield from kinds(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from kinds(each)


def test_a_photo_arrives_as_it_was_sent(photo):
    carry_by_fields()

    assert ForkingPickler.loads(ForkingPickler.dumps(photo)) == photo


def test_what_a_photo_consists_of_is_carried_by_fields(photo):
    assert set(kinds(photo)) <= {*CARRIED}
