"""The brand of the site that a request asks for, read once a request at most."""

from typing import cast

from django.conf import settings
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Locale, Site

from core.kept import kept
from core.models import BrandSettings, Contact
from core.privacy import is_private

_MEMO = "_waymark_brand"


def current_brand(request: HttpRequest | None) -> BrandSettings:
    """Return the saved brand, or the default one where nobody has saved any: reading never writes."""
    if not isinstance(request, HttpRequest):
        return BrandSettings()
    if not hasattr(request, _MEMO):
        site, language = Site.find_for_request(request), get_language() or settings.LANGUAGE_CODE
        found = kept(f"brand:{site.pk}:{language}", lambda: _brand_of(site, language)) if site else BrandSettings()
        setattr(request, _MEMO, found)
    return cast("BrandSettings", getattr(request, _MEMO))


def _brand_of(site: Site, language: str) -> BrandSettings:
    """Return the brand with its contact in a language and the pages at its foot: one query, a row a link."""
    told = {"told": _contact_in(language), "hides_interpreter": is_private("interpreter_page__")}
    rows = list(
        BrandSettings.base_queryset()
        .filter(site=site)
        .annotate(**told, foot=F("footer_links__column"), foot_page=F("footer_links__page"))
        .order_by("footer_links__sort_order", "footer_links__pk")
    )
    if not rows:
        return BrandSettings(site=site)
    brand: BrandSettings = rows[0]
    brand.contact_here = brand.contact
    if told := rows[0].told:
        brand.contact_here = Contact(**told)
        brand.contact_here.locale = Locale(pk=told["locale_id"], language_code=language)
    page = brand.interpreter_page
    brand.interpreter_here = page if page and page.live and not rows[0].hides_interpreter else None
    brand.leads_to = [(row.foot, row.foot_page) for row in rows if row.foot_page]
    return brand


def _contact_in(language: str) -> Subquery:
    """Return the fields of the contact's translation; a join cannot reach it."""
    there = Contact.objects.filter(translation_key=OuterRef("contact__translation_key"), locale__language_code=language)
    fields = {field.attname: field.attname for field in Contact._meta.concrete_fields}
    return Subquery(there.order_by("name").values(told=JSONObject(**fields))[:1])
