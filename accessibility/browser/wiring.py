"""What browser audits put into registries; ``AccessibilityConfig.ready`` calls it once."""

from wagtail.signals import workflow_submitted

from core.services import register_job, register_outbox


def connect() -> None:
    """Deliver audit requests, look at the whole site each night, and at drafts that are submitted."""
    from accessibility.browser.audit import deliver
    from accessibility.browser.drafts import request_draft_audit
    from accessibility.browser.site import EVERY, audit_by_night
    from accessibility.models import AuditRequest

    register_outbox(AuditRequest, deliver)
    register_job("accessibility.site", EVERY, audit_by_night)
    workflow_submitted.connect(request_draft_audit, dispatch_uid="accessibility.draft")
