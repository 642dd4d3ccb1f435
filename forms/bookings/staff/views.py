"""The times of one calendar: who is booked, make many, close a day."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from core.services import member_of_staff, record_event
from forms.bookings.closing import close_day, open_day
from forms.bookings.free import by_day
from forms.bookings.making import MOST, TooManyError, fill, make_many
from forms.bookings.staff.forms import CloseForm, ManyTimesForm
from forms.bookings.times import day_bounds
from forms.inbox.access import permitted
from forms.models import Booking, Resource, Slot

CHANGE = "onlineforms.change_resource"
DAYS = 14


@permitted(CHANGE)
def times(request: HttpRequest, pk: int) -> HttpResponse:
    """Show two weeks with their bookings: references, no answers."""
    return _show(request, get_object_or_404(Resource, pk=pk))


@require_POST
@permitted(CHANGE)
def make(request: HttpRequest, pk: int) -> HttpResponse:
    """Make many times at once."""
    resource, form = get_object_or_404(Resource, pk=pk), ManyTimesForm(request.POST)
    if not form.is_valid():
        return _show(request, resource, many=form, status=422)
    data = form.cleaned_data
    days = (data["first"], data["last"])
    try:
        count = make_many(
            resource, days, data["weekdays"], data["clocks"], minutes=data["minutes"], seats=data["seats"]
        )
    except TooManyError:
        form.add_error(None, _("These are too many: make %(most)d or fewer at once.") % {"most": MOST})
        return _show(request, resource, many=form, status=422)
    return _done(request, resource, "make", _("Times that are new: %(count)d.") % {"count": count}, data["first"])


@require_POST
@permitted(CHANGE)
def fill_now(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the times of the opening times now, without waiting for the night."""
    resource = get_object_or_404(Resource, pk=pk)
    count = fill(resource, timezone.localdate())
    return _done(request, resource, "make", _("Times that are new: %(count)d.") % {"count": count})


@require_POST
@permitted(CHANGE)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a day and write to those who are booked."""
    resource, form = get_object_or_404(Resource, pk=pk), CloseForm(request.POST)
    if not form.is_valid():
        return _show(request, resource, closing=form, status=422)
    day = form.cleaned_data["day"]
    count = close_day(resource, day, form.cleaned_data["reason"])
    words = _("The day is closed. People who were booked and are asked to choose again: %(count)d.")
    return _done(request, resource, "close", words % {"count": count}, day)


@require_POST
@permitted(CHANGE)
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a day again."""
    resource, day = get_object_or_404(Resource, pk=pk), _day(request.POST.get("day", ""))
    open_day(resource, day)
    return _done(request, resource, "open", _("The day is open again."), day)


def _show(
    request: HttpRequest,
    resource: Resource,
    *,
    many: forms.Form | None = None,
    closing: forms.Form | None = None,
    status: int = 200,
) -> HttpResponse:
    first = _day(request.GET.get("from", ""))
    context = {
        "resource": resource,
        "days": by_day(_slots(resource, first)),
        "first": first,
        "last": first + timedelta(days=DAYS - 1),
        "before": first - timedelta(days=DAYS),
        "after": first + timedelta(days=DAYS),
        "closed": resource.closed_days.filter(day__gte=timezone.localdate()).order_by("day"),
        "many": many or ManyTimesForm(),
        "closing": closing or CloseForm(),
        "reads": request.user.has_perm("onlineforms.view_submission"),
    }
    return render(request, "forms/admin/bookings/times.html", context, status=status)


def _slots(resource: Resource, first: date) -> list[Any]:
    start, _after = day_bounds(first)
    _first, end = day_bounds(first + timedelta(days=DAYS - 1))
    taking = Booking.objects.taking(timezone.now()).select_related("submission")
    slots = Slot.objects.filter(resource=resource, starts_at__gte=start, starts_at__lt=end)
    found = list(slots.prefetch_related(Prefetch("seats__bookings", queryset=taking, to_attr="taken")))
    for slot in found:
        slot.booked = [booking for seat in slot.seats.all() for booking in seat.taken]  # type: ignore[attr-defined] # for the template only
    return found


def _day(text: str) -> date:
    """Return the day of an address, or today for none that a calendar can show."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return timezone.localdate()
    return day if 2000 <= day.year <= 9000 else timezone.localdate()


def _done(
    request: HttpRequest, resource: Resource, verb: str, words: str, day: date | None = None
) -> HttpResponseRedirect:
    record_event(verb=f"bookings.{verb}", obj=resource, actor=member_of_staff(request))
    messages.success(request, words)
    address = reverse("booking_calendars:times", args=[resource.pk])
    return HttpResponseRedirect(f"{address}?from={day.isoformat()}" if day else address)
