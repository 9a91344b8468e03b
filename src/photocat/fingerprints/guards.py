"""The decoders' ten kinds of exception, made into one; their global switches, set and put back."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageFile

from photocat.errors import FileProblem


@contextmanager
def decoding(*, tolerant: bool, max_pixels: int) -> Iterator[None]:
    """Inside, decoders refuse more than ``max_pixels`` and, if ``tolerant``, take half a picture.

    Whatever a decoder raises leaves as a FileProblem: SyntaxError, TypeError, RuntimeError,
    struct.error and more are ordinary answers to a damaged file.
    """
    switches = Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES
    Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES = max_pixels, tolerant
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except FileProblem:
        raise
    except MemoryError as spent:
        raise FileProblem("memory", "the decoder ran out of it") from spent
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as bomb:
        raise FileProblem("too-many-pixels", f"more than {max_pixels}") from bomb
    except Exception as damaged:
        raise FileProblem("undecodable", _in_words(damaged)) from damaged
    except BaseException as panic:
        # The JPEG XL decoder is written in Rust, whose panics are not Exceptions.
        if type(panic).__name__ != "PanicException":
            raise
        raise FileProblem("undecodable", _in_words(panic)) from panic
    finally:
        Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES = switches


def _in_words(raised: BaseException) -> str:
    lines = str(raised).strip().splitlines()
    return f"{type(raised).__name__}: {lines[0]}" if lines else type(raised).__name__
