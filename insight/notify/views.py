"""``/feedback/tell-me/``: keep an address that its owner confirms until there is news about a page."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.services import client_address, take_token
from insight.directory import page_facts
from insight.models import PanelGroup, Subscription
from insight.notify import asking
from insight.notify.asking import ask, waiting_for
from insight.privacy import tidy
from insight.widget import tokens
from insight.widget.answer import HONEYPOT
from insight.widget.responses import go, public_form, show

#: From one place, whoever is written to; and to one address, whoever asks.
MOST_AN_HOUR, MOST_A_DAY = 10, 3


@public_form
def tell_me(request: HttpRequest) -> HttpResponse:
    """Keep the address and mail the link that confirms it. Robots and floods get the usual answer."""
    if request.method != "POST":
        return go("feedback")
    key, address = page_facts(request.POST.get("page", "")).key, tidy(request.POST.get("email", ""))
    proof = tokens.read_render_proof(request.POST.get("proof", ""))
    try:
        validate_email(address)
    except ValidationError:
        fault = _("Enter an email address like name@example.com.")
        return draw(request, key, email=address[:254], fault=fault)
    known = proof is not None and proof["p"] == key and not request.POST.get(HONEYPOT, "")
    if known and _may_ask(request, address):
        row = Subscription(page=key, locale=get_language() or "en")
        row.keep(address)
        ask(row)
    return show(request, "told.jinja", page_key=key)


@public_form
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for one press, so that a mail program that opens links confirms nothing. A link works once."""
    if request.method != "POST" and waiting_for(token):
        return show(request, "tell_confirm.jinja")
    if request.method == "POST" and asking.confirm(token):
        return show(request, "tell_confirmed.jinja")
    return show(request, "tell_used.jinja", status=410)


def _may_ask(request: HttpRequest, address: str) -> bool:
    """Return whether a message may go: nobody floods us, and nobody has us flood somebody else."""
    return take_token("insight.tell-me", client_address(request), limit=MOST_AN_HOUR, seconds=3_600) and take_token(
        "insight.tell-me.to", address.casefold(), limit=MOST_A_DAY, seconds=86_400
    )


def draw(request: HttpRequest, key: str, *, email: str = "", fault: str = "") -> HttpResponse:
    """Draw the thanks page, which holds the form."""
    proof = tokens.render_proof(key, None)
    status = 422 if fault else 200
    return show(request, "thanks.jinja", status=status, page_key=key, proof=proof, email=email, fault=fault,
                asks_about_you=PanelGroup.objects.exists())  # fmt: skip
