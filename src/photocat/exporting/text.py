"""Words that are safe to hand on, whatever they are: to terminals, programs and spreadsheets."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
"""C0 and C1, but for the tab, the line feed and the carriage return."""
_FORMATS = "\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f"
"""Bidirectional controls, zero-width and tag characters (Unicode TR 36)."""
_ACTING = f"{_CONTROLS}{_FORMATS}\ud800-\udfff"
_UNSAFE = re.compile(f"[\t\n\r{_ACTING}]")


def safe(text: str) -> str:
    """Text that cannot move a cursor, change direction or hide: such characters become escapes."""
    return _UNSAFE.sub(lambda m: m[0].encode("unicode_escape", "surrogatepass").decode(), text)


# --- JSON -----------------------------------------------------------------------------------------

_UNSAFE_IN_JSON = re.compile(f"[{_ACTING}]")
"""Line feeds stand between values; those within texts are escaped by then."""


def to_json(value: object, *, indent: int | None = None) -> str:
    """Strict JSON, safe for terminals: no NaN, and what is not ``safe`` is escaped (RFC 8259, 7).

    It can be written as UTF-8, whatever is in it.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _UNSAFE_IN_JSON.sub(_escaped_in_json, text)


def to_document(
    opening: Mapping[str, object],
    name: str,
    items: Iterable[object],
    encoded: Callable[[object], str] = to_json,
) -> Iterator[bytes]:
    """One JSON document in pieces: an object, and last in it a list with an item on each line."""
    yield f'{encoded(opening)[:-1]}, "{name}": ['.encode()
    before = "\n"
    for item in items:
        yield f"{before}{encoded(item)}".encode()
        before = ",\n"
    yield b"\n]}\n"


def _escaped_in_json(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))


# --- cells of a table -----------------------------------------------------------------------------

_CODE = r"(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U(00(?:0[0-9a-f]|10)[0-9a-f]{4}))"
_ESCAPE = re.compile(rf"\\{_CODE}")
_LOOKS_LIKE_ESCAPE = re.compile(rf"\\(?={_CODE})")
_UNSAFE_IN_CELL = re.compile(f"[{_ACTING}]|\r(?!\n)")
"""Tabs and new lines belong into a cell of several lines."""

_SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20"
"""What formulas begin with; the wide forms of East Asian keyboards too."""
_FORMULA = re.compile(rf"'*(?:[\t\r\n]|\s*[{_SIGNS}])")
_FORMULA_WITHIN = re.compile(rf"(?<=[;\t\r\n])( *)([{_SIGNS}])")
"""Where one would begin, did a semicolon, a tab or a new line end the cell, as in some countries'
spreadsheets they may."""

BETWEEN = "; "
"""Between the values of a list."""


def to_cell(text: str) -> str:
    """Text as a cell that no spreadsheet takes for a formula (OWASP, CSV Injection).

    Before what begins like a formula stands an apostrophe. Escapes (``\\x3d``, ``\\u202e``) stand
    for signs that could begin one further on, and for what is not ``safe``, but for new lines and
    tabs. ``from_cell`` gives the very text again.
    """
    return _guarded(_escaped(text))


def from_cell(cell: str) -> str:
    """The text that ``to_cell`` was given."""
    return _unescaped(_unguarded(cell))


def to_list_cell(texts: Iterable[str]) -> str:
    """Texts, none of them empty, as one cell: between semicolons, escaped where one holds any."""
    return _guarded(BETWEEN.join(_escaped(text).replace(";", r"\x3b") for text in texts))


def from_list_cell(cell: str) -> list[str]:
    """The texts that ``to_list_cell`` was given."""
    return [_unescaped(part) for part in _unguarded(cell).split(BETWEEN)] if cell else []


def _guarded(text: str) -> str:
    text = _FORMULA_WITHIN.sub(lambda match: match[1] + _code(match[2]), text)
    return f"'{text}" if _FORMULA.match(text) else text


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell


def _escaped(text: str) -> str:
    text = _LOOKS_LIKE_ESCAPE.sub(r"\\x5c", text)
    return _UNSAFE_IN_CELL.sub(lambda match: _code(match[0]), text)


def _code(character: str) -> str:
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1] or match[2] or match[3], 16)), text)
