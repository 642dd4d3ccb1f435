"""``/feedback/comment/``: the optional comment on a rating, and "Report a problem with this page"."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from insight.directory import page_facts
from insight.questions import PAGE_PROBLEM
from insight.recording.ratings import Context, add_comment
from insight.widget import answer as answers
from insight.widget import tokens
from insight.widget.follow import ask_comment
from insight.widget.responses import go, not_stored, public_form

WORDINGS = {"yes", "no", "form"}


@public_form
def comment(request: HttpRequest) -> HttpResponse:
    """Store a comment; one that is blank or too long comes back with its text and what to do."""
    sent = request.POST if request.method == "POST" else request.GET
    token, key = sent.get("rating", ""), page_facts(sent.get("page", "")).key
    about = sent.get("about", "") if token and sent.get("about", "") in WORDINGS else "problem"
    if request.method != "POST":
        return ask_comment(request, about, token, key)
    answer = answers.read(request, "useful2")
    fault = answer.comment_fault or ("" if answer.comment else _("Write your comment, or leave this page."))
    if fault:
        return ask_comment(request, about, token, key, comment=answer.comment, fault=fault)
    rating, context = tokens.read_rating_token(token), _context(request, answer, token, key)
    if not add_comment(rating, answer.comment, context, robot=answer.robot):
        return not_stored(request, answer.comment)
    return go("thanks", page=key)


def _context(request: HttpRequest, answer: answers.Answer, token: str, key: str) -> Context:
    """Return what the comment is about when no rating is proven; a token that ran out makes it suspect."""
    proof = tokens.read_render_proof(request.POST.get("proof", ""))
    proven = not token and proof is not None and proof["p"] == key
    standing = answer.standing(proven=proven)
    return Context(page_facts(key).subject, PAGE_PROBLEM, answer.locale, standing=standing)
