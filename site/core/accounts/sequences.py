"""Key sequences for editors, in their account: each person switches them on for their own browser."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel

#: The letter after G, and where it leads: the same as in core/sequences.js.
SEQUENCES = (
    ("H", _("Home")),
    ("P", _("Pages")),
    ("T", _("Translations")),
    ("R", _("Pages that nobody has looked at for long")),
    ("A", _("Accessibility report")),
    ("Q", _("Requests")),
    ("K", _("These settings")),
)


class NothingToStore(forms.Form):
    """What Wagtail asks a panel for; the browser keeps the choice."""

    def __init__(self, *args: Any, instance: Any = None, **kwargs: Any) -> None:  # noqa: ARG002 - Wagtail gives it
        super().__init__(*args, **kwargs)

    def save(self) -> None:
        """Store nothing."""


class SequencesPanel(BaseSettingsPanel):
    """Says which sequences there are, and switches them on."""

    name = "sequences"
    title = _("Key sequences")
    order = 900
    template_name = "core/admin/sequences.html"
    form_class = NothingToStore

    def get_context_data(self) -> dict[str, Any]:
        """Add the sequences."""
        return {**super().get_context_data(), "sequences": SEQUENCES}
