"""What people decide two photos to be to each other: made, listed, and carried to other catalogs.

Between catalogs photos are known by the digests of their bytes, so a decision means the same
everywhere. A decision holds for ever: machines never replace it and never propose the pair again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

from photocat.dates import format_moment, parse_moment
from photocat.dedup.copies import derived_first
from photocat.dedup.join import join
from photocat.errors import BadDate, UsageError
from photocat.records import DecisionName, Picture, Relation, RelationName, RelationStatus

if TYPE_CHECKING:
    from photocat.store import Store

Shape = dict[str, Any]

METHOD = "decided"


def decide(
    store: Store, one: int, other: int, decision: DecisionName, *, note: str | None = None
) -> Shape:
    """Decide that ``one`` is a crop, copy, edit or mirror image of ``other``, or what else it is.

    ``same`` says no more than that they are one picture, ``different`` that they are not,
    ``sibling`` that they are two frames of one scene. Returns what was decided, with its
    transaction.
    """
    from photocat.store import history
    from photocat.store.clock import now
    from photocat.store.decisions import Decided

    if one == other:
        raise UsageError(f"{one} and {other} are one photo: the same bytes")
    pictures = {picture.id: picture for picture in store.read_pictures([one, other])}
    found = [r for r in store.read_relations([one]) if {r.first, r.second} == {one, other}]
    relation = decided(decision, pictures[one], pictures[other], found, store.who)
    at = now()
    txn = history.decide(store, [Decided(relation, at, note)], join, note=note)
    works = store.read_works([one, other])
    shape = _shape(pictures[relation.first].sha256, pictures[relation.second].sha256, relation)
    return (
        {"txn": txn, "ids": [relation.first, relation.second]}
        | shape
        | {
            "at": f"{format_moment(at)}Z",
            "note": note,
            "works": [works.get(relation.first), works.get(relation.second)],
        }
    )


def decided(
    decision: DecisionName, one: Picture, other: Picture, found: Iterable[Relation], who: str
) -> Relation:
    """A decision as a relation; where it confirms what machines found, with their geometry."""
    before = next(iter(found), None)
    first, second = derived_first(one, other)
    name: RelationName = "copy"
    if decision == "same" or decision == "different":
        if before is not None and before.relation != "sibling":
            name = before.relation
            first, second = (one, other) if before.first == one.id else (other, one)
    else:
        name = decision
        if decision != "sibling":
            first, second = one, other
    confirmed = before and (before.first, before.relation) == (first.id, name)
    geometry = dict(before.geometry) if before and confirmed else {}
    if name == "mirror":
        geometry.setdefault("mirrored", True)
    return Relation(
        first.id,
        second.id,
        name,
        before.distance if before else None,
        f"{METHOD}: {decision}",
        confidence=1.0,
        status="rejected" if decision == "different" else "accepted",
        geometry=geometry,
        decided_by=who,
    )


def decisions(store: Store) -> list[Shape]:
    """Every decision in force, oldest first, by the digests of its photos."""
    from photocat.store import history

    return [
        _shape(d.first, d.second, d.relation) | {"at": f"{format_moment(d.at)}Z", "note": d.note}
        for d in history.read_decisions(store)
    ]


def import_decisions(store: Store, shapes: Iterable[Mapping[str, Any]]) -> Shape:
    """Take over decisions of another catalog, in one transaction.

    Of two on one pair the later holds. Decisions on photos that are not here are left out and
    counted. Raises ``UsageError`` where a line is no decision.
    """
    from photocat.store import history
    from photocat.store.decisions import Decided

    ids = {picture.sha256: picture for picture in store.read_pictures()}
    here = {frozenset((d.first, d.second)): d.at for d in history.read_decisions(store)}
    wanted: dict[frozenset[str], Decided] = {}
    counts = {"imported": 0, "known": 0, "absent": 0}
    for line, shape in enumerate(shapes, 1):
        relation, first, second, at, note = _read(shape, line)
        pair = frozenset((first, second))
        if first not in ids or second not in ids:
            counts["absent"] += 1
        elif at <= max(here.get(pair, 0), wanted[pair].at if pair in wanted else 0):
            counts["known"] += 1
        else:
            one, other = ids[first].id, ids[second].id
            wanted[pair] = Decided(replace(relation, first=one, second=other), at, note)
    counts["imported"] = len(wanted)
    txn = history.decide(store, list(wanted.values()), join, verb="import") if wanted else None
    return {"txn": txn} | counts


def _shape(first: str, second: str, relation: Relation) -> Shape:
    return {
        "first": first,
        "second": second,
        "decision": relation.method.removeprefix(f"{METHOD}: "),
        "relation": relation.relation,
        "geometry": dict(relation.geometry),
        "who": relation.decided_by,
    }


def _read(shape: Any, line: int) -> tuple[Relation, str, str, int, str | None]:
    """A line of an export: its relation between digests, the moment and the note."""
    try:
        decision, name = shape["decision"], shape["relation"]
        first, second, who, at = (shape[key] for key in ("first", "second", "who", "at"))
        geometry, note = shape.get("geometry") or {}, shape.get("note")
        moment = parse_moment(at.removesuffix("Z"))
        texts = (first, second, who, note or "")
    except (AttributeError, KeyError, TypeError, BadDate) as problem:
        raise UsageError(f"line {line} is no decision: {problem}") from problem
    known = decision in get_args(DecisionName) and name in get_args(RelationName)
    if not known or not isinstance(geometry, dict) or not all(isinstance(t, str) for t in texts):
        raise UsageError(f"line {line} is no decision: {decision!r} {name!r}")
    status: RelationStatus = "rejected" if decision == "different" else "accepted"
    relation = Relation(
        *(0, 0, name, None),
        f"{METHOD}: {decision}",
        confidence=1.0,
        status=status,
        geometry=geometry,
        decided_by=who,
    )
    return relation, first, second, moment, note
