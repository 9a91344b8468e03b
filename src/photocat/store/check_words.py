"""Whether the full-text index of SQLite holds the words it was told, and no others.

It has no text of its own to be compared with. So every place where it has a word is added up, word
by word, and the same is done with the words that are kept for it (``packed_words``).
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select, text

from photocat.store.packed_words import unpack_words
from photocat.store.positions import PHOTO
from photocat.store.tables_derived import shown, shown_words

COLUMNS = ("caption", "prose", "stated")

_PRIME = 2**31 - 1
_EACH_WORD = "CREATE VIRTUAL TABLE temp.each_word USING fts5vocab(main, words_index, instance)"
_SUMS = text(
    f"SELECT term, sum(doc % {_PRIME} * (3 * \"offset\" + CASE col WHEN 'caption' THEN 1"  # noqa: S608
    f" WHEN 'prose' THEN 2 ELSE 3 END) % {_PRIME})"
    f" FROM temp.each_word WHERE (doc & {PHOTO}) % :every = 0 GROUP BY term"
)
_AT_ONCE = 5_000


def differing_words(connection: Connection, every: int) -> list[str]:
    """The words that the index does not have where it should, or has where it should not.

    Of the photos whose id ``every`` divides.
    """
    connection.exec_driver_sql(_EACH_WORD)
    try:
        found = dict(map(tuple, connection.execute(_SUMS, {"every": every})))
    finally:
        connection.exec_driver_sql("DROP TABLE temp.each_word")
    for word, number in _expected(connection, every):
        found[word] = found.get(word, 0) - number
    return sorted(word for word, number in found.items() if number)


def _expected(connection: Connection, every: int) -> Iterator[tuple[str, int]]:
    """Every word of photos with a number for the place where it stands."""
    rows = select(shown.c.position, shown_words.c.words).join(
        shown_words, shown_words.c.photo_id == shown.c.photo_id
    )
    rows = rows.where(shown.c.photo_id % every == 0).execution_options(yield_per=_AT_ONCE)
    for position, packed in connection.execute(rows):
        rest = position % _PRIME
        for column, words in enumerate(unpack_words(packed), 1):
            for offset, word in enumerate(words.split(" ") if words else ()):
                yield word, rest * (3 * offset + column) % _PRIME
