"""The admin screen that imports registers and volumes: look first, then import. The file is read and never kept."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from core.staff_screen import StaffScreen
from insight.models import ImportBatch
from insight.sources.importing import Report, import_file
from insight.sources.shapes import SHAPES
from insight.sources.table import MOST_BYTES, TableError

PERMISSION = "insight.add_importbatch"
#: Rows left out that are listed on screen, and imports of before.
MOST_LISTED, NEWEST = 200, 10
KINDS = {
    "complaints": _("Complaints"),
    "compliments": _("Compliments"),
    "foi": _("Requests for information"),
    "enquiries": _("Members' enquiries"),
    "volumes": _("Contacts by phone and counter"),
}


class FileForm(forms.Form):
    """Which register, and its file."""

    kind = forms.ChoiceField(label=_("What the file holds"), choices=[(kind, KINDS[kind]) for kind in SHAPES])
    file = forms.FileField(
        label=_("CSV file"),
        help_text=_("From a spreadsheet: save it as CSV. Its headings are found by their usual names."),
    )

    def clean_file(self) -> Any:
        """Refuse a file that is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("This file is too large. Split it into years or months."))
        return file


class ImportView(StaffScreen, TemplateView):
    """One form with two buttons: show what would change, or import."""

    template_name = "insight/admin/import.html"
    page_title = _("Import registers")
    header_icon = "upload"
    permission = PERMISSION

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the form and the newest imports."""
        context = {"form": FileForm(), "batches": list(ImportBatch.objects.all()[:NEWEST]), "kinds": KINDS}
        return super().get_context_data(**{**context, **kwargs})

    def post(self, request: HttpRequest) -> HttpResponse:
        """Import, or look only; what cannot be read at all comes back with what to do (422)."""
        form = FileForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        file, dry_run = form.cleaned_data["file"], "import" not in request.POST
        try:
            report = import_file(form.cleaned_data["kind"], file.read(), name=file.name, dry_run=dry_run)
        except TableError as error:
            form.add_error("file", str(error))
            return self.render_to_response(self.get_context_data(form=form), status=422)
        return self.render_to_response(self.get_context_data(form=form, **_told(report, dry_run=dry_run)))


def _told(report: Report, *, dry_run: bool) -> dict[str, Any]:
    return {
        "report": report,
        "dry_run": dry_run,
        "listed": report.rejected[:MOST_LISTED],
        "more": max(0, len(report.rejected) - MOST_LISTED),
    }
