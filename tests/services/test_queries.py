"""How often a page of the whole demo asks the database, also when nothing is kept for it."""

import pytest
from wagtail.models import Locale, Page, Site

from core.models import AlertBanner
from services.demo.lookup import page_named
from services.models import ServicePage
from tools.bench_service_page.measure import MOST_QUERIES, cold_get, grow, queries

MISSED_BIN = "bins-and-recycling/report-a-missed-bin/"
#: The same words, with the hubs beside them.
HUBS = "your-council/ask-for-another-format/"
PREFIXES = ("/", "/ur/", "/pl/")


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("address", [MISSED_BIN, HUBS])
def test_a_service_page_of_the_demo_asks_little_at_any_size(prefix, address, whole_demo, client):
    address = prefix + address
    client.get(address)
    counts = []
    for more in (0, 300):
        grow(Page.objects.count() + more)
        client.get(address)
        counts.append((queries(lambda: client.get(address)), queries(lambda: cold_get(client, address))))
    assert counts[0] == counts[1]
    warm, cold = counts[0]
    assert warm <= 3
    assert cold <= MOST_QUERIES


def test_no_service_page_of_the_demo_asks_more(whole_demo, client):
    site = Site.objects.get(is_default_site=True)
    pages = ServicePage.objects.live().descendant_of(Page.objects.get(depth=1))
    addresses = [address for page in pages if (address := page.relative_url(site)).startswith("/")]
    assert len(addresses) > 40
    client.get(addresses[0])
    counts = {address: queries(lambda: cold_get(client, address)) for address in addresses}  # noqa: B023 - called at once
    assert max(counts.values()) <= MOST_QUERIES, max(counts.items(), key=lambda pair: pair[1])


def test_a_page_under_an_untranslated_area_asks_no_more(whole_demo, client):
    """Wagtail makes a copy of the area, whose privacy is that of its source."""
    urdu = Locale.objects.get(language_code="ur")
    page = page_named("damp-and-mould")
    page.get_parent().copy_for_translation(urdu, copy_parents=True, alias=True)
    page.copy_for_translation(urdu).save_revision().publish()
    address = "/ur/housing/damp-and-mould/"
    client.get(address)
    assert queries(lambda: cold_get(client, address)) <= MOST_QUERIES


def test_what_stands_on_one_area_only_asks_no_more(whole_demo, client):
    """Alerts for an area look at the pages above, which are known."""
    area = Page.objects.get(slug="bins-and-recycling", depth=3, locale__language_code="en")
    before = queries(lambda: cold_get(client, f"/{MISSED_BIN}"))
    AlertBanner.objects.create(locale=area.locale, title="No lorries", message="Today.", section=area, link_page=area)
    assert "No lorries" in client.get(f"/{MISSED_BIN}").content.decode()
    assert queries(lambda: cold_get(client, f"/{MISSED_BIN}")) == before
