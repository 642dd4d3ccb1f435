"""A change of standard questions reaches every form; examples run on each publish."""

import uuid

import pytest
from wagtail.models import Locale

from core.services import PublishBlocked
from forms.demo.content import steps_of
from forms.demo.loader import read
from forms.engine import Schema, path
from forms.library import load_library
from forms.models import FormExample, FormVersion, Resource, SharedSteps
from forms.services import build, page_findings, publish_version

NAME = {
    "slug": "your-name",
    "title": "What is your name?",
    "questions": [
        {"kind": "name", "key": "full-name", "label": "What is your name?", "error_missing": "Enter your name."}
    ],
}


@pytest.fixture
def shared(db):
    """The library's "name"."""
    locale, _ = Locale.objects.get_or_create(language_code="en")
    entry = SharedSteps(name="Name", locale=locale)
    entry.steps = entry.steps.stream_block.to_python(steps_of([NAME]))
    entry.save()
    return entry


@pytest.fixture
def using(make_page, shared):
    """A form that ends with the library's name."""
    page = make_page()
    block = page.steps.stream_block
    raw = [
        *page.steps.get_prep_value(),
        {"type": "shared", "value": shared.pk, "id": "5f0c0000-0000-4000-8000-000000000001"},
    ]
    page.steps = block.to_python(raw)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def test_a_change_reaches_the_form_at_its_next_publish_only(using, shared):
    first = FormVersion.objects.get()
    assert first.schema["steps"][-1]["slug"] == "your-name"
    shared.steps = shared.steps.stream_block.to_python(steps_of([{**NAME, "title": "Who are you?"}]))
    shared.save()
    first.refresh_from_db()
    assert first.schema["steps"][-1]["title"] == "What is your name?"
    using.refresh_from_db()
    second = publish_version(using)
    assert second.number == 2
    assert second.schema["steps"][-1]["title"] == "Who are you?"


def edit(client, shared, steps):
    """Save the library's entry as its editor does."""
    from wagtail.test.utils.form_data import nested_form_data, streamfield

    question = dict.fromkeys(("hint", "error_invalid", "maps_to", "max_length"), "")
    step = {
        **{name: steps[name] for name in ("slug", "title")}, "section": "",
        "questions": streamfield([("name", {**question, **steps["questions"][0], "required": "on"})]),
        "show_if": {"match": "all", "conditions": {"count": 0}, "imported": {"count": 0}}, "repeat": {"count": 0},
    }  # fmt: skip
    post = nested_form_data({"name": "Name", "steps": streamfield([("step", step)])})
    return client.post(f"/admin/snippets/onlineforms/sharedsteps/edit/{shared.pk}/", post, follow=True)


@pytest.fixture
def librarian(client, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("ann", "ann@example.org", "x"))
    return client


def test_one_change_in_the_editor_updates_every_live_form(using, shared, librarian):
    page = edit(librarian, shared, {**NAME, "title": "Who are you?"})
    assert "These forms ask the new questions from now on: Report a missed bin." in page.content.decode()
    newest = FormVersion.objects.running().get()
    assert newest.number == 2
    assert newest.schema["steps"][-1]["title"] == "Who are you?"


def test_a_form_that_cannot_take_the_change_is_named_and_runs_on(using, shared, librarian):
    page = edit(librarian, shared, {**NAME, "slug": "photo"})
    assert "These forms keep the old questions" in page.content.decode()
    assert FormVersion.objects.running().get().number == 1


def test_a_fault_in_the_library_names_the_block_of_the_form(using, shared):
    shared.steps = shared.steps.stream_block.to_python(steps_of([{**NAME, "slug": "photo"}]))
    shared.save()
    using.refresh_from_db()
    fault = next(fault for fault in page_findings(using) if fault.rule == "forms.duplicate-step")
    assert fault.block_id == "5f0c0000-0000-4000-8000-000000000001"


def test_a_form_in_another_language_takes_the_library_in_that_language(using, shared):
    polish, _ = Locale.objects.get_or_create(language_code="pl")
    translated = shared.copy_for_translation(polish)
    translated.steps = translated.steps.stream_block.to_python(steps_of([{**NAME, "title": "Jak się nazywasz?"}]))
    translated.save()
    using.locale = polish
    assert build(using).schema["steps"][-1]["title"] == "Jak się nazywasz?"


EXPECTED = "which-bin\nwrong-things\ntagged"


@pytest.mark.parametrize(
    ("answers", "expected", "rule"),
    [
        ("bins = recycling, food\ntag = yes", EXPECTED, None),
        ("bins = recycling\ntag = no", EXPECTED, "forms.example"),
        ("colour = red", EXPECTED, "forms.example-key"),
    ],
)
def test_an_example_that_leads_elsewhere_holds_the_form_back(make_page, answers, expected, rule):
    page = make_page()
    page.examples = [FormExample(name="A tagged bin", answers=answers, expected=expected)]
    found = [finding.rule for finding in page_findings(page)]
    assert found == ([rule] if rule else [])
    if rule:
        with pytest.raises(PublishBlocked, match="A tagged bin"):
            page.save_revision().publish()
    else:
        page.save_revision().publish()
        assert FormVersion.objects.get().schema == build(page).schema


def test_what_nobody_serves_is_held_back_in_plain_words(make_page):
    time = {"kind": "slot", "key": "time", "label": "When?", "error_missing": "Choose a time.", "resource": "visits"}
    step = {"slug": "when", "title": "When?", "questions": [time]}
    page = make_page(steps=[*read("missed-bin")["steps"], step])
    (found,) = page_findings(page)
    assert found.rule == "forms.no-supplier"
    assert "There is no booking calendar “visits”." in found.message
    Resource.objects.create(key="visits", name="Visits")
    assert page_findings(page) == []


def test_the_standard_questions_are_made_once_and_make_a_sound_form(make_page):
    made = load_library()
    assert load_library() == []
    page = make_page()
    raw = [{"type": "shared", "value": entry.pk, "id": str(uuid.uuid4())} for entry in made]
    page.steps = page.steps.stream_block.to_python(raw)
    assert page_findings(page) == []
    schema = Schema.from_json(build(page).schema)
    assert {canonical for canonical in ("name", "address", "email", "phone", "needs") if schema.mapped(canonical)} == {
        "name", "address", "email", "phone", "needs",
    }  # fmt: skip
    assert "their-name" in [step.slug for step in path(schema, {"for-someone-else": "yes"})]
    assert "their-name" not in [step.slug for step in path(schema, {"for-someone-else": "no"})]
