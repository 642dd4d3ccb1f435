"""No page of the admin without the second factor."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

ADMIN = "/admin/"
#: What a person needs on the way in or out, and what holds no content.
OPEN = (
    "/admin/login/",
    "/admin/logout/",
    "/admin/password_reset/",
    "/admin/second-factor/",
    "/admin/jsi18n/",
    "/admin/sprite/",
)


def is_verified(request: HttpRequest) -> bool:
    """Return whether this session has passed the second factor; django-otp's middleware knows."""
    return getattr(request.user, "otp_device", None) is not None


class SecondFactorMiddleware:
    """Lead a signed-in account without a verified device to the second step."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let through who is verified, and who is not signed in: Wagtail asks those for a password."""
        if self._must_verify(request):
            return HttpResponseRedirect(f"{reverse('second_factor')}?{urlencode({'next': request.get_full_path()})}")
        return self.get_response(request)

    @staticmethod
    def _must_verify(request: HttpRequest) -> bool:
        if not settings.WAYMARK_REQUIRE_SECOND_FACTOR:
            return False
        if not request.path.startswith(ADMIN) or request.path.startswith(OPEN):
            return False
        return request.user.is_authenticated and not is_verified(request)
