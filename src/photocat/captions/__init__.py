"""Captions become dates, places, people and credits, each with the words that say so."""

from photocat.captions.found import Caption, CaptionNote, Context, FoundDate, FoundText
from photocat.captions.gallery import Gallery, Paragraph, read_gallery
from photocat.captions.read import read_caption
from photocat.captions.shape import caption_shape
from photocat.captions.statements import statements_of

__all__ = [
    "Caption",
    "CaptionNote",
    "Context",
    "FoundDate",
    "FoundText",
    "Gallery",
    "Paragraph",
    "caption_shape",
    "read_caption",
    "read_gallery",
    "statements_of",
]
