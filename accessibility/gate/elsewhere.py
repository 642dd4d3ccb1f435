"""Route 15: a file, a picture or a verdict changes, and no page is saved. The pages that show it are judged again."""

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.signals import post_save
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex

from accessibility.gate.receiver import is_guarded
from accessibility.gate.records import record
from accessibility.gate.verdict import evaluate
from accessibility.models import DocumentAudit, DocumentOverride, LawfulExemption
from library.models import Video


def connect() -> None:
    """Listen to what pages show, and to what is known of it."""
    listeners: dict[type[models.Model], Callable[..., None]] = {
        get_document_model(): after_thing,
        get_image_model(): after_thing,
        Video: after_thing,
        DocumentAudit: after_audit,
        DocumentOverride: after_decision,
        LawfulExemption: after_decision,
    }
    for sender, listener in listeners.items():
        post_save.connect(listener, sender=sender, dispatch_uid=f"accessibility.gate.{sender._meta.label}")


def after_thing(instance: models.Model, **_: Any) -> None:
    """Judge the pages that show a document, a picture or a video."""
    judge_users_of(instance)


def after_decision(instance: DocumentOverride | LawfulExemption, **_: Any) -> None:
    """Judge the pages that link to a document which somebody let through."""
    judge_users_of(instance.document)


def after_audit(instance: DocumentAudit, **_: Any) -> None:
    """Judge the pages that link to any document with the checked content."""
    for document in get_document_model().objects.filter(sha256=instance.sha256):
        judge_users_of(document)


def judge_users_of(thing: models.Model) -> None:
    """Store a new verdict on what is live and shows ``thing``. Nothing is taken down: the report lists it."""
    for obj in users_of(thing):
        if is_guarded(obj) and obj.live:
            record(obj, evaluate(obj), live=True)


def users_of(thing: models.Model) -> Iterator[Any]:
    """Yield the pages and snippets that Wagtail's reference index names; it follows a save within seconds."""
    rows = ReferenceIndex.get_references_to(thing).values_list("base_content_type", "object_id").distinct()
    for kind, key in rows:
        found = ContentType.objects.get_for_id(kind).get_all_objects_for_this_type(pk=key).first()
        if found is not None:
            yield getattr(found, "specific", found)
