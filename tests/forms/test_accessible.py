"""A form's questions are checked as a page's words are."""

import pytest

from accessibility.services import evaluate
from forms.models import FormPage

pytestmark = pytest.mark.django_db


def page_with(*questions):
    steps = [
        {
            "type": "step",
            "id": "s1",
            "value": {
                "slug": "one",
                "title": "Your bin",
                "questions": list(questions),
                "show_if": {"match": "all", "conditions": []},
            },
        }
    ]
    page = FormPage(title="Report a bin", slug="bin")
    page.steps = FormPage._meta.get_field("steps").to_python(steps)
    return page


def question(kind, **value):
    return {"type": kind, "id": f"q-{kind}", "value": {"key": "a", "label": "Which bin is it?", **value}}


def rules_of(page):
    return {finding.rule: finding.block_id for finding in evaluate(page).findings}


@pytest.mark.parametrize(
    ("asked", "rule"),
    [
        (question("text", label=" "), "field-label"),
        (question("radios", label="", options=[]), "field-legend"),
        (question("radios", options=[{"value": "a", "label": ""}]), "field-options"),
        (question("text", label="Details"), "field-label-vague"),
        (question("text", hint="Which bin is it?"), "field-hint"),
        (question("text", error_missing="Required"), "field-error"),
    ],
)
def test_a_poor_question_is_found_in_its_block(asked, rule):
    assert rules_of(page_with(asked))[rule] == asked["id"]


def test_guidance_is_read_and_a_good_question_passes():
    bad = {"type": "guidance", "id": "g", "value": {"body": '<p><a href="#">more</a></p>'}}
    found = rules_of(page_with(question("text"), bad))
    assert found["link-text"] == "g"
    assert not {rule for rule in rules_of(page_with(question("text"))) if rule.startswith("field")}
