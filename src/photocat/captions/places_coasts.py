"""Where the coasts of countries and states lie: ``off the coast of Libya`` is not in its desert."""

from __future__ import annotations

from photocat.gazetteer import Place
from photocat.places import Point

_COASTS = """
AE 25.3 55.0 250, AL 41.0 19.4 150, AO -11.0 13.6 700, AU.01 -12.3 131.0 600, AU.02 -33.5 151.6 500,
AU.04 -19.5 147.5 900, AU.07 -38.5 145.0 450, AU.08 -26.0 113.8 1200, BD 21.9 90.5 250,
BG 42.8 27.9 150, CL -33.0 -71.7 1900, CY 34.9 33.2 130, DJ 11.7 43.0 120, DK 56.0 9.0 250,
DZ 36.8 3.5 550, EG 31.4 30.0 350, ER 15.6 39.6 350, ES 39.5 0.0 700, FR 47.0 -2.0 600,
GH 5.2 -0.8 280, GR 38.0 24.0 350, HR 43.6 15.6 250, HT 18.8 -72.8 180, ID -6.0 110.0 2000,
IE 53.2 -8.0 300, IL 32.2 34.7 110, IN 15.0 76.5 1300, IR 27.2 54.0 800, IT 40.0 14.0 600,
JP 36.5 138.5 1100, KE -3.5 40.2 250, KP 39.6 127.6 350, KR 35.5 127.8 300, LB 34.0 35.5 110,
LK 7.5 80.8 250, LY 32.5 15.0 700, MA 33.0 -8.5 700, MM 16.5 95.0 800, MR 18.5 -16.2 350,
MY 4.5 105.0 800, MZ -18.0 37.5 1100, NG 5.0 5.5 450, NO 64.0 9.0 1000, OM 20.5 58.5 700,
PE -11.0 -77.6 1000, PH 12.5 122.0 850, PK 25.1 64.5 450, PS 31.5 34.4 30, PT 39.5 -9.0 300,
RO 44.3 28.8 120, SA 22.5 39.0 800, SD 19.5 37.4 350, SE 58.5 17.5 600, SN 14.8 -17.2 250,
SO 5.5 48.5 1000, SY 35.3 35.8 90, TH 10.0 100.0 700, TN 35.8 10.8 280, TR 38.5 28.0 650,
TW 24.0 121.0 220, TZ -7.0 39.5 350, UA 46.0 32.5 350, US.AL 30.2 -88.0 60, US.CA 35.8 -121.3 600,
US.FL 27.8 -81.5 420, US.GA 31.5 -81.2 110, US.LA 29.1 -91.0 260, US.MA 42.0 -70.3 130,
US.MD 38.4 -75.0 60, US.ME 44.0 -68.8 200, US.MS 30.3 -88.9 70, US.NC 35.0 -76.3 220,
US.NJ 39.8 -74.0 120, US.NY 40.7 -73.0 130, US.OR 44.2 -124.2 270, US.SC 33.0 -79.6 170,
US.TX 28.3 -95.8 330, US.VA 37.2 -75.8 120, US.WA 47.2 -124.5 180, VN 15.5 108.5 800,
YE 14.5 45.5 600, ZA -32.5 24.0 950
"""
"""Middles of coastlines with how far they reach from there in km, by country and GeoNames code of
the province; drawn from maps, rounded."""


def _of_lines() -> dict[str, Point]:
    found = {}
    for entry in _COASTS.replace("\n", " ").split(","):
        code, lat, lon, radius_km = entry.split()
        found[code] = Point(float(lat), float(lon), float(radius_km) * 1000)
    return found


COASTS = _of_lines()


def coast_of(place: Place) -> Point | None:
    """The coast of a country or a province, where it lies far from its middle."""
    if place.kind == "admin1":
        return COASTS.get(f"{place.country}.{place.admin1}")
    return COASTS.get(place.country or "") if place.kind == "country" else None
