"""What stands on every page is kept, and forgotten when it changes."""

import pytest
from django.db import transaction
from wagtail.models import Site

from core import kept
from core.models import AlertBanner, BrandSettings, FooterLink
from home.models import HomePage


class Reads:
    """A value that counts how often it was read."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> int:
        self.count += 1
        return self.count


@pytest.fixture
def reads():
    return Reads()


@pytest.mark.django_db
def test_a_value_is_read_once_until_something_changes(reads, home):
    assert [kept.kept("x", reads), kept.kept("x", reads)] == [1, 1]
    home.title = "Other"
    home.save()
    assert kept.kept("x", reads) == 2


@pytest.mark.django_db
def test_a_value_read_before_a_change_is_not_kept_after_it(home, reads):
    def slow():
        AlertBanner.objects.create(locale=home.locale, title="Flood", message="Botley.")
        return "old"

    assert kept.kept("x", slow) == "old"
    assert kept.kept("x", reads) == 1


@pytest.mark.django_db(transaction=True)
def test_a_change_is_forgotten_again_when_others_can_see_it(reads):
    with transaction.atomic():
        kept.forget()
        assert kept.kept("x", reads) == 1  # another process may read the old row here
    assert kept.kept("x", reads) == 2


def test_a_value_of_none_is_kept_too(db):
    asked = []
    for _time in range(2):
        assert kept.kept("nothing", lambda: asked.append(1)) is None
    assert asked == [1]


def test_without_a_cache_pages_are_read_and_saves_succeed(reads, home, monkeypatch, caplog):
    class Broken:
        def __getattr__(self, name: str) -> None:
            raise ConnectionError(name)

    monkeypatch.setattr(kept, "cache", Broken())
    assert [kept.kept("x", reads), kept.kept("x", reads)] == [1, 2]
    home.save()
    assert "The cache does not answer" in caplog.text


@pytest.mark.django_db
def test_pages_show_a_change_at_once(client, home):
    brand = BrandSettings.objects.create(site=Site.objects.get(), council_name="Anytown Council")
    page = home.add_child(instance=HomePage(title="Keyboard help", slug="help"))
    FooterLink.objects.create(brand=brand, page=page)
    assert ">Keyboard help<" in client.get("/").content.decode()
    page.unpublish()
    brand.council_name = "Othertown Council"
    brand.save()
    shown = client.get("/").content.decode()
    assert "Othertown Council" in shown
    assert ">Keyboard help<" not in shown
