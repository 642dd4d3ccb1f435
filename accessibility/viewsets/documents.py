"""The author's view: which documents wait, failed or passed, and how to mend each problem."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSet

from accessibility.viewsets.document_answers import AnswersView
from accessibility.viewsets.document_decisions import ExemptView, OverrideView
from accessibility.viewsets.document_endings import EndExemptionView, EndOverrideView, RenewView
from accessibility.viewsets.document_exemptions import ExemptionsView
from accessibility.viewsets.document_guide import ChapterView, GuideView
from accessibility.viewsets.document_list import DocumentCsvView, DocumentListView
from accessibility.viewsets.document_mend import MendView
from accessibility.viewsets.document_page import WebPageView
from accessibility.viewsets.document_picture import PictureView
from accessibility.viewsets.document_progress import ProgressView
from accessibility.viewsets.document_report import CheckNowView, DocumentReportView
from accessibility.viewsets.document_versions import LoadVersionView, RestoreVersionView, VersionsView


class DocumentChecksViewSet(ViewSet):
    """Stands under Reports for everybody who works with documents."""

    name = "document_checks"
    url_prefix = "document-checks"
    icon = "doc-full-inverse"
    menu_label = _("Document checks")

    def get_urlpatterns(self) -> list[URLPattern]:
        """Return the list, the report on one document, and what can be done there."""
        return [
            path("", DocumentListView.as_view(), name="index"),
            path("documents.csv", DocumentCsvView.as_view(), name="csv"),
            path("progress/", ProgressView.as_view(), name="progress"),
            path("exemptions/", ExemptionsView.as_view(), name="exemptions"),
            path("exemptions/<int:exemption_id>/renew/", RenewView.as_view(), name="renew"),
            path("exemptions/<int:pk>/end/", EndExemptionView.as_view(), name="end"),
            path("overrides/<int:pk>/end/", EndOverrideView.as_view(), name="end_override"),
            path("guide/", GuideView.as_view(), name="guide"),
            path("guide/<str:program>/", ChapterView.as_view(), name="chapter"),
            path("<int:document_id>/", DocumentReportView.as_view(), name="report"),
            path("<int:document_id>/answers/", AnswersView.as_view(), name="answers"),
            path("<int:document_id>/picture/<int:finding>/<int:spot>/", PictureView.as_view(), name="picture"),
            path("<int:document_id>/mend/", MendView.as_view(), name="mend"),
            path("<int:document_id>/versions/", VersionsView.as_view(), name="versions"),
            path("<int:document_id>/versions/<int:version_id>/", LoadVersionView.as_view(), name="version"),
            path("<int:document_id>/versions/<int:version_id>/restore/", RestoreVersionView.as_view(), name="restore"),
            path("<int:document_id>/web-page/", WebPageView.as_view(), name="web_page"),
            path("<int:document_id>/check/", CheckNowView.as_view(), name="check"),
            path("<int:document_id>/exempt/", ExemptView.as_view(), name="exempt"),
            path("<int:document_id>/override/", OverrideView.as_view(), name="override"),
        ]

    def register_menu_item(self) -> None:
        """Nothing here: the menu item stands under Reports, see :mod:`accessibility.documents.hooks`."""


viewset: Any = DocumentChecksViewSet()
