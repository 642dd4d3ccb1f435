"""The headers that every response carries."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

GetResponse = Callable[[HttpRequest], HttpResponse]

ADMIN = "/admin/"
#: Addresses under the admin that are reached before the second factor keep the public policy.
PUBLIC_ADMIN_PATHS = ("/admin/login/", "/admin/password_reset/", "/admin/second-factor/")
UNUSED_FEATURES = (
    "accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer",
    "microphone", "midi", "payment", "screen-wake-lock", "usb", "xr-spatial-tracking",
)  # fmt: skip
PERMISSIONS_POLICY = ", ".join(f"{feature}=()" for feature in UNUSED_FEATURES)


class SecurityHeadersMiddleware:
    """Forbid device features that nobody uses, and mend a header of Wagtail's."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the headers; Django's SecurityMiddleware adds COOP, nosniff and Referrer-Policy."""
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if response.headers.get("Content-Encoding") == "None":
            # Wagtail's document view sends the word "None", which some caches refuse.
            del response.headers["Content-Encoding"]
        return response


class AdminPolicyMiddleware:
    """Give Wagtail's admin the policy its editor needs, after login only; all else keeps the strict one."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Mark the response for django-csp, which writes the header."""
        response = self.get_response(request)
        if self._is_editor(request):
            response._csp_replace = settings.WAYMARK_ADMIN_CSP  # type: ignore[attr-defined] # read by django-csp
        return response

    @staticmethod
    def _is_editor(request: HttpRequest) -> bool:
        if not request.path.startswith(ADMIN) or request.path.startswith(PUBLIC_ADMIN_PATHS):
            return False
        user = getattr(request, "user", None)
        return user is not None and user.is_authenticated
