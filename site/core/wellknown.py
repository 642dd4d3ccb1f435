"""Files that other programs and people expect at fixed addresses: security.txt (RFC 9116) and humans.txt."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from core.brand.current import current_brand

#: For how long the address may be believed. RFC 9116 advises less than a year.
VALID = timedelta(days=180)
PLAIN = "text/plain; charset=utf-8"


def security(request: HttpRequest) -> HttpResponse:
    """Say where to report a hole; 404 while nobody has said where."""
    contact = settings.WAYMARK_SECURITY_CONTACT or _mail(request)
    if not contact:
        raise Http404("Nobody has said where to report a hole.")
    until = (timezone.now() + VALID).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: {contact}",
        f"Expires: {until:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en",
        f"Canonical: {request.build_absolute_uri('/.well-known/security.txt')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN)


def humans(request: HttpRequest) -> HttpResponse:
    """Say who runs the website and how to reach a person."""
    brand = current_brand(request)
    contact = brand.contact
    lines = [f"/* WHO WE ARE */\n{brand.council_name}"]
    if contact:
        reach = [value for value in (contact.phone, contact.hours, contact.email, contact.in_person) if value]
        lines.append("/* TALK TO A PERSON */\n" + "\n".join(reach))
    return HttpResponse("\n\n".join(lines) + "\n", content_type=PLAIN)


def _mail(request: HttpRequest) -> str:
    contact = current_brand(request).contact
    return f"mailto:{contact.email}" if contact and contact.email else ""
