"""One rule that a document broke, or a question that only a person can answer."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accessibility.models.document_audit import DocumentAudit


class DocumentFinding(models.Model):
    """``rule`` is a key of ``accessibility.documents.wcag.RULES``; texts come from the advice, in any language."""

    class Severity(models.TextChoices):
        """As :class:`accessibility.documents.base.Severity`."""

        BLOCK = "B", _("Must be mended")
        WARN = "W", _("Should be mended")
        ASK = "M", _("Please judge")
        ADVISORY = "advisory", _("Good to know")

    audit = models.ForeignKey(DocumentAudit, on_delete=models.CASCADE, related_name="findings")
    rule = models.CharField(_("rule"), max_length=40)
    severity = models.CharField(_("severity"), max_length=8, choices=Severity.choices)
    criterion = models.CharField(_("criterion"), max_length=8, blank=True)
    clause = models.CharField(_("clause"), max_length=16, blank=True)
    count = models.PositiveIntegerField(_("how often"), default=1)
    locations = models.JSONField(_("where"), default=list, help_text=_("page, part, object, excerpt of the first ten."))
    parameters = models.JSONField(_("parameters"), default=dict)

    class Meta:
        verbose_name = _("document finding")
        verbose_name_plural = _("document findings")
        default_permissions = ()
        ordering = ["audit", "pk"]
