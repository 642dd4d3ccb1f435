"""What ``WAGTAIL_FINISH_WORKFLOW_ACTION`` names. Imported while Wagtail's models load, so without models."""

from typing import Any


def finish_workflow(workflow_state: Any, user: Any = None) -> None:
    """Publish what was approved, or send it back to its author when the gate refuses it."""
    from accessibility.gate.workflow import finish

    finish(workflow_state, user=user)
