"""The list as CSV or XLSX, with the answers where it is of one form. Each request in it is written down."""

from collections.abc import Iterator
from io import BytesIO, StringIO
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin import messages

from core.services import UnsealError, member_of_staff, record_events, write_csv, write_xlsx
from forms.engine import Schema
from forms.inbox.access import EXPORT, READ, permitted
from forms.inbox.case import answers_of
from forms.inbox.views import narrowed
from forms.models import Submission

#: More would keep a web process busy for too long; filters make it less.
MOST = 5_000
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@permitted(READ, EXPORT)
def export(request: HttpRequest, kind: str) -> HttpResponse:
    """Hand over what the filters show, as a file that no spreadsheet program runs anything of."""
    form, rows, _order = narrowed(request)
    if rows[MOST : MOST + 1].exists():
        words = _("That is more than %(most)d requests. Narrow the list with the filters first.") % {"most": MOST}
        messages.error(request, words)
        return HttpResponseRedirect(f"{reverse('onlineforms_inbox:index')}?{request.GET.urlencode()}")
    with_answers = bool(form.cleaned_data.get("form"))
    cases = list(rows.select_related("version", "team", "assignee").prefetch_related("files").order_by("received_at"))
    table = _table(cases, with_answers=with_answers)
    record_events(verb="submission.export", objs=cases, actor=member_of_staff(request))
    response = _file(table, kind)
    name = f"requests-{timezone.localdate().isoformat()}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    add_never_cache_headers(response)
    return response


def _file(table: Iterator[list[Any]], kind: str) -> HttpResponse:
    if kind == "xlsx":
        book = BytesIO()
        write_xlsx(table, book)
        return HttpResponse(book.getvalue(), content_type=XLSX)
    text = StringIO(newline="")
    text.write("\ufeff")  # so that spreadsheet programs read it as UTF-8
    write_csv(table, text)
    return HttpResponse(text.getvalue(), content_type=CSV)


def _table(cases: list[Submission], *, with_answers: bool) -> Iterator[list[Any]]:
    labels = _labels(cases) if with_answers else {}
    head = [_("Reference"), _("Form"), _("Team"), _("Who deals with it"), _("Status"), _("Received")]
    yield [*head, _("Promised by"), _("Ended"), _("Channel"), *labels.values()]
    for case in cases:
        yield [*_facts(case), *(_answers(case, labels) if labels else [])]


def _facts(case: Submission) -> list[Any]:
    ended = timezone.localtime(case.closed_at) if case.closed_at else ""
    person = case.assignee
    return [
        case.reference,
        case.version.title,
        case.team.name if case.team else "",
        (person.get_full_name() or person.username) if person else "",
        case.get_status_display(),
        timezone.localtime(case.received_at),
        case.due_on,
        ended,
        case.get_channel_display(),
    ]


def _labels(cases: list[Submission]) -> dict[str, str]:
    """Return key -> label of every question that one of the versions asked, in the words of the newest."""
    schemas: dict[int, Schema] = {}
    for case in cases:
        schemas.setdefault(case.version_id, case.version.compiled)
    labels: dict[str, str] = {}
    for _pk, schema in sorted(schemas.items()):
        for step in schema.steps:
            for page in step.pages:
                labels.update({question.key: question.label for question in page.asked})
    return labels


def _answers(case: Submission, labels: dict[str, str]) -> list[str]:
    found: dict[str, list[str]] = {}
    try:
        for group in answers_of(case):
            for row in group.rows:
                found.setdefault(row.question.key, []).append("\n".join(row.lines))
    except UnsealError:
        return [_("does not open")] * len(labels)
    return ["\n\n".join(found.get(key, [])) for key in labels]
