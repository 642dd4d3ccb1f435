"""What begins and ends by the clock: disruptions, consultations."""

from datetime import timedelta
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from core.services import public
from updates.models import AreaAlert, Notice
from updates.pages import family, public_page

#: Days before the last one on which people are reminded.
REMIND = 3


def watch_disruptions() -> None:
    """Tell about disruptions when they are written down, when kind or end change, and when they are over."""
    now = timezone.now()
    recent = now - timedelta(days=1)
    rows = apps.get_model("services", "ServiceDisruption").objects.filter(locale__language_code="en")
    for row in rows.select_related("page"):
        if row.until is None or row.until > now:
            _tell(row, f"disruption:{row.translation_key}:{row.kind}:{row.until or ''}", "disruption")
        elif row.until > recent and Notice.objects.filter(about=row.translation_key, event="disruption").exists():
            _tell(row, f"over:{row.translation_key}:{row.until}", "over")


def _tell(row: Any, happening: str, event: str) -> None:
    if Notice.objects.filter(happening=happening).exists():
        return
    Notice.tell(
        happening,
        kind="service",
        keys=[*family(row.page), ""],
        event=event,
        about=row.translation_key,
        title=row.title,
    )


def watch_consultations() -> None:
    """Tell when one opens, shortly before its last day, and when its outcome stands there."""
    pages = public(apps.get_model("services", "ConsultationPage").objects.live())
    today = timezone.localdate()
    for page in pages.filter(locale__language_code="en", closes_on__gte=today - timedelta(days=730)):
        event = _event(page, today)
        if event and public_page(page.translation_key):
            about = {"about": page.translation_key, "title": page.title}
            name = f"consultation:{page.translation_key}:{event}"
            Notice.tell(name, kind="consultation", keys=[""], event=event, **about)


def _event(page: Any, today: Any) -> str:
    if page.state == page.State.OUTCOME:
        return "outcome"
    if page.state != page.State.OPEN:
        return ""
    return "closes" if page.closes_on - today <= timedelta(days=REMIND) else "opens"


def watch_areas() -> None:
    """Tell about alerts for areas whose time has come."""
    for row in AreaAlert.objects.filter(told=False, starts__lte=timezone.now()).prefetch_related("areas"):
        with transaction.atomic():
            keys = [str(area.pk) for area in row.areas.all()]
            Notice.tell(f"area:{row.pk}", kind="area", keys=keys, event="area", about=row.pk, title=row.title)
            AreaAlert.objects.filter(pk=row.pk).update(told=True)
