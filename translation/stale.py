"""What a page says about itself when its English has moved on."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import Page
from wagtail_localize.models import RelatedObjectSegment

from core.services import address_of, forget_kept, kept
from translation.models.stale import StaleTranslation


@dataclass(frozen=True)
class StaleNotice:
    """Since which ``day``, in words, the English says something else, and where the English stands."""

    day: str
    english: str


def stale_notice(page: Page | None) -> StaleNotice | None:
    """Return the notice of a page whose English has changed, else None. English pages cost no query."""
    if page is None or page.locale.language_code == settings.LANGUAGE_CODE:
        return None
    since = kept(f"stale:{page.translation_key}:{page.locale_id}", lambda: _since(page))
    if since is None:
        return None
    english = page.get_translations().filter(locale__language_code=settings.LANGUAGE_CODE).live().first()
    day = date_format(timezone.localdate(since), "j E Y")  # E: the month as it stands in a date
    return StaleNotice(day, address_of(english) if english else "/")


def connect() -> None:
    """Forget what is kept when a translation becomes stale or is true again."""

    def on_change(**_: Any) -> None:
        forget_kept()

    for signal in (post_save, post_delete):
        signal.connect(on_change, sender=StaleTranslation, weak=False, dispatch_uid="translation.stale")


def _since(page: Page) -> datetime | None:
    """Return since when the page, or a contact or promise that it shows, says something else in English."""
    shown = RelatedObjectSegment.objects.filter(source__object_id=page.translation_key).exclude(
        object__content_type__app_label="wagtailcore", object__content_type__model="page"
    )
    of_page = Q(translation__source__object_id=page.translation_key)
    of_snippet = Q(translation__source__object_id__in=shown.values("object"))
    rows = StaleTranslation.objects.filter(of_page | of_snippet, translation__target_locale=page.locale_id)
    return rows.order_by("since").values_list("since", flat=True).first()
