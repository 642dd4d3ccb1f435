"""Where the boards stand in the admin: one menu, of which each person sees their own."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.permission_policies.pages import PagePermissionPolicy

from core.models import User
from insight.dashboards import access, views

Allowed = Callable[[Any], bool]


def _all(user: User) -> bool:
    return user.has_perm(access.ALL)


def _cabinet(user: User) -> bool:
    return user.has_perm(views.CABINET)


def _edits(user: User) -> bool:
    return _all(user) or bool(PagePermissionPolicy().user_has_permission(user, "change"))


class BoardItem(MenuItem):
    """Shown to whoever may open the board."""

    def __init__(self, label: Any, name: str, allowed: Allowed, icon: str) -> None:
        super().__init__(label, reverse(name), name=name, icon_name=icon)
        self._allowed = allowed

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the user may."""
        return self._allowed(request.user)


def urls() -> list[URLPattern]:
    """Return the boards' addresses."""
    return [
        path("insight/services/", views.ServicesView.as_view(), name="insight_services"),
        path("insight/services/<slug:slug>/", views.ServiceView.as_view(), name="insight_service"),
        path("insight/forms/", views.FormsView.as_view(), name="insight_forms"),
        path("insight/forms/<slug:slug>/<int:number>/", views.FormView.as_view(), name="insight_form"),
        path("insight/my-pages/", views.PagesView.as_view(), name="insight_my_pages"),
        path("insight/channels/", views.ChannelsView.as_view(), name="insight_channels"),
        path("insight/voices/", views.VoicesView.as_view(), name="insight_voices"),
        path("insight/searches/", views.SearchesView.as_view(), name="insight_searches"),
        path("insight/targets/", views.CabinetView.as_view(), name="insight_cabinet"),
    ]


def menu_item() -> MenuItem:
    """Return the menu with all boards."""
    items = [
        BoardItem(_("My services"), "insight_services", _edits, "folder-open-inverse"),
        BoardItem(_("My pages"), "insight_my_pages", _edits, "doc-empty-inverse"),
        BoardItem(_("Forms"), "insight_forms", _all, "form"),
        BoardItem(_("Channels"), "insight_channels", _all, "mail"),
        BoardItem(_("Who we hear"), "insight_voices", _all, "group"),
        BoardItem(_("Searches"), "insight_searches", _all, "search"),
        BoardItem(_("Targets and evidence"), "insight_cabinet", _cabinet, "success"),
    ]
    return SubmenuMenuItem(_("Insight"), Menu(items=items), name="insight", icon_name="history", order=850)
