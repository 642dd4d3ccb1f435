"""Serve the brand's stylesheet and its picture."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from core.brand.current import current_brand
from core.brand.stylesheet import digest, icon, stylesheet


@require_safe
def brand_stylesheet(request: HttpRequest, name: str) -> HttpResponse:
    """Serve the sheet, to keep for a year when ``name`` is that of its content, else for a minute.

    An older name comes from a page that a cache still holds: it gets the colours of today. Only this answer
    depends on Save-Data, so that pages themselves are the same for everybody.
    """
    brand = current_brand(request)
    full = stylesheet(brand)
    saving = request.headers.get("Save-Data", "").strip().lower() == "on"
    response = HttpResponse(stylesheet(brand, with_fonts=False) if saving else full, content_type="text/css")
    fresh = name == digest(full)
    patch_vary_headers(response, ["Save-Data"])
    return _kept(response, fresh=fresh)


@require_safe
def brand_icon(request: HttpRequest, name: str) -> HttpResponse:
    """Serve the picture for the browser's tab, kept as long as the sheet."""
    svg = icon(current_brand(request))
    return _kept(HttpResponse(svg, content_type="image/svg+xml"), fresh=name == digest(svg))


def _kept(response: HttpResponse, *, fresh: bool) -> HttpResponse:
    """Let any cache keep the response: for ever under the name of its content, else for a minute."""
    response["Cache-Control"] = "public, max-age=31536000, immutable" if fresh else "public, max-age=60"
    return response
