"""``/feedback/panel/``: joining, confirming, leaving, answering and the results. No account, no cookie."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from core.services import client_address, take_token
from insight.models import PanelInvitation, PanelMember, PanelSurvey
from insight.panel import joining, links
from insight.panel.city import choices
from insight.panel.dimensions import Dimension
from insight.widget.answer import HONEYPOT
from insight.widget.responses import public_form, show

MOST_AN_HOUR = 10


@public_form
def join(request: HttpRequest) -> HttpResponse:
    """Show the form; keep what was sent until the address is confirmed."""
    if request.method != "POST":
        return _form(request, joining.Joining())
    found = joining.read(request.POST)
    if found.faults:
        return _form(request, found, status=422)
    robot = bool(request.POST.get(HONEYPOT, ""))
    if not robot and take_token("insight.panel", client_address(request), limit=MOST_AN_HOUR, seconds=3600):
        joining.keep(found, get_language() or "en")
    return show(request, "panel/asked.jinja")


@public_form
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for one press, so that a mail program that opens links confirms nothing."""
    member = _member("confirm", token)
    if request.method != "POST":
        return show(request, "panel/confirm.jinja")
    now = timezone.now()
    PanelMember.objects.filter(pk=member.pk, confirmed_at=None).update(confirmed_at=now, seen_at=now)
    return show(request, "panel/welcome.jinja", leave=links.sign("leave", member.pk))


@public_form
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for one press, then delete the member with everything that hangs on it. A second press says the same."""
    key = links.read("leave", token)
    if key is None:
        raise Http404
    if request.method != "POST":
        return show(request, "panel/leave.jinja")
    PanelMember.objects.filter(pk=key).delete()
    return show(request, "panel/left.jinja")


@public_form
def survey(request: HttpRequest, token: str) -> HttpResponse:
    """Show the survey to the member who was invited; keep the answers."""
    row = get_object_or_404(PanelInvitation.objects.select_related("survey__form"), pk=links.read("survey", token))
    asked = list(row.survey.questions.all())
    if row.survey.published_on or row.survey.closes_on < timezone.localdate():
        return show(request, "panel/closed.jinja")
    if request.method != "POST":
        return show(request, "panel/survey.jinja", survey=row.survey, questions=asked, given={})
    given = {str(question.pk): request.POST.get(f"q{question.pk}", "") for question in asked}
    answers = {str(q.pk): given[str(q.pk)] for q in asked if given[str(q.pk)] in q.choices}
    if not answers:
        fault = _("Answer at least one question.")
        return show(request, "panel/survey.jinja", 422, survey=row.survey, questions=asked, given={}, fault=fault)
    row.answer(answers)
    PanelMember.objects.filter(pk=row.member_id).update(seen_at=timezone.now())
    return show(request, "panel/answered.jinja")


@cache_control(public=True, max_age=600)
def published(request: HttpRequest) -> HttpResponse:
    """Show what the panel and the yearly surveys said, and what came of it."""
    surveys = PanelSurvey.objects.exclude(published_on=None).order_by("-published_on")
    names = dict(Dimension.choices)
    return show(request, "panel/results.jinja", surveys=surveys, dimensions=names)


def _member(purpose: str, token: str) -> PanelMember:
    return get_object_or_404(PanelMember, pk=links.read(purpose, token))


def _form(request: HttpRequest, found: joining.Joining, status: int = 200) -> HttpResponse:
    names = dict(Dimension.choices)
    groups = [(dimension, names[dimension], options) for dimension, options in choices().items()]
    return show(request, "panel/join.jinja", status, joining=found, groups=groups)
