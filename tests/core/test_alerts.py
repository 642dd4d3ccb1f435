"""Alerts: when, where and in which language."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils import timezone, translation
from wagtail.models import Locale

from core.alerts import alert_banners
from core.models import AlertBanner
from home.models import HomePage


@pytest.fixture
def alert(home):
    return AlertBanner(
        locale=home.locale, title="Flood warning", message="Abingdon Road.", level=AlertBanner.Level.EMERGENCY
    )


def titles(page=None):
    return [banner.title for banner in alert_banners(page)]


def test_an_alert_stands_on_every_page_with_its_level_in_words(client, alert):
    alert.save()
    response = client.get("/")
    section = BeautifulSoup(response.content, "html.parser").find("section", class_="wm-alert")
    assert section["aria-label"] == "Emergency"
    assert "Flood warning:" in section.text
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize(
    ("starts", "until", "shown"), [(-2, 1, True), (-2, None, True), (1, None, False), (-2, -1, False)]
)
def test_an_alert_is_shown_from_its_start_until_its_end(alert, starts, until, shown):
    alert.starts = timezone.now() + timedelta(hours=starts)
    alert.until = until and timezone.now() + timedelta(hours=until)
    alert.save()
    assert titles() == (["Flood warning"] if shown else [])


def test_the_gravest_comes_first(alert):
    AlertBanner.objects.create(locale=alert.locale, title="Office closed", message="On Monday.")
    alert.save()
    assert titles() == ["Flood warning", "Office closed"]


def test_an_alert_for_a_section_stays_there(alert, home):
    bins = home.add_child(instance=HomePage(title="Bins", slug="bins"))
    missed = bins.add_child(instance=HomePage(title="Missed", slug="missed"))
    parks = home.add_child(instance=HomePage(title="Parks", slug="parks"))
    alert.section = bins
    alert.save()
    assert titles(bins) == titles(missed) == ["Flood warning"]
    assert titles(parks) == titles(home) == titles() == []


def test_an_alert_for_a_section_is_shown_in_its_translation_too(alert, urdu_home, home):
    alert.section = home
    alert.save()
    with translation.override("ur"):
        assert titles(urdu_home) == ["Flood warning"]


def test_a_translated_alert_replaces_the_english_one(alert, urdu_home):
    alert.save()
    with translation.override("ur"):
        assert titles() == ["Flood warning"]
        AlertBanner.objects.create(
            locale=Locale.objects.get(language_code="ur"),
            translation_key=alert.translation_key,
            title="سیلاب",
            message="سڑک بند ہے۔",
        )
        assert titles() == ["سیلاب"]
    assert titles() == ["Flood warning"]


def test_an_untranslated_alert_is_marked_as_english(client, alert, urdu_home):
    alert.save()
    section = BeautifulSoup(client.get("/ur/").content, "html.parser").find("section", class_="wm-alert")
    assert section.div["lang"] == "en"
    assert section.div["dir"] == "ltr"


def test_one_query(alert, home, django_assert_num_queries):
    alert.save()
    AlertBanner.objects.create(
        locale=home.locale, title="Office closed", message="On Monday.", link_page=home, link_text="x"
    )
    with django_assert_num_queries(1):
        alert_banners(home)


def test_an_end_before_the_start_is_refused(alert):
    alert.until = alert.starts - timedelta(hours=1)
    with pytest.raises(ValidationError, match="The end is before the start"):
        alert.full_clean()


def test_a_link_without_words_is_refused(alert, home):
    alert.link_page = home
    with pytest.raises(ValidationError, match="Write what the link says"):
        alert.full_clean()


def test_staff_write_an_alert_in_the_admin(admin_client, home):
    response = admin_client.post(
        "/admin/snippets/core/alertbanner/add/",
        {
            "level": 2,
            "title": "Snow",
            "message": "Bins late.",
            "starts": "2026-01-01 08:00",
            "until": "",
            "link_text": "",
        },
    )
    assert response.status_code == 302
    assert AlertBanner.objects.get().title == "Snow"
