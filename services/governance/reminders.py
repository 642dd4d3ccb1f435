"""Reminders of review dates: one message a week to each who can act, with all pages in it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from core.models import User
from core.services import InvalidMessageError, queue_message
from services.governance.pages import due_pages

#: How long before the date the first reminder goes out.
AHEAD = timedelta(days=14)


def remind() -> int:
    """Queue this week's reminders; return how many people get one. A second run in the same week sends nothing."""
    today = timezone.localdate()
    year, week, _day = today.isocalendar()
    pages_of: dict[str, list[Any]] = defaultdict(list)
    for page in due_pages(today + AHEAD):
        for address in recipients(page):
            pages_of[address].append(page)
    for address, pages in pages_of.items():
        try:
            queue_message(
                channel="mail",
                to=address,
                subject="Pages that need a review",
                body=body_of(pages),
                idempotency_key=f"review:{year}-{week}:{address}"[:200],
            )
        except InvalidMessageError:
            continue  # an address that nobody can write to; the others go on
    return len(pages_of)


def recipients(page: Any) -> set[str]:
    """Return who can act: the team, its deputy, the owner if still here; else every administrator."""
    team, owner = page.owning_team, page.owner
    found = {team.email, team.deputy_email or ""} if team else set()
    if owner is not None and owner.is_active:
        found.add(owner.email)
    found.discard("")
    return found or set(_administrators())


def body_of(pages: list[Any]) -> str:
    """Return the message as plain text, the page that waits longest first."""
    lines = ["Please read these pages. Are they still true? Then set a new review date in their settings.", ""]
    for page in pages:
        edit = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('wagtailadmin_pages:edit', args=[page.pk])}"
        lines += [page.title, f"Review by {page.review_on:%d %B %Y}", edit, ""]
    return "\n".join(lines)


def _administrators() -> Iterator[str]:
    people = User.objects.filter(is_active=True, is_superuser=True).exclude(email="")
    yield from people.values_list("email", flat=True)
