"""Works: photos joined by accepted relations, without drift."""

from __future__ import annotations

from collections.abc import Iterable

from photocat.dedup.copies import goodness
from photocat.records import Picture, Relation


def join(pictures: Iterable[Picture], relations: Iterable[Relation]) -> dict[int, int]:
    """The work of every photo; a work is named by its smallest photo id.

    The best picture that has no work yet starts one, and everything that was accepted as related
    to *it* joins. So each photo of a work resembles the best one, and no chain of look-alikes leads
    from one picture to another. What is joined does not depend on ids or on the order of ingest.
    """
    related: dict[int, set[int]] = {}
    for relation in relations:
        if relation.status == "accepted" and relation.relation != "sibling":
            related.setdefault(relation.first, set()).add(relation.second)
            related.setdefault(relation.second, set()).add(relation.first)
    work_of: dict[int, int] = {}
    for picture in sorted(pictures, key=goodness, reverse=True):
        if picture.id not in work_of:
            members = {picture.id} | (related.get(picture.id, set()) - work_of.keys())
            work_of |= dict.fromkeys(members, min(members))
    return work_of
