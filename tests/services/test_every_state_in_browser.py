"""States of page types that the demo is not in: axe finds nothing, the HTML is valid, nothing scrolls sideways."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page

from core.models import AlertBanner
from core.services import forget_kept
from services.demo.lookup import page_named
from services.models import (
    ConsultationPage,
    DirectoryEntryPage,
    EasyReadPage,
    EventPage,
    JobPage,
    NewsPage,
    PublicationPage,
    ServiceDisruption,
    ServicePage,
    StepByStepPage,
    TeamPage,
)
from tests.journeys.variants import faults
from tests.valid_html import invalid

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
BINS, COUNCIL = "/bins-and-recycling/", "/your-council/"
MISSED = f"{BINS}report-a-missed-bin/"
PLAY = f"{COUNCIL}have-your-say/what-to-plant-in-the-park/"
STREETS = f"{COUNCIL}have-your-say/safer-streets-near-schools/"
PLACE = f"{COUNCIL}help-near-you/example-advice-centre/"


def of(model, slug):
    """Return the row of a demo page, to be changed as it stands."""
    return model.objects.filter(pk=page_named(slug).pk)


def troubles():
    """Three alerts at once, each with a link, and a disruption of each kind: now, planned and over."""
    now, hour, page = timezone.now(), timedelta(hours=1), page_named("report-a-missed-bin")
    for level in AlertBanner.Level.values:
        words = {"title": "Flood", "message": "High Street.", "link_text": "What to do", "link_page": page}
        AlertBanner.objects.create(level=level, locale=page.locale, **words)
    for kind in ServiceDisruption.Kind.values:
        for starts, until in ((now - hour, None), (now + hour, now + 2 * hour), (now - 2 * hour, now - hour)):
            words = {"title": "No lorries", "message": "Snow.", "instead": "Keep it.", "locale": page.locale}
            ServiceDisruption.objects.create(page=page, kind=kind, starts=starts, until=until, **words)


def times():
    """Everything with a time is over, called off or not open yet."""
    now, day = timezone.now(), timedelta(days=1)
    EventPage.objects.update(called_off=True)
    of(EventPage, "repair-cafe").update(starts=now - 2 * day, ends=now - day)
    JobPage.objects.update(closes_at=now - day)
    today = timezone.localdate()
    of(ConsultationPage, "safer-streets-near-schools").update(opens_on=today + day, closes_on=today + 9 * day)
    closed = {"opens_on": today - 9 * day, "closes_on": today - day, "outcome": [], "outcome_on": None}
    of(ConsultationPage, "what-to-plant-in-the-park").update(**closed)


def gaps():
    """What may be left out is left out."""
    bare = {"start_page": None, "start_url": "", "promise": None, "contact": None, "video_page": None, "fee": ""}
    of(ServicePage, "report-a-missed-bin").update(
        body=[], related=[], summary="", shared_fee=None, minutes=None, **bare
    )
    none = {"address": "", "postcode": "", "latitude": None, "longitude": None, "phone": "", "email": "", "website": ""}
    entry = {"opening": [], "facet_keys": [], "access": [], "access_guide": "", "body": [], "summary": ""}
    of(DirectoryEntryPage, "example-advice-centre").update(**none, **entry)
    of(PublicationPage, "waste-plan").update(body=[], document=None, format_page=None, kind="")
    of(EasyReadPage, "missed-bin-easy-read").update(about=None, contact=None)
    of(TeamPage, "bins-team").update(deals_with=[], ask_others=[], contact=None)
    NewsPage.objects.update(topic="", summary="")
    Page.objects.filter(pk__in=StepByStepPage.objects.get().more_ids).update(live=False)


def nothing():
    """No list has anything in it."""
    ServiceDisruption.objects.all().delete()
    for model in (NewsPage, JobPage, EventPage, ConsultationPage, DirectoryEntryPage, TeamPage):
        model.objects.update(live=False)


LISTS = [f"{COUNCIL}{name}/" for name in ("events", "have-your-say", "jobs", "news", "help-near-you", "who-can-help")]
ASKED = [
    f"{COUNCIL}help-near-you/?q=zzzz", f"{COUNCIL}help-near-you/?open=now&f1=money", f"{COUNCIL}news/?topic=Bins",
    f"{COUNCIL}answers-to-requests/?q=zzzz", f"{COUNCIL}answers-to-requests/?q=bins&year=2020",
    f"{COUNCIL}who-can-help/?q=rent&place=OX4", f"{COUNCIL}who-can-help/?q=zzzz", f"{BINS}what-goes-in-each-bin/print/",
]  # fmt: skip
STATES = {
    "as the demo is": (lambda: None, ASKED),
    "troubles": (troubles, [MISSED, "/", f"{COUNCIL}service-status/"]),
    "times": (times, [*LISTS[:3], STREETS, PLAY, f"{COUNCIL}events/repair-cafe/", f"{COUNCIL}jobs/recycling-officer/"]),
    "gaps": (
        gaps,
        [
            MISSED, PLACE, f"{COUNCIL}publications/waste-plan/", f"{COUNCIL}easy-read/missed-bin-easy-read/",
            f"{COUNCIL}who-does-what/bins-team/", f"{COUNCIL}news/", f"{COUNCIL}news/food-bins-for-flats/",
            "/housing/move-to-oxford/",
        ],
    ),
    "nothing": (nothing, [*LISTS, f"{COUNCIL}service-status/", f"{COUNCIL}who-does-what/"]),
}  # fmt: skip


@pytest.mark.usefixtures("committed_demo", "built")
@pytest.mark.parametrize("state", STATES)
def test_every_state(state, live_server, chromium_page, client, tmp_path):
    change, addresses = STATES[state]
    change()
    forget_kept()
    found, pages = [], {}
    page = chromium_page(live_server.url)
    for address in addresses:
        pages[address] = client.get(address).content
        answer = page.goto(live_server.url + address)
        assert answer.status == 200, address
        found += faults(page, address)
    found += invalid(pages, tmp_path)
    assert found == [], "\n".join(found)
