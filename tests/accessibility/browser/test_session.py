"""The browser's thread: none before it is needed, and no Chromium outlives its process."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from accessibility.browser.session import Session
from tests.core.processes import ROOT

HOLDS_BROWSER = "tests/accessibility/browser/holds_browser.py"


def environment():
    return {**os.environ, "DJANGO_SETTINGS_MODULE": "waymark.settings.test", "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}"}


def start(how):
    command = [sys.executable, HOLDS_BROWSER, how]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment(), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def parents():
    """Process id -> parent's, of all that run and are not ended."""
    found = {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = file.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if state != "Z":
            found[int(file.parent.name)] = int(parent)
    return found


def descendants(pid):
    children = parents()
    found, fresh = set(), {pid}
    while fresh:
        fresh = {child for child, parent in children.items() if parent in fresh} - found
        found |= fresh
    return found


def gone(pids, seconds=60):
    ends = time.monotonic() + seconds
    while pids & set(parents()) and time.monotonic() < ends:
        time.sleep(0.1)
    return not pids & set(parents())


@pytest.mark.parametrize("command", [["check"], ["showmigrations", "--help"]])
def test_a_command_that_needs_no_browser_ends_without_a_word(command):
    done = subprocess.run(
        [sys.executable, "manage.py", *command], cwd=ROOT, env=environment(), text=True, capture_output=True, check=True
    )
    assert "Traceback" not in done.stderr
    assert done.stderr.strip() == ""


def test_nothing_exists_before_the_first_job():
    before = set(threading.enumerate())
    session = Session()
    session.close()
    session.close()
    assert set(threading.enumerate()) == before


@pytest.mark.browser
@pytest.mark.parametrize(("how", "code"), [("once", 0), ("error", 3)])
def test_the_browser_ends_with_its_process(how, code):
    process = start(how)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (code, "42\n", "")


@pytest.mark.browser
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGKILL, -signal.SIGKILL)])
def test_no_chromium_outlives_a_worker_that_is_stopped(number, code):
    process = start("loop")
    assert process.stdout.readline() == "42\n"
    helpers = descendants(process.pid)
    assert helpers
    process.send_signal(number)
    _out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (code, "")
    assert gone(helpers)


@pytest.mark.browser
def test_a_browser_that_died_is_replaced_and_a_job_that_hangs_is_given_up(monkeypatch):
    session = Session()
    try:
        with pytest.raises(ZeroDivisionError):
            session.run(lambda browser: 1 / 0)
        assert session.run(lambda browser: browser.new_page().evaluate("1")) == 1
        session.run(lambda browser: browser.close())
        assert session.run(lambda browser: browser.new_page().evaluate("2")) == 2
        monkeypatch.setattr("accessibility.browser.session.SECONDS_A_JOB", 0.2)
        with pytest.raises(TimeoutError):
            session.run(lambda browser: browser.new_page().evaluate("for (;;);"))
        monkeypatch.undo()
        assert session.run(lambda browser: browser.new_page().evaluate("3")) == 3
        with ThreadPoolExecutor(3) as pool:
            pages = pool.map(session.run, [lambda browser: id(browser) if time.sleep(0.2) is None else 0] * 3)
            assert len(set(pages)) == 2
    finally:
        session.close()
