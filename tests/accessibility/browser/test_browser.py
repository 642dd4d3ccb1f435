"""A real Chromium looks at real pages."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from accessibility.browser import audit as auditing
from accessibility.browser.executable import chromium, packaged
from accessibility.browser.session import session
from accessibility.models import AuditRequest, Run
from core.services import sweep_outbox
from tests.browser import audit

pytestmark = pytest.mark.browser

HEAD = "<!doctype html><html lang=en><title>Parking</title><main><h1>Parking</h1>"
BAD = f"{HEAD}<div data-block-id=b1><img src=a.png></div><button></button></main></html>"
GOOD = f"{HEAD}<p>You can apply online.</p></main></html>"


@pytest.fixture
def file(tmp_path):
    def write(html):
        path = tmp_path / "page.html"
        path.write_text(html)
        return path

    return write


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        call_command("audit", "page", *map(str, arguments))
    return ended.value.code, capsys.readouterr().out


def test_axe_finds_faults_and_whose_they_are(chromium_page, file):
    from accessibility.engines import Axe

    found = {raw.rule: raw for raw in Axe().run(chromium_page(file(BAD).as_uri()))}
    assert found["image-alt"].block_id == "b1"
    assert found["image-alt"].criterion == "1.1.1"
    assert found["button-name"].block_id == ""


def test_a_clean_page_is_clean(chromium_page, file):
    assert audit(chromium_page(file(GOOD).as_uri(), width=320, forced_colors=True)) == []


def test_options_reach_the_page(chromium_page, file):
    page = chromium_page(file(GOOD + "<script>document.title='ran'</script>").as_uri(), width=320, java_script=False)
    assert page.title() == "Parking"
    assert page.viewport_size["width"] == 320


def test_no_request_leaves_this_machine(chromium_page, file):
    page = chromium_page(file(GOOD).as_uri())
    with pytest.raises(Exception, match="ERR_NAME_NOT_RESOLVED"):
        page.goto("http://council.example.org/")


def test_command_says_fault_clean_or_could_not_run(capsys, file, monkeypatch):
    code, out = run(capsys, file(BAD), "--format", "json")
    report = json.loads(out)
    assert code == 1
    assert {"static", "axe"} == {finding["engine"] for finding in report["findings"]}
    assert next(finding for finding in report["findings"] if finding["rule"] == "button-name")["outcome"] == "fail"
    assert run(capsys, file(GOOD))[0] == 0
    assert run(capsys, file(BAD), "--engine", "static")[0] == 1
    wordy = GOOD.replace("apply online", "commence")
    assert run(capsys, file(wordy), "--engine", "static")[0] == 0
    assert run(capsys, file(wordy), "--engine", "static", "--fail-on", "warning")[0] == 1


@pytest.mark.parametrize("target", ["https://council.example.org/", "no-such-file.html"])
def test_command_refuses_other_sites_and_missing_files(target):
    with pytest.raises(CommandError) as refused:
        call_command("audit", "page", target)
    assert refused.value.returncode == 2


def test_command_without_a_browser_says_not_run(file, monkeypatch):
    session.close()
    monkeypatch.setattr("accessibility.browser.pages.chromium", lambda: None)
    with pytest.raises(CommandError, match="Browser checks not run") as refused:
        call_command("audit", "page", str(file(GOOD)))
    assert refused.value.returncode == 2


def test_a_page_that_does_not_answer_is_not_clean(capsys):
    code, out = run(capsys, "http://127.0.0.1:9/", "--engine", "axe")
    assert code == 2
    assert "not audited" in out


@pytest.mark.django_db(transaction=True)
def test_a_published_page_is_audited_by_the_worker(make_page, live_server, settings):
    settings.WAYMARK_AUDIT_BASE_URL = live_server.url
    page = make_page("<ul><b>Not in a list item</b></ul>", live=True)
    assert AuditRequest.objects.about(page).count() == 1
    sweep_outbox()
    run = Run.objects.about(page).get()
    assert (run.state, run.locale) == ("done", "en")
    assert run.engine.startswith("axe 4.")
    assert "Chromium" in run.browser
    assert set(run.engines) == {"axe", "htmlcs", "probes"}
    owners = dict(run.findings.filter(details__engine="axe").values_list("rule", "owner"))
    assert owners == {"document-title": "template", "list": "author"}
    assert run.findings.get(rule="list").block_id == "b1"


@pytest.mark.django_db
def test_without_a_browser_the_audit_is_not_run_and_says_so(make_page, monkeypatch):
    page = make_page(live=True)
    monkeypatch.setattr("accessibility.browser.store.chromium", lambda: None)
    auditing.deliver(AuditRequest.objects.about(page).get())
    run = Run.objects.about(page).get()
    assert (run.state, run.reason) == ("not_run", "no Chromium was found")


def test_the_packaged_chromium_runs(monkeypatch, settings, tmp_path, file):
    # It is locked with the other npm packages: where they are installed, it must be there.
    assert (Path(settings.BASE_DIR) / "node_modules/@sparticuz/chromium/bin").exists(), "Run npm ci."
    settings.VAR_DIR = tmp_path
    program = packaged()
    assert program == tmp_path / "chromium" / "chromium"
    monkeypatch.setattr("accessibility.browser.pages.chromium", lambda: program)
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    session.close()
    assert session.run(lambda browser: browser.new_page().evaluate("1 + 1")) == 2
    session.close()


def test_a_configured_path_that_is_wrong_is_no_browser(settings):
    settings.WAYMARK_CHROMIUM = "/nowhere/chromium"
    chromium.cache_clear()
    assert chromium() is None
    chromium.cache_clear()
