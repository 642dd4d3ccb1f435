"""Who a draft belongs to: a random id in a signed cookie that exists only once a form was started."""

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from core.services import keyed_hash

COOKIE = "waymark_forms"
SALT = "forms.owner"


def owner_hash(owner: str) -> str:
    """Return what a draft stores of its owner's id."""
    return keyed_hash(owner, purpose="forms.draft-owner")


def read_owner(request: HttpRequest) -> str | None:
    """Return the owner id of this browser, or None when there is no cookie or it was changed."""
    try:
        return str(signing.Signer(salt=SALT).unsign(request.COOKIES[COOKIE]))
    except (KeyError, signing.BadSignature):
        return None


def new_owner() -> str:
    """Return a fresh id of 256 bits."""
    return secrets.token_urlsafe(32)


def write_owner(response: HttpResponse, owner: str) -> None:
    """Set the cookie for this visit: on a shared computer nobody finds a form after the browser was closed."""
    response.set_cookie(
        COOKIE,
        signing.Signer(salt=SALT).sign(owner),
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
