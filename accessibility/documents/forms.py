"""What a person with the permission may decide about one document."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from accessibility.models import DocumentOverride, LawfulExemption
from core.models import Team


class ExemptionForm(forms.ModelForm[LawfulExemption]):
    """The grounds, the reason that residents read, who answers for it, and when it is looked at again."""

    class Meta:
        model = LawfulExemption
        fields = ["kind", "reason", "owner", "review_on"]
        widgets = {"review_on": AdminDateInput, "reason": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["review_on"].initial = timezone.localdate() + timedelta(days=365)
        owner = self.fields["owner"]
        if isinstance(owner, forms.ModelChoiceField):
            owner.queryset = Team.objects.order_by("name")


class OverrideForm(forms.ModelForm[DocumentOverride]):
    """Why a document may go out in spite of its verdict, and until when."""

    class Meta:
        model = DocumentOverride
        fields = ["reason", "until"]
        widgets = {"until": AdminDateInput, "reason": forms.Textarea(attrs={"rows": 4})}
        help_texts = {"until": _("Three months at most. It ends at once when the file is replaced.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"].initial = timezone.localdate() + timedelta(days=30)
