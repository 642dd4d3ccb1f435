"""The demo's five forms load once, open in the editor and can each be walked to a receipt."""

import pytest
from django.test import Client
from wagtail.models import Locale

from core.demo.loader import load as load_core
from core.models import User
from core.services import DemoContext
from forms.demo.loader import ORDER, load
from forms.models import FormPage, FormVersion, Submission
from tests.forms.conftest import ADDRESS, Resident, home_page

ANSWERS = {
    "text": "Polish",
    "long_text": "It is broken.\nPlease come.",
    "name": "Zoë O'Brien",
    "email": "zoe@example.org",
    "phone": "01632 960001",
    "number": "18",
    "yes_no": "yes",
    "declaration": "yes",
    "file": "",
}


@pytest.fixture
def demo(db):
    """The frame's and the forms' demo content, loaded twice."""
    load_core(DemoContext())
    home_page(Locale.objects.get(language_code="en"))
    load(DemoContext())
    load(DemoContext())


def post_for(question):
    """Return a good answer as a browser posts it; of choices the last, which leads round the exits."""
    key, kind = question["key"], question["kind"]
    if kind == "address":
        return {f"{key}-{name.split('-')[1]}": value for name, value in ADDRESS.items()}
    if kind == "date":
        return {f"{key}-day": "29", f"{key}-month": "2", f"{key}-year": "2024"}
    if question.get("options"):
        return {key: question["options"][-1]["value"]}
    return {key: ANSWERS[kind]} if kind in ANSWERS else {}


def test_loading_twice_makes_five_forms_of_one_version_each(demo):
    assert FormPage.objects.filter(live=True).count() == len(ORDER)
    assert list(FormVersion.objects.values_list("number", flat=True)) == [1] * len(ORDER)


def test_every_form_can_be_walked_to_its_receipt(demo):
    for version in FormVersion.objects.all():
        resident = Resident(Client(), version.form_slug)
        base = resident.start()
        steps = {step["slug"]: step for step in version.schema["steps"]}
        address = resident.client.get(f"{base}/check")["Location"]
        while not address.endswith("/check"):
            slug = address.rsplit("/", 1)[1]
            data = {name: value for question in steps[slug]["questions"] for name, value in post_for(question).items()}
            response = resident.answer(slug, data)
            assert response.status_code == 302, (version.form_slug, slug, response.content.decode())
            assert resident.client.get(address).status_code == 200
            address = response["Location"]
        assert resident.client.get(address).status_code == 200
        assert resident.client.get(resident.send()).status_code == 200
    assert Submission.objects.count() == len(ORDER)


def test_a_form_opens_in_the_editor_and_its_address_shows_the_start_page(demo):
    client = Client()
    client.force_login(User.objects.get(username="admin"))
    page = FormPage.objects.get(slug="report-a-missed-bin")
    assert client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    anonymous = Client().get(page.url)
    assert 'action="/forms/report-a-missed-bin/start"' in anonymous.content.decode()
    assert not anonymous.cookies
