"""A published form, the demo's own "report a missed bin", and a resident who walks through it."""

import pytest
from django.core.cache import cache
from wagtail.models import Locale, Page, Site

from core.models import Contact, ServicePromise, Team
from forms.demo.loader import page_from, read
from forms.services import publish_version

ADDRESS = {
    "address-line_1": "1 Example Street",
    "address-line_2": "",
    "address-town": "Oxford",
    "address-postcode": "ox11aa",
}
CONTACT = {"name": "Zoë O'Brien", "email": "zoe@example.org", "phone": ""}
WALK = [
    ("which-bin", {"bins": ["rubbish"]}),
    ("where", ADDRESS),
    ("photo", {}),
    ("contact", CONTACT),
    ("needs", {"needs": ["large_print"]}),
]


@pytest.fixture(autouse=True)
def _fresh_buckets():
    """One test's guessing does not slow the next."""
    cache.clear()


def home_page(locale):
    """Return the default site's home page; tests with real transactions have wiped what migrations made."""
    site = Site.objects.filter(is_default_site=True).first()
    if site:
        return site.root_page
    root = Page.objects.filter(depth=1).first() or Page.add_root(
        instance=Page(title="Root", slug="root", locale=locale)
    )
    home = root.add_child(instance=Page(title="Home", slug="home", locale=locale))
    Site.objects.create(is_default_site=True, root_page=home, hostname="localhost")
    return home


@pytest.fixture
def make_page(db):
    """Return a function that makes an unpublished page of one of the demo's forms."""
    locale, _ = Locale.objects.get_or_create(language_code="en")
    contact = Contact.objects.create(name="Bins", phone="01632 960101", hours="8am to 5pm", locale=locale)
    promise = ServicePromise.objects.create(
        name="Bin",
        working_days=2,
        what_happens_next="We send a crew.",
        if_late="Call us.",
        contact=contact,
        locale=locale,
    )
    team, _ = Team.objects.get_or_create(name="Bins", defaults={"email": "bins@example.org"})

    def make(name="missed-bin", **changes):
        page = page_from({**read(name), **changes})
        page.promise, page.owning_team, page.locale, page.live = promise, team, locale, False
        home_page(locale).add_child(instance=page)
        return page

    return make


@pytest.fixture
def page(make_page):
    """The published form."""
    page = make_page()
    page.save_revision().publish()
    page.refresh_from_db()
    return page


@pytest.fixture
def version(page):
    """What runs."""
    return publish_version(page)


class Resident:
    """Somebody with a browser."""

    def __init__(self, client, slug="report-a-missed-bin") -> None:
        self.client, self.slug = client, slug

    def start(self, **post):
        """Press Start and return the address of the draft, without the step."""
        response = self.client.post(f"/forms/{self.slug}/start", post)
        assert response.status_code == 302, response.content
        self.base = response["Location"].rsplit("/", 1)[0]
        return self.base

    def answer(self, step, data, **extra):
        """Post one step."""
        return self.client.post(f"{self.base}/{step}{extra.pop('query', '')}", data)

    def walk(self, steps=WALK):
        """Answer all steps."""
        for step, data in steps:
            response = self.answer(step, data)
            assert response.status_code == 302, (step, response.content.decode())
        return response["Location"]

    def send(self):
        """Press Send and return the receipt's address."""
        response = self.client.post(f"{self.base}/check")
        assert response.status_code == 302
        return response["Location"]


@pytest.fixture
def resident(client, version):
    """Zoë, who has not started yet."""
    return Resident(client)
