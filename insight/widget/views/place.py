"""Pages for people on the spot: one behind a QR code, with a comment, and one for a kiosk, one press and done."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from insight.models import Place
from insight.models.event import Standing
from insight.questions import VISIT_END
from insight.recording.ratings import Circumstances, record_rating
from insight.types import Rating, Subject
from insight.widget import answer as answers
from insight.widget import tokens
from insight.widget.bucket import standing_of
from insight.widget.follow import follow_up
from insight.widget.responses import not_stored, public_form, show

#: One kiosk serves everybody from one address: only a press that trembles is a repeat.
KIOSK_REPEAT_SECONDS, KIOSK_DAILY_LIMIT = 3, 2_000


@public_form
def place(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask how the visit was, behind a QR code; the comment comes along."""
    found = get_object_or_404(Place, slug=slug)
    if request.method != "POST":
        return _draw(request, found, "place.jinja")
    answer = answers.read(request, "csat5")
    if answer.value is None:
        fault = _("Choose how satisfied you are with your visit.")
        return _draw(request, found, "place.jinja", status=422, comment=answer.comment, fault=fault)
    rating = _store(request, answer, found, "qr")
    return follow_up(request, answer, rating) if rating.id else not_stored(request, answer.comment)


@public_form
def kiosk(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask with five buttons on a screen that stands in a building; after the press it thanks and asks the next."""
    found = get_object_or_404(Place, slug=slug)
    if request.method != "POST":
        return _draw(request, found, "kiosk.jinja")
    answer = answers.read(request, "csat5")
    if answer.value is None:
        return _draw(
            request, found, "kiosk.jinja", status=422, fault=_("Choose how satisfied you are with your visit.")
        )
    if not _store(request, answer, found, "kiosk").id:
        return not_stored(request, "")
    return _draw(request, found, "kiosk.jinja", thanked=True)


def _draw(request: HttpRequest, found: Place, template: str, status: int = 200, **context: object) -> HttpResponse:
    proof = tokens.render_proof(f"place:{found.slug}", None)
    return show(request, template, status=status, place=found, proof=proof, **context)


def _store(request: HttpRequest, answer: answers.Answer, found: Place, channel: str) -> Rating:
    subject = Subject("service", found.service, found.service)
    proof = tokens.read_render_proof(request.POST.get("proof", ""))
    standing = answer.standing(proven=proof is not None and proof["p"] == f"place:{found.slug}")
    value = answer.value or 0
    if standing == Standing.COUNTED:
        limits = {"repeat": KIOSK_REPEAT_SECONDS, "limit": KIOSK_DAILY_LIMIT} if channel == "kiosk" else {}
        standing = standing_of(request, f"place:{found.slug}:{channel}", value, **limits)
    return record_rating(
        value=value,
        scale="csat5",
        subject=subject,
        question_id=VISIT_END.id,
        locale=answer.locale,
        channel=channel,
        circumstances=Circumstances(standing, source="/insight/place", campaign=found.campaign or ""),
    )
