"""From tags to statements: who says what, in which order, and what is said in vain."""

from __future__ import annotations

from datetime import date

import pytest

from photocat.fields import FIELD, FIELDS, carrier_of, rank_of
from photocat.preferred import preferred
from photocat.readers import camera_name, state
from photocat.readers.countries import alpha_2
from photocat.readers.stated_dates import DATE_CARRIERS
from photocat.records import Evidence, PlaceName, Statement, Tag

EXT = "XMP Iptc4xmpExt"


def said(*tags: tuple[str, str], field: str = "") -> list[Statement]:
    statements, _ = state(Tag(*tag) for tag in tags)
    return [s for s in statements if field in ("", s.field)]


def notes(*tags: tuple[str, str]) -> list[str]:
    return [note.code for note in state(Tag(*tag) for tag in tags)[1]]


# --- texts ----------------------------------------------------------------------------------------


def test_every_carrier_speaks_and_the_first_is_believed() -> None:
    captions = said(
        ("EXIF ImageDescription", "From EXIF"),
        ("XMP dc:description", "From XMP"),
        ("IIM 2:120", "From IIM"),
    )

    assert [(s.text, s.rank) for s in sorted(captions, key=lambda s: s.rank)] == [
        ("From IIM", 0),
        ("From XMP", 1),
        ("From EXIF", 2),
    ]
    assert preferred(captions)["caption"][0].text == "From IIM"


def test_a_statement_points_at_its_words() -> None:
    assert said(("IIM 2:110", " AP\u2400")) == [
        Statement("credit_line", "AP", Evidence("IIM 2:110", " AP\u2400", "text"), rank=0)
    ]


def test_a_blank_value_says_nothing() -> None:
    assert said(("EXIF ImageDescription", " \u2400 "), ("XMP dc:source", "")) == []


@pytest.mark.parametrize("text", ["OLYMPUS DIGITAL CAMERA", "Created with GIMP", "SONY DSC"])
def test_what_cameras_write_into_every_picture_is_no_caption_of_it(text: str) -> None:
    captions = said(("EXIF ImageDescription", text), ("EXIF UserComment", "A bridge"))

    assert preferred(captions)["caption"][0].text == "A bridge"
    assert len(captions) == 2


def test_a_guessed_encoding_is_told_where_it_matters() -> None:
    headline, credit = said(
        ("IIM charset", "guessed cp1252"), ("IIM 2:105", "À l’été"), ("IIM 2:110", "AP")
    )

    assert (headline.evidence.rule, headline.evidence.confidence) == ("text-guessed-charset", 0.8)
    assert (credit.evidence.rule, credit.evidence.confidence) == ("text", 1.0)


def test_several_values_are_one_statement_each() -> None:
    assert [s.text for s in said(("XMP dc:creator", "Anna"), ("XMP dc:creator", "Ben"))] == [
        "Anna",
        "Ben",
    ]
    assert [s.text for s in said(("EXIF Artist", "Anna; Ben"))] == ["Anna", "Ben"]


def test_windows_keywords_are_heard_only_where_the_others_are_silent() -> None:
    copied = ("EXIF XPKeywords", "bird;sea")

    assert [s.text for s in said(copied)] == ["bird", "sea"]
    assert [s.text for s in said(copied, ("XMP dc:subject", "bird"))] == ["bird"]


def test_a_translation_stays_a_tag() -> None:
    assert [s.text for s in said(("XMP dc:title", "Bridge"), ("XMP dc:title[fr]", "Pont"))] == [
        "Bridge"
    ]


def test_a_face_is_a_person_and_a_focus_area_is_none() -> None:
    region = "XMP mwg-rs:Regions/mwg-rs:RegionList"

    persons = said(
        (f"{region}[1]/mwg-rs:Name", "Anna"),
        (f"{region}[1]/mwg-rs:Type", "Face"),
        (f"{region}[2]/mwg-rs:Name", "Rex"),
        (f"{region}[2]/mwg-rs:Type", "Pet"),
        (f"{region}[3]/mwg-rs:Name", "Ben"),
    )
    assert [(s.field, s.text) for s in persons] == [
        ("person_shown", "Anna"),
        ("person_shown", "Ben"),
    ]


@pytest.mark.parametrize(("value", "stated"), [("5", ["5"]), ("-1", ["-1"]), ("0", [])])
def test_no_rating_is_not_a_rating_of_nought(value: str, stated: list[str]) -> None:
    assert [s.text for s in said(("XMP xmp:Rating", value))] == stated


