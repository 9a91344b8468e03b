"""What photos are to each other: relations, works, and the photos that look like one.

fingerprints ─ near ones ─▶ candidates ─ compared in the small ─▶ relations ─ joined ─▶ works
"""

from photocat.dedup.relate import check_index, relate
from photocat.dedup.similar import similar
from photocat.dedup.works import pairs, works

__all__ = ["check_index", "pairs", "relate", "similar", "works"]
