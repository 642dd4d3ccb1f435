"""Translate one object from a catalogue of sentences, through the same records that translators work on."""

from collections.abc import Mapping

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail_localize.models import (
    RelatedObjectSegment,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from core.models import User


class UntranslatedError(Exception):
    """Sentences that the catalogue does not hold; ``sentences`` lists them in the source language."""

    def __init__(self, title: str, sentences: list[str]) -> None:
        self.sentences = sentences
        super().__init__(f"{title}: not translated: {'; '.join(sentences)}")


def translate(source: models.Model, locale: Locale, words: Mapping[str, str], user: User | None = None) -> None:
    """Translate every segment of ``source`` (a page or snippet) and publish it in ``locale``.

    The snippets that it shows (a promise, a contact) are translated first. Nothing is published half translated:
    a missing sentence raises :class:`UntranslatedError`. Running it again with the same words changes nothing.
    """
    record, _created = TranslationSource.update_or_create_from_instance(source)
    for snippet in snippets_of(record):
        translate(snippet, locale, words, user)
    translation, _created = Translation.objects.get_or_create(source=record, target_locale=locale)
    segments = list(StringSegment.objects.filter(source=record).select_related("string", "context").order_by("order"))
    missing = sorted({segment.string.data for segment in segments if word_for(segment, words) is None})
    if missing:
        raise UntranslatedError(str(source), missing)
    changed = [_store(segment, locale, word_for(segment, words) or "", user) for segment in segments]
    if any(changed) or not _is_published(record, locale):
        translation.save_target(user=user, publish=True)


def word_for(segment: StringSegment, words: Mapping[str, str]) -> str | None:
    """Return the translation of a segment; addresses, and texts without a letter, stay as they are."""
    text = str(segment.string.data)
    if segment.context.path == "slug" or not any(letter.isalpha() for letter in text):
        return text
    return words.get(text) or None


def snippets_of(record: TranslationSource) -> list[TranslatableMixin]:
    """Return the translatable snippets that the source refers to; pages are translated in their own right."""
    segments = record.relatedobjectsegment_set.select_related("object__content_type")
    related = {segment.object for segment in segments if not issubclass(_model(segment), Page)}
    found = [each.get_instance_or_none(record.locale) for each in sorted(related, key=lambda each: each.pk)]
    return [each for each in found if isinstance(each, TranslatableMixin)]


def _model(segment: RelatedObjectSegment) -> type[models.Model]:
    model: type[models.Model] = segment.object.content_type.model_class()
    return model


def _is_published(record: TranslationSource, locale: Locale) -> bool:
    """Return whether the translation exists, is live and is no alias of the source."""
    try:
        target = record.get_translated_instance(locale)
    except ObjectDoesNotExist:
        return False
    return getattr(target, "live", True) and getattr(target, "alias_of_id", None) is None


def _store(segment: StringSegment, locale: Locale, text: str, user: User | None) -> bool:
    """Store the translation of one segment and return whether it is new or another one."""
    row, created = StringTranslation.objects.get_or_create(
        translation_of=segment.string,
        locale=locale,
        context=segment.context,
        defaults={
            "data": text,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "last_translated_by": user,
        },
    )
    if created or row.data == text:
        return bool(created)
    row.data, row.last_translated_by = text, user
    row.save()
    return True
