"""Opening times become times, also when the clocks change and in leap years; staff make many and close days."""

from datetime import UTC, date, datetime, time

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import translation

from core.models import AuditEvent, User
from forms.bookings.making import fill, make_many
from forms.bookings.times import day_bounds, interval_of
from forms.engine.slots import Interval, day_of, hours_of, read_interval
from forms.models import ClosedDay, OpeningPattern, Resource, Seat, Slot

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "clock", "minutes", "words"),
    [
        (date(2027, 3, 26), time(9), 120, "2027-03-26T09:00Z/2027-03-26T11:00Z"),
        (date(2027, 3, 29), time(9), 120, "2027-03-29T08:00Z/2027-03-29T10:00Z"),
        (date(2027, 3, 28), time(1, 30), 60, "None"),
        (date(2027, 10, 31), time(1, 30), 60, "2027-10-31T00:30Z/2027-10-31T01:30Z"),
        (date(2028, 2, 29), time(23, 30), 60, "2028-02-29T23:30Z/2028-03-01T00:30Z"),
    ],
)
def test_a_time_on_the_wall_is_the_right_moment(day, clock, minutes, words):
    assert str(interval_of(day, clock, minutes)) == words


def test_a_day_on_which_the_clocks_change_has_23_or_25_hours():
    lengths = [day_bounds(day)[1] - day_bounds(day)[0] for day in (date(2027, 3, 28), date(2027, 10, 31))]
    assert [length.total_seconds() / 3600 for length in lengths] == [23, 25]


def test_times_read_as_people_write_them():
    one = Interval(datetime(2027, 6, 1, 8, tzinfo=UTC), datetime(2027, 6, 1, 11, tzinfo=UTC))
    assert (day_of(one), hours_of(one)) == ("Tuesday 1 June 2027", "9am to 12 noon")
    assert read_interval(str(one)) == one
    with translation.override("pl"):
        assert (day_of(one), hours_of(one)) == ("Wtorek 1 czerwca 2027", "od 09:00 do 12:00")
    twice = Interval(datetime(2027, 10, 31, 0, 30, tzinfo=UTC), datetime(2027, 10, 31, 1, 30, tzinfo=UTC))
    assert hours_of(twice) == "1.30am BST to 1.30am GMT"


@pytest.fixture
def resource():
    resource = Resource(key="visits", name="Visits", ahead_days=40)
    resource.patterns = [OpeningPattern(weekday=0, starts=time(9), minutes=60, seats=3)]
    resource.save()
    return resource


def test_opening_times_are_filled_once_without_holidays_and_closed_days(resource):
    ClosedDay.objects.create(resource=resource, day=date(2027, 3, 15))
    first = date(2027, 2, 27)
    assert (fill(resource, first), fill(resource, first)) == (4, 0)
    days = [slot.starts_at.date() for slot in Slot.objects.all()]
    # 15 March is closed, 29 March is Easter Monday.
    assert days == [date(2027, 3, 1), date(2027, 3, 8), date(2027, 3, 22), date(2027, 4, 5)]
    assert Seat.objects.count() == 12
    assert [slot.starts_at.hour for slot in Slot.objects.all()] == [9, 9, 9, 8]


def test_many_are_made_at_once_over_a_leap_day(resource):
    days = (date(2028, 2, 28), date(2028, 3, 1))
    assert make_many(resource, days, [0, 1, 2], [time(9), time(11)], minutes=30, seats=2) == 6
    assert make_many(resource, days, [0, 1, 2], [time(9), time(13)], minutes=30, seats=2) == 3


def staff(*codenames):
    user = User.objects.create_user("-".join(codenames) or "nobody", password="x")
    user.user_permissions.add(*Permission.objects.filter(codename__in=["access_admin", *codenames]))
    client = Client()
    client.force_login(user)
    return client


def test_staff_make_close_and_open_and_each_act_is_written_down(resource):
    keeper = staff("change_resource", "view_submission")
    base = f"/admin/booking_calendars/{resource.pk}/times/"
    order = {"first": "2028-02-28", "last": "2028-03-01", "weekdays": ["1"], "clocks": "9.00 13:30"}
    order |= {"minutes": "30", "seats": "2"}
    assert keeper.post(f"{base}make/", order).status_code == 302
    page = keeper.get(f"{base}?from=2028-02-28").content.decode()
    assert "Tuesday 29 February 2028" in page
    assert "13:30–14:00" in page
    for wrong in ({"clocks": "noon"}, {"last": "2028-01-01"}, {"weekdays": []}, {"first": "x"}):
        assert keeper.post(f"{base}make/", {**order, **wrong}).status_code == 422
    assert keeper.post(f"{base}close/", {"day": "2028-02-29"}).status_code == 302
    assert Slot.objects.filter(closed_at=None).count() == 0
    assert keeper.post(f"{base}open/", {"day": "2028-02-29"}).status_code == 302
    assert Slot.objects.filter(closed_at=None).count() == 2
    verbs = list(AuditEvent.objects.filter(verb__startswith="bookings.").values_list("verb", flat=True))
    assert sorted(verbs) == ["bookings.close", "bookings.make", "bookings.open"]
    assert keeper.get("/admin/booking_calendars/").status_code == 200
    assert keeper.get(f"/admin/booking_calendars/edit/{resource.pk}/").status_code == 200


def test_others_do_not(resource):
    base = f"/admin/booking_calendars/{resource.pk}/times/"
    for address in ("", "make/", "fill/", "close/", "open/"):
        assert staff_response(base + address).status_code in {302, 403}
    assert Slot.objects.count() == 0


def staff_response(address):
    name = f"reader{User.objects.count()}"
    user = User.objects.create_user(name, password="x")
    user.user_permissions.add(*Permission.objects.filter(codename__in=["access_admin", "view_submission"]))
    client = Client()
    client.force_login(user)
    return client.post(address) if address[-2] != "s" else client.get(address)
