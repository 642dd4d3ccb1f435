"""The one field of the second factor."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AppCodeForm(forms.Form):
    """Six digits from an authenticator app; spaces between them are allowed (WCAG 3.3.8)."""

    code = forms.CharField(
        label=_("Code from your app"),
        help_text=_("Six digits. A new code appears every 30 seconds."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}),
        error_messages={"required": _("Enter the six digits that your app shows.")},
    )

    def clean_code(self) -> str:
        """Return the code without the spaces and dashes that people type."""
        return str(self.cleaned_data["code"]).replace(" ", "").replace("-", "")


class AnyCodeForm(AppCodeForm):
    """A code from the app, or a recovery code."""

    code = forms.CharField(
        label=_("Code from your app, or a recovery code"),
        help_text=_("An app code has six digits. A recovery code has twelve letters and digits."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "spellcheck": "false"}),
        error_messages={"required": _("Enter a code from your app, or a recovery code.")},
    )
