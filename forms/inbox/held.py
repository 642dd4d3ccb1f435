"""Files that no scanner saw: held back until staff release them, and a word on the dashboard why."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from wagtail.admin.ui.components import Component

from core.models import User
from core.services import member_of_staff
from forms.inbox.access import MOVE_ON, READ, permitted
from forms.inbox.files import visible_files
from forms.models import SubmissionFile
from forms.models.file import ScanState
from library.services import scanner_answers


def held_files(staff: User) -> QuerySet[SubmissionFile]:
    """Return the files that wait for somebody to release them, of requests that this member of staff sees."""
    waiting = visible_files(staff).filter(scan_state=ScanState.QUARANTINED)
    return waiting.select_related("submission__version").order_by("created_at")


@permitted(READ)
def held(request: HttpRequest) -> HttpResponseBase:
    """List them, each with its request and a button for those who may release it."""
    files = held_files(member_of_staff(request))
    context = {"files": files, "scanner": scanner_answers(), "form": request.user.has_perm(MOVE_ON)}
    return render(request, "forms/admin/held.html", context)


class ScannerPanel(Component):
    """On the dashboard of those who read requests: no scanner, or files that wait."""

    name = "scanner"
    template_name = "forms/admin/scanner.html"
    order = 60

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return whether the scanner answers and how many files wait; nothing for others."""
        request = parent_context["request"]
        if not request.user.has_perm(READ):
            return {"shown": False}
        count, answers = held_files(request.user).count(), scanner_answers()
        return {"shown": count or not answers, "count": count, "scanner": answers}


def add_scanner(_request: HttpRequest, panels: list[Component]) -> None:
    """Put it above Wagtail's own panels."""
    panels.append(ScannerPanel())
