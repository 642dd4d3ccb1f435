"""Exemptions over their time: in force, to be looked at again, ended."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accessibility.models import DocumentOverride, LawfulExemption
from core.models import User
from core.services import queue_message
from library.models import CustomDocument

#: The owner hears of a review so long before it, and once more when the exemption has ended.
NOTICE = timedelta(days=30)


@dataclass(frozen=True)
class Exemption:
    """One exemption in the words of the accessibility statement."""

    title: str
    kind: str
    grounds: str
    reason: str
    team: str
    review_on: date


def current_exemptions() -> list[Exemption]:
    """Return the exemptions that are in force today, by grounds and title. One query."""
    rows = LawfulExemption.objects.in_force().select_related("document", "owner")
    return [
        Exemption(
            title=row.document.title,
            kind=row.kind,
            grounds=row.get_kind_display(),
            reason=row.reason,
            team=row.owner.name,
            review_on=row.review_on,
        )
        for row in rows.order_by("kind", "document__title", "pk")
    ]


def end(decision: LawfulExemption | DocumentOverride, *, by: User | None, reason: str) -> None:
    """End an exemption or an override today; the row stays as the record of it."""
    decision.ended_on, decision.ended_by, decision.end_reason = timezone.localdate(), by, reason
    decision.save(update_fields=["ended_on", "ended_by", "end_reason"])


def end_with_new_content(instance: CustomDocument, **_signal: Any) -> None:
    """End what was granted for an old file: new content is not from before September 2018."""
    for exemption in LawfulExemption.objects.in_force().filter(
        document=instance.pk, kind=LawfulExemption.Kind.PRE_2018
    ):
        end(exemption, by=None, reason=_("The file was replaced."))


def remind_owners() -> int:
    """Write to the owners of exemptions that end within NOTICE or have ended; once each. Returns how many."""
    today = timezone.localdate()
    due = LawfulExemption.objects.filter(ended_on=None, review_on__lte=today + NOTICE, review_on__gt=today - NOTICE)
    rows = list(due.select_related("document", "owner"))
    for row in rows:
        over = row.review_on <= today
        queue_message(
            channel="mail",
            to=row.owner.email,
            subject=_("An exemption has ended") if over else _("An exemption is due for review"),
            body=_letter(row, over=over),
            idempotency_key=f"exemption:{row.pk}:{row.review_on}:{'over' if over else 'soon'}",
        )
    return len(rows)


def _letter(row: LawfulExemption, *, over: bool) -> str:
    """Return what the owner reads."""
    facts = {
        "title": row.document.title,
        "grounds": row.get_kind_display(),
        "reason": row.reason,
        "day": row.review_on.isoformat(),
        "url": settings.WAGTAILADMIN_BASE_URL + reverse("document_checks:exemptions"),
    }
    head = (
        _("The exemption of “%(title)s” ended on %(day)s. Residents cannot open the document now.")
        if over
        else _("The exemption of “%(title)s” ends on %(day)s. After that day residents cannot open the document.")
    )
    rest = _("Grounds: %(grounds)s\nReason: %(reason)s\n\nMend the document, or renew the exemption here:\n%(url)s")
    return f"{head}\n\n{rest}" % facts
