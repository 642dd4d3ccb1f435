"""The demo's forms load once, open in the editor and can each be walked to a receipt."""

import pytest
from django.db import connection, transaction
from django.test import Client
from wagtail.models import Locale

from core.demo.loader import load as load_core
from core.models import User
from core.services import DemoContext
from forms.demo.loader import ORDER, load, read
from forms.models import DemoPayment, FormPage, FormVersion, Submission
from tests.demo_content import kept
from tests.forms.conftest import Resident, home_page
from tests.forms.good_answers import post_for


@pytest.fixture(scope="module")
def forms_of_the_demo(django_db_setup, django_db_blocker):
    """The frame's and the forms' demo content, loaded twice."""

    def load_twice() -> None:
        with transaction.atomic():
            load_core(DemoContext())
            home_page(Locale.objects.get(language_code="en"))
            load(DemoContext())
            load(DemoContext())
            connection.run_on_commit.clear()

    with kept(django_db_blocker, "forms", load_twice):
        yield


@pytest.fixture
def demo(forms_of_the_demo, db):
    """Those rows, for tests that change them."""


def test_loading_twice_makes_one_version_of_each_form(demo):
    assert FormPage.objects.filter(live=True).count() == len(ORDER) == 14
    assert list(FormVersion.objects.values_list("number", flat=True)) == [1] * len(ORDER)


def test_every_form_can_be_walked_to_its_receipt(demo):
    for name in ORDER:
        data = read(name)
        resident = Resident(Client(), data["slug"])
        walk(resident, data)
        assert resident.client.get(f"{resident.base}/check").status_code == 200
        assert resident.client.get(paid_for(resident)).status_code == 200
    assert Submission.objects.count() == len(ORDER)


def paid_for(resident):
    """Press Send, pay where it costs something, and return the receipt's address."""
    address = resident.send()
    if address.endswith("/pay"):
        DemoPayment.objects.filter(state="created").update(state="capturable")
        address = resident.client.get(f"{resident.base}/paid")["Location"]
    return address


def walk(resident, data):
    """Answer each step up to "check your answers" with the form's first example."""
    answers = data["examples"][0]["answers"]
    steps = {step["slug"]: step for step in data["steps"]}
    base = resident.start()
    address = resident.client.get(f"{base}/check")["Location"]
    while not address.endswith("/check"):
        page = resident.client.get(address)
        if page.status_code == 302:
            address = page["Location"]
            assert resident.client.get(address).status_code == 200
        step = steps[address.removeprefix(f"{base}/").split("/")[0]]
        in_turn = "/" in address.removeprefix(f"{base}/")
        response = resident.client.post(address, post_for(step, answers))
        assert response.status_code == 302, (data["slug"], address, response.content.decode())
        address = response["Location"]
        if in_turn and "/" not in address.removeprefix(f"{base}/"):
            assert resident.client.get(address).status_code == 200
            address = resident.client.post(address, {"another": "no"})["Location"]


def test_a_form_opens_in_the_editor_and_its_address_shows_the_start_page(demo):
    client = Client()
    client.force_login(User.objects.get(username="admin"))
    page = FormPage.objects.get(slug="report-a-missed-bin")
    assert client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    anonymous = Client().get(page.url)
    assert 'action="/forms/report-a-missed-bin/start"' in anonymous.content.decode()
    assert not anonymous.cookies
