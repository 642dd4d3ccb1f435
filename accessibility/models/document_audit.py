"""What is known of one content under one set of rules."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DocumentAudit(models.Model):
    """One row a content and ruleset: documents that hold the same bytes share it. Written by the checker alone."""

    class Verdict(models.TextChoices):
        """The values of :class:`accessibility.documents.base.Verdict` that are ever stored."""

        PASSED = "passed", _("Passed")
        FAILED = "failed", _("Has problems")
        COULD_NOT_CHECK = "could_not_check", _("Could not be checked")

    sha256 = models.CharField(_("content hash"), max_length=64)
    ruleset = models.CharField(_("ruleset"), max_length=12)
    engine = models.CharField(_("engine"), max_length=40, blank=True)
    verdict = models.CharField(_("verdict"), max_length=16, choices=Verdict.choices)
    format = models.CharField(_("format"), max_length=8, blank=True)
    producer = models.CharField(_("made with"), max_length=200, blank=True)
    checked_rules = models.JSONField(_("rules that ran"), default=list)
    pages_checked = models.PositiveIntegerField(_("pages looked at"), default=0)
    pages_total = models.PositiveIntegerField(_("pages"), default=0)
    error = models.CharField(_("reason"), max_length=40, blank=True)
    unsafe = models.JSONField(_("unsafe because"), default=list)
    seconds = models.FloatField(_("seconds"), default=0)
    checked_at = models.DateTimeField(_("checked"), default=timezone.now)

    class Meta:
        verbose_name = _("document check")
        verbose_name_plural = _("document checks")
        default_permissions = ("view",)
        ordering = ["-checked_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["sha256", "ruleset"], name="one_audit_a_content_and_ruleset")]

    def __str__(self) -> str:
        return f"{self.sha256[:12]} {self.verdict}"
