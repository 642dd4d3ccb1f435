"""Pages of people who only read or rate: no cookie, the same for everybody, under the strict content policy."""

import urllib.error
import urllib.parse
import urllib.request
from email.message import Message

import pytest
from bs4 import BeautifulSoup

PAGES = {
    "home": "/",
    "home in Urdu": "/ur/",
    "service": "/bins-and-recycling/report-a-missed-bin/",
    "guide": "/bins-and-recycling/what-goes-in-each-bin/",
    "video": "/bins-and-recycling/how-to-report-a-missed-bin/",
    "search": "/search/?q=bins",
    "form": "/report-a-missed-bin/",
    "start of a form": "/forms/report-a-missed-bin/start",
    "find a request": "/forms/my-request/",
    "feedback": "/feedback/",
    "unknown": "/no-such-page/",
}
#: Nothing may run or load but our own files: no inline script or style, no other host, no frame around us.
POLICY = {
    "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self'", "font-src": "'self'",
    "media-src": "'self'", "connect-src": "'self'", "manifest-src": "'self'", "form-action": "'self'",
    "base-uri": "'none'", "object-src": "'none'", "frame-ancestors": "'none'",
}  # fmt: skip


class Unfollowed(urllib.request.HTTPRedirectHandler):
    """Show a redirect's own headers."""

    def redirect_request(self, *_arguments: object) -> None:
        return None


def answer(address: str, sent: dict[str, str] | None = None) -> tuple[int, Message, str]:
    """Return status, headers and text of one answer, without following it."""
    data = urllib.parse.urlencode(sent).encode() if sent is not None else None
    try:
        with urllib.request.build_opener(Unfollowed).open(address, data, timeout=30) as response:
            return response.status, response.headers, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()


def assert_the_same_for_all(headers: Message) -> None:
    assert headers["Set-Cookie"] is None
    vary = [name.strip().lower() for value in headers.get_all("Vary", []) for name in value.split(",")]
    assert not {"cookie", "*"} & set(vary), vary
    rules = [rule.strip().partition(" ") for rule in headers["Content-Security-Policy"].split(";") if rule.strip()]
    assert {name: sources for name, _space, sources in rules} == POLICY


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_is_only_read(name, site):
    status, headers, _text = answer(site.url + PAGES[name])
    assert status == (404 if name == "unknown" else 200)
    assert_the_same_for_all(headers)


def test_rating_sets_no_cookie(site):
    _status, _headers, text = answer(site.url + PAGES["service"])
    form = BeautifulSoup(text, "html.parser").select_one("form[action$='/feedback/']")
    assert form is not None
    sent = {str(box["name"]): str(box.get("value", "")) for box in form.select("input")}
    status, headers, _text = answer(site.url + "/feedback/", {**sent, "useful": "yes"})
    assert status == 303
    assert_the_same_for_all(headers)
    follow = site.url + headers["Location"]
    status, headers, text = answer(follow)
    assert status == 200
    assert_the_same_for_all(headers)
    status, headers, _text = answer(site.url + "/feedback/comment/", {"comment": ""})
    assert status == 422
    assert_the_same_for_all(headers)
