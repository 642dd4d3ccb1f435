"""What is private is left out within the query itself."""

import random

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction

from core.privacy import public
from home.models import HomePage

pytestmark = pytest.mark.django_db


def add(parent, slug):
    parent.refresh_from_db()
    return parent.add_child(instance=HomePage(title=slug, slug=slug))


@pytest.fixture
def pages(home):
    """Forty pages in a tree that is the same at each run."""
    made, chance = [home], random.Random(8)
    for number in range(40):
        made.append(add(chance.choice(made), f"page-{number}"))
    return made


@pytest.mark.parametrize("seed", range(5))
def test_what_is_public_is_what_wagtail_calls_public(seed, pages):
    for page in random.Random(seed).sample(pages[1:], seed * 2):
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    expected = {*Page.objects.public().values_list("pk", flat=True)}
    assert {*public(Page.objects.all()).values_list("pk", flat=True)} == expected
    assert len(expected) < Page.objects.count() or not seed


def test_pages_of_a_type_are_asked_by_one_query(pages, django_assert_num_queries):
    PageViewRestriction.objects.create(page=pages[0], restriction_type="password", password="open")
    with django_assert_num_queries(1):
        assert not public(HomePage.objects.live()).exists()


def test_a_copy_of_a_private_page_and_what_is_under_it_are_private(pages):
    home, page = pages[0], add(pages[0], "source")
    alias = page.create_alias(parent=Page.objects.get(pk=home.pk), update_slug="copy")
    add(alias, "under-copy")
    assert public(Page.objects.filter(slug__in=["copy", "under-copy"])).count() == 2
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert not public(Page.objects.filter(slug__in=["copy", "under-copy"])).exists()


def test_a_private_page_asks_and_opens_to_those_who_may(pages, client, django_user_model):
    home = pages[0]
    page = add(add(home, "area"), "page")
    address = page.get_url()
    restriction = PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="password", password="x")
    asking = client.get(address)
    assert "no-store" in asking["Cache-Control"]
    assert b"password" in asking.content
    form = f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"
    assert client.post(form, {"password": "x", "return_url": address})["Location"] == address
    opened = client.get(address)
    assert ("no-store" in opened["Cache-Control"], b"<h1" in opened.content) == (True, True)

    restriction.restriction_type = "groups"
    restriction.save()
    group = Group.objects.create(name="Councillors")
    restriction.groups.add(group)
    user = django_user_model.objects.create_user("councillor", "councillor@example.org", "x")
    assert client.get(address).status_code == 302
    client.force_login(user)
    assert client.get(address).status_code == 302
    user.groups.add(group)
    assert client.get(address).status_code == 200

    restriction.delete()
    client.logout()
    assert client.get(address)["Cache-Control"].startswith("public")
