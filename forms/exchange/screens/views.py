"""Upload, and the report. Who may add a page somewhere may import a form there."""

from typing import IO

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.permissions import policy_registry

from core.models import User
from core.services import member_of_staff
from forms.engine.numbers import read_count
from forms.exchange.base import RefusedError
from forms.exchange.drafting.draft import draft
from forms.exchange.history import report_of
from forms.exchange.screens.upload import UploadForm, places_for
from forms.exchange.service import draft_page, make_page, read_definition
from forms.models import FormPage
from library.models import CustomDocument

#: How files begin that are documents, not definitions: PDF, and the ZIP of a Word file.
DOCUMENTS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def upload(request: HttpRequest) -> HttpResponse:
    """Ask for a file; a POST makes a draft of it and leads to the report. A refused file is answered with 422."""
    user = member_of_staff(request)
    if not places_for(user).exists():
        raise PermissionDenied
    document = _document(request, user)
    form = UploadForm(user, document, request.POST or None, request.FILES or None)
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            page = _make(form, user)
        except RefusedError as refused:
            refusal = refused
        else:
            messages.success(request, _("We made the draft “%(title)s”. It is not public.") % {"title": page.title})
            return redirect("onlineforms_exchange:report", page.pk)
    failed = request.method == "POST"
    context = {"form": form, "refusal": refusal, "document": document}
    return render(request, "forms/admin/import.html", context, status=422 if failed else 200)


def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what became of each element, or which questions were guessed."""
    page = get_object_or_404(FormPage, pk=pk)
    if not page.permissions_for_user(member_of_staff(request)).can_edit():
        raise PermissionDenied
    found = report_of(page)
    if found is None:
        raise Http404
    lines = [line for line in found.get("lines", []) if line["outcome"] != "mapped"]
    return render(request, "forms/admin/import_report.html", {"page": page, "report": found, "lines": lines})


def _document(request: HttpRequest, user: User) -> CustomDocument | None:
    """Return the library's document that the address names, when the person may choose it."""
    number = read_count(request.GET.get("document", ""))
    if number is None:
        return None
    policy = policy_registry.get_by_type(CustomDocument)
    allowed = policy.instances_user_has_any_permission_for(user, ["change", "choose"])
    document: CustomDocument = get_object_or_404(allowed, pk=number)
    return document


def _make(form: UploadForm, user: User) -> FormPage:
    parent: Page = form.cleaned_data["parent"]
    if form.document:
        with form.document.file.open("rb") as file:
            return _from_document(file, form.document.filename, parent, user)
    file = form.cleaned_data["file"]
    if file.read(4).startswith(DOCUMENTS):
        file.seek(0)
        return _from_document(file, file.name, parent, user)
    file.seek(0)
    return make_page(read_definition(file.read()), parent, user=user)


def _from_document(file: IO[bytes], name: str, parent: Page, user: User) -> FormPage:
    return draft_page(draft(file, name), parent, user=user)
