"""Which alerts a page shows."""

from collections.abc import Sequence

from django.conf import settings
from django.utils.translation import get_language
from wagtail.models import Page

from core.kept import kept
from core.models import AlertBanner
from core.navigation import ancestors


def alert_banners(page: Page | None = None) -> list[AlertBanner]:
    """Return the alerts for ``page`` (or for the whole site), gravest first: one query, or none.

    Each is in the active language where it is translated, else in English: a flood does not wait for a translator.
    """
    language = get_language() or settings.LANGUAGE_CODE
    rows = kept(f"alerts:{language}", lambda: _current(language))
    scope = _scope(page) if any(row.section_id for row in rows) else ()
    return [row for row in rows if row.section is None or row.section.translation_key in scope]


def _current(language: str) -> list[AlertBanner]:
    """Return the alerts that are true now, anywhere on the site."""
    alerts = AlertBanner.objects.current().select_related("locale", "section", "link_page__locale")
    rows = list(alerts.filter(locale__language_code__in={language, settings.LANGUAGE_CODE}))
    translated = {row.translation_key for row in rows if row.locale.language_code == language}
    return [row for row in rows if row.locale.language_code == language or row.translation_key not in translated]


def _scope(page: Page | None) -> Sequence[object]:
    """Return the keys of the page and all above it: the same in every language."""
    if not isinstance(page, Page) or not page.pk:
        return ()
    return [page.translation_key, *(above.translation_key for above in ancestors(page))]
