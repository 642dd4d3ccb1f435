"""One press mends one thing, as a new version of the document."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accessibility.documents.access import may_change
from accessibility.documents.mending import mend
from accessibility.documents.mends import Wish
from accessibility.documents.offers import Typed
from accessibility.viewsets.document_report import DocumentReportView
from core.services import member_of_staff

LONGEST = 2_000


class MendView(DocumentReportView):
    """Mends, then shows the report on the new file; words that will not do come back with the reason beside them."""

    http_method_names = ["post"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse those who may read the report but not change the document."""
        if not may_change(member_of_staff(request), self.document):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Make the new version."""
        spot = request.POST.get("spot", "")
        wish = Wish(
            mend=request.POST.get("mend", ""),
            rule=request.POST.get("rule", ""),
            spot=int(spot) if spot.isdecimal() and len(spot) < 4 else 0,
            text=request.POST.get("text", "")[:LONGEST],
        )
        document = self.document
        outcome = mend(document, wish, seen=request.POST.get("seen", ""), by=member_of_staff(request))
        if outcome.retype:
            self.typed = Typed(wish, outcome.refusal)
            return self.render_to_response(self.get_context_data(**kwargs), status=422)
        if outcome.refusal:
            messages.error(request, outcome.refusal)
        else:
            said = _("We made a new version and checked it. The file before it is kept.")
            messages.success(request, " ".join((*outcome.changes, said)))
        return redirect("document_checks:report", document.pk)
