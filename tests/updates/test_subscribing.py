"""From the box on a page to the last press: without a browser, an account or a cookie."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.utils import timezone

from core.services import UnsealError, unseal
from services.services import demo_page
from tests.updates.conftest import links, post
from updates.kinds import valid
from updates.links import manage_token, stop_token
from updates.models import Ask, Follow, Notice, Sending, Subscriber, Told
from updates.retention import retain
from updates.views.reply import MOST_AN_HOUR

ADDRESS = "resident@example.org"
WHERE = "/updates/where/?t=news:&often=now"
pytestmark = pytest.mark.django_db


def ask(client, typed=ADDRESS, where=WHERE, **more):
    return client.post(where, {"channel": "mail", "mail": typed, **more})


def confirm_link():
    post()
    return next(link for link in reversed(links(mail.outbox[-1].body)) if "confirm" in link)


def test_the_whole_way(client, demo):
    page = client.get("/bins-and-recycling/report-a-missed-bin/")
    key = demo_page("report-a-missed-bin").translation_key
    assert f'value="{key}"'.encode() in page.content
    first = client.get(f"/updates/?about={key}")
    assert "Changes to the page “Report a missed bin”" in first.content.decode()
    second = client.post("/updates/", {"t": [f"page:{key}", f"service:{key}", "news:Bins"]})
    assert second.status_code == 303
    assert client.post(second.url, {"often": "daily"}).status_code == 303
    third = client.post(second.url, {"often": "daily"}).url
    assert "Disruptions of “Report a missed bin”" in client.get(third).content.decode()
    assert client.post(third, {"channel": "mail", "mail": ADDRESS}).url == "/updates/sent/mail/"
    link = confirm_link()
    assert "Yes, send me updates" in client.get(link).content.decode()
    assert Subscriber.objects.get().confirmed_at is None
    done = client.post(link)
    assert {(row.kind, row.key) for row in Follow.objects.all()} == {
        ("page", str(key)), ("service", str(key)), ("news", "Bins"),
    }  # fmt: skip
    assert Subscriber.objects.get().frequency == "daily"
    manage = re.search(r"/updates/yours/[^/]+/", done.content.decode()).group()
    changed = client.post(manage, {"t": ["news:"], "often": "weekly"})
    assert "Your changes are saved." in client.get(changed.url).content.decode()
    assert [(row.kind, row.key) for row in Follow.objects.all()] == [("news", "")]
    assert client.cookies == {}
    client.post(f"/updates/stop/{stop_token(Subscriber.objects.get().pk)}/")
    assert not Subscriber.objects.exists()
    assert not Ask.objects.exists()


def test_a_link_works_once(client):
    ask(client)
    link = confirm_link()
    assert client.post(link).status_code == 200
    for answer in (client.get(link), client.post(link)):
        assert (answer.status_code, "This link has been used" in answer.content.decode()) == (410, True)
        assert "/updates/yours/" not in answer.content.decode()
    assert Follow.objects.count() == 1


def test_who_asks_again_in_another_language_before_they_confirm_gets_that_one(client):
    ask(client, where=f"/ur{WHERE}")
    ask(client)
    link = confirm_link()
    assert mail.outbox[-1].subject == "Confirm that you want updates"
    client.post(link)
    ask(client, where=f"/ur{WHERE}")
    assert Subscriber.objects.get().language == "en", "a stranger may have asked"


def test_opening_a_link_confirms_nothing(client):
    ask(client)
    client.get(confirm_link())
    assert Subscriber.objects.get().confirmed_at is None


def test_an_old_link_offers_a_new_one_to_the_same_address(client):
    ask(client)
    link = confirm_link()
    Ask.objects.update(created_at=timezone.now() - timedelta(days=4))
    assert "Send me a new link" in client.get(link).content.decode()
    assert not Subscriber.objects.get().confirmed_at
    client.post(link)
    assert Subscriber.objects.get().confirmed_at is None
    new = confirm_link()
    assert (new != link, mail.outbox[-1].to) == (True, [ADDRESS])
    client.post(new)
    assert Follow.objects.count() == 1


@pytest.mark.parametrize("path", ["confirm/forged", "yours/forged:1abc:def", "stop/forged:1abc:def"])
def test_forged_links_say_so(client, path):
    assert client.get(f"/updates/{path}/").status_code == 404
    assert client.post(f"/updates/{path}/").status_code == 404


def test_a_link_of_one_kind_is_none_of_another(client, subscribe):
    row = subscribe(ADDRESS, "news:")
    assert client.get(f"/updates/yours/{stop_token(row.pk)}/").status_code == 404
    assert client.post(f"/updates/stop/{manage_token(row.pk)}/").status_code == 404
    assert Subscriber.objects.count() == 1


def test_nothing_says_whether_an_address_is_known(client, subscribe):
    subscribe("known@example.org", "news:")
    answers = [
        client.post(WHERE, {"channel": "mail", "mail": to}, follow=True) for to in ("known@example.org", ADDRESS)
    ]
    assert answers[0].content == answers[1].content
    lost = [
        client.post("/updates/link/", {"channel": "mail", "mail": to}) for to in ("known@example.org", "no@example.org")
    ]
    assert lost[0].content == lost[1].content
    post()
    assert sorted(sent.to[0] for sent in mail.outbox) == ["known@example.org", "known@example.org", ADDRESS]


def test_a_stranger_changes_nothing_of_who_is_known(client, subscribe):
    row = subscribe("known@example.org", "news:", frequency="weekly")
    ask(client, "known@example.org", "/updates/where/?t=consultation:&often=now")
    row.refresh_from_db()
    assert (row.frequency, row.follows.count()) == ("weekly", 1)
    client.post(confirm_link())
    assert row.follows.count() == 2


def test_only_three_messages_a_day_go_to_an_address_that_did_not_ask(client):
    for number in range(6):
        assert ask(client, ADDRESS.upper() if number % 2 else ADDRESS).status_code == 303
    post()
    assert len(mail.outbox) == 3


def test_robots_and_other_websites_are_not_heard(client):
    ask(client, homepage="https://spam.example")
    assert ask(client, where=WHERE).status_code == 303
    refused = client.post(WHERE, {"channel": "mail", "mail": ADDRESS}, headers={"sec-fetch-site": "cross-site"})
    assert refused.status_code == 403
    assert Subscriber.objects.count() == 1


@pytest.mark.parametrize(
    "typed",
    ["", "nobody", "a@b", "a@example.org\nBcc: b@example.org", "x" * 250 + "@example.org", '"\x01"@example.org'],
)
def test_a_wrong_address_comes_back(client, typed):
    answer = ask(client, typed)
    assert answer.status_code == 422
    assert "Enter an email address like name@example.com." in answer.content.decode()
    assert not Subscriber.objects.exists()


@pytest.mark.parametrize("written", [str.upper, lambda key: key.replace("-", ""), lambda key: "-" * 60 + key])
def test_a_page_is_followed_under_one_spelling_only(demo, written):
    key = str(demo_page("report-a-missed-bin").translation_key)
    assert [topic.key for topic in valid([f"page:{key}", f"service:{written(key)}", f"page:{written(key)}"])] == [key]


def test_nothing_chosen_comes_back(client):
    assert client.post("/updates/", {"t": ["nonsense", "page:zebra", "news:No such topic"]}).status_code == 422
    assert client.post("/updates/how-often/?t=news:", {}).status_code == 422
    assert client.get("/updates/how-often/?t=nonsense").url == "/updates/"
    assert client.get("/updates/where/?t=news:&often=hourly").url == "/updates/"


def test_the_database_tells_nobody_the_address(client):
    ask(client)
    row = Subscriber.objects.get()
    stored = Subscriber.objects.values_list().get()
    assert all(ADDRESS not in str(value) for value in stored)
    assert ADDRESS.encode() not in bytes(row.address)
    assert row.opened() == ADDRESS
    with pytest.raises(UnsealError):
        unseal(bytes(row.address), context="updates_subscriber.address:another")


def test_addresses_that_nobody_confirms_are_deleted_after_seven_days(client, subscribe):
    subscribe("known@example.org", "news:")
    ask(client)
    retain(timezone.now() + timedelta(days=6))
    assert Subscriber.objects.count() == 2
    assert retain(timezone.now() + timedelta(days=8)) == 1
    assert [row.opened() for row in Subscriber.objects.all()] == ["known@example.org"]


def test_a_link_that_was_just_sent_works_for_its_own_time(client):
    ask(client)
    Subscriber.objects.update(created_at=timezone.now() - timedelta(days=6))
    Ask.objects.update(created_at=timezone.now() - timedelta(days=6))
    ask(client)
    later = timezone.now() + timedelta(days=2)
    assert retain(later) == 0
    assert client.post(confirm_link()).status_code == 200
    assert Follow.objects.get().kind == "news"
    ask(client, "second@example.org")
    assert retain(timezone.now() + timedelta(days=8)) == 1


def test_who_follows_nothing_any_more_is_forgotten_once_they_were_told(subscribe, client):
    for address in ("told@example.org", "waits@example.org", "later@example.org", "asks@example.org"):
        subscribe(address)
    subscribe("follows@example.org", "news:")
    rows = {row.opened().partition("@")[0]: row for row in Subscriber.objects.all()}
    notice = Notice.tell("gone:x", kind="page", keys=["x"], event="gone")
    Sending.objects.create(subscriber=rows["told"], notice=notice, idempotency_key="1", delivered_at=timezone.now())
    Sending.objects.create(subscriber=rows["waits"], notice=notice, idempotency_key="2")
    Told.objects.create(subscriber=rows["later"], notice=notice)
    ask(client, "asks@example.org")
    assert retain() == 1
    left = {row.opened().partition("@")[0] for row in Subscriber.objects.all()}
    assert left == {"waits", "later", "asks", "follows"}


def test_text_messages_without_an_account_are_not_offered(client, settings):
    settings.WAYMARK_MESSAGE_BACKENDS = {"mail": "django", "sms": "notify"}
    page = client.get(WHERE).content.decode()
    assert "We cannot send text messages at the moment. You can get updates by email." in page
    answer = client.post(WHERE, {"channel": "sms", "sms": "07700 900982", "mail": ADDRESS})
    assert answer.status_code == 422
    assert "Choose email instead." in answer.content.decode()
    assert ADDRESS in answer.content.decode()


def test_a_mobile_number_is_confirmed_by_text_message(client, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    assert client.post(WHERE, {"channel": "sms", "sms": "020 7946 0018"}).status_code == 422
    assert client.post(WHERE, {"channel": "sms", "sms": "07400 123456"}).url == "/updates/sent/sms/"
    post()
    (text,) = [file.read_text() for file in (tmp_path / "messages").iterdir()]
    client.post(links(text)[0])
    assert Subscriber.objects.get().opened() == "+447400123456"
    assert Follow.objects.count() == 1


def test_a_list_opened_with_an_old_link_is_offered_anew(client, subscribe, monkeypatch):
    row = subscribe(ADDRESS, "news:")
    token = manage_token(row.pk)
    monkeypatch.setattr("updates.links.MANAGE_LASTS", timedelta(seconds=-1))
    assert client.get(f"/updates/yours/{token}/").status_code == 410
    client.post(f"/updates/yours/{token}/")
    post()
    assert mail.outbox[-1].to == [ADDRESS]


@pytest.mark.parametrize("path", [WHERE, "/updates/link/"])
def test_who_shares_a_connection_that_asked_too_often_is_told_so_and_keeps_what_was_typed(client, subscribe, path):
    subscribe(ADDRESS, "news:")
    for number in range(MOST_AN_HOUR):
        ask(client, f"{number}@example.org", path)
    post()
    mail.outbox.clear()
    answers = [ask(client, to, path) for to in (ADDRESS, "unknown@example.org")]
    assert [answer.status_code for answer in answers] == [429, 429]
    page = BeautifulSoup(answers[0].content, "html.parser")
    assert "Try again in an hour." in page.select_one(".govuk-error-summary").get_text()
    assert page.select_one("#mail")["value"] == ADDRESS
    post()
    assert mail.outbox == []


def test_what_was_chosen_can_be_changed_on_the_way_and_is_chosen_still(client, demo):
    key = demo_page("report-a-missed-bin").translation_key
    chosen = {f"page:{key}", "news:Bins"}
    for step in (client.post("/updates/", {"t": [*chosen]}).url, f"/updates/where/?t=page:{key}&t=news:Bins&often=now"):
        page = BeautifulSoup(client.get(step).content, "html.parser")
        back = page.find("a", string="Change what you hear about")["href"]
        again = BeautifulSoup(client.get(back).content, "html.parser")
        assert {box["value"] for box in again.select("input[name=t][checked]")} == chosen
