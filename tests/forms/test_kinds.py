"""Every question type: what it takes, what it refuses, how it reads, and that it can be drawn and authored."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from forms.blocks.kinds import QuestionsBlock
from forms.engine import StepForm, as_data
from forms.engine.days import read_day
from forms.engine.display import in_words
from forms.engine.fields import BUILDERS
from forms.engine.schema import CONTENT_KINDS, WORKED_OUT_KINDS, Option, Question, Step

OPTIONS = (Option("a", "Apples"), Option("b", "Pears"), Option("none", "None of these", exclusive=True))


def asked(kind, data, **limits):
    question = Question(
        "q", kind, "?", error_missing="Missing.", error_invalid="Wrong.", options=OPTIONS, limits=limits
    )
    form = StepForm(Step("s", "S", (question,)), data)
    form.is_valid()
    return form, question


def test_each_type_can_be_authored_checked_and_drawn():
    authored = set(QuestionsBlock().child_blocks)
    assert authored == set(BUILDERS) | CONTENT_KINDS | WORKED_OUT_KINDS
    assert len(authored) >= 24
    drawn = {file.stem for file in (Path(settings.BASE_DIR) / "templates/forms/questions").glob("*.jinja")}
    assert authored <= drawn


GOOD = [
    ("ni_number", {"q": "qq 12 34 56 c".replace("qq", "ab")}, "AB123456C", ["AB 12 34 56 C"]),
    ("money", {"q": "£1,250.5"}, "1250.5", ["£1,250.50"]),
    ("month", {"q-month": "2", "q-year": "2026"}, "2026-02", ["February 2026"]),
    ("website", {"q": "oxford.gov.uk/bins"}, "oxford.gov.uk/bins", ["oxford.gov.uk/bins"]),
    ("checkboxes", {"q": ["a", "b"]}, ["a", "b"], ["Apples", "Pears"]),
    (
        "location",
        {"q-place": "by  the weir", "q-latitude": "51.75", "q-longitude": "-1.25"},
        {"place": "by the weir", "latitude": "51.75", "longitude": "-1.25"},
        ["by the weir", "51.75", "-1.25"],
    ),
]


@pytest.mark.parametrize(("kind", "data", "answer", "words"), GOOD)
def test_good_answers_are_kept_shown_and_validate_again(kind, data, answer, words):
    form, question = asked(kind, data)
    assert form.answers == {"q": answer}
    assert in_words(question, answer) == words
    again = StepForm(form.step, as_data(form.step, form.answers))
    assert again.is_valid()
    assert again.answers == form.answers


BAD = [
    ("ni_number", {"q": "BG123456C"}, "Wrong.", {}),
    ("ni_number", {"q": "AB12345C"}, "Wrong.", {}),
    ("money", {"q": "-5"}, "Wrong.", {}),
    ("money", {"q": "5.005"}, "Enter a number with fewer decimal places.", {}),
    ("number", {"q": "2.5"}, "Enter a whole number.", {"places": 0}),
    ("month", {"q-month": "13", "q-year": "2026"}, "Month must be a number from 1 to 12. Use 0 to 9.", {}),
    ("month", {}, "Missing.", {}),
    ("website", {"q": "javascript:alert(1)"}, "Wrong.", {}),
    ("checkboxes", {"q": ["a", "none"]}, "Pick “None of these” on its own, or take it out.", {}),
    ("checkboxes", {"q": ["a"]}, "Pick 2 or more.", {"min_choices": 2}),
    ("checkboxes", {"q": ["a", "b"]}, "Pick 1 or fewer.", {"max_choices": 1}),
    ("checkboxes", {"q": ["forged"]}, "Wrong.", {}),
    ("long_text", {"q": "one two three"}, "Your answer must be 2 words or fewer. It is 3 now.", {"max_words": 2}),
    ("location", {}, "Missing.", {}),
]


@pytest.mark.parametrize(("kind", "data", "words", "limits"), BAD)
def test_bad_answers_are_refused_in_words(kind, data, words, limits):
    assert asked(kind, data, **limits)[0].errors["q"] == [words]


@pytest.mark.parametrize(
    ("part", "text"), [("latitude", "nan"), ("latitude", "99"), ("longitude", "٣"), ("longitude", "")]
)
def test_half_a_spot_or_one_abroad_names_its_box(part, text):
    data = {"q-place": "", "q-latitude": "51.7", "q-longitude": "-1.2", f"q-{part}": text}
    assert asked("location", data)[0].errors.as_data()["q"][0].code == part


def test_none_of_these_is_enough_where_two_are_asked_for():
    assert asked("checkboxes", {"q": ["none"]}, min_choices=2)[0].answers == {"q": ["none"]}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", date(2028, 2, 29)),
        ("today-1y", date(2027, 2, 28)),
        ("today+1m", date(2028, 3, 29)),
        ("today+10m", date(2028, 12, 29)),
        ("today-2w", date(2028, 2, 15)),
        ("2026-04-01", date(2026, 4, 1)),
        ("tomorrow", None),
        ("today-9999y", None),
    ],
)
def test_days_may_move_with_the_calendar(monkeypatch, text, day):
    monkeypatch.setattr("forms.engine.days.today", lambda: date(2028, 2, 29))
    assert read_day(text) == day


def test_a_date_names_the_day_that_it_must_not_pass(monkeypatch):
    monkeypatch.setattr("forms.engine.days.today", lambda: date(2026, 11, 29))
    data = {"q-day": "30", "q-month": "11", "q-year": "2010"}
    form, _ = asked("date", data, latest="today-16y")
    assert form.errors["q"] == ["The date must be 29 November 2010 or earlier."]
    assert asked("date", {**data, "q-day": "29"}, latest="today-16y")[0].answers == {"q": "2010-11-29"}
