"""Pages as residents may see them: live, public, and in a reader's language where they are truly translated."""

import uuid
from typing import Any

from django.conf import settings
from django.db.models import F, Q
from django.utils.translation import get_language
from wagtail.models import Page, Site

from core.services import address_of, kept, public


def key_of(text: str) -> uuid.UUID | None:
    """Return the translation key that a text is, written as we write it: what is followed is found by its letters."""
    try:
        key = uuid.UUID(text)
    except (ValueError, AttributeError):
        return None
    return key if str(key) == text else None


def public_page(key: uuid.UUID | None, language: str = "") -> Page | None:
    """Return the live, public page of a translation key, by default in the active language, else in English."""
    if key is None:
        return None
    wanted = language or get_language() or settings.LANGUAGE_CODE
    pages = Page.objects.filter(translation_key=key, locale__language_code__in=[wanted, settings.LANGUAGE_CODE])
    true = public(pages.filter(Q(alias_of=None) | Q(alias_of__locale=F("locale"))).live()).select_related("locale")
    found = sorted(true, key=lambda page: (page.locale.language_code != wanted, page.pk))
    return found[0] if found else None


def title_of(key: uuid.UUID | None) -> str:
    """Return the title of a public page in the active language; empty when there is none."""
    page = public_page(key)
    return page.title if page else ""


def whole_url(page: Page) -> str:
    """Return the whole address of a page."""
    address = address_of(page)
    return f"{settings.WAGTAILADMIN_BASE_URL}{address}" if address.startswith("/") else address


def kind_of(page: Page) -> str:
    """Return the type of a page as ``app.Model``, without fetching it."""
    model = page.specific_class
    return str(model._meta.label) if model else ""


def family(page: Page) -> list[str]:
    """Return the translation keys of a page, of all above it and of all below it: who follows one is concerned."""
    above = page.get_ancestors(inclusive=True).filter(depth__gte=3)
    keys: Any = [*above.values_list("translation_key", flat=True)]
    keys += page.get_descendants().values_list("translation_key", flat=True)
    return list(dict.fromkeys(str(key) for key in keys))


def council_name() -> str:
    """Return what the council calls itself on its first site. It stands in every message, so it is kept."""
    return kept("council-name", _council_name)


def _council_name() -> str:
    from core.models import BrandSettings

    site = Site.objects.filter(is_default_site=True).first()
    brand = BrandSettings.base_queryset().filter(site=site).first() if site else None
    return str((brand or BrandSettings()).council_name)
