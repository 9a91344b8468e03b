"""Of several agencies in one credit, the one that the picture comes from."""

from __future__ import annotations

from collections.abc import Sequence

DELIVERED = frozenset(
    (
        "WireImage",
        "FilmMagic",
        "NurPhoto",
        "LightRocket",
        "SOPA Images",
        "picture alliance",
        "Pacific Press",
        "Anefo",
    )
)
"""Names that stand before the agency that they deliver through, or that delivers through them."""

NATIONAL = frozenset(
    ("APA", "Keystone", "NTB", "TT", "Ritzau Scanpix", "ANP", "Lehtikuva", "Belga", "CTK")
)
"""Agencies that pass on the pictures of the world's in their country: ``Keystone/AP``."""

WORLD = frozenset(("AP", "AFP", "Reuters", "EPA", "dpa"))

HAND_OUT = frozenset(
    (
        *("KCNA", "SANA", "DHA", "IHA", "IRNA", "ISNA", "Fars", "Mehr", "Tasnim", "Kyodo"),
        *("Yonhap", "Xinhua", "VNA", "SPA", "WAM", "WAFA", "Petra", "MENA", "KUNA", "BelTA"),
    )
)
"""Agencies whose pictures those of the world hand on: ``REUTERS/KCNA`` is KCNA's."""

RESOLD = frozenset(("Rex Features", "Shutterstock", "Newscom"))
"""Who sells the pictures of others: whoever stands before them took the picture."""

STOCK = frozenset(("Shutterstock", "Adobe Stock", "Alamy", "iStock", "Pixabay", "Unsplash"))
"""Libraries of stock pictures: people take them, and who else is named has printed them."""


def origin_of(agencies: Sequence[str]) -> str:
    """The agency that took the picture, of those that a credit names in this order."""
    first, *others = (name for name in agencies if name not in RESOLD or name == agencies[0])
    if others and first in DELIVERED:
        return others[-1]
    if first in NATIONAL:
        return next((name for name in others if name in WORLD), first)
    return first
