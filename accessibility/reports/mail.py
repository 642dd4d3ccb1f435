"""Tell owners once a week which of their pages shut people out."""

from collections import defaultdict

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accessibility.reports.site import PageRow, State, page_rows
from core.services import queue_message

TO_MEND = {State.FAULTS, State.BLOCKED}
#: Pages that a mail names; the dashboard has all.
MOST = 20


def mail_owners() -> int:
    """Queue one mail an owner who has something to mend, once a week; return how many owners were told."""
    pages: dict[str, list[PageRow]] = defaultdict(list)
    for row in page_rows():
        if row.state in TO_MEND and row.keeper.email:
            pages[row.keeper.email].append(row)
    week = timezone.localdate().isocalendar()
    for address, rows in sorted(pages.items()):
        queue_message(
            channel="mail",
            to=address,
            subject=subject(len(rows)),
            body=body(rows),
            idempotency_key=f"accessibility-week:{week.year}-{week.week}:{address}"[:200],
        )
    return len(pages)


def subject(count: int) -> str:
    """Return the subject; it names no page and no person."""
    words = ngettext("Accessibility: %(count)s page to mend", "Accessibility: %(count)s pages to mend", count)
    return words % {"count": count}


def body(rows: list[PageRow]) -> str:
    """Return the list, worst first, and where the rest stands."""
    base = settings.WAGTAILADMIN_BASE_URL
    lines = [
        f"{row.page.title} ({row.state.label}): {base}{reverse('accessibility_report_page', args=[row.page.pk])}"
        for row in rows[:MOST]
    ]
    opening = _("These pages of yours shut people out, or cannot go live before they are mended:")
    closing = _("All your pages: %(address)s") % {"address": f"{base}{reverse('accessibility_report')}?mine=1"}
    return "\n\n".join([opening, "\n".join(lines), closing])
