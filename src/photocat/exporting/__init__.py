"""What answers a query, handed on: one small module for each format of ``FORMATS``.

query ─▶ photos with all that is said of them, a few at a time ─▶ bytes ─▶ file, whole or not
"""

from photocat.exporting.about import Exported, ExportOptions
from photocat.exporting.export import export
from photocat.exporting.formats import FORMAT, FORMATS, Format

__all__ = ["FORMAT", "FORMATS", "ExportOptions", "Exported", "Format", "export"]
