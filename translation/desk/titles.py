"""The title of a page's draft, as a translator writes it."""

from typing import Any

from django.db.models.signals import post_save
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, post_save_string_translation


def connect() -> None:
    """Take the place of wagtail-localize's receiver: PostgreSQL refuses words that are longer than the column."""
    post_save.disconnect(post_save_string_translation, sender=StringTranslation)
    post_save.connect(show_in_lists, sender=StringTranslation, dispatch_uid="translation.titles")


def show_in_lists(instance: StringTranslation, **_: Any) -> None:
    """Let lists of pages show the new title, cut where it is longer than a title may be."""
    if instance.context.path == "title":
        versions = Page.objects.filter(translation_key=instance.context.object_id, locale_id=instance.locale_id)
        versions.update(draft_title=instance.data[: Page._meta.get_field("draft_title").max_length])
