"""What staff fill in to answer a person who asks for their data, or for its erasure."""

from django import forms
from django.utils.translation import gettext_lazy as _

CHECKS = [
    ("code", _("They typed the code that we sent to this contact, on “My requests”")),
    ("documents", _("I saw documents that show who they are")),
]


class PersonForm(forms.Form):
    """The contact that finds the requests, and how we know that they are this person's."""

    contact = forms.CharField(label=_("Email address or phone number"), max_length=254)
    checked = forms.ChoiceField(label=_("How do you know who asks?"), choices=CHECKS, widget=forms.RadioSelect)
    sure = forms.BooleanField(
        label=_("I know that this cannot be taken back"),
        help_text=_("For erasing only. Requests that we still deal with are not erased."),
        required=False,
    )
