"""Photos and files are named as standards have it, whatever bytes their names are."""

from __future__ import annotations

import hashlib
import os
from urllib.parse import unquote_to_bytes, urlsplit

from hypothesis import given
from hypothesis import strategies as st
from rfc3986_validator import validate_rfc3986

from photocat.exporting.names import MEDIA_TYPES, file_uri, is_address, path_of, photo_uri
from photocat.readers import FORMATS
from photocat.shapes import file_shape


def test_a_photo_is_named_by_its_bytes_as_in_rfc_6920() -> None:
    digest = hashlib.sha256(b"Hello World!").hexdigest()

    assert photo_uri(digest) == "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk"


@given(st.binary(min_size=1).filter(lambda name: b"\0" not in name))
def test_a_path_comes_back_from_its_address_and_its_shape(name: bytes) -> None:
    path = os.fsdecode(b"/drop/" + name)

    assert unquote_to_bytes(urlsplit(file_uri(path)).path) == os.fsencode(path)
    assert validate_rfc3986(file_uri(path))
    assert path_of(file_shape(path, None, "present")) == path


@given(st.text("ht:/?#[]@!$&'()*+,;=%aF0.-_~ \x00ü\u202e").map("http://a".__add__))
def test_what_is_taken_for_an_address_is_one(text: str) -> None:
    if is_address(text):
        assert validate_rfc3986(text)


def test_every_picture_format_that_has_a_media_type_is_known_by_it() -> None:
    pictures = {format.name for format in FORMATS if format.is_photo}

    assert {name for name in pictures if not name.startswith("RAW/")} <= MEDIA_TYPES.keys()
    assert MEDIA_TYPES.keys() <= pictures
