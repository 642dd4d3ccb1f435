"""The choke point: every route to live ends in a ``save()``, and every ``save()`` passes here."""

import logging
from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.models import DraftStateMixin, Page, Revision

from accessibility.gate.content import BOOKKEEPING, content_hash, overlay, stored
from accessibility.gate.records import record, request_audit
from accessibility.gate.verdict import GateVerdict, evaluate
from accessibility.models import GateResult
from core.services import PublishBlocked

logger = logging.getLogger(__name__)

#: Where the verdict waits on an object between ``pre_save`` and ``post_save``.
VERDICT = "_accessibility_verdict"


def connect() -> None:
    """Listen to every model, without a sender: subclasses of a sender would slip through."""
    pre_save.connect(before_save, dispatch_uid="accessibility.gate.before")
    post_save.connect(after_save, dispatch_uid="accessibility.gate.after")
    post_delete.connect(after_delete, dispatch_uid="accessibility.gate.delete")


def is_guarded(instance: Any) -> bool:
    """Return whether ``instance`` can go live."""
    return isinstance(instance, (Page, DraftStateMixin))


def before_save(instance: models.Model, *, raw: bool = False, update_fields: Any = None, **_: Any) -> None:
    """Keep failing content from going live. Fixtures (``raw``) may come before what they link to: see invariants."""
    if raw:
        return
    if isinstance(instance, Revision):
        if instance.approved_go_live_at:
            guard_schedule(instance)
    elif is_guarded(instance) and instance.live:  # type: ignore[attr-defined] # DraftStateMixin is untyped
        verdict = guard_new(instance) if instance._state.adding else guard_existing(instance, update_fields)
        if verdict is not None:
            setattr(instance, VERDICT, verdict)


def guard_new(instance: Any) -> GateVerdict | None:
    """Store a new object that fails as a draft: raising would lose the author's words."""
    verdict = evaluate(instance)
    if verdict.may_publish:
        return verdict
    instance.live = False
    instance.has_unpublished_changes = True
    return None


def guard_existing(instance: Any, update_fields: Iterable[str] | None) -> GateVerdict | None:
    """Refuse new failing content; what is live already and does not change is never refused."""
    row = stored(instance)
    candidate = instance
    if update_fields is not None and row is not None:
        names = set(update_fields)
        if not {field.name for field in instance._meta.concrete_fields if {field.name, field.attname} & names} - (
            BOOKKEEPING - {"live"}
        ):
            return None
        candidate = overlay(row, instance, names)
        row = stored(instance)
    verdict = evaluate(candidate)
    if verdict.may_publish or (row is not None and row.live and _unchanged(row, verdict)):
        return verdict
    raise PublishBlocked(verdict.blocking)


def guard_schedule(revision: Revision) -> None:
    """Refuse a date for content that fails, or all the author learns is that nothing happened that night."""
    verdict = evaluate(revision.as_object())
    if not verdict.may_publish:
        raise PublishBlocked(verdict.blocking)


def after_save(instance: models.Model, *, raw: bool = False, update_fields: Any = None, **_: Any) -> None:
    """Write the verdict down: on what is live, and on each draft for its author."""
    if raw:
        return
    if isinstance(instance, Revision):
        if update_fields is None or "content" in update_fields:
            note_draft(instance)
        return
    verdict: GateVerdict | None = instance.__dict__.pop(VERDICT, None)
    if verdict is not None:
        record(instance, verdict, live=True)
        if isinstance(instance, Page):
            request_audit(instance, verdict)
    elif is_guarded(instance) and not instance.live:  # type: ignore[attr-defined] # DraftStateMixin is untyped
        GateResult.objects.about(instance).filter(live=True).update(live=False)


def note_draft(revision: Revision) -> None:
    """Check a draft as it is saved. A draft that cannot be checked is still saved; publishing it asks again."""
    try:
        with transaction.atomic():
            draft = revision.as_object()
            if is_guarded(draft):
                record(draft, evaluate(draft), live=False)
    except Exception:
        logger.exception("Revision %s could not be checked", revision.pk)


def after_delete(instance: models.Model, **_: Any) -> None:
    """Forget the verdicts on what is gone."""
    if is_guarded(instance):
        GateResult.objects.about(instance).delete()


def _unchanged(row: Any, verdict: GateVerdict) -> bool:
    return bool(verdict.content_hash) and content_hash(row) == verdict.content_hash
