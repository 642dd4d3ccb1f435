"""What comes after a stored rating: its comment, or the page that asks for one."""

from django.http import HttpRequest, HttpResponse

from insight.recording.ratings import add_comment
from insight.types import Rating
from insight.widget import tokens
from insight.widget.answer import Answer
from insight.widget.responses import go, not_stored, show


def follow_up(request: HttpRequest, answer: Answer, rating: Rating, page_key: str = "") -> HttpResponse:
    """Store the comment that came along, or ask for one; a comment that is too long is shown again (422)."""
    token = tokens.rating_token(rating.id)
    if answer.comment_fault:
        return ask_comment(
            request, about_of(rating), token, page_key, comment=answer.comment, fault=answer.comment_fault
        )
    if not answer.comment:
        asked = rating.question.scale == "useful2"
        about = {"about": about_of(rating)} if asked else {}
        return go("comment" if asked else "thanks", rating=token if asked else "", page=page_key, **about)
    if not add_comment(rating.id, answer.comment, robot=answer.robot):
        return not_stored(request, answer.comment)
    return go("thanks", page=page_key)


def about_of(rating: Rating) -> str:
    """Return which wording the comment's question has: after yes, no, or a form."""
    if rating.question.scale == "csat5":
        return "form"
    return "yes" if rating.value == 2 else "no"


def ask_comment(
    request: HttpRequest, about: str, token: str, page_key: str, *, comment: str = "", fault: str = ""
) -> HttpResponse:
    """Draw the comment page, with the fault and what was typed when it comes back."""
    return show(
        request,
        "comment.jinja",
        status=422 if fault else 200,
        about=about,
        rating=token,
        page_key=page_key,
        proof="" if token else tokens.render_proof(page_key, None),
        comment=comment,
        fault=fault,
    )
