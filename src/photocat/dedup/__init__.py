"""What photos are to each other: relations, works, and the photos that look like one.

fingerprints ─ near ones ─▶ candidates ─ compared ─▶ relations ─ joined ─▶ works
                                  decided by people ─┘                     │
                                                       best copies, plans, conflicts

Nothing is imported here: to decide, or to ask for help, takes no decoder and no numpy.
"""
