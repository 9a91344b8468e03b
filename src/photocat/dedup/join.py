"""Works: photos joined by accepted relations, without drift, and by what people decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from photocat.dedup.copies import goodness
from photocat.records import Picture, Relation

ENOUGH = 3
"""Photos of a work, or a third of them, that one which shows the whole picture must resemble."""
ADDING = frozenset(("edit", "embedded", "crop"))
"""Relations by which a photo may have more pixels than what it was made of."""


def join(pictures: Iterable[Picture], relations: Iterable[Relation]) -> dict[int, int]:
    """The work of every photo; a work is named by its smallest photo id.

    The picture that most others were accepted as related to starts a work, of equals the best, and
    those others join *it*. No chain of look-alikes leads from one picture to another: where better
    ones joined, a photo must resemble some of all who did. Crops, which need not overlap, are asked
    for no more than the picture they were cut from. What is joined does not depend on ids or on the
    order of ingest.

    A page that shows a picture, or a picture with a border, has more pixels, but is not better: two
    pictures on one page are not one picture.

    What a person decided to be one picture joins whole works; what a person decided to be different
    pictures, or another frame, is never in one work, whatever else joins them.
    """
    by_id = {picture.id: picture for picture in pictures}
    said = _said(relations)
    ordered = sorted(by_id, key=_leading(by_id, said), reverse=True)
    place = {id: at for at, id in enumerate(ordered)}
    members_of: dict[int, set[int]] = {}
    for one in ordered:
        if one not in members_of:
            wanted = said.related.get(one, set()) - members_of.keys()
            members = _around(one, sorted(wanted, key=place.__getitem__), by_id, said)
            members_of |= dict.fromkeys(members, members)
    for one, other in sorted(said.joined, key=lambda pair: sorted(map(place.__getitem__, pair))):
        members, others = members_of[one], members_of[other]
        if members is not others and not any(said.apart.get(m, set()) & others for m in members):
            members |= others
            members_of |= dict.fromkeys(others, members)
    works = {id(members): members for members in members_of.values()}
    return {photo: min(members) for members in works.values() for photo in members}


@dataclass(frozen=True, slots=True)
class _Said:
    """What relations say of photos."""

    relations: tuple[Relation, ...]
    related: dict[int, set[int]]
    """Photos that a method accepts as one picture with each."""
    apart: dict[int, set[int]]
    """Photos that a person tells from each."""
    joined: list[tuple[int, int]]
    """Pairs that a person takes for one picture."""
    parts: frozenset[tuple[int, int]]
    """Which is a part of which."""


def _said(relations: Iterable[Relation]) -> _Said:
    relations = tuple(relations)
    parts = frozenset((r.first, r.second) for r in relations if r.relation in ("crop", "embedded"))
    said = _Said(relations, {}, {}, [], parts)
    for relation in relations:
        same = relation.status == "accepted" and relation.relation != "sibling"
        if same and relation.decided_by is not None:
            said.joined.append((relation.first, relation.second))
        elif same or relation.decided_by is not None:
            pairs = said.related if same else said.apart
            pairs.setdefault(relation.first, set()).add(relation.second)
            pairs.setdefault(relation.second, set()).add(relation.first)
    return said


def _leading(
    by_id: Mapping[int, Picture], said: _Said
) -> Callable[[int], tuple[bool, int, tuple[int, int, str]]]:
    """How much a photo is one to start a work from."""
    made = _made_of_lesser(by_id, said.relations)
    return lambda id: (id not in made, len(said.related.get(id, ())), goodness(by_id[id]))


def _around(one: int, wanted: Sequence[int], by_id: Mapping[int, Picture], said: _Said) -> set[int]:
    """The work that a photo starts: itself, and those of ``wanted`` that join it."""
    members, whole, outdone = {one}, set[int](), False
    for other in wanted:
        if not members.isdisjoint(said.apart.get(other, ())):
            continue
        if (other, one) in said.parts:
            members.add(other)
        elif not outdone or len(whole & said.related[other]) >= min(ENOUGH, -(-len(whole) // 3)):
            members.add(other)
            whole.add(other)
            outdone |= goodness(by_id[other]) > goodness(by_id[one])
    return members


def _made_of_lesser(pictures: Mapping[int, Picture], relations: Iterable[Relation]) -> set[int]:
    """Photos made of one that has fewer pixels: something was added, or they were enlarged."""
    return {
        relation.first
        for relation in relations
        if relation.status == "accepted"
        and relation.relation in ADDING
        and {relation.first, relation.second} <= pictures.keys()
        and goodness(pictures[relation.first]) > goodness(pictures[relation.second])
    }
