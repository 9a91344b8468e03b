"""Galleries and manifests: captions told from body text."""

from __future__ import annotations

from photocat.captions import read_caption, read_gallery

STORY = """A memorial event for sailor Jane Doe at the Example harbour in February 2013.
Satellite images made on May 13 show the fleet appears to be leaving after the recent storm.
A satellite view of the harbour on May 13, 2014.
The government has reportedly been in talks with the port over its future.
A cook prepares tables at the harbour canteen in October 2012.
In 2007, the state signed a 49-year lease on the harbour (pictured), first built in 1971.
A tug anchors in the harbour in September 2011.
Deputy Minister John Roe told the media on May 13: "the harbour is there, as it always was."
Photographs taken during the rule of the old company show life inside the harbour.
"""


def test_captions_and_body_of_an_alternating_gallery_are_told_apart() -> None:
    gallery = read_gallery(STORY)
    assert [p.kind for p in gallery.paragraphs] == ["caption", "body"] * 4 + ["standfirst"]
    assert [p.picture for p in gallery.paragraphs] == [1, 1, 2, 2, 3, 3, 4, 4, None]
    assert [p.line for p in gallery.captions] == [1, 3, 5, 7]


def test_body_text_dates_no_picture_and_takes_its_year_from_a_caption() -> None:
    gallery = read_gallery(STORY)
    read = [read_caption(p.text, gallery.context_of(p)) for p in gallery.paragraphs]
    assert [c.date_created.edtf.text if c.date_created else None for c in read] == [
        "2013-02", None, "2014-05-13", None, "2012-10", None, "2011-09", None, None,
    ]  # fmt: skip
    assert [d.edtf.text for c in read for d in c.mentioned_dates] == [
        "2014-05-13",
        "2007",
        "1971",
        "2014-05-13",
    ]


def test_a_paragraph_knows_where_it_stands() -> None:
    for paragraph in read_gallery(f"\ufeff\n\n  {STORY}").paragraphs:
        assert f"\ufeff\n\n  {STORY}"[paragraph.start :].startswith(paragraph.text)


def test_captions_alone_are_captions() -> None:
    gallery = read_gallery("A tug in Bergen, May 2011.\n\nA tug in Oslo, June 2012.\n")
    assert [(p.kind, p.picture) for p in gallery.paragraphs] == [("caption", 1), ("caption", 2)]


def test_a_manifest_names_the_file_of_each_caption() -> None:
    gallery = read_gallery(
        "harbour/001.jpg\tA tug in Bergen, May 2011.\n"
        "002.TIFF: Crews rest, said the port.\n"
        '003.png | "A crane, 1938"\n'
    )
    assert [(p.file, p.text, p.kind, p.picture) for p in gallery.paragraphs] == [
        ("harbour/001.jpg", "A tug in Bergen, May 2011.", "caption", 1),
        ("002.TIFF", "Crews rest, said the port.", "caption", 2),
        ("003.png", "A crane, 1938", "caption", 3),
    ]


def test_nothing_is_an_empty_gallery() -> None:
    assert read_gallery("\n \n").paragraphs == ()
