"""Staff sessions end after 30 idle minutes and after 8 hours whatever happens (ASVS 5.0 V7.3)."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout, user_logged_in
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

SIGNED_IN = "signed_in_at"
SEEN = "seen_at"
#: Seconds between two notes of when an account was last seen, so that not every click writes the session.
NOTE_EVERY = 60

Account = AbstractBaseUser | AnonymousUser


def note_sign_in(request: HttpRequest | None, **_signal: Any) -> None:
    """Start both clocks when somebody signs in."""
    if request is not None:
        request.session[SIGNED_IN] = request.session[SEEN] = time.time()


user_logged_in.connect(note_sign_in, dispatch_uid="core.security.sessions")


def is_over(request: HttpRequest, now: float) -> bool:
    """Return whether the session is too old or was idle for too long; one without clocks is over."""
    signed_in, seen = request.session.get(SIGNED_IN, 0), request.session.get(SEEN, 0)
    return bool(now - signed_in > settings.SESSION_COOKIE_AGE or now - seen > settings.SESSION_IDLE_SECONDS)


def _end(request: HttpRequest, account: Account) -> None:
    """Sign out; ``request.user`` is the wrapper that is being worked out at this moment, so it steps aside."""
    wrapper = request.user
    request.user = account  # type: ignore[assignment] # what Django's own middleware put there
    logout(request)
    request.user = wrapper


def current(request: HttpRequest, account: Account) -> Account:
    """Return the account, or nobody when its session is over: that session is destroyed on the server."""
    if not account.is_authenticated:
        return account
    now = time.time()
    if is_over(request, now):
        _end(request, account)
        return AnonymousUser()
    if now - request.session[SEEN] > NOTE_EVERY:
        request.session[SEEN] = now
    return account


class StaffSessionMiddleware:
    """Check the clocks when a view first asks who is there, never on pages that do not ask."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Put the check between the request and its account."""
        account = request.user
        request.user = SimpleLazyObject(lambda: current(request, account))  # type: ignore[assignment] # as Django does
        return self.get_response(request)
