"""The inside of a worker process: read one file after another, as told over a pipe.

Started by ``photocat.ingest.workers`` and by nothing else. The process holds no catalog and no
lock, so it may die at any moment; whatever kills it (a decoder's crash, a limit, the parent's
end) costs the file it was reading.
"""

from __future__ import annotations

import fcntl
import os
import resource
import select
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from photocat.errors import FileProblem
from photocat.ingest.parcel import carry_by_fields

Item = TypeVar("Item")
Value = TypeVar("Value")


def attempt(read: Callable[[Item], Value], item: Item) -> Value | FileProblem:
    """``read(item)``, with everything that may go wrong as a value."""
    try:
        return read(item)
    except FileProblem as problem:
        return problem
    except MemoryError:
        return FileProblem("memory", "")
    except Exception as error:  # noqa: BLE001  decoders raise anything at all, one file must not stop the rest
        where = traceback.extract_tb(error.__traceback__)[-1]
        return FileProblem(
            "crashed",
            f"{type(error).__name__}: {error} ({os.path.basename(where.filename)}:{where.lineno})",
        )


def serve(channel_fd: int, lifeline_fd: int) -> None:
    """Answer every item that comes through the channel, in order, until it closes."""
    _die_with_the_parent(lifeline_fd)
    channel: Connection[Any, Any] = Connection(channel_fd)
    try:
        read, memory = channel.recv()
        _limit(memory)
    except Exception:  # noqa: BLE001  whatever it is, the parent is told why nothing can be read
        channel.send(traceback.format_exc())
        return
    channel.send(None)
    carry_by_fields()
    while True:
        try:
            item = channel.recv()
        except EOFError:
            return
        channel.send(attempt(read, item))


def _die_with_the_parent(lifeline_fd: int) -> None:
    """Have the kernel end this process when the other end of the lifeline closes.

    SIGIO's default action ends the process even inside a decoder that never returns to Python.
    Unlike Linux's PR_SET_PDEATHSIG it follows the parent process, not the thread that started us.
    """
    fcntl.fcntl(lifeline_fd, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline_fd, fcntl.F_SETFL, os.O_ASYNC)
    already_closed, _, _ = select.select([lifeline_fd], [], [], 0)
    if already_closed:
        os._exit(0)


def _limit(memory: int) -> None:
    """Refuse this process more than ``memory`` bytes of data, and a core dump beside the photos."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
