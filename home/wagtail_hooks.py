"""What the home room adds to Wagtail's admin: the first panel of its dashboard."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.views.generic import RedirectView
from wagtail import hooks
from wagtail.admin.ui.components import Component

from home.desk import steps_for


class DeskPanel(Component):
    """What you can do here."""

    name = "desk"
    template_name = "home/admin/desk.html"
    order = 50

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return the ``steps`` of the person who is signed in."""
        return {"steps": list(steps_for(parent_context["request"].user))}


def add_desk(_request: HttpRequest, panels: list[Component]) -> None:
    """Put it above Wagtail's own panels."""
    panels.append(DeskPanel())


def website_url() -> list[URLPattern]:
    """Lead from the admin to the website."""
    return [path("website/", RedirectView.as_view(url="/"), name="desk_website")]


hooks.register("construct_homepage_panels", add_desk)
hooks.register("register_admin_urls", website_url)
