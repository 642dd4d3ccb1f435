"""Names that would break an address or a page, limits that nobody can meet, numbers too long to count with."""

import copy
import json

import pytest
from django.core.management import CommandError
from django.test import Client

from core.models import User
from forms.compiler import build
from forms.compiler.candidates import candidates
from forms.compiler.examples import read_answer
from forms.demo.loader import read
from forms.engine import holds
from forms.engine.names import clashes
from forms.exchange.base import RefusedError
from forms.exchange.contrib.waymark.document import export
from forms.exchange.service import read_definition
from forms.models import FormExample
from forms.services import findings
from tests.forms.test_exchange import run, write
from tests.forms.test_repeats import REACH
from tests.forms.test_sections import CHILD

STEPS = read("missed-bin")["steps"]
NINES = "9" * 5_000


def changed(change):
    steps = copy.deepcopy(STEPS)
    change(steps)
    return steps


def key(name):
    return lambda steps: steps[3]["questions"][0].update(key=name)


def limits(kind, **values):
    return lambda steps: steps[5]["questions"][0].update(kind=kind, error_invalid="Check it.", **values)


def rules(page):
    return {finding.rule: finding for finding in findings(build(page))}


@pytest.mark.parametrize("name", ["../../etc", "a.b", "item/remove", "Big", "x" * 51, "-x", "tag\n", "straße"])
def test_an_address_that_is_none_is_refused(make_page, name):
    found = rules(make_page(steps=changed(lambda steps: steps[3].update(slug=name))))["forms.bad-name"]
    assert STEPS[3]["title"] in found.message
    assert found.block_id


@pytest.mark.parametrize("name", ["remove", "csrfmiddlewaretoken", "another", "a b", "a.b", "x" * 51])
def test_a_key_that_the_page_needs_itself_is_refused(make_page, name):
    found = rules(make_page(steps=changed(key(name))))["forms.bad-name"]
    assert f"“{name}”" in found.message
    assert found.block_id


@pytest.mark.parametrize(
    ("kind", "other", "hidden"),
    [
        ("address", "home-town", True),
        ("date", "home-year", True),
        ("text", "home-town", False),
        ("text", "home-hint", True),
        ("radios", "home-2", True),
        ("checkboxes", "home-2-item-hint", True),
        ("text", "home-2", False),
        ("file", "home-files", True),
        ("address", "homes-town", False),
    ],
)
def test_a_key_must_not_be_a_part_of_another_question_on_its_page(kind, other, hidden):
    page = [{"key": "home", "kind": kind}, {"key": other, "kind": "text"}]
    assert [*clashes(page)] == ([(1, "home")] if hidden else [])


def test_a_question_beside_the_box_of_an_address_is_refused(make_page):
    town = {"kind": "text", "key": "address-town", "label": "Town", "error_missing": "Enter it."}
    found = rules(make_page(steps=changed(lambda steps: steps[3]["questions"].append(town))))
    assert "“address-town”" in found["forms.bad-name"].message


def test_a_choice_whose_key_cannot_be_posted_is_refused(make_page):
    steps = changed(lambda steps: steps[0]["questions"][0]["options"].append({"": "Nothing"}))
    assert "“Nothing”" in rules(make_page(steps=steps))["forms.bad-name"].message


@pytest.mark.parametrize(
    "change",
    [
        limits("number", min="10", max="5"),
        limits("money", max="lots"),
        limits("number", min="9" * 40 + "x"),
        limits("date", earliest="soon"),
        limits("date", earliest="2026-02-30"),
        limits("date", earliest="today", latest="today-1d"),
        limits("text", max_length=0),
        limits("long_text", max_words=0),
        limits("file", max_files=99),
        limits("radios", options=[]),
        limits("checkboxes", options=[{"a": "A"}, {"b": "B"}], min_choices=3),
        limits("checkboxes", options=[{"a": "A"}, {"b": "B"}], min_choices=2, max_choices=1),
    ],
)
def test_a_limit_that_no_answer_meets_is_refused_with_its_place(make_page, change):
    found = rules(make_page(steps=changed(change)))["forms.limits"]
    assert STEPS[5]["questions"][0]["label"] in found.message
    assert found.how
    assert found.block_id


@pytest.mark.parametrize(
    "change",
    [
        limits("number", min="-5", max="5", places=2),
        limits("date", earliest="today-16y", latest="today"),
        limits("checkboxes", options=[{"a": "A"}, {"b": "B"}], min_choices=1, max_choices=2),
    ],
)
def test_good_limits_are_fine(make_page, change):
    assert "forms.limits" not in rules(make_page(steps=changed(change)))


