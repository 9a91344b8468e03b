"""The contact sheet: complete in itself, told with evidence, and safe whatever it shows."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest

from photocat.exporting.about import About
from photocat.exporting.html import written
from photocat.exporting.marked import marked
from photocat.records import Statement
from photocat.store.stream import Described

JPEG = b"\xff\xd8\xff picture"


def page_of(photos: list[Described], **about: Any) -> str:
    told = About(photos=len(photos), picture=lambda _sha256: JPEG, **about)
    return b"".join(written(photos, told)).decode()


class Read(HTMLParser):
    """Every tag of a page, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_the_page_needs_nothing_and_may_do_nothing(photos: list[Described]) -> None:
    page = page_of(photos, query="in:Syria")
    read = Read(page)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    (policy,) = (tag["content"] for tag in read.all("meta") if "http-equiv" in tag)

    assert (
        policy == f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'"
    )
    assert {tag for tag, _ in read.tags}.isdisjoint(("script", "link", "a", "iframe", "form"))
    assert "url(" not in style[1]
    assert "@import" not in style[1]
    assert [image["src"] for image in read.all("img")] == (
        [f"data:image/jpeg;base64,{base64.b64encode(JPEG).decode()}"] * len(photos)
    )
    assert not any(name.startswith(("on", "style")) for _, a in read.tags for name in a)


def test_a_preview_that_is_gone_is_said_to_be(photos: list[Described]) -> None:
    page = b"".join(written(photos, About(photos=4))).decode()

    assert page.count("no preview any more") == 4
    assert "<img" not in page


def test_facts_stand_with_the_words_that_they_rest_on(photos: list[Described]) -> None:
    page = page_of(photos[:1])

    assert '<mark class="when">March 2016</mark>' in page
    assert '<mark class="where">Hmeimim air base, Syria</mark>' in page
    assert '<b>2016-03</b><small dir="auto">“March 2016”, caption[53:63]</small>' in page
    assert "© 2016 AP" in page
    assert "/drop/1.jpg" in page


def test_what_is_only_possible_stands_apart(photos: list[Described]) -> None:
    page = page_of(photos)

    certain, possible = page.split("<h2>Only possibly</h2>")
    assert certain.count("<figure>") == 3
    assert possible.count("<figure>") == possible.count('<span class="tag">possible</span>') == 1
    assert "Only possibly" not in page_of(photos[:3])


def test_what_is_doubtful_is_said_to_be(
    photo: Callable[..., Described], said: Callable[..., Statement]
) -> None:
    doubtful = photo(1, said("date_created", "2016", confidence=0.4))

    assert '<span class="tag">doubtful</span>' in page_of([doubtful])


def test_words_never_become_tags_or_attributes(
    harm: str, hostile: Callable[..., Described], photos: list[Described]
) -> None:
    plain, attacked = (
        Read(page_of([one], query=words))
        for one, words in ((hostile("harmless"), "harmless"), (hostile(harm), harm))
    )

    assert [tag for tag, _ in attacked.tags] == [tag for tag, _ in plain.tags]
    assert [list(a) for _, a in attacked.tags] == [list(a) for _, a in plain.tags]
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", attacked.text)


CAPTION = "Ann Ex in Homs, Syria, on 3 May 2016"


@pytest.mark.parametrize(
    ("spans", "pieces"),
    [
        ([], [(CAPTION, "")]),
        ([("date_created", 26, 36)], [(CAPTION[:26], ""), ("3 May 2016", "when"), ("", "")]),
        (
            [("location_created", 10, 21), ("location_created", 10, 14), ("creator", 0, 6)],
            [
                ("", ""),
                ("Ann Ex", "who"),
                (" in ", ""),
                ("Homs, Syria", "where"),
                (CAPTION[21:], ""),
            ],
        ),
        ([("date_created", 7, 7)], [(CAPTION, "")]),
    ],
)
def test_words_are_marked_once_the_longest_first(
    spans: list[tuple[str, int, int]],
    pieces: list[tuple[str, str]],
    said: Callable[..., Statement],
) -> None:
    texts = {"date_created": "2016-05-03"}
    statements = [
        said(field, texts.get(field, f"{field} {end}"), quote=CAPTION[start:end], span=(start, end))
        for field, start, end in spans
    ]
    assert list(marked(CAPTION, statements)) == pieces
    assert "".join(words for words, _ in marked(CAPTION, statements)) == CAPTION


def test_words_that_stand_in_another_caption_are_not_marked(said: Callable[..., Statement]) -> None:
    elsewhere = said("date_created", "2016", quote="in 2016", span=(3, 10))

    assert list(marked(CAPTION, [elsewhere])) == [(CAPTION, "")]
