"""A person who asks gets what the panel and the news of pages hold under their address, and it is gone on request."""

import json
import zipfile
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone

from core.models import AuditEvent
from insight.models import PanelInvitation, PanelMember, PanelQuestion, PanelSurvey, Subscription
from insight.services import forget_news, leave_panel, news_of, panel_of

pytestmark = pytest.mark.django_db


def member(email):
    row = PanelMember(locale="ur", youth=True, confirmed_at=timezone.now())
    row.keep(email, {"ward": "Barton"})
    return row


def invited(row):
    survey = PanelSurvey.objects.create(title="Parks", intro="About parks.", closes_on=timezone.localdate())
    question = PanelQuestion.objects.create(survey=survey, text="More benches?", options="Yes\nNo")
    invitation = PanelInvitation.objects.create(survey=survey, member=row)
    invitation.answer({str(question.pk): "Yes"})
    return invitation


def waiting(email):
    row = Subscription(page="bins", locale="en")
    row.keep(email)
    return row


def spoilt(row, name):
    type(row).objects.filter(pk=row.pk).update(**{name: b"nothing of ours"})


def handed_out(client):
    asked = {"contact": "Jane@example.org ", "checked": "documents"}
    answer = client.post(reverse("onlineforms_inbox:rights"), asked)
    with zipfile.ZipFile(BytesIO(answer.content)) as archive:
        return {name: json.loads(archive.read(name)) for name in archive.namelist() if name.endswith(".json")}


def test_a_copy_holds_membership_answers_and_wishes_and_is_audited(admin_client):
    invited(member("jane@example.org"))
    waiting("Jane@Example.org")
    waiting("tom@example.org")
    files = handed_out(admin_client)
    (panel,), (news,) = files["panel.json"], files["page-news.json"]
    assert (panel["email"], panel["profile"]) == ("jane@example.org", {"ward": "Barton"})
    assert (panel["language"], panel["youth"], panel["confirmed"]) == ("ur", True, True)
    assert [(row["survey"], row["answers"]) for row in panel["surveys"]] == [("Parks", {"More benches?": "Yes"})]
    assert (news["address"], news["page"], news["confirmed"]) == ("Jane@Example.org", "bins", False)
    told = AuditEvent.objects.filter(verb="person.copy").values_list("object_ref", flat=True)
    assert sorted(told) == ["page-news", "panel"]


def test_an_erasure_leaves_nothing_under_the_address_and_all_of_the_others(admin_client):
    invited(member("jane@example.org"))
    member("tom@example.org")
    waiting("jane@example.org")
    waiting("tom@example.org")
    asked = {"contact": "jane@example.org", "checked": "documents", "erase": "yes", "sure": "on"}
    page = admin_client.post(reverse("onlineforms_inbox:rights"), asked, follow=True).content.decode()
    assert "The membership of the Residents' Panel is ended and forgotten." in page.replace("&#x27;", "'")
    assert "Nobody waits for news of a page under this contact any more." in page
    assert panel_of("jane@example.org") == news_of("jane@example.org") == []
    assert not PanelInvitation.objects.exists()
    assert [row.opened()["email"] for row in PanelMember.objects.all()] == ["tom@example.org"]
    assert [row.opened() for row in Subscription.objects.all()] == ["tom@example.org"]
    assert AuditEvent.objects.filter(verb="person.erase").count() == 2


def test_what_does_not_open_is_said_and_can_still_be_erased():
    row = member("jane@example.org")
    spoilt(invited(row), "sealed")
    spoilt(row, "sealed")
    spoilt(waiting("jane@example.org"), "address")
    (panel,) = panel_of("jane@example.org")
    assert panel["note"] == panel["surveys"][0]["note"] == "The sealed part of it does not open."
    assert news_of("jane@example.org") == []
    assert (leave_panel("jane@example.org"), forget_news("jane@example.org")) == (1, 0)
    assert leave_panel("nobody") == 0
