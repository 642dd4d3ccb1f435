"""What staff see and press."""

import pytest
from wagtail.models import Page

from updates.items import Item
from updates.letters import Letter, message_for
from updates.models import Area, AreaAlert, Notice
from updates.watching.clock import watch_areas

pytestmark = pytest.mark.django_db


@pytest.fixture
def bin_page(demo):
    return Page.objects.get(slug="report-a-missed-bin", locale__language_code="en", content_type__app_label="services")


def test_an_author_tells_people_once(bin_page, admin_client, subscribe):
    subscribe("a@example.org", f"page:{bin_page.translation_key}")
    address = f"/admin/updates/tell/{bin_page.pk}/"
    form = admin_client.get(address)
    assert "fewer than 5" in form.content.decode()
    assert admin_client.post(address, {"words": "", "stamp": "1"}).status_code == 200
    for _press in range(2):
        admin_client.post(address, {"words": "New days.", "stamp": "1"})
    assert Notice.objects.get(event="changed").words == "New days."


def test_who_may_not_publish_tells_nobody(bin_page, client, django_user_model):
    client.force_login(django_user_model.objects.get(username="author"))
    client.post(f"/admin/updates/tell/{bin_page.pk}/", {"words": "New days.", "stamp": "1"})
    assert not Notice.objects.filter(event="changed").exists()


def test_only_counts_are_shown_and_small_ones_are_not(admin_client, subscribe):
    for number in range(7):
        subscribe(f"{number}@example.org", "news:", *(["consultation:"] if number < 2 else []))
    report = admin_client.get("/admin/reports/updates/").content.decode()
    assert "All news" in report
    assert "<td>7</td>" in report
    assert "fewer than 5" in report
    assert "@example.org" not in report


def test_an_alert_reaches_its_area_once(subscribe, leave):
    here, there = (Area.objects.create(name=name) for name in ("Jericho", "Headington"))
    subscribe("here@example.org", f"area:{here.pk}")
    subscribe("there@example.org", f"area:{there.pk}")
    alert = AreaAlert(title="No water", message="Back tonight.")
    alert.areas = [here]
    alert.save()
    watch_areas()
    watch_areas()
    (sent,) = leave()
    assert (sent.to, sent.subject) == (["here@example.org"], "No water")
    assert "Back tonight." in sent.body


def test_a_text_message_is_short_and_can_be_stopped(subscribe, leave, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    here = Area.objects.create(name="Jericho")
    subscribe("+447400123456", f"area:{here.pk}", channel="sms")
    alert = AreaAlert(title="No water", message="Back tonight.")
    alert.areas = [here]
    alert.save()
    watch_areas()
    assert leave() == []
    (text,) = [file.read_text() for file in (tmp_path / "messages").iterdir()]
    assert "No water: Back tonight." in text
    assert "/updates/stop/" in text


def test_a_long_text_message_holds_whole_addresses_or_none(subscribe):
    row = subscribe("+447400123456", "news:", channel="sms")
    addresses = [f"https://www.example.org/{'a' * length}/" for length in (60, 90)]
    items = [Item("No water", "Thames Street is dug up. " * 4, address) for address in addresses]
    body = message_for(row, "+447400123456", Letter("News", items), "key").body
    held = [word for word in body.split() if word.startswith("https://www.example.org")]
    assert held == addresses[:1]
    assert " … Stop: " in body
