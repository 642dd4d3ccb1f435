"""A picture of a page with the place of a problem outlined, for those who may see the document's report."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views import View

from accessibility.documents.pictures import draw, has_picture
from accessibility.documents.verdicts import latest_audit
from accessibility.viewsets.document_report import OneDocument


class PictureView(OneDocument, View):
    """Draws on demand; a browser may keep the picture for an hour, for a finding never changes."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, finding: int, spot: int, **_kwargs: object) -> HttpResponse:  # noqa: ARG002 - names of the address
        """Return the picture, or 404 when the newest check has no such place."""
        document = self.document
        audit = latest_audit(document.sha256)
        if audit is None:
            raise Http404
        row = get_object_or_404(audit.findings, pk=finding)
        if spot >= len(row.locations) or not has_picture(audit, row.locations[spot]):
            raise Http404
        picture = draw(document, row.locations[spot])
        if picture is None:
            raise Http404
        headers = {"Cache-Control": "private, max-age=3600", "X-Content-Type-Options": "nosniff"}
        return HttpResponse(picture, content_type="image/png", headers=headers)
