"""List, read one, set its status. Every look at answers is written down."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from core.services import member_of_staff, record_event
from forms.delivery.references import tidy_reference
from forms.delivery.status import set_status
from forms.engine.summary import Group, summarise
from forms.inbox.access import MOVE_ON, READ, permitted
from forms.inbox.forms import StatusForm
from forms.models import Submission, SubmissionFile
from forms.models.file import OPEN_STATES, ScanState

PAGE = 25


@permitted(READ)
def index(request: HttpRequest) -> HttpResponse:
    """List requests, newest first: no answers here, so that a glance is not a reading."""
    wanted = tidy_reference(request.GET.get("q", ""))
    rows = Submission.objects.select_related("version").filter(is_test=False)
    if wanted:
        rows = rows.filter(reference__startswith=wanted)
    page = Paginator(rows, PAGE).get_page(request.GET.get("p"))
    context = {"page_obj": page, "query": request.GET.get("q", ""), "today": timezone.localdate()}
    return render(request, "forms/admin/index.html", context)


@permitted(READ)
def read(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one request with its answers."""
    submission = get_object_or_404(Submission.objects.select_related("version", "staff"), pk=pk, is_test=False)
    if request.method == "POST":
        return _move_on(request, submission)
    return _show(request, submission, StatusForm(initial={"status": submission.status}))


@permitted(READ)
def download(request: HttpRequest, pk: UUID) -> FileResponse:
    """Hand over one file of a request as a download that no browser opens by itself."""
    file = get_object_or_404(SubmissionFile, pk=pk, submission__isnull=False, scan_state__in=OPEN_STATES)
    record_event(verb="submission.file", obj=file, actor=member_of_staff(request))
    response = FileResponse(file.file.open(), as_attachment=True, filename=file.name, content_type=file.content_type)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    add_never_cache_headers(response)
    return response


@require_POST
@permitted(MOVE_ON)
def release(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let staff open a file that no scanner saw; who did it is written down."""
    file = get_object_or_404(SubmissionFile, pk=pk, submission__isnull=False, scan_state=ScanState.QUARANTINED)
    file.scan_state = ScanState.RELEASED
    file.save(update_fields=["scan_state"])
    record_event(verb="submission.file.release", obj=file, actor=member_of_staff(request))
    messages.warning(request, _("Released. Open it only on a computer with a virus scanner."))
    return HttpResponseRedirect(reverse("onlineforms_inbox:read", args=[file.submission_id]))


def _move_on(request: HttpRequest, submission: Submission) -> HttpResponse:
    if not request.user.has_perm(MOVE_ON):
        raise PermissionDenied
    form = StatusForm(request.POST)
    if not form.is_valid():
        return _show(request, submission, form, status=422)
    set_status(
        submission,
        form.cleaned_data["status"],
        public_text=form.cleaned_data["public_text"],
        staff=member_of_staff(request),
    )
    record_event(verb="submission.status", obj=submission, actor=member_of_staff(request))
    messages.success(request, _("Saved. The resident can see it now."))
    return HttpResponseRedirect(reverse("onlineforms_inbox:read", args=[submission.pk]))


def _show(request: HttpRequest, submission: Submission, form: StatusForm, status: int = 200) -> HttpResponse:
    record_event(verb="submission.read", obj=submission, actor=member_of_staff(request))
    context = {
        "submission": submission,
        "groups": answers_of(submission),
        "files": submission.files.all(),
        "events": submission.events.select_related("staff"),
        "deliveries": submission.deliveries.all(),
        "form": form if request.user.has_perm(MOVE_ON) else None,
    }
    response = render(request, "forms/admin/read.html", context, status=status)
    add_never_cache_headers(response)
    return response


def answers_of(submission: Submission) -> list[Group]:
    """Return labels and answers in the words of the version that asked; an empty list after erasure."""
    answers = submission.open_content().get("answers")
    if answers is None:
        return []
    names = {str(file.pk): file.name for file in submission.files.all()}
    return summarise(submission.version.compiled, answers, names)
