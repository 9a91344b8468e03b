"""What people say of photos: statements ranked first, which machines never touch.

An edit replaces what people said of one field of one photo, and nothing else: the statements that
stood before are withdrawn, those that stand after are stated or denied. Statements are never
deleted, so any edit can be taken back by their ids.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection

from photocat.fields import FIELD, Kind
from photocat.preferred import PERSON, preferred
from photocat.records import Edit, Statement
from photocat.store import derived
from photocat.store.changes import Change, log
from photocat.store.rows import Row, statement_row
from photocat.store.said import add_said, packed, read_said, turn
from photocat.store.told import read_statements
from photocat.words import fold

WORDS = "words"
"""``Change.what`` of an edit; its key is the field."""


class Word(NamedTuple):
    """One statement of a person; without an id as long as it is not stored."""

    id: int | None
    statement: Statement


class Spoken(NamedTuple):
    """What people say of one field of one photo, before and after an edit."""

    photo: int
    field: str
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    old: list[str]
    """What is believed, for people to read."""
    new: list[str]


def plan(connection: Connection, wanted: Mapping[int, Sequence[Edit]]) -> list[Spoken]:
    """What edits of photos would change, by photo and field; what changes nothing is left out."""
    said = _read_words(connection, wanted)
    told = read_statements(connection, wanted)
    planned = []
    for photo, edits in wanted.items():
        for field in dict.fromkeys(edit.field for edit in edits):
            before = after = said.get((photo, field), ())
            for edit in edits:
                if edit.field == field:
                    after = after_edit(after, edit)
            if _content(before) == _content(after):
                continue
            by_machines = [s for s in told.get(photo, []) if s.field == field and s.rank > PERSON]
            old, new = (_believed(field, words, by_machines) for words in (before, after))
            planned.append(Spoken(photo, field, before, after, old, new))
    return planned


def after_edit(before: tuple[Word, ...], edit: Edit) -> tuple[Word, ...]:
    """What people say of a field after an edit; to say a thing takes back its denial."""
    after = [] if edit.replaces else list(before)
    for statement in edit.words:
        text = fold(statement.text)
        after = [
            word
            for word in after
            if fold(word.statement.text) != text or word.statement.denied == statement.denied
        ]
        if not any(fold(word.statement.text) == text for word in after):
            after.append(Word(None, statement))
    return tuple(after)


def speak(connection: Connection, txn_id: int, planned: Sequence[Spoken]) -> None:
    """Store what people say now, log what they said before, and bring what is shown up to date."""
    new = [(spoken.photo, None, packed(*_new_words(spoken))) for spoken in planned]
    firsts = add_said(connection, txn_id, new)
    changes = []
    for spoken, first in zip(planned, firsts, strict=True):
        ids = itertools.count(first)
        now = [[next(ids) if w.id is None else w.id, _status(w)] for w in spoken.after]
        before = [[word.id, _status(word)] for word in spoken.before]
        changes.append(
            Change(
                spoken.photo,
                WORDS,
                spoken.field,
                {"words": before, "value": spoken.old},
                {"words": now, "value": spoken.new},
            )
        )
    _turn(connection, changes)
    log(connection, txn_id, changes)
    derived.refresh(connection, {spoken.photo for spoken in planned})


def repeat(connection: Connection, txn_id: int, of: Mapping[int, int]) -> None:
    """Say of new photos what people say of others, and on the same grounds."""
    said = _read_words(connection, of.values())
    told = read_statements(connection, of)
    planned = []
    for photo, other in of.items():
        for (about, field), words in said.items():
            if about == other:
                after = tuple(Word(None, word.statement) for word in words)
                by_machines = [s for s in told.get(photo, []) if s.field == field]
                old, new = (_believed(field, said, by_machines) for said in ((), after))
                planned.append(Spoken(photo, field, (), after, old, new))
    if planned:
        speak(connection, txn_id, planned)


def take_back(connection: Connection, changes: Sequence[Change]) -> list[Change]:
    """Let people say again what they said before some changes; returns what that changes.

    What is shown is to be brought up to date afterwards.
    """
    back = [change._replace(old=change.new, new=change.old) for change in changes]
    _turn(connection, back)
    return back


def stands(connection: Connection, change: Change) -> bool:
    """Whether people still say of a field what a change left them saying."""
    words = _read_words(connection, [change.photo]).get((change.photo, change.key), ())
    now = [[word.id, _status(word)] for word in words]
    return now == sorted(change.new["words"])


def text_of(statement: Statement) -> str:
    """A value for people to read: of a place its name, what that lies in, and its point."""
    if FIELD[statement.field].kind is not Kind.PLACE:
        return statement.text
    place, point = statement.place, statement.point
    names = ", ".join([place.name, *place.hierarchy]) if place else ""
    return names + (f"@{point.lat:g},{point.lon:g}" if point else "")


def _read_words(
    connection: Connection, photo_ids: Collection[int]
) -> dict[tuple[int, str], tuple[Word, ...]]:
    """What people say, by photo and field."""
    said: dict[tuple[int, str], tuple[Word, ...]] = {}
    for each in sorted(read_said(connection, photo_ids)):
        if each.rank <= PERSON and each.status != "withdrawn":
            word = Word(each.id, each.statement())
            key = each.photo, word.statement.field
            said[key] = (*said.get(key, ()), word)
    return said


def _new_words(spoken: Spoken) -> tuple[list[Row], str]:
    """What was not said before, as rows, and whether each is denied."""
    new = [word for word in spoken.after if word.id is None]
    return [statement_row(word.statement) for word in new], "".join(_status(w)[0] for w in new)


def _turn(connection: Connection, changes: Sequence[Change]) -> None:
    """Withdraw what was said before changes, and let stand what is said after them."""
    statuses: dict[int, str] = {}
    for change in changes:
        statuses |= {id: "withdrawn" for id, _ in change.old["words"]}
        statuses |= dict(change.new["words"])
    turn(connection, {change.photo for change in changes}, statuses)


def _believed(field: str, words: Sequence[Word], others: Sequence[Statement]) -> list[str]:
    said = [*(word.statement for word in words), *others]
    return [text_of(statement) for statement in preferred(said).get(field, ())]


def _content(words: Sequence[Word]) -> list[Any]:
    return [(w.statement.text, w.statement.point, w.statement.denied) for w in words]


def _status(word: Word) -> str:
    return "denied" if word.statement.denied else "stated"
