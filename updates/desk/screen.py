"""The frame of this room's own screens in Wagtail's admin."""

from typing import Any

from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class Screen(WagtailAdminTemplateMixin):
    """A screen that says its name at its head."""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way from home, with the name of this screen at its end."""
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*super().get_breadcrumbs_items(), here]
