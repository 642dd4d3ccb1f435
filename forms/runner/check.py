"""Check your answers, and send them."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from forms.delivery.receipt import receipt_url
from forms.delivery.submit import IncompleteError, submit
from forms.engine import Question
from forms.engine.display import in_words
from forms.runner.events import note
from forms.runner.guard import for_owner
from forms.runner.journey import Journey


@for_owner
def check(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Show all answers with change links; a POST validates the whole path again and submits."""
    if journey.waiting:
        return HttpResponseRedirect(journey.next_url)
    if request.method == "POST":
        return _send(journey)
    return render(request, "forms/check.jinja", _context(journey))


def _send(journey: Journey) -> HttpResponse:
    try:
        submission = submit(journey.draft)
    except IncompleteError:
        return HttpResponseRedirect(Journey.open(journey.draft).next_url)
    note("completed", journey.draft)
    return HttpResponseRedirect(receipt_url(submission))


def _context(journey: Journey) -> dict[str, Any]:
    version = journey.draft.version
    last = [step for step in journey.steps if step.questions][-1]
    return {
        "journey": journey,
        "schema": version.schema,
        "help": version.schema["promise"]["contact"],
        "back_url": journey.url(last.slug),
        "rows": [_row(journey, step.slug, question) for step in journey.steps for question in step.asked],
    }


def _row(journey: Journey, slug: str, question: Question) -> dict[str, Any]:
    lines = in_words(question, journey.answers.get(question.key, ""))
    if question.kind == "file":
        lines = [str(file) for file in journey.draft.files.filter(question_key=question.key)]
    return {"label": question.label, "lines": lines, "url": f"{journey.url(slug)}?return=check#{question.key}"}
