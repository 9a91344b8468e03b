"""A photo in full, for people: every statement with the words that say so."""

from __future__ import annotations

import pytest

from photocat.captions import read_caption, statements_of
from photocat.cli.show import write_shown
from photocat.records import Evidence, ImageFile, Photo, Statement
from photocat.shapes import unstored_shape

CAPTION = (
    "A policeman patrols the air base\x1b[2J in March 2016. The base is used by two countries."
)


@pytest.fixture
def photo() -> Photo:
    stated = Statement("caption", CAPTION, Evidence("XMP dc:description", CAPTION, "text"), 0)
    made = statements_of(read_caption(CAPTION))
    return Photo(ImageFile("/a.jpg", 1, 1), "0" * 64, "JPEG", 4, 3, statements=(stated, *made))


def shown(photo: Photo, capsys: pytest.CaptureFixture[str]) -> str:
    write_shown([unstored_shape(photo)], "table", evidence=True, tags=False)
    return capsys.readouterr().out


def test_the_words_that_date_a_photo_are_underlined_on_a_terminal(
    photo: Photo, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("FORCE_COLOR", "1"), ("TERM", "xterm"), ("COLUMNS", "600")):
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NO_COLOR", raising=False)

    assert "\x1b[4min March 2016\x1b[0m. The base" in shown(photo, capsys)


def test_the_words_stand_in_quotes_where_nothing_can_be_underlined(
    photo: Photo, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "600")

    told = shown(photo, capsys)
    assert "base\\x1b[2J «in March 2016». The base" in told
    assert "\x1b" not in told


def test_words_that_no_caption_has_any_more_are_shown_alone(
    photo: Photo, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "600")
    alone = Photo(photo.file, "0" * 64, "JPEG", 4, 3, statements=photo.statements[1:])

    told = shown(alone, capsys)
    assert "March 2016" in told
    assert "«" not in told


def test_a_field_and_how_sure_it_is_stay_whole_in_a_narrow_terminal(
    photo: Photo, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")

    lines = [line.split() for line in shown(photo, capsys).splitlines()]
    dated = [line for line in lines if line and line[0] == "date_created"]
    assert [line[-1] for line in dated] == ["0.90"]
