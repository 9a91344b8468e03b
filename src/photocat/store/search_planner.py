"""What PostgreSQL's planner is told before it is asked a question.

It takes the words of a photo for as cheap to look into as a number, and so reads all photos where
many have a word, though it reads and takes apart two kilobytes of each. What an index can answer,
the index is to answer.
"""

from __future__ import annotations

from sqlalchemy import Connection

SETTINGS = {
    "enable_seqscan": "off",
    "cpu_operator_cost": "0.05",  # twenty times the usual: what @@ takes of a photo
    "random_page_cost": "1.1",  # an index that is asked often is in memory
    "work_mem": "64MB",  # for a bitmap of ten million photos
    "jit": "off",  # to compile takes longer than to answer
}


_TOLD = {
    together: "SELECT "
    + ", ".join(
        f"set_config('{name}', '{value}', true)"
        for name, value in {**SETTINGS, "enable_indexscan": "off" if together else "on"}.items()
    )
    for together in (False, True)
}


def prefer_indexes(connection: Connection, *, together: bool = False) -> None:
    """Let the rest of a transaction be planned so; SQLite needs no telling.

    ``together``: what indexes tell of all rows is put together before any is looked into, as where
    words alone are counted and no order is wanted.
    """
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TOLD[together])
