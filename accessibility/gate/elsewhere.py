"""Route 15: a file, a picture or a verdict changes or goes, and no page is saved. The pages that show it are judged."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex

from accessibility.gate.content import stored
from accessibility.gate.receiver import is_guarded
from accessibility.gate.records import record
from accessibility.gate.verdict import evaluate
from library.models import Video
from library.services import document_serving_changed

#: Where those that show a thing wait on it while it is deleted.
USERS = "_accessibility_users"


def connect() -> None:
    """Listen to what pages show, and to what is known of it."""
    listeners: dict[type[models.Model], Callable[..., None]] = {
        get_document_model(): after_thing,
        get_image_model(): after_thing,
        Video: after_thing,
    }
    for sender, listener in listeners.items():
        uid = f"accessibility.gate.{sender._meta.label}"
        post_save.connect(listener, sender=sender, dispatch_uid=uid)
        pre_delete.connect(before_delete, sender=sender, dispatch_uid=uid)
        post_delete.connect(after_delete, sender=sender, dispatch_uid=uid)
    document_serving_changed.connect(after_thing, dispatch_uid="accessibility.gate.serving")


def after_thing(instance: models.Model, **_: Any) -> None:
    """Judge the pages that show a document, a picture or a video."""
    judge_users_of(instance)


def before_delete(instance: models.Model, **_: Any) -> None:
    """Remember who shows it: Wagtail's index forgets that with the row."""
    setattr(instance, USERS, list(users_of(instance)))


def after_delete(instance: models.Model, **_: Any) -> None:
    """Judge the pages that have a hole now."""
    judge(instance.__dict__.pop(USERS, []))


def judge_users_of(thing: models.Model) -> None:
    """Store a new verdict on what is live and shows ``thing``. Nothing is taken down: the report lists it."""
    judge(users_of(thing))


def judge(objects: Iterable[Any]) -> None:
    """Store a new verdict on those of ``objects`` that are live, as the database holds them now."""
    for obj in objects:
        now = stored(obj) if is_guarded(obj) else None
        if now is not None and now.live:
            record(now, evaluate(now), live=True)


def users_of(thing: models.Model) -> Iterator[Any]:
    """Yield the pages and snippets that Wagtail's reference index names; it follows a save within seconds."""
    rows = ReferenceIndex.get_references_to(thing).values_list("base_content_type", "object_id").distinct()
    for kind, key in rows:
        found = ContentType.objects.get_for_id(kind).get_all_objects_for_this_type(pk=key).first()
        if found is not None:
            yield getattr(found, "specific", found)
