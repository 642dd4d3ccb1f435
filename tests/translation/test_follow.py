"""Translations follow their English when it goes offline or moves."""

import pytest
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from core.models import Contact
from home.models import HomePage
from services.models import ServicePage
from translation.desk.segments import sentences
from translation.desk.write import save_words
from translation.stale import stale_notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree(home):
    """An English page below another one, both in Urdu too."""
    HomePage.max_count_per_parent = None
    urdu, _ = Locale.objects.get_or_create(language_code="ur")
    home.copy_for_translation(urdu).save_revision().publish()
    places = [home.add_child(instance=HomePage(title=name, slug=name)) for name in ("old", "new")]
    page = places[0].add_child(instance=HomePage(title="Bins", slug="bins"))
    for each in (*places, page):
        copy = each.copy_for_translation(urdu)
        copy.live = True
        copy.save(clean=False)
    return page, places[1], urdu


def urdu_of(page, urdu):
    return Page.objects.get(translation_key=page.translation_key, locale=urdu)


def test_it_goes_offline_with_its_english(tree):
    page, _new, urdu = tree
    page.unpublish()
    assert not urdu_of(page, urdu).live


def test_a_translation_that_goes_offline_takes_nothing_with_it(tree):
    page, _new, urdu = tree
    urdu_of(page, urdu).specific.unpublish()
    page.refresh_from_db()
    assert page.live


def test_it_moves_below_the_translation_of_the_new_place(tree):
    page, new, urdu = tree
    page.move(new, pos="last-child")
    assert urdu_of(page, urdu).get_parent().translation_key == new.translation_key
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_contact_that_says_something_else_makes_the_pages_that_show_it_stale(home, rf):
    urdu, _ = Locale.objects.get_or_create(language_code="ur")
    contact = Contact.objects.create(name="Bins", phone="01865 249811")
    page = home.add_child(instance=ServicePage(title="Bins", slug="bins", summary="Bins.", contact=contact))
    home.copy_for_translation(urdu)
    contact.copy_for_translation(urdu).save()
    copy = page.copy_for_translation(urdu)
    copy.live = True
    copy.save(clean=False)
    for each in (contact, page):
        record, _ = TranslationSource.update_or_create_from_instance(each)
        translation = Translation.objects.create(source=record, target_locale=urdu)
        save_words(translation, {sentence.pk: sentence.source for sentence in sentences(translation)}, {}, None)
    contact.save()
    assert stale_notice(copy, rf.get("/ur/")) is None
    contact.phone = "01865 252900"
    contact.save()
    assert stale_notice(ServicePage.objects.get(pk=copy.pk), rf.get("/ur/")) is not None
