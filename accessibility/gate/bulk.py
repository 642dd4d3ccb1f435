"""Bulk publishing with descendants: each page by itself, so that one that fails does not take the others down."""

from typing import Any

from django.db import transaction
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction

from accessibility.gate.words import tell_refused
from core.services import PublishBlocked


class GatedPublishBulkAction(PublishBulkAction):
    """Wagtail's action; pages that the gate refuses stay drafts and are listed."""

    def get_execution_context(self) -> dict[str, Any]:
        """Add a list that collects what was refused."""
        self.refused: list[tuple[Any, Any]] = []
        return {**super().get_execution_context(), "refused": self.refused}

    @classmethod
    def execute_action(
        cls,
        objects: list[Any],
        *,
        include_descendants: bool = False,
        user: Any = None,
        **kwargs: Any,
    ) -> tuple[int, int]:
        """Publish ``objects``, and their drafts below when asked; return how many of each went live."""
        refused = kwargs.get("refused", [])
        parents = sum(cls._publish(page, user, refused) for page in objects)
        children = 0
        if include_descendants:
            for page in objects:
                drafts = page.get_descendants().not_live().specific()
                children += sum(
                    cls._publish(draft, user, refused)
                    for draft in drafts
                    if user is None or draft.permissions_for_user(user).can_publish()
                )
        return parents, children

    @staticmethod
    def _publish(page: Any, user: Any, refused: list[tuple[Any, Any]]) -> bool:
        revision = page.get_latest_revision() or page.specific.save_revision(user=user)
        try:
            with transaction.atomic():
                revision.publish(user=user)
        except PublishBlocked as error:
            refused.append((page, error.findings))
            return False
        return True

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str | None:
        """List what was refused; say what went live, if anything did."""
        if self.refused:
            tell_refused(self.request, self.refused)
        if not num_parent_objects and not num_child_objects:
            return None
        message: str = super().get_success_message(num_parent_objects, num_child_objects)
        return message
