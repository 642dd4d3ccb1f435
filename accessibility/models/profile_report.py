"""What the checker said of one content under another profile than the gate's."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ProfileReport(models.Model):
    """For comparison on the command line alone (PDF/UA): no door reads it. Under one ruleset it never changes."""

    sha256 = models.CharField(_("content hash"), max_length=64)
    ruleset = models.CharField(_("ruleset"), max_length=12)
    profile = models.CharField(_("profile"), max_length=16)
    answer = models.JSONField(_("answer"), help_text=_("As the sealed process gave it."))
    checked_at = models.DateTimeField(_("checked"), default=timezone.now)

    class Meta:
        verbose_name = _("report under another profile")
        verbose_name_plural = _("reports under other profiles")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["sha256", "ruleset", "profile"], name="one_report_a_content_and_profile")
        ]
