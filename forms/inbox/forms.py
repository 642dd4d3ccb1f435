"""What staff fill in to move a request on."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

from forms.models.submission import Status


class StatusForm(forms.Form):
    """The new state and words for the resident."""

    status = forms.ChoiceField(label=_("Where it stands"), choices=Status.choices)
    public_text = forms.CharField(
        label=_("Words for the resident"),
        help_text=_("They read this on their request's page. Write as you would say it. Name nobody."),
        max_length=500,
        required=False,
        widget=AdminAutoHeightTextInput(attrs={"rows": 2}),
    )
