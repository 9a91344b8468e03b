"""What is believed, written beside photos: XMP sidecars, or by ExifTool into the files."""

from photocat.writing.outcomes import WriteOptions, Wrote
from photocat.writing.put_back import put_back
from photocat.writing.write import write

__all__ = ["WriteOptions", "Wrote", "put_back", "write"]
