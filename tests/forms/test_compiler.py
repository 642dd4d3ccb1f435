"""A form that cannot run is not published, and its author learns why and where."""

import copy

import pytest

from core.services import PublishBlocked, gate_findings
from forms.demo.loader import ORDER, read
from forms.models import FormVersion, ImmutableVersionError
from forms.services import build, findings, publish_version

STEPS = read("missed-bin")["steps"]


@pytest.mark.parametrize("name", ORDER)
def test_every_demo_form_compiles(make_page, name):
    assert findings(build(make_page(name))) == []


def changed(change):
    steps = copy.deepcopy(STEPS)
    change(steps)
    return steps


FAULTS = {
    "forms.missing-target": lambda steps: steps[1].update(show_if={"all": ["colour is red"]}),
    "forms.later-question": lambda steps: steps[0].update(show_if={"all": ["name answered"]}),
    "forms.missing-option": lambda steps: steps[1].update(show_if={"all": ["bins contains glass"]}),
    "forms.duplicate-key": lambda steps: steps[3]["questions"][0].update(key="bins"),
    "forms.duplicate-step": lambda steps: steps[3].update(slug="photo"),
    "forms.reserved-step": lambda steps: steps[3].update(slug="check"),
    "forms.no-error-text": lambda steps: steps[0]["questions"][0].update(error_missing=""),
    "forms.duplicate-option": lambda steps: steps[0]["questions"][0]["options"].append({"food": "Again"}),
    "forms.unreachable-step": lambda steps: steps[2].pop("show_if"),
    "forms.no-questions": lambda steps: steps.clear(),
}


@pytest.mark.parametrize("rule", FAULTS)
def test_each_fault_is_named(make_page, rule):
    found = findings(build(make_page(steps=changed(FAULTS[rule]))))
    assert rule in {finding.rule for finding in found}
    assert all(finding.message and finding.how and finding.blocking for finding in found)


def test_a_fault_names_step_and_block(make_page):
    page = make_page(steps=changed(FAULTS["forms.no-error-text"]))
    finding = findings(build(page))[0]
    assert "Which bin did we miss?" in finding.message
    assert finding.block_id == page.steps[0].value["questions"][0].id


def test_steps_that_wait_for_two_answers_at_once_are_unreachable(make_page):
    steps = changed(lambda steps: steps[2].update(show_if={"all": ["tag is yes", "tag is no"]}))
    assert [finding.rule for finding in findings(build(make_page(steps=steps)))] == ["forms.unreachable-step"]


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("promise", None, "forms.no-promise"),
        ("privacy_notice", "", "forms.no-privacy-notice"),
        ("owning_team", None, "forms.no-team"),
    ],
)
def test_a_form_needs_promise_privacy_notice_and_team(make_page, field, value, rule):
    page = make_page()
    setattr(page, field, value)
    assert rule in {finding.rule for finding in gate_findings(page)}
    with pytest.raises(PublishBlocked):
        publish_version(page)
    assert not FormVersion.objects.exists()


def test_publishing_the_same_again_gives_the_same_version(page):
    first = publish_version(page)
    assert publish_version(page) == first
    assert FormVersion.objects.count() == 1


def test_a_change_makes_a_new_version_and_retires_the_old(page):
    first = FormVersion.objects.get()
    page.minutes = 9
    page.save_revision().publish()
    second = FormVersion.objects.running().get()
    assert (first.number, second.number) == (1, 2)
    first.refresh_from_db()
    assert first.retired_at is not None
    assert first.schema["minutes"] == 2


def test_going_back_to_an_earlier_state_runs_the_earlier_version(page):
    first = FormVersion.objects.get()
    page.minutes = 9
    page.save_revision().publish()
    page.minutes = 2
    page.save_revision().publish()
    assert FormVersion.objects.running().get() == first


def test_a_version_cannot_be_changed(version):
    version.schema["title"] = "Another"
    with pytest.raises(ImmutableVersionError):
        version.save()
    with pytest.raises(ImmutableVersionError):
        FormVersion.objects.update(schema={})


def test_the_promise_is_a_frozen_copy(page, version):
    page.promise.working_days = 99
    page.promise.save()
    version.refresh_from_db()
    assert version.schema["promise"]["working_days"] == 2


def test_translators_see_words_but_never_keys(page):
    from wagtail_localize.segments.extract import extract_segments

    words = {getattr(segment, "string", None) and segment.string.data for segment in extract_segments(page)}
    assert "Blue bin: recycling" in words
    assert "Pick the bin that we missed." in words
    keys = {"bins", "recycling", "which-bin", "tag", "contact", "large_print", "yes"}
    assert not keys & words


def test_a_translated_form_keeps_its_keys(page):
    from wagtail.models import Locale
    from wagtail_localize.models import TranslationSource

    ur, _ = Locale.objects.get_or_create(language_code="ur")
    parent = page.get_parent().specific
    if not parent.has_translation(ur):
        parent.copy_for_translation(ur)
    source, _ = TranslationSource.update_or_create_from_instance(page)
    translated, _ = source.create_or_update_translation(ur, fallback=True)
    first = translated.steps[0].value
    assert first["slug"] == "which-bin"
    assert [option["value"] for option in first["questions"][0].value["options"]][:2] == ["rubbish", "recycling"]
    translated.promise = page.promise
    translated.save_revision().publish()
    assert FormVersion.objects.running().get(locale="ur").schema["steps"][1]["show_if"] == {
        "all": [{"key": "bins", "op": "contains", "value": "recycling"}]
    }
    translated.steps[0].value["slug"] = "anderswo"
    assert [finding.rule for finding in gate_findings(translated) if finding.rule.startswith("forms.")] == [
        "forms.other-keys"
    ]


def test_a_refused_publish_keeps_the_draft_and_runs_nothing(make_page):
    page = make_page()
    page.promise = None
    page.title = "Report a bin"
    revision = page.save_revision()
    with pytest.raises(PublishBlocked) as refused:
        revision.publish()
    assert any("no service promise" in message for message in refused.value.messages)
    page.refresh_from_db()
    assert not page.live
    assert page.get_latest_revision_as_object().title == "Report a bin"
    assert not FormVersion.objects.exists()
