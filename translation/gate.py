"""Nothing translated goes live with a sentence missing, a critical finding, or words that only a machine has read."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, Page, TranslatableMixin
from wagtail_localize.models import Translation, TranslationSource

from core.services import GateFinding, PublishBlocked
from translation.desk.segments import Sentence, sentences
from translation.publish import snippets_of

Write = Callable[..., tuple[Any, bool]]


def translation_findings(obj: Any) -> Iterator[GateFinding]:
    """Yield what keeps ``obj`` from going live, when it is a translation that translators work on."""
    translation = translation_of(obj)
    if translation is not None:
        yield from findings_of(translation)


def translation_of(obj: Any) -> Translation | None:
    """Return the record of a translated page or snippet, or None for the English and what nobody translates."""
    if (
        not isinstance(obj, TranslatableMixin)
        or obj.locale_id is None
        or obj.locale.language_code == settings.LANGUAGE_CODE
    ):
        return None
    records = Translation.objects.filter(
        source__object_id=obj.translation_key, target_locale=obj.locale_id, enabled=True
    )
    return records.select_related("source", "target_locale").first()


def findings_of(translation: Translation) -> Iterator[GateFinding]:
    """Yield one blocking finding for each fault of a sentence, for offline English, and for English beside it."""
    english = Page.objects.filter(translation_key=translation.source.object_id, locale=translation.source.locale_id)
    if english.filter(live=False).exists():
        yield GateFinding("translation.offline", _("The English page is not live."), _("It has to go live first."))
    for snippet in snippets_of(translation.source):
        if not snippet.has_translation(translation.target_locale):
            message = _("“%(name)s” is shown here and is not translated yet.") % {"name": snippet}
            yield GateFinding("translation.snippet", message, _("Publish its translation first."))
    for sentence in sentences(translation):
        start = _start(sentence)
        for finding in sentence.blocking:
            message = _("“%(start)s”: %(finding)s") % {"start": start, "finding": finding.message}
            yield GateFinding(f"translation.{finding.code}", message, _("Mend it in the translators’ desk."))
        if sentence.is_machine and sentence.text:
            message = _("“%(start)s” was written by a machine, and nobody has checked it.") % {"start": start}
            yield GateFinding("translation.machine", message, _("Read it and mark it as checked."))


def connect() -> None:
    """Ask the same of snippets that have no drafts: wagtail-localize writes them without a signal in between."""
    write = TranslationSource.create_or_update_translation

    @wraps(write)
    def checked(source: Any, locale: Any, **options: Any) -> tuple[Any, bool]:
        if not issubclass(source.specific_content_type.model_class(), DraftStateMixin):
            translation = Translation.objects.filter(source=source, target_locale=locale).first()
            findings = list(findings_of(translation)) if translation else []
            if findings:
                raise PublishBlocked(findings)
        written: tuple[Any, bool] = write(source, locale, **options)
        return written

    TranslationSource.create_or_update_translation = checked


def _start(sentence: Sentence) -> str:
    return sentence.source if len(sentence.source) <= 60 else f"{sentence.source[:59]}…"
