"""The brand of the site that a request asks for, read once a request at most."""

from typing import cast

from django.http import HttpRequest
from wagtail.models import Site

from core.kept import kept
from core.models import BrandSettings

_MEMO = "_waymark_brand"


def current_brand(request: HttpRequest | None) -> BrandSettings:
    """Return the saved brand, or the default one where nobody has saved any: reading never writes."""
    if not isinstance(request, HttpRequest):
        return BrandSettings()
    if not hasattr(request, _MEMO):
        site = Site.find_for_request(request)
        setattr(request, _MEMO, kept(f"brand:{site.pk}", lambda: _brand_of(site)) if site else BrandSettings())
    return cast("BrandSettings", getattr(request, _MEMO))


def _brand_of(site: Site) -> BrandSettings:
    return BrandSettings.base_queryset().filter(site=site).first() or BrandSettings(site=site)
