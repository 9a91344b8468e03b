"""The sample gallery: pictures that photocat draws itself, as three invented agencies deliver them.

Twelve scenes (``GALLERY``) in some thirty files (``DELIVERIES``), each with its words really
written into it as IPTC-IIM, XMP or EXIF, and with its truth (``Delivered``) beside it. The same
bytes come out on every run. Nothing in photocat imports this but the demo.
"""

from photocat.sample.agencies import AGENCIES, Agency
from photocat.sample.deliver import Delivered, write_gallery
from photocat.sample.deliveries import DELIVERIES
from photocat.sample.delivery import Delivery, Treatment
from photocat.sample.gallery import GALLERY, Place, Scene
from photocat.sample.said import Stated

__all__ = [
    "AGENCIES",
    "DELIVERIES",
    "GALLERY",
    "Agency",
    "Delivered",
    "Delivery",
    "Place",
    "Scene",
    "Stated",
    "Treatment",
    "write_gallery",
]
