"""How photos and files are named to others: by what they are, and by where they lie."""

from __future__ import annotations

import base64
import os
import re
from typing import Any
from urllib.parse import quote

Shape = dict[str, Any]

MEDIA_TYPES = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "GIF": "image/gif",
    "WebP": "image/webp",
    "PSD": "image/vnd.adobe.photoshop",
    "BMP": "image/bmp",
    "AVIF": "image/avif",
    "HEIC": "image/heic",
    "JXL": "image/jxl",
    "JP2": "image/jp2",
    "TIFF": "image/tiff",
    "RAW/DNG": "image/dng",
}
"""Media type of each format that has one at IANA, or at its maker's."""

_PART = r"(?:[\w.~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*"
_ADDRESS = re.compile(
    rf"https?://[\w.-]+(?::\d+)?(?:/{_PART})?(?:\?{_PART}(?:\?{_PART})*)?(?:#{_PART})?", re.ASCII
)


def is_address(text: str) -> bool:
    """Whether a text is the address of a page (RFC 3986), and nothing that acts."""
    return _ADDRESS.fullmatch(text) is not None


def photo_uri(sha256: str) -> str:
    """A photo by its bytes, wherever they lie: ``ni:///sha-256;f4Ox…`` (RFC 6920, 3)."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def file_uri(path: str) -> str:
    """A file by its path, byte for byte: ``file:///drop/caf%E9.jpg`` (RFC 8089)."""
    return f"file://{quote(os.fsencode(path))}"


def path_of(file: Shape) -> str:
    """The path of a file of a photo, whatever its bytes, as ``os.fsdecode`` gives it."""
    exact = file.get("path_base64")
    return os.fsdecode(base64.b64decode(exact)) if exact else str(file["path"])


def present(shape: Shape) -> list[Shape]:
    """The files of a photo that are there."""
    return [file for file in shape["files"] if file["state"] == "present"]


def position(lat: float, lon: float) -> list[float]:
    """Longitude and latitude, to a hundredth of a metre (RFC 7946, 3.1.1 and 11.2)."""
    return [round(lon, 7), round(lat, 7)]
