"""``/feedback/``: one press on Yes or No is stored at once. Asked for with GET, it is the full feedback page."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from insight.directory import PageFacts, page_facts
from insight.models.event import Standing
from insight.questions import PAGE_USEFUL
from insight.recording.ratings import Circumstances, record_rating
from insight.types import Rating
from insight.widget import answer as answers
from insight.widget import tokens
from insight.widget.bucket import standing_of
from insight.widget.follow import follow_up
from insight.widget.responses import not_stored, public_form, show


@public_form
def feedback(request: HttpRequest) -> HttpResponse:
    """Store the answer and lead to the comment page; without an answer, ask again and keep the comment."""
    if request.method != "POST":
        return _ask(request, request.GET.get("page", ""))
    answer = answers.read(request, "useful2")
    key = request.POST.get("page", "")
    if answer.value is None:
        fault = _("Choose yes or no to say if this page is useful.")
        return _ask(request, key, status=422, comment=answer.comment, fault=fault)
    facts = page_facts(key)
    rating = _store(request, answer, facts)
    if not rating.id:
        return not_stored(request, answer.comment)
    return follow_up(request, answer, rating, facts.key)


def _ask(request: HttpRequest, key: str, status: int = 200, comment: str = "", fault: str = "") -> HttpResponse:
    facts = page_facts(key)
    name = facts.key if facts.known else ""
    proof = tokens.render_proof(name, None)
    return show(
        request, "page.jinja", status=status, page_key=name, proof=proof, comment=comment, fault=fault,
    )  # fmt: skip


def _store(request: HttpRequest, answer: answers.Answer, facts: PageFacts) -> Rating:
    proof = tokens.read_render_proof(request.POST.get("proof", ""))
    proven = proof is not None and proof["p"] == facts.key
    standing = answer.standing(proven=proven)
    value = answer.value or 0
    if standing == Standing.COUNTED:
        standing = standing_of(request, facts.subject.key, value)
    revision = int(proof["v"]) if proof and proven else None
    return record_rating(
        value=value,
        scale="useful2",
        subject=facts.subject,
        question_id=f"{PAGE_USEFUL.id}/{proof.get('q', 1)}" if proof and proven else PAGE_USEFUL.id,
        locale=answer.locale,
        circumstances=Circumstances(standing, page_revision=revision),
    )
