"""A monthly letter to each owner: which of your documents residents cannot open."""

from collections import defaultdict
from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accessibility.documents.presentation import label_of
from accessibility.reports.backlog import EXEMPT, BacklogRow, backlog
from core.models import User
from core.services import queue_message
from library.models import CustomDocument

#: A letter names so many documents, worst first; the list in the admin has the rest.
NAMED = 20


def write_letters() -> int:
    """Queue this month's letters and return how many owners have one. The first run of a month writes them.

    What nobody looks after goes to the auditors.
    """
    month = timezone.localdate().strftime("%Y-%m")
    to_mend = [row for row in backlog(CustomDocument.objects.all()) if row.state not in (EXEMPT, "passed")]
    letters = _by_reader(to_mend)
    for reader, rows in letters.items():
        with translation.override(_language_of(reader)):
            queue_message(
                channel="mail",
                to=reader.email,
                subject=_("Documents that residents cannot open"),
                body=_letter(rows),
                idempotency_key=f"documents:{month}:{reader.pk}",
            )
    return len(letters)


def _by_reader(rows: Iterable[BacklogRow]) -> dict[User, list[BacklogRow]]:
    """Return who reads of which documents; rows keep their order."""
    auditors = list(User.objects.filter(groups__name="Auditors", is_active=True).exclude(email=""))
    letters: dict[User, list[BacklogRow]] = defaultdict(list)
    for row in rows:
        owner = row.owner
        for reader in [owner] if owner and owner.is_active and owner.email else auditors:
            letters[reader].append(row)
    return letters


def _language_of(reader: User) -> str:
    """Return the language that a person chose for the admin."""
    profile = getattr(reader, "wagtail_userprofile", None)
    return str(profile.get_preferred_language()) if profile else settings.LANGUAGE_CODE


def _letter(rows: list[BacklogRow]) -> str:
    """Return the text: the number, the worst ones with the way to each report, and the way to all."""
    base = settings.WAGTAILADMIN_BASE_URL
    count = ngettext(
        "Residents cannot open %(count)s document that you look after, because it has not passed its check.",
        "Residents cannot open %(count)s documents that you look after, because they have not passed their check.",
        len(rows),
    ) % {"count": len(rows)}
    named = [
        _("%(title)s: %(verdict)s. %(downloads)s downloads in 30 days.\n%(url)s")
        % {
            "title": row.document.title,
            "verdict": label_of(row.verdict),
            "downloads": row.downloads,
            "url": base + reverse("document_checks:report", args=[row.document.pk]),
        }
        for row in rows[:NAMED]
    ]
    rest = _("All of them:\n%(url)s") % {"url": base + reverse("document_checks:index")}
    return "\n\n".join([count, *named, rest])
