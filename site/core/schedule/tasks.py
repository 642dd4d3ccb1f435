"""Look after django-tasks' rows: a killed worker leaves one running for ever, and a failed one keeps its text."""

from datetime import timedelta

from django.db.models import F
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

#: No task of ours runs for as long as this: tasks are wake-ups and index updates.
LOST_AFTER = timedelta(hours=1)
KEPT = timedelta(hours=24)


def requeue_lost_tasks() -> int:
    """Give tasks of workers that died back to the queue, and return how many."""
    lost = DBTaskResult.objects.running().filter(started_at__lte=timezone.now() - LOST_AFTER)
    count: int = lost.update(status="READY", started_at=None)
    return count


def forget_tracebacks(**_signal: object) -> None:
    """Keep only the class of what tasks raised: a traceback may repeat what a resident typed.

    Runs after each task, so that the text is gone before anybody could copy the database.
    """
    told = DBTaskResult.objects.failed().exclude(traceback=F("exception_class_path"))
    told.update(traceback=F("exception_class_path"))


def forget_finished_tasks() -> int:
    """Delete the rows of tasks that ended a day ago, and return how many."""
    count, _rows = DBTaskResult.objects.finished().filter(finished_at__lte=timezone.now() - KEPT).delete()
    return int(count)
