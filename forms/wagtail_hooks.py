"""What the forms room adds to Wagtail's admin."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from forms.inbox.access import READ


class RequestsMenuItem(MenuItem):
    """The inbox, for those who may read it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether this member of staff reads requests."""
        return request.user.has_perm(READ)


def inbox_urls() -> list[URLPattern | URLResolver]:
    """Put the inbox under the admin, so that its sign-in and second factor hold."""
    return [path("requests/", include("forms.inbox.urls"))]


def inbox_menu_item() -> MenuItem:
    """Link the inbox."""
    return RequestsMenuItem(_("Requests"), reverse("onlineforms_inbox:index"), icon_name="mail", order=250)


def form_permissions() -> "QuerySet[Permission]":
    """Offer our permissions in the group editor."""
    names = ["view_submission", "change_submission", "assist"]
    return Permission.objects.filter(content_type__app_label="onlineforms", codename__in=names)


hooks.register("register_admin_urls", inbox_urls)
hooks.register("register_admin_menu_item", inbox_menu_item)
hooks.register("register_permissions", form_permissions)
