"""Sidecars and manifests that are huge, deep, broken or elsewhere: they never cost the photo."""

from __future__ import annotations

import json
import os
from pathlib import Path

from crafted.case import Case, Make, built, holding
from crafted.pictures import caption_xmp, jpeg

_jpeg = built(jpeg)


def _with(name: str, make: Make) -> Make:
    """A picture, and something else beside it."""

    def both(path: Path) -> None:
        _jpeg(path)
        make(path.with_name(name))

    return both


def _link(target: str) -> Make:
    return lambda path: path.symlink_to(target)


def _said(words: str) -> Make:
    return holding(caption_xmp(words).encode())


_DEEP_JSON = b'{"title": "beside deep json.jpg", "x": ' + b"[" * 50_000

_MANIFESTS: tuple[tuple[str, str, bytes, str | None], ...] = (
    ("words", "csv", b"file,caption\na.jpg,A man.\n", "A man."),
    ("twins", "csv", b"file,caption\n" + b"a.jpg,A man.\n" * 60_000, "A man."),
    ("rows", "csv", b"file,caption\n" + b"b\n" * 510_000, None),
    ("columns", "csv", b"file," + b"x," * 40_000 + b"\na.jpg," + b"y," * 40_000, None),
    ("nulls", "csv", b"file,caption\na.jpg,\0\0\0\n", None),
    ("open quotes", "csv", b'file,caption\n"a.jpg,' + b"x" * 500_000, None),
    ("blanks", "csv", b"file,keywords\na.jpg,a" + b" " * 60_000 + b"b\n", None),
    ("formulas", "csv", b"file,caption\na.jpg,=1+1\n", "=1+1"),
    ("paths", "csv", b"file,caption\n../../../etc/passwd,A man.\n", None),
    ("dirt", "csv", bytes(range(256)) * 999, None),
    ("half letters", "csv", b"\xff\xfef\0i\0l\0e\0,\0\0\xd8", None),
    ("depth", "jsonl", b'{"file": "a.jpg", "caption": ' + b"[" * 90_000 + b"\n", None),
    ("numbers", "jsonl", b'{"file": "a.jpg", "rating": ' + b"9" * 9_000 + b"}\n", None),
    ("no objects", "jsonl", b"[]\n1\nnull\n" * 999, None),
)


def _with_manifest(ending: str, data: bytes) -> Make:
    return _with(f"manifest.{ending}", holding(data))


BESIDE: tuple[Case, ...] = tuple(
    Case(
        f"manifest of {name}/a.jpg", _with_manifest(ending, data), "stored", None, {"caption": says}
    )
    for name, ending, data, says in _MANIFESTS
) + tuple(
    case
    for name, ending, make, says in (
        ("words", ".xmp", _said("A man."), "A man."),
        ("escape", ".xmp", _said("&#27;[2J"), None),
        ("of a link", ".xmp", _link("/etc/passwd"), None),
        ("of itself", ".xmp", _link("beside of itself.jpg.xmp"), None),
        ("empty", ".xmp", holding(b""), None),
        ("of a folder", ".xmp", lambda path: path.mkdir(), None),
        ("of a pipe", ".xmp", lambda path: os.mkfifo(path), None),
        (
            "entities",
            ".xmp",
            holding(
                b'<!DOCTYPE x [<!ENTITY f SYSTEM "/etc/passwd">]>' + caption_xmp("&f;").encode()
            ),
            None,
        ),
        ("of 20 MB", ".xmp", lambda path: path.write_bytes(b" " * 20_000_000), None),
        ("of a picture", ".xmp", _jpeg, None),
        ("deep", ".xmp", holding(b"<a>" * 100_000), None),
        ("deep json", ".json", holding(_DEEP_JSON), None),
        (
            "long number",
            ".json",
            holding(
                b'{"title": "beside long number.jpg", "photoTakenTime": {"timestamp": '
                + b"9" * 5_000
                + b"}}"
            ),
            None,
        ),
        (
            "long numeral",
            ".json",
            holding(
                b'{"title": "beside long numeral.jpg", "photoTakenTime": {"timestamp": "'
                + b"9" * 5_000
                + b'"}}'
            ),
            None,
        ),
        (
            "not a number",
            ".json",
            holding(
                b'{"title": "beside not a number", "geoData": {"latitude": NaN, "longitude": 1e9}}'
            ),
            None,
        ),
        (
            "half letters",
            ".json",
            holding(
                json.dumps(
                    {"title": "beside half letters.jpg", "description": "A \ud83d man."}
                ).encode()
            ),
            None,
        ),
        ("no object", ".json", holding(b'"' + b"a" * 100_000), None),
    )
    for case in (
        Case(
            f"beside {name}.jpg",
            _with(f"beside {name}.jpg{ending}", make),
            "stored",
            None,
            {"caption": says} if says else {},
        ),
    )
)
"""Photos; what stands beside them is listed, too, but not told of here."""
