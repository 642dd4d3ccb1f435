"""Route 13: what wagtail-localize writes. A draft never reaches residents, and a failing translation stays a draft."""

import pytest
from django.db import transaction
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from accessibility.models import GateResult
from core.services import PublishBlocked
from tests.accessibility.conftest import BAD
from tests.accessibility.testapp.models import AnythingPage

pytestmark = pytest.mark.django_db(transaction=True)

LINK = '<p>To apply <a href="https://example.org/a">see how to apply</a>.</p>'
WORDS = {"Parking": "پارکنگ", "To apply {}.": "درخواست کے لیے {}۔"}


@pytest.fixture
def translation(make_page, urdu):
    """A page with a link, translated and live in Urdu, a child of the Urdu home."""
    source, _created = TranslationSource.get_or_create_from_instance(make_page(LINK, live=True))
    made = Translation.objects.create(source=source, target_locale=urdu)
    say(made, "title", "پارکنگ")
    say(made, "intro", 'درخواست: <a id="a1">طریقہ دیکھیں</a>')
    made.save_target(publish=True)
    return made


def say(translation, path, words):
    segment = StringSegment.objects.get(source=translation.source, context__path=path)
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        locale=translation.target_locale,
        context=segment.context,
        defaults={"data": words, "translation_type": "manual"},
    )


def target(translation):
    return AnythingPage.objects.get(locale=translation.target_locale, slug__startswith="parking")


def test_a_good_translation_goes_live_with_a_verdict_of_its_own(translation):
    page = target(translation)
    assert page.live
    assert page.title == "پارکنگ"
    assert "طریقہ دیکھیں" in page.intro
    assert GateResult.objects.about(page).get(live=True).locale == "ur"


@pytest.mark.parametrize("words", ['بہتر: <a id="a1">نیا طریقہ</a>', '<a id="a1"></a>'], ids=["good", "failing"])
def test_a_draft_of_a_live_translation_does_not_touch_the_live_row(translation, words):
    say(translation, "intro", words)
    translation.save_target(publish=False)
    page = target(translation)
    assert page.live
    assert "طریقہ دیکھیں" in page.intro
    assert page.has_unpublished_changes
    assert "طریقہ دیکھیں" not in page.get_latest_revision_as_object().intro


def test_a_page_published_late_keeps_the_children_it_got_meanwhile(translation):
    say(translation, "title", "گاڑیاں")
    with transaction.atomic():
        translation.save_target(publish=True)
        target(translation).add_child(
            instance=AnythingPage(title="بچہ", slug="child", locale=target(translation).locale)
        )
    assert target(translation).title == "گاڑیاں"
    assert target(translation).get_children().count() == 1


def test_publishing_a_failing_translation_is_refused_and_its_words_are_a_draft(translation):
    say(translation, "intro", '<a id="a1">...</a>')
    with pytest.raises(PublishBlocked):
        translation.save_target(publish=True)
    page = target(translation)
    assert page.live
    assert "طریقہ دیکھیں" in page.intro
    assert "..." in page.get_latest_revision_as_object().intro


def test_a_failing_new_translation_is_stored_as_a_draft(make_page, urdu):
    source, _created = TranslationSource.get_or_create_from_instance(make_page(BAD))
    made = Translation.objects.create(source=source, target_locale=urdu)
    with pytest.raises(PublishBlocked):
        made.save_target(publish=True)
    assert not target(made).live


def test_an_alias_that_becomes_a_translation_is_offline_until_it_is_published(make_page, urdu):
    page = make_page(LINK, live=True)
    alias = page.copy_for_translation(urdu, alias=True)
    assert AnythingPage.objects.get(pk=alias.pk).live
    source, _created = TranslationSource.get_or_create_from_instance(page)
    made = Translation.objects.create(source=source, target_locale=urdu)
    say(made, "title", "پارکنگ")
    made.save_target(publish=False)
    assert not target(made).live
    say(made, "intro", 'درخواست: <a id="a1">طریقہ دیکھیں</a>')
    made.save_target(publish=True)
    assert target(made).live
    assert target(made).title == "پارکنگ"


def test_the_translator_is_told_in_the_editor(client, translator, translation):
    client.force_login(translator)
    say(translation, "intro", '<a id="a1">...</a>')
    url = reverse("wagtailadmin_pages:edit", args=[target(translation).pk])
    response = client.post(url, {"action": "publish"}, follow=True)
    text = response.content.decode()
    assert response.status_code == 200
    assert "Not published. Your draft is saved." in text
    assert "A link has no words." in text
    assert "New validation errors" not in text
    assert "..." in target(translation).get_latest_revision_as_object().intro


def test_the_sync_screen_leads_to_the_desk_and_writes_no_english_into_a_translation(
    client, django_user_model, translation
):
    client.force_login(django_user_model.objects.create_superuser("boss", "boss@example.org", "waymark-test"))
    source = translation.source.get_source_instance()
    AnythingPage.objects.filter(pk=source.pk).update(intro=BAD)
    for url in (
        reverse("wagtail_localize:update_translations", args=[translation.source_id]),
        reverse("wagtail_localize:submit_page_translation", args=[source.pk]),
    ):
        response = client.post(url, {"publish_translations": "on"})
        assert (response.status_code, response["Location"].startswith("/admin/translat")) == (302, True)
    assert "click here" not in target(translation).intro
    assert "click here" not in target(translation).get_latest_revision_as_object().intro


def test_a_translator_edits_no_english_page(client, translator, translation):
    client.force_login(translator)
    source = translation.source.get_source_instance()
    assert client.get(reverse("wagtailadmin_pages:edit", args=[source.pk])).status_code == 302
    assert not source.permissions_for_user(translator).can_edit()
    assert not source.permissions_for_user(translator).can_publish()
    assert client.get(reverse("wagtailadmin_pages:edit", args=[target(translation).pk])).status_code == 200
