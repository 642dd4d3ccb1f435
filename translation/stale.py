"""What a page says about itself when its English has moved on."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import Page

from translation.versions import versions_of


@dataclass(frozen=True)
class StaleNotice:
    """Since which ``day``, in words, the English says something else, and where the English stands."""

    day: str
    english: str


def stale_notice(page: Page | None, request: HttpRequest) -> StaleNotice | None:
    """Return the notice of a page whose English has changed, else None."""
    if page is None or page.locale.language_code == settings.LANGUAGE_CODE:
        return None
    versions = versions_of(page)
    since = next((each.stale_since for each in versions if each.locale_id == page.locale_id), None)
    if since is None:
        return None
    english = next((each for each in versions if each.locale.language_code == settings.LANGUAGE_CODE), None)
    day = date_format(timezone.localdate(since), "j E Y")  # E: the month as it stands in a date
    return StaleNotice(day, english.get_url(request) if english and english.live else "/")
