"""Exact nearest neighbours among fingerprints of one width, by Hamming distance.

``HammingIndex`` is what the house uses; ``brute_force`` is what it is held against.
"""

from photocat.nearest.codes import codes_from_bytes
from photocat.nearest.distinct import DistinctCodes, NearPairs
from photocat.nearest.hamming_index import HammingIndex

__all__ = ["DistinctCodes", "HammingIndex", "NearPairs", "codes_from_bytes"]
