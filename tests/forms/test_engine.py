"""The engine is total: any form, any answers, no loop, no step twice, no answer lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.engine import Schema, StepForm, as_data, first_incomplete, holds, on_path, path
from forms.engine.conditions import OPERATORS
from forms.engine.schema import Question, Step

KEYS = st.sampled_from(["a", "b", "c", "d"])
VALUES = st.sampled_from(["yes", "no", "3", "10", "2026-04-01", "", "¹", "NaN", "x" * 50])
LEAVES = st.fixed_dictionaries({"key": KEYS, "op": st.sampled_from([*OPERATORS, "unknown"]), "value": VALUES})
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.fixed_dictionaries({"all": st.lists(inner, max_size=3)}),
        st.fixed_dictionaries({"any": st.lists(inner, max_size=3)}),
        st.fixed_dictionaries({"not": inner}),
    ),
    max_leaves=6,
)
ANSWERS = st.dictionaries(
    KEYS, st.one_of(VALUES, st.booleans(), st.lists(VALUES, max_size=3), st.dictionaries(KEYS, VALUES, max_size=2))
)


@st.composite
def schemas(draw):
    steps = []
    for n in range(draw(st.integers(1, 8))):
        kind = draw(st.sampled_from(["text", "text", "text", "guidance", "exit"]))
        question = Question(key=draw(KEYS), kind=kind, label="?")
        steps.append(Step(f"s{n}", f"S{n}", (question,), draw(st.one_of(st.none(), TREES))))
    return Schema(tuple(steps), {})


@settings(max_examples=300, deadline=None)
@given(schemas(), ANSWERS)
def test_a_path_is_a_part_of_the_list_in_its_order_without_repeats(schema, answers):
    slugs = [step.slug for step in path(schema, answers)]
    assert slugs == [step.slug for step in schema.steps if step.slug in slugs]
    assert len(slugs) == len(set(slugs))


@settings(max_examples=300, deadline=None)
@given(schemas(), ANSWERS)
def test_dropping_answers_off_the_path_changes_nothing(schema, answers):
    kept = on_path(schema, answers)
    assert path(schema, kept) == path(schema, answers)
    asked = {question.key for step in path(schema, answers) for question in step.asked}
    assert kept == {key: value for key, value in answers.items() if key in asked}


@settings(max_examples=300, deadline=None)
@given(schemas(), ANSWERS)
def test_nothing_follows_an_exit_and_an_exit_is_never_complete(schema, answers):
    steps = path(schema, answers)
    assert all(not step.ends for step in steps[:-1])
    if steps and steps[-1].ends:
        assert first_incomplete(schema, answers, [step.slug for step in steps]) is not None


@settings(max_examples=300, deadline=None)
@given(TREES, ANSWERS)
def test_every_condition_has_an_answer_and_not_turns_it_round(tree, answers):
    assert holds({"not": tree}, answers) is not holds(tree, answers)


def test_a_condition_ignores_answers_that_are_off_the_path():
    first = Step("first", "First", (Question("a", "yes_no", "?"),))
    middle = Step("middle", "Middle", (Question("b", "text", "?"),), {"key": "a", "op": "is", "value": "yes"})
    last = Step("last", "Last", (Question("c", "text", "?"),), {"key": "b", "op": "answered"})
    schema = Schema((first, middle, last), {})
    assert [s.slug for s in path(schema, {"a": "yes", "b": "x"})] == ["first", "middle", "last"]
    assert [s.slug for s in path(schema, {"a": "no", "b": "x"})] == ["first"]


@pytest.mark.parametrize(
    ("day", "month", "year", "code"),
    [
        ("31", "4", "2026", "day"),
        ("29", "2", "2025", "day"),
        ("", "4", "2026", "day"),
        ("1", "13", "2026", "month"),
        ("1", "4", "26", "year"),
        ("٣", "4", "2026", "day"),
        ("1", "", "2026", "month"),
        ("0", "1", "2026", "day"),
    ],
)
def test_a_wrong_date_names_its_box(day, month, year, code):
    form = _form("date", **{"q-day": day, "q-month": month, "q-year": year})
    assert form.errors.as_data()["q"][0].code == code


def test_a_leap_day_is_a_day():
    assert _form("date", **{"q-day": "29", "q-month": "2", "q-year": "2024"}).answers == {"q": "2024-02-29"}


@pytest.mark.parametrize("number", ["01632 960001", "+44 1632 960001", "0044 1632 960 001", "(01632) 960001 ext 5"])
def test_phone_numbers_are_taken_as_people_write_them(number):
    assert _form("phone", q=number).answers == {"q": number}


@pytest.mark.parametrize("number", ["call me", "12", "01632 96000199999999"])
def test_what_cannot_be_dialled_is_refused_in_the_authors_words(number):
    assert _form("phone", q=number).errors["q"] == ["Wrong."]


@pytest.mark.parametrize(
    "name", ["O'Brien", "Null", "X", "李", "🦄" * 60, "\u202eevil", "👩‍👩‍👧", "Zoë de la Cruz-Smith"]
)
def test_every_name_is_a_name(name):
    assert _form("name", q=name).answers == {"q": name}


def test_a_line_break_in_a_name_cannot_add_a_header():
    assert _form("name", q="Zoë\r\nBcc: all@example.org").answers == {"q": "Zoë Bcc: all@example.org"}


def test_a_nul_byte_is_refused_not_stored():
    assert _form("text", q="a\x00b").errors["q"]


@pytest.mark.parametrize(("text", "kept"), [("1,200.50", "1200.50"), ("-3", "-3")])
def test_numbers_keep_their_digits(text, kept):
    assert _form("number", q=text).answers == {"q": kept}


@pytest.mark.parametrize("text", ["1e9", "NaN", "٣", "twelve", "1.2.3"])
def test_other_numbers_are_refused(text):
    assert _form("number", q=text).errors["q"] == ["Wrong."]


def test_limits_name_the_limit():
    question = Question("q", "number", "?", limits={"min": "14", "max": "72"}, error_invalid="Wrong.")
    form = StepForm(Step("s", "S", (question,)), {"q": "100"})
    assert form.errors["q"] == ["Enter 72 or less."]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_stored_answers_validate_again_to_themselves(text):
    step = Step("s", "S", (Question("q", "long_text", "?", required=False),))
    form = StepForm(step, {"q": text})
    if form.is_valid():
        again = StepForm(step, as_data(step, form.answers))
        assert again.is_valid()
        assert again.answers == form.answers


def test_an_address_gets_a_tidy_postcode_and_names_what_is_missing():
    good = {"q-line_1": "1 Example Street", "q-postcode": "ox11aa"}
    assert _form("address", **good).answers["q"]["postcode"] == "OX1 1AA"
    assert _form("address", **{**good, "q-postcode": "OX1"}).errors.as_data()["q"][0].code == "postcode"
    assert _form("address", **{"q-postcode": "OX1 1AA"}).errors.as_data()["q"][0].code == "line_1"
    assert _form("address").errors["q"] == ["Missing."]


def _form(kind, **data):
    question = Question("q", kind, "?", error_missing="Missing.", error_invalid="Wrong.")
    form = StepForm(Step("s", "S", (question,)), data)
    form.is_valid()
    return form
