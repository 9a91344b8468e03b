# ruff: noqa: E501 (a caption is one line)
"""Captions of our own in the languages that are read besides English: all forms of dates, and places.

Each is the caption, its date, the names that its place may go by, and the country.
"""

from __future__ import annotations

import pytest

from photocat.captions import read_caption
from photocat.gazetteer import Gazetteer
from photocat.gazetteer.keys import key

Row = tuple[str, str | None, str | None, str | None]

# fmt: off
GERMAN: tuple[Row, ...] = (
    ("Fischer flicken ihre Netze im Hafen von Rostock am 3. Mai 2016.", "2016-05-03", "Rostock", "DE"),
    ("Ein Markt in Leipzig, Montag, den 12. Dezember 2016.", "2016-12-12", "Leipzig", "DE"),
    ("Bauern in Polen im März 1937.", "1937-03", "Poland", "PL"),
    ("Hafenarbeiter in Hamburg, 1928", "1928", "Hamburg", "DE"),
    ("Straßenbahn in Wien um 1910.", "1910~", "Vienna", "AT"),
    ("Weber in Chemnitz, ca. 1925", "1925~", "Chemnitz", "DE"),
    ("Schulkinder in Bremen in den 1930er Jahren.", "193X", "Bremen", "DE"),
    ("Ein Dorf in Rumänien Anfang der 1990er Jahre.", "199X", "Romania", "RO"),
    ("Werftarbeiter in Kiel zwischen 1936 und 1939.", "1936/1939", "Kiel", "DE"),
    ("Messe in Köln, 3. bis 5. März 2016", "2016-03-03/2016-03-05", "Köln", "DE"),
    ("Ernte in Ungarn, Juni-Juli 1936", "1936-06/1936-07", "Hungary", "HU"),
    ("Schnee in München, Winter 1978", "1978-24", "Munich", "DE"),
    ("Demonstration in Warschau am 19.03.2016.", "2016-03-19", "Warsaw", "PL"),
    ("Archivbild: Ein Zug in Prag, April 1968.", "1968-04", "Prague", "CZ"),
    ("Ein Fischer in Griechenland, Juni oder Juli 1936", "[1936-06,1936-07]", "Greece", "GR"),
    ("Die Aufnahme entstand am 1. Jänner 1955 in Salzburg.", "1955-01-01", "Salzburg", "AT"),
    ("Seit 2015 steht das Lager in Jordanien.", None, "Jordan", "JO"),
)

FRENCH: tuple[Row, ...] = (
    ("Des pêcheurs à Marseille, le 3 mai 2016.", "2016-05-03", "Marseille", "FR"),
    ("Un marché à Dakar, lundi 12 décembre 2016.", "2016-12-12", "Dakar", "SN"),
    ("Des paysans en Pologne, en mars 1937.", "1937-03", "Poland", "PL"),
    ("Dockers à Bordeaux, 1928", "1928", "Bordeaux", "FR"),
    ("Un tramway à Lyon, vers 1910.", "1910~", "Lyon", "FR"),
    ("Tisserands à Lille, ca. 1925", "1925~", "Lille", "FR"),
    ("Des écoliers à Nantes dans les années 1930.", "193X", "Nantes", "FR"),
    ("Un village en Roumanie au début des années 1990.", "199X", "Romania", "RO"),
    ("Ouvriers à Rouen entre 1936 et 1939.", "1936/1939", "Rouen", "FR"),
    ("Une foire à Toulouse, du 3 au 5 mars 2016", "2016-03-03/2016-03-05", "Toulouse", "FR"),
    ("Moissons en Hongrie, juin-juillet 1936", "1936-06/1936-07", "Hungary", "HU"),
    ("La neige à Genève, hiver 1978", "1978-24", "Geneva", "CH"),
    ("Une manifestation à Varsovie le 19/03/2016.", "2016-03-19", "Warsaw", "PL"),
    ("Photo d'archive du 1er avril 1968 à Prague.", "1968-04-01", "Prague", "CZ"),
    ("Un pêcheur en Grèce, juin ou juillet 1936", "[1936-06,1936-07]", "Greece", "GR"),
    ("Le port de Tunis en août 1955.", "1955-08", "Tunis", "TN"),
    ("Photo prise le 14 février 2019 à Alger.", "2019-02-14", "Algiers", "DZ"),
)

