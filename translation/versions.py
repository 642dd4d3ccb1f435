"""All versions of a page, in every language: one query, by which the pages that it leads to can be fetched along."""

from collections.abc import Collection
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, Subquery
from wagtail.models import Page
from wagtail_localize.models import RelatedObjectSegment

from core.services import chosen_pages, in_language, is_private
from translation.models import MachineHelp, StaleTranslation, TranslationWishes

_MEMO = "_waymark_versions"


def versions_of(page: Page) -> list[Any]:
    """Return the versions of ``page``, itself too, in whatever state. One query a page object.

    Each knows ``is_private``, ``stale_since`` (when the English came to say something else, None where it does not)
    and ``says_machine_helped``.
    """
    if not hasattr(page, _MEMO):
        setattr(page, _MEMO, list(_told().filter(translation_key=page.translation_key).select_related("locale")))
    found: list[Any] = getattr(page, _MEMO)
    return found


def in_language_of(reader: Page, ids: Collection[int]) -> dict[int, Page]:
    """Return ``{id: page to show}``: the translation into the reader's language, else the page; live only."""
    language = reader.locale.language_code
    rows = list(chosen_pages(_told(), ids, language, Q(translation_key=reader.translation_key)))
    own = {row.pk: row for row in rows if row.translation_key == reader.translation_key}
    setattr(reader, _MEMO, [*own.values()])
    return in_language(rows, ids, language)


def _told() -> Any:
    """Return pages with their privacy, and since when they, or what they show beside their text, are out of date."""
    beside = RelatedObjectSegment.objects.filter(source__object_id=OuterRef(OuterRef("translation_key"))).exclude(
        object__content_type__app_label="wagtailcore", object__content_type__model="page"
    )
    own = Q(translation__source__object_id=OuterRef("translation_key"))
    shown = Q(translation__source__object_id__in=beside.values("object"))
    stale = StaleTranslation.objects.filter(own | shown, translation__target_locale=OuterRef("locale"))
    since = Subquery(stale.order_by("since").values("since")[:1])
    wanted = Exists(TranslationWishes.objects.filter(say_machine_helped=True))
    helped = Q(Exists(MachineHelp.objects.filter(page=OuterRef("pk")))) & Q(wanted)
    told = {
        "is_private": is_private(),
        "stale_since": since,
        "says_machine_helped": ExpressionWrapper(helped, BooleanField()),
    }
    return Page.objects.order_by().annotate(**told)
