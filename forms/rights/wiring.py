"""What the insight room holds about persons joins each copy and each erasure; it lies below and cannot ask for that."""

from django.utils.translation import gettext_lazy as _

from forms.rights.registry import PersonHolding, register_person_holding
from insight.services import forget_news, leave_panel, news_of, panel_of


def connect() -> None:
    """Register the Residents' Panel and the addresses that asked for news of a page."""
    ended = _("The membership of the Residents' Panel is ended and forgotten.")
    register_person_holding(PersonHolding("panel", panel_of, leave_panel, ended))
    no_news = _("Nobody waits for news of a page under this contact any more.")
    register_person_holding(PersonHolding("page-news", news_of, forget_news, no_news))
