"""Which disruptions a page shows: its own, and those of every area above it. Kept for some seconds."""

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page

from core.navigation import ancestors
from core.services import is_private, kept
from services.models.disruption import REMEMBERED, ServiceDisruption

ORDER = list(ServiceDisruption.Kind.values)


def all_disruptions() -> list[ServiceDisruption]:
    """Return those now, planned, or just over, the worst first, in the active language where translated."""
    language = get_language() or settings.LANGUAGE_CODE
    return kept(f"disruptions:{language}", lambda: _read(language))


def disruptions_on(page: Page | None) -> list[ServiceDisruption]:
    """Return what does not work now on ``page``; on a copy for a second site, what does not work at its source."""
    rows = [row for row in all_disruptions() if row.is_now]
    if not rows or not isinstance(page, Page) or not page.pk:
        return []
    here = {page.translation_key, *(above.translation_key for above in ancestors(page))}
    source = page.alias_of or page
    return [row for row in rows if row.page.translation_key in here or source.path.startswith(row.page.path)]


def public_disruptions() -> list[ServiceDisruption]:
    """Return those of all pages that everybody may read: a list of them names each page."""
    return [row for row in all_disruptions() if row.page.live and not getattr(row, "is_hidden", True)]


def _read(language: str) -> list[ServiceDisruption]:
    recent = Q(until=None) | Q(until__gt=timezone.now() - REMEMBERED)
    wanted = {language, settings.LANGUAGE_CODE}
    found = ServiceDisruption.objects.filter(recent, locale__language_code__in=wanted)
    told = found.annotate(is_hidden=is_private("page__"))
    rows = list(told.select_related("locale", "page__locale"))
    translated = {row.translation_key for row in rows if row.locale.language_code == language}
    shown = [row for row in rows if row.locale.language_code == language or row.translation_key not in translated]
    return sorted(shown, key=lambda row: (ORDER.index(row.kind), row.starts))
