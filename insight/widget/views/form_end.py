"""``/feedback/form/``: the five-point question that stands on a form's confirmation page."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from insight.models.event import Standing
from insight.recording.ratings import Circumstances, record_rating
from insight.types import UNKNOWN_PAGE, Rating, Subject
from insight.voices.counting import count_answer, groups_of
from insight.widget import answer as answers
from insight.widget import tokens
from insight.widget.follow import follow_up
from insight.widget.responses import go, not_stored, public_form, show


@public_form
def form_end(request: HttpRequest) -> HttpResponse:
    """Store the rating and its comment; without a rating ask again and keep the comment."""
    if request.method != "POST":
        return go("feedback")
    answer = answers.read(request, "csat5")
    proof = request.POST.get("proof", "")
    if answer.value is None:
        fault = _("Choose how satisfied you are with this service.")
        return show(request, "form_end_page.jinja", status=422, proof=proof, comment=answer.comment, fault=fault)
    rating = _store(answer, tokens.read_form_end_proof(proof))
    return follow_up(request, answer, rating) if rating.id else not_stored(request, answer.comment)


def _store(answer: answers.Answer, proof: tokens.FinishedForm | None) -> Rating:
    form = proof or tokens.FinishedForm(UNKNOWN_PAGE, "")
    once, value = form.once, answer.value or 0
    standing = answer.standing(proven=proof is not None)
    if standing != Standing.COUNTED:
        # A robot's or a stranger's answer does not use up the proof of the person who finished the form.
        once = ""
    groups = groups_of(form.area)
    return record_rating(
        value=value,
        scale="csat5",
        subject=Subject("form", form.ref, form.service),
        question_id=form.question,
        locale=answer.locale,
        channel=form.channel,
        verified=bool(once),
        circumstances=Circumstances(
            standing,
            source="/insight/form-end",
            once=once,
            alongside=partial(count_answer, groups, form.channel, form.question, value) if once and groups else None,
        ),
    )
