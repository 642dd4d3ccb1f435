"""Count what residents load. Knows the document and the day, and nothing of who it was."""

import logging
from collections.abc import Collection
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import F, Sum
from django.http import HttpRequest
from django.utils import timezone

from accessibility.models import DocumentDownloads
from core.services import code_of
from library.models import CustomDocument

logger = logging.getLogger(__name__)

#: What "downloads" means on the screens: of so many days up to today.
WINDOW = timedelta(days=30)
#: Older counts are of no use to anybody.
KEPT = timedelta(days=400)


def count_download(instance: CustomDocument, request: HttpRequest | None = None, **_signal: Any) -> None:
    """Count one download. Staff do not count, and a database that is busy never keeps a file from a resident."""
    if request is None or request.method != "GET" or settings.SESSION_COOKIE_NAME in request.COOKIES:
        return
    try:
        with transaction.atomic():
            today: dict[str, Any] = {"document": instance, "day": timezone.localdate()}
            if not DocumentDownloads.objects.filter(**today).update(count=F("count") + 1):
                row, _created = DocumentDownloads.objects.get_or_create(**today)
                DocumentDownloads.objects.filter(pk=row.pk).update(count=F("count") + 1)
    except DatabaseError as error:
        logger.warning("A download of document %s was not counted: %s", instance.pk, code_of(error))


def downloads_of(documents: Collection[int] | None = None) -> dict[int, int]:
    """Return document key -> downloads within WINDOW; all documents when none are named. One query."""
    rows = DocumentDownloads.objects.filter(day__gt=timezone.localdate() - WINDOW)
    if documents is not None:
        rows = rows.filter(document__in=documents)
    return dict(rows.values_list("document").annotate(total=Sum("count")))


def forget_old_counts() -> int:
    """Delete the counts of days that are too long ago, and return how many."""
    return DocumentDownloads.objects.filter(day__lt=timezone.localdate() - KEPT).delete()[0]
