"""Works: photos joined by accepted relations, without drift, and by what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from photocat.dedup.copies import goodness
from photocat.records import Picture, Relation

ADDING = frozenset(("edit", "embedded", "crop"))
"""Relations by which a photo may have more pixels than what it was made of."""


def join(pictures: Iterable[Picture], relations: Iterable[Relation]) -> dict[int, int]:
    """The work of every photo; a work is named by its smallest photo id.

    The best picture that has no work yet starts one, and everything that was accepted as related
    to *it* joins. So each photo of a work resembles the best one, and no chain of look-alikes leads
    from one picture to another. What is joined does not depend on ids or on the order of ingest.
    A page that shows a picture, or a picture with a border, has more pixels, but is not better: two
    pictures on one page are not one picture.

    What a person decided to be one picture joins whole works; what a person decided to be different
    pictures, or another frame, is never in one work, whatever else joins them.
    """
    by_id = {picture.id: picture for picture in pictures}
    relations = list(relations)
    made = _made_of_lesser(by_id, relations)
    ordered = sorted(by_id.values(), key=lambda p: (p.id not in made, goodness(p)), reverse=True)
    place = {picture.id: at for at, picture in enumerate(ordered)}
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
    members_of: dict[int, set[int]] = {}
    for picture in ordered:
        if picture.id in members_of:
            continue
        members = {picture.id}
        wanted = related.get(picture.id, set()) - members_of.keys()
        for other in sorted(wanted, key=place.__getitem__):
            if members.isdisjoint(apart.get(other, ())):
                members.add(other)
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
