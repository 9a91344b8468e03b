"""Paths as text that any database takes: reversible, and unchanged for every ordinary name.

A path is a ``str`` as ``os.fsdecode`` gives it. What a database cannot hold (bytes that are not
UTF-8, other surrogates, NUL) is written as ``//x`` and two hexadecimal digits or ``//u`` and four;
so that this is never mistaken, a slash after a slash is written as ``//x2F``. A normalised path
has none of these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

_ESCAPE = re.compile("(?<=/)/|[\0\ud800-\udfff]")
_UNESCAPE = re.compile(r"//x([0-9A-F]{2})|//u([0-9A-F]{4})")


def escape(path: str) -> str:
    """The text under which a path is stored: ``/drop/caf\\udce9`` is ``/drop/caf//xE9``."""
    if path.isascii() and "//" not in path and "\0" not in path:
        return path
    return _ESCAPE.sub(_escaped, path)


def unescape(text: str) -> str:
    """The path that ``escape`` was given."""
    return _UNESCAPE.sub(_unescaped, text) if "//" in text else text


def lies_under(prefixes: Collection[str]) -> Callable[[str], bool]:
    """Whether a path is one of the prefixes, or lies in a folder that is: as a question to ask."""
    named = frozenset(prefixes)
    folders = tuple(prefix.rstrip("/") + "/" for prefix in prefixes)
    return lambda path: path.startswith(folders) or path in named


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x80:
        return f"//x{code:02X}"
    return f"//x{code - 0xDC00:02X}" if 0xDC80 <= code <= 0xDCFF else f"//u{code:04X}"


def _unescaped(match: re.Match[str]) -> str:
    if match[2]:
        return chr(int(match[2], 16))
    code = int(match[1], 16)
    return chr(code) if code < 0x80 else chr(0xDC00 + code)
