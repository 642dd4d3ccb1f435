"""Leads authors from a document with a form in it to the draft of an online form."""

from django.urls import reverse
from django.utils.translation import gettext as _

from accessibility.services import Pointer, register_pointer

#: The findings of the document checker that say: this document is a form.
FORM_RULES = ("WM-OFFICE-FORM-ASK", "WM-PDF-FORM-ASK", "WM-DOCX-CONTROL", "WM-DOCX-LEGACY-FIELD", "WM-PDF-FIELD-NAME")


def connect() -> None:
    """Register the link with the document checker."""
    for rule in FORM_RULES:
        register_pointer(rule, _pointer)


def _pointer(document_id: int | None) -> Pointer:
    query = f"?document={document_id}" if document_id else ""
    return Pointer(_("Make an online form out of it"), reverse("onlineforms_exchange:upload") + query)
