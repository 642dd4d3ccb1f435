"""What the document checker puts into the registries of other rooms; ``AccessibilityConfig.ready`` calls it once."""

from datetime import timedelta

from core.services import register_job, register_outbox
from library.services import document_content_changed, register_serving_check, register_structure_check


def connect() -> None:
    """Subscribe to new content, deliver checks, decide what comes in and goes out, and look after the backlog."""
    from wagtail.documents.models import document_served

    from accessibility.documents import availability
    from accessibility.documents.doors import serving_decision, structure_fault
    from accessibility.documents.downloads import count_download, forget_old_counts
    from accessibility.documents.exemptions import end_with_new_content, remind_owners
    from accessibility.documents.letters import write_letters
    from accessibility.documents.recheck import ask_for_missing_checks
    from accessibility.documents.requests import deliver, request_check
    from accessibility.models import DocumentCheckRequest
    from accessibility.reports.backlog import take_snapshot

    document_content_changed.connect(request_check, dispatch_uid="accessibility.documents")
    register_outbox(DocumentCheckRequest, deliver)
    register_structure_check(structure_fault)
    register_serving_check(serving_decision)
    document_content_changed.connect(end_with_new_content, dispatch_uid="accessibility.exemptions")
    document_served.connect(count_download, dispatch_uid="accessibility.downloads")
    availability.connect()
    register_job("accessibility.documents.lapsed", timedelta(hours=1), availability.tell_of_lapsed)
    day = timedelta(days=1)
    register_job("accessibility.documents.missing", timedelta(hours=1), ask_for_missing_checks)
    register_job("accessibility.documents.snapshot", timedelta(hours=6), take_snapshot)
    register_job("accessibility.documents.letters", day, write_letters)
    register_job("accessibility.documents.exemptions", day, remind_owners)
    register_job("accessibility.documents.downloads", day, forget_old_counts)
