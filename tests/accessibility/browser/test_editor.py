"""An author in a real browser: publish is refused, the words are kept, the list leads to the block."""

import pytest
from django.urls import reverse

from tests.accessibility.conftest import BAD
from tests.accessibility.testapp.models import AnythingPage
from tests.browser import audit, log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_refused_author_is_led_to_the_block(chromium_page, live_server, make_page, editor):
    draft = make_page()
    draft.body = AnythingPage._meta.get_field("body").to_python([{"type": "paragraph", "value": BAD, "id": "b-1"}])
    draft.save_revision()
    page = chromium_page(live_server.url + "/admin/login/")
    log_in(page, live_server.url, "editor", "waymark-test")
    page.goto(live_server.url + reverse("wagtailadmin_pages:edit", args=[draft.pk]))
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
    message = page.get_by_text("Not published. Your draft is saved.")
    message.wait_for()
    message_box = page.locator(".messages")
    assert "does not say where it goes" in message_box.inner_text()
    link = message_box.get_by_role("link", name="Paragraph").or_(message_box.get_by_role("link", name="Text"))
    target = link.first.get_attribute("href").partition("#")[2]
    assert page.locator(f"[id='{target}']").count() == 1
    assert not AnythingPage.objects.get(pk=draft.pk).live
    page.get_by_role("button", name="Toggle checks").click()
    panel = page.get_by_role("region", name="Can everyone use this page?")
    panel.wait_for()
    assert "Many people jump from link to link" in panel.inner_text()
    page.screenshot(path="/tmp/gate-editor.png")
    ours = [line for line in audit(page) if "accessibility-findings" in line or "messages" in line]
    assert ours == []
