"""Before a report of a public thing is sent, the resident hears whether somebody has told us already."""

import pytest
from django.test import Client

from forms.models import Submission
from forms.runner.nearby import is_same_place
from forms.services import publish_version
from tests.forms.conftest import Resident

GATE = {"place": "Florence Park, by the north gate"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (GATE, {"place": "north gate of florence park"}, True),
        (GATE, {"place": "Hinksey Park, the pond"}, False),
        (GATE, {"place": ""}, False),
        ({"place": "the"}, {"place": "the"}, False),
        ({"latitude": "51.7520", "longitude": "-1.2580"}, {"latitude": "51.7525", "longitude": "-1.2585"}, True),
        ({"latitude": "51.7520", "longitude": "-1.2580"}, {"latitude": "51.7540", "longitude": "-1.2580"}, False),
        ({**GATE, "latitude": "51.7520", "longitude": "-1.2580"}, {"place": "Florence Park, north gate"}, True),
    ],
)
def test_one_place_is_near_on_the_map_or_alike_in_words(one, other, same):
    assert is_same_place(one, other) is same


def report(slug, problem, place):
    """Answer the form up to "check your answers"."""
    resident = Resident(Client(), slug)
    resident.start()
    for step, data in (
        ("what", {"problem": problem}),
        ("where", {"place-place": place}),
        ("more", {"details": "Secret words"}),
        ("updates", {"updates": "no"}),
    ):
        resident.answer(step, data)
    return resident, resident.client.get(f"{resident.base}/check").content.decode()


def test_an_open_report_of_the_same_thing_is_told_without_anybodys_words(make_page):
    page = make_page("public-place")
    page.live = True
    page.save()
    publish_version(page)
    first, shown = report(page.slug, "litter", "Florence Park, by the north gate")
    assert "We may know about this already" not in shown
    first.send()
    told = "We may know about this already"
    _second, shown = report(page.slug, "litter", "north gate of Florence Park")
    assert told in shown
    assert shown.count("Secret words") == 1
    assert told not in report(page.slug, "lamp", "north gate of Florence Park")[1]
    assert told not in report(page.slug, "litter", "Hinksey Park, the pond")[1]
    Submission.objects.update(status="closed")
    assert told not in report(page.slug, "litter", "north gate of Florence Park")[1]


def test_a_form_that_does_not_allow_it_tells_nobody(make_page):
    steps = [
        {"slug": "where", "title": "Where?", "questions": [
            {"kind": "location", "key": "place", "label": "Where?", "error_missing": "Say where."}
        ]},
    ]  # fmt: skip
    page = make_page("public-place", steps=steps)
    page.live = True
    page.save()
    publish_version(page)
    for told in range(2):
        resident = Resident(Client(), page.slug)
        resident.start()
        resident.answer("where", {"place-place": "Florence Park"})
        assert "We may know" not in resident.client.get(f"{resident.base}/check").content.decode()
        resident.send()
        assert Submission.objects.count() == told + 1
