"""What the gate said."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accessibility.models.subject import AboutObject


class GateResult(AboutObject):
    """One verdict on one content (hash) under one ruleset. ``live`` marks the row on what residents see now."""

    class Verdict(models.TextChoices):
        """Unknown is not among them: what could not be checked fails."""

        PASS = "pass", _("passed")
        FAIL = "fail", _("failed")
        EXEMPT = "exempt", _("exempt")

    content_hash = models.CharField(_("content hash"), max_length=64)
    ruleset = models.CharField(_("ruleset"), max_length=12)
    verdict = models.CharField(_("verdict"), max_length=8, choices=Verdict.choices)
    findings = models.JSONField(
        _("findings"), default=list, help_text=_("Each as accessibility.gate.records stores it.")
    )
    live = models.BooleanField(_("about the live content"), default=False)
    checked_at = models.DateTimeField(_("checked"), default=timezone.now)

    class Meta:
        verbose_name = _("gate result")
        verbose_name_plural = _("gate results")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "content_hash", "locale", "ruleset"], name="one_verdict_a_content"
            )
        ]
        indexes = [
            models.Index(fields=["content_type", "object_id", "-checked_at"], name="gateresult_newest"),
            models.Index(fields=["live", "verdict"], name="gateresult_live"),
        ]

    @property
    def blocking(self) -> list[dict[str, str]]:
        """Return the findings that block."""
        return [finding for finding in self.findings if finding["blocking"]]

    @property
    def advice(self) -> list[dict[str, str]]:
        """Return the findings that only advise."""
        return [finding for finding in self.findings if not finding["blocking"]]
