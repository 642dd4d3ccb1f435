"""A promise is counted in England's working days and said in words."""

import json
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Locale

from core.models import Contact, ServicePromise
from core.services import due_on, is_working_day, working_days_in_words


@pytest.mark.parametrize(
    ("days", "start", "due", "why"),
    [
        (1, date(2026, 11, 24), date(2026, 11, 25), "Tuesday to Wednesday"),
        (2, date(2026, 11, 26), date(2026, 11, 30), "over a weekend"),
        (1, date(2026, 11, 28), date(2026, 11, 30), "sent on a Saturday"),
        (2, date(2026, 11, 29), date(2026, 12, 1), "sent on a Sunday"),
        (0, date(2026, 11, 24), date(2026, 11, 24), "the same day"),
        (0, date(2026, 11, 28), date(2026, 11, 30), "the same day, on a Saturday"),
        (1, date(2026, 12, 24), date(2026, 12, 29), "Boxing Day 2026 is a Saturday, Monday stands in for it"),
        (5, date(2026, 12, 23), date(2027, 1, 4), "Christmas and New Year"),
        (0, date(2026, 12, 25), date(2026, 12, 29), "the same day, on Christmas Day"),
        (1, date(2026, 4, 2), date(2026, 4, 7), "Good Friday and Easter Monday"),
        (1, date(2025, 4, 17), date(2025, 4, 22), "Easter of another year"),
        (1, date(2026, 5, 1), date(2026, 5, 5), "the early May bank holiday"),
        (1, date(2026, 8, 28), date(2026, 9, 1), "the summer bank holiday of England, not Scotland"),
        (1, date(2026, 11, 27), date(2026, 11, 30), "St Andrew's Day is a working day in England"),
        (1, date(2022, 12, 23), date(2022, 12, 28), "Christmas on a Sunday: Monday and Tuesday"),
        (260, date(2026, 1, 1), date(2027, 1, 12), "a year and its holidays"),
    ],
)
def test_due_on(days, start, due, why):
    assert due_on(days, start) == due, why
    assert is_working_day(due)


def test_a_promise_shorter_than_nothing_is_refused():
    with pytest.raises(ValueError, match="shorter"):
        due_on(-1, date(2026, 11, 24))


@pytest.mark.parametrize(
    ("days", "words"), [(0, "the same working day"), (1, "1 working day"), (2, "2 working days")]
)  # fmt: skip
def test_words(days, words):
    assert working_days_in_words(days) == words


@pytest.fixture
def promise() -> ServicePromise:
    locale = Locale.objects.get_or_create(language_code="en")[0]
    contact = Contact.objects.create(name="Waste", phone="01632 960101", email="waste@example.org", locale=locale)
    return ServicePromise.objects.create(
        name="Missed bin",
        working_days=2,
        what_happens_next="We send a crew.",
        if_late="Call us.",
        contact=contact,
        locale=locale,
    )


@pytest.mark.django_db
def test_a_frozen_promise_is_json_and_does_not_change(promise):
    frozen = promise.frozen()
    promise.working_days = 9
    promise.contact.phone = "01632 960999"
    assert json.loads(json.dumps(frozen)) == {
        "promise": str(promise.translation_key),
        "locale": "en",
        "name": "Missed bin",
        "working_days": 2,
        "what_happens_next": "We send a crew.",
        "if_late": "Call us.",
        "contact": {
            "phone": "01632 960101",
            "hours": "",
            "email": "waste@example.org",
            "in_person": "",
            "help_text": "",
            "language": "en",
        },
    }


@pytest.mark.django_db
def test_a_promise_counts_and_speaks_for_itself(promise):
    assert promise.due_on(date(2026, 11, 26)) == date(2026, 11, 30)
    assert promise.in_words == "2 working days"
    assert str(promise) == "Missed bin"
    promise.contact = None
    assert promise.frozen()["contact"] is None


@pytest.mark.django_db
def test_a_promise_of_more_than_a_year_is_refused(promise):
    promise.working_days = 261
    with pytest.raises(ValidationError, match="260"):
        promise.full_clean()


@pytest.mark.django_db
def test_staff_edit_promises_in_the_admin(admin_client, promise):
    url = f"/admin/snippets/core/servicepromise/edit/{promise.pk}/"
    assert admin_client.get(url).status_code == 200
    changed = {"name": "Missed bin", "working_days": "3", "what_happens_next": "We come.", "if_late": "Call us."}
    assert admin_client.post(url, {**changed, "contact": promise.contact_id}).status_code == 302
    promise.refresh_from_db()
    assert promise.working_days == 3
