"""The routes that have a person in front of them: the author's words are kept and the faults are listed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import WorkflowState

from accessibility.gate.verdict import evaluate
from accessibility.gate.words import edit_url, tell_refused


def before_publish(request: HttpRequest, obj: Any) -> HttpResponse | None:
    """Go back to the editor when a page or snippet fails; its draft is saved already."""
    verdict = evaluate(obj)
    if verdict.may_publish:
        return None
    tell_refused(request, [(obj, verdict.blocking)])
    return redirect(edit_url(obj))


def after_edit(request: HttpRequest, page: Any) -> None:
    """Tell a reviewer whose approval was sent back why nothing went live."""
    if not request.POST.get("action-workflow-action"):
        return
    state = page.workflow_states.order_by("-created_at").first()
    verdict = evaluate(page.get_latest_revision_as_object())
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES and not verdict.may_publish:
        tell_refused(request, [(page, verdict.blocking)])
        messages.warning(request, _("It went back to its author, with this list."))
