"""The entry of answers and the board of voices, narrow and wide and without scripts: axe clean, nothing cut off."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.models import User
from insight.models import GroupCount, PostcodeWard
from tests.browser import audit, follow, log_in
from tests.journeys.variants import too_wide

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def boss(home):
    for decile in (1, 9):
        PostcodeWard.objects.create(postcode=f"OX11A{decile}", ward="Barton", decile=decile)
    month = timezone.localdate().replace(day=1)
    for tag, group in (("deprivation", "1"), ("tenant", "yes"), ("campaign", "food-waste-" + "x" * 29)):
        GroupCount.objects.create(
            month=month, dimension=tag, group=group, channel="paper", question="visit-end/1", n=40, r1=10, r5=30
        )
    return User.objects.create_superuser("boss", password="a long sentence of words")


@pytest.mark.parametrize("name", ["insight_entry", "insight_voices"])
def test_the_screens_are_clean_at_320_and_1280_pixels(boss, live_server, chromium_browser, name):
    with chromium_browser.new_context(viewport={"width": 320, "height": 800}) as context:
        page = context.new_page()
        log_in(page, live_server.url, boss.username, "a long sentence of words")
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(live_server.url + reverse(name))
            assert audit(page) == []
            assert too_wide(page) <= 0


def test_a_tenants_answer_is_entered_without_scripts(boss, live_server, chromium_browser):
    client = Client()
    client.force_login(boss)
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": client.session.session_key, "url": live_server.url}
    with chromium_browser.new_context(java_script_enabled=False) as context:
        context.add_cookies([cookie])
        page = context.new_page()
        page.goto(live_server.url + reverse("insight_entry"))
        page.get_by_label("Service").first.fill("housing")
        first = page.get_by_role("group", name="Person 1", exact=True)
        first.get_by_label("Satisfaction").select_option("5")
        first.get_by_label("Postcode").fill("SW1A 1AA")
        first.get_by_label("Tenant of the council").select_option("yes")
        follow(page.get_by_role("button", name="Store these answers"))
        assert "This postcode is not in the council's list." in first.inner_text()
        first.get_by_label("Postcode").fill("ox1 1a9")
        follow(page.get_by_role("button", name="Store these answers"))
        assert "1 answer is stored." in page.content()
    assert set(GroupCount.objects.filter(channel="phone").values_list("dimension", "group")) == {
        ("ward", "Barton"), ("deprivation", "9"), ("tenant", "yes"),
    }  # fmt: skip
