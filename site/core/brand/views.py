"""Serve the brand's stylesheet."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from core.brand.current import current_brand
from core.brand.stylesheet import digest, stylesheet


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
    response["Cache-Control"] = "public, max-age=31536000, immutable" if fresh else "public, max-age=60"
    patch_vary_headers(response, ["Save-Data"])
    return response
