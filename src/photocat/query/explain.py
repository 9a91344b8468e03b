"""What a node of a query means, in words that people read."""

from __future__ import annotations

from typing import get_args

from photocat.dates import MAX_MOMENT, MIN_MOMENT, format_moment
from photocat.places import Point
from photocat.query.nodes import (
    All,
    Any,
    Conflicting,
    DateIs,
    Happened,
    HasWords,
    InPlace,
    Is,
    IsNear,
    IsSure,
    Measures,
    Node,
    Not,
    OfWork,
    OneOf,
    Present,
    Related,
    RestsOn,
    WithinBox,
)
from photocat.query.read_values import PROSE
from photocat.records import RelationName

ROLES = {"location_created": "made in", "location_shown": "showing"}

UNITS = {
    "width": "pixels",
    "height": "pixels",
    "pixels": "pixels",
    "size": "bytes",
    "rating": "stars",
}


def means(node: Node) -> str:
    """A node as a phrase: what a photo is that answers it."""
    match node:
        case All(()):
            return "every photo"
        case All(nodes):
            return " and ".join(_inner(n) for n in nodes)
        case Any(nodes) if nodes == tuple(map(Related, get_args(RelationName))):
            return "in a relation to another photo; perhaps, where it is proposed"
        case Any(nodes):
            return " or ".join(_inner(n) for n in nodes) or "no photo"
        case Not(inner):
            return f"not: {_inner(inner)}"
        case HasWords():
            return _words(node)
        case DateIs(date):
            return f"{'certainly' if node.certainly else 'perhaps'} made in {date.text}"
        case InPlace(fields, ids):
            where = " or ".join(ROLES[field] for field in fields)
            known = "a place, or one in it" if ids else "a place that the gazetteer does not know"
            return f"{where} {known}; perhaps, where an unknown name has {_quoted(node.words)}"
        case IsNear(circle):
            return f"within {circle.radius_m / 1000:g} km of {_point(circle.centre)}"
        case WithinBox(box):
            return f"between {_corner(box.south, box.west)} and {_corner(box.north, box.east)}"
        case Measures():
            return _measures(node)
        case RestsOn(field, carrier):
            return f"its {_named(field)} was found in {carrier}"
        case IsSure(field, low, high):
            return f"its {_named(field)} is {low} to {high} % sure"
        case OfWork(work):
            return f"of work {work}"
        case Related(relation):
            return f"in the relation {relation} to another photo; perhaps, where it is proposed"
        case OneOf(photos):
            return f"one of the photos {', '.join(map(str, photos))}" if photos else "no photo"
        case Happened(what, earliest, latest):
            return f"{what} {_between(earliest, latest)}"
        case Present(field):
            return "has coordinates" if field == "gps" else f"has a value for {_named(field)}"
        case Conflicting(about):
            return f"what is said of its {about} contradicts itself"
        case Is(state):
            return f"is {state}"
    raise TypeError(f"{node} is no node of a query")


def _inner(node: Node) -> str:
    joined = isinstance(node, (All, Any)) and len(node.nodes) > 1
    return f"({means(node)})" if joined else means(node)


def _words(node: HasWords) -> str:
    where = "its words" if set(node.fields) == set(PROSE) else " or ".join(map(_named, node.fields))
    how = "is" if node.whole else ("has side by side" if len(node.words) > 1 else "has")
    return f"{where}: {how} {_quoted(node.words)}{' or what begins so' if node.prefix else ''}"


def _quoted(words: tuple[str, ...]) -> str:
    return f"“{' '.join(words)}”"


def _measures(node: Measures) -> str:
    unit = UNITS[node.quantity]
    if node.low == node.high:
        return f"{node.quantity}: {node.low:,.15g} {unit}"
    low, high = _as_written(node.low), _as_written(node.high)
    ends = [f"{'more than' if low < node.low else 'at least'} {low:,.15g}"]
    ends += [f"{'less than' if high > node.high else 'at most'} {high:,.15g}"]
    ends = [end for end in ends if not end.endswith("inf")]
    return f"{node.quantity}: {' and '.join(ends) or 'known,'} {unit}"


def _as_written(number: float) -> float:
    """What is more than a number was read as the next that a computer can tell from it."""
    return float(f"{number:.15g}")


def _named(field: str) -> str:
    return field.replace("_", " ")


def _between(earliest: int, latest: int) -> str:
    first = "" if earliest == MIN_MOMENT else f"from {format_moment(earliest)} "
    last = "" if latest == MAX_MOMENT else f"until {format_moment(latest)} "
    return f"{first}{last}UTC"


def _point(point: Point) -> str:
    return _corner(point.lat, point.lon)


def _corner(lat: float, lon: float) -> str:
    return f"{abs(lat):.4g}° {'N' if lat >= 0 else 'S'}, {abs(lon):.5g}° {'E' if lon >= 0 else 'W'}"
