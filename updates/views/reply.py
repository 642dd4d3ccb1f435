"""What the views of this room have in common."""

from django.http import HttpRequest, HttpResponseRedirect
from django.utils.translation import gettext as _

from core.services import client_address, take_token
from updates.models import Subscriber

#: Links that one connection to the internet may ask for; residents of a library share one.
MOST_AN_HOUR = 10
#: A box that people do not see and robots fill in.
TRAP = "homepage"


class SeeOther(HttpResponseRedirect):
    """303: the browser asks for the next page with GET, and going back repeats nothing."""

    status_code = 303


def go(address: str) -> SeeOther:
    """Lead to an address of this site."""
    return SeeOther(address)


def may_ask(request: HttpRequest) -> bool:
    """Return whether another link may be sent for whoever is at this connection."""
    return take_token("updates.ask", client_address(request), limit=MOST_AN_HOUR, seconds=3600)


def too_often() -> str:
    """Say that no link was sent, which points at no address, and what to do."""
    return _("No link was sent: too many were asked for from this internet connection. Try again in an hour.")


def trap_taken(request: HttpRequest) -> bool:
    """Return whether a robot filled the form in."""
    return bool(request.POST.get(TRAP, ""))


def how_to_write(channel: str) -> str:
    """Return how an address of a channel is written."""
    if channel == Subscriber.Channel.SMS:
        return _("Enter a mobile number, like 07700 900 982 or +44 7700 900 982.")
    return _("Enter an email address like name@example.com.")
