"""What payments add to the registries."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from core.services import register_job, register_outbox
from forms.compiler import register_supplier
from forms.models import PaymentAccount, PaymentAction
from forms.payments.actions import act
from forms.payments.contrib.civica_pay import CivicaPay
from forms.payments.contrib.fake import Fake
from forms.payments.contrib.govuk_pay import GovukPay
from forms.payments.holding import HOLDING
from forms.payments.income import drop_income_files
from forms.payments.registry import register_provider
from forms.payments.sweep import reconcile
from forms.rights.registry import register_holding

PROVIDERS = (GovukPay, CivicaPay, Fake)


def connect() -> None:
    """Fill the registries; ``FormsConfig.ready`` calls it once."""
    for provider in PROVIDERS:
        register_provider(provider())
    register_supplier("payment", _look)
    register_holding(HOLDING)
    register_outbox(PaymentAction, act)
    register_job("forms.payments", timedelta(minutes=1), reconcile)
    register_job("forms.income", timedelta(hours=1), drop_income_files)


def _look(question: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return what is wrong when the account of a payment is not there."""
    key = question["limits"].get("account", "")
    if PaymentAccount.objects.filter(key=key, enabled=True).exists():
        return None
    how = _("Make the account under Payment accounts, or use the key of one that is there.")
    return _("There is no payment account “%(key)s” in use.") % {"key": key}, how
