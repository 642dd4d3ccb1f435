"""The promise and whether it is kept: counted, not claimed."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from forms.delivery.record import FEWEST, PromiseRecord, count_record, promise_record, working_days
from forms.models import Submission

#: A Monday.
START = datetime(2026, 6, 1, 12, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def requests_(page, version, monkeypatch):
    """Return a function that stores requests of a form: (working days of the promise, days that it took or None)."""
    monkeypatch.setattr(timezone, "now", lambda: START + timedelta(days=30))

    def store(*rows, **more):
        for number, (due, took) in enumerate(rows):
            Submission.objects.create(
                version=version,
                reference=f"R{Submission.objects.count():09}",
                locale="en",
                received_at=START,
                due_on=(START + timedelta(days=due)).date(),
                closed_at=None if took is None else START + timedelta(days=took, seconds=number),
                **more,
            )
        return page.pk

    return store


def test_share_and_median_are_counted(requests_):
    form = requests_(*[(2, 1)] * 20, *[(2, 4)] * 15)
    assert count_record(form) == PromiseRecord(35, 57, 1)


def test_one_left_open_after_its_day_is_a_promise_not_kept(requests_):
    form = requests_(*[(2, 1)] * 29, (2, None))
    assert count_record(form) == PromiseRecord(30, 96, 1)


def test_too_few_trials_and_those_not_due_yet_say_nothing(requests_):
    form = requests_(*[(2, 1)] * (FEWEST - 1))
    requests_((60, None))
    requests_((2, 1), is_test=True)
    assert count_record(form) is None
    assert promise_record(form) is None
    assert promise_record(None) is None


def test_weekends_and_bank_holidays_are_not_working_days():
    before, after = date(2026, 12, 24), date(2026, 12, 29)
    assert (working_days(before, after), working_days(before, before)) == (1, 0)


def test_the_sentence_names_both_figures():
    words = PromiseRecord(200, 94, 2).in_words
    assert "94 in 100 requests" in words
    assert "2 working days or less" in words
