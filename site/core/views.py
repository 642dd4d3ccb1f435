"""Error pages that help, and robots.txt. Each keeps its right status (RFC 9110 section 15)."""

import sys

from django.conf import settings
from django.core.exceptions import DisallowedHost, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from core.full_disk import out_of_room
from core.models import Contact


def _contact() -> Contact | None:
    """Return the first contact with a phone number in the reader's language, else in English."""
    contacts = Contact.objects.exclude(phone="").order_by("pk")
    language = get_language() or settings.LANGUAGE_CODE
    return contacts.filter(locale__language_code=language).first() or contacts.first()


def _error(request: HttpRequest, name: str, status: int) -> HttpResponse:
    language = get_language() or settings.LANGUAGE_CODE
    home = "/" if language == settings.LANGUAGE_CODE else f"/{language}/"
    context = {"contact": _contact(), "home": home, "search": f"{home}search/"}
    return render(request, f"errors/{name}.jinja", context, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 400: the browser sent something that cannot be read, or asked for a website that is not ours."""
    if isinstance(exception, DisallowedHost):
        return render(request, "errors/host.jinja", status=400)
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return _error(request, "413", 413)
    return _error(request, "400", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's
    """Answer 403: the person may not see this."""
    return _error(request, "403", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's
    """Answer 404 with the ways on: search, home, phone."""
    return _error(request, "404", 404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Answer 403 to a post whose token does not fit: going back shows the answers again."""
    return _error(request, "csrf", 403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500, or 507 when there is no room to store, with a page that needs neither database nor session.

    Django calls this while it handles the exception.
    """
    if out_of_room(sys.exc_info()[1]):
        return render(request, "errors/507.jinja", status=507)
    return render(request, "errors/500.jinja", status=500)


def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers (RFC 9309) to stay out of the admin, and of a demonstration altogether."""
    rule = "Disallow: /" if settings.WAYMARK_DEMO else "Disallow: /admin/"
    map_ = "" if settings.WAYMARK_DEMO else f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}\n"
    return HttpResponse(f"User-agent: *\n{rule}\n{map_}", content_type="text/plain; charset=utf-8")
