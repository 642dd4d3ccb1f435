"""The default ``Cache-Control``: public pages may be kept for a minute, everything else nowhere."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import has_vary_header

ADMIN = "/admin/"
PUBLIC = "public, max-age=60, stale-while-revalidate=300"
PRIVATE = "no-store, private"
CACHEABLE_METHODS = frozenset({"GET", "HEAD"})
CACHEABLE_STATUS = frozenset({200, 301, 308, 404, 410})


def is_public(request: HttpRequest, response: HttpResponse) -> bool:
    """Return whether the response is the same for everybody: it neither looked at a cookie nor sets one."""
    return (
        request.method in CACHEABLE_METHODS
        and response.status_code in CACHEABLE_STATUS
        and not request.path.startswith(ADMIN)
        and not response.cookies
        and not has_vary_header(response, "Cookie")
    )


class CacheControlMiddleware:
    """Set the default where a view says nothing (RFC 9111, RFC 5861).

    It stands outside the session's middleware, which marks what was drawn for one person with
    ``Vary: Cookie``, and inside ConditionalGetMiddleware, which gives the ETag.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve the request and add the header; in the admin only what a view calls public itself (icons) is kept."""
        response = self.get_response(request)
        if request.path.startswith(ADMIN) and "public" not in response.headers.get("Cache-Control", ""):
            response.headers["Cache-Control"] = PRIVATE
        response.headers.setdefault("Cache-Control", PUBLIC if is_public(request, response) else PRIVATE)
        return response
