"""Translations: wagtail-localize writes into the live row and publishes afterwards. Here both go through a draft."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import DraftStateMixin, Locale, Revision, TranslatableMixin
from wagtail_localize.models import Translation, TranslationSource

from accessibility.gate.verdict import evaluate
from accessibility.gate.words import tell_refused
from core.services import PublishBlocked

Write = Callable[..., tuple[Any, bool]]


def connect() -> None:
    """Stand between wagtail-localize and its own writing: there is no signal or setting for it."""
    write = TranslationSource.create_or_update_translation
    TranslationSource.create_or_update_translation = through_draft(write)


def through_draft(write: Write) -> Write:
    """Return ``write`` so that a draft never touches the live row, and only what the gate lets through is published.

    Raises :class:`PublishBlocked` when it does not; the draft with the translator's words is saved by then.
    """

    @wraps(write)
    def create_or_update_translation(
        source: Any, locale: Locale, *, user: Any = None, publish: bool = True, **options: Any
    ) -> tuple[Any, bool]:
        if not issubclass(source.specific_content_type.model_class(), DraftStateMixin):
            return write(source, locale, user=user, publish=publish, **options)
        written = write_draft(write, source, locale, user=user, **options)
        if publish:
            publish_draft(written[0], user)
        return written

    return create_or_update_translation


def write_draft(write: Write, source: Any, locale: Locale, **options: Any) -> tuple[Any, bool]:
    """Let ``write`` work on a translation whose row it cannot change; a new one is stored as a draft."""
    try:
        translation = source.get_translated_instance(locale)
    except ObjectDoesNotExist:
        return write(source, locale, publish=False, **options)
    live = translation.live
    translation.save = partial(save_bookkeeping, translation, live=live)
    source.get_translated_instance = lambda _locale: translation
    try:
        return write(source, locale, publish=False, **options)
    finally:
        del source.get_translated_instance, translation.save


def save_bookkeeping(translation: Any, *, live: bool, update_fields: list[str] | None = None, **options: Any) -> None:
    """Save named columns, which point to revisions, and leave the content of the row as readers have it.

    An alias shows the source language. It goes offline as it becomes a page of its own, until its words are published.
    """
    translation.live = live
    if update_fields is None:
        return
    if "alias_of_id" in update_fields:
        translation.live = False
        update_fields = [*update_fields, "live"]
    type(translation).save(translation, update_fields=update_fields, **options)


def publish_draft(translation: Any, user: Any) -> None:
    """Publish the newest draft when the transaction ends, or raise now, so that a caller can still tell people."""
    revision = translation.get_latest_revision()
    verdict = evaluate(revision.as_object())
    if not verdict.may_publish:
        raise PublishBlocked(verdict.blocking)
    transaction.on_commit(partial(publish_revision, revision.pk, user))


def publish_revision(pk: int, user: Any) -> None:
    """Publish a revision read anew: the page it was written for may have children or another place by now."""
    Revision.objects.get(pk=pk).publish(user=user)


def before_edit(request: HttpRequest, obj: Any) -> HttpResponse | None:
    """Tell the translator who publishes what would be refused; wagtail-localize's own message speaks of fields."""
    if request.method != "POST" or request.POST.get("action") != "publish" or not isinstance(obj, TranslatableMixin):
        return None
    translation = Translation.objects.filter(
        source__object_id=obj.translation_key, target_locale=obj.locale_id, enabled=True
    ).first()
    if translation is None or not isinstance(obj, DraftStateMixin):
        return None
    draft = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    verdict = evaluate(draft)
    if verdict.may_publish:
        return None
    translation.save_target(user=request.user, publish=False)
    tell_refused(request, [(draft, verdict.blocking)], with_links=False)
    return redirect(request.path)
