"""Where the demo's forms take money to: the demonstration provider, which moves none."""

from core.services import DemoContext
from forms.models import PaymentAccount

ACCOUNTS = {"bulky-waste": "Bulky waste", "park-and-ride": "Park and ride permits"}


def load_accounts(_context: DemoContext) -> None:
    """Make each account once."""
    for key, name in ACCOUNTS.items():
        PaymentAccount.objects.get_or_create(key=key, defaults={"name": name, "provider": "demonstration"})
