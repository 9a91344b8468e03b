"""What the sample gallery tells of: twelve scenes, each with its place and its month or day."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place on Earth, in degrees north and east."""

    key: str
    name: str
    lat: float
    lon: float


HMEIMIM = Place("hmeimim", "Hmeimim air base", 35.401, 35.949)
NAVAL_BASE = Place("naval", "Tartus naval facility", 34.915, 35.874)
TARTUS = Place("tartus", "Tartus", 34.889, 35.887)


@dataclass(frozen=True, slots=True)
class Scene:
    """What was to be seen, where and when; ``date`` is EDTF, no finer than it is known."""

    name: str
    date: str
    place: Place
    seen: str
    from_above: bool = False
    """Taken from orbit: the place is shown, nobody stood there."""


GALLERY: tuple[Scene, ...] = (
    Scene("memorial", "2023-02", HMEIMIM, "guards honour the pilot Roman Filipov"),
    Scene("port-from-space", "2024-12-13", NAVAL_BASE, "the port from a satellite", True),
    Scene("canteen", "2015-10", HMEIMIM, "a canteen worker sets the tables"),
    Scene("patrol", "2016-03", HMEIMIM, "a military policeman on patrol"),
    Scene("march", "2018-04", HMEIMIM, "troops in sand-coloured dress pass a priest"),
    Scene("shop", "2016-02", HMEIMIM, "women in uniform queue in the shop"),
    Scene("cross", "2018-04", HMEIMIM, "soldiers walk by an Orthodox cross"),
    Scene("ballot", "2024-03", NAVAL_BASE, "a sailor votes for a president under Peter the Great"),
    Scene("jet", "2015-12", HMEIMIM, "a Su-25 loaded with bombs"),
    Scene("corvette", "2019-09", TARTUS, "a corvette at anchor"),
    Scene("chapel", "2019-09", NAVAL_BASE, "a priest in the chapel"),
    Scene("line-up", "2016-03", HMEIMIM, "servicemen drawn up on the apron"),
)

SCENE = {scene.name: scene for scene in GALLERY}
"""The same by name."""
