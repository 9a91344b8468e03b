"""Make photo-like files for the benchmarks.

    python scripts/bench/corpus.py FOLDER [--mp12 N] [--mp2 N] [--mp24 N] [--others N]

Deterministic: the same numbers draw the same scenes. A scene is light falling over a skyline of
shaded shapes under fractal texture and sensor grain, so that it compresses like a photograph (about
3 to 5 MB at 12 megapixels). Every JPEG is 4:2:0 and carries EXIF with GPS, IPTC-IIM and XMP; PNG,
TIFF, WebP and, where its encoder is installed, HEIC carry EXIF.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, TiffImagePlugin

LARGE = (4000, 3000)
"""12 megapixels, as most cameras and telephones deliver."""
HUGE = (6000, 4000)
"""24 megapixels, as press photographers' cameras do."""
SMALL = (1632, 1224)
"""2 megapixels, as agencies deliver previews."""

CITIES = (
    ("Aleppo", "Syria", "SYR", 36.2021, 37.1343),
    ("Geneva", "Switzerland", "CHE", 46.2044, 6.1432),
    ("Nairobi", "Kenya", "KEN", -1.2864, 36.8172),
    ("Quito", "Ecuador", "ECU", -0.1807, -78.4678),
)


def scene(width: int, height: int, seed: int) -> Image.Image:
    """A drawn scene with the statistics of a photograph: edges, gradients, texture, grain."""
    random = np.random.default_rng(seed)
    shapes = _shapes(random, width, height)
    light = _texture(random, width, height)
    picture = np.asarray(shapes, np.float32)
    picture = picture * (0.55 + 0.9 * light[..., None])
    grain = random.standard_normal((height, width), np.float32)
    picture += (4.5 * grain)[..., None]
    return Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8), "RGB")


