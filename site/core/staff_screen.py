"""The frame of our own screens in Wagtail's admin: who may open one, its name at its head, and the way back.

Import it from here: ``core.services`` is read while models are made, and Wagtail's views need them to be there.
"""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class StaffScreen(WagtailAdminTemplateMixin):
    """For who holds ``permission``. What a screen is about is found in ``setup``, before anybody is let in."""

    permission = ""
    request: HttpRequest

    def allowed(self) -> bool:
        """Return whether the user may open it."""
        return bool(self.request.user.has_perm(self.permission))

    def above(self) -> Sequence[dict[str, Any]]:
        """Return the screens between home and this one, each with ``url`` and ``label``."""
        return ()

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in who may."""
        if not self.allowed():
            raise PermissionDenied
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here, with the name of this screen at its end."""
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*super().get_breadcrumbs_items(), *self.above(), here]
