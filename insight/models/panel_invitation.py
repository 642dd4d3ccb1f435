"""One member asked in one survey. Leaving the panel takes it away, and the answers with it."""

import json
import uuid
from collections.abc import Mapping

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.services import seal, unseal
from insight.models.panel_member import PanelMember
from insight.models.panel_survey import PanelSurvey


class PanelInvitation(models.Model):
    """``sealed`` holds the answers by question id until the results are made; then it is emptied."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(PanelSurvey, on_delete=models.CASCADE, related_name="invitations")
    member = models.ForeignKey(PanelMember, on_delete=models.CASCADE, related_name="invitations")
    answered_at = models.DateTimeField(null=True)
    sealed = models.BinaryField(default=bytes)

    class Meta:
        verbose_name = _("invitation to a survey")
        verbose_name_plural = _("invitations to surveys")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["survey", "member"], name="insight_invited_once")]

    def __str__(self) -> str:
        return f"{self.pk}"

    @property
    def place(self) -> str:
        """Return what binds the sealed answers to this row."""
        return f"insight.panelinvitation:{self.pk}"

    def answer(self, answers: Mapping[str, str]) -> None:
        """Seal the answers into the row; a second time replaces them."""
        self.sealed, self.answered_at = seal(json.dumps(dict(answers)).encode(), context=self.place), timezone.now()
        self.save(update_fields=["sealed", "answered_at"])

    def opened(self) -> dict[str, str]:
        """Return the answers, none where there are none. Raises UnsealError."""
        if not self.sealed:
            return {}
        content: dict[str, str] = json.loads(unseal(bytes(self.sealed), context=self.place))
        return content
