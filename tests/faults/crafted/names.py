"""Names that look like something else, and what is no file."""

from __future__ import annotations

import os
import socket
import unicodedata
from pathlib import Path

from crafted.case import Case, Make, built, holding
from crafted.pictures import jpeg

_jpeg = built(jpeg)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.write(jpeg(44))
        file.truncate(64 << 30)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        here = os.getcwd()
        os.chdir(path.parent)  # a path of a socket is short
        try:
            bound.bind(path.name)
        finally:
            os.chdir(here)


def _locked(path: Path) -> None:
    _jpeg(path)
    path.chmod(0)


def _link(target: str) -> Make:
    return lambda path: path.symlink_to(target)


NAMES: tuple[Case, ...] = tuple(
    Case(name, _jpeg, "stored")
    for name in (
        "line\nbreak.jpg",
        "return\rbreak.jpg",
        "tab\tbetween.jpg",
        "escape\x1b[2J.jpg",
        "title\x1b]0;owned\x07.jpg",
        "one\x9b2J.jpg",
        "bell\x07.jpg",
        "backspace\x08\x08\x08.jpg",
        "delete\x7f.jpg",
        "bidi\u202egpj.exe",
        "no width\u200b\u2060\ufeff.jpg",
        "tags\U000e0041.jpg",
        "lines\u2028\u2029.jpg",
        "bytes-\udcff\udcfe.jpg",
        "half a letter-\udced\udca0\udc80.jpg",
        "latin-\udce9.jpg",
        unicodedata.normalize("NFD", "caf\u00e9.jpg"),
        unicodedata.normalize("NFC", "caf\u00e9.jpg"),
        "\u212b.jpg",
        "\u00c5.jpg",
        "\ufb01.jpg",
        "fi.jpg",
        "CASE.jpg",
        "case.jpg",
        "Case.JPG",
        "\u0131.jpg",
        "i.jpg",
        "-rf",
        "--help.jpg",
        "-",
        "=1+1.jpg",
        "+1.jpg",
        "@SUM(A1).jpg",
        "~.jpg",
        "*.jpg",
        "?.jpg",
        "[a-z].jpg",
        "$(reboot).jpg",
        "`reboot`.jpg",
        "a; reboot.jpg",
        "a|b.jpg",
        "a>b.jpg",
        "a&b.jpg",
        "'quoted'.jpg",
        '"doubly".jpg',
        "back\\slash.jpg",
        "C:\\Windows\\x.jpg",
        "%s %n {0}.jpg",
        "%2e%2e%2f.jpg",
        "<script>alert(1)<br>.jpg",
        "'; DROP TABLE files; --.jpg",
        "a" * 251 + ".jpg",
        "\u5e74" * 83 + ".jpg",
        " leading.jpg",
        "trailing.jpg ",
        "trailing.jpg.",
        "CON.jpg",
        "NUL",
        "x.jpg:stream",
        "no ending",
        "picture.txt",
        "picture.xml",
        "9" * 200 + ".jpg",
        "IMG_20161345_256199.jpg",
        "2016-02-30 10.15.00.jpg",
        "0000-00-00 00.00.00.jpg",
        "9999-12-31 23.59.59.jpg",
    )
)

NO_FILES: tuple[Case, ...] = (
    Case("empty.jpg", holding(b""), "skipped", "empty"),
    Case("pipe.jpg", lambda path: os.mkfifo(path), "skipped", "special-file"),
    Case("socket.jpg", _socket, "skipped", "special-file"),
    Case("dev zero.jpg", _link("/dev/zero"), "skipped", "symlink"),
    Case("randoms.jpg", _link("/dev/urandom"), "skipped", "symlink"),
    Case("terminal.jpg", _link("/dev/tty"), "skipped", "symlink"),
    Case("memory.jpg", _link("/proc/self/mem"), "skipped", "symlink"),
    Case("outside.jpg", _link("/etc/passwd"), "skipped", "symlink"),
    Case("out of here.jpg", _link("../../../../../../etc/passwd"), "skipped", "symlink"),
    Case("nowhere.jpg", _link("not there"), "skipped", "symlink"),
    Case("itself.jpg", _link("itself.jpg"), "skipped", "symlink"),
    Case("one.jpg", _link("other.jpg"), "skipped", "symlink"),
    Case("other.jpg", _link("one.jpg"), "skipped", "symlink"),
    Case("long link.jpg", _link("x" * 4_000), "skipped", "symlink"),
    Case("link\n\x1b[2J.jpg", _link("\x1b[2J\udcff"), "skipped", "symlink"),
    Case("circle", _link("."), "skipped", "symlink"),
    Case("above", _link(".."), "skipped", "symlink"),
    Case("root", _link("/"), "skipped", "symlink"),
    Case("sparse.jpg", _sparse, "failed", "too-many-bytes"),
    Case(".hidden.jpg", _jpeg, "skipped", "hidden"),
    Case("..jpg", _jpeg, "skipped", "hidden"),
    Case("locked.jpg", _locked, "stored|failed"),
    Case("folder.jpg/inside.jpg", _jpeg, "stored"),
)
