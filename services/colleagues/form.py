"""One colleague by hand: what is written here is remembered as such, so that no import undoes it unseen."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from services.colleagues.table import COLUMNS
from services.models import Colleague


class ColleagueForm(forms.ModelForm[Colleague]):
    """Add or change a colleague. The staff number stays as it is: it is how an import finds the row again."""

    class Meta:
        model = Colleague
        fields = (*COLUMNS, "left_on")
        widgets: ClassVar[dict[str, Any]] = {
            "deals_with": forms.Textarea(attrs={"rows": 3}),
            "left_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.before = {name: getattr(self.instance, name) for name in self.fields}
        if self.instance.pk:
            del self.fields["reference"]
        days = {"days": settings.WAYMARK_KEEP_LEAVERS_DAYS}
        self.fields["left_on"].help_text = (
            _("Empty while they work here. The row is erased %(days)s days after this day.") % days
        )

    def clean(self) -> dict[str, Any]:
        """Write each text as an import would: without line breaks, and without blanks at its ends."""
        cleaned = super().clean() or {}
        return {name: " ".join(value.split()) if isinstance(value, str) else value for name, value in cleaned.items()}

    def clean_left_on(self) -> date | None:
        """Refuse a day to come: the row would already say that they left."""
        day: date | None = self.cleaned_data["left_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come. Mark them as left on the day or after it."))
        return day

    def save(self, commit: bool = True) -> Colleague:  # noqa: FBT001, FBT002 - Django's contract
        """Store the row, with the names of what was written by hand."""
        row = self.instance
        if row.pk is None:
            row.by_hand = sorted(COLUMNS)
        else:
            written = {name for name in self.fields if getattr(row, name) != self.before[name]}
            row.by_hand = sorted({*row.hand, *written})
        saved: Colleague = super().save(commit)
        return saved
