"""Files of a request: handed over to those who see it, released by those who may move it on."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from core.models import User
from core.services import UnsealError, member_of_staff, record_event
from forms.inbox.access import MOVE_ON, READ, permitted
from forms.inbox.scope import visible_cases
from forms.models import SubmissionFile
from forms.models.file import OPEN_STATES, ScanState
from forms.sealed_files import plain_chunks


def visible_files(staff: User) -> QuerySet[SubmissionFile]:
    """Return the files of requests that this member of staff sees."""
    return SubmissionFile.objects.filter(submission__in=visible_cases(staff))


@permitted(READ)
def download(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Hand over one file of a request as a download that no browser opens by itself."""
    staff = member_of_staff(request)
    file = get_object_or_404(visible_files(staff), pk=pk, scan_state__in=OPEN_STATES)
    record_event(verb="submission.file", obj=file, actor=staff)
    try:
        content = plain_chunks(file)
    except UnsealError:
        return _unreadable(request, file)
    response = StreamingHttpResponse(content, content_type=file.content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file.name)
    response["Content-Length"] = str(file.size)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    add_never_cache_headers(response)
    return response


def _unreadable(request: HttpRequest, file: SubmissionFile) -> HttpResponse:
    """Go back to the request and say what to do about a file that does not open."""
    words = _("“%(name)s” does not open: it was changed or is missing. Ask the web team to restore it from a backup.")
    messages.error(request, words % {"name": file.name})
    return HttpResponseRedirect(reverse("onlineforms_inbox:read", args=[file.submission_id]))


@require_POST
@permitted(READ, MOVE_ON)
def release(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let staff open a file that no scanner saw; who did it is written down."""
    staff = member_of_staff(request)
    file = get_object_or_404(visible_files(staff), pk=pk, scan_state=ScanState.QUARANTINED)
    file.scan_state = ScanState.RELEASED
    file.save(update_fields=["scan_state"])
    record_event(verb="submission.file.release", obj=file, actor=staff)
    messages.warning(request, _("Released. Open it only on a computer with a virus scanner."))
    return HttpResponseRedirect(reverse("onlineforms_inbox:read", args=[file.submission_id]))
