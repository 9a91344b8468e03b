"""Everything that people do can be taken back, in any catalog, and is told in the log."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from photocat import Catalog
from photocat.dedup.join import join
from photocat.errors import UsageError

EDITS = st.sampled_from(
    [
        *("caption=One.", "caption=Two.", "caption!"),
        *("keywords=a", "keywords+=a", "keywords+=aircraft", "keywords-=a", "keywords-=Aircraft"),
        *("keywords!", "date=2016-03", "date=2015/2016", "date!"),
        *("place=Kyiv, Ukraine@50.4,30.5", "place+=Tartus", "place-=Tartus", "place!"),
        *("by=Ada", "by+=Bea", "by-=Ada", "rating=3"),
    ]
)
PHOTO = st.integers(1, 5)
DECISION = st.sampled_from(["same", "crop", "copy", "edit", "mirror", "different", "sibling"])
STEP = st.one_of(
    st.tuples(
        st.just("edit"), st.lists(PHOTO, min_size=1, max_size=3), st.lists(EDITS, max_size=3)
    ),
    st.tuples(st.just("decide"), PHOTO, PHOTO, DECISION),
    st.tuples(st.just("import"), PHOTO, PHOTO, DECISION),
    st.tuples(st.just("save"), st.sampled_from("ab"), st.sampled_from(["ship", "date:2016"])),
    st.tuples(st.just("forget"), st.sampled_from("ab")),
    st.tuples(st.just("merge"), PHOTO, st.sampled_from(["caption", "keywords", "date_created"])),
    st.tuples(st.just("undo"), st.integers(0, 5)),
)


def dump(catalog: Catalog) -> str:
    lines = [*catalog.dump_normalised(), *catalog.saved_searches()]
    return "\n".join(json.dumps(line, sort_keys=True) for line in lines)


def take(catalog: Catalog, step: tuple[object, ...]) -> None:
    """Do what a step says, as far as it can be done."""
    what, *how = step
    if what == "edit":
        with suppress(UsageError):  # two captions at once
            catalog.edit(*how)  # type: ignore[arg-type]
    elif what == "decide":
        one, other, decision = how
        if one != other:
            catalog.decide(one, other, decision)  # type: ignore[arg-type]
    elif what == "import":
        one, other, decision = how
        if one != other:
            catalog.import_decisions([decided(catalog, one, other, decision)])
    elif what == "save":
        catalog.save_search(*how)  # type: ignore[arg-type]
    elif what == "forget":
        with suppress(UsageError):  # there is none
            catalog.forget_search(*how)  # type: ignore[arg-type]
    elif what == "merge":
        photo, field = how
        work = catalog.show(photo)["work"]  # type: ignore[arg-type]
        with suppress(UsageError):  # nothing is said of it
            catalog.merge(work, fields=[field], source=photo)  # type: ignore[arg-type,list-item]
    else:
        latest = catalog.log(limit=6)
        with suppress(UsageError):  # undone already, or changed since
            catalog.undo(latest[how[0] % len(latest)]["txn"])  # type: ignore[operator]


def decided(catalog: Catalog, one: object, other: object, decision: object) -> dict[str, object]:
    """A decision as another catalog hands it over."""
    first, second = (catalog.show(photo)["sha256"] for photo in (one, other))  # type: ignore[arg-type]
    relation = {"same": "copy", "different": "copy"}.get(str(decision), decision)
    moment = "2031-03-20T12:00:00Z"
    names = ("first", "second", "decision", "relation", "who", "at")
    return dict(zip(names, (first, second, decision, relation, "bea", moment), strict=True))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEP, min_size=1, max_size=8))
def test_undoing_everything_in_reverse_order_gives_the_first_state_back(
    catalog: Catalog, steps: list[tuple[object, ...]]
) -> None:
    first = dump(catalog)
    states = {0: first}
    start = catalog.log(limit=1)[0]["txn"]
    for step in steps:
        take(catalog, step)
        states[catalog.log(limit=1)[0]["txn"]] = dump(catalog)
        found = catalog._store.check(full=True, join=join)
        assert [finding for finding in found if not finding["ok"]] == []

    for txn in [txn["txn"] for txn in catalog.log() if txn["txn"] > start]:
        assert dump(catalog) == states[txn]
        catalog.undo(txn)
        before = max((t for t in states if t < txn), default=0)
        assert dump(catalog) == states[before]
        states[txn] = dump(catalog)
        states = {t: s for t, s in states.items() if t < txn}
    assert dump(catalog) == first


def test_undo_without_a_number_walks_back_through_what_people_did(
    catalog: Catalog, jet: int
) -> None:
    states = [dump(catalog)]
    for caption in ("One.", "Two.", "Three."):
        catalog.edit([jet], [f"caption={caption}"])
        states.append(dump(catalog))
    for state in states[-2::-1]:
        catalog.undo()
        assert dump(catalog) == state
    with pytest.raises(UsageError, match="nothing to undo"):
        catalog.undo()


def test_an_undo_is_undone_by_its_number(catalog: Catalog, jet: int) -> None:
    edited = catalog.edit([jet], ["caption=One."])
    undone = catalog.undo()
    again = catalog.undo(undone["txn"])

    assert catalog.show(jet)["caption"] == "One."
    told = {txn["txn"]: txn["undone_by"] for txn in catalog.log()}
    assert told[edited["txn"]] is None
    assert told[undone["txn"]] == again["txn"]
    # And so the edit can be undone once more.
    assert catalog.undo()["undoes"] == edited["txn"]


def test_what_was_changed_since_is_not_taken_back(catalog: Catalog, jet: int) -> None:
    first = catalog.edit([jet], ["caption=One."])
    catalog.edit([jet], ["keywords!"])
    later = catalog.edit([jet], ["caption=Two."])

    with pytest.raises(UsageError, match=f"caption of photo {jet}.*transaction {later['txn']}"):
        catalog.undo(first["txn"])
    assert catalog.show(jet)["caption"] == "Two."


def test_what_touches_other_fields_is_no_obstacle(catalog: Catalog, jet: int) -> None:
    caption = catalog.show(jet)["caption"]
    first = catalog.edit([jet], ["caption=One."])
    catalog.edit([jet], ["keywords!"])
    catalog.undo(first["txn"])

    shown = catalog.show(jet)
    assert (shown["caption"], shown["keywords"]) == (caption, [])


def test_what_there_is_not_cannot_be_undone(catalog: Catalog) -> None:
    with pytest.raises(UsageError, match="no transaction 999"):
        catalog.undo(999)


def test_what_is_undone_cannot_be_undone_twice(catalog: Catalog, jet: int) -> None:
    edited = catalog.edit([jet], ["caption=One."])
    undone = catalog.undo()

    with pytest.raises(UsageError, match=f"undone already, by {undone['txn']}"):
        catalog.undo(edited["txn"])


def test_the_log_tells_who_when_what_old_and_new(catalog: Catalog, jet: int) -> None:
    before = catalog.show(jet)["caption"]
    made = catalog.edit([jet], ["caption=A jet."], note="from the phone")
    txn, *earlier = catalog.log(jet)

    assert (txn["txn"], txn["who"], txn["verb"], txn["note"]) == (
        made["txn"],
        "ada",
        "edit",
        "from the phone",
    )
    assert txn["at"].endswith("Z")
    assert txn["changes"] == [
        {"photo": jet, "what": "words", "key": "caption", "old": [before], "new": ["A jet."]}
    ]
    assert [t["verb"] for t in earlier] == ["ingest"]
    assert catalog.log(txn=made["txn"]) == [txn]


def test_a_photo_tells_only_its_own_changes_and_the_decisions_on_it(
    catalog: Catalog, jet: int
) -> None:
    other = next(m.id for m in catalog.search() if m.id != jet)
    catalog.edit([jet, other], ["caption=Both."])
    catalog.decide(jet, other, "different")

    decided, edited, *_ = catalog.log(other)
    assert [c["photo"] for c in edited["changes"]] == [other]
    assert [c["what"] for c in decided["changes"]] == ["relation"]
    assert decided == catalog.log(jet)[0]
