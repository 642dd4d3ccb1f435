"""Leave to publish in spite of named faults, for a short time."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accessibility.models.subject import AboutObject

LONGEST = timedelta(days=14)


def _longest() -> Any:
    return timezone.now() + LONGEST


def in_force(at: datetime) -> models.Q:
    """Return the condition of those that let faults through at that moment."""
    return models.Q(granted_at__lte=at, expires_at__gt=at, ended_at=None)


def run_out(at: datetime) -> models.Q:
    """Return the condition of those whose time is up and that nobody has closed."""
    return models.Q(expires_at__lte=at, ended_at=None)


class Bypass(AboutObject):
    """Bound to the faults it names: a mended word keeps it, a new fault does not ride along."""

    fingerprints = models.JSONField(_("faults"), help_text=_("Fingerprints of the findings that are let through."))
    reason = models.TextField(_("reason"))
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("granted by"), on_delete=models.PROTECT, related_name="+"
    )
    granted_at = models.DateTimeField(_("granted"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("expires"), default=_longest)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ended by"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    ended_at = models.DateTimeField(
        _("ended"), null=True, blank=True, help_text=_("When somebody ended it, or its time was up.")
    )

    class Meta:
        verbose_name = _("bypass")
        verbose_name_plural = _("bypasses")
        permissions = [("bypass_gate", _("Can let named faults through for at most 14 days"))]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__lte=models.F("granted_at") + LONGEST + timedelta(minutes=1)),
                name="bypass_14_days",
                violation_error_message=_("A bypass lasts 14 days at most."),
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="bypass_reason", violation_error_message=_("Say why.")
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it only for someone who may grant it, whatever the route."""
        if not self.granted_by.has_perm("accessibility.bypass_gate"):
            raise ValidationError({"granted_by": _("You may not let faults through the gate.")})
        super().save(*args, **kwargs)
