"""A booking as a calendar file (RFC 5545). Moments are in UTC, which every calendar shows in its own time."""

from datetime import UTC, datetime

from django.conf import settings

from forms.bookings.links import booking_url
from forms.models import Booking
from forms.models.booking import BookingState

#: Octets of a line, without its end (RFC 5545, 3.1).
LONGEST_LINE = 75


def calendar_file(booking: Booking, now: datetime) -> bytes:
    """Return the file; a later one of the same booking replaces it in the calendar."""
    slot, submission = booking.seat.slot, booking.request
    host = settings.WAGTAILADMIN_BASE_URL.partition("://")[2]
    cancelled = booking.state == BookingState.RELEASED
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Waymark//Bookings//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{booking.pk}@{host.partition(':')[0]}",
        f"SEQUENCE:{booking.changes + cancelled}",
        f"DTSTAMP:{_moment(now)}",
        f"DTSTART:{_moment(slot.starts_at)}",
        f"DTEND:{_moment(slot.ends_at)}",
        f"SUMMARY:{_text(slot.resource.name)}",
        *([f"LOCATION:{_text(slot.resource.place)}"] if slot.resource.place else []),
        f"DESCRIPTION:{_text(submission.spaced_reference)}",
        f"URL:{settings.WAGTAILADMIN_BASE_URL}{booking_url(booking)}",
        f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(words: str) -> str:
    """Escape what has a meaning in a value."""
    escaped = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "")


def _folded(line: str) -> bytes:
    """Return a line in pieces of 75 octets that break no letter; each further piece begins with a space."""
    pieces, piece = [], b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > LONGEST_LINE:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
