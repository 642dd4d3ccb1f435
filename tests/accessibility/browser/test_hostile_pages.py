"""Pages that hang, redirect, open dialogs and windows, and a Chromium that is killed: never a clean page."""

import os
import signal
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from accessibility.browser import audit
from accessibility.browser.look import NotAudited, look
from accessibility.browser.pages import audit_page_in
from accessibility.browser.session import session
from accessibility.browser.site import look_twice
from accessibility.browser.thread import BrowserThread, NoTimeLeft, process_of

pytestmark = pytest.mark.browser

HEAD = "<!doctype html><html lang=en><title>Parking</title><main><h1>Parking</h1><img src=data:,>"
PAGES = {
    "/noisy": "<script>alert('a'); confirm('b'); prompt('c'); window.open('/noisy'); onbeforeunload = () => 1</script>",
    "/loop": "<script>addEventListener('load', () => setTimeout(() => { for (;;); }))</script>",
    "/later": "<script>addEventListener('load', () => setTimeout(() => { location = '/noisy' }, 150))</script>",
    "/hands-out": "<script>setInterval(() => { location = '/file' }, 20)</script>",
    "/leaves": "<script>location = '/noisy'</script>",
}


class Hostile(BaseHTTPRequestHandler):
    def do_GET(self):
        body = f"{HEAD}{PAGES.get(self.path, '')}</main></html>".encode()
        self.send_response({"/moved": 302, "/gone": 404}.get(self.path, 200))
        if self.path == "/moved":
            self.send_header("Location", "/noisy")
        self.send_header("Content-Type", "application/zip" if self.path == "/file" else "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args):
        pass


@pytest.fixture(scope="module")
def hostile():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hostile)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    session.close()


def test_dialogs_and_windows_are_closed_and_the_page_is_seen(hostile):
    seen = audit.seen_at(hostile + "/noisy")
    assert "image-alt" in {finding.rule for finding in seen.by_engine["axe"]}
    assert session.run(lambda browser: sum(len(context.pages) for context in browser.contexts)) == 1


def test_downloads_are_refused_and_the_next_page_is_seen(hostile):
    with suppress(*audit.NOT_SEEN):
        audit.seen_at(hostile + "/hands-out")
    assert audit.seen_at(hostile + "/noisy").findings


def test_a_tab_that_breaks_off_the_next_page_is_left_for_a_new_one(hostile):
    def in_turn(browser):
        with audit_page_in(browser, hostile + "/gone") as page:
            page.route("**/noisy", lambda route: route.abort("aborted"))
        with audit_page_in(browser, hostile + "/noisy") as page:
            return page.url

    assert session.run(in_turn) == hostile + "/noisy"


@pytest.mark.parametrize("path", ["/moved", "/leaves", "/later", "/gone", "/file"])
def test_another_page_or_an_error_is_not_the_page(hostile, path):
    with pytest.raises(audit.NOT_SEEN):
        audit.seen_at(hostile + path)


def test_a_page_whose_script_never_ends_is_given_up_and_the_next_one_is_seen(hostile, monkeypatch):
    monkeypatch.setattr("accessibility.browser.session.SECONDS_A_JOB", 4)
    with pytest.raises(audit.NOT_SEEN) as given_up:
        audit.seen_at(hostile + "/loop")
    assert audit.why_not_seen(given_up.value) == "The page was not ready within 45 seconds."
    monkeypatch.undo()
    assert audit.seen_at(hostile + "/noisy").findings


def test_a_browser_that_is_given_up_while_it_starts_sees_no_page_and_ends():
    """It would work on a page that never ends for ever: when it was given up, there was nothing to kill yet."""
    seen, thread = [], BrowserThread()
    answer = thread.ask(seen.append)
    thread.kill()
    with pytest.raises(NoTimeLeft):
        answer.result(timeout=60)
    thread.end(60)
    assert not thread.is_alive()
    assert seen == []


def test_a_look_whose_chromium_is_killed_is_repeated_not_passed(hostile, monkeypatch):
    killed = []

    def killing(browser, url, engines):
        if not killed:
            killed.append(process_of(browser))
            os.kill(killed[0], signal.SIGKILL)
        return look(browser, url, engines)

    monkeypatch.setattr(audit, "look", killing)
    seen, problem = look_twice(hostile + "/noisy")
    assert killed
    assert problem == ""
    assert seen.findings


def test_what_is_never_seen_says_why(monkeypatch):
    def refuse(_url):
        raise NotAudited("The page answered 500.")

    monkeypatch.setattr("accessibility.browser.site.seen_at", refuse)
    assert look_twice("http://127.0.0.1/") == (None, "The page answered 500.")
    assert look_twice("") == (None, "the page has no address")