@pytest.mark.parametrize(
    ("make", "model", "name"),
    [
        ("SONY", "ILCE-1", "SONY ILCE-1"),
        ("Canon", "Canon EOS R5", "Canon EOS R5"),
        ("NIKON CORPORATION", "NIKON D750", "NIKON D750"),
        ("OLYMPUS OPTICAL CO.,LTD", "E-10", "OLYMPUS OPTICAL CO.,LTD E-10"),
        ("Apple", "iPhone 7", "Apple iPhone 7"),
        ("", "DSC-1", "DSC-1"),
        ("LEICA", "", "LEICA"),
        ("", "", ""),
    ],
)
def test_a_camera_is_named_without_its_maker_twice(make: str, model: str, name: str) -> None:
    assert camera_name(make, model) == name


# --- dates ----------------------------------------------------------------------------------------

DATES: list[tuple[list[tuple[str, str]], list[str]]] = [
    (
        [
            ("EXIF DateTimeOriginal", "2016:03:20 10:11:12"),
            ("EXIF SubSecTimeOriginal", "05"),
            ("EXIF OffsetTimeOriginal", "+02:00"),
        ],
        ["2016-03-20T10:11:12.05+02:00"],
    ),
    ([("EXIF DateTimeOriginal", "2016:03:20 10:11:12")], ["2016-03-20T10:11:12"]),
    ([("IIM 2:055", "20160300")], ["2016-03"]),
    ([("IIM 2:055", "20160000")], ["2016"]),
    ([("IIM 2:055", "20160320"), ("IIM 2:060", "101112+0200")], ["2016-03-20T10:11:12+02:00"]),
    ([("XMP photoshop:DateCreated", "2016-03")], ["2016-03"]),
    ([("XMP exif:DateTimeOriginal", "2016-03-20T10:11")], ["2016-03-20T10:11"]),
    (
        [("EXIF GPSDateStamp", "2016:03:20"), ("EXIF GPSTimeStamp", "9/1 5/1 3050/100")],
        ["2016-03-20T09:05:30Z"],
    ),
    ([("XMP exif:GPSTimeStamp", "2016-03-20T09:05:30Z")], ["2016-03-20T09:05:30Z"]),
    ([("PNG Creation Time", "Sun, 20 Mar 2016 10:11:12 +0200")], ["2016-03-20T10:11:12+02:00"]),
    ([("PNG Creation Time", "20 March 2016")], ["2016-03-20"]),
    ([("PNG Creation Time", "2016-03-20T10:11")], ["2016-03-20T10:11"]),
    ([("EXIF GPSDateStamp", "2016:03:20")], []),  # a day of UTC may be another day here
    ([("EXIF DateTime", "2016:03:20 10:11:12")], []),  # when it was last changed
    ([("EXIF DateTimeOriginal", "    :  :     :  :  ")], []),
]


@pytest.mark.parametrize(("tags", "expected"), DATES)
def test_a_date_is_as_precise_as_it_was_stated(
    tags: list[tuple[str, str]], expected: list[str]
) -> None:
    dates = said(*tags)

    assert [s.text for s in dates] == expected
    assert [s.date.text for s in dates if s.date] == expected
    assert notes(*tags) == []


@pytest.mark.parametrize(
    ("origin", "value"),
    [
        ("EXIF DateTimeOriginal", "0000:00:00 00:00:00"),
        ("EXIF DateTimeOriginal", "2016:02:30 10:11:12"),
        ("EXIF DateTimeOriginal", "yesterday"),
        ("IIM 2:055", "20161320"),
        ("XMP photoshop:DateCreated", "March"),
        ("PNG Creation Time", "20 Foo 2016"),
    ],
)
def test_a_date_that_cannot_be_is_a_note(origin: str, value: str) -> None:
    assert said((origin, value)) == []
    assert notes((origin, value)) == ["date-refused"]


def test_a_receiver_without_a_fix_tells_no_time() -> None:
    clock = ("EXIF GPSTimeStamp", "1/1 0/1 14/1")

    assert notes(("EXIF GPSDateStamp", "1899:12:30"), clock) == ["date-refused"]


def test_tomorrow_s_photo_is_refused_where_today_is_known() -> None:
    tags = [Tag("IIM 2:055", "20360101")]

    assert len(state(tags)[0]) == 1
    assert [n.code for n in state(tags, date(2026, 1, 1))[1]] == ["date-refused"]


def test_a_date_of_digitising_never_goes_before_a_date_of_creation() -> None:
    dates = said(("EXIF DateTimeDigitized", "2005:01:01 00:00:01"), ("IIM 2:055", "19480500"))

    assert preferred(dates)["date_created"][0].text == "1948-05"
    assert {s.evidence.rule for s in dates} == {"exif-date-digitised", "iim-date"}


# --- places ---------------------------------------------------------------------------------------


def test_the_city_fields_are_one_place_of_a_blurred_role() -> None:
    [place] = said(
        ("IIM 2:092", "Hmeimim air base"),
        ("IIM 2:090", "Latakia"),
        ("IIM 2:101", "Syria"),
        ("IIM 2:100", "SYR"),
    )

    assert place.field == "location_created"
    assert place.place == PlaceName("Hmeimim air base", ("Latakia", "Syria"), "SY")
    assert place.evidence == Evidence(
        "IIM 2:092", "Hmeimim air base", "city-of-blurred-role", None, 0.6
    )


