"""On the dashboard of those who look after the site: messages to residents and staff that do not leave."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Min
from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from core.models import OutgoingMessage
from core.outbox.stuck import stuck

VIEW = "core.view_outgoingmessage"


class MessagesPanel(Component):
    """Nothing is shown while all is well. It names nobody and no words: a count, a time and a code."""

    name = "waiting_messages"
    template_name = "core/admin/waiting_messages.html"
    order = 66

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return how many wait, since when, and what the newest try came to; none for people who cannot do anything."""
        if not parent_context["request"].user.has_perm(VIEW):
            return {"count": 0}
        rows = stuck(OutgoingMessage)
        found = rows.aggregate(count=Count("pk"), since=Min("created_at"))
        last = rows.order_by("-due_at").values_list("last_error", flat=True).first() if found["count"] else ""
        return {**found, "code": last}


def add_messages(_request: HttpRequest, panels: list[Component]) -> None:
    """Put it beside the other panels."""
    panels.append(MessagesPanel())
