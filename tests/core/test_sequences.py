"""Editors' key sequences: in the account, off at first, each leading to a screen that exists."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.urls import resolve, reverse

from core.accounts.sequences import SEQUENCES

SCRIPT = Path(settings.BASE_DIR) / "site/core/static/core/sequences.js"


def places():
    return dict(re.findall(r'(\w): "([\w/-]*)"', SCRIPT.read_text()))


def test_script_and_account_name_the_same_letters():
    assert {letter.lower() for letter, _place in SEQUENCES} == set(places())


@pytest.mark.parametrize("place", places().values())
def test_every_sequence_leads_to_a_screen(place):
    assert resolve(f"/admin/{place}").url_name or resolve(f"/admin/{place}").view_name


@pytest.mark.django_db
def test_the_account_offers_them_switched_off(client, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("boss", password="irrelevant-here"))
    page = BeautifulSoup(client.get(reverse("wagtailadmin_account")).content, "html.parser")
    box = page.find(attrs={"data-sequences": True})
    assert box.has_attr("hidden")
    assert not box.find("input").has_attr("checked")
    assert len(box.find_next("ul").find_all("kbd")) == 2 * len(SEQUENCES)
