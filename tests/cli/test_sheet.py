"""The contact sheet: complete in itself, without scripts, and safe whatever it shows."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photocat import Catalog, IngestOptions
from photocat.cli.sheet import sheet
from photocat.sample import Delivered

ATTACK = "</p><script>alert(1)</script><img src=x onerror=alert(2)>'\"&amp; \u202etxt.exe"


class Page(HTMLParser):
    """Every tag of a page with its attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def html(gallery: list[Delivered], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Three scenes: one with a crop whose words are an attack, one whose dates disagree."""
    address = tmp_path_factory.mktemp("sheet") / "catalog.db"
    files = {d.path.name: d.path for d in gallery if d.scene.name in ("jet", "corvette", "cross")}
    with Catalog.init(address, who="ada") as catalog:
        list(catalog.add(files.values(), supplier="<b>AP</b>", options=IngestOptions(jobs=0)))
        crop = str(files["CLM_155209.jpg"])
        catalog.decide(crop, str(files["QH-0412207.jpg"]), "crop")
        catalog.edit([crop], [f"caption={ATTACK}", "credit=" + ATTACK])
        works = catalog.duplicates()
        for work in works:
            for relation in work["relations"]:
                if relation["relation"] == "crop":
                    relation["box"] = [0.0, 0.24, 0.74, 0.76]
        return "".join(sheet(catalog, works))


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_nothing_runs_and_nothing_is_fetched(html: str, page: Page) -> None:
    assert page.all("script") == []
    assert not [name for _, attributes in page.tags for name in attributes if name[:2] == "on"]
    assert not [name for _, attributes in page.tags for name in attributes if name == "style"]
    sources = [image["src"] or "" for image in page.all("img")]
    assert sources
    assert all(source.startswith("data:image/jpeg;base64,") for source in sources)
    assert "http:" not in html
    assert "https:" not in html
    assert "url(" not in html


def test_the_policy_allows_this_style_sheet_and_pictures_within_the_page_alone(html: str) -> None:
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', html)
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    assert policy.split("; ") == [
        "default-src 'none'",
        "img-src data:",
        f"style-src 'sha256-{digest}'",
        "base-uri 'none'",
    ]


def test_words_are_shown_as_they_are_and_do_nothing(page: Page) -> None:
    assert ATTACK.replace("\u202e", "\\u202e") in page.text
    assert "<b>AP</b>" in page.text
    assert "\u202e" not in page.text


def test_every_picture_can_be_decoded(page: Page) -> None:
    for image in page.all("img"):
        encoded = base64.b64decode((image["src"] or "").partition(",")[2])
        with Image.open(io.BytesIO(encoded)) as picture:
            picture.load()
            assert max(picture.size) <= 520


def test_statements_that_disagree_are_marked(html: str) -> None:
    assert re.findall(r'<dd class="differs" dir=auto>([^<]+)', html)[:2] == ["2019-09", "2018-08"]
    assert "a year or more lies between" in html
    # The grave one comes first.
    assert html.index("a year or more") < html.index("Best: photo")


def test_the_box_of_a_crop_is_drawn_on_what_it_was_cut_from(page: Page) -> None:
    boxes = [r for r in page.all("rect") if r["class"] == "box"]

    assert [(b["x"], b["y"], b["width"], b["height"]) for b in boxes] == [
        ("0.0000", "0.2400", "0.7400", "0.7600")
    ]


def test_equal_pixels_need_no_picture_of_their_difference(page: Page) -> None:
    assert "no pixel differs" in page.text


# --- what differs ---------------------------------------------------------------------------------


def share_of_red(encoded: bytes) -> float:
    with Image.open(io.BytesIO(encoded)) as picture:
        red, green, _ = np.moveaxis(np.asarray(picture.convert("RGB"), int), -1, 0)
    return float((red - green > 80).mean())


def difference(
    catalog: Catalog, gallery: list[Delivered], first: str, second: str, **geometry: object
) -> float:
    paths = {d.path.name: str(d.path) for d in gallery}
    found = catalog.difference(paths[first], paths[second], geometry)
    assert found is not None
    assert found.share == pytest.approx(share_of_red(found.picture), abs=0.06)
    return found.share


def test_a_copy_shows_nothing_else_and_another_frame_does(
    gallery: list[Delivered], gallery_catalog: Catalog
) -> None:
    assert difference(gallery_catalog, gallery, "hw1901377.jpg", "QH-0418830.jpg") < 0.0005
    assert difference(gallery_catalog, gallery, "QH-0418831.jpg", "QH-0418830.jpg") > 0.02


def test_crops_and_mirror_images_are_compared_in_place(
    gallery: list[Delivered], gallery_catalog: Catalog
) -> None:
    crop, march = ("CLM_155209.jpg", "QH-0412207.jpg"), ("CLM_181302.jpg", "QH-0573318.jpg")
    box = (0.0, 0.24, 0.74, 0.76)

    assert difference(gallery_catalog, gallery, *crop, box=box) < 0.0005
    assert difference(gallery_catalog, gallery, *crop) > 0.02
    assert difference(gallery_catalog, gallery, *march, mirrored=True) < 0.0005
    assert difference(gallery_catalog, gallery, *march) > 0.02


def test_without_previews_the_sheet_is_still_written(
    gallery: list[Delivered], tmp_path: Path
) -> None:
    with Catalog.init(tmp_path / "catalog.db") as catalog:
        files = [d.path for d in gallery if d.scene.name == "corvette"]
        list(catalog.add(files, options=IngestOptions(jobs=0)))
        for preview in (tmp_path / "catalog.previews").rglob("*.jpg"):
            preview.unlink()
        page = Page("".join(sheet(catalog, catalog.duplicates())))

    assert page.all("img") == []
    assert "no preview any more" in page.text
