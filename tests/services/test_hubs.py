"""Local hubs stand beside the phone number, each with whether it is open now."""

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import Contact
from services.demo.lookup import page_named
from services.models import DirectoryEntryPage

RENT = "/housing/get-help-with-your-rent/"


def ways(client, address=RENT):
    cache.clear()
    return BeautifulSoup(client.get(address).content, "lxml").find(class_="wm-ways")


def test_a_service_names_the_hubs_and_says_whether_they_are_open(demo, client):
    shown = ways(client)
    assert [a.get_text() for a in shown.find_all("a") if "local-hubs" in a["href"]] == [
        "East hub", "North hub", "All local hubs",
    ]  # fmt: skip
    assert "pen" in shown.find("a", string="East hub").parent.get_text()
    assert "North hub" not in ways(client, "/bins-and-recycling/report-a-missed-bin/").get_text()


def test_hubs_cost_a_page_no_query_while_they_are_kept(demo, client):
    client.get(RENT)
    with CaptureQueriesContext(connection) as asked:
        client.get(RENT)
    assert len(asked) <= 12
    assert not [query for query in asked.captured_queries if "directory" in query["sql"]]


@pytest.mark.parametrize("gone", ["entries", "directory"])
def test_hubs_that_are_gone_leave_no_heading(gone, demo, client):
    if gone == "entries":
        DirectoryEntryPage.objects.child_of(page_named("local-hubs")).delete()
    else:
        page_named("local-hubs").delete()
        assert Contact.objects.filter(hubs=None).exists()
    assert "hub" not in ways(client).get_text()
