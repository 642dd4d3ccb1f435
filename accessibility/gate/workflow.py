"""A workflow's last approval: what fails goes back to its author with the list, and nobody sees an error page."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.admin.mail import WorkflowStateApprovalEmailNotifier
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import workflow_approved, workflow_rejected
from wagtail.workflows import publish_workflow_state

from accessibility.gate.verdict import evaluate
from accessibility.gate.words import as_comment

#: How Wagtail's own mail about an approval is connected.
APPROVAL_MAIL = "workflow_state_approved_email_notification"


def finish(workflow_state: WorkflowState, user: Any = None) -> None:
    """Publish, or reject with the findings as the comment ; see :mod:`accessibility.gate.finish`."""
    draft = workflow_state.content_object.get_latest_revision().as_object()
    verdict = evaluate(draft)
    if verdict.may_publish:
        publish_workflow_state(workflow_state, user=user)
    else:
        send_back(workflow_state, user, as_comment(verdict.blocking))


@transaction.atomic
def send_back(workflow_state: WorkflowState, user: Any, comment: str) -> None:
    """Turn the approval that is under way into a rejection; Wagtail calls :func:`finish` in its midst."""
    TaskState.objects.filter(pk=workflow_state.current_task_state_id).update(
        status=TaskState.STATUS_REJECTED, comment=comment, finished_at=timezone.now(), finished_by=user
    )
    workflow_state.status = WorkflowState.STATUS_NEEDS_CHANGES
    workflow_state.save(update_fields=["status"])
    workflow_rejected.send(sender=type(workflow_state), instance=workflow_state, user=user)


class ApprovalMail(WorkflowStateApprovalEmailNotifier):
    """Wagtail's mail "approved", kept back when the approval was sent back: the signal is sent all the same."""

    def can_handle(self, instance: WorkflowState, **kwargs: Any) -> bool:
        """Return whether it really was approved."""
        return bool(super().can_handle(instance, **kwargs)) and instance.status == WorkflowState.STATUS_APPROVED


def replace_approval_mail() -> None:
    """Put our mail in the place of Wagtail's."""
    workflow_approved.disconnect(dispatch_uid=APPROVAL_MAIL)
    workflow_approved.connect(ApprovalMail(), dispatch_uid=APPROVAL_MAIL, weak=False)
