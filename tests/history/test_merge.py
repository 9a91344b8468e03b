"""Words are carried between copies only when asked, field by field, and can be taken back."""

from __future__ import annotations

import pytest

from photocat import Catalog
from photocat.errors import UsageError


@pytest.fixture
def copy(catalog: Catalog, jet: int) -> int:
    """The other photo of the jet's work."""
    work = catalog.show(jet)["work"]
    photos = {p["id"] for w in catalog.duplicates() if w["work"] == work for p in w["photos"]}
    return next(id for id in sorted(photos) if id != jet)


def test_a_merged_field_is_believed_and_names_its_source(
    catalog: Catalog, jet: int, copy: int
) -> None:
    before = list(catalog.dump_normalised())
    source = catalog.show(jet)
    made = catalog.merge(source["work"], fields=["headline"], source=jet)

    assert copy in [change["photo"] for change in made["changes"]]
    shown = catalog.show(copy)
    assert shown["headline"] == source["headline"]
    (said,) = [s for s in shown["statements"] if s["rule"] == "merge" and s["text"]]
    assert said["origin"].startswith(f"photo {source['sha256'][:12]}: ")
    assert catalog.log(copy)[0]["verb"] == "merge"
    catalog.undo()
    assert list(catalog.dump_normalised()) == before


def test_keywords_are_added_not_replaced(catalog: Catalog, jet: int, copy: int) -> None:
    own = set(catalog.show(copy)["keywords"])
    catalog.merge(catalog.show(jet)["work"], fields=["keywords"], source=jet)

    assert set(catalog.show(copy)["keywords"]) == own | set(catalog.show(jet)["keywords"])


def test_what_others_said_and_other_fields_stay(catalog: Catalog, jet: int, copy: int) -> None:
    before = catalog.show(copy)
    catalog.merge(before["work"], fields=["caption"], source=jet)
    after = catalog.show(copy)

    assert after["headline"] == before["headline"]
    texts = [s["text"] for s in after["statements"]]
    assert all(s["text"] in texts for s in before["statements"])


def test_a_merge_from_elsewhere_or_of_nothing_is_refused(catalog: Catalog, jet: int) -> None:
    work = catalog.show(jet)["work"]
    stranger = next(m.id for m in catalog.search() if catalog.show(m.id)["work"] != work)
    with pytest.raises(UsageError, match="not in work"):
        catalog.merge(work, fields=["caption"], source=stranger)
    with pytest.raises(UsageError, match="nothing is said of the usage_terms"):
        catalog.merge(work, fields=["usage_terms"], source=jet)
    with pytest.raises(UsageError, match="did you mean caption"):
        catalog.merge(work, fields=["captoin"], source=jet)
