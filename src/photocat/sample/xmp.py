"""A small writer of XMP packets (ISO 16684-1) in the properties of the IPTC standard."""

from html import escape

from photocat.sample.gallery import Scene
from photocat.sample.said import Stated, Words, finest_name

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}

PROPERTIES: tuple[tuple[str, str, str], ...] = (
    ("headline", "photoshop:Headline", ""),
    ("title", "dc:title", "Alt"),
    ("caption", "dc:description", "Alt"),
    ("keywords", "dc:subject", "Bag"),
    ("creator", "dc:creator", "Seq"),
    ("credit_line", "photoshop:Credit", ""),
    ("source", "photoshop:Source", ""),
    ("copyright_notice", "dc:rights", "Alt"),
    ("usage_terms", "xmpRights:UsageTerms", "Alt"),
    ("instructions", "photoshop:Instructions", ""),
    ("date_created", "photoshop:DateCreated", ""),
    ("event", "Iptc4xmpExt:Event", "Alt"),
    ("digital_source_type", "Iptc4xmpExt:DigitalSourceType", ""),
    ("alt_text", "Iptc4xmpCore:AltTextAccessibility", "Alt"),
    ("rating", "xmp:Rating", ""),
)
"""Field, property, and the RDF container its values stand in."""


def packet(words: Words, scene: Scene, *, located: bool) -> tuple[bytes, list[Stated]]:
    """The packet in UTF-8, and what can be read back from it.

    The place stands in LocationCreated, or in LocationShown for a picture from above; with
    coordinates when ``located``.
    """
    lines, stated = [], []
    for field, name, container in PROPERTIES:
        values = words.get(field, ())
        if values:
            lines.append(_property(name, container, values))
            stated += [Stated(field, value, f"XMP {name}") for value in values]
    role = "LocationShown" if scene.from_above else "LocationCreated"
    field = "location_shown" if scene.from_above else "location_created"
    lines.append(_location(role, words, scene if located else None))
    point = (scene.place.lat, scene.place.lon) if located else None
    stated.append(Stated(field, finest_name(words), f"XMP Iptc4xmpExt:{role}[1]", point))
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    text = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_NAMESPACES["rdf"]}">\n'
        f'<rdf:Description rdf:about="" {names}>\n'
        + "\n".join(lines)
        + '\n</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    )
    return text.encode(), stated


def _property(name: str, container: str, values: tuple[str, ...]) -> str:
    if not container:
        return f"<{name}>{escape(values[0])}</{name}>"
    language = ' xml:lang="x-default"' if container == "Alt" else ""
    items = "".join(f"<rdf:li{language}>{escape(value)}</rdf:li>" for value in values)
    return f"<{name}><rdf:{container}>{items}</rdf:{container}></{name}>"


def _location(role: str, words: Words, located: Scene | None) -> str:
    """A location structure of the IPTC Extension schema."""
    parts = [
        _property(f"Iptc4xmpExt:{name}", "", words[field])
        for name, field in (
            ("Sublocation", "sublocation"),
            ("City", "city"),
            ("ProvinceState", "state"),
            ("CountryName", "country"),
        )
        if field in words
    ]
    parts.append(_property("Iptc4xmpExt:CountryCode", "", ("SY",)))
    if located:
        latitude = _degrees(located.place.lat, "NS")
        parts.append(_property("exif:GPSLatitude", "", (latitude,)))
        parts.append(_property("exif:GPSLongitude", "", (_degrees(located.place.lon, "EW"),)))
    struct = f'<rdf:li rdf:parseType="Resource">{"".join(parts)}</rdf:li>'
    return f"<Iptc4xmpExt:{role}><rdf:Bag>{struct}</rdf:Bag></Iptc4xmpExt:{role}>"


def _degrees(value: float, letters: str) -> str:
    """35.401 as ``35,24.0600N``: degrees and minutes, as XMP writes GPS coordinates."""
    degrees, rest = divmod(round(abs(value) * 1_000_000), 1_000_000)
    minutes, parts = divmod(rest * 60 // 100, 10_000)
    return f"{degrees},{minutes}.{parts:04}{letters[value < 0]}"
