"""Whether a page says that a machine helped with it: only where the council turns that on."""

from typing import Any

from django.conf import settings
from django.db.models import Q
from wagtail.models import Page
from wagtail.signals import page_published
from wagtail_localize.models import RelatedObjectSegment, StringSegment, StringTranslation

from translation.models import MachineHelp
from translation.versions import versions_of


def machine_helped(page: Page | None) -> bool:
    """Return whether words of a translated ``page`` came from a machine, and the council wants that to be said."""
    if page is None or page.locale.language_code == settings.LANGUAGE_CODE:
        return False
    return any(each.says_machine_helped for each in versions_of(page) if each.pk == page.pk)


def connect() -> None:
    """Note what each page holds when it goes live: what translators write afterwards is not on it yet."""
    page_published.connect(note, dispatch_uid="translation.machine")


def note(instance: Page, **_: Any) -> None:
    """Keep whether a published page holds a machine's words."""
    if instance.locale.language_code == settings.LANGUAGE_CODE:
        return
    if _has_machine_words(instance):
        MachineHelp.objects.get_or_create(page_id=instance.pk)
    else:
        MachineHelp.objects.filter(page=instance.pk).delete()


def _has_machine_words(page: Page) -> bool:
    """Return whether a sentence is as a machine wrote it; one that a person wrote anew is that person's."""
    shown = RelatedObjectSegment.objects.filter(source__object_id=page.translation_key).exclude(
        object__content_type__app_label="wagtailcore", object__content_type__model="page"
    )
    own, beside = Q(source__object_id=page.translation_key), Q(source__object_id__in=shown.values("object"))
    places = StringSegment.objects.filter(own | beside)
    rows = StringTranslation.objects.filter(
        locale=page.locale_id,
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
        context__in=places.values("context"),
        translation_of__in=places.values("string"),
    )
    return bool(rows.exists())
