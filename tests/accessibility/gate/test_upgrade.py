"""New rules over what is live, and stored content that is broken: nothing is taken down, nothing passes unseen."""

import pytest
from django.core.management import call_command

from accessibility.extract.tree import Paragraph
from accessibility.gate.invariants import check_invariants
from accessibility.gate.verdict import evaluate
from accessibility.models import GateResult
from accessibility.rules import Fault, Rule, register_rule, ruleset
from accessibility.rules.registry import _rules
from core.services import PublishBlocked
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
