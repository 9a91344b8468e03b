# ruff: noqa: E501 (a caption is one line)
"""People and events, on captions of our own in the forms that agencies write.

Each row: a caption, who is shown, who is only spoken of, the event. ``test_how_often`` measures.
"""

from __future__ import annotations

from collections import Counter

import pytest

from photocat.captions import Context, read_caption

Row = tuple[str, tuple[str, ...], tuple[str, ...], str | None]

# fmt: off
POINTED: tuple[Row, ...] = (
    ("Foreign Minister Ana Prado (L) shakes hands with Oskar Lind (R) in Bern, May 4, 2016.", ("Ana Prado", "Oskar Lind"), (), None),
    ("Ana Prado, left, and Oskar Lind, right, cut a ribbon in Bern.", ("Ana Prado", "Oskar Lind"), (), None),
    ("Trainer Mia Okafor (2nd L) lifts a cup in Accra.", ("Mia Okafor",), (), None),
    ("Soldiers carry a crate past Capt. Jon Weir, far right, in Mali.", ("Jon Weir",), (), None),
    ("President Lena Roth, center, listens to farmers in Ghent.", ("Lena Roth",), (), None),
    ("From left, Ana Prado, Oskar Lind and Mia Okafor wait for a train in Turin.", ("Ana Prado", "Oskar Lind", "Mia Okafor"), (), None),
    ("From left to right: Mayor Ana Prado, singer Mia Okafor, Bishop Jon Weir.", ("Ana Prado", "Mia Okafor", "Jon Weir"), (), None),
    ("Farmers talk to Secretary of State Paul Grey, right, near Leeds.", ("Paul Grey",), (), None),
    ("Skipper Tom \"Bear\" Hale, left, mends a net in Hull.", ("Tom \"Bear\" Hale",), (), None),
)

ACTING: tuple[Row, ...] = (
    ("President Lena Roth waves to a crowd in Ghent on May 2, 2016.", ("Lena Roth",), (), None),
    ("FILE - In this March 3, 2014 file photo, Prime Minister Oskar Lind speaks in Oslo.", ("Oskar Lind",), (), None),
    ("Norway's Prime Minister Oskar Lind signs a book of condolence in Oslo.", ("Oskar Lind",), (), None),
    ("Mia Okafor, head of the dockers' union, addresses a rally in Tema.", ("Mia Okafor",), (), None),
    ("Chinese president Wu Jianmin inspects a bridge in Wuhan.", ("Wu Jianmin",), (), None),
    ("Senate Majority Leader Paul Grey walks to a meeting in Washington.", ("Paul Grey",), (), None),
    ("Actor Jon Weir arrives at a premiere in Leeds, May 2, 2016.", ("Jon Weir",), (), None),
    ("Former coach Ana de la Cruz is carried off the pitch in Lima.", ("Ana de la Cruz",), (), None),
    ("Russian Foreign Minister Igor Panin and his Turkish counterpart Emre Aydin arrive for talks in Sochi.", ("Igor Panin", "Emre Aydin"), (), None),
    ("Singer Mia Okafor and actor Jon Weir pose for photographers in Cannes.", ("Mia Okafor", "Jon Weir"), (), None),
    ("President Lena Roth meets with Chancellor Karl Voss in Ghent.", ("Lena Roth", "Karl Voss"), (), None),
    ("A child shakes hands with Pope Linus in Assisi.", ("Linus",), (), None),
    ("King Harald Berg, accompanied by Queen Maud Berg, opens a lock in Telemark.", ("Harald Berg", "Maud Berg"), (), None),
    ("Jean-Luc Petit holds up a trout in Annecy.", ("Jean-Luc Petit",), (), None),
    ("Machinist's Mate 1st Class Jay Orr mans the rails in San Diego.", (), (), None),
)

