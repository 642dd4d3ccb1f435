"""Checks that ran, or could not, and requests for more."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accessibility.models.subject import AboutObject
from core.models import OutboxItem


class Run(AboutObject):
    """One audit of one page in a real browser. Not run is its own state: it is never counted as clean."""

    class State(models.TextChoices):
        """How it ended."""

        DONE = "done", _("checked")
        NOT_RUN = "not_run", _("browser checks not run")
        FAILED = "failed", _("could not be checked")

    revision = models.ForeignKey(
        "wagtailcore.Revision",
        verbose_name=_("draft"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Empty when the published page was looked at."),
    )
    engines = models.JSONField(_("engines"), null=True, blank=True, help_text=_("Name and version of each."))
    content_hash = models.CharField(_("content hash"), max_length=64, blank=True)
    url = models.URLField(_("address"), max_length=2000)
    engine = models.CharField(_("engine"), max_length=40)
    browser = models.CharField(_("browser"), max_length=80, blank=True)
    ruleset = models.CharField(_("ruleset"), max_length=12)
    state = models.CharField(_("state"), max_length=8, choices=State.choices)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    started_at = models.DateTimeField(_("started"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("audit")
        verbose_name_plural = _("audits")
        permissions = [("view_report", _("Can view the accessibility report"))]
        indexes = [models.Index(fields=["content_type", "object_id", "-started_at"], name="run_newest")]


class InvariantRun(models.Model):
    """One nightly look at everything that is live: ``misses`` went live without a pass under today's rules."""

    ruleset = models.CharField(_("ruleset"), max_length=12)
    checked = models.PositiveIntegerField(_("objects looked at"))
    misses = models.JSONField(_("misses"), default=list)
    finished_at = models.DateTimeField(_("finished"), default=timezone.now)

    class Meta:
        verbose_name = _("check of all live content")
        verbose_name_plural = _("checks of all live content")
        get_latest_by = "finished_at"


class AuditRequest(OutboxItem, AboutObject):
    """A content that waits for its browser audit; delivered by the worker. ``revision`` names a draft."""

    content_hash = models.CharField(_("content hash"), max_length=64)
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        verbose_name=_("draft"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )

    class Meta(OutboxItem.Meta):
        verbose_name = _("audit request")
        verbose_name_plural = _("audit requests")