def test_a_country_code_alone_is_a_place() -> None:
    [place] = said(("XMP Iptc4xmpCore:CountryCode", "SY"))

    assert place.place == PlaceName("SY", (), "SY")


def test_places_of_iim_and_xmp_are_never_mixed() -> None:
    places = said(("IIM 2:090", "Paris"), ("XMP photoshop:Country", "Syria"))

    assert [s.place for s in places] == [PlaceName("Paris"), PlaceName("Syria")]


def test_location_structures_have_a_role_and_coordinates_of_their_own() -> None:
    created, shown = said(
        (f"{EXT}:LocationCreated[1]/Iptc4xmpExt:City", "Damascus"),
        (f"{EXT}:LocationCreated[1]/Iptc4xmpExt:CountryName", "Syria"),
        (f"{EXT}:LocationShown[1]/Iptc4xmpExt:City", "Aleppo"),
        (f"{EXT}:LocationShown[1]/Iptc4xmpExt:CountryCode", "SY"),
        (f"{EXT}:LocationShown[1]/exif:GPSLatitude", "36,12.0N"),
        (f"{EXT}:LocationShown[1]/exif:GPSLongitude", "37,9.0E"),
    )

    assert (created.field, created.place) == (
        "location_created",
        PlaceName("Damascus", ("Syria",)),
    )
    assert (shown.field, shown.place) == ("location_shown", PlaceName("Aleppo", (), "SY"))
    assert shown.point is not None
    assert (shown.point.lat, shown.point.lon) == pytest.approx((36.2, 37.15))
    assert shown.evidence.origin == f"{EXT}:LocationShown[1]"
    assert shown.evidence.confidence == 1.0


def test_two_places_shown_are_two_statements() -> None:
    places = said(
        (f"{EXT}:LocationShown[2]/Iptc4xmpExt:City", "Homs"),
        (f"{EXT}:LocationShown[1]/Iptc4xmpExt:City", "Aleppo"),
    )

    assert [(s.text, s.rank) for s in places] == [("Aleppo", 0), ("Homs", 0)]


def test_coordinates_are_a_place_without_a_name() -> None:
    [place] = said(
        ("EXIF GPSLatitude", "35/1 24/1 0/1"),
        ("EXIF GPSLatitudeRef", "N"),
        ("EXIF GPSLongitude", "35/1 57/1 0/1"),
        ("EXIF GPSLongitudeRef", "E"),
    )

    assert (place.field, place.text, place.place) == ("location_created", "35.4,35.95", None)
    assert place.evidence.quote == "35/1 24/1 0/1 N 35/1 57/1 0/1 E"


def test_a_place_that_is_none_is_a_note() -> None:
    tags = (("XMP exif:GPSLatitude", "0,0.0N"), ("XMP exif:GPSLongitude", "0,0.0E"))

    assert said(*tags) == []
    assert notes(*tags) == ["place-refused"]


def test_what_stands_beside_the_file_is_never_mixed_with_what_is_in_it() -> None:
    statements, _ = state(
        [Tag("XMP photoshop:City", "Paris"), Tag("XMP photoshop:Country", "Syria", scope="file")]
    )

    assert [(s.scope, s.text) for s in statements] == [("photo", "Paris"), ("file", "Syria")]


@pytest.mark.parametrize(
    ("code", "expected"),
    [("SYR", "SY"), ("sy", "SY"), ("USA", "US"), ("XUN", None), ("750", None), ("", None)],
)
def test_country_codes_are_two_letters_or_nothing(code: str, expected: str | None) -> None:
    assert alpha_2(code) == expected


# --- the table of fields --------------------------------------------------------------------------


def test_a_carrier_speaks_for_what_lies_within_it() -> None:
    assert carrier_of(f"{EXT}:LocationShown[2]/Iptc4xmpExt:City") == (
        f"{EXT}:LocationShown/Iptc4xmpExt:City"
    )
    assert rank_of("location_shown", f"{EXT}:LocationShown[2]/Iptc4xmpExt:City") == 0
    assert rank_of("headline", "nowhere") == len(FIELD["headline"].carriers)


def test_every_carrier_of_a_text_makes_a_statement() -> None:
    for field in FIELDS:
        for carrier in field.carriers:
            if field.kind.value in ("text", "number"):
                [statement] = said((carrier, "5"), field=field.name)
                assert (statement.text, statement.rank) == ("5", field.carriers.index(carrier))


def test_every_carrier_of_a_date_is_known_to_its_reader() -> None:
    elsewhere = ("caption", "file name")
    carriers = [c for c in FIELD["date_created"].carriers if c not in elsewhere]

    assert [line.carrier for line in DATE_CARRIERS] == carriers
