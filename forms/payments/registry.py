"""Which providers there are, and how to reach the one of an account."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from jsonschema import Draft202012Validator

from forms.models import PaymentAccount
from forms.payments.base import Account, Provider, ProviderDownError

_providers: dict[str, Provider] = {}


def register_provider(provider: Provider) -> None:
    """Offer a provider under its slug; a second one of that slug is a ValueError."""
    if provider.slug in _providers:
        raise ValueError(f"A payment provider named {provider.slug!r} exists already.")
    _providers[provider.slug] = provider


def providers() -> Iterator[Provider]:
    """Yield all providers in the order of registration."""
    yield from _providers.values()


def reach(row: PaymentAccount) -> tuple[Provider, Account]:
    """Return the provider of an account, and the account as it knows it. ProviderDownError where one is missing."""
    provider = _providers.get(row.provider)
    names = (row.secret, row.notice_secret)
    secret, notice_secret = (settings.WAYMARK_CONNECTOR_SECRETS.get(name, "") for name in names)
    if provider is None or (row.secret and not secret):
        raise ProviderDownError("no-provider" if provider is None else "no-secret")
    return provider, Account(row.key, row.options, secret, notice_secret)


def account_faults(slug: str, options: Any) -> list[str]:
    """Return what is wrong with the options of an account; empty when the provider can use them."""
    provider = _providers.get(slug)
    if provider is None:
        return [_("There is no payment provider named “%(slug)s”.") % {"slug": slug}]
    faults = Draft202012Validator(provider.options_schema).iter_errors(options)
    known = ", ".join(provider.options_schema.get("properties", {}))
    words = _("This option is not right: %(name)s. The provider knows: %(known)s.")
    return [words % {"name": ".".join(map(str, fault.path)) or fault.validator, "known": known} for fault in faults]
