"""The engines in a real Chromium: each probe finds its fault and leaves what is right alone."""

import subprocess

import pytest

from accessibility.engines import AUDIT_ENGINES, ENGINES, RawFinding, pa11y
from accessibility.engines.htmlcs import as_finding
from accessibility.engines.packages import LIBRARY, script
from accessibility.engines.probes import PROBES
from tests.accessibility.engines.examples import EXAMPLES

HEAD = "<!doctype html><html lang=en><meta charset=utf-8><title>Parking</title><main><h1>Parking</h1>"
WHERE = {"selector": "h1", "snippet": "<h1></h1>"}


@pytest.fixture(scope="module")
def window(chromium_browser):
    context = chromium_browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def show(window, body):
    window.set_content(f"{HEAD}<div data-block-id=b1>{body}</div></main></html>")
    return window


@pytest.mark.browser
@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.id)
def test_a_probe_finds_its_fault_and_only_that(window, probe):
    bad, good = EXAMPLES[probe.id]
    names = ["keyboard-trap"] if probe.id == "jumping-focus" else []
    found = []
    for body in (bad, good):
        show(window, body).evaluate(script(LIBRARY))
        for before in names:
            next(one for one in PROBES if one.id == before).findings(window)
        html = window.evaluate("document.body.innerHTML")
        found.append(probe.findings(window))
        assert window.evaluate("document.body.innerHTML") == html
        assert window.viewport_size["width"] == 1280
    assert found[0]
    assert found[1] == []
    first = found[0][0]
    assert first.block_id == "b1"
    assert (first.criterion, first.how, first.may_block) == (probe.criterion, probe.how, False)


@pytest.mark.browser
def test_htmlcs_reports_in_the_one_shape(window):
    found = ENGINES["htmlcs"].run(show(window, "<img src=a.png><input><b>x</b><p>Text</p>"))
    by_code = {finding.rule.rsplit(".", 1)[-1]: finding for finding in found}
    assert (by_code["H37"].criterion, by_code["H37"].outcome, by_code["H37"].block_id) == ("1.1.1", "fail", "b1")
    assert by_code["H37"].may_block
    assert (by_code["F68"].criterion, by_code["F68"].outcome, by_code["F68"].may_block) == ("1.3.1", "warn", False)
    assert {finding.outcome for finding in found} == {"fail", "warn"}


@pytest.mark.browser
def test_pa11y_is_a_second_opinion(window, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(f"{HEAD}<img src=a.png></main></html>")
    window.goto(file.as_uri())
    assert ENGINES["pa11y"].unavailable() == ""
    found = ENGINES["pa11y"].run(window)
    assert any("H37" in finding.rule and finding.criterion == "1.1.1" for finding in found)
    assert not any(finding.may_block for finding in found)


def test_pa11y_that_is_not_installed_says_so(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    for name in ("axe", "htmlcs", "pa11y"):
        assert "not installed" in ENGINES[name].unavailable()
        assert ENGINES[name].version() == ""


def test_pa11y_that_ends_badly_is_no_clean_page(monkeypatch):
    def killed(*_args, **_options):
        raise subprocess.CalledProcessError(1, "node")

    monkeypatch.setattr(pa11y.subprocess, "run", killed)
    with pytest.raises(pa11y.Pa11yFailed):
        pa11y.issues_on("http://127.0.0.1/", 1280)


@pytest.mark.parametrize(
    ("code", "kind", "outcome", "blocking"),
    [
        ("WCAG2AA.Principle1.Guideline1_1.1_1_1.H37", 1, "fail", True),
        ("WCAG2AA.Principle4.Guideline4_1.4_1_2.H91.InputText.Name", 1, "fail", True),
        ("WCAG2AA.Principle1.Guideline1_4.1_4_3.G18.Fail", 1, "warn", False),
        ("WCAG2AA.Principle1.Guideline1_1.1_1_1.H37", 2, "needs-review", False),
    ],
)
def test_only_what_htmlcs_is_sure_of_may_block(code, kind, outcome, blocking):
    finding = as_finding(code, kind, "M", **WHERE)
    assert (finding.outcome, finding.may_block) == (outcome, blocking)


@pytest.mark.parametrize(
    ("outcome", "criterion", "impact", "blocking"),
    [
        ("fail", "1.1.1", "critical", True),
        ("fail", "1.1.1", "minor", False),
        ("fail", "", "critical", False),
        ("needs-review", "1.1.1", "critical", False),
        ("warn", "1.1.1", "critical", False),
    ],
)
def test_only_sure_and_grave_faults_of_a_criterion_block(outcome, criterion, impact, blocking):
    finding = RawFinding("r", criterion, impact, "M", "h1", "<h1>", outcome=outcome)
    assert finding.may_block is blocking


def test_each_engine_names_its_version_and_each_probe_has_an_example():
    assert all(ENGINES[name].version() for name in AUDIT_ENGINES)
    assert {probe.id for probe in PROBES} == set(EXAMPLES)
