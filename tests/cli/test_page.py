"""The page of answers: complete in itself, drawn to scale, and safe whatever it shows."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from photocat import Catalog
from photocat.cli.histogram import histogram
from photocat.cli.map import world_map
from photocat.cli.page import page
from photocat.places import Box

ATTACK = "\"'><script>alert(1)</script>"


class Tags(HTMLParser):
    """Every tag of a page with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def drawn(gallery_catalog: Catalog) -> str:
    return "".join(page(gallery_catalog, gallery_catalog.read_query("in:Syria"), "date", 5))


def test_the_page_is_complete_in_itself(drawn: str) -> None:
    tags = Tags(drawn)

    style = re.search(r"<style>(.*?)</style>", drawn, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = next(t["content"] for t in tags.all("meta") if "http-equiv" in t)
    assert (
        policy == f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'"
    )
    assert tags.all("script") == tags.all("link") == tags.all("a") == []
    assert all("style" not in attributes for _, attributes in tags.tags)
    assert all(str(t["src"]).startswith("data:image/jpeg") for t in tags.all("img"))


def test_the_page_shows_when_where_what_and_the_photos(
    drawn: str, gallery_catalog: Catalog
) -> None:
    tags = Tags(drawn)

    assert [t.get("class") for t in tags.all("svg") if t.get("class")] == ["histogram", "map"]
    assert len(tags.all("figure")) == 5
    assert f"<b>{gallery_catalog.count('in:Syria')}</b> photos" in drawn
    assert "Harbour Wire" in drawn


def test_what_was_asked_is_text_on_the_page(gallery_catalog: Catalog) -> None:
    asked = gallery_catalog.read_query(f'caption:"{ATTACK[2:]}"')
    drawn = "".join(page(gallery_catalog, asked, "date", 5))

    assert "<script>" not in drawn
    assert "&lt;script&gt;" in drawn


def test_bars_are_as_high_as_there_are_photos_and_vague_dates_lie_pale_on_them() -> None:
    drawn = Tags(
        histogram(
            {
                "unit": "year",
                "counts": {"2014": 3, "2016": 6},
                "vague": {"201X": 10, "20XX": 1},
                "undated": 2,
            }
        )
    )
    bars = {"sure": [], "perhaps": []}  # type: ignore[var-annotated]
    for bar in drawn.all("rect"):
        bars[str(bar["class"])].append(float(str(bar["height"])))

    assert len(bars["perhaps"]) == 3  # of the decade a tenth in each year that is shown
    assert bars["sure"][1] == pytest.approx(2 * bars["sure"][0], abs=0.2)
    assert bars["perhaps"][0] == pytest.approx(bars["sure"][1] / 6, abs=0.2)


@pytest.mark.parametrize(
    ("unit", "counts", "bars"),
    [
        ("day", {"2016-02-28": 1, "2016-03-01": 2}, 3),
        ("month", {"2015-12": 1, "2016-02": 2}, 3),
        ("decade", {"190X": 1, "198X": 2}, 9),
    ],
)
def test_between_the_first_and_the_last_no_date_is_left_out(
    unit: str, counts: dict[str, int], bars: int
) -> None:
    from photocat.cli.histogram import _bins

    assert len(list(_bins(list(counts), unit))) == bars
    assert histogram({"unit": unit, "counts": counts, "vague": {}, "undated": 0})


def test_nothing_is_drawn_of_nothing() -> None:
    assert histogram({"unit": "day", "counts": {}, "vague": {}, "undated": 3}) == ""
    assert world_map([], lambda _box, _step: [], lambda _lat, _lon: "") == ""


@pytest.mark.parametrize(
    "points",
    [
        [(35.4, 35.95, 1)],
        [(90.0, 0.0, 1), (-90.0, 180.0, 2), (0.0, -180.0, 3)],
        [(35.4, 35.95, n) for n in range(50)] + [(35.9, 36.2, 51)],
    ],
)
def test_every_point_lies_on_the_map(points: list[tuple[float, float, int]]) -> None:
    shown: list[Box] = []

    def dots(box: Box, step: float) -> list[tuple[float, float]]:
        shown.append(box)
        return [(box.south + step, box.west + step)]

    drawn = Tags(world_map(points, dots, lambda _lat, _lon: "Here & there"))

    (box,) = shown
    assert all(box.west <= lon <= box.east for _, lon, _ in points)
    frame = str(drawn.all("svg")[0]["viewbox"]).split()
    for circle in drawn.all("circle"):
        assert 0 <= float(str(circle["cx"])) <= float(frame[2])
    assert drawn.all("text")
