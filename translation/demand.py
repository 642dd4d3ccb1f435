"""What readers of a language look for here: pages that it lacks, and words that they search for."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, Sum
from django.utils import timezone
from wagtail.models import Locale, Page

from core.models.page import language_missing
from insight.services import words_searched
from translation.models.demand import Demand

#: Days that the desk looks back.
WINDOW = timedelta(days=90)
#: Searches that the desk shows.
_SHOWN = 10


def connect() -> None:
    """Count each visit to a page that its reader's language does not have."""
    language_missing.connect(count, dispatch_uid="translation.demand")


def count(page: Page, language: str, **_: Any) -> None:
    """Count one visit."""
    locale = Locale.objects.filter(language_code=language).first()
    if locale is None:
        return
    key = {"translation_key": page.translation_key, "locale": locale, "month": timezone.localdate().replace(day=1)}
    if not Demand.objects.filter(**key).update(visits=F("visits") + 1):
        # Two readers at once make one row: the other one's visit is the one that is lost.
        Demand.objects.bulk_create([Demand(**key, visits=1)], ignore_conflicts=True)


def visits(locale: Locale) -> Mapping[UUID, int]:
    """Return how often each page was asked for in ``locale`` lately, by translation key."""
    rows = Demand.objects.filter(locale=locale, month__gte=_since().replace(day=1))
    return dict(rows.values_list("translation_key").annotate(total=Sum("visits")))


def searched(code: str) -> list[tuple[str, int]]:
    """Return what was searched for most in a language lately, with how often."""
    start = timezone.now() - WINDOW
    return words_searched(code, start)[:_SHOWN]


def _since() -> date:
    return timezone.localdate() - WINDOW
