"""What a caption says and cannot be so: told with the words, and the date is trusted less."""

from __future__ import annotations

import pytest

from photocat.captions import Context, read_caption, statements_of
from photocat.captions.date_doubts import DOUBTED
from photocat.captions.statements import SURE
from photocat.captions.text import LONGEST
from photocat.contradicted import contradicted
from photocat.dates import Edtf

CASES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ("People rally in Riga, Tuesday, Dec. 12, 2016.", "weekday-contradicts", None,
        "weekday Tuesday"),
    ("180214-N-AB123-0001 Sailors man the rails, Feb. 16, 2018.", "id-contradicts", None,
        "image id 2018-02-14"),
    ("A ferry leaves Riga on March 22, 2016.", "after-publication", "2016-03-20",
        "publication 2016-03-20"),
    ("A ferry leaves Riga in May 2016.", "after-publication", "2016-03", "publication 2016-03"),
    ("People rally in Riga on Feb. 30, 2016.", "no-such-day", None, None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "code", "published", "against"), CASES)
def test_a_caption_that_contradicts_itself_says_what_with_its_words(
    text: str, code: str, published: str | None, against: str | None
) -> None:
    caption = read_caption(text, Context(published=Edtf.parse(published) if published else None))
    (note,) = caption.notes
    assert note.code == code
    assert text[note.start : note.end] == note.quote
    if against is None:
        assert caption.date_created is None
        return
    assert caption.date_created is not None
    assert caption.date_created.contradicted_by == against
    assert caption.date_created.confidence <= DOUBTED < SURE
    assert contradicted(statements_of(caption)) == {"date"}


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("A ferry leaves Riga on March 20, 2016.", "2016-03-20"),
        ("A ferry leaves Riga on March 21, 2016.", "2016-03-20"),  # a day's difference: a time zone
        ("A ferry leaves Riga in March 2016.", "2016-03-20"),
        ("A ferry leaves Riga in 1936.", "2016"),
        ("People rally in Riga, Monday, Dec. 12, 2016.", None),
        ("180214-N-AB123-0001 Sailors man the rails, Feb. 14, 2018.", None),
    ],
)
def test_what_may_be_so_is_not_doubted(text: str, published: str | None) -> None:
    caption = read_caption(text, Context(published=Edtf.parse(published) if published else None))
    assert caption.notes == ()
    assert caption.date_created is not None
    assert caption.date_created.contradicted_by is None


def test_a_caption_that_is_too_long_to_be_read_whole_says_so() -> None:
    text = "A ferry leaves Riga on March 20, 2016. " + "x" * LONGEST
    caption = read_caption(text)
    (note,) = caption.notes
    assert (note.code, note.start, note.end) == ("cut", LONGEST, len(text))
    assert caption.date_created is not None
    assert read_caption(text[:LONGEST]).notes == ()
