"""A page is deleted: its ratings stay, its name with them, and nobody waits any longer for what cannot come."""

from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page

from insight.directory import forget_page
from insight.models import Alarm, DailyRollup, FormerPage, Subscription


def page_deleted(instance: Page, **_signal: Any) -> None:
    """Keep the name of a page that has answers, set its alarm aside, and delete addresses that asked for news of it.

    A page that still exists in another language is not gone.
    """
    key = str(instance.translation_key)
    forget_page(key)
    if Page.objects.filter(translation_key=instance.translation_key).exclude(pk=instance.pk).exists():
        return
    today = timezone.localdate()
    if DailyRollup.objects.filter(page=key).exists():
        FormerPage.objects.update_or_create(key=key, defaults={"title": instance.title, "deleted_on": today})
    Subscription.objects.filter(page=key).delete()
    for alarm in Alarm.objects.filter(subject=f"page:{key}", state=Alarm.State.OPEN):
        alarm.state = Alarm.State.CLOSED
        alarm.note = _("The page was deleted on %(day)s.") % {"day": date_format(today, "j F Y")}
        alarm.save()


def former(title: str, deleted_on: Any) -> str:
    """Return the name of a page that is gone, as lists show it."""
    return _("%(title)s (deleted on %(day)s)") % {"title": title, "day": date_format(deleted_on, "j F Y")}
