"""What a picture looks like, as numbers: one reduced decode, fingerprints, digests, previews."""

from photocat.fingerprints.decode import DecodeLimits, Wanted, decode_reduced
from photocat.fingerprints.decoded import Decoded
from photocat.fingerprints.digest import pixel_digest
from photocat.fingerprints.formats import FORMATS
from photocat.fingerprints.header import header_size
from photocat.fingerprints.kinds import KINDS, Kind, fingerprints_of
from photocat.fingerprints.previews import PreviewCache, previews_of

__all__ = [
    "FORMATS",
    "KINDS",
    "DecodeLimits",
    "Decoded",
    "Kind",
    "PreviewCache",
    "Wanted",
    "decode_reduced",
    "fingerprints_of",
    "header_size",
    "pixel_digest",
    "previews_of",
]
