"""The statement as residents read it: the newest signed words over today's evidence."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from accessibility.models import LawfulExemption, StatementVersion
from accessibility.statement.evidence import Evidence, evidence
from core.services import Link, site_path

PATH = "accessibility-statement/"
TITLE = _("Accessibility statement")
#: Within how many working days a question about accessibility is answered.
ANSWER_DAYS = 10


def statement(request: HttpRequest) -> HttpResponse:
    """Show it. Without a signed version it says so, and without a test it says that nothing is known."""
    version = StatementVersion.objects.select_related("signed_by", "contact_page__locale").first()
    found = evidence()
    return render(
        request,
        "accessibility/statement/page.jinja",
        {
            "version": version,
            "evidence": found,
            "status": status_today(version, found),
            "overdue": bool(version and version.review_on < timezone.localdate()),
            "burdens": [reason for kind, reason in found.exemptions if kind == LawfulExemption.Kind.BURDEN],
            "others": others(found),
            "answer_days": ANSWER_DAYS,
            "dates": dates(version, found),
        },
    )


def status_today(version: StatementVersion | None, found: Evidence) -> str:
    """Return the signed status; "fully" does not outlive the first fault, and unsigned is "unknown"."""
    if version is None:
        return "unknown"
    if version.status == StatementVersion.Status.FULL and not found.clean:
        return StatementVersion.Status.PARTIAL.value
    return version.status


def others(found: Evidence) -> list[tuple[Any, str]]:
    """Return what is out of scope: grounds in the reader's language, and the reason as staff wrote it."""
    kinds = LawfulExemption.Kind
    return [(kinds(kind).label, reason) for kind, reason in found.exemptions if kind != kinds.BURDEN]


def dates(version: StatementVersion | None, found: Evidence) -> dict[str, str]:
    """Return the days that the statement names, as the reader's language writes them."""
    days: dict[str, Any] = {"tested": found.tested_at}
    if version:
        first = StatementVersion.objects.get(number=1)
        days |= {"first": first.signed_at, "last": version.signed_at, "review": version.review_on}
    return {name: date_format(day) for name, day in days.items() if day}


def footer_link() -> Link:
    """Return the link that stands on every page."""
    return Link(TITLE, site_path(PATH))
