"""Payment accounts in the admin, for those who may change them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.viewsets.model import ModelViewSet

from forms.kept import KeepUsed
from forms.models import PaymentAccount
from forms.payments.registry import providers

FIELDS = ["key", "name", "provider", "options", "secret", "notice_secret", "enabled"]


class AccountForm(WagtailAdminModelForm):
    """Offers the providers that are installed."""

    class Meta:
        model = PaymentAccount
        fields = FIELDS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(provider.slug, provider.name) for provider in providers()]
        label = PaymentAccount._meta.get_field("provider").verbose_name
        self.fields["provider"] = forms.ChoiceField(label=label, choices=choices)
        if self.instance.pk:
            self.fields["key"].disabled = True  # forms name it


class AccountViewSet(ModelViewSet):
    """Accounts stand beside connections in the settings."""

    model = PaymentAccount
    icon = "tag"
    menu_label = _("Payment accounts")
    menu_name = "payment-accounts"
    add_to_settings_menu = True
    form_fields = FIELDS
    list_display = ["name", "key", "provider", "enabled"]
    inspect_view_enabled = False
    delete_view_class = KeepUsed

    def get_form_class(self, for_update: bool = False) -> type[AccountForm]:  # noqa: ARG002, FBT001, FBT002 - Wagtail's signature
        """Return the form, the same for a new and a stored account."""
        return AccountForm


viewset = AccountViewSet("payment_accounts")
