# ruff: noqa: E501 (a caption is one line)
"""Captions in other languages than English, invented: what dates them.

Each is the caption, the photo's date, the dates that are only mentioned.
"""

from __future__ import annotations

import pytest

from photocat.captions import Context, read_caption
from photocat.dates import Edtf

# fmt: off
LANGUAGES: tuple[tuple[str, str | None, tuple[str, ...]], ...] = (
    ("Die Aufnahme zeigt das Brandenburger Tor im März 1936.", "1936-03", ()),
    ("Ein Soldat am 25. August 2023 in Kiew. Seit 2022 herrscht Krieg. Foto: Jana Muster/dpa", "2023-08-25", ("2022/..",)),
    ("Archivfoto vom 3. Juni 1961: Der Präsident in Wien.", "1961-06-03", ()),
    ("Undatierte Aufnahme der Altstadt.", None, ()),
    ("Des soldats russes à la base de Hmeimim, en mars 2016.", "2016-03", ()),
    ("Le président à Paris, le 14 juillet 2018. Photo Jean Dupont/AFP", "2018-07-14", ()),
    ("L'épave de l'avion, qui s'est écrasé le 24 mars 2015, photographiée le 26 mars 2015.", "2015-03-26", ("2015-03-24",)),
    ("Un soldado vigila la base, el 19 de marzo de 2016. EFE/Juan Pérez", "2016-03-19", ()),
    ("Fotografía de archivo del 5 de mayo de 2010 que muestra al presidente.", "2010-05-05", ()),
    ("Российский военный на авиабазе Хмеймим, март 2016 года.", "2016-03", ()),
    ("Жители Москвы на Красной площади 9 мая 2015 года. Фото: Иван Иванов/ТАСС", "2015-05-09", ()),
    ("Солдаты в Севастополе в марте 2014 года. С 2015 года база расширена.", "2014-03", ("2015/..",)),
    ("Снимок сделан 12 декабря 1943 года под Киевом.", "1943-12-12", ()),
    ("Мешканці Києва на Майдані, 20 лютого 2014 року", "2014-02-20", ()),
    ("Українські військові біля Бахмута у березні 2023 року.", "2023-03", ()),
    ("جنود روس في قاعدة حميميم في مارس 2016", "2016-03", ()),
    ("صورة التقطت في 19 آذار/مارس 2016 في دمشق", "2016-03-19", ()),
    ("رجل يسير في حلب في ١٩ ديسمبر ٢٠١٦", "2016-12-19", ()),
    ("2016年3月19日,俄罗斯军人在赫迈米姆空军基地巡逻。", "2016-03-19", ()),
    ("这张拍摄于2015年12月的照片显示基地。", "2015-12", ()),
    ("2019年9月，塔尔图斯港。", "2019-09", ()),
    ("Una donna a Roma, il 3 maggio 2020.", "2020-05-03", ()),
    ("Een vrouw in Gent op 3 mei 2020.", "2020-05-03", ()),
    ("Żołnierze w Warszawie, 11 listopada 2018 r.", "2018-11-11", ()),
    ("En man i Stockholm den 5 juni 2019. Foto: Anna Svensson/TT", "2019-06-05", ()),
    ("© 2016 Jane Doe. A tram in Lisbon.", None, ()),
    ("A tram in Lisbon. © 2016 Jane Doe", None, ()),
    ("Das letzte Bild: Der Präsident an seiner 90. Geburtstagsfeier am 12. August 2016 in Havanna.", "2016-08-12", ()),
    ("CARACAS (VENEZUELA), 12/02/2019.- El jefe del Parlamento se hace una foto. EFE/ Juan Pérez", "2019-02-12", ()),
    ("AME2209. CARACAS (VENEZUELA), 12/02/2019.- Una plaza. EFE/ Juan Pérez", "2019-02-12", ()),
    ("Un homme marche dans la rue avec des enfants, Paris, 05/03/2019.", "2019-03-05", ()),
    ("A man walks down the street with children, Paris, 05/03/2019.", "[2019-03-05,2019-05-03]", ()),
    ("Una madre descansa al amanecer del lunes 29 de octubre de 2018.", "2018-10-29", ()),
    ("01/09/2015 - Flüchtlinge im Wiener Westbahnhof an Bord eines Zuges, der nach München fährt.", "2015-09-01", ()),
    ("Una protesta el 12 de febrero de 2019. Gobierna desde el pasado 10 de enero.", "2019-02-12", ("2019-01-10/..",)),
)

# fmt: on


@pytest.mark.parametrize(("text", "photo", "mentioned"), LANGUAGES)
def test_a_caption_in_any_language_is_dated_by_what_it_says(
    text: str, photo: str | None, mentioned: tuple[str, ...]
) -> None:
    caption = read_caption(text)
    assert (caption.date_created.edtf.text if caption.date_created else None) == photo
    assert tuple(date.edtf.text for date in caption.mentioned_dates) == mentioned
    for date in (caption.date_created, *caption.mentioned_dates):
        assert date is None or text[date.start : date.end] == date.quote != ""


@pytest.mark.parametrize(
    "text",
    [
        "El presidente habla en un mitin, este miércoles en Caracas.",
        "El presidente habla el miércoles en Caracas.",
        "Menschen am Mittwoch in Berlin.",
        "Des gens marchent à Paris, mercredi.",
    ],
)
def test_a_weekday_is_that_before_the_publication(text: str) -> None:
    caption = read_caption(text, Context(published=Edtf.parse("2019-01-24")))
    assert caption.date_created is not None
    assert caption.date_created.edtf.text == "2019-01-23"


def test_the_weekday_of_what_is_told_dates_no_photo() -> None:
    text = "Vista de los daños de los atentados del miércoles en Caracas."
    assert read_caption(text, Context(published=Edtf.parse("2019-01-24"))).date_created is None
