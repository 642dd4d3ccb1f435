"""How much a document is used, and how the whole library stands, day by day. No personal data."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DocumentDownloads(models.Model):
    """How often residents loaded one document on one day. What a cache between handed out is not known here."""

    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL, verbose_name=_("document"), on_delete=models.CASCADE, related_name="+"
    )
    day = models.DateField(_("day"))
    count = models.PositiveIntegerField(_("downloads"), default=0)

    class Meta:
        verbose_name = _("downloads of a day")
        verbose_name_plural = _("downloads by day")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["document", "day"], name="one_count_a_document_and_day")]
        indexes = [models.Index(fields=["day"], name="downloads_by_day")]


class DocumentSnapshot(models.Model):
    """How many documents had which verdict at the end of a day: the line that should fall."""

    day = models.DateField(_("day"), unique=True)
    failed = models.PositiveIntegerField(_("have problems"), default=0)
    could_not_check = models.PositiveIntegerField(_("could not be checked"), default=0)
    pending = models.PositiveIntegerField(_("wait to be checked"), default=0)
    exempt = models.PositiveIntegerField(_("exempt or let through"), default=0)
    passed = models.PositiveIntegerField(_("passed"), default=0)

    class Meta:
        verbose_name = _("state of all documents on a day")
        verbose_name_plural = _("states of all documents by day")
        default_permissions = ()
        ordering = ["day"]
        get_latest_by = "day"

    @property
    def left(self) -> int:
        """Return how many documents residents could not open."""
        return self.failed + self.could_not_check + self.pending
