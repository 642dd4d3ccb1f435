"""A translator in a real browser: opens the Urdu page, changes a sentence, publishes, and sees it live."""

import re

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests.accessibility.testapp.models import AnythingPage
from tests.browser import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LINK = '<p>To apply <a href="https://example.org/a">see how to apply</a>.</p>'
GOOD = 'درخواست: <a id="a1">طریقہ دیکھیں</a>'
BAD = 'درخواست: <a id="a1">...</a>'


@pytest.fixture
def urdu_page(make_page, urdu):
    source, _created = TranslationSource.get_or_create_from_instance(make_page(LINK, live=True))
    translation = Translation.objects.create(source=source, target_locale=urdu)
    for segment in source.stringsegment_set.exclude(string__data__contains="see how to apply"):
        StringTranslation.objects.create(
            translation_of=segment.string, context=segment.context, locale=urdu, data="پارکنگ"
        )
    translation.save_target(publish=False)
    return AnythingPage.objects.get(locale=urdu, translation_key=source.object_id)


def translate(page, words):
    sentence = page.get_by_role("listitem").filter(has_text="see how to apply").last
    sentence.get_by_role("button", name=re.compile("Translate|Edit")).click()
    sentence.get_by_role("textbox").fill(words)
    sentence.get_by_role("button", name="Save").click()
    sentence.get_by_text("Translated manually").wait_for()
    page.get_by_role("button", name="Publish in Urdu").click()


def test_a_translator_publishes_a_sentence_and_is_told_of_faults(chromium_page, live_server, urdu_page, translator):
    page = chromium_page(live_server.url + "/admin/login/")
    log_in(page, live_server.url, "translator", "waymark-test")
    page.goto(live_server.url + reverse("wagtailadmin_pages:edit", args=[urdu_page.pk]))
    translate(page, BAD)
    page.get_by_text("Not published. Your draft is saved.").wait_for()
    assert "A link has no words." in page.locator(".messages").inner_text()
    assert "see how to apply" in AnythingPage.objects.get(pk=urdu_page.pk).intro
    assert StringTranslation.objects.get(data=BAD).last_translated_by == translator
    translate(page, GOOD)
    page.locator(".messages").get_by_text("in Urdu").wait_for()
    page.goto(live_server.url + AnythingPage.objects.get(pk=urdu_page.pk).url)
    assert "طریقہ دیکھیں" in page.content()
