"""Connections in the admin, for those who may change them: Wagtail's screens, and one of our own for trying."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.viewsets.model import ModelViewSet

from core.services import member_of_staff, record_event, try_again
from forms.connections.panel import CHANGE
from forms.connections.trial import health_of, try_once, version_to_try
from forms.delivery.receivers import refused_by, try_now, waiting_for
from forms.delivery.registry import connectors_to_choose
from forms.inbox.access import permitted
from forms.kept import KeepUsed
from forms.models import Connection

SHOWN = 50
FIELDS = ["key", "name", "connector", "options", "mapping", "secret", "enabled", "replaced_by"]


class ConnectionForm(WagtailAdminModelForm):
    """Offers the connectors that are installed."""

    class Meta:
        model = Connection
        fields = FIELDS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(connector.slug, connector.name) for connector in connectors_to_choose()]
        self.fields["connector"] = forms.ChoiceField(
            label=Connection._meta.get_field("connector").verbose_name, choices=choices
        )
        if self.instance.pk:
            self.fields["key"].disabled = True  # forms and deliveries name it

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 - Django's signature
        """Store it; what waits is tried at once, since the change may be what it waited for."""
        connection = super().save(commit)
        if commit:
            try_now(connection)
        return connection


class DeleteConnection(KeepUsed):
    """Requests that wait for it, or that it refused, would go nowhere and be seen by nobody."""

    def is_used(self) -> bool:
        """Return whether there are some."""
        return waiting_for(self.object).exists() or refused_by(self.object).exists()


class ConnectionViewSet(ModelViewSet):
    """Each row leads to its state: health, what waits, what was refused."""

    model = Connection
    icon = "link-external"
    menu_label = gettext_lazy("Connections")
    menu_name = "connections"
    add_to_settings_menu = True
    form_fields = FIELDS
    list_display = ["name", "key", "connector", "enabled", "last_success_at", "last_failure_at", "last_code"]
    inspect_view_enabled = False
    delete_view_class = DeleteConnection

    def get_form_class(self, for_update: bool = False) -> type[ConnectionForm]:  # noqa: ARG002, FBT001, FBT002 - Wagtail's signature
        """Return the form, the same for a new and a stored connection."""
        return ConnectionForm

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the state of a connection and what can be done there."""
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/state/", state, name="state"),
            path("<int:pk>/try/", attempt, name="try"),
            path("<int:pk>/again/", again, name="again"),
        ]


@permitted(CHANGE)
def state(request: HttpRequest, pk: int) -> HttpResponse:
    """Show whether it answers, what waits and what was refused: references and codes, no answers."""
    connection = get_object_or_404(Connection, pk=pk)
    waiting, dead = waiting_for(connection).select_related("submission"), _dead(connection)
    context = {
        "connection": connection,
        "version": version_to_try(connection),
        "health": health_of(connection) if "ask" in request.GET else None,
        "asked": "ask" in request.GET,
        "waiting": waiting.order_by("created_at")[:SHOWN],
        "waiting_count": waiting.count(),
        "dead": dead[:SHOWN],
        "dead_count": dead.count(),
    }
    return render(request, "forms/admin/connections/state.html", context)


@require_POST
@permitted(CHANGE)
def attempt(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand over a made-up request."""
    connection = get_object_or_404(Connection, pk=pk)
    version = version_to_try(connection)
    if version is None:
        messages.error(request, _("No published form uses this connection. Add it to a form first, then try again."))
        return _back(connection)
    code = try_once(connection, version)
    record_event(verb="connection.try", obj=connection, actor=member_of_staff(request), outcome=code or "ok")
    if code:
        messages.error(request, _("It did not take the request. It said: %(code)s.") % {"code": code})
    else:
        messages.success(request, _("It took a request marked as a test."))
    return _back(connection)


@require_POST
@permitted(CHANGE)
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Send refused requests again, and those that wait at once."""
    connection = get_object_or_404(Connection, pk=pk)
    rows = [*_dead(connection), *waiting_for(connection)]
    count = sum(try_again(row) for row in rows)
    record_event(verb="connection.again", obj=connection, actor=member_of_staff(request))
    messages.success(request, _("Requests that we send again now: %(count)d.") % {"count": count})
    return _back(connection)


def _dead(connection: Connection) -> Any:
    return refused_by(connection).select_related("submission").order_by("-dead_at")


def _back(connection: Connection) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("connections:state", args=[connection.pk]))


viewset = ConnectionViewSet("connections")
