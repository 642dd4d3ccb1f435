"""Each demo form keeps example answers with the steps that they must lead through, and nothing else."""

from functools import cache
from types import SimpleNamespace

import pytest

from forms.blocks import StepsBlock
from forms.compiler import build, findings
from forms.demo.content import steps_of
from forms.demo.loader import ORDER, read
from forms.engine import Schema, on_path, path
from forms.engine.days import read_day

EXAMPLES = [(name, example["name"]) for name in ORDER for example in read(name)["examples"]]


@cache
def blueprint_of(name):
    """Compile a form without a database."""
    data = read(name)
    facts = {field: data.get(field, "") for field in ("title", "slug", "summary", "start_text", "minutes")}
    page = SimpleNamespace(
        **facts,
        privacy_notice=data["privacy"],
        steps=StepsBlock().to_python(steps_of(data["steps"])),
        retention_draft_days=28,
        retention_done_days=365,
        retention_file_days=None,
        assisted_allowed=True,
        promise=None,
        owning_team=None,
        locale=SimpleNamespace(language_code="en"),
        connections=SimpleNamespace(all=list),
    )
    return build(page)


def example_of(name, title):
    """Return one example; a day that moves with the calendar becomes the day that it is now."""
    example = next(example for example in read(name)["examples"] if example["name"] == title)
    moving = {key: read_day(value) for key, value in example["answers"].items() if str(value).startswith("today")}
    return example, {**example["answers"], **{key: day.isoformat() for key, day in moving.items()}}


@pytest.mark.parametrize(("name", "title"), EXAMPLES)
def test_the_answers_lead_through_the_steps_that_they_must(name, title):
    schema = Schema.from_json(blueprint_of(name).schema)
    example, answers = example_of(name, title)
    assert [step.slug for step in path(schema, answers)] == example["steps"]
    results = on_path(schema, answers)
    assert {key: results[key] for key in example.get("results", {})} == example.get("results", {})


@pytest.mark.parametrize("name", ORDER)
def test_the_examples_use_the_forms_own_keys_and_choices(name):
    questions = {q["key"]: q for step in blueprint_of(name).schema["steps"] for q in step["questions"]}
    for example in read(name)["examples"]:
        assert set(example["answers"]) <= set(questions)
        for key, answer in example["answers"].items():
            values = {option["value"] for option in questions[key].get("options", [])}
            assert not values or set(answer if isinstance(answer, list) else [answer]) <= values


@pytest.mark.parametrize("name", ORDER)
def test_between_them_the_examples_reach_every_step(name):
    steps = blueprint_of(name).schema["steps"]
    reached = {slug for example in read(name)["examples"] for slug in example["steps"]}
    assert {step["slug"] for step in steps if not step.get("part_of")} == reached


@pytest.mark.parametrize("name", ORDER)
def test_a_demo_form_lacks_only_what_the_database_gives_it(name):
    rules = {finding.rule for finding in findings(blueprint_of(name))}
    assert rules <= {"forms.no-promise", "forms.no-team"}
