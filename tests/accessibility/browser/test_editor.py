"""An author in a real browser: publish is refused, the words are kept, the list leads to the block."""

import pytest
from django.contrib.auth.models import Permission
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
    # The editor draws its blocks by script.
    page.locator("input[name='body-count']").wait_for(state="attached")
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
    # The message fades in; colours are judged when it stands still.
    page.wait_for_timeout(1500)
    ours = [
        line for line in audit(page) if any(mark in line for mark in ("accessibility-findings", "messages", "#block-"))
    ]
    assert ours == []


def test_what_is_typed_is_judged_beside_its_block_before_it_is_saved(chromium_page, live_server, make_page, editor):
    draft = make_page()
    draft.body = AnythingPage._meta.get_field("body").to_python(
        [{"type": "heading", "value": {"text": "Opening times", "level": "2"}, "id": "h-1"}]
    )
    draft.save_revision()
    editor.user_permissions.add(Permission.objects.get(codename="sign_statement"))
    page = chromium_page(live_server.url + "/admin/login/")
    log_in(page, live_server.url, "editor", "waymark-test")
    page.goto(live_server.url + reverse("wagtailadmin_pages:edit", args=[draft.pk]))
    page.locator("input[name='body-0-value-text']").fill(" ")
    page.get_by_role("button", name="Toggle checks").click()
    panel = page.get_by_role("region", name="Can everyone use this page?")
    found = panel.get_by_text("This heading is empty.", exact=True)
    found.wait_for()
    assert panel.get_by_role("link", name="Put aside").count() == 0
    assert "faults that shut people out: 1" in page.locator("[data-accessibility-status]").text_content()
    assert panel.get_by_role("link", name="Heading").get_attribute("href") == "#block-h-1-section"
    assert "Opening times" in str(draft.get_latest_revision_as_object().body)
    assert [line for line in audit(page) if "accessibility-findings" in line] == []
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto(live_server.url + reverse("accessibility_statement_sign"))
    assert audit(page) == []
