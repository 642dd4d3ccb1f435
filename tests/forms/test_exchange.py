"""Importing and exporting whole forms: commands, loss report, round trip, hostile words."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Locale

from forms.compiler import build
from forms.demo.accounts import load_accounts
from forms.demo.calendars import load_calendars
from forms.demo.content import examples_of, steps_of
from forms.demo.loader import ORDER
from forms.demo.loader import read as read_yaml
from forms.exchange.contrib.xgov import XGov
from forms.exchange.ledger import Outcome, elements
from forms.models import FormExample, FormPage, FormVersion, SharedSteps
from forms.services import publish_version
from tests.forms.conftest import home_page
from tests.forms.paths import read
from tests.forms.test_repeats import REACH
from tests.forms.test_sections import CHILD, WHICH

#: A definition with one of everything that can go wrong, made for these tests.
DEFINITION = json.loads((Path(__file__).parents[1] / "data/forms/library-card.json").read_text(encoding="utf-8"))


ASKED = {"kind": "yes_no", "key": "shared_question", "label": "Is it so?", "error_missing": "Say if it is so."}
SHARED = steps_of([{"slug": "shared-step", "title": "Is it so?", "questions": [ASKED]}])
LOOP = [{"path": "/a", "next": [{"path": "/b"}]}, {"path": "/b", "next": [{"path": "/a"}]}]


@pytest.fixture
def home(db):
    """The home page of the English site."""
    return home_page(Locale.objects.get_or_create(language_code="en")[0])


def run(command, *arguments, **options):
    out = StringIO()
    call_command(command, *map(str, arguments), stdout=out, **options)
    return out.getvalue()


def write(folder, data, name="form.json"):
    file = folder / name
    file.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return file


def test_the_report_has_one_line_for_every_element():
    found = read(XGov(), DEFINITION)
    lines = found.ledger.lines()
    assert [line.pointer for line in lines] == [pointer for pointer, _value in elements(DEFINITION)]
    assert all(line.reason for line in lines if line.outcome is not Outcome.MAPPED)


@pytest.mark.parametrize(
    ("pointer", "outcome"),
    [
        ("/name", Outcome.DOWNGRADED),
        ("/payApiKey", Outcome.LOST),
        ("/outputs/0/outputConfiguration/url", Outcome.LOST),
        ("/pages/0/components/0/content", Outcome.DOWNGRADED),
        ("/pages/0/components/1/title/en", Outcome.MAPPED),
        ("/pages/0/components/1/title/cy", Outcome.LOST),
        ("/pages/0/components/1/options/classes", Outcome.LOST),
        ("/pages/0/components/1/schema/max", Outcome.MAPPED),
        ("/pages/0/components/1/schema/regex", Outcome.LOST),
        ("/pages/0/components/3", Outcome.LOST),
        ("/lists/0/items/1/conditional/components/0", Outcome.DOWNGRADED),
        ("/pages/3", Outcome.LOST),
        ("/conditions/0/value", Outcome.MAPPED),
        ("/conditions/1", Outcome.LOST),
    ],
)
def test_an_element_is_told_as_what_it_became(pointer, outcome):
    assert {line.pointer: line.outcome for line in read(XGov(), DEFINITION).ledger.lines()}[pointer] is outcome


def test_import_makes_a_draft_with_nothing_dangerous_in_it(home, tmp_path):
    report = json.loads(run("import_form", write(tmp_path, DEFINITION), format="json"))
    page = FormPage.objects.get(pk=report["page"]["id"])
    assert not page.live
    assert page.title == "Join the library"
    assert sum(report["counts"].values()) == report["elements"] == len(report["lines"])
    assert any("privacy notice" in note for note in report["notes"])
    stored = json.dumps(page.steps.get_prep_value())
    assert not any(bad in stored for bad in ("<script", "onerror", "javascript:", "secret-key", "example.org/hook"))
    assert [step.value["slug"] for step in page.steps] == ["who", "who-more", "when", "sorry", "declaration-to-sign"]


def test_publishing_at_once_needs_what_no_file_can_give(home, make_page, tmp_path):
    rules = json.dumps(DEFINITION).replace("javascript:alert(1)", "/rules").replace(">this<", ">the library’s rules<")
    file = write(tmp_path, rules)
    with pytest.raises(CommandError, match="privacy notice"):
        run("import_form", file, publish=True)
    assert not FormPage.objects.exists()
    given = {"promise": "Bin", "team": "Bins", "privacy": "We keep it for a year."}
    make_page()
    assert "The form is live" in run("import_form", file, publish=True, **given)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"pages": []}, "does not know this format"),
        ({"startPage": "/nowhere"}, "start page “/nowhere”"),
        ({"pages": LOOP, "startPage": "/a"}, "/a, /b"),
        ({"pages": [{"path": "/a"}, {"path": "/a"}], "startPage": "/a"}, "Two pages have the path"),
        ({"pages": [{"title": "x"}, {"path": "/a"}], "startPage": "/a"}, "no path"),
        ({"pages": [{"path": "/a", "components": []}], "startPage": "/a", "engine": "V2"}, ""),
    ],
)  # fmt: skip
def test_what_cannot_be_a_form_is_refused_and_nothing_is_stored(home, tmp_path, change, words):
    file = write(tmp_path, {**DEFINITION, "declaration": "", **change})
    if not words:
        assert "draft" in run("import_form", file)
        return
    with pytest.raises(CommandError, match=words):
        run("import_form", file)
    assert not FormPage.objects.exists()


def test_an_unknown_format_is_refused_with_its_elements(home, tmp_path):
    file = write(tmp_path, {"titleEn": "x", "elements": [{"id": 1}, {"id": 2}]})
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("import_form", str(file), format="json", stdout=out)
    refusal = json.loads(out.getvalue())
    assert refusal["elements"] == {"elements[].id": 2, "titleEn": 1}
    assert "GOV.UK Forms" in refusal["refused"]


@pytest.mark.parametrize("name", ORDER)
def test_export_and_import_give_the_same_form(make_page, tmp_path, name):
    load_calendars(None)
    load_accounts(None)
    page = make_page(name)
    shared = SharedSteps.objects.create(name="Your name", locale=page.locale, steps=SHARED)
    page.steps.insert(0, ("shared", shared))
    for example in examples_of(read_yaml(name)):
        page.examples.add(FormExample(**{**example, "expected": f"shared-step\n{example['expected']}"}))
    page.save()
    before = publish_version(page).sha256
    exported = run("export_form", page.slug)
    slug, parent = page.slug, page.get_parent()
    FormVersion.objects.all().delete()
    page.delete()
    report = json.loads(run("import_form", write(tmp_path, exported), format="json", parent=parent.slug))
    assert [line for line in report["lines"] if line["outcome"] != "mapped"] == []
    assert report["counts"] == {"mapped": report["elements"], "downgraded": 0, "lost": 0}
    again = FormPage.objects.get(slug=slug)
    assert run("export_form", slug) == exported
    assert publish_version(again).sha256 == before


def test_standard_questions_that_are_not_known_here_become_steps(make_page, tmp_path):
    page = make_page()
    page.steps.append(("shared", SharedSteps.objects.create(name="Your name", locale=page.locale, steps=SHARED)))
    page.save()
    before = publish_version(page).schema["steps"]
    exported = run("export_form", page.slug)
    SharedSteps.objects.all().delete()
    report = json.loads(run("import_form", write(tmp_path, exported), format="json"))
    again = FormPage.objects.get(pk=report["page"]["id"])
    assert report["counts"]["lost"] == 0
    assert build(again).schema["steps"] == before


def test_a_tampered_export_loses_its_poison_and_says_so(home, make_page, tmp_path):
    data = json.loads(run("export_form", make_page().slug))
    data["start_text"] = "<p>Hi</p><script>x()</script>"
    data["retention_done_days"] = "for ever"
    data["live"] = True
    data["steps"][0]["value"]["questions"][0]["value"]["required"] = {"a": 1}
    data["steps"][0]["value"]["show_if"]["imported"] = [{"value": '{"all": 5}'}]
    report = json.loads(run("import_form", write(tmp_path, data), format="json"))
    page = FormPage.objects.get(pk=report["page"]["id"])
    assert page.start_text == "<p>Hi</p>"
    assert not page.live
    lost = {line["pointer"] for line in report["lines"] if line["outcome"] != "mapped"}
    assert {"/start_text", "/retention_done_days", "/live", "/steps/0/value/questions/0/value/required/a"} <= lost


def test_form_path_prints_the_steps_of_an_answer_set(version, tmp_path):
    file = write(tmp_path, {"bins": ["recycling"], "tag": "yes"})
    found = json.loads(run("form_path", version.form_slug, answers=file))
    assert [step["slug"] for step in found["steps"]] == ["which-bin", "wrong-things", "tagged"]
    assert found["exit"] is True
    odd = write(tmp_path, {"bins": "recycling", "tag": True})
    assert json.loads(run("form_path", version.form_slug, answers=odd)) == found
    with pytest.raises(CommandError, match="not in the form: nothing"):
        run("form_path", version.form_slug, answers=write(tmp_path, {"nothing": "x"}))


def test_form_path_tells_the_pages_of_each_turn(make_page, tmp_path):
    page = make_page(steps=[CHILD, WHICH, REACH])
    turns = [{"full": "Ann", "school": True}, {"full": "Bob", "school": "no"}]
    found = json.loads(run("form_path", page.slug, answers=write(tmp_path, {"child": turns, "name": "Zoë"})))
    assert [step["slug"] for step in found["steps"]] == ["child", "reach"]
    assert found["steps"][0]["turns"] == [["child", "which"], ["child"]]


def test_the_report_tells_what_the_pages_and_questions_are_called_here(home, tmp_path):
    report = json.loads(run("import_form", write(tmp_path, DEFINITION), format="json"))
    assert {"slug": "who", "origin": "/who", "keys": report["steps"][0]["keys"]} == report["steps"][0]
    assert report["steps"][0]["keys"]
