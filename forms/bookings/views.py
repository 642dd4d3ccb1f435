"""What a resident does with a booking by its link. Opening one changes nothing: mail scanners open links."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from forms.bookings import changes
from forms.bookings.free import find_slot, free_slots, page_of_days
from forms.bookings.ics import calendar_file
from forms.bookings.links import booking_of, booking_url
from forms.delivery.receipt import follow_url
from forms.engine.slots import day_of, hours_of, read_interval
from forms.models import Booking
from forms.models.booking import BookingState
from forms.payments.dues import money_of
from forms.runner.guard import private

View = Callable[[HttpRequest, Booking], HttpResponse]


def for_booking(view: View) -> Callable[..., HttpResponse]:
    """Give a view the booking that its signed link names, or say that the link does not work."""

    @private
    @wraps(view)
    def wrapped(request: HttpRequest, token: str) -> HttpResponse:
        found = booking_of(token)
        if found is None:
            return render(request, "forms/no_receipt.jinja", status=404)
        return view(request, found)

    return wrapped


@require_safe
@for_booking
def booking(request: HttpRequest, row: Booking) -> HttpResponse:
    """Show what is booked and what can be done."""
    context = _context(row)
    return render(request, "forms/bookings/booking.jinja", {**context, "moved": "moved" in request.GET})


@csrf_exempt  # The signed link is the proof, and there is no cookie on the page.
@require_http_methods(["GET", "HEAD", "POST"])
@for_booking
def move(request: HttpRequest, row: Booking) -> HttpResponse:
    """Offer other times; a POST moves the booking there."""
    if not changes.can_change(row):
        return HttpResponseRedirect(booking_url(row))
    if request.method != "POST":
        return _times(request, row, "", 200)
    slot = find_slot(row.seat.slot.resource.key, read_interval(request.POST.get("slot", "")))
    if slot is None:
        return _times(request, row, _("Choose a time."), 422)
    if not changes.change(row, slot):
        return _times(request, row, _("Somebody else has just taken that time. Choose another one."), 409)
    return HttpResponseRedirect(f"{booking_url(row)}?moved=1")


@csrf_exempt  # The signed link is the proof, and there is no cookie on the page.
@require_http_methods(["GET", "HEAD", "POST"])
@for_booking
def cancel(request: HttpRequest, row: Booking) -> HttpResponse:
    """Show a button; pressing it cancels, the second time as the first."""
    if row.state == BookingState.RELEASED or not changes.can_change(row):
        return HttpResponseRedirect(booking_url(row))
    if request.method == "POST":
        changes.cancel(row)
        return HttpResponseRedirect(booking_url(row))
    return render(request, "forms/bookings/cancel.jinja", _context(row))


@require_safe
@for_booking
def ics(_request: HttpRequest, row: Booking) -> HttpResponse:
    """Hand over the calendar file."""
    response = HttpResponse(calendar_file(row, timezone.now()), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="booking.ics"'
    return response


def _times(request: HttpRequest, row: Booking, problem: str, status: int) -> HttpResponse:
    slots = free_slots(row.seat.slot.resource).exclude(pk=row.seat.slot_id)
    page = page_of_days(slots, request.GET.get("from", ""))
    days = [
        {
            "id": "slot" if at == 0 else f"slot-{day.day.isoformat()}",
            "name": day_of(day.slots[0].interval),
            "items": [{"value": str(slot.interval), "text": hours_of(slot.interval)} for slot in day.slots],
        }
        for at, day in enumerate(page.days)
    ]
    errors = [{"text": problem, "href": "#slot"}] if problem and days else []
    more = {"later": page.later, "earlier": page.earlier}
    context = {**_context(row), **more, "days": days, "errors": errors, "back_url": booking_url(row)}
    return render(request, "forms/bookings/move.jinja", context, status=status)


def _context(row: Booking) -> dict[str, Any]:
    slot, schema = row.seat.slot, row.request.version.schema
    return {
        "schema": schema,
        "help": schema["promise"]["contact"],
        "submission": row.request,
        "booking": row,
        "cancelled": row.state == BookingState.RELEASED,
        "closed": slot.closed_at is not None,
        "over": slot.starts_at <= timezone.now(),
        "can_change": changes.can_change(row),
        "last_change": slot.starts_at - slot.resource.cutoff,
        "name": slot.resource.name,
        "place": slot.resource.place,
        "day": day_of(slot.interval),
        "hours": hours_of(slot.interval),
        "booking_url": booking_url(row),
        "move_url": booking_url(row, "move-booking"),
        "cancel_url": booking_url(row, "cancel-booking"),
        "ics_url": booking_url(row, "ics"),
        "follow_url": follow_url(row.request),
        "money": money_of(row.request),
    }
