"""Many pages are sent to many languages at once: the screen answers at once, the worker begins them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

from core.services import Done, sweep_outbox
from home.models import HomePage
from translation.desk.begin import begin, deliver
from translation.models import BeginJob, DraftJob

pytestmark = pytest.mark.django_db


@pytest.fixture
def area(bins):
    for number in range(3):
        bins.add_child(instance=HomePage(title=f"Bin {number}", slug=f"bin-{number}", summary="Call us."))
    return bins


def send(client, page, locales, **more):
    posted = {"page": page.pk, "languages": [each.pk for each in locales], **more}
    return client.post(reverse("translation_send"), posted)


def test_the_worker_begins_every_page_in_every_language_once(client, manager, area, locales):
    client.force_login(manager)
    languages = [locales["pl"], locales["ur"]]
    assert send(client, area, languages, below="on").status_code == 302
    send(client, area, languages, below="on")
    assert (BeginJob.objects.count(), Translation.objects.count()) == (8, 0)
    sweep_outbox()
    assert Translation.objects.count() == 8
    send(client, area, languages, below="on")
    assert BeginJob.objects.count() == 8


def test_one_turn_of_the_worker_begins_many(client, manager, area, locales):
    client.force_login(manager)
    send(client, area, [locales["pl"], locales["ur"]], below="on")
    assert deliver(BeginJob.objects.order_by("created_at").first()) == Done()
    assert Translation.objects.count() == 8
    assert BeginJob.objects.filter(delivered_at=None).count() == 1  # the first, which the sweep itself settles


def test_the_request_costs_the_same_for_any_number_of_pages(client, manager, area, locales):
    client.force_login(manager)

    def cost(page):
        with CaptureQueriesContext(connection) as queries:
            send(client, page, [locales["pl"]], below="on")
        return len(queries)

    one = cost(area.get_children().first())
    assert cost(area) == one


def test_a_translator_sends_to_their_own_languages_only(client, translator, area, locales):
    client.force_login(translator("ur"))
    assert send(client, area, [locales["pl"]]).status_code == 422
    assert send(client, area, [locales["ur"]]).status_code == 302
    assert list(BeginJob.objects.values_list("locale", flat=True)) == [locales["ur"].pk]


def test_who_translates_nothing_sends_nothing(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("nobody", password="irrelevant-here"))
    assert client.get(reverse("translation_send")).status_code == 302


def test_drafts_are_asked_for_where_a_language_has_an_engine(client, manager, area, locales, settings):
    settings.WAYMARK_TRANSLATION_ENGINES = {"pl": {"engine": "libretranslate", "url": "http://127.0.0.1:9"}}
    client.force_login(manager)
    send(client, area, [locales["pl"], locales["ur"]], draft="on")
    sweep_outbox()
    assert [job.translation.target_locale for job in DraftJob.objects.all()] == [locales["pl"]]


def test_a_page_that_went_offline_meanwhile_is_not_begun(client, manager, area, locales):
    client.force_login(manager)
    send(client, area, [locales["pl"]])
    area.unpublish()
    sweep_outbox()
    assert BeginJob.objects.get().last_error == "no-such-page"
    assert not Translation.objects.exists()


def test_what_is_remembered_is_filled_in(area, locales, home):
    first, _filled = begin(area, locales["pl"], None)
    StringTranslation.objects.create(
        translation_of=first.source.stringsegment_set.get(context__path="title").string,
        locale=locales["pl"],
        context=first.source.stringsegment_set.get(context__path="title").context,
        data="Zgłoś kosz",
    )
    other = home.add_child(instance=HomePage(title=area.title, slug="other", summary="Something else."))
    assert begin(other, locales["pl"], None)[1] >= 1
