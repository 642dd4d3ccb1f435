"""What a page shows beside its own words, such as whom to call, is translated with it, in the same desk."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from core.models import Contact, ServicePromise
from services.models import ServicePage
from translation.desk.begin import begin
from translation.desk.segments import sentences
from translation.desk.states import State, rows
from translation.desk.write import save_words

pytestmark = pytest.mark.django_db

WORDS = {"name": "Kosze", "hours": "Od poniedziałku do piątku", "summary": "Zgłoś kosz.", "title": "Kosz"}


@pytest.fixture
def service(home, locales):
    contact = Contact.objects.create(name="Bins team", hours="Monday to Friday")
    promise = ServicePromise.objects.create(
        name="Missed bin", working_days=2, what_happens_next="We come.", if_late="Call us.", contact=contact
    )
    page = ServicePage(title="Bin", slug="bin", summary="Report a bin.", contact=contact, promise=promise)
    home.add_child(instance=page)
    return page


def records(locale):
    return {str(each.source.object_repr): each for each in Translation.objects.filter(target_locale=locale)}


def test_what_a_page_shows_is_begun_with_it_and_waits_in_the_queue(service, locales):
    begin(service, locales["pl"], None)
    assert set(records(locales["pl"])) == {"Bin", "Bins team", "Missed bin"}
    states = {row.title: row.state for row in rows(locales["pl"]) if row.translation}
    assert states["Bins team"] == states["Missed bin"] == State.WORK
    assert records(locales["ur"]) == {}


def test_a_page_does_not_go_live_with_an_english_contact(
    client, translator, service, locales, django_capture_on_commit_callbacks
):
    client.force_login(translator("pl"))
    service.promise = None
    service.save_revision().publish()
    page, _filled = begin(service, locales["pl"], None)
    save_words(page, {each.pk: WORDS.get(each.path, each.text) for each in sentences(page)}, {}, None)
    here = reverse("translation_edit", args=[page.uuid])
    assert "is translated on its own" in client.get(here).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(here, {"publish": "1"}, follow=True)
    assert "“Bins team” is shown here and is not translated yet." in answer.content.decode()
    assert not Page.objects.filter(locale=locales["pl"], live=True, slug="bin").exists()

    contact = records(locales["pl"])["Bins team"]
    save_words(contact, {each.pk: WORDS.get(each.path, each.text) for each in sentences(contact)}, {}, None)
    for uuid in (contact.uuid, page.uuid):
        with django_capture_on_commit_callbacks(execute=True):
            client.post(reverse("translation_edit", args=[uuid]), {"publish": "1"})
    live = Page.objects.get(locale=locales["pl"], live=True, slug="bin").specific
    assert live.contact.hours == WORDS["hours"]


def test_a_contact_that_comes_later_is_begun_too(service, locales):
    begin(service, locales["pl"], None)
    service.contact = Contact.objects.create(name="Other team", hours="Every day")
    service.save_revision().publish()
    assert "Other team" in records(locales["pl"])


def test_a_translation_that_was_begun_before_finds_its_contact_when_it_is_published(
    client, translator, service, locales
):
    client.force_login(translator("pl"))
    source, _ = TranslationSource.update_or_create_from_instance(service)
    page = Translation.objects.create(source=source, target_locale=locales["pl"])
    client.post(reverse("translation_edit", args=[page.uuid]), {"publish": "1"})
    assert "Bins team" in records(locales["pl"])
