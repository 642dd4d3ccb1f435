"""New rules over what is live, and stored content that is broken: nothing is taken down, nothing passes unseen."""

import pytest
from django.core.management import call_command

from accessibility.extract.tree import Paragraph
from accessibility.gate.invariants import check_in_turns, check_invariants
from accessibility.gate.verdict import evaluate
from accessibility.models import GateResult, InvariantRun
from accessibility.rules import Fault, Rule, register_rule, ruleset
from accessibility.rules.registry import _rules
from core.services import PublishBlocked
from tests.accessibility.conftest import BAD
from tests.accessibility.testapp.models import AnythingPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def stricter():
    """A rule that came with an upgrade: nobody may write "apply"."""

    class NoApply(Rule):
        id = "no-apply"
        why = how = "Because."

        def check(self, content):
            return [Fault(part.place, "No.") for part in content.all(Paragraph) if "apply" in part.text]

    before = ruleset()
    register_rule(NoApply)
    assert ruleset() != before
    yield
    del _rules["no-apply"]


@pytest.fixture
def live_pages(make_page):
    return [make_page(live=True, slug=f"page-{number}") for number in range(5)]


def test_new_rules_take_nothing_down_and_make_a_work_list(live_pages, stricter, capsys):
    run = check_invariants()
    assert AnythingPage.objects.live().count() == len(live_pages) + 1
    assert {miss["name"] for miss in run.misses} >= {page.title for page in live_pages}
    assert all(miss["faults"] == ["No."] for miss in run.misses)
    page = AnythingPage.objects.get(pk=live_pages[0].pk)
    page.save()
    page.unpublish()
    with pytest.raises(SystemExit) as ended:
        call_command("audit", "invariants")
    assert ended.value.code == 1
    assert f"{len(live_pages)} without a pass" in capsys.readouterr().out


def test_the_nightly_check_takes_turns_goes_on_where_it_was_and_ends(live_pages, stricter):
    live = len(live_pages) + 1
    assert [check_in_turns(seconds=-1) for _turn in range(live)] == [1] * live
    assert not InvariantRun.objects.exists()
    assert check_in_turns(seconds=-1) == 0
    run = InvariantRun.objects.get()
    assert (run.checked, len(run.misses)) == (live, live)
    assert {tuple(miss["faults"]) for miss in run.misses} == {("No.",)}
    assert check_in_turns() == 0
    assert InvariantRun.objects.count() == 1


def test_what_a_queryset_makes_live_behind_the_gate_is_listed(make_page):
    draft = make_page(BAD)
    AnythingPage.objects.filter(pk=draft.pk).update(live=True)
    assert [miss["object_id"] for miss in check_invariants().misses] == [str(draft.pk)]


def test_an_old_pass_under_old_rules_does_not_count(live_pages, stricter):
    page = AnythingPage.objects.get(pk=live_pages[0].pk)
    assert GateResult.objects.about(page).filter(verdict="pass").exists()
    page.title = "Changed"
    with pytest.raises(PublishBlocked):
        page.save_revision().publish()
    assert AnythingPage.objects.get(pk=page.pk).title == "Parking"


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ([{"type": "text", "value": "<p><a href='#'>unclosed <b>", "id": "a"}], "link-target"),
        ([{"type": "document", "value": {"document": 424242, "text": "The plan"}, "id": "a"}], "link-document"),
    ],
)
def test_broken_stored_content_is_a_finding_and_no_crash(make_page, body, rule):
    page = make_page()
    page.body = AnythingPage._meta.get_field("body").to_python(body)
    verdict = evaluate(page)
    assert rule in {finding.rule for finding in verdict.blocking}
    with pytest.raises(PublishBlocked):
        page.save_revision().publish()
