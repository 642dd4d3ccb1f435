"""What a document held over time: load an older file, or make it the current one again."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView

from accessibility.documents.base import Verdict
from accessibility.documents.presentation import VERDICTS
from accessibility.documents.verdicts import latest_audits
from accessibility.viewsets.document_report import OneDocument
from core.services import member_of_staff, record_event
from library.models import CustomDocument, DocumentVersion
from library.services import ChangedMeanwhileError, Refused, deliver, replace_content


@dataclass(frozen=True)
class VersionRow:
    """One version. ``current``: the document holds it now; ``served``: residents get it."""

    version: DocumentVersion
    verdict: str
    current: bool
    served: bool


def rows_of(document: CustomDocument) -> list[VersionRow]:
    """Return the versions, newest first. Two queries."""
    versions = list(document.versions.all())
    audits = latest_audits({version.sha256 for version in versions})
    return [
        VersionRow(
            version,
            str(VERDICTS[Verdict(audit.verdict) if (audit := audits.get(version.sha256)) else Verdict.PENDING]),
            version.file == document.file.name,
            version.file == document.passed_file,
        )
        for version in versions
    ]


class VersionsView(OneDocument, TemplateView):
    """All versions that are kept."""

    template_name = "accessibility/admin/document_versions.html"
    here = gettext_lazy("Versions")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the rows."""
        document = self.document
        return super().get_context_data(document=document, rows=rows_of(document), **kwargs)


class OneVersion(OneDocument):
    """A version of a document that the person may see; another document's is not found (404)."""

    @property
    def version(self) -> DocumentVersion:
        """Return the version of the address."""
        version = get_object_or_404(self.document.versions, pk=self.kwargs["version_id"])
        if not default_storage.exists(version.file):
            raise Http404
        return version


class LoadVersionView(OneVersion, View):
    """Hand an older file to a member of staff; no cache keeps it."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        """Send the file."""
        version = self.version
        return deliver(request, self.document, name=version.file, sha256=version.sha256, public=False)


class RestoreVersionView(OneVersion, View):
    """Make an older file the current one: it comes in by the same door as any other."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Store its content as the newest version."""
        document, version, person = self.document, self.version, member_of_staff(request)
        if not document.is_editable_by_user(person):
            raise PermissionDenied
        with default_storage.open(version.file) as file:
            content = file.read()
        try:
            with transaction.atomic():
                stored = replace_content(document, content, expected=str(request.POST.get("seen", "")))
                if not isinstance(stored, Refused):
                    record_event(verb="document.restore", obj=stored, actor=person)
        except ChangedMeanwhileError:
            messages.error(request, _("Somebody replaced the file meanwhile. Look at the versions again."))
        else:
            if isinstance(stored, Refused):
                messages.error(request, stored.message)
            else:
                messages.success(request, _("The older file is the current one again."))
        return redirect("document_checks:versions", document.pk)
