"""The tables of rules: every example does what its rule says, and no name stands twice."""

from __future__ import annotations

import pytest

from photocat.captions.cue import Cue
from photocat.captions.date_candidates import words_around
from photocat.captions.date_cues import CUES, cue_of
from photocat.captions.date_forms import FORMS, Form
from photocat.captions.dates import stated_dates
from photocat.captions.events import EVENT_RULES, EventRule, read_event
from photocat.captions.people import PERSON_RULES, PersonRule, read_people
from photocat.captions.text import read_text


@pytest.mark.parametrize(
    ("form", "text", "edtf"),
    [(form, text, edtf) for form in FORMS for text, edtf in form.examples],
    ids=lambda value: value.name if isinstance(value, Form) else None,
)
def test_a_form_reads_its_examples(form: Form, text: str, edtf: str | None) -> None:
    found, impossible = stated_dates(read_text(text))
    assert not impossible
    if edtf is None:
        assert form.name not in [stated.form for stated in found]
    else:
        assert [(stated.form, stated.edtf) for stated in found] == [(form.name, edtf)]


def test_every_form_has_a_name_of_its_own_and_an_example() -> None:
    assert len({form.name for form in FORMS}) == len(FORMS)
    assert [form.name for form in FORMS if not form.examples] == []


@pytest.mark.parametrize(
    ("cue", "example"),
    [(cue, example) for cue in CUES for example in cue.examples],
    ids=lambda value: value.name if isinstance(value, Cue) else None,
)
def test_a_cue_is_the_first_to_fit_its_examples(cue: Cue, example: str) -> None:
    before, rest = example.split("{")
    date, after = rest.split("}")
    text = read_text(before + date + after)
    stated = next(s for s in stated_dates(text)[0] if s.lead <= len(before) < s.span.end)
    words = text.work[stated.lead : stated.span.end].lower()
    assert (
        cue_of(
            *words_around(text, stated.whole)[:1],
            words,
            words_around(text, stated.whole)[1],
            stated.form,
        )
        is cue
    )


def test_every_cue_has_an_example() -> None:
    assert {cue.name for cue in CUES if cue.examples} == {cue.name for cue in CUES}


@pytest.mark.parametrize(
    ("rule", "text", "name"),
    [(rule, text, name) for rule in PERSON_RULES for text, name in rule.examples],
)
def test_a_rule_finds_its_person(rule: PersonRule, text: str, name: str) -> None:
    people = read_people(read_text(text))
    found = people.shown if rule.shows else people.mentioned
    assert [(f.value, f.rule) for f in found][:1] == [(name, f"person/{rule.name}")]


@pytest.mark.parametrize(
    ("rule", "text", "name"),
    [(rule, text, name) for rule in EVENT_RULES for text, name in rule.examples],
)
def test_a_rule_finds_its_event(rule: EventRule, text: str, name: str) -> None:
    event = read_event(read_text(text))
    assert event is not None
    assert (event.value, event.rule) == (name, f"event/{rule.name}")
