"""What the views of this room have in common."""

from django.http import HttpRequest, HttpResponseRedirect
from django.utils.translation import gettext as _

from updates.models import Subscriber

#: A box that people do not see and robots fill in.
TRAP = "homepage"


class SeeOther(HttpResponseRedirect):
    """303: the browser asks for the next page with GET, and going back repeats nothing."""

    status_code = 303


def go(address: str) -> SeeOther:
    """Lead to an address of this site."""
    return SeeOther(address)


def trap_taken(request: HttpRequest) -> bool:
    """Return whether a robot filled the form in."""
    return bool(request.POST.get(TRAP, ""))


def how_to_write(channel: str) -> str:
    """Return how an address of a channel is written."""
    if channel == Subscriber.Channel.SMS:
        return _("Enter a mobile number, like 07700 900 982 or +44 7700 900 982.")
    return _("Enter an email address like name@example.com.")
