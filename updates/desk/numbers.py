"""How many people follow what. Counts only; a small one could point at somebody and is not shown."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from updates.desk.screen import Screen
from updates.kinds import label_of
from updates.models import Follow, Newsletter

FEWEST = 5


@dataclass(frozen=True)
class Line:
    """A topic and how many confirmed people follow it, in words."""

    label: str
    count: str


def in_words(count: int) -> str:
    """Return a count, or that it is small."""
    return str(count) if count >= FEWEST else str(_("fewer than 5"))


def lines() -> list[Line]:
    """Return every topic that somebody follows, most followed first; small ones are in no order of size."""
    rows = Follow.objects.values_list("kind", "key").annotate(count=Count("pk")).order_by("-count")
    named = [(label_of(kind, key), count) for kind, key, count in rows]
    known = [(label, count) for label, count in named if label]
    big = [Line(label, in_words(count)) for label, count in known if count >= FEWEST]
    return big + [Line(label, in_words(count)) for label, count in sorted(known) if count < FEWEST]


class NumbersView(PermissionCheckedMixin, Screen, TemplateView):
    """A report for those who write newsletters."""

    template_name = "updates/admin/numbers.html"
    page_title = _("People who get updates")
    header_icon = "mail"
    request: HttpRequest

    def user_has_permission(self, permission: str) -> bool:
        """Ask the right itself."""
        return bool(self.request.user.has_perm(permission))

    permission_required = "updates.view_newsletter"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the lines and the newsletters that were sent."""
        sent = Newsletter.objects.exclude(state=Newsletter.State.DRAFT)[:50]
        return super().get_context_data(lines=lines(), newsletters=sent, **kwargs)
