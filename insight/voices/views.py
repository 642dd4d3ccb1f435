"""``/feedback/about-you/``: who likes tells which groups they belong to. Apart from all answers, and counted only."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from core.services import client_address, take_token
from insight.panel.city import choices
from insight.panel.dimensions import Dimension
from insight.voices.counting import count_about_you
from insight.widget import tokens
from insight.widget.answer import HONEYPOT
from insight.widget.responses import public_form, show

#: From one address: a library shares one, so there is room; who floods adds nothing any more and is told nothing.
MOST_AN_HOUR = 60
PLACE = "about-you"


@public_form
def about_you(request: HttpRequest) -> HttpResponse:
    """Ask, and count what was chosen. No rating, page or form travels with it."""
    listed = choices()
    if request.method != "POST":
        return _draw(request, listed)
    chosen = {dimension: request.POST.get(dimension, "") for dimension in listed}
    chosen = {dimension: group for dimension, group in chosen.items() if group in listed[dimension]}
    if not chosen:
        return _draw(request, listed, fault=_("Choose an answer to at least one question, or leave this page."))
    proof = tokens.read_render_proof(request.POST.get("proof", ""))
    person = proof is not None and proof["p"] == PLACE and not request.POST.get(HONEYPOT, "")
    if person and take_token("insight.about-you", client_address(request), limit=MOST_AN_HOUR, seconds=3600):
        count_about_you(chosen)
    return show(request, "about_you_done.jinja")


def _draw(request: HttpRequest, listed: dict[str, list[str]], fault: str = "") -> HttpResponse:
    names = dict(Dimension.choices)
    groups = [(dimension, names[dimension], options) for dimension, options in listed.items()]
    proof = tokens.render_proof(PLACE, None)
    return show(request, "about_you.jinja", 422 if fault else 200, groups=groups, fault=fault, proof=proof)
