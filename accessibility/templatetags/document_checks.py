"""The verdict on a document, for Wagtail's own screens."""

from typing import Any

from django import template

from accessibility.documents.presentation import label_of
from accessibility.documents.verdicts import document_verdict
from library.models import CustomDocument

register = template.Library()


@register.inclusion_tag("accessibility/admin/document_status.html")
def document_status(document: CustomDocument) -> dict[str, Any]:
    """Show the verdict and a link to the report."""
    verdict = document_verdict(document)
    return {"document": document, "label": label_of(verdict), "may_publish": verdict.may_publish}
