"""Works: photos joined by accepted relations, without drift, and by what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
    relations = list(relations)
    related: dict[int, set[int]] = {}
    apart: dict[int, set[int]] = {}
    joined: list[tuple[int, int]] = []
    for relation in relations:
        same = relation.status == "accepted" and relation.relation != "sibling"
        if same and relation.decided_by is not None:
            joined.append((relation.first, relation.second))
        elif same or relation.decided_by is not None:
            pairs = related if same else apart
            pairs.setdefault(relation.first, set()).add(relation.second)
            pairs.setdefault(relation.second, set()).add(relation.first)
    made = _made_of_lesser(by_id, relations)
    parts = {(r.first, r.second) for r in relations if r.relation in ("crop", "embedded")}

    def leading(id: int) -> tuple[bool, int, tuple[int, int, str]]:
        return id not in made, len(related.get(id, ())), goodness(by_id[id])

    ordered = sorted(by_id, key=leading, reverse=True)
    place = {id: at for at, id in enumerate(ordered)}
    members_of: dict[int, set[int]] = {}
    for one in ordered:
        if one in members_of:
            continue
        members, whole, outdone = {one}, set[int](), False
        wanted = related.get(one, set()) - members_of.keys()
        for other in sorted(wanted, key=place.__getitem__):
            is_part = (other, one) in parts
            if not members.isdisjoint(apart.get(other, ())):
                continue
            if is_part:
                members.add(other)
            elif not outdone or len(whole & related[other]) >= min(ENOUGH, -(-len(whole) // 3)):
                members.add(other)
                whole.add(other)
                outdone |= goodness(by_id[other]) > goodness(by_id[one])
        members_of |= dict.fromkeys(members, members)
    for one, other in sorted(joined, key=lambda pair: sorted((place[pair[0]], place[pair[1]]))):
        members, others = members_of[one], members_of[other]
        if members is not others and not any(apart.get(m, set()) & others for m in members):
            members |= others
            members_of |= dict.fromkeys(others, members)
    work_of: dict[int, int] = {}
    for members in {id(members): members for members in members_of.values()}.values():
        work_of |= dict.fromkeys(members, min(members))
    return work_of


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
