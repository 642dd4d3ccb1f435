"""Headers that every response carries, and the guard against text that no database or screen can hold."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

GetResponse = Callable[[HttpRequest], HttpResponse]

#: Addresses under the admin that anybody may open keep the public policy.
PUBLIC_ADMIN_PATHS = ("/admin/login/", "/admin/password_reset/", "/admin/second-factor/")
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()" for feature in ("camera", "geolocation", "microphone", "payment", "usb", "interest-cohort")
)


class SecurityHeadersMiddleware:
    """Choose the policy for public pages or the admin, and forbid device features nobody uses."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the headers; a view may set a stricter ``Cache-Control`` itself."""
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if response.headers.get("Content-Encoding") == "None":
            # Wagtail's document view sends the word "None", which some caches refuse.
            del response.headers["Content-Encoding"]
        return response


class AdminPolicyMiddleware:
    """Give Wagtail's admin the policy its editor needs; everything else keeps the strict one."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Mark the response for django-csp, which writes the header."""
        response = self.get_response(request)
        if request.path.startswith("/admin/") and not request.path.startswith(PUBLIC_ADMIN_PATHS):
            response._csp_replace = settings.WAYMARK_ADMIN_CSP  # type: ignore[attr-defined] # read by django-csp
        return response
