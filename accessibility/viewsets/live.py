"""Check what stands in the editor, unsaved: the author's form is read, judged and forgotten."""

from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST
from wagtail.models import Page

from accessibility.gate.dismissals import sort_advice
from accessibility.gate.records import as_record
from accessibility.gate.verdict import static_findings
from accessibility.panels import by_place, panel_content

TEMPLATE = "accessibility/admin/live.html"


def live_url(request: HttpRequest) -> str:
    """Return where the editor that is open may ask; "" for what is no editor of a page."""
    match = request.resolver_match
    if match is None or "wagtailadmin_pages" not in match.namespaces:
        return ""
    if match.url_name == "edit":
        return reverse("accessibility_live_edit", args=match.args or [match.kwargs["page_id"]])
    if match.url_name == "add":
        return reverse("accessibility_live_add", args=match.args or list(match.kwargs.values()))
    return ""


@require_POST
def check_edited(request: HttpRequest, pk: int) -> HttpResponse:
    """Judge the form of an existing page."""
    page = get_object_or_404(Page, pk=pk).get_latest_revision_as_object()
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return answer(request, page, page.get_parent())


@require_POST
def check_new(request: HttpRequest, app: str, model: str, parent_pk: int) -> HttpResponse:
    """Judge the form of a page that was never saved."""
    parent = get_object_or_404(Page, pk=parent_pk)
    if not parent.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    try:
        kind = apps.get_model(app, model)
    except LookupError as error:
        raise Http404 from error
    if not issubclass(kind, Page):
        raise Http404
    return answer(request, kind(owner=request.user, locale=parent.locale), parent)


def answer(request: HttpRequest, page: Any, parent: Page | None) -> HttpResponse:
    """Return the list of findings as HTML. Fields that cannot be read keep what was saved; nothing is stored."""
    form = page.get_edit_handler().get_form_class()(
        request.POST, request.FILES, instance=page, parent_page=parent, for_user=request.user
    )
    form.defer_required_fields()
    form.is_valid()
    found = [as_record(finding) for finding in static_findings(page)]
    blocking = [finding for finding in found if finding["blocking"]]
    advice = [finding for finding in found if not finding["blocking"]]
    stored = panel_content(page)
    if page.pk is not None:
        advice = sort_advice(page, advice).open
    # Only what stands in the saved draft can be put aside.
    known = {finding["fingerprint"] for _place, findings in stored.advice for finding in findings}
    advice = [{**finding, "known": finding["fingerprint"] in known} for finding in advice]
    counts = (len(blocking), len(advice))
    context = {"blocking": by_place(blocking), "advice": by_place(advice), "counts": counts, "dismiss": stored.dismiss}
    return render(request, TEMPLATE, context)


urlpatterns = [
    path("accessibility/live/<int:pk>/", check_edited, name="accessibility_live_edit"),
    path("accessibility/live/<str:app>/<str:model>/<int:parent_pk>/", check_new, name="accessibility_live_add"),
]