SPANISH: tuple[Row, ...] = (
    ("Pescadores en Valparaíso, el 3 de mayo de 2016.", "2016-05-03", "Valparaíso", "CL"),
    ("Un mercado en Sevilla, lunes 12 de diciembre de 2016.", "2016-12-12", "Sevilla", "ES"),
    ("Campesinos en Polonia, en marzo de 1937.", "1937-03", "Poland", "PL"),
    ("Estibadores en Bilbao, 1928", "1928", "Bilbao", "ES"),
    ("Un tranvía en Montevideo, hacia 1910.", "1910~", "Montevideo", "UY"),
    ("Tejedores en Puebla, ca. 1925", "1925~", "Puebla", "MX"),
    ("Escolares en Quito en los años 1930.", "193X", "Quito", "EC"),
    ("Una aldea en Rumania a principios de los años 1990.", "199X", "Romania", "RO"),
    ("Obreros en Asturias entre 1936 y 1939.", "1936/1939", "Asturias", "ES"),
    ("Una feria en Lima, del 3 al 5 de marzo de 2016", "2016-03-03/2016-03-05", "Lima", "PE"),
    ("Cosecha en Hungría, junio-julio de 1936", "1936-06/1936-07", "Hungary", "HU"),
    ("Nieve en Zaragoza, invierno de 1978", "1978-24", "Zaragoza", "ES"),
    ("Una manifestación en Varsovia el 19/03/2016.", "2016-03-19", "Warsaw", "PL"),
    ("Foto de archivo del 1 de abril de 1968 en Praga.", "1968-04-01", "Prague", "CZ"),
    ("Un pescador en Grecia, junio o julio de 1936", "[1936-06,1936-07]", "Greece", "GR"),
    ("El puerto de La Habana en agosto de 1955.", "1955-08", "Havana", "CU"),
    ("Vecinos de Caracas el miércoles 19 de abril del 2017.", "2017-04-19", "Caracas", "VE"),
)

RUSSIAN: tuple[Row, ...] = (
    ("Рыбаки в Мурманске, 3 мая 2016 года.", "2016-05-03", "Murmansk", "RU"),
    ("Рынок в Казани, понедельник, 12 декабря 2016 г.", "2016-12-12", "Kazan", "RU"),
    ("Крестьяне в Польше, март 1937 года.", "1937-03", "Poland", "PL"),
    ("Грузчики в Одессе, 1928 год", "1928", "Odesa", "UA"),
    ("Трамвай в Москве, около 1910 года.", "1910~", "Moscow", "RU"),
    ("Ткачи в Иваново, ок. 1925", "1925~", "Ivanovo", "RU"),
    ("Школьники в Минске, 1930-е годы", "193X", "Minsk", "BY"),
    ("Деревня в Румынии в начале 1990-х годов.", "199X", "Romania", "RO"),
    ("Рабочие в Туле, 1936-1939 гг.", "1936/1939", "Tula", "RU"),
    ("Ярмарка в Омске, 3-5 марта 2016 года", "2016-03-03/2016-03-05", "Omsk", "RU"),
    ("Жатва в Венгрии, июнь-июль 1936 года", "1936-06/1936-07", "Hungary", "HU"),
    ("Снег в Ташкенте, зима 1978 года", "1978-24", "Tashkent", "UZ"),
    ("Митинг в Варшаве 19.03.2016.", "2016-03-19", "Warsaw", "PL"),
    ("Архивное фото от 1 апреля 1968 года, Прага.", "1968-04-01", "Prague", "CZ"),
    ("Рыбак в Греции, июнь или июль 1936 года", "[1936-06,1936-07]", "Greece", "GR"),
    ("Снимок сделан в августе 1955 года в Риге.", "1955-08", "Riga", "LV"),
    ("Жители Дамаска, 9 мая 2015 года", "2015-05-09", "Damascus", "SY"),
)

UKRAINIAN: tuple[Row, ...] = (
    ("Рибалки в Одесі, 3 травня 2016 року.", "2016-05-03", "Odesa", "UA"),
    ("Ринок у Львові, понеділок, 12 грудня 2016 р.", "2016-12-12", "Lviv", "UA"),
    ("Селяни в Польщі, березень 1937 року.", "1937-03", "Poland", "PL"),
    ("Вантажники в Херсоні, 1928 рік", "1928", "Kherson", "UA"),
    ("Трамвай у Києві, близько 1910 року.", "1910~", "Kyiv", "UA"),
    ("Ткачі в Полтаві, бл. 1925", "1925~", "Poltava", "UA"),
    ("Школярі у Вінниці, 1930-ті роки", "193X", "Vinnytsya", "UA"),
    ("Село в Румунії на початку 1990-х років.", "199X", "Romania", "RO"),
    ("Робітники в Дніпрі, 1936-1939 рр.", "1936/1939", "Dnipro", "UA"),
    ("Ярмарок у Сумах, 3-5 березня 2016 року", "2016-03-03/2016-03-05", "Sumy", "UA"),
    ("Жнива в Угорщині, червень-липень 1936 року", "1936-06/1936-07", "Hungary", "HU"),
    ("Сніг у Харкові, зима 1978 року", "1978-24", "Kharkiv", "UA"),
    ("Мітинг у Варшаві 19.03.2016.", "2016-03-19", "Warsaw", "PL"),
    ("Архівне фото від 1 квітня 1968 року, Прага.", "1968-04-01", "Prague", "CZ"),
    ("Рибалка в Греції, червень або липень 1936 року", "[1936-06,1936-07]", "Greece", "GR"),
    ("Знімок зроблено в серпні 1955 року в Запоріжжі.", "1955-08", "Zaporizhzhya", "UA"),
    ("Мешканці Маріуполя, 20 лютого 2014 року", "2014-02-20", "Mariupol", "UA"),
)

