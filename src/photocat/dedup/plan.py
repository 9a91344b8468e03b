"""What could be freed: files that show no more than the best of their work. Deletes nothing."""

from __future__ import annotations

import base64
import os
from collections.abc import Collection, Iterable
from typing import Any

Shape = dict[str, Any]

NO_MORE = ("same-bytes", "same-pixels", "copy")
"""What a photo is to the best copy when it shows nothing that the best does not."""


def plan(works: Iterable[Shape], relations: Collection[str] = ()) -> list[Shape]:
    """For each work the file to keep, and those that could go, largest saving first.

    ``{work, keep: {id, path}, free: [{id, path, supplier, relation, bytes}], bytes}``. Only files
    that are there; of those, only what is accepted to be one of ``relations`` (else ``NO_MORE``) of
    the best copy itself. A second name of the same file on disk frees nothing.
    """
    wanted = tuple(relations) or NO_MORE
    planned = [shape for work in works if (shape := _of_work(work, wanted))["free"]]
    return sorted(planned, key=lambda shape: (-shape["bytes"], shape["work"]))


def _of_work(work: Shape, wanted: Collection[str]) -> Shape:
    there = [photo for photo in work["photos"] if photo["state"] == "present"]
    kept = next((photo for photo in there if photo["id"] == work["best"]), None)
    relation_of = _to_the_best(work)
    inodes = {_inode(kept)} if kept else set()
    free = []
    for photo in there if kept else ():
        relation = relation_of.get(photo["id"])
        inode = _inode(photo)
        if photo is not kept and relation in wanted and inode and inode not in inodes:
            inodes.add(inode)
            names = ("id", "path", "path_base64", "supplier")
            named = {name: photo[name] for name in names if name in photo}
            free.append(named | {"relation": relation, "bytes": photo["byte_size"]})
    return {
        "work": work["work"],
        "keep": {"id": kept["id"], "path": kept["path"]} if kept else None,
        "free": free,
        "bytes": sum(file["bytes"] for file in free),
    }


def _to_the_best(work: Shape) -> dict[int, str]:
    best = work["best"]
    found = {best: "same-bytes"}
    for relation in work["relations"]:
        if relation["status"] == "accepted" and relation["second"] == best != relation["first"]:
            found[relation["first"]] = relation["relation"]
    return found


def _inode(photo: Shape) -> tuple[int, int] | None:
    """What a path leads to on disk, if to anything."""
    exact = photo.get("path_base64")
    try:
        status = os.stat(base64.b64decode(exact) if exact else photo["path"])
    except OSError:
        return None
    return status.st_dev, status.st_ino
