"""The whole demo in a real Chromium: what a first view weighs, and what a keyboard, paper and no script make of it."""

import gzip

import pytest

from library.models import Video
from tests.browser import follow
from tests.core.test_weight import KILOBYTE
from tests.demo_content import FORM, SERVICE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
VIDEO = "/bins-and-recycling/how-to-report-a-missed-bin/"
FOCUS = """() => {
    const e = document.activeElement, s = getComputedStyle(e), box = e.getBoundingClientRect();
    const drawn = [s, ...(e.nextElementSibling ? [getComputedStyle(e.nextElementSibling, "::before")] : [])];
    return {
        name: e.className || e.tagName, where: e.compareDocumentPosition(document.querySelector("main")),
        loud: drawn.some(d => d.boxShadow.includes("rgb(20, 33, 61)")), inside: box.width > 0 && box.left >= 0,
        body: e === document.body, text: e.textContent.trim().slice(0, 40), y: Math.round(box.top + scrollY),
    };
}"""


def walk(page, most=80):
    """Press Tab until the page is over; return what had the focus, in order."""
    stops = []
    for _press in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop["body"] and stops:
            break
        if stop["body"]:
            continue
        stops.append(stop)
    return stops


def weighs_little_and_asks_nobody_else(live_server, page):
    answers = []

    def heard(answer):  # Playwright takes no built-in function
        answers.append(answer)

    page.on("response", heard)
    page.goto(live_server.url + SERVICE, wait_until="networkidle")
    assert [answer.url for answer in answers if not answer.url.startswith(live_server.url)] == []
    kinds = {"document": 0, "stylesheet": 0, "script": 0, "font": 0}
    for answer in answers:
        kind = answer.request.resource_type
        if kind in kinds:
            body = answer.body()
            kinds[kind] += len(body) if kind == "font" else len(gzip.compress(body, 9))
    assert all(kinds.values()), kinds
    assert sum(size for kind, size in kinds.items() if kind != "font") <= 30 * KILOBYTE, kinds
    assert kinds["font"] <= 35 * KILOBYTE, kinds


def loads_no_video_before_it_is_played(live_server, page):
    answers = []

    def heard(answer):  # Playwright takes no built-in function
        answers.append(answer)

    page.on("response", heard)
    page.goto(live_server.url + VIDEO, wait_until="networkidle")
    assert [answer.url for answer in answers if answer.url.endswith((".webm", ".mp4"))] == []
    # Text goes out compressed from a real server. That of this test knows no media of its own folder.
    packed = {"document", "stylesheet", "script"}
    own = [answer for answer in answers if "/media/" not in answer.url]
    sizes = [(a.url, len(gzip.compress(a.body(), 9) if a.request.resource_type in packed else a.body())) for a in own]
    shown = Video.objects.get(title="How to report a missed bin")
    files = shown.thumbnail.size + sum(track.file.size for track in shown.tracks.all())
    assert files > 0
    assert sum(size for _name, size in sizes) + files <= 150 * KILOBYTE, sizes
    page.get_by_label("Speed of the video").select_option("1.5")
    assert page.evaluate("document.querySelector('video').playbackRate") == 1.5


def shows_the_keyboard_where_it_is(live_server, page):
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for address in (SERVICE, "/", FORM):
            page.goto(live_server.url + address)
            if address == FORM:
                page.click("main form button")
                page.wait_for_url("**/which-bin")
            stops = walk(page)
            assert stops[0]["name"] == "govuk-skip-link"
            assert [stop for stop in stops if not (stop["loud"] and stop["inside"])] == [], (address, width)
            assert stops[-1]["text"] == "How well our services work"
            page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
            page.focus(".govuk-skip-link")
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            assert page.evaluate("document.querySelector('main').contains(document.activeElement)"), address


def loses_nothing_on_paper_and_without_a_script(live_server, page):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(live_server.url + SERVICE)
    start = page.locator(".wm-start").bounding_box()
    assert start["y"] + start["height"] <= 640, "the first narrow screen shows the start button"
    page.emulate_media(media="print")
    for selector in (".wm-strip", ".wm-search", ".wm-start", ".wm-feedback", ".wm-footer nav", ".govuk-breadcrumbs"):
        assert not page.locator(selector).first.is_visible(), selector
    for selector in ("h1", ".wm-promise", ".wm-ways", ".wm-prose", ".wm-council__name"):
        assert page.locator(selector).first.is_visible(), selector
    page.emulate_media(media="screen")
    follow(page.locator(".wm-start"))
    follow(page.locator("main form button").first)
    page.check("input[type=checkbox] >> nth=0")
    follow(page.locator("main form .govuk-button").first)
    assert "/where" in page.url


def test_the_whole_demo_in_a_browser(built, committed_demo, live_server, chromium_browser):
    with chromium_browser.new_context() as context:
        weighs_little_and_asks_nobody_else(live_server, context.new_page())
        loads_no_video_before_it_is_played(live_server, context.new_page())
    with chromium_browser.new_context() as context:
        shows_the_keyboard_where_it_is(live_server, context.new_page())
    with chromium_browser.new_context(java_script_enabled=False) as context:
        loses_nothing_on_paper_and_without_a_script(live_server, context.new_page())
