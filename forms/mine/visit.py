"""A visit after a proof: a session of its own that ends by itself, apart from that of staff."""

import secrets
from collections.abc import Callable
from datetime import timedelta
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from core.services import keyed_hash
from forms.models import ContactCode, ContactVisit
from forms.runner.guard import private

COOKIE = "waymark_my_requests"
LASTS = timedelta(minutes=30)


def begin_visit(response: HttpResponse, contact_hash: str) -> None:
    """Store a visit and give the browser its random id of 256 bits; it is gone when the browser is closed."""
    token = secrets.token_urlsafe(32)
    ContactVisit.objects.create(token_hash=_hash(token), contact_hash=contact_hash, expires_at=timezone.now() + LASTS)
    response.set_cookie(COOKIE, token, httponly=True, secure=settings.SESSION_COOKIE_SECURE, samesite="Lax")


def contact_of(request: HttpRequest) -> str:
    """Return the hash of the contact that this visitor proved; an empty text when there is none or time is over."""
    token = request.COOKIES.get(COOKIE, "")
    rows = ContactVisit.objects.filter(token_hash=_hash(token), expires_at__gt=timezone.now()) if token else None
    visit = rows.first() if rows is not None else None
    return visit.contact_hash if visit else ""


def end_visit(request: HttpRequest, response: HttpResponse) -> None:
    """Forget the visit on the server and in the browser."""
    token = request.COOKIES.get(COOKIE, "")
    ContactVisit.objects.filter(token_hash=_hash(token)).delete()
    response.delete_cookie(COOKIE, samesite="Lax")


def forget_old_visits() -> int:
    """Delete visits and codes whose time is over, and return how many."""
    now = timezone.now()
    old = (ContactVisit.objects.filter(expires_at__lte=now), ContactCode.objects.filter(expires_at__lte=now))
    return sum(rows.delete()[0] for rows in old)


def for_visitor(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give a view the proven contact; others begin again."""

    @private
    @wraps(view)
    def wrapped(request: HttpRequest, **kwargs: object) -> HttpResponse:
        contact = contact_of(request)
        if not contact:
            return HttpResponseRedirect(reverse("forms:mine"))
        return view(request, contact, **kwargs)

    return wrapped


def _hash(token: str) -> str:
    return keyed_hash(token, purpose="forms.visit")
