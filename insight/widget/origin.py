"""Where a POST comes from. There is no login, cookie or state to protect, so a CSRF token would protect nothing.

What remains is another website that makes its readers vote here: browsers tell us in ``Sec-Fetch-Site`` (W3C
Fetch Metadata) or, the older ones, in ``Origin``.
"""

from typing import Literal
from urllib.parse import urlsplit

from django.http import HttpRequest

Judgement = Literal["own", "unknown", "foreign"]


def judge(request: HttpRequest) -> Judgement:
    """Return ``own``, ``foreign`` (answer 403) or ``unknown`` when the browser says nothing (keep as suspect)."""
    site = request.headers.get("Sec-Fetch-Site", "")
    if site:
        return "own" if site in {"same-origin", "same-site", "none"} else "foreign"
    origin = request.headers.get("Origin", "")
    if not origin:
        return "unknown"
    return "own" if _host(origin) == request.get_host() else "foreign"


def _host(origin: str) -> str:
    """Return host and port of an origin; empty for one that is none, such as ``null`` or ``http://[``."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""
