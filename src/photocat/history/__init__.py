"""What people change: edits, words carried between copies, the log of it all, and the way back."""

from photocat.history.edit import edit
from photocat.history.merge import merge
from photocat.history.read_edits import is_edit, read_edits

__all__ = ["edit", "is_edit", "merge", "read_edits"]