NOT_SHOWN: tuple[Row, ...] = (
    ("A man walks past a portrait of President Lena Roth in Ghent.", (), ("Lena Roth",), None),
    ("Women hold a poster depicting Prime Minister Oskar Lind in Oslo.", (), ("Oskar Lind",), None),
    ("Flowers lie at a memorial for Russian pilot Igor Panin in Omsk.", (), ("Igor Panin",), None),
    ("Mourners touch the coffin of Bishop Jon Weir in Leeds.", (), ("Jon Weir",), None),
    ("A mural of singer Mia Okafor covers a wall in Accra.", (), ("Mia Okafor",), None),
    ("Supporters of President Lena Roth wave flags in Ghent.", (), ("Lena Roth",), None),
    ("Fans watch a television broadcast of a speech by King Harald Berg in Oslo.", (), ("Harald Berg",), None),
    ("A wax figure of actor Jon Weir stands in a shop in Leeds.", (), ("Jon Weir",), None),
    ("Protesters burn an effigy of President Lena Roth in Antwerp.", (), ("Lena Roth",), None),
    ("Workers clean a square in Minsk. President Igor Panin said that he was pleased.", (), ("Igor Panin",), None),
    ("A view of the town after the fall of President Igor Panin in 2014.", (), ("Igor Panin",), None),
    ("A tram passes Martin Luther Church in Dresden.", (), (), None),
    ("Guests arrive at the Lincoln Center in New York.", (), (), None),
    ("People queue near Saint Petersburg State University in May 2016.", (), (), None),
    ("Free Syrian Army fighters rest near Azaz.", (), (), None),
    ("The Golden Gate Bridge is lit at night in San Francisco.", (), (), None),
)

EVENTS: tuple[Row, ...] = (
    ("A sailor votes in the March 2024 presidential election in Tartus.", (), (), "March 2024 presidential election"),
    ("Runners start at the London Marathon, April 24, 2016.", (), (), "London Marathon"),
    ("Tanks ford a river during exercise Amber Shield 16 near Adazi.", (), (), "Amber Shield 16"),
    ("Leaders sit down at the G20 Summit in Antalya, Nov. 15, 2015.", (), (), "G20 Summit"),
    ("A swimmer dives at the World Aquatics Championships in Kazan.", (), (), "World Aquatics Championships"),
    ("Dancers line up for the Rio Carnival in February 2016.", (), (), "Rio Carnival"),
    ("A memorial event for Russian pilot Igor Panin at a base in Omsk.", (), ("Igor Panin",), "memorial event for Russian pilot Igor Panin"),
    ("A diver rests during Operation Clean Harbour in Toulon.", (), (), "Operation Clean Harbour"),
    ("A farmer ploughs a field near Ghent in March 2016.", (), (), None),
    ("A window of the Convention Center in Austin.", (), (), None),
    ("People take part in a conference in Ghent.", (), (), None),
    ("The Open University opens a hall in Leeds.", (), (), None),
)
# fmt: on
ALL = (*POINTED, *ACTING, *NOT_SHOWN, *EVENTS)


@pytest.mark.parametrize("row", ALL, ids=[row[0][:50] for row in ALL])
def test_a_caption_shows_whom_it_points_at_or_makes_act(row: Row) -> None:
    text, shown, mentioned, event = row
    caption = read_caption(text)
    assert sorted(person.value for person in caption.person_shown) == sorted(shown)
    assert {person.value for person in caption.mentioned_people} == set(mentioned)
    assert (caption.event.value if caption.event else None) == event
    for person in (*caption.person_shown, *caption.mentioned_people):
        assert text[person.start : person.end] == person.quote


def test_body_text_shows_nobody() -> None:
    caption = read_caption(POINTED[0][0], Context(body=True))
    assert caption.person_shown == ()
    assert {person.value for person in caption.mentioned_people} == set(POINTED[0][1])


def test_how_often_a_person_who_is_shown_is_found_and_nobody_else() -> None:
    right = wrong = missed = 0
    for text, shown, _, _ in ALL:
        found = Counter(person.value for person in read_caption(text).person_shown)
        right += (found & Counter(shown)).total()
        wrong += (found - Counter(shown)).total()
        missed += (Counter(shown) - found).total()
    assert right / (right + wrong) >= 0.95
    assert right / (right + missed) >= 0.95
