"""The whole list of bad input on every step of two of the demo's forms: a clear page, never a fault, nothing lost."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from forms.demo.loader import read
from forms.models import Draft, FormPage, Submission
from tests.forms.conftest import Resident
from tests.forms.good_answers import post_for

NAMES = ("housing-repair", "hmo-licence")
STRANGE = (
    "🦄" * 500,
    "\u202eZoë\u2066",
    "Zoë\r\nBcc: all@example.org",
    "<b>Zoë</b>",
    "=1+1",
    " ",
    "9" * 5_000,
    "../../x",
)
MOST = "9" * 5_000
BOXES = ("day", "month", "year")
DAYS = ("29 2 2027", "31 4 2026", "1 1 26", "١ ١ ٢٠٢٦", "1 2026 1", f"{MOST} 1 1")


def text_of(response):
    return BeautifulSoup(response.content, "html.parser").text


@pytest.fixture(params=NAMES)
def journey(request, make_page):
    """A resident at the start of a form, with the steps of its first example and the answers there."""
    data = read(request.param)
    page = make_page(request.param)
    page.save_revision().publish()
    within = {step["slug"] for step in data["steps"] if step.get("same_turn")}
    example = next(example for example in data["examples"] if not within.intersection(example["steps"]))
    steps = {step["slug"]: step for step in data["steps"]}
    resident = Resident(Client(), data["slug"])
    resident.start()
    return resident, [steps[slug] for slug in example["steps"]], example["answers"]


def go_on(resident, step, answers):
    """Answer one step well; one that repeats once."""
    if "repeat" in step:
        turn = resident.client.get(f"{resident.base}/{step['slug']}")["Location"]
        assert resident.client.post(turn, post_for(step, answers)).status_code == 302
        assert resident.answer(step["slug"], {"another": "no"}).status_code == 302
        return
    response = resident.answer(step["slug"], post_for(step, answers))
    assert response.status_code == 302, text_of(response)


def test_nothing_that_is_typed_breaks_a_step_or_gets_lost(journey):
    resident, steps, answers = journey
    for step in steps:
        if "repeat" not in step:
            spoil(resident, step, answers)
        go_on(resident, step, answers)
    assert resident.send()
    assert Submission.objects.count() == 1


def spoil(resident, step, answers):
    """Send one step with each strange text, and each impossible day, in all its boxes."""
    good = post_for(step, answers)
    written = [name for name, value in good.items() if isinstance(value, str)]
    for strange in STRANGE:
        response = resident.answer(step["slug"], {**good, **dict.fromkeys(written, strange)})
        assert response.status_code in {302, 422}, (step["slug"], strange[:9])
        if response.status_code == 422:
            assert BeautifulSoup(response.content, "html.parser").select(".govuk-error-summary a[href^='#']")
    assert resident.answer(step["slug"], {**good, **dict.fromkeys(written, "Zoë\x00")}).status_code in {302, 400, 422}
    for question in step["questions"]:
        if question["kind"] == "date":
            for day in DAYS:
                boxes = {f"{question['key']}-{box}": part for box, part in zip(BOXES, day.split(), strict=True)}
                response = resident.answer(step["slug"], {**good, **boxes})
                assert response.status_code == 422
                assert f'href="#{question["key"]}-' in response.content.decode()


def test_a_lost_cookie_and_a_strange_draft_keep_what_was_typed_at_each_step(journey):
    resident, steps, answers = journey
    stranger = Resident(Client(), resident.slug)
    stranger.start()
    for step in steps:
        if "repeat" not in step:
            typed = {
                **post_for(step, answers),
                **{q["key"]: "Typed words" for q in step["questions"] if q["kind"] == "text"},
            }
            address = f"{resident.base}/{step['slug']}"
            lost = Client().post(address, typed)
            assert lost.status_code == 403
            assert "Typed words" in text_of(lost) or "Typed words" not in typed.values()
            assert stranger.client.post(address, typed).status_code == 404
            stale = Client(enforce_csrf_checks=True)
            stale.cookies = resident.client.cookies
            assert stale.post(address, {**typed, "csrfmiddlewaretoken": "x" * 64}).status_code == 403
        go_on(resident, step, answers)


def test_a_form_unpublished_on_the_way_shows_what_was_typed_and_takes_nothing(journey):
    resident, steps, answers = journey
    go_on(resident, steps[0], answers)
    before = bytes(Draft.objects.get().sealed)
    FormPage.objects.get(slug=resident.slug).unpublish()
    typed = {q["key"]: "Typed words" for q in steps[1]["questions"] if q["kind"] in ("text", "long_text")}
    response = resident.answer(steps[1]["slug"], typed)
    assert response.status_code == 410
    assert "Typed words" in text_of(response) or not typed
    assert bytes(Draft.objects.get().sealed) == before
    assert resident.client.post(f"{resident.base}/check").status_code == 410
