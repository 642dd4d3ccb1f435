"""A translator in a real browser: opens the Urdu page, changes a sentence, publishes, and sees it live."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests.accessibility.testapp.models import AnythingPage
from tests.browser import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SENTENCE = "آپ آن لائن درخواست دے سکتے ہیں۔"


@pytest.fixture
def urdu_page(make_page, urdu):
    source, _created = TranslationSource.get_or_create_from_instance(make_page(live=True))
    Translation.objects.create(source=source, target_locale=urdu).save_target(publish=True)
    return AnythingPage.objects.get(locale=urdu, slug="parking")


def open_editor(chromium_page, live_server, page):
    browser_page = chromium_page(live_server.url + "/admin/login/")
    log_in(browser_page, live_server.url, "translator", "waymark-test")
    browser_page.goto(live_server.url + reverse("wagtailadmin_pages:edit", args=[page.pk]))
    return browser_page


def translate_sentence(browser_page, words):
    segment = browser_page.get_by_role("listitem").filter(has_text="You can apply online.")
    segment.get_by_role("button", name="Edit").click()
    segment.get_by_role("textbox").fill(words)
    segment.get_by_role("button", name="Save").click()
    segment.get_by_role("button", name="Edit").wait_for()


def test_a_translator_publishes_a_sentence(chromium_page, live_server, urdu_page, translator):
    browser_page = open_editor(chromium_page, live_server, urdu_page)
    translate_sentence(browser_page, SENTENCE)
    browser_page.get_by_role("button", name="Publish").first.click()
    browser_page.get_by_text("Published").first.wait_for()
    assert StringTranslation.objects.get(data=SENTENCE).last_translated_by == translator
    browser_page.goto(live_server.url + AnythingPage.objects.get(pk=urdu_page.pk).url)
    assert SENTENCE in browser_page.content()
