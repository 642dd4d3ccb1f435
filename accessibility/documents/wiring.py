"""What the document checker puts into the registries of other rooms; ``AccessibilityConfig.ready`` calls it once."""

from core.services import register_outbox
from library.services import document_content_changed, register_serving_check, register_structure_check


def connect() -> None:
    """Subscribe to new content, deliver checks, and decide what comes in and goes out."""
    from accessibility.documents.doors import serving_decision, structure_fault
    from accessibility.documents.requests import deliver, request_check
    from accessibility.models import DocumentCheckRequest

    document_content_changed.connect(request_check, dispatch_uid="accessibility.documents")
    register_outbox(DocumentCheckRequest, deliver)
    register_structure_check(structure_fault)
    register_serving_check(serving_decision)
