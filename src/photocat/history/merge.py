"""One field of one photo, said of the other photos of its work too: explicit, and undoable.

The photos keep what was said of them; what is merged is a person's word, whose evidence names the
photo and the carrier that it came from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from photocat.errors import UsageError
from photocat.fields import Field
from photocat.history.edit import edited_shape
from photocat.history.read_edits import denial, field_of
from photocat.preferred import PERSON, preferred
from photocat.records import Edit, Statement

if TYPE_CHECKING:
    from photocat.store import Store

Shape = dict[str, Any]

RULE = "merge"


def merge(
    store: Store,
    work: int,
    *,
    fields: Iterable[str],
    source: int,
    note: str | None = None,
    dry_run: bool = False,
) -> Shape:
    """Say of every photo of a work what is believed of one of them, field by field.

    Fields whose values are taken together (keywords, people) gain values; others are replaced.
    Returns the transaction and its changes, as ``edit`` does. Raises ``UsageError`` where the work
    is none, the photo is not in it, or nothing is said of a field.
    """
    from photocat.store import history

    members = [photo for photo, of in store.read_works().items() if of == work]
    if source not in members:
        named = ", ".join(map(str, members)) or "none"
        raise UsageError(f"photo {source} is not in work {work}; its photos are {named}")
    believed = preferred(history.read_told(store, source))
    origin = f"photo {store.read_shapes([source])[0]['sha256'][:12]}"
    edits = [_edit(field_of(name), believed, origin) for name in dict.fromkeys(fields)]
    wanted = {photo: edits for photo in members if photo != source}
    if dry_run:
        return edited_shape(None, history.plan_edits(store, wanted))
    return edited_shape(*history.edit(store, wanted, verb=RULE, note=note))


def _edit(field: Field, believed: dict[str, tuple[Statement, ...]], origin: str) -> Edit:
    said = believed.get(field.name, ())
    if not said:
        raise UsageError(f"nothing is said of the {field.name} there")
    words = tuple(
        replace(
            s,
            rank=PERSON,
            scope="photo",
            evidence=replace(
                s.evidence, origin=f"{origin}: {s.evidence.origin}", rule=RULE, confidence=1.0
            ),
        )
        for s in said
    )
    if field.union:
        return Edit(field.name, words, replaces=False)
    return Edit(field.name, (denial(field.name, "", origin, RULE), *words), replaces=True)
