"""The rows of other languages in the form of a newsletter."""

from typing import Any

from wagtail.admin.panels import InlinePanel


class LanguagesPanel(InlinePanel):
    """Wagtail's, whose button needs scripts; without them a link leads to ``updates.desk.adding``."""

    class BoundPanel(InlinePanel.BoundPanel):
        """Drawn for one newsletter."""

        template_name = "updates/admin/languages_panel.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """Add whether the newsletter is stored: to what is not, no language can be added elsewhere."""
            values: dict[str, Any] = super().get_context_data(parent_context)
            return {**values, "stored": not self.instance._state.adding}
