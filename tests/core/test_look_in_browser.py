"""The specimen pages in a real Chromium: axe, 320 px, forced colours, right to left, keyboard, print."""

from pathlib import Path

import pytest
from django.conf import settings
from wagtail.models import Site

from core.models import AlertBanner, BrandSettings, Contact

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
AXE = Path(settings.BASE_DIR, "node_modules", "axe-core", "axe.min.js")
RUN_AXE = """axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    .then(result => result.violations.map(rule => rule.id + ": " + rule.nodes.map(node => node.html).join(" ; ")))"""
TARGETS = (
    ".wm-strip a, .wm-council, .wm-search__button, .wm-search__input, .govuk-button, .wm-task a, .wm-services a,"
    ".wm-pages a, .wm-related a, .wm-chapters a, .wm-footer li a, .govuk-back-link, summary, .wm-feedback button"
)
NAMES = ("service", "home", "form", "receipt")


@pytest.fixture
def address(home, settings, live_server, monkeypatch, built):
    """The address of the specimen, with a brand and an alert around it."""
    settings.ROOT_URLCONF = "tests.core.specimen.urls"
    settings.WAYMARK_DEMO = True
    contact = Contact.objects.create(locale=home.locale, name="Main", phone="01632 960100", hours="Monday to Friday")
    BrandSettings.objects.create(site=Site.objects.get(), council_name="Anytown Council", mark="A", contact=contact)
    AlertBanner.objects.create(locale=home.locale, title="Flood", message="Botley.", link_page=home, link_text="More")
    # Playwright's own event loop runs in this thread; nothing of Django does while it is on.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    return live_server.url


@pytest.fixture
def browser(address, chromium_browser):
    return chromium_browser


def findings(page):
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return page.evaluate(RUN_AXE)


def overflow(page):
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize("forced", ["none", "active"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser, address, width, forced):
    context = browser.new_context(viewport={"width": width, "height": 800}, forced_colors=forced, bypass_csp=True)
    page = context.new_page()
    for prefix in ("", "/ur"):
        for name in NAMES:
            page.goto(f"{address}{prefix}/specimen/{name}/")
            assert findings(page) == [], (prefix, name)
            assert overflow(page) <= 0, (prefix, name)


def test_no_request_leaves_the_site_and_the_policy_is_never_broken(browser, address):
    page = browser.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    for name in NAMES:
        page.goto(f"{address}/specimen/{name}/")
    assert asked
    assert [url for url in asked if not url.startswith(address)] == []
    assert said == []


def test_the_keyboard_reaches_the_content_first_and_focus_is_loud(browser, address):
    page = browser.new_page()
    page.goto(f"{address}/specimen/service/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "govuk-skip-link"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    style = page.evaluate(
        "(s => [document.activeElement.className, s.outlineColor, s.outlineWidth, s.boxShadow])"
        "(getComputedStyle(document.activeElement))"
    )
    assert style[0] == "govuk-button wm-start"
    assert style[1:3] == ["rgb(255, 197, 51)", "3px"]
    assert style[3].startswith("rgb(20, 33, 61)")


def test_targets_are_44_pixels_high(browser, address):
    page = browser.new_page(viewport={"width": 320, "height": 800})
    for name in NAMES:
        page.goto(f"{address}/specimen/{name}/")
        small = page.eval_on_selector_all(
            TARGETS,
            "all => all.filter(e => Math.round(e.getBoundingClientRect().height) < 44).map(e => e.outerHTML)",
        )
        assert small == [], name


def test_the_first_screen_of_a_narrow_service_page_answers(browser, address):
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(f"{address}/specimen/service/")
    bottom = page.eval_on_selector(".wm-start", "e => e.getBoundingClientRect().bottom")
    assert bottom <= 640


def test_lines_are_at_most_66_letters_on_a_wide_screen(browser, address):
    page = browser.new_page(viewport={"width": 1600, "height": 900})
    page.goto(f"{address}/specimen/service/")
    # Wait for the typeface: its letters are what is measured.
    page.evaluate("document.fonts.ready.then(() => 1)")
    letters = page.evaluate(
        """() => {
            const p = document.createElement("p");
            p.textContent = "We kept this promise for most reports in the last days and we will text you. ".repeat(6);
            document.querySelector(".wm-prose").append(p);
            const range = document.createRange(), tops = {};
            for (let i = 0; i < p.firstChild.length; i++) {
                range.setStart(p.firstChild, i); range.setEnd(p.firstChild, i + 1);
                const top = Math.round(range.getBoundingClientRect().top);
                tops[top] = (tops[top] || 0) + 1;
            }
            return Math.max(...Object.values(tops));
        }"""
    )
    assert 50 <= letters <= 66


def test_arabic_script_loads_no_typeface(browser, address):
    page = browser.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/ur/specimen/service/")
    page.evaluate("document.fonts.ready.then(() => 1)")
    assert not [url for url in asked if "woff2" in url]
    page.goto(f"{address}/specimen/service/")
    page.evaluate("document.fonts.ready.then(() => 1)")
    assert len([url for url in asked if "woff2" in url]) == 2


def test_paper_has_the_words_and_no_menus(browser, address):
    page = browser.new_page()
    page.goto(f"{address}/specimen/service/")
    page.emulate_media(media="print")
    assert page.is_visible("h1")
    assert page.is_visible(".wm-ways")
    for selector in (".wm-search", ".wm-start", ".wm-related", ".wm-demo"):
        assert not page.is_visible(selector), selector


def test_every_page_works_without_a_script(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/specimen/service/")
    page.click("summary")
    assert page.is_visible("text=A red tag says that the bin was too heavy.")


def test_the_staff_bar_keeps_to_the_public_policy(browser, address, admin_client, settings):
    name = settings.SESSION_COOKIE_NAME
    context = browser.new_context()
    context.add_cookies([{"name": name, "value": admin_client.cookies[name].value, "url": address}])
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{address}/")
    page.wait_for_selector("wagtail-userbar", state="attached")
    assert said == []
