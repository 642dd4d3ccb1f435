"""What browser audits put into registries; ``AccessibilityConfig.ready`` calls it once."""

from datetime import timedelta
from typing import TYPE_CHECKING

from wagtail.signals import workflow_submitted

from core.services import Outcome, register_job, register_outbox

if TYPE_CHECKING:
    from accessibility.models import AuditRequest

#: How often the night's audit has a turn.
EVERY = timedelta(seconds=20)


def connect() -> None:
    """Deliver audit requests, look at the whole site each night, and at drafts that are submitted."""
    from accessibility.browser.drafts import request_draft_audit
    from accessibility.models import AuditRequest

    register_outbox(AuditRequest, deliver)
    register_job("accessibility.site", EVERY, audit_the_site)
    workflow_submitted.connect(request_draft_audit, dispatch_uid="accessibility.draft")


def deliver(request: "AuditRequest") -> Outcome:
    """Audit what the request names. The browser's driver is loaded by the first: web processes do without it."""
    from accessibility.browser.audit import deliver as audited

    return audited(request)


def audit_the_site() -> int:
    """Take one turn of the night's audit, and return how many pages were looked at."""
    from accessibility.browser.site import audit_by_night

    return audit_by_night()
