"""The words of a photo packed: what the full-text index was told, kept to tell it again.

An index without text of its own forgets a photo only when it is given exactly the words that it
was given before. They are worked out from rules and a gazetteer that may be others by then, so they
are kept, in a third of their room.
"""

from __future__ import annotations

import zlib
from typing import Final

from photocat.errors import CatalogDamaged

REMEDY: Final = "photocat check --repair makes them anew"

Words = tuple[str, str, str]
"""The columns ``caption``, ``prose`` and ``stated`` of ``words_index``."""

_COMMON = (
    "¶ title= ¶ caption_writer= ¶ creator_title= ¶ source= ¶ usage_terms= ¶ instructions= ¶ job_id="
    " ¶ event= ¶ organisation_shown= ¶ person_shown= ¶ digital_source_type= ¶ alt_text= ¶ rating="
    " ¶ lens= ¶ orientation= shows_named= shot_named= conflict=place conflict=date has=alt_text"
    " has=caption_writer has=copyright_notice has=creator_title has=digital_source_type has=event"
    " has=instructions has=job_id has=lens has=location_shown has=organisation_shown"
    " has=person_shown has=rating has=source has=title has=usage_terms by_date=caption"
    " by_date=exif by_date=xmp by_location=exif by_location=xmp by_location=caption by_creator=exif"
    " by_creator=xmp by_credit=xmp sure_date=90 sure_location=90 cell=5- cell=4- cell=3- cell=2-"
    " cell=1- cell=0- shows_maybe= shot_maybe= shows= shot=- ¶ has=camera has=caption"
    " has=copyright_notice has=creator has=credit_line has=date_created has=gps has=headline"
    " has=keywords has=location_created when=2016-03-20 when=201x day=every day=some day=03-20"
    " is=portrait is=landscape width=24 height=25 pixels=50 size=44 by_date=iim sure_date=100"
    " by_location=iim sure_location=100 by_creator=iim sure_creator=100 by_credit=iim"
    " sure_credit=100 shot=- ¶ supplier== ¶ supplier= ¶ camera=nikon camera=corporation"
    " camera=canon camera=eos ¶ copyright_notice= ¶ creator= creator= ¶ credit_line= ¶ format=jpeg"
    " ¶ headline= headline= ¶ keywords= ¶ location_created= location_created= ¶ location_shown= ¶"
).encode()
"""What most photos have. Packed words can be read with this very text alone: it never changes."""


def pack_words(words: Words) -> bytes:
    """Words in as little room as may be."""
    packer = zlib.compressobj(6, zdict=_COMMON)
    return packer.compress("\n".join(words).encode()) + packer.flush()


def unpack_words(packed: bytes) -> Words:
    """The words of ``pack_words``. Raises ``CatalogDamaged`` for anything else."""
    unpacker = zlib.decompressobj(zdict=_COMMON)
    try:
        caption, prose, stated = unpacker.decompress(packed).decode().split("\n")
        if not unpacker.eof:
            raise ValueError("they are cut off")
    except (ValueError, zlib.error) as problem:
        raise CatalogDamaged(f"the words of a photo are damaged: {problem}; {REMEDY}") from problem
    return caption, prose, stated
