"""Whole captions in the manner of some sixty agencies, forces and archives, invented events.

Each line of ``styles.tsv`` is a caption, the photo's date, what else it mentions (``;`` between),
the agency and the photographer; the names are nobody's, or a firm's.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from photocat.captions import read_caption

TABLE = Path(__file__).with_name("styles.tsv")
STYLES = list(
    csv.DictReader(
        TABLE.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE
    )
)


@pytest.mark.parametrize("row", STYLES, ids=[row["caption"][:40] for row in STYLES])
def test_a_caption_in_the_manner_of_its_agency_is_read_whole(row: dict[str, str]) -> None:
    caption = read_caption(row["caption"])
    assert {
        "photo": caption.date_created.edtf.text if caption.date_created else "",
        "mentioned": ";".join(date.edtf.text for date in caption.mentioned_dates),
        "agency": caption.agency.value if caption.agency else "",
        "photographer": caption.creator[0].value if caption.creator else "",
    } == {key: value for key, value in row.items() if key != "caption"}
