"""Writing the sample gallery: every delivered file, and the truth about each."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps, PngImagePlugin

from photocat.sample.deliveries import DELIVERIES
from photocat.sample.delivery import Delivery, Relation, Treatment
from photocat.sample.draw import draw
from photocat.sample.exif import exif_of
from photocat.sample.gallery import SCENE, Scene
from photocat.sample.iim import app13, picture_words
from photocat.sample.said import Stated, words_of
from photocat.sample.xmp import packet

_FORMATS = {"jpg": "JPEG", "png": "PNG", "tif": "TIFF", "webp": "WEBP"}
_TIFF_XMP = 700


@dataclass(frozen=True, slots=True)
class Delivered:
    """One file of the gallery as it lies in the folder, and what is true of it."""

    path: Path
    supplier: str
    scene: Scene
    relation: Relation
    """To ``of``."""
    of: Path | None
    """The file that it derives from, or whose sibling it is; None for an original."""
    box: tuple[float, float, float, float] | None
    """For a crop: its left, top, right and bottom in shares of ``of``."""
    sidecar: Path | None
    stated: tuple[Stated, ...]
    """Every value that can be read from it or its sidecar."""

    def values(self, field: str) -> list[str]:
        """What is stated of one field, once each, in the order of the carriers."""
        return list(dict.fromkeys(s.text for s in self.stated if s.field == field))


@dataclass(frozen=True, slots=True)
class _Written:
    """The bytes of one delivery before they reach the disk."""

    data: bytes
    sidecar: bytes | None
    stated: tuple[Stated, ...]


def write_gallery(folder: Path) -> list[Delivered]:
    """Draw the sample gallery into ``folder/<agency>/``.

    The same bytes on every run; a file that lies there already with its bytes is not touched.
    Returns one record for each picture file, in the order of ``DELIVERIES``. Raises ``OSError``
    where the folder cannot be written.
    """
    written: dict[str, _Written] = {}
    order = sorted(
        DELIVERIES, key=lambda delivery: delivery.relation not in ("original", "sibling")
    )
    for delivery in order:
        written[delivery.path] = _write(delivery, written)
    return [_put(folder, delivery, written[delivery.path]) for delivery in DELIVERIES]


def _write(delivery: Delivery, earlier: dict[str, _Written]) -> _Written:
    if delivery.relation == "same-bytes" and delivery.of:
        return earlier[delivery.of]
    if delivery.relation in ("original", "sibling", "same-pixels") or not delivery.of:
        picture = draw(delivery.frame or delivery.scene)
    else:
        source = Image.open(io.BytesIO(earlier[delivery.of].data))
        picture = ImageOps.exif_transpose(source).convert("RGB")
    return _encoded(_treated(picture, delivery.treatment), delivery)


def _treated(picture: Image.Image, treatment: Treatment) -> Image.Image:
    """The picture cropped, mirrored, greyed, scaled and laid on its side, in this order."""
    if treatment.box:
        left, top, right, bottom = treatment.box
        width, height = picture.size
        picture = picture.crop(
            (round(left * width), round(top * height), round(right * width), round(bottom * height))
        )
    if treatment.mirrored:
        picture = ImageOps.mirror(picture)
    if treatment.grey:
        picture = ImageOps.autocontrast(picture.convert("L"), cutoff=1).convert("RGB")
    if treatment.width:
        height = round(picture.height * treatment.width / picture.width)
        picture = picture.resize((treatment.width, height), Image.Resampling.BILINEAR)
    if treatment.sideways:
        picture = picture.transpose(Image.Transpose.ROTATE_90)
    return picture


def _encoded(picture: Image.Image, delivery: Delivery) -> _Written:
    """The file's bytes with the words in the carriers that the agency writes."""
    scene, words = SCENE[delivery.scene], words_of(delivery)
    suffix = delivery.file.rpartition(".")[2]
    options: dict[str, Any] = {}
    if suffix in ("jpg", "webp"):
        options["quality"] = delivery.treatment.quality
    sidecar: bytes | None = None
    if delivery.agency.habit == "xmp" or delivery.sidecar:
        xmp, stated = packet(words, scene, located=delivery.located)
        if delivery.sidecar:
            sidecar = xmp
        else:
            options |= _xmp_option(suffix, xmp)
    else:
        legacy = delivery.agency.habit == "legacy"
        datasets, stated = picture_words(words, legacy=legacy, from_above=scene.from_above)
        options["extra"] = app13(datasets)
        if delivery.agency.habit == "iim":
            options["exif"], more = exif_of(delivery)
            stated += more
    stream = io.BytesIO()
    picture.save(stream, _FORMATS[suffix], **options)
    return _Written(stream.getvalue(), sidecar, tuple(stated))


def _xmp_option(suffix: str, xmp: bytes) -> dict[str, Any]:
    """How Pillow is told of an XMP packet: every format has its own way."""
    if suffix == "png":
        chunk = PngImagePlugin.PngInfo()
        chunk.add_itxt("XML:com.adobe.xmp", xmp.decode())
        return {"pnginfo": chunk, "compress_level": 1}
    if suffix == "tif":
        return {"tiffinfo": {_TIFF_XMP: xmp}, "compression": "tiff_lzw"}
    return {"xmp": xmp}


def _put(folder: Path, delivery: Delivery, written: _Written) -> Delivered:
    path = folder / delivery.path
    path.parent.mkdir(parents=True, exist_ok=True)
    _keep(path, written.data)
    sidecar = None
    if written.sidecar is not None:
        sidecar = path.with_suffix(".xmp")
        _keep(sidecar, written.sidecar)
    return Delivered(
        path=path,
        supplier=delivery.agency.name,
        scene=SCENE[delivery.scene],
        relation=delivery.relation,
        of=folder / delivery.of if delivery.of else None,
        box=delivery.treatment.box,
        sidecar=sidecar,
        stated=written.stated,
    )


def _keep(path: Path, data: bytes) -> None:
    """Write a file unless it is there already, so that its time of change stays."""
    if not path.is_file() or path.read_bytes() != data:
        path.write_bytes(data)
