"""For random answers to random definitions our path is the path that the definition itself describes.

The whole run over public samples, 200 sets of answers each, is ``make bench-forms-import``.
"""

import random
from pathlib import Path

import pytest
from django.utils import timezone

from forms.exchange.contrib.govuk_forms import GovukForms
from forms.exchange.contrib.xgov import XGov
from forms.exchange.parse import parse
from tests.forms import oracle_govuk, oracle_xgov, random_definitions
from tests.forms.bench_import import SETS, measure
from tests.forms.paths import our_answers, our_walk, read


@pytest.mark.parametrize("version", ["v1", "V2"])
@pytest.mark.parametrize("seed", range(12))
def test_the_path_of_an_imported_form_is_the_path_of_its_source(version, seed):
    chance = random.Random(f"{version} {seed}")
    today = timezone.localdate()
    definition = random_definitions.xgov(chance, version)
    form = read(XGov(), definition).form
    for _ in range(10):
        answers = random_definitions.answers_for(definition, chance, today)
        expected = oracle_xgov.walk(definition, answers, today)
        assert our_walk(form, our_answers(definition, form, answers)) == expected


@pytest.mark.parametrize("seed", range(12))
def test_routes_of_govuk_forms_lead_the_same_way(seed):
    chance = random.Random(seed)
    document = random_definitions.govuk(chance)
    form = read(GovukForms(), document).form
    keys = {step.origin: step.questions[-1] for step in form.steps}
    for _ in range(10):
        answers = {
            step["id"]: chance.choice(random_definitions.LIST_VALUES)
            for step in document["steps"]
            if step["data"]["answer_settings"]
        }
        ours = {
            keys[str(step)]["key"]: keys[str(step)]["options"][random_definitions.LIST_VALUES.index(value)]["value"]
            for step, value in answers.items() if str(step) in keys
        }  # fmt: skip
        walked = [name.split("/")[0] for name in our_walk(form, ours)]
        assert walked == [
            str(name).split(" ")[0] + (" " if str(name).startswith("exit") else "")
            for name in oracle_govuk.walk(document, answers)
        ]


@pytest.mark.parametrize(("text", "shown"), [(None, False), ("cat", True), ("catalogue", False)])
def test_no_answer_is_not_a_short_answer(text, shown):
    item = {"id": "i", "componentId": "id-q", "operator": "is shorter than", "type": "StringValue", "value": 5}
    asked = {"type": "TextField", "name": "q", "id": "id-q", "title": "Q", "options": {"required": False}}
    definition = {
        "engine": "V2",
        "pages": [
            {"path": "/a", "title": "A", "components": [asked]},
            {"path": "/b", "title": "B", "condition": "c", "components": [{**asked, "name": "r", "id": "id-r"}]},
        ],
        "conditions": [{"id": "c", "displayName": "short", "items": [item]}],
    }
    answers = {("/a", "q"): text, ("/b", "r"): None}
    form = read(XGov(), definition).form
    assert our_walk(form, our_answers(definition, form, answers)) == (["/a", "/b"] if shown else ["/a"])


@pytest.mark.parametrize("name", ["xgov.yaml", "defra.json", "govuk.json"])
def test_a_definition_with_every_element_is_accounted_for_and_leads_where_its_source_does(name):
    file = Path(__file__).parents[1] / f"data/forms/every-element-{name}"
    accounted, there, equal, _listed, _seconds = measure(parse(file.read_bytes()), random.Random(name))
    assert accounted == there > 300
    assert equal == SETS
