"""What photos are to each other: relations, works, and the photos that look like one.

fingerprints ─ near ones ─▶ candidates ─ compared in the small ─▶ relations ─ joined ─▶ works
                                                    decided by people ─┘          │
                                                              best copies, plans, conflicts
"""

from photocat.dedup.decisions import decide, decisions, import_decisions
from photocat.dedup.join import join
from photocat.dedup.plan import plan
from photocat.dedup.relate import check_index, relate
from photocat.dedup.similar import similar
from photocat.dedup.works import disagreements, pairs, works

__all__ = [
    "check_index",
    "decide",
    "decisions",
    "disagreements",
    "import_decisions",
    "join",
    "pairs",
    "plan",
    "relate",
    "similar",
    "works",
]
