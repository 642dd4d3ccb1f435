"""Leaving an address and confirming it, in a real browser without scripts of its own: narrow and wide, axe clean."""

import re

import pytest

from core.models import OutgoingMessage
from core.services import message_words
from tests.browser import follow
from tests.forms.test_accessibility import check, tab  # noqa: F401 - fixtures

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(home):
    """The site that the window shows."""
    return home


def test_the_way_from_the_address_to_the_confirmation_is_clean(bins, tab):  # noqa: F811 - fixture
    tab.goto(f"{tab.base}/feedback/thanks/?page={bins.translation_key}")
    tab.get_by_label("Email address").fill("jane@example.org")
    follow(tab.get_by_role("button", name="Tell me"))
    check(tab)
    body = message_words(OutgoingMessage.objects.get())[1]
    link = tab.base + re.search(r"http://[^/]+(/\S*feedback/tell-me/\S+/)", body)[1]
    for heading in ("We will write to you", "This link does not work any more"):
        tab.goto(link)
        if heading.startswith("We"):
            check(tab)
            follow(tab.get_by_role("button", name="Yes, write to me"))
        assert tab.get_by_role("heading", level=1).inner_text() == heading
        check(tab)