def _texture(random: np.random.Generator, width: int, height: int) -> NDArray[np.float32]:
    """Fractal noise in 0 to 1: octaves of random grids, each half as strong as the one before."""
    total = np.zeros((height, width), np.float32)
    cells, weight = 3, 0.5
    while cells < width // 2:
        grid = random.random((max(2, cells * height // width), cells), np.float32)
        plane = Image.fromarray(grid).resize((width, height), Image.Resampling.BILINEAR)
        total += weight * np.asarray(plane)
        cells, weight = cells * 2, weight * 0.62
    return total


def _shapes(random: np.random.Generator, width: int, height: int) -> Image.Image:
    """Sky, ground and a few dozen soft-edged blocks and discs in front of them."""
    sky, ground = random.integers(40, 250, 3), random.integers(20, 160, 3)
    canvas = Image.new("RGB", (width, height), tuple(int(value) for value in sky))
    draw = ImageDraw.Draw(canvas)
    horizon = int(height * random.uniform(0.35, 0.75))
    draw.rectangle((0, horizon, width, height), fill=tuple(int(value) for value in ground))
    for _ in range(int(random.integers(20, 60))):
        colour = tuple(int(value) for value in random.integers(10, 245, 3))
        x, y = random.uniform(0, width), horizon + random.normal(0, height / 8)
        w, h = random.uniform(0.01, 0.15) * width, random.uniform(0.02, 0.3) * height
        box = (x - w, y - h, x + w, y + h / 4)
        (draw.ellipse if random.random() < 0.3 else draw.rectangle)(box, fill=colour)
    return canvas.filter(ImageFilter.BoxBlur(width / 2500))


def exif_of(number: int) -> bytes:
    """An EXIF block with camera, time and position, as a camera writes it."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0131] = "Photocat", "Bench 1", "corpus"
    exif[0x0132] = _time(number)
    exif[0x0112] = 1
    camera = exif.get_ifd(0x8769)
    camera[0x9003] = camera[0x9004] = _time(number)
    camera[0x9011] = "+02:00"
    camera[0x829A], camera[0x829D] = _ratio(1, 250), _ratio(28, 10)
    camera[0x8827], camera[0x920A] = 400, _ratio(350, 10)
    _, _, _, latitude, longitude = CITIES[number % len(CITIES)]
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N" if latitude >= 0 else "S", _degrees(abs(latitude))
    gps[3], gps[4] = "E" if longitude >= 0 else "W", _degrees(abs(longitude))
    return exif.tobytes()


def iptc_of(number: int) -> bytes:
    """An IPTC-IIM record with the fields an agency fills, inside a Photoshop resource block."""
    city, country, code, _, _ = CITIES[number % len(CITIES)]
    fields = (
        (90, city),
        (101, country),
        (100, code),
        (120, _caption(number)),
        (80, "Bench Photographer"),
        (110, "Bench Agency"),
        (55, _day(number, "")),
        (25, "drawn"),
        (25, "benchmark"),
    )
    data = b"\x1c\x01\x5a\x00\x03\x1b%G"
    for dataset, text in fields:
        raw = text.encode()
        data += bytes((0x1C, 2, dataset)) + len(raw).to_bytes(2, "big") + raw
    resource = (
        b"8BIM\x04\x04\x00\x00" + len(data).to_bytes(4, "big") + data + b"\0" * (len(data) % 2)
    )
    body = b"Photoshop 3.0\0" + resource
    return b"\xff\xed" + (len(body) + 2).to_bytes(2, "big") + body


def xmp_of(number: int) -> bytes:
    """An XMP packet that says the same as the IPTC-IIM record."""
    city, country, code, _, _ = CITIES[number % len(CITIES)]
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
 photoshop:City="{city}" photoshop:Country="{country}" Iptc4xmpCore:CountryCode="{code}"
 photoshop:Credit="Bench Agency" photoshop:DateCreated="{_day(number, "-")}">
<dc:description><rdf:Alt>
<rdf:li xml:lang="x-default">{_caption(number)}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>Bench Photographer</rdf:li></rdf:Seq></dc:creator>
<dc:subject><rdf:Bag><rdf:li>drawn</rdf:li><rdf:li>benchmark</rdf:li></rdf:Bag></dc:subject>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()


def _caption(number: int) -> str:
    city, country, _, _, _ = CITIES[number % len(CITIES)]
    return f"A drawn skyline near {city}, {country}, on {_day(number, '-')}. Number {number}."


def _day(number: int, between: str) -> str:
    return _time(number)[:10].replace(":", between)


def _time(number: int) -> str:
    return f"{2005 + number % 18}:{1 + number % 12:02}:{1 + number % 28:02} {number % 24:02}:15:00"


def _ratio(numerator: int, denominator: int) -> TiffImagePlugin.IFDRational:
    return TiffImagePlugin.IFDRational(numerator, denominator)


def _degrees(value: float) -> tuple[TiffImagePlugin.IFDRational, ...]:
    whole = int(value)
    minutes = int((value - whole) * 60)
    seconds = round((value - whole - minutes / 60) * 360000)
    return _ratio(whole, 1), _ratio(minutes, 1), _ratio(seconds, 100)


def jpeg(number: int, size: tuple[int, int], quality: int = 92) -> bytes:
    """File ``number`` of the corpus at ``size``: a 4:2:0 JPEG with EXIF, IPTC-IIM and XMP."""
    out = io.BytesIO()
    scene(*size, seed=number).save(
        out,
        "JPEG",
        quality=quality,
        subsampling="4:2:0",
        exif=exif_of(number),
        xmp=xmp_of(number),
        extra=iptc_of(number),
    )
    return out.getvalue()


def variants(number: int, size: tuple[int, int], count: int) -> Iterator[bytes]:
    """``count`` files of one scene that differ in a comment: cheap to make in large numbers."""
    encoded = jpeg(number, size)
    for copy in range(count):
        comment = f"variant {copy}".encode()
        yield (
            encoded[:2]
            + b"\xff\xfe"
            + (len(comment) + 2).to_bytes(2, "big")
            + comment
            + encoded[2:]
        )


@contextmanager
def finished(path: Path) -> Iterator[Path]:
    """Where to write what gets its name when it is whole."""
    unfinished = path.with_name(f"unfinished-{path.name}")
    yield unfinished
    unfinished.replace(path)


def make(folder: Path, large: int, small: int, huge: int = 0) -> list[Path]:
    """The JPEGs in ``folder``, kept where they are already there: all paths, large ones first."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    kinds = (("large", LARGE, large), ("small", SMALL, small), ("huge", HUGE, huge))
    for kind, size, count in kinds:
        for number in range(count):
            path = folder / f"{kind}-{number:05}.jpg"
            if not path.exists():
                with finished(path) as unfinished:
                    unfinished.write_bytes(jpeg(number, size))
            paths.append(path)
    return paths


OTHERS: tuple[tuple[str, dict[str, object]], ...] = (
    ("png", {"compress_level": 6}),
    ("tiff", {"compression": "raw"}),
    ("webp", {"quality": 85}),
    ("heic", {"quality": 80}),
)
"""Formats but JPEG: the ending, and how each is encoded."""


def make_others(folder: Path, count: int, size: tuple[int, int] = SMALL) -> dict[str, list[Path]]:
    """``count`` files of every other format that can be written here, kept where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    if find_spec("pillow_heif"):
        from pillow_heif import register_heif_opener

        register_heif_opener()
    made: dict[str, list[Path]] = {}
    for ending, encoding in OTHERS:
        if ending == "heic" and not find_spec("pillow_heif"):
            continue
        for number in range(count):
            path = folder / f"{ending}-{number:05}.{ending}"
            if not path.exists():
                with finished(path) as unfinished:
                    scene(*size, seed=number).save(unfinished, exif=exif_of(number), **encoding)
            made.setdefault(ending, []).append(path)
    return made


def main() -> None:
    """Make the corpus that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--mp12", type=int, default=12, help="files of 12 megapixels")
    parser.add_argument("--mp2", type=int, default=24, help="files of 2 megapixels")
    parser.add_argument("--mp24", type=int, default=0, help="files of 24 megapixels")
    parser.add_argument("--others", type=int, default=0, help="files of each other format")
    asked = parser.parse_args()
    paths = make(asked.folder, asked.mp12, asked.mp2, asked.mp24)
    paths += [path for made in make_others(asked.folder, asked.others).values() for path in made]
    total = sum(path.stat().st_size for path in paths)
    print(f"{len(paths)} files, {total / 1e6:.1f} MB in {asked.folder}")


if __name__ == "__main__":
    main()
