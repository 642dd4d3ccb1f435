"""What staff fill in about a calendar."""

import re
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from forms.models.calendar import Weekday


class ClockList(forms.Field):
    """Times of day as people type them: ``09:00, 11:30``."""

    def to_python(self, value: Any) -> list[time]:
        """Return each time once, in order."""
        parts = [part for part in re.split(r"[\s,;]+", str(value or "")[:500]) if part]
        try:
            return sorted({time.fromisoformat(part.replace(".", ":").zfill(5)) for part in parts})
        except ValueError:
            raise forms.ValidationError(_("Write times like 09:00, 11:30."), code="clock") from None


class ManyTimesForm(forms.Form):
    """Make the same times on many days."""

    first = forms.DateField(label=_("First day"), widget=AdminDateInput)
    last = forms.DateField(label=_("Last day"), widget=AdminDateInput)
    weekdays = forms.TypedMultipleChoiceField(
        label=_("On"), choices=Weekday.choices, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    clocks = ClockList(label=_("Times"), help_text=_("Such as 09:00, 11:30."))
    minutes = forms.IntegerField(label=_("Minutes each"), min_value=5, max_value=1440, initial=60)
    seats = forms.IntegerField(label=_("Places each"), min_value=1, max_value=500, initial=1)

    def clean(self) -> dict[str, Any]:
        """Refuse a last day before the first, and more than two years."""
        data = super().clean() or {}
        first, last = data.get("first"), data.get("last")
        if first and last and not 0 <= (last - first).days <= 731:
            raise forms.ValidationError(_("The last day must be on or after the first, and within two years."))
        return data


class CloseForm(forms.Form):
    """Close one day."""

    day = forms.DateField(label=_("Day"), widget=AdminDateInput)
    reason = forms.CharField(
        label=_("Reason"), max_length=200, required=False, help_text=_("Residents who are booked read it.")
    )
