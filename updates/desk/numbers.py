"""How many people follow what. Counts only; a small one could point at somebody and is not shown."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView

from core.services import member_of_staff
from core.staff_screen import StaffScreen
from updates import refusals
from updates.desk.counts import FEWEST, in_words
from updates.desk.newsletters import SEND
from updates.kinds import label_of
from updates.models import Follow, Newsletter


@dataclass(frozen=True)
class Line:
    """A topic and how many confirmed people follow it, in words."""

    label: str
    count: str


def lines() -> list[Line]:
    """Return every topic that somebody follows, most followed first; small ones are in no order of size."""
    rows = Follow.objects.values_list("kind", "key").annotate(count=Count("pk")).order_by("-count")
    named = [(label_of(kind, key), count) for kind, key, count in rows]
    known = [(label, count) for label, count in named if label]
    big = [Line(label, in_words(count)) for label, count in known if count >= FEWEST]
    return big + [Line(label, in_words(count)) for label, count in sorted(known) if count < FEWEST]


class NumbersView(StaffScreen, TemplateView):
    """A report for those who write newsletters."""

    template_name = "updates/admin/numbers.html"
    page_title = _("People who get updates")
    header_icon = "mail"
    permission = "updates.view_newsletter"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the lines, the newsletters that were sent, and what became of addresses that are refused."""
        found = refusals.due()
        values = {
            "lines": lines(),
            "newsletters": Newsletter.objects.exclude(state=Newsletter.State.DRAFT)[:50],
            "ended": refusals.ended(),
            "held": len(found) if refusals.held(found) else 0,
            "may_decide": self.request.user.has_perm(SEND),
        }
        return super().get_context_data(**values, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """End the subscriptions that were held back, or take their refusals as the server's fault."""
        if not request.user.has_perm(SEND):
            raise PermissionDenied
        staff, wanted = member_of_staff(request), request.POST.get("do", "")
        if wanted == "end":
            count = refusals.end(refusals.due(), staff)
            done = ngettext(
                "Ended: the updates of %(count)d address.", "Ended: the updates of %(count)d addresses.", count
            )
            messages.success(request, done % {"count": count})
        elif wanted == "keep":
            count = refusals.forgive(staff)
            done = ngettext("Kept: %(count)d address.", "Kept: %(count)d addresses.", count)
            messages.success(request, done % {"count": count})
        return HttpResponseRedirect(request.get_full_path())
