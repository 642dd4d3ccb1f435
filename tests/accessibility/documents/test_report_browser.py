"""The report and the guide in a real browser: axe finds nothing in any state, narrow or wide, and nothing scrolls."""

import os

import pytest
from django.conf import settings as django_settings
from django.urls import reverse
from wagtail.models import Locale, Page

from accessibility.services import ensure_checked
from tests.accessibility.documents import makers as make
from tests.accessibility.documents.pdf.builder import Builder, Part, p
from tests.browser import audit, follow

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FAULTY = make.docx(
    make.paragraph("Bin days", style="Heading1"),
    make.paragraph("We collect your bins each week."),
    make.table(header=False),
    make.picture(),
    make.picture("A green bin beside a gate"),
    title="",
    language="",
)


@pytest.fixture
def page(chromium_browser, client, author, live_server, monkeypatch):
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    locale, _created = Locale.objects.get_or_create(language_code="en")
    if not Page.objects.exists():
        Page.add_root(instance=Page(title="Root", slug="root", locale=locale))
    client.force_login(author)
    page = chromium_browser.new_page(viewport={"width": 320, "height": 800})
    name = django_settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    yield page
    page.close()


def faults(page, where: str) -> list[str]:
    """Return what axe finds in our part of the page, and sideways scrolling."""
    found = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += [f"{where} at {width}: scrolls by {wider} px"] if wider > 0 else []
        found += [f"{where} at {width}: {fault}" for fault in audit(page)]
    return found


def test_every_state_of_report_and_guide(page, live_server, upload):
    document, picture = (
        upload(FAULTY),
        upload(Builder(p("Bin days."), Part("Figure", picture=True)).save(), name="a.pdf"),
    )
    address = live_server.url + reverse("document_checks:report", args=[document.pk])
    page.goto(address)
    found = faults(page, "pending")
    for one in (document, picture):
        ensure_checked(one)
    page.reload()
    found += faults(page, "failed")
    title = page.get_by_label("Title of the document")
    title.fill("bins_final.docx")
    title.press("Enter")
    page.get_by_text("Not a file name.").wait_for()
    found += faults(page, "words that will not do")
    page.get_by_label("Title of the document").fill("Bin days in Oxford")
    follow(page.get_by_role("button", name="Set this title"))
    page.get_by_text("The title is now “Bin days in Oxford”.").wait_for()
    found += faults(page, "mended")
    page.get_by_label("I cannot tell").check()
    follow(page.get_by_role("button", name="Save answers"))
    page.get_by_text("Say what you would need to know.").wait_for()
    found += faults(page, "answer without a note")
    page.goto(live_server.url + reverse("document_checks:report", args=[picture.pk]))
    page.get_by_text("Show it on the page").first.click()
    page.wait_for_function("[...document.images].some(image => image.src.includes('/picture/') && image.naturalWidth)")
    found += faults(page, "picture")
    for where in ("guide/", "guide/Word/", "guide/Word/?print"):
        page.goto(live_server.url + reverse("document_checks:index") + where)
        found += faults(page, where)
    assert found == []
