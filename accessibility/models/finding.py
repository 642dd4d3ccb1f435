"""What a browser audit found."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accessibility.models.run import Run


class Finding(models.Model):
    """One fault in one run. It holds no answers of residents: only published pages are audited."""

    class Outcome(models.TextChoices):
        """A machine is sure, or only advises, or a person has to look."""

        FAIL = "fail", _("fault")
        NEEDS_REVIEW = "needs-review", _("needs a look")
        WARN = "warn", _("advice")

    class Owner(models.TextChoices):
        """Who can mend it: inside a content block the author, elsewhere the people who make the templates."""

        AUTHOR = "author", _("author")
        TEMPLATE = "template", _("website team")

    run = models.ForeignKey(Run, verbose_name=_("audit"), on_delete=models.CASCADE, related_name="findings")
    rule = models.CharField(_("rule"), max_length=80)
    criterion = models.CharField(_("criterion"), max_length=12, blank=True)
    impact = models.CharField(_("impact"), max_length=12, blank=True)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome.choices)
    owner = models.CharField(_("mended by"), max_length=8, choices=Owner.choices)
    message = models.CharField(_("what is wrong"), max_length=500)
    details = models.JSONField(
        _("details"), null=True, blank=True, help_text=_("engine: what found it; how: how to mend it.")
    )
    block_id = models.CharField(_("block"), max_length=64, blank=True)
    selector = models.CharField(_("where"), max_length=500, blank=True)
    snippet = models.CharField(_("excerpt"), max_length=300, blank=True)
    fingerprint = models.CharField(_("fingerprint"), max_length=32, db_index=True)

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
