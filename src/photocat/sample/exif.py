"""The EXIF that a delivered file carries, built with Pillow."""

from PIL import ExifTags, Image

from photocat.sample.delivery import Delivery
from photocat.sample.gallery import SCENE
from photocat.sample.said import Stated

_SIDEWAYS = 6


def exif_of(delivery: Delivery) -> tuple[Image.Exif, list[Stated]]:
    """Camera, artist, orientation, clock and GPS of a delivery, and what can be read back."""
    exif, stated = Image.Exif(), []
    camera = delivery.agency.camera or ""
    exif[ExifTags.Base.Make], exif[ExifTags.Base.Model] = camera.split(" ")[0], camera
    exif[ExifTags.Base.Artist] = delivery.creator
    stated.append(Stated("camera", camera, "EXIF Model"))
    stated.append(Stated("creator", delivery.creator, "EXIF Artist"))
    if delivery.treatment.sideways:
        exif[ExifTags.Base.Orientation] = _SIDEWAYS
    if delivery.camera_clock:
        day, clock, *offset = delivery.camera_clock.split(" ")
        original = {ExifTags.Base.DateTimeOriginal: f"{day} {clock}"}
        if offset:
            original[ExifTags.Base.OffsetTimeOriginal] = offset[0]
        exif[ExifTags.IFD.Exif] = original
        if not day.startswith("0000"):
            text = f"{day.replace(':', '-')}T{clock}{''.join(offset)}"
            stated.append(Stated("date_created", text, "EXIF DateTimeOriginal"))
    if delivery.located:
        place = SCENE[delivery.scene].place
        exif[ExifTags.IFD.GPSInfo] = {
            ExifTags.GPS.GPSLatitudeRef: "N",
            ExifTags.GPS.GPSLatitude: _sexagesimal(place.lat),
            ExifTags.GPS.GPSLongitudeRef: "E",
            ExifTags.GPS.GPSLongitude: _sexagesimal(place.lon),
        }
        point = place.lat, place.lon
        text = f"{place.lat},{place.lon}"
        stated.append(Stated("location_created", text, "EXIF GPSLatitude", point))
    return exif, stated


def _sexagesimal(value: float) -> tuple[float, float, float]:
    """Degrees, minutes and seconds of a coordinate north or east, to a tenth of a second."""
    tenths = round(value * 36_000)
    return tenths // 36_000, tenths // 600 % 60, tenths % 600 / 10