ARABIC: tuple[Row, ...] = (
    ("صيادون في الإسكندرية، 3 مايو 2016", "2016-05-03", "Alexandria", "EG"),
    ("سوق في دمشق يوم الاثنين 12 ديسمبر 2016", "2016-12-12", "Damascus", "SY"),
    ("فلاحون في بولندا في مارس 1937", "1937-03", "Poland", "PL"),
    ("عمال في بيروت عام 1928", "1928", "Beirut", "LB"),
    ("ترام في القاهرة حوالي 1910", "1910~", "Cairo", "EG"),
    ("صورة التقطت في 19 آذار/مارس 2016 في حلب", "2016-03-19", "Aleppo", "SY"),
    ("جنود في بغداد في نيسان/أبريل 2003", "2003-04", "Baghdad", "IQ"),
    ("حصاد في تونس، يونيو-يوليو 1936", "1936-06/1936-07", "Tunisia|Tunis", "TN"),
    ("عمال في طرابلس بين 1936 و 1939", "1936/1939", None, None),
    ("معرض في الرياض، 3-5 مارس 2016", "2016-03-03/2016-03-05", "Riyadh", "SA"),
    ("ثلوج في عمان، شتاء 1978", "1978-24", "Amman|Oman", None),
    ("مظاهرة في الخرطوم 19/03/2016", "2016-03-19", "Khartoum", "SD"),
    ("رجل يسير في صنعاء في ١٩ ديسمبر ٢٠١٦", "2016-12-19", "Sanaa", "YE"),
    ("قطار في الجزائر في 1 نيسان 1968", "1968-04-01", "Algiers|Algeria", "DZ"),
    ("أطفال في غزة، كانون الأول 2008", "2008-12", "Gaza|Gaza City|Gaza Strip", "PS"),
    ("ميناء الدوحة في أغسطس 1955", "1955-08", "Doha", "QA"),
    ("سكان الموصل في 9 حزيران 2014", "2014-06-09", "Mosul", "IQ"),
)

CHINESE: tuple[Row, ...] = (
    ("2016年5月3日，渔民在上海补网。", "2016-05-03", "Shanghai", "CN"),
    ("2016年12月12日，北京的一个市场。", "2016-12-12", "Beijing", "CN"),
    ("1937年3月，波兰的农民。", "1937-03", "Poland", "PL"),
    ("1928年，广州码头工人。", "1928", "Guangzhou", "CN"),
    ("约1910年，香港的电车。", "1910~", "Hong Kong", "HK"),
    ("20世纪30年代，南京的小学生。", "193X", "Nanjing", "CN"),
    ("1990年代，罗马尼亚的村庄。", "199X", "Romania", "RO"),
    ("1936年至1939年，武汉的工人。", "1936/1939", "Wuhan", "CN"),
    ("2016年3月3日至5日，成都的博览会。", "2016-03-03/2016-03-05", "Chengdu", "CN"),
    ("1936年6月至7月，匈牙利的收割。", "1936-06/1936-07", "Hungary", "HU"),
    ("1978年冬，哈尔滨的雪。", "1978-24", "Harbin", "CN"),
    ("这张拍摄于1955年8月的照片显示天津港。", "1955-08", "Tianjin", "CN"),
    ("２０１６年３月１９日，莫斯科红场。", "2016-03-19", "Moscow", "RU"),
    ("4月16日，大马士革街头。新华社记者李明摄", "XXXX-04-16", "Damascus", "SY"),
    ("2014年以来，基辅冲突不断。", None, "Kyiv", "UA"),
    ("图为1968年4月1日的布拉格。", "1968-04-01", "Prague", "CZ"),
    ("2019年9月，叙利亚塔尔图斯港。", "2019-09", "Tartus|Syria|Tartus naval facility|Port of Tartus", "SY"),
)

# fmt: on
LANGUAGES = (GERMAN, FRENCH, SPANISH, RUSSIAN, UKRAINIAN, ARABIC, CHINESE)
ALL = tuple(row for rows in LANGUAGES for row in rows)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    from photocat.gazetteer import open_gazetteer

    return open_gazetteer()


@pytest.mark.parametrize("row", ALL, ids=[row[0][:40] for row in ALL])
def test_a_caption_is_dated_and_placed_in_its_language(row: Row, gazetteer: Gazetteer) -> None:
    text, date, names, country = row
    caption = read_caption(text, gazetteer=gazetteer)
    assert (caption.date_created.edtf.text if caption.date_created else None) == date
    if names is None:
        return
    place = caption.location_created or caption.location_shown
    assert place is not None
    assert key(place.name.name) in map(key, names.split("|"))
    assert country is None or place.name.country_code == country
    assert text[place.start : place.end] == place.quote


def test_every_language_has_sentences_enough() -> None:
    assert min(map(len, LANGUAGES)) >= 15
