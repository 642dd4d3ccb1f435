"""An event as an iCalendar file (RFC 5545), for the reader's own calendar."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

#: Octets a line may have before it is folded (RFC 5545, 3.1).
LINE = 75


def as_calendar(event: Any, request: HttpRequest) -> HttpResponse:
    """Answer with the file; times are in UTC, which every calendar turns into its own."""
    lines = "".join(f"{line}\r\n" for row in _rows(event, request) for line in _folded(row))
    response = HttpResponse(lines, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{event.slug}.ics"'
    return response


def _rows(event: Any, request: HttpRequest) -> Iterator[str]:
    changed = event.last_published_at or timezone.now()
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Waymark//Events//EN", "BEGIN:VEVENT")
    yield f"UID:{event.translation_key}"
    yield f"DTSTAMP:{_stamp(changed)}"
    yield f"DTSTART:{_stamp(event.starts)}"
    yield f"DTEND:{_stamp(event.ends)}"
    yield f"SUMMARY:{_text(event.title)}"
    if event.summary:
        yield f"DESCRIPTION:{_text(event.summary)}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    yield f"URL:{event.get_full_url(request)}"
    yield f"STATUS:{'CANCELLED' if event.called_off else 'CONFIRMED'}"
    yield from ("END:VEVENT", "END:VCALENDAR")


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(words: str) -> str:
    for special in ("\\", ";", ","):
        words = words.replace(special, f"\\{special}")
    return "\\n".join(words.splitlines())


def _folded(row: str) -> Iterator[str]:
    """Yield a row in lines of at most 75 octets, no letter torn apart; each but the first begins with a space."""
    line = ""
    for letter in row:
        if len((line + letter).encode()) > LINE:
            yield line
            line = " "
        line += letter
    yield line
