"""Whether a page says that a machine helped with it: only where the council turns that on."""

from django.conf import settings
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation

from core.services import kept
from translation.models import TranslationWishes


def machine_helped(page: Page | None) -> bool:
    """Return whether words of a translated ``page`` came from a machine. English pages cost no query."""
    if page is None or page.locale.language_code == settings.LANGUAGE_CODE or not kept("machine", _is_wanted):
        return False
    stamp = page.last_published_at.timestamp() if page.last_published_at else 0
    return kept(f"machine:{page.pk}:{stamp}", lambda: _has_machine_words(page))


def _is_wanted() -> bool:
    return bool(TranslationWishes.objects.filter(say_machine_helped=True).exists())


def _has_machine_words(page: Page) -> bool:
    """Return whether a sentence is as a machine wrote it; one that a person wrote anew is that person's."""
    places = StringSegment.objects.filter(source__object_id=page.translation_key)
    rows = StringTranslation.objects.filter(
        locale=page.locale_id,
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
        context__in=places.values("context"),
        translation_of__in=places.values("string"),
    )
    return bool(rows.exists())