@pytest.mark.parametrize(
    ("op", "value", "shown"),
    [
        ("before", "2026-05-15", True),
        ("before", "2026-04-01", False),
        ("on_or_after", "2026-04-01", True),
        ("after", "2026-03", True),
        ("before", "2026-04", False),
    ],
)
def test_a_month_counts_as_its_first_day(op, value, shown):
    assert holds({"key": "month", "op": op, "value": value}, {"month": "2026-04"}) is shown


def test_a_number_of_5000_digits_is_refused_in_words(make_page):
    steps = changed(lambda steps: steps[1].update(show_if={"all": [f"bins longer_than {NINES}"]}))
    found = rules(make_page(steps=steps))["forms.not-a-number"]
    assert len(found.message) < 300
    assert [*candidates({"kind": "repeat"}, [NINES])]
    assert read_answer({"kind": "repeat"}, NINES) == []


def test_a_version_of_5000_digits_is_not_there(page):
    author = Client()
    author.force_login(User.objects.create_superuser("ann", "ann@example.org", "x"))
    for number in (NINES, "²", "9" * 9, "-1", ""):
        assert author.get(f"/admin/forms/{page.pk}/versions/", {"before": number}).status_code == 404
    assert author.get("/admin/import-form/", {"document": NINES}).status_code == 200
    assert author.get("/admin/import-form/", {"document": "²"}).status_code == 200


def test_an_answer_of_5000_digits_leads_on(version, tmp_path):
    file = write(tmp_path, {"bins": ["rubbish"], "tag": NINES, "address": {"line_1": NINES}})
    found = json.loads(run("form_path", version.form_slug, answers=file))
    assert found["steps"][0]["slug"] == "which-bin"


def test_an_import_renames_what_cannot_be_used_and_says_so(make_page, tmp_path):
    page = make_page(steps=[CHILD, *copy.deepcopy(STEPS)])
    page.examples = [FormExample(name="Food", answers="bins=food\nchild=0", expected="child which-bin, where")]
    page.save()
    text = json.dumps(export(page))
    for old, new in (("child", "a.b"), ("bins", "remove"), ("food", "Food waste"), ("where", "check")):
        text = text.replace(f'"{old}"', f'"{new}"')
    text = text.replace("bins=food\\nchild=0", "remove=Food waste\\na.b=0").replace(
        "child which-bin, where", "a.b which-bin, check"
    )
    report = json.loads(run("import_form", write(tmp_path, text), format="json"))
    again = type(page).objects.get(pk=report["page"]["id"])
    schema = build(again).schema
    assert [step["slug"] for step in schema["steps"]][:2] == ["a-b", "which-bin"]
    assert not {finding.rule for finding in findings(build(again))} - {
        "forms.no-promise", "forms.no-team", "forms.no-privacy-notice"
    }  # fmt: skip
    renamed = {line["pointer"]: line for line in report["lines"] if line["outcome"] == "downgraded"}
    assert {"/steps/0/value/slug", "/steps/1/value/questions/0/value/key"} <= set(renamed)
    assert "“remove” cannot be used, so it is “remove_2” here" in " ".join(report["notes"])
    assert again.examples.get().answers == "remove_2=food_waste\na-b=0"
    assert again.examples.get().expected == "a-b which-bin, check_2"


def test_an_import_without_a_title_names_the_place(make_page, tmp_path):
    data = export(make_page())
    for title in (["x"], {}, "", " ", None):
        with pytest.raises(CommandError, match="/title"):
            run("import_form", write(tmp_path, {**data, "title": title, "slug": "again"}))


def test_an_import_with_words_for_numbers_keeps_our_own(make_page, tmp_path):
    data = json.loads(json.dumps(export(make_page(steps=[CHILD, REACH]))))
    data["steps"][0]["value"]["repeat"][0]["value"].update(min="none", max=["many"])
    data["review_on"] = 5
    report = json.loads(run("import_form", write(tmp_path, data), format="json"))
    repeat = "/steps/0/value/repeat/0/value"
    lost = {line["pointer"] for line in report["lines"] if line["outcome"] == "lost"}
    assert {f"{repeat}/min", f"{repeat}/max/0", "/review_on"} <= lost


def test_a_number_beyond_all_bounds_is_refused():
    with pytest.raises(RefusedError, match="1e999"):
        read_definition(b'{"format": "waymark-form", "version": 1e999}')
