"""On the dashboard of those who look after connections: one that has kept requests waiting, or refused some."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from core.services import stuck
from forms.inbox.trouble import dead_deliveries
from forms.models import Connection, Delivery

CHANGE = "onlineforms.change_connection"


def troubled() -> list[Connection]:
    """Return connections with a request that has waited for too long or was refused, by name."""
    keys = set(stuck(Delivery).values_list("connector", flat=True).distinct())
    keys |= set(dead_deliveries().values_list("connector", flat=True))
    return list(Connection.objects.filter(key__in=keys))


class ConnectionsPanel(Component):
    """Nothing is shown while all is well."""

    name = "connections"
    template_name = "forms/admin/connections/panel.html"
    order = 65

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return the connections in trouble; none for people who cannot do anything about them."""
        if not parent_context["request"].user.has_perm(CHANGE):
            return {"connections": []}
        return {"connections": troubled()}


def add_connections(_request: HttpRequest, panels: list[Component]) -> None:
    """Put it beside the other panels."""
    panels.append(ConnectionsPanel())
