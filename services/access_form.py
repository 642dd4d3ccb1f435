"""Tick boxes for what a place offers to disabled people."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from services.words.access import ACCESS


class AccessForm(WagtailAdminPageForm):
    """The editor's form of a page type that has ``access``."""

    access = forms.MultipleChoiceField(
        label=_("What disabled people find"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=list(ACCESS.items()),
    )
