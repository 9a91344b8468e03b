"""``photocat place``: the gazetteer, by name and by position, and what is added to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from photocat.cli import options
from photocat.cli.output import complain, safe, write_json, write_jsonl, write_table

if TYPE_CHECKING:
    from photocat.gazetteer import Place


@click.group(help="Find places by name or position; add places of your own.")
def command() -> None:
    """The commands below need no catalog."""


@command.command(help="Places of a name, the likeliest first.")
@click.argument("name", nargs=-1, required=True)
@click.option("--within", metavar="PLACE", help="A country code, or a place that contains it.")
@click.option("--year", type=int, help="The year it was called so.")
@options.limit
@options.format_option("table", "json", "jsonl")
def find(name: tuple[str, ...], within: str | None, year: int | None, limit: int, form: str) -> int:
    from photocat.gazetteer import open_gazetteer

    found = open_gazetteer().find(" ".join(name), within, limit or 1000, year)
    return _write([shape(place) for place in found], form)


@command.command(help="Places near LAT,LON, the nearest first; at sea it says which sea.")
@click.argument("point", metavar="LAT,LON")
@click.option("--km", type=click.FloatRange(min=0, min_open=True), help="Only within this radius.")
@options.limit
@options.format_option("table", "json", "jsonl")
def near(point: str, km: float | None, limit: int, form: str) -> int:
    from photocat.gazetteer import open_gazetteer
    from photocat.places import read_point

    there = read_point(point)
    gazetteer = open_gazetteer()
    shapes = [
        {**shape(n.place), "distance_km": round(n.distance_m / 1000, 1), "direction": n.direction}
        for n in gazetteer.near(there, km * 1000 if km else None, min(limit or 1000, 1000))
    ]
    if waters := gazetteer.waters(there):
        shapes.insert(0, {**shape(waters), "distance_km": 0.0, "direction": None})
    return _write(shapes, form)


@command.command("import", help="Add a GeoNames dump (folder), a CSV of places, or of aliases.")
@click.argument("source", type=click.Path(exists=True, path_type=Path))
def import_(source: Path) -> int:
    from photocat.gazetteer.imports import import_places

    imported = import_places(source, say=complain)
    for line in imported.refused:
        complain(f"{source}: {line}")
    click.echo(safe(f"{imported.places:,} places imported to {imported.path}"))
    return 3 if imported.refused else 0


def shape(place: Place) -> dict[str, Any]:
    """A place as JSON tells it."""
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country_code": place.country,
        "hierarchy": list(place.hierarchy),
        "lat": place.lat,
        "lon": place.lon,
        "radius_km": round(place.radius_m / 1000, 1),
        "population": place.population,
    }


def _write(shapes: list[dict[str, Any]], form: str) -> int:
    if form == "json":
        write_json(shapes)
    elif form == "jsonl":
        write_jsonl(shapes)
    elif shapes:
        far = "distance_km" in shapes[0]
        write_table(
            [*(["distance"] if far else []), "name", "kind", "within", "lat", "lon", "id"],
            (
                [
                    *([_away(s)] if far else []),
                    s["name"],
                    s["kind"],
                    ", ".join(s["hierarchy"]),
                    f"{s['lat']:.4f}",
                    f"{s['lon']:.4f}",
                    str(s["id"]),
                ]
                for s in shapes
            ),
        )
    return 0 if shapes else 1


def _away(shape: dict[str, Any]) -> str:
    """``3.9 km NE`` of the place, or ``in`` the sea."""
    if not shape["direction"]:
        return "in"
    return f"{shape['distance_km']:.1f} km {shape['direction']}"
