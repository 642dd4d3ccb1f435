"""A request that reached the council."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms.models.draft import Channel
from forms.models.sealed import SealedAnswers


class Status(models.TextChoices):
    """Where a request stands, in words that its owner reads."""

    RECEIVED = "received", _("We have it")
    IN_PROGRESS = "in_progress", _("We are working on it")
    NEED_INFO = "need_info", _("We need something from you")
    DECIDED = "decided", _("We have decided")
    CLOSED = "closed", _("It is done")


class Submission(SealedAnswers):
    """``sealed`` holds ``{"answers": {key: answer}}``, only those on the path. Erasure blanks it, the row stays."""

    reference = models.CharField(_("reference"), max_length=10, unique=True)
    version = models.ForeignKey(
        "onlineforms.FormVersion", on_delete=models.PROTECT, related_name="submissions", verbose_name=_("form")
    )
    submit_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email_hash = models.CharField(max_length=64, blank=True)
    phone_hash = models.CharField(max_length=64, blank=True)
    locale = models.CharField(_("language"), max_length=20)
    channel = models.CharField(_("channel"), max_length=8, choices=Channel, default=Channel.WEB)
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_test = models.BooleanField(default=False)
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.RECEIVED)
    received_at = models.DateTimeField(_("received"), default=timezone.now)
    due_on = models.DateField(_("promised by"))
    closed_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("request")
        verbose_name_plural = _("requests")
        ordering = ["-received_at"]

    def __str__(self) -> str:
        return self.reference

    @property
    def spaced_reference(self) -> str:
        """Return the reference in groups that are easy to read out."""
        return f"{self.reference[:4]} {self.reference[4:8]} {self.reference[8:]}"
