"""The page where a resident answers what we asked, in words, with files, or both.

Its link opens this question, and nothing else of the request.
"""

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from forms.delivery.questions import answer_question, question_of
from forms.delivery.receipt import follow_url
from forms.models import CaseQuestion, SubmissionFile
from forms.models.note import LONGEST
from forms.runner.files import MOST_FILES, keep_upload, remove
from forms.runner.guard import private

Fault = dict[str, str]


@csrf_exempt  # The signed link is the proof, and a token would set a cookie on a page that is opened from a message.
@private
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Show the question with a box for words and one for files; the second answer changes nothing."""
    question = question_of(token)
    if question is None:
        return render(request, "forms/no_receipt.jinja", status=404)
    if question.answered_at or request.method != "POST":
        return _page(request, question)
    text = request.POST.get("answer", "").strip()
    removes = "remove" in request.POST
    if removes:
        _drop(question, request.POST["remove"])
    faults = _take(request, question)
    if not removes:
        faults += _faults(text, question)
    if faults or removes:
        return _page(request, question, text=text, errors=faults)
    answer_question(question, text)
    question.refresh_from_db()
    return _page(request, question)


def _files(question: CaseQuestion) -> QuerySet[SubmissionFile]:
    return question.submission.files.filter(question_key=question.file_key)


def _locked(question: CaseQuestion) -> bool:
    """Lock the question in the caller's transaction; False when it was answered meanwhile."""
    return CaseQuestion.objects.select_for_update(of=("self",)).filter(pk=question.pk, answered_at=None).exists()


@transaction.atomic
def _take(request: HttpRequest, question: CaseQuestion) -> list[Fault]:
    """Keep each good file; return what is wrong with the others. They are inspected as files of a form are."""
    uploads = request.FILES.getlist("files")
    if not uploads or not _locked(question):
        return []
    reasons = []
    for upload in uploads:
        row = SubmissionFile(submission=question.submission, question_key=question.file_key)
        reasons.append(keep_upload(upload, row, room=MOST_FILES - _files(question).count(), most=MOST_FILES))
    return [{"text": reason, "href": "#files"} for reason in reasons if reason]


@transaction.atomic
def _drop(question: CaseQuestion, pk: str) -> None:
    """Remove one file that was sent here and not handed over yet; any other is not found."""
    if _locked(question):
        remove(next((file for file in _files(question) if str(file.pk) == pk), None))


def _faults(text: str, question: CaseQuestion) -> list[Fault]:
    if not text and not _files(question).exists():
        return [{"text": _("Write your answer, or send a file."), "href": "#answer"}]
    if len(text) > LONGEST:
        words = _("Your answer is too long. Use %(most)d letters or fewer.")
        return [{"text": words % {"most": LONGEST}, "href": "#answer"}]
    return []


def _page(
    request: HttpRequest, question: CaseQuestion, *, text: str = "", errors: list[Fault] | None = None
) -> HttpResponse:
    submission = question.submission
    context = {
        "submission": submission,
        "schema": submission.version.schema,
        "help": submission.version.schema["promise"]["contact"],
        "question": "" if question.answered_at else question.text,
        "answered": question.answered_at,
        "text": text,
        "most": MOST_FILES,
        "files": _files(question),
        "errors": errors or [],
        "wrong": {fault["href"][1:]: fault["text"] for fault in reversed(errors or [])},
        "follow_url": follow_url(submission),
    }
    return render(request, "forms/answer.jinja", context, status=422 if errors else 200)
