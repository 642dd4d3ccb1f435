"""Files that no scanner saw: held back until staff release them, and a word on the dashboard why."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from wagtail.admin.ui.components import Component

from forms.inbox.access import MOVE_ON, READ, permitted
from forms.models import SubmissionFile
from forms.models.file import ScanState
from library.services import scanner_answers


def held_files() -> QuerySet[SubmissionFile]:
    """Return the files of requests that wait for somebody to release them, oldest first."""
    waiting = SubmissionFile.objects.filter(submission__is_test=False, scan_state=ScanState.QUARANTINED)
    return waiting.select_related("submission__version").order_by("created_at")


@permitted(READ)
def held(request: HttpRequest) -> HttpResponseBase:
    """List them, each with its request and a button for those who may release it."""
    context = {"files": held_files(), "scanner": scanner_answers(), "form": request.user.has_perm(MOVE_ON)}
    return render(request, "forms/admin/held.html", context)


class ScannerPanel(Component):
    """On the dashboard of those who read requests: no scanner, or files that wait."""

    name = "scanner"
    template_name = "forms/admin/scanner.html"
    order = 60

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return whether the scanner answers and how many files wait; nothing for others."""
        if not parent_context["request"].user.has_perm(READ):
            return {"shown": False}
        count, answers = held_files().count(), scanner_answers()
        return {"shown": count or not answers, "count": count, "scanner": answers}


def add_scanner(_request: HttpRequest, panels: list[Component]) -> None:
    """Put it above Wagtail's own panels."""
    panels.append(ScannerPanel())
