"""The two previews of a picture, and the disposable folder that holds them."""

from __future__ import annotations

import contextlib
import io
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from photocat.fingerprints.decoded import Decoded
from photocat.fingerprints.sizes import LARGE, SMALL, fit

QUALITY = 80
"""JPEG at this quality takes a fifth of the time that the fastest WebP does."""


def previews_of(decoded: Decoded) -> dict[int, bytes]:
    """JPEGs of at most 256 and 1024 pixels a side: sRGB, upright, without any metadata.

    Raises ValueError where the picture was decoded without them (``decode.Wanted``).
    """
    if decoded.picture is None:
        raise ValueError("decoded without previews")
    return {SMALL: _encoded(fit(decoded.picture, SMALL)), LARGE: _encoded(decoded.picture)}


def _encoded(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


class PreviewCache:
    """Previews in a folder beside the catalog, by the digest of the photo they show.

    Everything in it can be made again: a preview that cannot be written or is gone is no error.
    Only its owner can read it.
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = Path(folder)

    def path_of(self, sha256: str, size: int) -> Path:
        """Where the preview of ``size`` is, or would be: ``ab/abcd….256.jpg``."""
        return self.folder / sha256[:2] / f"{sha256}.{size}.jpg"

    def write(self, sha256: str, previews: Mapping[int, bytes]) -> bool:
        """Store the previews of one photo, each whole or not at all; False where it cannot."""
        try:
            for size, encoded in previews.items():
                self._write(self.path_of(sha256, size), encoded)
        except OSError:
            return False
        return True

    def read(self, sha256: str, size: int) -> bytes | None:
        """The preview, or None where it has to be made again."""
        try:
            return self.path_of(sha256, size).read_bytes()
        except OSError:
            return None

    def _write(self, path: Path, encoded: bytes) -> None:
        self._make_folders(path.parent)
        unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        try:
            handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(handle, "wb") as file:
                file.write(encoded)
            os.replace(unfinished, path)
        except OSError:
            with contextlib.suppress(OSError):
                unfinished.unlink()
            raise

    def _make_folders(self, folder: Path) -> None:
        try:
            folder.mkdir(mode=0o700)
        except FileExistsError:
            return
        except FileNotFoundError:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
