"""Translations follow their English: its new words, its place, and its going offline."""

import json
import re
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.db.models.signals import post_save
from wagtail.models import Page, TranslatableMixin
from wagtail.signals import page_published, page_unpublished, post_page_move
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from translation.desk.begin import begin_snippets
from translation.models.stale import StaleTranslation

#: Fields that no reader sees.
_ASIDE = {"slug", "show_in_menus", "owning_team", "review_on"}
#: What the editor of rich texts adds to each paragraph, however little was changed.
_KEYS = re.compile(r' data-block-key=\\*"[^"\\]*\\*"')


def connect() -> None:
    """Listen to what happens to the English."""
    page_published.connect(english_changed, dispatch_uid="translation.published")
    page_unpublished.connect(english_gone, dispatch_uid="translation.unpublished")
    post_page_move.connect(english_moved, dispatch_uid="translation.moved")
    post_save.connect(snippet_saved, dispatch_uid="translation.snippet")


def english_changed(instance: Page, **_: Any) -> None:
    """Take the new English into the translators' records, and mark what it leaves behind."""
    if _is_english(instance):
        refresh(instance)


def refresh(instance: Model) -> None:
    """Read the segments of a source anew. What was translated stays as it is for readers, until people catch up."""
    record = TranslationSource.objects.get_for_instance_or_none(instance)
    if record is None:
        return
    before = _content(record)
    TranslationSource.update_or_create_from_instance(instance)
    record.refresh_from_db()
    # A sentence that was taken out, or another link, fee or order leaves no sentence without a translation.
    has_changed = _content(record) != before
    for translation in Translation.objects.filter(source=record, enabled=True):
        if _is_published(translation) and (has_changed or _lacks_words(translation)):
            StaleTranslation.objects.get_or_create(translation=translation)
        begin_snippets(translation, None)


def snippet_saved(instance: Model, *, raw: bool = False, created: bool = False, **_: Any) -> None:
    """The same for snippets, which have no signal of their own for going live."""
    if raw or created or isinstance(instance, Page) or not isinstance(instance, TranslatableMixin):
        return
    if _is_english(instance):
        refresh(instance)


def english_gone(instance: Page, **_: Any) -> None:
    """Take the translations of a page offline with it: nobody looks after them any more."""
    if not _is_english(instance):
        return
    for page in _translated_pages(instance).live():
        page.specific.unpublish()


def english_moved(instance: Page, parent_page_after: Page, **_: Any) -> None:
    """Move each translation below the translation of the new place, where that place is translated."""
    if not _is_english(instance):
        return
    for page in _translated_pages(instance):
        place = parent_page_after.get_translations().filter(locale=page.locale_id).first()
        if place is not None and page.get_parent().pk != place.pk:
            page.move(place, pos="last-child")


def _content(record: TranslationSource) -> dict[str, str]:
    """Return what readers get of a source, field by field."""
    held = json.loads(record.content_json)
    model = record.specific_content_type.model_class()
    names = {field.field_name for field in get_translatable_fields(model)} - _ASIDE
    return {name: _KEYS.sub("", json.dumps(held.get(name))) for name in names}


def _translated_pages(page: Page) -> Any:
    return Page.objects.filter(translation_key=page.translation_key, alias_of=None).exclude(pk=page.pk)


def _is_english(instance: Any) -> bool:
    return bool(instance.locale_id) and instance.locale.language_code == settings.LANGUAGE_CODE


def _is_published(translation: Translation) -> bool:
    target = translation.source.specific_content_type.model_class()._default_manager.filter(
        translation_key=translation.source.object_id, locale=translation.target_locale_id
    )
    found = target.first()
    return found is not None and getattr(found, "live", True) and getattr(found, "alias_of_id", None) is None


def _lacks_words(translation: Translation) -> bool:
    """Return whether a sentence of the English has no translation in its place."""
    words = StringTranslation.objects.filter(locale=translation.target_locale_id).values_list(
        "translation_of", "context"
    )
    places = StringSegment.objects.filter(source=translation.source_id).values_list("string", "context")
    here = words.filter(context__in=places.values("context"))
    return bool(set(places) - set(here))
