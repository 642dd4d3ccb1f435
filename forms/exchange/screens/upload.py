"""What the upload screen asks."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from core.models import User
from library.models import CustomDocument

#: A form document may be as large as any document.
MAX_FILE = 50 * 1024 * 1024
#: Forms stand high up in the site; deeper pages are offered nowhere.
DEEPEST = 3


class UploadForm(forms.Form):
    """A file and a place. ``document`` is a document of the library to draft from, instead of a file."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        required=False,
        help_text=gettext_lazy(
            "A definition from XGov, DEFRA, GOV.UK Forms or Waymark (.json, .yaml), or a form in Word (.docx) or PDF."
        ),
    )
    parent = forms.ModelChoiceField(
        label=gettext_lazy("Place it below"), queryset=Page.objects.none(), empty_label=None
    )

    def __init__(self, user: User, document: CustomDocument | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.document = document
        parent = self.fields["parent"]
        if isinstance(parent, forms.ModelChoiceField):
            parent.queryset = places_for(user)
            parent.widget.attrs["class"] = "w-w-full"
        if document:
            del self.fields["file"]

    def clean_file(self) -> Any:
        """Refuse no file and one that is too large."""
        file = self.cleaned_data["file"]
        if not file:
            raise forms.ValidationError(_("Choose a file."))
        if file.size > MAX_FILE:
            raise forms.ValidationError(_("The file is larger than 50 MB."))
        return file


def places_for(user: User) -> Any:
    """Return the pages below which a person may add a form."""
    allowed = PagePermissionPolicy().instances_user_has_permission_for(user, "add")
    return allowed.filter(depth__gt=1, depth__lte=DEEPEST).order_by("path")
