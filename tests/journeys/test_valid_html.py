"""One page of each type is valid HTML, by html-validate: what a parser guesses, a screen reader may guess otherwise."""

import urllib.request

import pytest

from tests.valid_html import invalid

pytestmark = [pytest.mark.browser, pytest.mark.walk]
BINS, COUNCIL = "/bins-and-recycling/", "/your-council/"
PAGES = (
    "/", "/ur/", BINS, f"{BINS}report-a-missed-bin/", f"{BINS}what-goes-in-each-bin/",
    f"{BINS}what-goes-in-each-bin/print/", f"{BINS}how-to-report-a-missed-bin/", f"{BINS}get-rid-of-a-large-item/",
    "/keyboard-help/", "/housing/move-to-oxford/", f"{COUNCIL}help-near-you/",
    f"{COUNCIL}help-near-you/example-advice-centre/", f"{COUNCIL}news/", f"{COUNCIL}news/food-bins-for-flats/",
    f"{COUNCIL}events/", f"{COUNCIL}events/repair-cafe/", f"{COUNCIL}have-your-say/safer-streets-near-schools/",
    f"{COUNCIL}have-your-say/what-to-plant-in-the-park/", f"{COUNCIL}publications/waste-plan/",
    f"{COUNCIL}easy-read/missed-bin-easy-read/", f"{COUNCIL}jobs/", f"{COUNCIL}jobs/recycling-officer/",
    f"{COUNCIL}answers-to-requests/", f"{COUNCIL}answers-to-requests/cost-of-the-website/",
    f"{COUNCIL}who-can-help/?q=help+with+rent&place=OX4", "/housing/get-help-with-your-rent/",
    f"{COUNCIL}who-does-what/bins-team/", f"{COUNCIL}service-status/", f"{COUNCIL}you-said-we-did/",
    "/reading-settings/", "/offline/",
)  # fmt: skip


def test_every_type_is_valid(site, tmp_path):
    pages = {}
    for address in PAGES:
        with urllib.request.urlopen(site.url + address, timeout=30) as response:
            pages[address] = response.read()
    found = invalid(pages, tmp_path)
    assert found == [], "\n".join(found)
